using GrantsPortal.Organisations.Invitations;
using GrantsPortal.People;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using Microsoft.Extensions.Options;

namespace GrantsPortal.Organisations.Recovery;

/// <summary>
/// Gives an organisation whose Owners are gone a way in again: evidence, notice to everybody it concerns, a waiting
/// time, and a halt by any member's word. Acts answer null when there is no such record.
/// </summary>
public sealed class RecoveryDesk(PortalDatabase database, IOptions<OrganisationOptions> options, IOptions<PortalOptions> portal)
{
    /// <summary>Names a new Owner. Refused with the codes of <see cref="RecoveryRules.Start"/> or <c>recovery.open-already</c>.</summary>
    public async Task<Outcome?> Start(Actor officer, long id, string? email, string? evidence)
    {
        var text = (evidence ?? "").Trim();
        await using var work = await database.Write(officer);
        if (await OrganisationRepository.Find(work, id) is not { } organisation)
        {
            return null;
        }

        var person = await PersonRepository.FindByEmail(work, email ?? "");
        var membership = person is null ? null : await OrganisationRepository.MembershipOf(work, id, person.Id);
        if (RecoveryRules.Start(officer.Person, person, membership?.Role, text) is { Count: > 0 } against)
        {
            return Outcome.Refuse(against);
        }

        var effective = work.Now.AddDays(options.Value.RecoveryDays);
        var recovery = work.NewId();
        if (!await RecoveryRepository.Insert(work, recovery, id, person!.Id, text, effective))
        {
            return new Refusal("recovery.open-already");
        }

        work.Audit("recovery.started", "Organisation", id, new { recovery, newOwner = person.Id, effective });
        await TellAll(work, organisation, person, to => new RecoveryStarted(organisation.Name, person.Name, effective, OrganisationRoutes.Recovery(organisation.Slug), to));
        await work.Publish(new OwnershipRecoveryStarted(id));
        await work.Commit();
        return Outcome.Ok;
    }

    /// <summary>A member objects; that halts it. Null when the actor is no member or nothing waits.</summary>
    public async Task<Outcome?> Object(Actor member, long organisation, string? objection)
    {
        await using var work = await database.Write(member);
        if (await OrganisationRepository.FindFor(work, organisation, member.Person) is not { } known
            || await RecoveryRepository.Open(work, organisation) is not { } recovery)
        {
            return null;
        }

        if (!await RecoveryRepository.Halt(work, recovery, string.IsNullOrWhiteSpace(objection) ? null : objection.Trim()))
        {
            return new Refusal("recovery.halted-already");
        }

        work.Audit("recovery.objected", "Organisation", organisation, new { recovery = recovery.Id });
        if (await PersonRepository.Find(work, recovery.StartedBy) is { DisabledAt: null } starter)
        {
            work.Mail(starter.AsRecipient(), new RecoveryHalted(known.Name, OrganisationRoutes.Manage(known.Slug)), "Organisation", organisation);
        }

        foreach (var other in await OrganisationRepository.People(work, organisation))
        {
            work.Mail(other.AsRecipient(), new RecoveryHalted(known.Name, OrganisationRoutes.Recovery(known.Slug)), "Organisation", organisation);
        }

        await work.Commit();
        return Outcome.Ok;
    }

    /// <summary>Another officer lets it go on after an objection, with a new waiting time. Refused with the codes of <see cref="RecoveryRules.GoOn"/>.</summary>
    public async Task<Outcome?> GoOn(Actor officer, long organisation, long id, string? note)
    {
        var text = (note ?? "").Trim();
        await using var work = await database.Write(officer);
        if (await Found(work, organisation, id) is not var (known, recovery, person))
        {
            return null;
        }

        if (RecoveryRules.GoOn(recovery, officer.Person, text) is { Refused: true } refused)
        {
            return refused;
        }

        var effective = work.Now.AddDays(options.Value.RecoveryDays);
        if (!await RecoveryRepository.GoOn(work, recovery, text, effective))
        {
            return new Refusal("record.changed-meanwhile");
        }

        work.Audit("recovery.went-on", "Organisation", organisation, new { recovery = id, effective });
        await TellAll(work, known, person, to => new RecoveryStarted(known.Name, person.Name, effective, OrganisationRoutes.Recovery(known.Slug), to));
        await work.Commit();
        return Outcome.Ok;
    }

