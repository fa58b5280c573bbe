using GrantsPortal.Payments.Bank.Statements;

namespace GrantsPortal.Web.Payments.Bank;

/// <summary>What entries of statements do, in English, for the localiser.</summary>
public static class LineWords
{
    /// <summary>What a line that is matched or cleared did.</summary>
    public static string Of(BankLine line) => (line.State, line.Effect) switch
    {
        (LineState.Open, _) => "To clear",
        (LineState.SetAside, _) => "Set aside",
        (_, LineEffect.Paid) => "Paid",
        (_, LineEffect.Failed) => "Came back: failed",
        (_, LineEffect.Reversed) => "Came back after it was paid",
        (_, LineEffect.Received) => "Money asked back came in",
        _ => "Known already; nothing moved",
    };

    /// <summary>The colour of its tag.</summary>
    public static string Kind(BankLine line) => (line.State, line.Effect) switch
    {
        (LineState.Open, _) => "waiting",
        (_, LineEffect.Paid or LineEffect.Received) => "good",
        (_, LineEffect.Failed or LineEffect.Reversed) => "bad",
        _ => "quiet",
    };
}

/// <summary>Entries as a table.</summary>
/// <param name="Lines">The entries.</param>
/// <param name="Choose">Whether those that wait can be ticked.</param>
/// <param name="Label">Name of the table for those who do not see it.</param>
public sealed record LinesView(IReadOnlyList<BankLine> Lines, bool Choose, string Label);
