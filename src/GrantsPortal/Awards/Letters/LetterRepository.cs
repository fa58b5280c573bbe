using GrantsPortal.Organisations;
using GrantsPortal.Platform.Database;
using GrantsPortal.Reviews;

namespace GrantsPortal.Awards.Letters;

/// <summary>Decision letters and who got them.</summary>
public static class LetterRepository
{
    private const string Columns =
        """
        l.Id, l.DecisionId, l.ApplicationId, a.Reference, a.OrganisationId, COALESCE(o.Name, '') AS OrganisationName, l.Outcome, l.Language,
        l.Subject, l.Body, l.DeliverBy, l.SentAt, w.Reference AS AwardReference, w.AmountMinor, a.Currency, l.Version
        """;

    private const string From =
        """
        FROM DecisionLetter l
        JOIN Application a ON a.Id = l.ApplicationId
        LEFT JOIN Organisation o ON o.Id = a.OrganisationId
        LEFT JOIN Award w ON w.ApplicationId = a.Id AND w.DecisionId = l.DecisionId
        """;

    /// <summary>A letter of a decision, or null; for staff.</summary>
    public static Task<Letter?> Find(UnitOfWork work, long decision, long id) =>
        work.Find<Letter>($"SELECT {Columns} {From} WHERE l.Id = @id AND l.DecisionId = @decision", new { id, decision });

    /// <summary>The letters of a decision in the list's order; at most 2,000.</summary>
    public static Task<IReadOnlyList<Letter>> OfDecision(UnitOfWork work, long decision) =>
        work.List<Letter>(
            $"""
            SELECT {Columns}
            {From}
            JOIN DecisionLine n ON n.DecisionId = l.DecisionId AND n.ApplicationId = l.ApplicationId
            WHERE l.DecisionId = @decision
            ORDER BY n.Place, l.Id
            {Dialect.Page}
            """,
            new { decision, take = RankingReader.Most });

    /// <summary>The letters about an application that were sent, newest first, if the person is a member of its organisation; at most 20.</summary>
    public static Task<IReadOnlyList<Letter>> For(UnitOfWork work, string applicationReference, long person) =>
        work.List<Letter>(
            $"""
            SELECT {Columns}
            {From}
            JOIN Membership m ON m.OrganisationId = a.OrganisationId AND m.PersonId = @person
            WHERE a.Reference = @applicationReference AND l.SentAt IS NOT NULL
            ORDER BY l.Id DESC
            {Dialect.Page}
            """,
            new { applicationReference, person, take = 20 });

    /// <summary>
    /// Who would get the letters of a decision now: every Owner and Editor who can sign in, each as their organisation
    /// chose; at most 5,000.
    /// </summary>
    public static Task<IReadOnlyList<LetterRecipient>> Recipients(UnitOfWork work, long decision) =>
        work.List<LetterRecipient>(
            $"""
            SELECT l.Id AS LetterId, p.Id AS PersonId, p.Name, p.Email AS Address, p.Language, o.LettersBy AS DeliverBy
            FROM DecisionLetter l
            JOIN Application a ON a.Id = l.ApplicationId
            JOIN Organisation o ON o.Id = a.OrganisationId
            JOIN Membership m ON m.OrganisationId = o.Id AND m.Role IN ('Owner', 'Editor')
            JOIN Person p ON p.Id = m.PersonId AND p.DisabledAt IS NULL AND p.ErasedAt IS NULL AND p.EmailConfirmed = 1
            WHERE l.DecisionId = @decision
            ORDER BY l.Id, p.Id
            {Dialect.Page}
            """,
            new { decision, take = 10 * RankingReader.Most });

    /// <summary>Who got the letters of a decision; at most 5,000.</summary>
    public static Task<IReadOnlyList<LetterRecipient>> Sent(UnitOfWork work, long decision) =>
        work.List<LetterRecipient>(
            $"""
            SELECT r.LetterId, r.PersonId, p.Name, r.Address, p.Language, r.DeliverBy
            FROM DecisionLetterRecipient r
            JOIN DecisionLetter l ON l.Id = r.LetterId
            JOIN Person p ON p.Id = r.PersonId
            WHERE l.DecisionId = @decision
            ORDER BY r.LetterId, r.PersonId
            {Dialect.Page}
            """,
            new { decision, take = 10 * RankingReader.Most });

    /// <summary>Adds a draft.</summary>
    public static Task<int> Insert(UnitOfWork work, Letter letter) =>
        work.Execute(
            """
            INSERT INTO DecisionLetter (Id, DecisionId, ApplicationId, Outcome, Language, Subject, Body, DeliverBy, Version)
            VALUES (@Id, @DecisionId, @ApplicationId, @Outcome, @Language, @Subject, @Body, @DeliverBy, 1)
            """,
            new { letter.Id, letter.DecisionId, letter.ApplicationId, letter.Outcome, letter.Language, letter.Subject, letter.Body, letter.DeliverBy });

    /// <summary>Changes a draft; false when somebody was quicker or it went out.</summary>
    public static Task<bool> Edit(UnitOfWork work, long id, int version, string subject, string body) =>
        work.Guarded(
            """
            UPDATE DecisionLetter
            SET Subject = @subject, Body = @body, Version = Version + 1
            WHERE Id = @id AND Version = @version AND SentAt IS NULL
            """,
            new { id, version, subject, body });

    /// <summary>Notes that a letter goes out as it now reads; false when it went out before.</summary>
    public static Task<bool> Send(UnitOfWork work, Letter letter, LetterDelivery deliverBy) =>
        work.Guarded(
            """
            UPDATE DecisionLetter
            SET SentAt = @now, Body = @body, DeliverBy = @deliverBy, Version = Version + 1
            WHERE Id = @id AND Version = @version AND SentAt IS NULL
            """,
            new { id = letter.Id, version = letter.Version, body = letter.Body, deliverBy, now = work.Now });

    /// <summary>Keeps who got a letter.</summary>
    public static Task<int> InsertRecipient(UnitOfWork work, LetterRecipient person) =>
        work.Execute(
            "INSERT INTO DecisionLetterRecipient (LetterId, PersonId, Address, DeliverBy) VALUES (@LetterId, @PersonId, @Address, @DeliverBy)",
            new { person.LetterId, person.PersonId, person.Address, person.DeliverBy });
}
