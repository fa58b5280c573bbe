using GrantsPortal.Funds.Ledger;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using Microsoft.Extensions.Options;
using Books = GrantsPortal.Funds.Ledger.Ledger;

namespace GrantsPortal.Funds.Budgets;

/// <summary>
/// Takes over the one budget that a programme had before budgets were kept by year and source: as the budget of its year, or of
/// the year the programme was made in. Finance enters the account codes afterwards.
/// </summary>
public sealed class BudgetUpgrade(IOptions<PortalOptions> portal) : IUpgrade
{
    private const string Source = "City budget";

    /// <inheritdoc/>
    public string Name => "funds.budgets";

    /// <inheritdoc/>
    public async Task Run(UnitOfWork work)
    {
        var programmes = await ProgrammeRepository.WithOldBudget(work);
        if (programmes.Count == 0)
        {
            return;
        }

        var source = await BudgetRepository.FindSource(work, Source) ?? new FundingSource { Id = work.NewId(), Name = Source, CreatedAt = work.Now, Version = 1 };
        await BudgetRepository.Insert(work, source);
        foreach (var programme in programmes)
        {
            var made = Instants.DayOf(programme.CreatedAt, portal.Value.Zone);
            var budget = new FundBudget
            {
                Id = work.NewId(),
                ProgrammeId = programme.Id,
                Year = programme.Year ?? BudgetYear.Of(made, portal.Value.BudgetYearStartsMonth),
                SourceId = source.Id,
                AmountMinor = programme.BudgetMinor,
                Currency = programme.Currency,
            };
            if (await BudgetRepository.Insert(work, budget))
            {
                await Books.Post(work, FormattableString.Invariant($"budget:{budget.Id}:1"), Postings.Budget(programme.Id, budget.Year, budget.Amount), made);
                work.Audit("budget.taken-over", "FundBudget", budget.Id, new { budget.ProgrammeId, budget.Year, budget.AmountMinor });
            }
        }
    }
}

/// <summary>A programme with the one budget it had before budgets were kept by year.</summary>
public sealed class OldBudget
{
    /// <summary>The programme.</summary>
    public long Id { get; init; }

    /// <summary>ISO 4217 code.</summary>
    public string Currency { get; init; } = "GBP";

    /// <summary>The budget in minor units.</summary>
    public long BudgetMinor { get; init; }

    /// <summary>The year it was for.</summary>
    public int? Year { get; init; }

    /// <summary>When the programme was made, in UTC.</summary>
    public DateTimeOffset CreatedAt { get; init; }
}
