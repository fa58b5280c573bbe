using GrantsPortal.Applications;
using GrantsPortal.Awards;
using GrantsPortal.Organisations;
using GrantsPortal.Platform.Database;

namespace GrantsPortal.Web.Awards.Parts;

/// <summary>What is known of an award in a list of lines.</summary>
public sealed class FactsPart : IAwardPart
{
    /// <inheritdoc/>
    public int Order => 60;

    /// <inheritdoc/>
    public async Task<AwardPart?> ForMember(AwardSight sight, UnitOfWork work) =>
        new("facts", null, "/Awards/Parts/_MemberFacts.cshtml", new FactsView(sight, await Application(sight, work)));

    /// <inheritdoc/>
    public async Task<AwardPart?> ForStaff(AwardSight sight, UnitOfWork work) =>
        new("facts", null, "/Awards/Parts/_StaffFacts.cshtml", new FactsView(sight, await Application(sight, work)));

    private static async Task<Application?> Application(AwardSight sight, UnitOfWork work) =>
        sight.Award.ApplicationId is { } id ? await ApplicationRepository.Find(work, id) : null;
}

/// <summary>The facts of an award.</summary>
public sealed record FactsView(AwardSight Sight, Application? Application)
{
    /// <summary>The award.</summary>
    public Award Award => Sight.Award;

    /// <summary>Whether the reader may ask for less to be published.</summary>
    public bool MayAsk => Sight.MayEdit && Award.InForce != Publication.Withheld;
}
