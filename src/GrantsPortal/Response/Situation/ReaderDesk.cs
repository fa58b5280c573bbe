using GrantsPortal.People;
using GrantsPortal.People.Erasure;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Events;
using GrantsPortal.Platform.Mail;
using GrantsPortal.Response.CallDown;
using GrantsPortal.Response.Incidents;
using GrantsPortal.Response.Log;
using GrantsPortal.Response.Matters;
using Microsoft.Extensions.Options;

namespace GrantsPortal.Response.Situation;

/// <summary>How an incident stands, for those who may read it: no names of people, and partners at risk unnamed.</summary>
/// <param name="Incident">The incident.</param>
/// <param name="Counts">The counts.</param>
/// <param name="Matters">Needs and offers.</param>
/// <param name="Lines">The last lines of the log.</param>
/// <param name="Reader">Who reads.</param>
/// <param name="At">When it was read, in UTC.</param>
public sealed record SituationSight(Incident Incident, IncidentCounts Counts, IReadOnlyList<IncidentMatter> Matters, IReadOnlyList<IncidentLine> Lines, IncidentReader Reader, DateTimeOffset At);

/// <summary>Lets people read situation pages, and notes each reading in the audit trail.</summary>
public sealed class ReaderDesk(PortalDatabase database, IncidentSeal seal, IOptions<ResponseOptions> options, IOptions<PortalOptions> portal)
{
    /// <summary>Lets a person of the staff in. Null when there is no such incident; refused with <c>incident.not-staff</c>, <c>incident.over</c>, or at <c>Person</c> with <c>reader.not-staff</c> or <c>reader.in-already</c>.</summary>
    public async Task<Outcome?> Add(Actor actor, string reference, long? person)
    {
        await using var work = await database.Write(actor);
        if (await IncidentRepository.Find(work, reference) is not { } incident)
        {
            return null;
        }

        if (IncidentRules.Against(actor, incident) is { } against)
        {
            return against;
        }

        if (person is not { } id || (await Staff(work)).FirstOrDefault(one => one.Id == id) is not { } known)
        {
            return new Refusal("reader.not-staff").At("Person");
        }

        if (await ReaderRepository.OfPerson(work, incident.Id, id) is not null)
        {
            return new Refusal("reader.in-already").At("Person");
        }

        await Keep(work, incident, new IncidentReader { Id = work.NewId(), IncidentId = incident.Id, PersonId = id, Name = known.Name });
        await work.Commit();
        return Outcome.Ok;
    }

    /// <summary>
    /// Sends an outside counterpart a link that holds for some days, for this page alone. Null when there is no such incident; refused with
    /// <c>incident.not-staff</c>, <c>incident.over</c>, like <see cref="PersonNames"/> at <c>Name</c> and <see cref="EmailAddresses"/> at <c>Email</c>.
    /// </summary>
    public async Task<Outcome?> Invite(Actor actor, string reference, string? name, string? email)
    {
        await using var work = await database.Write(actor);
        if (await IncidentRepository.Find(work, reference) is not { } incident)
        {
            return null;
        }

        if (IncidentRules.Against(actor, incident) is { } against)
        {
            return against;
        }

        var (called, address) = (PersonNames.Clean(name), EmailAddresses.Clean(email));
        if (called.Refused || address.Refused)
        {
            return Outcome.Refuse([.. called.Refusals.Select(one => one.At("Name")), .. address.Refusals.Select(one => one.At("Email"))]);
        }

        var reader = new IncidentReader { Id = work.NewId(), IncidentId = incident.Id, Name = called.Value, Email = address.Value, ExpiresAt = work.Now.AddDays(options.Value.CounterpartDays) };
        await Keep(work, incident, reader);
        work.Mail(
            new Recipient(null, address.Value, called.Value, portal.Value.SourceLanguage),
            new SituationShared(incident.IsDrill, incident.Title, actor.Name, reader.ExpiresAt.Value, ResponseRoutes.Situation(seal.Token(LinkPurpose.Situation, incident.Id, incident.LinkKey, reader.Id))),
            nameof(Incident), incident.Id);
        await work.Commit();
        return Outcome.Ok;
    }

