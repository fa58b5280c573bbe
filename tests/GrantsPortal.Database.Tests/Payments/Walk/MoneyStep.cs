using CsCheck;
using GrantsPortal.TestWorld;

namespace GrantsPortal.Database.Tests.Payments.Walk;

/// <summary>What somebody does, or what happens.</summary>
public enum MoneyAct
{
    /// <summary>Finance prepares a payment.</summary>
    Prepare,

    /// <summary>Somebody approves one.</summary>
    Approve,

    /// <summary>Somebody takes one back.</summary>
    TakeBack,

    /// <summary>Finance gives one up.</summary>
    Cancel,

    /// <summary>Finance tries a failed one again.</summary>
    Retry,

    /// <summary>What is approved is put into a batch for the bank.</summary>
    Batch,

    /// <summary>A batch is cancelled.</summary>
    DropBatch,

    /// <summary>A batch is released, and the bank takes its file.</summary>
    Release,

    /// <summary>A payment is released through Stripe, which answers or does not.</summary>
    Transfer,

    /// <summary>The job looks up what Stripe did not answer.</summary>
    LookUp,

    /// <summary>A day goes by, and Stripe forgets its keys.</summary>
    NextDay,

    /// <summary>Stripe pays out to the organisation's bank, which takes it or does not.</summary>
    PayOut,

    /// <summary>An event of Stripe's arrives: now, late, or once more.</summary>
    Announce,

    /// <summary>The job asks Stripe how payouts stand.</summary>
    Follow,

    /// <summary>Some entries come in a statement, in order or backwards.</summary>
    Statement,

    /// <summary>The organisation asks for another amount.</summary>
    Vary,

    /// <summary>The city answers.</summary>
    Answer,

    /// <summary>The award ends early.</summary>
    End,
}

/// <summary>One step of a walk.</summary>
/// <param name="Act">What happens.</param>
/// <param name="Award">To which award: the one paid by bank or the one paid through Stripe.</param>
/// <param name="Pick">To which of its payments, events or entries.</param>
/// <param name="Person">By whom.</param>
/// <param name="Luck">How it goes: what becomes of the money, which fault, how much.</param>
/// <param name="Dies">Whether the process dies in the middle of what moves a payment.</param>
public sealed record MoneyStep(MoneyAct Act, int Award = 0, int Pick = 0, int Person = 0, int Luck = 0, bool Dies = false)
{
    /// <summary>What moves money comes more often, so that much of it is out when something else happens.</summary>
    private static readonly MoneyAct[] Often =
    [
        MoneyAct.Prepare, MoneyAct.Prepare, MoneyAct.Prepare, MoneyAct.Approve, MoneyAct.Approve, MoneyAct.Approve, MoneyAct.Batch, MoneyAct.Batch,
        MoneyAct.Release, MoneyAct.Release, MoneyAct.Release, MoneyAct.Transfer, MoneyAct.Transfer, MoneyAct.Transfer, MoneyAct.Statement, MoneyAct.Statement,
        MoneyAct.Statement, MoneyAct.PayOut, MoneyAct.Announce, MoneyAct.Announce, MoneyAct.Follow, MoneyAct.Retry, MoneyAct.Retry, MoneyAct.LookUp,
        MoneyAct.NextDay, MoneyAct.TakeBack, MoneyAct.Cancel, MoneyAct.DropBatch, MoneyAct.Vary, MoneyAct.Answer, MoneyAct.End,
    ];

    /// <summary>Walks as they may come; a shorter one is simpler.</summary>
    public static readonly Gen<MoneyStep[]> Walks = Gen.Select(
        Gen.Int[0, Often.Length - 1], Gen.Int[0, 1], Gen.Int[0, 11], Gen.Int[0, 2], Gen.Int[0, 7], Gen.Int[0, 7],
        (act, award, pick, person, luck, dies) => new MoneyStep(Often[act], award, pick, person, luck, dies == 0)).Array[10, 60];

    /// <summary>What Stripe does with the request.</summary>
    public StripeFault? Fault => Luck switch
    {
        0 => StripeFault.CutAfter,
        1 => StripeFault.BrokenAfter,
        2 => StripeFault.Cut,
        3 => StripeFault.Broken,
        4 => StripeFault.RateLimited,
        _ => null,
    };

    /// <inheritdoc/>
    public override string ToString() => $"{Act}({Award}, {Pick}, {Person}, {Luck}{(Dies ? ", dies" : "")})";
}
