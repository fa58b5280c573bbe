using GrantsPortal.Awards;
using GrantsPortal.Platform.Checks;
using GrantsPortal.Platform.Database;

namespace GrantsPortal.Payments.Claims;

/// <summary>An approved claim has a payment of its amount, and no other claim has one.</summary>
public sealed class ApprovedClaimsArePaidOnce : IInvariant
{
    /// <inheritdoc/>
    public string Holds => "Every approved claim has payments of its own amount, at most one of them alive or paid, and no other claim has one.";

    /// <inheritdoc/>
    public async Task<IReadOnlyList<string>> Check(UnitOfWork work)
    {
        var found = await work.List<Found>(
            $"""
            SELECT c.Id, c.Reference AS Name
            FROM Claim c
            WHERE (c.State = 'Approved' AND NOT EXISTS (SELECT 1 FROM Payment p WHERE p.ClaimId = c.Id))
               OR (c.State <> 'Approved' AND EXISTS (SELECT 1 FROM Payment p WHERE p.ClaimId = c.Id))
               OR (SELECT COUNT(*) FROM Payment p WHERE p.ClaimId = c.Id AND p.State NOT IN ('Failed', 'Cancelled')) > 1
               OR EXISTS (SELECT 1 FROM Payment p WHERE p.ClaimId = c.Id AND (p.AmountMinor <> c.AmountMinor OR p.PersonId <> c.PersonId))
            ORDER BY c.Id
            {Dialect.Page}
            """,
            new { take = 100 });
        return [.. found.Select(claim => $"Claim {claim.Name} and its payment do not agree.")];
    }
}