    /// <summary>Lets somebody out at once. Null when there is no such reader; refused with <c>incident.not-staff</c>.</summary>
    public async Task<Outcome?> Remove(Actor actor, string reference, long id)
    {
        await using var work = await database.Write(actor);
        if (await IncidentRepository.Find(work, reference) is not { } incident || await ReaderRepository.Find(work, id) is not { } reader || reader.IncidentId != incident.Id)
        {
            return null;
        }

        if (!IncidentRules.MayAct(actor))
        {
            return new Refusal("incident.not-staff");
        }

        if (await ReaderRepository.Remove(work, incident.Id, id))
        {
            await LogRepository.Write(work, incident.Id, new LineDraft(LineKind.ReaderRemoved, reader.PersonId is null ? "" : "staff"));
            work.Audit("incident.reader-removed", nameof(Incident), incident.Id, new { reader = id });
            await work.Commit();
        }

        return Outcome.Ok;
    }

    /// <summary>The page for a person of the staff who was let in; null for everybody else. The reading is noted.</summary>
    public async Task<SituationSight?> ReadAs(Actor actor, string reference)
    {
        await using var work = await database.Write(actor);
        return await IncidentRepository.Find(work, reference) is { } incident && await ReaderRepository.OfPerson(work, incident.Id, actor.Person) is { } reader
            && (await Staff(work)).Any(person => person.Id == actor.Person)
            ? await Sight(work, incident, reader)
            : null;
    }

    /// <summary>The page for a counterpart's link; null when it is none, has run out, was taken back, or the incident is closed. The reading is noted.</summary>
    public async Task<SituationSight?> ReadBy(string token)
    {
        if (IncidentSeal.RecordOf(token) is not { } record)
        {
            return null;
        }

        await using var work = await database.Write(Actor.Public);
        return await ReaderRepository.Find(work, record) is { PersonId: null } reader && reader.MayReadAt(work.Now)
            && await IncidentRepository.Find(work, reader.IncidentId) is { IsOpen: true } incident
            && seal.Holds(token, LinkPurpose.Situation, incident.Id, incident.LinkKey, reader.Id)
            ? await Sight(work, incident, reader)
            : null;
    }

    /// <summary>The people of the staff who can be let in, by name.</summary>
    public static async Task<IReadOnlyList<Person>> Staff(UnitOfWork work)
    {
        var people = new List<Person>();
        foreach (var role in Roles.Staff)
        {
            people.AddRange(await PersonRepository.WithRole(work, role));
        }

        return [.. people.DistinctBy(person => person.Id).OrderBy(person => person.Name, StringComparer.OrdinalIgnoreCase)];
    }

    private static async Task Keep(UnitOfWork work, Incident incident, IncidentReader reader)
    {
        await ReaderRepository.Insert(work, reader);
        await LogRepository.Write(work, incident.Id, new LineDraft(LineKind.ReaderAdded, reader.PersonId is null ? "" : "staff"));
        work.Audit("incident.reader-added", nameof(Incident), incident.Id, new { reader = reader.Id, person = reader.PersonId });
    }

    private static async Task<SituationSight> Sight(UnitOfWork work, Incident incident, IncidentReader reader)
    {
        var sight = new SituationSight(
            incident, await CallDownRepository.Counts(work, incident.Id), await MatterRepository.Of(work, incident.Id),
            [.. (await LogRepository.Latest(work, incident.Id, null, 40)).Where(line => line.Kind is LineKind.Opened or LineKind.Situation or LineKind.Match or LineKind.Closed)], reader, work.Now);
        work.Audit("incident.situation-read", nameof(Incident), incident.Id, new { reader = reader.Id, person = reader.PersonId });
        await work.Commit();
        return sight;
    }
}

/// <summary>What the module holds about a person, and how it lets it go.</summary>
public sealed class ReaderErasure : IPersonalRecords, ISubscriber<PersonErased>
{
    /// <inheritdoc/>
    public string Part => "incidents";

    /// <inheritdoc/>
    public async Task<object?> Of(long person, UnitOfWork work) => await ReaderRepository.Read(work, person) is { Count: > 0 } references ? references : null;

    /// <inheritdoc/>
    public Task On(PersonErased happened, UnitOfWork work) => ReaderRepository.Forget(work, happened.PersonId);
}
