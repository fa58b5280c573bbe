using GrantsPortal.Awards.Years;
using GrantsPortal.Funds.Ledger;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;

namespace GrantsPortal.Awards;

/// <summary>What awards and decisions bind in the ledger.</summary>
public static class AwardLedger
{
    /// <summary>
    /// Commits an award in each of its budget years. Refused as <see cref="Ledger.Post"/> says; <paramref name="overdraw"/> says why
    /// more may be committed than is free.
    /// </summary>
    public static Task<Outcome<bool>> Commit(UnitOfWork work, Award award, IReadOnlyList<AwardYear> years, DateOnly on, string? overdraw = null) =>
        Ledger.Post(
            work,
            FormattableString.Invariant($"commit:award:{award.Id}"),
            [.. years.Where(year => year.AmountMinor > 0).SelectMany(year => Postings.Commit(FundOf(award), year.Year, LedgerSubject.Award(award.Id), Money.FromMinor(year.AmountMinor, award.Currency)))],
            on,
            overdraw);

    /// <summary>Releases everything an award has bound and not sent, under a key of its own such as <c>release:award:12</c>.</summary>
    public static async Task Release(UnitOfWork work, long award, string key, DateOnly on)
    {
        var held = await Ledger.Held(work, SubjectKind.Award, award, LedgerAccount.Committed);
        if (held.Count > 0)
        {
            await Ledger.Post(work, key, [.. held.SelectMany(bound => Postings.Release(bound.ProgrammeId, bound.Year, LedgerSubject.Award(award), bound.Amount))], on);
        }
    }

    /// <summary>Notes in the ledger what a proposal would bind, by budget year.</summary>
    public static async Task Recommend(UnitOfWork work, long decision, long fund, string currency, IEnumerable<(int Year, long AmountMinor)> years, DateOnly on)
    {
        var lines = years.GroupBy(year => year.Year).OrderBy(year => year.Key)
            .Select(year => (year.Key, Sum: year.Sum(part => part.AmountMinor))).Where(year => year.Sum > 0)
            .SelectMany(year => Postings.Recommend(fund, year.Key, decision, Money.FromMinor(year.Sum, currency))).ToList();
        if (lines.Count > 0)
        {
            await Ledger.Post(work, FormattableString.Invariant($"recommend:decision:{decision}"), lines, on);
        }
    }

    /// <summary>Notes that a proposal was decided, sent back or taken back.</summary>
    public static async Task NotRecommended(UnitOfWork work, long decision, DateOnly on)
    {
        var held = await Ledger.Held(work, SubjectKind.Decision, decision, LedgerAccount.Recommended);
        if (held.Count > 0)
        {
            await Ledger.Post(work, FormattableString.Invariant($"unrecommend:decision:{decision}"), [.. held.SelectMany(was => Postings.NotRecommended(was.ProgrammeId, was.Year, decision, was.Amount))], on);
        }
    }

    private static long FundOf(Award award) => award.ProgrammeId ?? throw new InvalidOperationException($"The award {award.Reference} draws on no fund.");
}
