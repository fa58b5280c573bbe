using GrantsPortal.Platform.Database;

namespace GrantsPortal.Awards.Variations;

/// <summary>One line of an award's budget, in the award's currency. Lines are never taken away; one that is no longer needed holds nothing.</summary>
public sealed record AwardBudgetLine
{
    /// <summary>The award.</summary>
    public long AwardId { get; init; }

    /// <summary>Its number on the award, from 1; stays with it.</summary>
    public int Number { get; init; }

    /// <summary>What the money is for.</summary>
    public string Name { get; init; } = "";

    /// <summary>Amount in minor units.</summary>
    public long AmountMinor { get; init; }

    /// <summary>What was last agreed, in minor units: in the agreement or the last approved variation. Movements are measured against it.</summary>
    public long AgreedMinor { get; init; }
}

/// <summary>The budget lines of awards.</summary>
public static class BudgetLineRepository
{
    /// <summary>The lines of an award by number; at most 200.</summary>
    public static Task<IReadOnlyList<AwardBudgetLine>> Of(UnitOfWork work, long award) =>
        work.List<AwardBudgetLine>(
            $"SELECT AwardId, Number, Name, AmountMinor, AgreedMinor FROM AwardBudgetLine WHERE AwardId = @award ORDER BY Number {Dialect.Page}",
            new { award, take = 200 });

    /// <summary>Adds a line.</summary>
    public static Task<int> Insert(UnitOfWork work, AwardBudgetLine line) =>
        work.Execute(
            "INSERT INTO AwardBudgetLine (AwardId, Number, Name, AmountMinor, AgreedMinor) VALUES (@AwardId, @Number, @Name, @AmountMinor, @AgreedMinor)",
            new { line.AwardId, line.Number, line.Name, line.AmountMinor, line.AgreedMinor });

    /// <summary>Writes a line as it was agreed, over what was there.</summary>
    public static async Task Put(UnitOfWork work, AwardBudgetLine line)
    {
        if (!await work.Guarded(
            "UPDATE AwardBudgetLine SET Name = @Name, AmountMinor = @AmountMinor, AgreedMinor = @AgreedMinor WHERE AwardId = @AwardId AND Number = @Number",
            new { line.AwardId, line.Number, line.Name, line.AmountMinor, line.AgreedMinor }))
        {
            await Insert(work, line);
        }
    }
}
