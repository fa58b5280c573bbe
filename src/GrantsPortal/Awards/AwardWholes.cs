using GrantsPortal.Awards.Variations;
using GrantsPortal.Awards.Years;
using GrantsPortal.Funds.Ledger;
using GrantsPortal.Platform.Database;

namespace GrantsPortal.Awards;

/// <summary>Reads and writes an award together with its budget lines and budget years.</summary>
public static class AwardWholes
{
    /// <summary>The award with its lines and years.</summary>
    public static async Task<AwardWhole> Of(UnitOfWork work, Award award) =>
        new(award, await BudgetLineRepository.Of(work, award.Id), await YearRepository.Of(work, award.Id));

    /// <summary>What is paid or on its way, by year.</summary>
    public static async Task<PaidOut> PaidOut(UnitOfWork work, long award) =>
        Variations.PaidOut.Of(await Ledger.Of(work, SubjectKind.Award, award));

    /// <summary>
    /// Writes budget lines, of which none is taken away.
    /// </summary>
    /// <param name="work">The unit of work.</param>
    /// <param name="award">The award.</param>
    /// <param name="lines">The lines as they shall be.</param>
    public static async Task PutLines(UnitOfWork work, long award, IReadOnlyList<TermsLine> lines)
    {
        foreach (var line in lines)
        {
            await BudgetLineRepository.Put(work, new AwardBudgetLine { AwardId = award, Number = line.Number, Name = line.Name.Trim(), AmountMinor = line.AmountMinor, AgreedMinor = line.AmountMinor });
        }
    }

    /// <summary>Writes budget years; those that are not among them any more are taken away.</summary>
    public static async Task PutYears(UnitOfWork work, long award, IReadOnlyList<AwardYear> before, IReadOnlyList<AwardYear> after)
    {
        foreach (var gone in before.ExceptBy(after.Select(year => year.Year), year => year.Year))
        {
            await YearRepository.Delete(work, award, gone.Year);
        }

        foreach (var year in after)
        {
            await YearRepository.Put(work, year);
        }
    }

    /// <summary>The lines of a posting that moves what is bound for an award from one set of years to another.</summary>
    public static IReadOnlyList<LedgerLine> Bind(Award award, IReadOnlyList<TermsYear> before, IReadOnlyList<TermsYear> after) =>
    [
        .. YearRules.Changes(before, after).SelectMany(year => year.AmountMinor > 0
            ? Postings.Commit(award.ProgrammeId!.Value, year.Year, LedgerSubject.Award(award.Id), Platform.Money.FromMinor(year.AmountMinor, award.Currency))
            : Postings.Release(award.ProgrammeId!.Value, year.Year, LedgerSubject.Award(award.Id), Platform.Money.FromMinor(-year.AmountMinor, award.Currency))),
    ];
}
