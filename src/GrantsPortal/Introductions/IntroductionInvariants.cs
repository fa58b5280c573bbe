using GrantsPortal.Platform.Checks;
using GrantsPortal.Platform.Database;

namespace GrantsPortal.Introductions;

/// <summary>No contact is passed on that was not agreed to by both.</summary>
public sealed class IntroductionsAreAgreed : IInvariant
{
    /// <inheritdoc/>
    public string Holds => "Every introduction has two sides; it is made exactly when both have agreed, and a contact is held only for a side that did.";

    /// <inheritdoc/>
    public async Task<IReadOnlyList<string>> Check(UnitOfWork work)
    {
        var wrong = await work.List<string>(
            $"""
            SELECT i.Reference
            FROM Introduction i
            JOIN IntroductionSide s ON s.IntroductionId = i.Id
            GROUP BY i.Id, i.Reference, i.State
            HAVING COUNT(*) <> 2
                OR (i.State = 'Made' AND SUM(CASE WHEN s.Answer = 'Agreed' THEN 1 ELSE 0 END) <> 2)
                OR (i.State <> 'Made' AND SUM(CASE WHEN s.Answer = 'Agreed' THEN 1 ELSE 0 END) = 2)
                OR (i.State = 'AgreedByOne' AND SUM(CASE WHEN s.Answer = 'Agreed' THEN 1 ELSE 0 END) <> 1)
                OR (i.State IN ('Proposed', 'Asked') AND SUM(CASE WHEN s.Answer IS NOT NULL THEN 1 ELSE 0 END) > 0)
                OR SUM(CASE WHEN s.ContactId IS NOT NULL AND (s.Answer IS NULL OR s.Answer <> 'Agreed') THEN 1 ELSE 0 END) > 0
            ORDER BY i.Id
            {Dialect.Page}
            """,
            new { take = 100 });
        return [.. wrong.Select(reference => $"The state of introduction {reference} is not what its two sides said.")];
    }
}
