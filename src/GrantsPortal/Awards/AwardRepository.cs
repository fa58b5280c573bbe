using GrantsPortal.Awards.Agreements;
using GrantsPortal.Awards.Variations;
using GrantsPortal.Organisations;
using GrantsPortal.Platform.Database;

namespace GrantsPortal.Awards;

/// <summary>Awards: the record and its changes. Lists stand in the file beside this one.</summary>
public static partial class AwardRepository
{
    private const string Columns =
        """
        a.Id, a.Reference, a.ApplicationId, a.DecisionId, a.CallId, a.OrganisationId, o.Name AS OrganisationName, a.ProgrammeId,
        g.Name AS ProgrammeName, a.State, a.Title, a.Summary, a.AmountMinor, a.Currency, a.AwardedOn, a.StartsOn, a.EndsOn, a.OfferedAt,
        a.OfferExpiresAt, a.RemindedAt, a.Terms, a.TermsLanguage, a.SigningRule, a.Signings, a.AnsweredAt, a.AnsweredBy, a.AcceptedName, a.RefusalReason,
        a.AgreementHtmlId, a.AgreementPdfId, a.AgreementHash, a.Publication, a.PublicationAsked, a.PublicationReason,
        a.PublicationAskedReason, a.FunderName, a.Source, a.ImportId, a.CreatedAt, a.Version
        """;

    private const string From =
        """
        FROM Award a
        JOIN Organisation o ON o.Id = a.OrganisationId
        LEFT JOIN Programme g ON g.Id = a.ProgrammeId
        """;

    /// <summary>The award, or null; for code.</summary>
    public static Task<Award?> Find(UnitOfWork work, long id) =>
        work.Find<Award>($"SELECT {Columns} {From} WHERE a.Id = @id", new { id });

    /// <summary>The award by its reference, or null; for staff and for code.</summary>
    public static Task<Award?> FindByReference(UnitOfWork work, string reference) =>
        work.Find<Award>($"SELECT {Columns} {From} WHERE a.Reference = @reference", new { reference });

    /// <summary>The award if it was offered and the person is a member of the organisation, or null.</summary>
    public static Task<Award?> FindFor(UnitOfWork work, string reference, long person) =>
        work.Find<Award>(
            $"""
            SELECT {Columns}
            {From}
            JOIN Membership m ON m.OrganisationId = a.OrganisationId AND m.PersonId = @person
            WHERE a.Reference = @reference AND a.OfferedAt IS NOT NULL
            """,
            new { reference, person });

    /// <summary>Whether an award comes from a call of the short road, where money goes before the papers.</summary>
    public static async Task<bool> IsRapid(UnitOfWork work, long award) =>
        await work.Scalar<long>("SELECT COUNT(*) FROM Award a JOIN Call c ON c.Id = a.CallId WHERE a.Id = @award AND c.DecisionHours IS NOT NULL", new { award }) > 0;

    /// <summary>What the standing awards of a call take from its budget, in minor units.</summary>
    public static Task<long> Committed(UnitOfWork work, long call) =>
        work.Scalar<long>("SELECT COALESCE(SUM(AmountMinor), 0) FROM Award WHERE CallId = @call AND State NOT IN ('Refused', 'Lapsed', 'Terminated')", new { call });

    /// <summary>Adds an award; what the public may search for goes into <paramref name="searchText"/>, never who gets it.</summary>
    public static Task<int> Insert(UnitOfWork work, Award award, string searchText) =>
        work.Execute(
            """
            INSERT INTO Award (Id, Reference, ApplicationId, DecisionId, CallId, OrganisationId, ProgrammeId, State, Title, Summary,
                AmountMinor, Currency, AwardedOn, StartsOn, EndsOn, Terms, TermsLanguage, Publication, FunderName, Source, ImportId,
                SearchText, CreatedAt, Version)
            VALUES (@Id, @Reference, @ApplicationId, @DecisionId, @CallId, @OrganisationId, @ProgrammeId, @State, @Title, @Summary,
                @AmountMinor, @Currency, @AwardedOn, @StartsOn, @EndsOn, @Terms, @TermsLanguage, @Publication, @FunderName, @Source, @ImportId,
                @searchText, @CreatedAt, 1)
            """,
            new
            {
                award.Id,
                award.Reference,
                award.ApplicationId,
                award.DecisionId,
                award.CallId,
                award.OrganisationId,
                award.ProgrammeId,
                award.State,
                award.Title,
                award.Summary,
                award.AmountMinor,
                award.Currency,
                award.AwardedOn,
                award.StartsOn,
                award.EndsOn,
                award.Terms,
                award.TermsLanguage,
                award.Publication,
                award.FunderName,
                award.Source,
                award.ImportId,
                searchText,
                award.CreatedAt,
            });

    /// <summary>Changes the terms of an offer that has not gone out; false when it has.</summary>
    public static Task<bool> SetTerms(UnitOfWork work, string reference, string terms) =>
        work.Guarded(
            "UPDATE Award SET Terms = @terms, Version = Version + 1 WHERE Reference = @reference AND State = 'Offered' AND OfferedAt IS NULL",
            new { reference, terms });

    /// <summary>Starts an offer, under the signing rule that the organisation has now; false when it was started before.</summary>
    public static Task<bool> Offer(UnitOfWork work, Award award, string terms, DateTimeOffset expires) =>
        work.Guarded(
            """
            UPDATE Award
            SET OfferedAt = @now, OfferExpiresAt = @expires, Terms = @terms, Version = Version + 1,
                SigningRule = (SELECT o.SigningRule FROM Organisation o WHERE o.Id = Award.OrganisationId)
            WHERE Id = @id AND State = 'Offered' AND OfferedAt IS NULL
            """,
            new { id = award.Id, now = work.Now, expires, terms });

