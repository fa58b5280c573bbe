using GrantsPortal.Organisations.Signing;
using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Documents;
using GrantsPortal.Platform.Files;

namespace GrantsPortal.Partnerships.Agreements;

/// <summary>Memoranda and partnership plans with their parties, goals and signatures.</summary>
public static partial class PartnerAgreementRepository
{
    private const string Columns =
        """
        a.Id, a.Reference, a.Kind, a.Title, a.Purpose, a.CityBrings, a.StartsOn, a.EndsOn, a.State, a.FollowsId, f.Reference AS FollowsReference, n.Reference AS FollowedBy,
        a.OfferedAt, a.OfferedBy, a.SentBack, a.Signings, a.InForceAt, a.EndedAt, a.EndReason, a.EndTold, a.HtmlId, a.PdfId, a.Hash, a.Version
        """;

    private const string From =
        """
        FROM PartnerAgreement a
        LEFT JOIN PartnerAgreement f ON f.Id = a.FollowsId
        LEFT JOIN PartnerAgreement n ON n.FollowsId = a.Id AND n.State <> 'Ended'
        """;

    /// <summary>One by its reference, with all that belongs to it, in four queries; or null.</summary>
    public static async Task<WholeAgreement?> Find(UnitOfWork work, string reference) =>
        await work.Find<PartnerAgreement>($"SELECT {Columns} {From} WHERE a.Reference = @reference", new { reference }) is { } agreement
            ? new WholeAgreement(agreement, [.. (await Parties(work, [agreement.Id]))[agreement.Id]], [.. (await Goals(work, [agreement.Id]))[agreement.Id]], [.. (await SignaturesOf(work, [agreement.Id]))[agreement.Id]])
            : null;

    /// <summary>Several by id, by their last day.</summary>
    public static async Task<IReadOnlyList<PartnerAgreement>> Find(UnitOfWork work, IReadOnlyCollection<long> ids) =>
        ids.Count == 0 ? [] : await work.List<PartnerAgreement>($"SELECT {Columns} {From} WHERE a.Id IN @ids ORDER BY a.EndsOn, a.Id", new { ids });

    /// <summary>The parties of some agreements.</summary>
    public static async Task<ILookup<long, AgreementParty>> Parties(UnitOfWork work, IReadOnlyCollection<long> agreements) =>
        (agreements.Count == 0 ? [] : await work.List<AgreementParty>(
            """
            SELECT q.AgreementId, q.OrganisationId, o.Name, q.Brings, q.SigningRule
            FROM PartnerAgreementParty q
            JOIN Organisation o ON o.Id = q.OrganisationId
            WHERE q.AgreementId IN @agreements
            ORDER BY q.AgreementId, q.Place
            """,
            new { agreements })).ToLookup(party => party.AgreementId);

    /// <summary>Every signature under some agreements, in the order given.</summary>
    public static async Task<ILookup<long, PartnerSignature>> SignaturesOf(UnitOfWork work, IReadOnlyCollection<long> agreements) =>
        (agreements.Count == 0 ? [] : await work.List<PartnerSignature>(
            """
            SELECT s.AgreementId, s.OrganisationId, s.PersonId, s.Name, s.Account, s.SignedAt, s.SetAsideAt, CASE WHEN m.Role = 'Owner' THEN 1 ELSE 0 END AS OwnerNow
            FROM PartnerAgreementSignature s
            LEFT JOIN Membership m ON m.OrganisationId = s.OrganisationId AND m.PersonId = s.PersonId
            WHERE s.AgreementId IN @agreements
            ORDER BY s.AgreementId, s.SignedAt, s.Id
            """,
            new { agreements })).ToLookup(signature => signature.AgreementId);

    /// <summary>Registered organisations of a folded name; two at most, since two are too many.</summary>
    public static Task<IReadOnlyList<long>> Named(UnitOfWork work, string folded) =>
        work.List<long>($"SELECT o.Id FROM Organisation o WHERE o.Source = 'Portal' AND o.FoldedName = @folded ORDER BY o.Id {Dialect.Page}", new { folded, take = 2 });

    /// <summary>Names of registered organisations, to choose from while typing; at most 300.</summary>
    public static Task<IReadOnlyList<string>> Names(UnitOfWork work) =>
        work.List<string>($"SELECT o.Name FROM Organisation o WHERE o.Source = 'Portal' ORDER BY o.FoldedName, o.Id {Dialect.Page}", new { take = 300 });

