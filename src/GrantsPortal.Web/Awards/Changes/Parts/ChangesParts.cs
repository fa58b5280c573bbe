using GrantsPortal.Awards;
using GrantsPortal.Awards.Standing;
using GrantsPortal.Awards.Variations;
using GrantsPortal.Organisations;
using GrantsPortal.Platform.Database;
using GrantsPortal.Web.Awards.Parts;

namespace GrantsPortal.Web.Awards.Changes.Parts;

/// <summary>A pause or an early end, at the top of the award's page: the letter for members, why and until when for staff.</summary>
public sealed class StandingPart : IAwardPart
{
    /// <inheritdoc/>
    public int Order => 5;

    /// <inheritdoc/>
    public Task<AwardPart?> ForMember(AwardSight sight, UnitOfWork work) => Part(sight, work, "/Awards/Changes/Parts/_MyStanding.cshtml");

    /// <inheritdoc/>
    public Task<AwardPart?> ForStaff(AwardSight sight, UnitOfWork work) => Part(sight, work, "/Awards/Changes/Parts/_Standing.cshtml");

    private static async Task<AwardPart?> Part(AwardSight sight, UnitOfWork work, string view) =>
        sight.Award.State is AwardState.Active or AwardState.Suspended or AwardState.Terminated && await StandingRepository.Of(work, sight.Award.Id) is { Count: > 0 } acts
            ? new AwardPart("standing", null, view, new StandingPartView(sight, acts))
            : null;
}

/// <summary>The standing of an award.</summary>
/// <param name="Sight">The award before somebody's eyes.</param>
/// <param name="Acts">What was done, newest first; at least one.</param>
public sealed record StandingPartView(AwardSight Sight, IReadOnlyList<AwardStanding> Acts)
{
    /// <summary>What holds now.</summary>
    public AwardStanding Last => Acts[0];
}

/// <summary>The budget of an award and what can be or was changed about it.</summary>
public sealed class ChangesPart : IAwardPart
{
    /// <inheritdoc/>
    public int Order => 50;

    /// <inheritdoc/>
    public async Task<AwardPart?> ForMember(AwardSight sight, UnitOfWork work) => Shown(sight.Award)
        ? new AwardPart("changes", "Budget and changes", "/Awards/Changes/Parts/_MyChanges.cshtml", new ChangesPartView(sight, await ChangesReader.Read(work, sight.Award, VariationSide.Grantee, sight.Actor)))
        : null;

    /// <inheritdoc/>
    public async Task<AwardPart?> ForStaff(AwardSight sight, UnitOfWork work) => Shown(sight.Award)
        ? new AwardPart("changes", "Budget and changes", "/Awards/Changes/Parts/_Changes.cshtml", new ChangesPartView(sight, await ChangesReader.Read(work, sight.Award, VariationSide.City, sight.Actor)))
        : null;

    private static bool Shown(Award award) => award.Source == RecordSource.Portal && award.State is not (AwardState.Refused or AwardState.Lapsed);
}

/// <summary>The changes of an award before somebody's eyes.</summary>
public sealed record ChangesPartView(AwardSight Sight, ChangesView Changes);
