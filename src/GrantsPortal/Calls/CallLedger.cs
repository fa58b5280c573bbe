using GrantsPortal.Funds;
using GrantsPortal.Funds.Ledger;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;

namespace GrantsPortal.Calls;

/// <summary>Keeps in the ledger what calls announce: a published call's budget, in the budget year it will be decided in.</summary>
public static class CallLedger
{
    /// <summary>
    /// Brings the ledger up to a call as it stands: what a published call announces is called for, in its fund and year; what a
    /// decided or archived one announced no longer is. Posts nothing where nothing differs.
    /// </summary>
    public static async Task Follow(UnitOfWork work, long id, PortalOptions portal, DateOnly? on = null)
    {
        var call = (await CallRepository.Find(work, id))!;
        var held = await Ledger.Held(work, SubjectKind.Call, id, LedgerAccount.Called);
        var today = Instants.DayOf(work.Now, portal.Zone);
        var wanted = call is { Stage: CallStage.Published, BudgetMinor: > 0 }
            ? new Holding { ProgrammeId = call.ProgrammeId, Year = YearOf(call, portal, today), Currency = call.Currency, AmountMinor = call.BudgetMinor }
            : null;
        if (wanted is null ? held.Count == 0 : held is [var one] && one == wanted)
        {
            return;
        }

        List<LedgerLine> lines = [.. held.SelectMany(was => Postings.CallOver(was.ProgrammeId, was.Year, id, was.Amount))];
        lines.AddRange(wanted is null ? [] : Postings.Call(wanted.ProgrammeId, wanted.Year, id, wanted.Amount));
        var posted = await Ledger.Post(work, FormattableString.Invariant($"{(wanted is null ? "call-over" : "call")}:{id}:{call.Version}"), lines, on ?? today);
        if (posted.Refused || !posted.Value)
        {
            throw new InvalidOperationException($"What the call {call.Slug} announces could not be posted.");
        }
    }

    /// <summary>The budget year a call will be decided in: that of the day promised, or of its deadline.</summary>
    private static int YearOf(Call call, PortalOptions portal, DateOnly today) =>
        BudgetYear.Of(call.DecisionBy ?? (call.ClosesAt is { } closes ? Instants.DayOf(closes, portal.Zone) : today), portal.BudgetYearStartsMonth);
}