    /// <summary>Adds a draft; false when another version follows the same one.</summary>
    public static Task<bool> Insert(UnitOfWork work, PartnerAgreement agreement) =>
        work.TryInsert(
            """
            INSERT INTO PartnerAgreement (Id, Reference, Kind, Title, Purpose, CityBrings, StartsOn, EndsOn, State, FollowsId, Signings, CreatedAt, CreatedBy, Version)
            VALUES (@Id, @Reference, @Kind, @Title, @Purpose, @CityBrings, @StartsOn, @EndsOn, 'Draft', @FollowsId, 0, @now, @by, 1)
            """,
            new
            {
                agreement.Id,
                agreement.Reference,
                agreement.Kind,
                agreement.Title,
                agreement.Purpose,
                agreement.CityBrings,
                agreement.StartsOn,
                agreement.EndsOn,
                agreement.FollowsId,
                now = work.Now,
                by = work.Actor.Person,
            });

    /// <summary>Changes a draft; false when somebody was quicker.</summary>
    public static Task<bool> Update(UnitOfWork work, PartnerAgreement agreement, int version) =>
        work.Guarded(
            """
            UPDATE PartnerAgreement
            SET Kind = @Kind, Title = @Title, Purpose = @Purpose, CityBrings = @CityBrings, StartsOn = @StartsOn, EndsOn = @EndsOn, Version = Version + 1
            WHERE Id = @Id AND State = 'Draft' AND Version = @version
            """,
            new { agreement.Id, agreement.Kind, agreement.Title, agreement.Purpose, agreement.CityBrings, agreement.StartsOn, agreement.EndsOn, version });

    /// <summary>Writes the parties and goals of a draft anew.</summary>
    public static async Task Put(UnitOfWork work, long agreement, IReadOnlyList<AgreementParty> parties, IReadOnlyList<PartnerGoal> goals)
    {
        await work.Execute("DELETE FROM PartnerGoal WHERE AgreementId = @agreement", new { agreement });
        await work.Execute("DELETE FROM PartnerAgreementParty WHERE AgreementId = @agreement", new { agreement });
        foreach (var (place, party) in parties.Index())
        {
            await work.Execute(
                "INSERT INTO PartnerAgreementParty (AgreementId, OrganisationId, Place, Brings, SigningRule) VALUES (@agreement, @OrganisationId, @place, @Brings, 'OneOwner')",
                new { agreement, party.OrganisationId, place, party.Brings });
        }

        foreach (var (place, goal) in goals.Index())
        {
            await work.Execute(
                "INSERT INTO PartnerGoal (Id, AgreementId, Place, What, OrganisationId, DueOn, State, Version) VALUES (@id, @agreement, @place, @What, @OrganisationId, @DueOn, 'Open', 1)",
                new { id = work.NewId(), agreement, place, goal.What, goal.OrganisationId, goal.DueOn });
        }
    }

    /// <summary>Opens a draft for signatures, with each partner's signing rule as it is now; false when somebody was quicker.</summary>
    public static async Task<bool> Offer(UnitOfWork work, long id, int version)
    {
        if (!await work.Guarded(
            """
            UPDATE PartnerAgreement SET State = 'Offered', OfferedAt = @now, OfferedBy = @by, SentBack = NULL, Version = Version + 1
            WHERE Id = @id AND State = 'Draft' AND Version = @version
            """,
            new { id, version, now = work.Now, by = work.Actor.Person }))
        {
            return false;
        }

        await work.Execute(
            "UPDATE PartnerAgreementParty SET SigningRule = (SELECT o.SigningRule FROM Organisation o WHERE o.Id = PartnerAgreementParty.OrganisationId) WHERE AgreementId = @id",
            new { id });
        return true;
    }

    /// <summary>Makes an offered one a draft again and sets its signatures aside; false when somebody was quicker.</summary>
    public static async Task<bool> Return(UnitOfWork work, long id, int version, string? sentBack)
    {
        if (!await work.Guarded("UPDATE PartnerAgreement SET State = 'Draft', SentBack = @sentBack, Version = Version + 1 WHERE Id = @id AND State = 'Offered' AND Version = @version", new { id, version, sentBack }))
        {
            return false;
        }

        await work.Execute("UPDATE PartnerAgreementSignature SET SetAsideAt = @now WHERE AgreementId = @id AND SetAsideAt IS NULL", new { id, now = work.Now });
        return true;
    }

