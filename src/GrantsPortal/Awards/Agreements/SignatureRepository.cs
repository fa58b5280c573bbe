using GrantsPortal.Organisations.Signing;
using GrantsPortal.Platform.Database;

namespace GrantsPortal.Awards.Agreements;

/// <summary>Signatures under agreements, and what waits for one.</summary>
public static class SignatureRepository
{
    /// <summary>Every signature under an award, in the order given; at most 100.</summary>
    public static Task<IReadOnlyList<AwardSignature>> Of(UnitOfWork work, long award) =>
        work.List<AwardSignature>(
            $"""
            SELECT s.Id, s.AwardId, s.Side, s.PersonId, s.Name, s.Account, s.SignedAt, s.SetAsideAt,
                CASE WHEN m.Role = 'Owner' THEN 1 ELSE 0 END AS OwnerNow
            FROM AwardSignature s
            JOIN Award a ON a.Id = s.AwardId
            LEFT JOIN Membership m ON m.OrganisationId = a.OrganisationId AND m.PersonId = s.PersonId
            WHERE s.AwardId = @award
            ORDER BY s.SignedAt, s.Id
            {Dialect.Page}
            """,
            new { award, take = 100 });

    /// <summary>
    /// Takes the award's turn for a signature, if its offer still stands at the instant the signature was received, nobody
    /// signed since <paramref name="award"/> was read, and who signs is an Owner now; false otherwise.
    /// </summary>
    public static Task<bool> TakeTurn(UnitOfWork work, Award award, DateTimeOffset received) =>
        work.Guarded(
            $"UPDATE Award {SigningTurns.Take} AND OfferExpiresAt >= @received",
            new { id = award.Id, version = award.Version, signings = award.Signings, organisation = (long?)award.OrganisationId, person = work.Actor.Person, received });

    /// <summary>Sets aside what was signed for the organisation by people who are not its Owners any more.</summary>
    public static Task<int> SetAside(UnitOfWork work, Award award) =>
        work.Execute(
            """
            UPDATE AwardSignature SET SetAsideAt = @now
            WHERE AwardId = @award AND Side = 'Organisation' AND SetAsideAt IS NULL
              AND NOT EXISTS (SELECT 1 FROM Membership m WHERE m.OrganisationId = @organisation AND m.PersonId = AwardSignature.PersonId AND m.Role = 'Owner')
            """,
            new { award = award.Id, organisation = award.OrganisationId, now = work.Now });

    /// <summary>How many signatures of the organisation count.</summary>
    public static Task<int> Counting(UnitOfWork work, long award) =>
        work.Scalar<int>("SELECT COUNT(*) FROM AwardSignature WHERE AwardId = @award AND Side = 'Organisation' AND SetAsideAt IS NULL", new { award });

    /// <summary>Adds the actor's signature; false when theirs, or the city's, is there already.</summary>
    public static Task<bool> Insert(UnitOfWork work, Award award, SignatureSide side, string name, DateTimeOffset received) =>
        work.TryInsert(
            """
            INSERT INTO AwardSignature (Id, AwardId, Side, PersonId, Name, Account, SignedAt)
            VALUES (@id, @award, @side, @person, @name, @account, @received)
            """,
            new { id = work.NewId(), award = award.Id, side, person = work.Actor.Person, name, account = work.Actor.Name, received });

    /// <summary>Who recommended or proposed what became an award; at most 100.</summary>
    public static Task<IReadOnlyList<long>> Recommended(UnitOfWork work, Award award) =>
        work.List<long>(
            $"""
            SELECT l.RecommendedBy AS Id
            FROM DecisionLine l
            WHERE l.ApplicationId = @application
            UNION
            SELECT d.ProposedBy AS Id
            FROM DecisionLine l
            JOIN Decision d ON d.Id = l.DecisionId
            WHERE l.ApplicationId = @application AND d.State = 'Approved'
            ORDER BY Id
            {Dialect.Page}
            """,
            new { application = award.ApplicationId ?? 0, take = 100 });

