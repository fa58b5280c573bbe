using System.Globalization;
using GrantsPortal.Bookings;
using GrantsPortal.Organisations;
using GrantsPortal.Partnerships.Engagements;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Mail;
using GrantsPortal.Platform.Text;
using Microsoft.Extensions.Options;

namespace GrantsPortal.Events.Invitations;

/// <summary>Invites by segment, to exactly those who were shown, and takes answers. Acts answer null when there is no such event or invitation.</summary>
public sealed class InvitationDesk(PortalDatabase database, IOptions<PortalOptions> portal)
{
    /// <summary>Whom a segment would invite now. Refused like <see cref="InvitationRules.MayInvite"/>, or with <c>invite.too-many</c> (most).</summary>
    public async Task<Outcome<SegmentList>?> Show(Actor actor, string slug, Segment segment)
    {
        await using var work = await database.Read();
        return await EventRepository.FindBySlug(work, slug) is { } gathering ? await Meet(actor, work, gathering, segment) : default(Outcome<SegmentList>?);
    }

    /// <summary>
    /// Invites those whom a segment meets, if they are still those who were shown: invitations, e-mails and one audit entry
    /// in one transaction. Refused like <see cref="Show"/>, or with <c>invite.changed-meanwhile</c>, <c>invite.nobody</c>.
    /// </summary>
    public async Task<Outcome<int>?> Send(Actor actor, string slug, Segment segment, string? seal)
    {
        await using var work = await database.Write(actor);
        if (await EventRepository.FindBySlug(work, slug) is not { } gathering)
        {
            return null;
        }

        var met = await Meet(actor, work, gathering, segment);
        if (met.Refused)
        {
            return (Outcome<int>?)Outcome<int>.Refuse(met.Refusals);
        }

        if (met.Value.Seal != seal)
        {
            return (Outcome<int>)new Refusal("invite.changed-meanwhile");
        }

        if (met.Value.People.Count == 0)
        {
            return (Outcome<int>)new Refusal("invite.nobody");
        }

        var texts = (await EventRepository.Texts(work, gathering.Id)).ToDictionary(one => one.Language);
        var sessions = (await OccasionRepository.Sessions(work, gathering.OccasionId)).Where(session => session.CancelledAt is null).ToList();
        foreach (var person in met.Value.People)
        {
            var invitation = new Invitation { Id = work.NewId(), EventId = gathering.Id, PersonId = person.PersonId, OrganisationId = person.OrganisationId, Secret = BookingCodes.Secret() };
            if (!await InvitationRepository.Insert(work, invitation))
            {
                return (Outcome<int>)new Refusal("invite.changed-meanwhile");
            }

            work.Mail(new Recipient(person.PersonId, person.Email, person.Name, person.Language), Letter(texts, gathering, sessions, person, invitation), nameof(Invitation), invitation.Id);
        }

        work.Audit("event.invited", nameof(Event), gathering.Id, new { people = met.Value.People.Count, segment.Districts, segment.Themes, segment.Kinds, segment.CallId, segment.NotSeen, segment.Languages, segment.Members });
        await work.Commit();
        return (Outcome<int>)met.Value.People.Count;
    }

    /// <summary>Notes that somebody cannot come, or takes it back, by the secret of their link. Refused like <see cref="InvitationRules.MayAnswer"/>.</summary>
    public async Task<Outcome?> Decline(Actor actor, string secret, bool declined)
    {
        await using var work = await database.Write(actor);
        if (await InvitationRepository.FindBySecret(work, secret) is not { } invitation
            || await EventRepository.Find(work, invitation.EventId) is not { } gathering
            || await OccasionRepository.Find(work, gathering.OccasionId) is not { } occasion)
        {
            return null;
        }

        if (InvitationRules.MayAnswer(occasion, work.Now) is { } refused)
        {
            return refused;
        }

        if (await InvitationRepository.Decline(work, invitation.Id, declined))
        {
            work.Audit(declined ? "invitation.declined" : "invitation.taken-up", nameof(Invitation), invitation.Id);
            await work.Commit();
        }

        return Outcome.Ok;
    }

    /// <summary>Keeps that somebody wants no more invitations to events, or takes it back, by the secret of their link.</summary>
    public async Task<Outcome?> WantNone(Actor actor, string secret, bool none)
    {
        await using var work = await database.Write(actor);
        if (await InvitationRepository.FindBySecret(work, secret) is not { } invitation)
        {
            return null;
        }

        if (none ? await InvitationRepository.WantNone(work, invitation.PersonId) : await InvitationRepository.WantAgain(work, invitation.PersonId) > 0)
        {
            work.Audit(none ? "invitations.unwanted" : "invitations.wanted", "Person", invitation.PersonId);
            await work.Commit();
        }

        return Outcome.Ok;
    }

    private async Task<Outcome<SegmentList>> Meet(Actor actor, UnitOfWork work, Event gathering, Segment segment)
    {
        var occasion = await OccasionRepository.Find(work, gathering.OccasionId) ?? throw new InvalidOperationException("An event without its occasion.");
        if (InvitationRules.MayInvite(actor, occasion, segment, portal.Value, work.Now) is { } refused)
        {
            return refused;
        }

        var since = InvitationRules.SeenSince(work.Now);
        IEnumerable<SegmentPerson> met = await InvitationRepository.Meet(work, gathering, segment, since);
        if (segment.Themes.Count > 0)
        {
            var working = await WorkingOn(work, segment.Themes);
            met = met.Where(person => working.Contains(person.OrganisationId));
        }

        if (segment.NotSeen)
        {
            var seen = await SeenSince(work, [.. met.Select(person => person.OrganisationId).Distinct()], since);
            met = met.Where(person => !seen.Contains(person.OrganisationId));
        }

        var list = InvitationRules.List(met);
        return list.People.Count > InvitationRules.MostPeople ? new Refusal("invite.too-many", InvitationRules.MostPeople) : list;
    }

    private static async Task<HashSet<long>> WorkingOn(UnitOfWork work, IReadOnlyList<string> codes) =>
        (await InvitationRepository.Themes(work)).Where(of => CodeList.Of(of.Themes).Intersect(codes).Any()).Select(of => of.OrganisationId).ToHashSet();

    /// <summary>Those of some organisations that somebody of the city met since an instant, whether at an occasion or not.</summary>
    private static async Task<HashSet<long>> SeenSince(UnitOfWork work, IReadOnlyList<long> organisations, DateTimeOffset since)
    {
        HashSet<long> seen = [];
        foreach (var some in organisations.Chunk(500))
        {
            seen.UnionWith(await EngagementRepository.SeenSince(work, some, since));
        }

        return seen;
    }

    private static EventInvited Letter(IReadOnlyDictionary<string, EventTexts> texts, Event gathering, IReadOnlyList<OccasionSession> sessions, SegmentPerson person, Invitation invitation)
    {
        var text = texts.GetValueOrDefault(person.Language) ?? texts[gathering.SourceLanguage];
        var culture = CultureInfo.GetCultureInfo(person.Language);
        return new EventInvited(
            text.Title,
            text.Summary,
            person.LettersBy == LetterDelivery.SignIn ? "" : person.OrganisationName,
            [.. sessions.Select(session => new InvitedTo(SessionWords.When(session, culture), session.Mode == SessionMode.Online ? "" : session.VenueName, session.Mode != SessionMode.InPerson))],
            EventRoutes.Event(gathering.Slug),
            EventRoutes.Invitation(invitation.Secret));
    }
}