    /// <summary>
    /// Accepts an offer if it still stands at the instant the answer was received and who accepts is an Owner now.
    /// </summary>
    public static Task<bool> Accept(UnitOfWork work, Award award, DateTimeOffset received, string name) =>
        work.Guarded(
            """
            UPDATE Award
            SET State = 'Accepted', AnsweredAt = @received, AnsweredBy = @person, AcceptedName = @name, Version = Version + 1
            WHERE Id = @id AND State = 'Offered' AND Version = @version AND OfferExpiresAt >= @received
              AND EXISTS (SELECT 1 FROM Membership m WHERE m.OrganisationId = Award.OrganisationId AND m.PersonId = @person AND m.Role = 'Owner')
            """,
            new { id = award.Id, version = award.Version, received, person = work.Actor.Person, name });

    /// <summary>Names the agreement that was accepted, in the transaction that accepts it.</summary>
    internal static Task<bool> SetAgreement(UnitOfWork work, Award award, AwardDocument agreement) =>
        work.Guarded(
            "UPDATE Award SET AgreementHtmlId = @html, AgreementPdfId = @pdf, AgreementHash = @hash WHERE Id = @id AND AgreementHtmlId IS NULL",
            new { id = award.Id, html = agreement.HtmlId, pdf = agreement.PdfId, hash = agreement.Hash });

    /// <summary>Refuses an offer, under the same guard as <see cref="Accept"/>.</summary>
    public static Task<bool> Refuse(UnitOfWork work, Award award, DateTimeOffset received, string reason) =>
        work.Guarded(
            """
            UPDATE Award
            SET State = 'Refused', AnsweredAt = @received, AnsweredBy = @person, RefusalReason = @reason, Version = Version + 1
            WHERE Id = @id AND State = 'Offered' AND Version = @version AND OfferExpiresAt >= @received
              AND EXISTS (SELECT 1 FROM Membership m WHERE m.OrganisationId = Award.OrganisationId AND m.PersonId = @person AND m.Role = 'Owner')
            """,
            new { id = award.Id, version = award.Version, received, person = work.Actor.Person, reason });

    /// <summary>Lets an offer lapse that ended before an instant; false when somebody answered it.</summary>
    public static Task<bool> Lapse(UnitOfWork work, Award award, DateTimeOffset endedBefore) =>
        work.Guarded(
            "UPDATE Award SET State = 'Lapsed', Version = Version + 1 WHERE Id = @id AND State = 'Offered' AND OfferExpiresAt < @endedBefore",
            new { id = award.Id, endedBefore });

    /// <summary>Notes that an unanswered offer was brought to mind; false when it was before.</summary>
    public static Task<bool> Reminded(UnitOfWork work, Award award) =>
        work.Guarded(
            "UPDATE Award SET RemindedAt = @now WHERE Id = @id AND State = 'Offered' AND RemindedAt IS NULL",
            new { id = award.Id, now = work.Now });

    /// <summary>Moves an award along a line of its machine; false when somebody was quicker.</summary>
    public static Task<bool> Move(UnitOfWork work, Award award, AwardState to) =>
        work.Guarded(
            "UPDATE Award SET State = @to, Version = Version + 1 WHERE Id = @id AND State = @from AND Version = @version",
            new { id = award.Id, from = award.State, version = award.Version, to });

    /// <summary>Counts an edit of what belongs to an award, so that nobody passes it unseen; false when somebody was quicker.</summary>
    public static Task<bool> Touch(UnitOfWork work, Award award) =>
        work.Guarded("UPDATE Award SET Version = Version + 1 WHERE Id = @id AND Version = @version", new { id = award.Id, version = award.Version });

    /// <summary>Writes varied terms; false when somebody was quicker or the award does not run any more.</summary>
    public static Task<bool> Vary(UnitOfWork work, Award award, AwardTerms terms, string searchText) =>
        work.Guarded(
            """
            UPDATE Award
            SET StartsOn = @StartsOn, EndsOn = @EndsOn, AmountMinor = @AmountMinor, Title = @Title, Summary = @Summary, SearchText = @searchText,
                Version = Version + 1
            WHERE Id = @id AND Version = @version AND State IN ('Accepted', 'Active', 'Suspended')
            """,
            new { id = award.Id, version = award.Version, terms.StartsOn, terms.EndsOn, terms.AmountMinor, terms.Title, terms.Summary, searchText });

    /// <summary>Sets how much is published and answers any request; false when somebody was quicker.</summary>
    public static Task<bool> Publish(UnitOfWork work, Award award, Publication publication, string reason) =>
        work.Guarded(
            """
            UPDATE Award
            SET Publication = @publication, PublicationReason = @reason, PublicationAsked = NULL, PublicationAskedReason = NULL, Version = Version + 1
            WHERE Id = @id AND Version = @version
            """,
            new { id = award.Id, version = award.Version, publication, reason });

    /// <summary>Keeps what the recipient asks for; false when somebody was quicker.</summary>
    public static Task<bool> AskPublication(UnitOfWork work, Award award, Publication asked, string reason) =>
        work.Guarded(
            """
            UPDATE Award
            SET PublicationAsked = @asked, PublicationAskedReason = @reason, Version = Version + 1
            WHERE Id = @id AND Version = @version
            """,
            new { id = award.Id, version = award.Version, asked, reason });
}
