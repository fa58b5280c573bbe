using CsCheck;
using GrantsPortal.Awards;
using GrantsPortal.Awards.Years;
using GrantsPortal.Funds.Ledger;
using GrantsPortal.Payments;
using GrantsPortal.Payments.Schedule;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.TestWorld;

namespace GrantsPortal.Database.Tests.Payments;

/// <summary>What somebody, or the bank, does next.</summary>
public enum Act
{
    Prepare,
    Approve,
    Release,
    Hand,
    TakeBack,
    Cancel,
    OpenAgain,
    News,
}

/// <summary>What becomes of money that left, as only the bank knows.</summary>
public enum Fate
{
    Arrives,
    Fails,
    Returns,
}

/// <summary>One step of a walk.</summary>
/// <param name="Act">What is done.</param>
/// <param name="Instalment">With which instalment, by place.</param>
/// <param name="Pick">Which of its payments, and which news.</param>
/// <param name="Person">By whom.</param>
/// <param name="Fate">What becomes of the money, if this step lets it go.</param>
/// <param name="Crash">Whether the process dies before the commit.</param>
public sealed record Step(Act Act, int Instalment, int Pick, int Person, Fate Fate, bool Crash)
{
    /// <summary>What moves money forward comes more often, so that much of it leaves on the way.</summary>
    private static readonly Act[] Often =
    [
        Act.Prepare, Act.Prepare, Act.Prepare, Act.Approve, Act.Approve, Act.Approve, Act.Release, Act.Release, Act.Release,
        Act.Hand, Act.News, Act.News, Act.OpenAgain, Act.OpenAgain, Act.TakeBack, Act.Cancel,
    ];

    /// <summary>Steps as they may come.</summary>
    public static readonly Gen<Step[]> Walks = Gen.Select(Gen.Int[0, 15], Gen.Int[0, 2], Gen.Int[0, 5], Gen.Int[0, 2], Gen.Enum<Fate>(), Gen.Int[0, 4],
        (act, instalment, pick, person, fate, crash) => new Step(Often[act], instalment, pick, person, fate, crash == 0)).Array[30, 60];
}

/// <summary>
/// Walks an award of three instalments through acts in any order, beside a bank that remembers what really became of every
/// payment that left: the model that the portal's books are held against.
/// </summary>
internal sealed class PaymentWalk(City city, PaidAward world)
{
    private readonly Dictionary<string, Fate> _left = [];
    private readonly List<(string Reference, bool Good)> _news = [];
    private Award _award = null!;

    private PaymentMoves Moves => city.Portal.Get<PaymentMoves>();

    /// <summary>How often money of an instalment really arrived and stayed.</summary>
    public async Task<IReadOnlyList<int>> Arrivals()
    {
        var payments = await city.PaymentsOf(_award);
        return [.. (await city.PlanOf(_award)).Instalments.Select(instalment =>
            payments.Count(payment => payment.InstalmentId == instalment.Id && _left.TryGetValue(payment.Reference, out var fate) && fate == Fate.Arrives))];
    }

    /// <summary>Takes the steps on an award of its own.</summary>
    public async Task Walk(IReadOnlyList<Step> steps)
    {
        _award = await NewAward();
        foreach (var step in steps)
        {
            await Take(step);
        }
    }

    /// <summary>Delivers everything outstanding, twice, and pays what is not paid, as people would.</summary>
    public async Task Settle()
    {
        for (var round = 0; round < 12 && (await Latest()).Any(payment => payment.State != PaymentState.Paid); round++)
        {
            for (var place = 0; place < 3; place++)
            {
                foreach (var act in new[] { Act.OpenAgain, Act.Prepare, Act.Approve, Act.Release, Act.Hand })
                {
                    await Take(new Step(act, place, 0, act == Act.Prepare ? 0 : 1, Fate.Arrives, Crash: false));
                    await Take(new Step(act, place, 0, 2, Fate.Arrives, Crash: false));
                }
            }

            foreach (var (reference, good) in _news.Concat(_news).ToList())
            {
                await Tell(reference, good, crash: false);
            }
        }
    }

