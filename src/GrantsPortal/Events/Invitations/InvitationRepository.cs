using GrantsPortal.Platform.Database;

namespace GrantsPortal.Events.Invitations;

/// <summary>Whom segments meet, who was invited, and who wants no invitations.</summary>
public static class InvitationRepository
{
    /// <summary>
    /// Everybody that a segment meets but for its themes, by organisation and name, with what keeps them from being invited;
    /// at most 20,000. The caller refuses the empty segment.
    /// </summary>
    /// <param name="work">The unit of work.</param>
    /// <param name="gathering">The event.</param>
    /// <param name="segment">The segment.</param>
    /// <param name="since">Since when somebody seen does not count as unseen.</param>
    public static Task<IReadOnlyList<SegmentPerson>> Meet(UnitOfWork work, Event gathering, Segment segment, DateTimeOffset since) =>
        work.List<SegmentPerson>(
            $"""
            SELECT p.Id AS PersonId, p.Name, p.Email, p.Language, o.Id AS OrganisationId, o.Name AS OrganisationName, o.LettersBy, o.District,
                CASE WHEN EXISTS (SELECT 1 FROM EventInvitation i WHERE i.EventId = @event AND i.PersonId = p.Id) THEN 1 ELSE 0 END AS Invited,
                CASE WHEN EXISTS (SELECT 1 FROM Booking k WHERE k.OccasionId = @occasion AND k.State <> 'Cancelled' AND k.NormalizedEmail = p.NormalizedEmail)
                    OR EXISTS (SELECT 1 FROM Booking l WHERE l.OccasionId = @occasion AND l.State <> 'Cancelled' AND l.PersonId = p.Id) THEN 1 ELSE 0 END AS Booked,
                CASE WHEN EXISTS (SELECT 1 FROM NoInvitations n WHERE n.PersonId = p.Id)
                    OR EXISTS (SELECT 1 FROM PartnerContact k WHERE k.OrganisationId = o.Id AND k.NotByEmail = 1 AND (k.PersonId = p.Id OR k.NormalizedEmail = p.NormalizedEmail)
                        AND (k.RemovedAt IS NULL OR NOT EXISTS (SELECT 1 FROM PartnerContact y WHERE y.OrganisationId = o.Id AND y.RemovedAt IS NULL AND (y.PersonId = p.Id OR y.NormalizedEmail = p.NormalizedEmail))))
                    OR EXISTS (SELECT 1 FROM NoticePreference f WHERE f.PersonId = p.Id AND f.Frequency = 'Off') THEN 1 ELSE 0 END AS WantsNone
            FROM Organisation o
            JOIN Membership m ON m.OrganisationId = o.Id
            JOIN Person p ON p.Id = m.PersonId
            WHERE p.DisabledAt IS NULL AND p.ErasedAt IS NULL AND (m.Role = 'Owner' OR (@editors = 1 AND m.Role = 'Editor'))
                AND (@anyDistrict = 1 OR o.District IN @districts)
                AND (@anyKind = 1 OR o.Kind IN @kinds)
                AND (@anyLanguage = 1 OR p.Language IN @languages)
                AND (@call IS NULL OR EXISTS (SELECT 1 FROM Award a WHERE a.OrganisationId = o.Id AND a.CallId = @call AND a.State NOT IN ('Offered', 'Refused', 'Lapsed')))
                AND (@notSeen = 0 OR NOT EXISTS (
                    SELECT 1
                    FROM Booking sb
                    JOIN BookingParty sp ON sp.Id = sb.PartyId
                    JOIN Occasion so ON so.Id = sb.OccasionId
                    WHERE sb.State = 'Attended' AND so.StartsAt >= @since
                        AND (sp.OrganisationId = o.Id OR EXISTS (SELECT 1 FROM Membership sm WHERE sm.OrganisationId = o.Id AND sm.PersonId = sb.PersonId))))
            ORDER BY o.FoldedName, o.Id, p.Name, p.Id
            {Dialect.Page}
            """,
            new
            {
                @event = gathering.Id,
                occasion = gathering.OccasionId,
                editors = segment.Members == InvitedMembers.OwnersAndEditors,
                anyDistrict = segment.Districts.Count == 0,
                districts = segment.Districts,
                anyKind = segment.Kinds.Count == 0,
                kinds = segment.Kinds,
                anyLanguage = segment.Languages.Count == 0,
                languages = segment.Languages,
                call = segment.CallId,
                notSeen = segment.NotSeen,
                since,
                take = 20_000,
            });

    /// <summary>Which themes organisations came to events of, or work on as partners; at most 20,000 pairs.</summary>
    public static Task<IReadOnlyList<ThemesOf>> Themes(UnitOfWork work) =>
        work.List<ThemesOf>(
            $"""
            SELECT x.OrganisationId, x.Themes
            FROM (
                SELECT p.OrganisationId, e.Themes
                FROM Event e
                JOIN Booking b ON b.OccasionId = e.OccasionId AND b.State = 'Attended'
                JOIN BookingParty p ON p.Id = b.PartyId
                WHERE p.OrganisationId IS NOT NULL AND e.Themes <> ''
                UNION
                SELECT q.OrganisationId, q.ThemeCodes
                FROM Partner q
                WHERE q.ThemeCodes <> '') x
            ORDER BY x.OrganisationId, x.Themes
            {Dialect.Page}
            """,
            new { take = 20_000 });