    /// <summary>Ends one with a reason; false when somebody was quicker.</summary>
    public static Task<bool> End(UnitOfWork work, PartnerAgreement agreement, string reason, int version) =>
        work.Guarded(
            "UPDATE PartnerAgreement SET State = 'Ended', EndedAt = @now, EndReason = @reason, Version = Version + 1 WHERE Id = @Id AND State = @State AND Version = @version",
            new { agreement.Id, agreement.State, reason, version, now = work.Now });

    /// <summary>
    /// Takes the agreement's turn for a signature, if it is still offered as it was read, nobody signed since, and who signs for a partner is an Owner of it now;
    /// false otherwise.
    /// </summary>
    public static Task<bool> TakeTurn(UnitOfWork work, PartnerAgreement agreement, long? organisation) =>
        work.Guarded(
            $"UPDATE PartnerAgreement {SigningTurns.Take}",
            new { id = agreement.Id, version = agreement.Version, signings = agreement.Signings, organisation, person = work.Actor.Person });

    /// <summary>Sets aside what was signed for partners by people who are not their Owners any more.</summary>
    public static Task<int> SetAside(UnitOfWork work, long agreement) =>
        work.Execute(
            """
            UPDATE PartnerAgreementSignature SET SetAsideAt = @now
            WHERE AgreementId = @agreement AND OrganisationId IS NOT NULL AND SetAsideAt IS NULL
              AND NOT EXISTS (SELECT 1 FROM Membership m WHERE m.OrganisationId = PartnerAgreementSignature.OrganisationId AND m.PersonId = PartnerAgreementSignature.PersonId AND m.Role = 'Owner')
            """,
            new { agreement, now = work.Now });

    /// <summary>Adds the actor's signature; false when theirs, or the city's, is there already.</summary>
    public static Task<bool> Sign(UnitOfWork work, long agreement, long? organisation, string name, DateTimeOffset received) =>
        work.TryInsert(
            "INSERT INTO PartnerAgreementSignature (Id, AgreementId, OrganisationId, PersonId, Name, Account, SignedAt) VALUES (@id, @agreement, @organisation, @person, @name, @account, @received)",
            new { id = work.NewId(), agreement, organisation, person = work.Actor.Person, name, account = work.Actor.Name, received });

    /// <summary>How many signatures count.</summary>
    public static Task<int> Counting(UnitOfWork work, long agreement) =>
        work.Scalar<int>("SELECT COUNT(*) FROM PartnerAgreementSignature WHERE AgreementId = @agreement AND SetAsideAt IS NULL", new { agreement });

    /// <summary>Brings an agreement into force with its document; false when it is not offered any more.</summary>
    public static async Task<bool> BringIntoForce(UnitOfWork work, long id, MadeDocument made) =>
        await work.Guarded(
            "UPDATE PartnerAgreement SET State = 'InForce', InForceAt = @now, HtmlId = @html, PdfId = @pdf, Hash = @hash WHERE Id = @id AND State = 'Offered'",
            new { id, now = work.Now, html = await StoredFileRepository.Insert(work, made.Html), pdf = made.Pdf is null ? (long?)null : await StoredFileRepository.Insert(work, made.Pdf), hash = made.Hash });

    /// <summary>Notes of how many days before its end people were told; false when they were told of as few.</summary>
    public static Task<bool> MarkEndTold(UnitOfWork work, long id, int days) =>
        work.Guarded("UPDATE PartnerAgreement SET EndTold = @days WHERE Id = @id AND State = 'InForce' AND (EndTold IS NULL OR EndTold > @days)", new { id, days });

    /// <summary>Whether an agreement in force was signed by fewer or other than its parties' rules asked for; references, at most 100.</summary>
    public static Task<IReadOnlyList<string>> BadlySigned(UnitOfWork work) =>
        work.List<string>(
            $"""
            SELECT a.Reference
            FROM PartnerAgreement a
            WHERE a.InForceAt IS NOT NULL
              AND (a.Hash IS NULL
                OR NOT EXISTS (SELECT 1 FROM PartnerAgreementSignature s WHERE s.AgreementId = a.Id AND s.OrganisationId IS NULL AND s.SetAsideAt IS NULL)
                OR EXISTS (SELECT 1 FROM PartnerAgreementParty q WHERE q.AgreementId = a.Id
                    AND (SELECT COUNT(*) FROM PartnerAgreementSignature s WHERE s.AgreementId = a.Id AND s.OrganisationId = q.OrganisationId AND s.SetAsideAt IS NULL)
                        <> CASE q.SigningRule WHEN 'TwoOwners' THEN 2 ELSE 1 END))
            ORDER BY a.Reference
            {Dialect.Page}
            """,
            new { take = 100 });
}
