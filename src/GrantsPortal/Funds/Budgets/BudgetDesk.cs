using GrantsPortal.Funds.Ledger;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using Microsoft.Extensions.Options;
using Books = GrantsPortal.Funds.Ledger.Ledger;

namespace GrantsPortal.Funds.Budgets;

/// <summary>Keeps funding sources and yearly budgets; each change of an amount is posted to the ledger as the difference.</summary>
public sealed class BudgetDesk(PortalDatabase database, IOptions<PortalOptions> portal)
{
    /// <summary>Adds a funding source. Refused like <see cref="BudgetRules.Check(Actor, SourceText)"/> and with <c>source.name-taken</c>.</summary>
    public async Task<Outcome<FundingSource>> AddSource(Actor actor, SourceText text)
    {
        if (BudgetRules.Check(actor, text) is { Count: > 0 } wrong)
        {
            return Outcome<FundingSource>.Refuse(wrong);
        }

        await using var work = await database.Write(actor);
        var source = With(new FundingSource { Id = work.NewId(), CreatedAt = work.Now, Version = 1 }, text, work.Now);
        if (!await BudgetRepository.Insert(work, source))
        {
            return new Refusal("source.name-taken").At("Name");
        }

        work.Audit("source.created", "FundingSource", source.Id, new { source.Name, source.AccountCode });
        await work.Commit();
        return source;
    }

    /// <summary>Changes a funding source; also refused with <c>source.gone</c> and <c>fund.changed-meanwhile</c>.</summary>
    public async Task<Outcome<FundingSource>> EditSource(Actor actor, long id, int version, SourceText text)
    {
        if (BudgetRules.Check(actor, text) is { Count: > 0 } wrong)
        {
            return Outcome<FundingSource>.Refuse(wrong);
        }

        await using var work = await database.Write(actor);
        if (await BudgetRepository.FindSource(work, id) is not { } before)
        {
            return new Refusal("source.gone");
        }

        if (await BudgetRepository.FindSource(work, text.Name.Trim()) is { } other && other.Id != id)
        {
            return new Refusal("source.name-taken").At("Name");
        }

        var after = With(before, text, work.Now);
        if (!await BudgetRepository.Update(work, after, version))
        {
            return new Refusal("fund.changed-meanwhile");
        }

        work.Audit("source.changed", "FundingSource", id, new { from = new { before.Name, before.AccountCode, before.ClosedAt }, to = new { after.Name, after.AccountCode, after.ClosedAt } });
        await work.Commit();
        return after;
    }

    /// <summary>
    /// Gives a fund money of a year from a source. Refused like <see cref="BudgetRules.Check(Actor, BudgetText, string)"/>, with
    /// <c>programme.gone</c>, <c>source.gone</c>, <c>source.closed</c>, or <c>budget.there-already</c> for the same fund, year and source.
    /// </summary>
    public async Task<Outcome<FundBudget>> Add(Actor actor, long fund, BudgetText text)
    {
        await using var work = await database.Write(actor);
        if (await ProgrammeRepository.Find(work, fund) is not { } programme)
        {
            return new Refusal("programme.gone");
        }

        if (BudgetRules.Check(actor, text, programme.Currency) is { Count: > 0 } wrong)
        {
            return Outcome<FundBudget>.Refuse(wrong);
        }

        if (await BudgetRepository.FindSource(work, text.SourceId) is not { } source)
        {
            return new Refusal("source.gone").At("SourceId");
        }

        if (source.ClosedAt is not null)
        {
            return new Refusal("source.closed").At("SourceId");
        }

        var budget = With(new FundBudget { Id = work.NewId(), ProgrammeId = fund, Year = text.Year, SourceId = source.Id, SourceName = source.Name, Currency = programme.Currency, Version = 1 }, text);
        if (!await BudgetRepository.Insert(work, budget))
        {
            return new Refusal("budget.there-already").At("SourceId");
        }

        if (await Post(work, budget, 0, 1) is { } refused)
        {
            return refused;
        }

        work.Audit("budget.added", "FundBudget", budget.Id, new { fund = programme.Name, budget.Year, source = source.Name, budget.AmountMinor, budget.Currency, budget.AccountCode });
        await work.Commit();
        return budget;
    }

    /// <summary>
    /// Changes a budget's amount, account code and note. Also refused with <c>budget.gone</c>, <c>fund.changed-meanwhile</c>, or
    /// <c>budget.bound</c> (free, cut) when more would be taken away than is free.
    /// </summary>
    public async Task<Outcome<FundBudget>> Edit(Actor actor, long id, int version, BudgetText text)
    {
        await using var work = await database.Write(actor);
        if (await BudgetRepository.Find(work, id) is not { } before)
        {
            return new Refusal("budget.gone");
        }

        if (BudgetRules.Check(actor, text with { Year = before.Year }, before.Currency) is { Count: > 0 } wrong)
        {
            return Outcome<FundBudget>.Refuse(wrong);
        }

        var after = With(before, text);
        if (!await BudgetRepository.Update(work, after, version))
        {
            return new Refusal("fund.changed-meanwhile");
        }

        if (await Post(work, after, before.AmountMinor, version + 1) is { } refused)
        {
            return refused;
        }

        work.Audit("budget.changed", "FundBudget", id, new { from = new { before.AmountMinor, before.AccountCode }, to = new { after.AmountMinor, after.AccountCode } });
        await work.Commit();
        return after with { Version = version + 1 };
    }

    private async Task<Refusal?> Post(UnitOfWork work, FundBudget budget, long beforeMinor, int version)
    {
        if (budget.AmountMinor == beforeMinor)
        {
            return null;
        }

        var lines = Postings.Budget(budget.ProgrammeId, budget.Year, Money.FromMinor(budget.AmountMinor - beforeMinor, budget.Currency));
        var posted = await Books.Post(work, FormattableString.Invariant($"budget:{budget.Id}:{version}"), lines, Instants.DayOf(work.Now, portal.Value.Zone));
        return posted.Refused ? new Refusal("budget.bound", posted.Refusals[0].Args[1], posted.Refusals[0].Args[2]).At("Amount") : null;
    }

    private static FundingSource With(FundingSource source, SourceText text, DateTimeOffset now) => source with
    {
        Name = text.Name.Trim(),
        Funder = Tidy(text.Funder),
        AccountCode = text.AccountCode.Trim(),
        Note = Tidy(text.Note),
        ClosedAt = text.Closed ? source.ClosedAt ?? now : null,
    };

    private static FundBudget With(FundBudget budget, BudgetText text) => budget with
    {
        AmountMinor = new Money(text.Amount, budget.Currency).Minor,
        AccountCode = text.AccountCode.Trim(),
        Note = Tidy(text.Note),
    };

    private static string? Tidy(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