    /// <summary>What the ledger says of the award.</summary>
    public Task<LedgerFigures> Books() => city.Read(work => Ledger.Of(work, SubjectKind.Award, _award.Id));

    /// <summary>The award's payments, the latest attempt of each instalment.</summary>
    public async Task<IReadOnlyList<Payment>> Latest()
    {
        var plan = await city.PlanOf(_award);
        return [.. plan.Instalments.Select(instalment => plan.PaymentOf(instalment)!)];
    }

    private async Task Take(Step step)
    {
        if (step.Act == Act.News)
        {
            if (_news.Count > 0)
            {
                var (reference, good) = _news[(step.Pick + (step.Instalment * 7)) % _news.Count];
                await Tell(reference, good, step.Crash);
            }

            return;
        }

        var plan = await city.PlanOf(_award);
        var instalment = plan.Instalments[step.Instalment];
        var all = plan.Payments.Where(payment => payment.InstalmentId == instalment.Id).ToList();
        var payment = all[^(1 + (step.Pick % 4 == 3 ? Math.Min(1, all.Count - 1) : 0))];
        var actor = step.Person switch { 0 => world.Fay, 1 => world.Femi, _ => world.Ada };
        await using var work = await city.Portal.Database.Write(actor);
        var done = step.Act switch
        {
            Act.Prepare => (await Moves.Prepare(work, [payment]))[0].Done,
            Act.Approve => (await Moves.Approve(work, [payment]))[0].Done,
            Act.Release => (await Moves.Release(work, [payment]))[0].Done,
            Act.Hand => (await Moves.Sent(work, payment)).Done,
            Act.TakeBack => PaymentRules.MayTakeBack(payment, actor) is null && (await Moves.TakeBack(work, payment, "Look again")).Done,
            Act.Cancel => PaymentRules.MayCancel(payment, actor, "Other reference") is null && (await Moves.Cancel(work, payment, "Other reference")).Done
                && (await Moves.OpenFor(work, _award, instalment)).Done,
            _ => (await Moves.OpenFor(work, _award, instalment)).Done,
        };
        if (!done || step.Crash)
        {
            return;
        }

        await work.Commit();
        if (step.Act == Act.Release)
        {
            _left.Add(payment.Reference, step.Fate);
            _news.AddRange(step.Fate switch
            {
                Fate.Arrives => [(payment.Reference, true)],
                Fate.Fails => [(payment.Reference, false)],
                _ => new[] { (payment.Reference, true), (payment.Reference, false) },
            });
        }
    }

    /// <summary>News as a statement brings it: booked, or sent back.</summary>
    private async Task Tell(string reference, bool good, bool crash)
    {
        await using var work = await city.Portal.Database.Write(Actor.System);
        var payment = (await PaymentRepository.FindByReference(work, reference))!;
        var outcome = good ? await Moves.Paid(work, payment, city.Today)
            : payment.State == PaymentState.Paid ? await Moves.Reversed(work, payment, "AC04", "The account is closed.")
            : await Moves.Failed(work, payment, "AC04", "The account is closed.");
        if (outcome.Done && !crash)
        {
            await work.Commit();
        }
    }

    private async Task<Award> NewAward()
    {
        var award = await city.Write(Actor.System, async work =>
        {
            var made = world.Award with { Id = work.NewId(), Reference = await work.NextReference("AW"), ApplicationId = null, DecisionId = null, State = AwardState.Active, CreatedAt = work.Now };
            await AwardRepository.Insert(work, made, "");
            await YearRepository.Insert(work, new AwardYear { AwardId = made.Id, Year = city.Today.Year, AmountMinor = made.AmountMinor, State = AwardYearState.Confirmed });
            return made;
        });
        await city.Commit(award);
        await city.Plan(world with { Award = award }, [.. new[] { 200_000L, 300_000, 500_000 }.Select((amount, i) => City.DateLine($"Part {i + 1}", amount, city.Today, city.Today.Year))]);
        return award;
    }
}