    /// <summary>
    /// Accepted agreements that wait for the city's signature, oldest first; at most 100. With a person: only those they may
    /// sign, having neither recommended nor proposed it nor belonging to the organisation.
    /// </summary>
    public static Task<IReadOnlyList<AgreementRow>> ToCounterSign(UnitOfWork work, long? person) =>
        work.List<AgreementRow>(
            $"""
            SELECT a.Id, a.Reference, o.Name AS OrganisationName, a.Title, a.State, a.AmountMinor, a.Currency, a.AnsweredAt AS At
            FROM Award a
            JOIN Organisation o ON o.Id = a.OrganisationId
            WHERE a.State IN ('Accepted', 'Active', 'Suspended') AND a.AgreementHash IS NOT NULL
              AND NOT EXISTS (SELECT 1 FROM AwardSignature s WHERE s.AwardId = a.Id AND s.Side = 'City')
              AND (@person IS NULL OR (
                NOT EXISTS (SELECT 1 FROM DecisionLine l JOIN Decision d ON d.Id = l.DecisionId
                            WHERE l.ApplicationId = a.ApplicationId AND (l.RecommendedBy = @person OR (d.ProposedBy = @person AND d.State = 'Approved')))
                AND NOT EXISTS (SELECT 1 FROM Membership m WHERE m.OrganisationId = a.OrganisationId AND m.PersonId = @person)))
            ORDER BY a.AnsweredAt, a.Id
            {Dialect.Page}
            """,
            new { person, take = 100 });

    /// <summary>Offers to an Owner's organisations that another Owner has signed; at most 100 ids.</summary>
    public static Task<IReadOnlyList<long>> HalfSigned(UnitOfWork work, long owner) =>
        work.List<long>(
            $"""
            SELECT DISTINCT a.Id
            FROM Award a
            JOIN Membership m ON m.OrganisationId = a.OrganisationId AND m.PersonId = @owner AND m.Role = 'Owner'
            JOIN AwardSignature s ON s.AwardId = a.Id AND s.Side = 'Organisation' AND s.PersonId <> @owner AND s.SetAsideAt IS NULL
            JOIN Membership o ON o.OrganisationId = a.OrganisationId AND o.PersonId = s.PersonId AND o.Role = 'Owner'
            WHERE a.State = 'Offered'
            ORDER BY a.Id
            {Dialect.Page}
            """,
            new { owner, take = 100 });

    /// <summary>Offers that one of two Owners has signed, by when they end; at most 100.</summary>
    public static Task<IReadOnlyList<AgreementRow>> HalfSigned(UnitOfWork work) =>
        work.List<AgreementRow>(
            $"""
            SELECT a.Id, a.Reference, o.Name AS OrganisationName, a.Title, a.State, a.AmountMinor, a.Currency, a.OfferExpiresAt AS At
            FROM Award a
            JOIN Organisation o ON o.Id = a.OrganisationId
            WHERE a.State = 'Offered' AND a.SigningRule = 'TwoOwners'
              AND EXISTS (SELECT 1 FROM AwardSignature s WHERE s.AwardId = a.Id AND s.Side = 'Organisation' AND s.SetAsideAt IS NULL)
            ORDER BY a.OfferExpiresAt, a.Id
            {Dialect.Page}
            """,
            new { take = 100 });
}

/// <summary>An award whose agreement waits for something.</summary>
public sealed class AgreementRow
{
    /// <summary>Record id.</summary>
    public long Id { get; init; }

    /// <summary>Such as AW-2026-0007.</summary>
    public string Reference { get; init; } = "";

    /// <summary>Who gets it.</summary>
    public string OrganisationName { get; init; } = "";

    /// <summary>What it is for.</summary>
    public string Title { get; init; } = "";

    /// <summary>Where it stands.</summary>
    public AwardState State { get; init; }

    /// <summary>Amount in minor units.</summary>
    public long AmountMinor { get; init; }

    /// <summary>ISO 4217 code.</summary>
    public string Currency { get; init; } = "GBP";

    /// <summary>Since when or until when, in UTC, as the list says.</summary>
    public DateTimeOffset? At { get; init; }
}