    /// <summary>Keeps an invitation; false when the person was invited to the event before.</summary>
    public static Task<bool> Insert(UnitOfWork work, Invitation invitation) =>
        work.TryInsert(
            "INSERT INTO EventInvitation (Id, EventId, PersonId, OrganisationId, Secret, SentAt, SentBy) VALUES (@Id, @EventId, @PersonId, @OrganisationId, @Secret, @now, @by)",
            new { invitation.Id, invitation.EventId, invitation.PersonId, invitation.OrganisationId, invitation.Secret, now = work.Now, by = work.Actor.Person });

    /// <summary>The invitation that a secret is of; or null.</summary>
    public static Task<Invitation?> FindBySecret(UnitOfWork work, string secret) =>
        work.Find<Invitation>("SELECT Id, EventId, PersonId, OrganisationId, Secret, DeclinedAt FROM EventInvitation WHERE Secret = @secret", new { secret });

    /// <summary>Notes that somebody cannot come, or takes it back; false when it was so.</summary>
    public static Task<bool> Decline(UnitOfWork work, long id, bool declined) =>
        work.Guarded(
            "UPDATE EventInvitation SET DeclinedAt = CASE WHEN @declined = 1 THEN @now ELSE NULL END WHERE Id = @id AND ((@declined = 1 AND DeclinedAt IS NULL) OR (@declined = 0 AND DeclinedAt IS NOT NULL))",
            new { id, declined, now = work.Now });

    /// <summary>Who was invited and what came of it, by name; at most 5,000.</summary>
    public static Task<IReadOnlyList<InvitationRow>> OfEvent(UnitOfWork work, Event gathering) =>
        work.List<InvitationRow>(
            $"""
            SELECT i.Id, p.Name, o.Name AS OrganisationName, i.SentAt, i.DeclinedAt,
                (SELECT MAX(b.State) FROM Booking b WHERE b.OccasionId = @occasion AND b.State <> 'Cancelled' AND (b.PersonId = p.Id OR b.NormalizedEmail = p.NormalizedEmail)) AS BookingState
            FROM EventInvitation i
            JOIN Person p ON p.Id = i.PersonId
            LEFT JOIN Organisation o ON o.Id = i.OrganisationId
            WHERE i.EventId = @event
            ORDER BY p.Name, i.Id
            {Dialect.Page}
            """,
            new { @event = gathering.Id, occasion = gathering.OccasionId, take = 5_000 });

    /// <summary>Whether a person wants no invitations to events.</summary>
    public static async Task<bool> WantsNone(UnitOfWork work, long person) =>
        await work.Scalar<long>("SELECT COUNT(*) FROM NoInvitations WHERE PersonId = @person", new { person }) > 0;

    /// <summary>Keeps that a person wants no invitations; false when it was kept.</summary>
    public static Task<bool> WantNone(UnitOfWork work, long person) =>
        work.TryInsert("INSERT INTO NoInvitations (PersonId, Since) VALUES (@person, @now)", new { person, now = work.Now });

    /// <summary>Forgets that a person wants no invitations; how many there were.</summary>
    public static Task<int> WantAgain(UnitOfWork work, long person) => work.Execute("DELETE FROM NoInvitations WHERE PersonId = @person", new { person });

    /// <summary>The events a person was invited to; at most 200.</summary>
    public static Task<IReadOnlyList<OwnInvitation>> OfPerson(UnitOfWork work, long person) =>
        work.List<OwnInvitation>(
            $"""
            SELECT e.Slug, i.SentAt, i.DeclinedAt
            FROM EventInvitation i
            JOIN Event e ON e.Id = i.EventId
            WHERE i.PersonId = @person
            ORDER BY i.Id
            {Dialect.Page}
            """,
            new { person, take = 200 });

    /// <summary>Forgets a person's invitations.</summary>
    public static Task Forget(UnitOfWork work, long person) => work.Execute("DELETE FROM EventInvitation WHERE PersonId = @person", new { person });
}

/// <summary>An invitation as the person's own document has it.</summary>
public sealed class OwnInvitation
{
    /// <summary>The event's part of the address.</summary>
    public string Slug { get; init; } = "";

    /// <summary>When they were invited, in UTC.</summary>
    public DateTimeOffset SentAt { get; init; }

    /// <summary>When they said that they cannot come, in UTC.</summary>
    public DateTimeOffset? DeclinedAt { get; init; }
}

/// <summary>Themes that an organisation works on: of an event it came to, or as it says itself.</summary>
public sealed class ThemesOf
{
    /// <summary>The organisation.</summary>
    public long OrganisationId { get; init; }

    /// <summary>The themes, as they are kept.</summary>
    public string Themes { get; init; } = "";
}