    /// <summary>Gives it up. Refused with <c>recovery.note-missing</c> or <c>state.not-from-here</c>.</summary>
    public async Task<Outcome?> Cancel(Actor officer, long organisation, long id, string? note)
    {
        var text = (note ?? "").Trim();
        await using var work = await database.Write(officer);
        if (await Found(work, organisation, id) is not var (known, recovery, person))
        {
            return null;
        }

        if (text.Length == 0)
        {
            return new Refusal("recovery.note-missing").At("Note");
        }

        if (RecoveryStates.Table.Move(recovery.State, "cancel") is { Refused: true } refused)
        {
            return refused.Plain();
        }

        if (!await RecoveryRepository.Cancel(work, recovery, text))
        {
            return new Refusal("record.changed-meanwhile");
        }

        work.Audit("recovery.cancelled", "Organisation", organisation, new { recovery = id });
        await TellAll(work, known, person, to => new RecoveryEnded(known.Name, person.Name, false, OrganisationRoutes.Show(known.Slug), to));
        await work.Commit();
        return Outcome.Ok;
    }

    /// <summary>Makes the person Owner once the waiting time is over. Refused with the codes of <see cref="RecoveryRules.Finish"/>.</summary>
    public async Task<Outcome?> Finish(Actor actor, long organisation, long id)
    {
        await using var work = await database.Write(actor);
        await OrganisationRepository.Lock(work, organisation);
        if (await Found(work, organisation, id) is not var (known, recovery, person))
        {
            return null;
        }

        if (RecoveryRules.Finish(recovery, work.Now) is { Refused: true } refused)
        {
            return refused;
        }

        if (person.DisabledAt is not null)
        {
            return new Refusal("recovery.account-off", person.Name);
        }

        if (!await RecoveryRepository.Finish(work, recovery))
        {
            return new Refusal("record.changed-meanwhile");
        }

        work.Audit("recovery.done", "Organisation", organisation, new { recovery = id, newOwner = person.Id });
        await Joining.Add(work, organisation, person.Id, MemberRole.Owner);
        await TellAll(work, known, person, to => new RecoveryEnded(known.Name, person.Name, true, OrganisationRoutes.Members(known.Slug), to));
        await work.Publish(new OwnershipRecovered(organisation));
        await work.Commit();
        return Outcome.Ok;
    }

    private static async Task<(Organisation Organisation, OwnershipRecovery Recovery, Person Person)?> Found(UnitOfWork work, long organisation, long id)
    {
        var known = await OrganisationRepository.Find(work, organisation);
        var recovery = await RecoveryRepository.Find(work, organisation, id);
        var person = recovery is null ? null : await PersonRepository.Find(work, recovery.NewOwnerId);
        return known is null || recovery is null || person is null ? null : (known, recovery, person);
    }

    /// <summary>Writes to every member, the person named, and the organisation's general address.</summary>
    private async Task TellAll(UnitOfWork work, Organisation organisation, Person named, Func<string, Platform.Mail.Message> message)
    {
        var members = await OrganisationRepository.People(work, organisation.Id);
        foreach (var member in members.Where(member => member.Id != named.Id))
        {
            work.Mail(member.AsRecipient(), message("member"), "Organisation", organisation.Id);
        }

        work.Mail(named.AsRecipient(), message("named"), "Organisation", organisation.Id);
        if (organisation.Email is { } general && !members.Append(named).Any(person => EmailAddresses.Normalize(person.Email) == EmailAddresses.Normalize(general)))
        {
            work.Mail(new(null, general, organisation.Name, portal.Value.SourceLanguage), message("general"), "Organisation", organisation.Id);
        }
    }
}
