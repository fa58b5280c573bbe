using GrantsPortal.Platform.Database;

namespace GrantsPortal.Web.Awards.Parts;

/// <summary>The terms: in full for members, folded away for staff.</summary>
public sealed class TermsPart : IAwardPart
{
    /// <inheritdoc/>
    public int Order => 80;

    /// <inheritdoc/>
    public Task<AwardPart?> ForMember(AwardSight sight, UnitOfWork work) => Part(sight, "Terms", "/Awards/Parts/_Terms.cshtml");

    /// <inheritdoc/>
    public Task<AwardPart?> ForStaff(AwardSight sight, UnitOfWork work) => Part(sight, null, "/Awards/Parts/_FoldedTerms.cshtml");

    private static Task<AwardPart?> Part(AwardSight sight, string? heading, string view) =>
        Task.FromResult(sight.Award.Terms is { } terms ? new AwardPart("terms", heading, view, terms) : null);
}
