using GrantsPortal.Partnerships.Partners;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Response.RoleHolders;
using Microsoft.Extensions.Options;

namespace GrantsPortal.Response.Readiness;

/// <summary>A partner with something stale.</summary>
public sealed class StalePartner
{
    /// <summary>The partner.</summary>
    public long OrganisationId { get; init; }

    /// <summary>Its name.</summary>
    public string Name { get; init; } = "";

    /// <summary>How many of its contacts or offers.</summary>
    public int Number { get; init; }

    /// <summary>When the oldest of them was last confirmed, in UTC.</summary>
    public DateTimeOffset Since { get; init; }
}

/// <summary>What nobody can rely on, at most some of each kind, with how many there are.</summary>
public sealed record StaleSight(
    IReadOnlyList<ReadinessRole> Roles, int RoleCount, IReadOnlyList<StalePartner> Contacts, int ContactCount,
    IReadOnlyList<StalePartner> Offers, int OfferCount, IReadOnlyList<ReadinessRisk> Risks, int RiskCount, DateOnly Today)
{
    /// <summary>How much there is of all kinds.</summary>
    public int All => RoleCount + ContactCount + OfferCount + RiskCount;
}

/// <summary>Reads what is stale: roles, contacts to be called in a crisis, offers, risks.</summary>
public sealed class StaleReader(IOptions<ResponseOptions> options, IOptions<PartnerOptions> partners, IOptions<PortalOptions> portal)
{
    /// <summary>What is stale now; 0 for the numbers alone.</summary>
    public async Task<StaleSight> Read(UnitOfWork work, int take)
    {
        var today = Instants.DayOf(work.Now, portal.Value.Zone);
        var (contacts, offers) = (work.Now.AddDays(-partners.Value.ConfirmDays), work.Now.AddDays(-options.Value.ConfirmOffersDays));
        return new StaleSight(
            take == 0 ? [] : await RoleRepository.Stale(work, today, take), await RoleRepository.CountStale(work, today),
            take == 0 ? [] : await StaleRepository.Contacts(work, contacts, take), await StaleRepository.CountContacts(work, contacts),
            take == 0 ? [] : await StaleRepository.Offers(work, offers, take), await StaleRepository.CountOffers(work, offers),
            take == 0 ? [] : await RiskRepository.Stale(work, today, take), await RiskRepository.CountStale(work, today),
            today);
    }
}

/// <summary>Partners whose contacts or offers for a crisis are stale. Names of contacts stay where they may be read.</summary>
public static class StaleRepository
{
    private const string StaleContacts =
        """
        FROM PartnerContact c
        JOIN Partner q ON q.OrganisationId = c.OrganisationId AND q.State <> 'Ended'
        JOIN Organisation o ON o.Id = c.OrganisationId
        WHERE c.RemovedAt IS NULL AND c.CallOrder > 0 AND c.PurposeNames LIKE '%|CallDown|%' AND COALESCE(c.ConfirmedAt, c.CreatedAt) <= @before
        """;

    private const string StaleOffers =
        """
        FROM CrisisSheet s
        JOIN Organisation o ON o.Id = s.OrganisationId
        JOIN CrisisOffer f ON f.OrganisationId = s.OrganisationId
        LEFT JOIN Partner q ON q.OrganisationId = s.OrganisationId
        WHERE s.SavedAt <= @before AND (q.State IS NULL OR q.State <> 'Ended')
        """;

    /// <summary>Partners with contacts for a crisis that nobody confirmed since an instant, the longest first.</summary>
    public static Task<IReadOnlyList<StalePartner>> Contacts(UnitOfWork work, DateTimeOffset before, int take) =>
        work.List<StalePartner>(
            $"SELECT c.OrganisationId, o.Name, COUNT(*) AS Number, MIN(COALESCE(c.ConfirmedAt, c.CreatedAt)) AS Since {StaleContacts} GROUP BY c.OrganisationId, o.Name ORDER BY Since, c.OrganisationId {Dialect.Page}",
            new { before, take });

    /// <summary>How many such partners there are.</summary>
    public static Task<int> CountContacts(UnitOfWork work, DateTimeOffset before) =>
        work.Scalar<int>($"SELECT COUNT(DISTINCT c.OrganisationId) {StaleContacts}", new { before });

    /// <summary>Partners whose offers for a crisis nobody said again since an instant, the longest first.</summary>
    public static Task<IReadOnlyList<StalePartner>> Offers(UnitOfWork work, DateTimeOffset before, int take) =>
        work.List<StalePartner>(
            $"SELECT s.OrganisationId, o.Name, COUNT(*) AS Number, MIN(s.SavedAt) AS Since {StaleOffers} GROUP BY s.OrganisationId, o.Name ORDER BY Since, s.OrganisationId {Dialect.Page}",
            new { before, take });

    /// <summary>How many such partners there are.</summary>
    public static Task<int> CountOffers(UnitOfWork work, DateTimeOffset before) =>
        work.Scalar<int>($"SELECT COUNT(DISTINCT s.OrganisationId) {StaleOffers}", new { before });

    /// <summary>Notes that a person gets the summary of a week; false when they had it.</summary>
    internal static Task<bool> NoteSummary(UnitOfWork work, long person, DateOnly weekOf) =>
        work.TryInsert("INSERT INTO ReadinessSummary (PersonId, WeekOf) VALUES (@person, @weekOf)", new { person, weekOf });
}
