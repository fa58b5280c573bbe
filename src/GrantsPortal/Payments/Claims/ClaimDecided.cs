using GrantsPortal.Platform;
using GrantsPortal.Platform.Mail;

namespace GrantsPortal.Payments.Claims;

/// <summary>To a panel member: what became of their claim.</summary>
public sealed record ClaimDecided(string Reference, Money Amount, bool Approved, string Reason, string Path) : Message
{
    /// <summary>For the preview.</summary>
    public static ClaimDecided Sample => new("CL-2026-0003", new Money(46.20m, "GBP"), true, "", "/reviews/claims");
}
