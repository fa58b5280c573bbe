using GrantsPortal.Platform.Database;

namespace GrantsPortal.Partnerships.Engagements;

/// <summary>When partners were last spoken to, for the record of the partnership.</summary>
public sealed class PartnerEngagements : IPartnerEncounters
{
    /// <inheritdoc/>
    public async Task<IReadOnlyDictionary<long, Encounter>> Last(UnitOfWork work, IReadOnlyCollection<long> organisations) =>
        organisations.Count == 0 ? new Dictionary<long, Encounter>() : (await EngagementRepository.Last(work, organisations))
            .ToDictionary(row => row.OrganisationId, row => new Encounter(row.HappenedAt, EngagementWords.Of(row.Kind), PartnershipRoutes.Engagement(row.OrganisationId, row.Id)));
}

/// <summary>English words for kinds of engagement, said through the localiser where pages show them.</summary>
public static class EngagementWords
{
    /// <summary>A kind.</summary>
    public static string Of(EngagementKind kind) => kind switch
    {
        EngagementKind.Call => "Call",
        EngagementKind.Visit => "Visit",
        EngagementKind.Meeting => "Meeting",
        EngagementKind.Forum => "Forum",
        _ => "E-mail",
    };
}
