using GrantsPortal.Organisations;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Text;
using GrantsPortal.Response.Exercises;
using GrantsPortal.Response.Incidents;
using GrantsPortal.Response.Log;
using Microsoft.Extensions.Options;

namespace GrantsPortal.Response.CallDown;

/// <summary>What a confirmation did.</summary>
/// <param name="Asked">Partners that were alerted.</param>
/// <param name="Alerts">Alerts written.</param>
/// <param name="NotReached">Partners of whom nobody can be alerted.</param>
public sealed record CallDownDone(int Asked, int Alerts, int NotReached);

/// <summary>Confirms call-downs: everything is written in one transaction, or nothing.</summary>
public sealed class CallDownDesk(PortalDatabase database, CallDownReader reader, CallDownLetters letters, CityDistricts districts, IOptions<PortalOptions> portal)
{
    /// <summary>
    /// Alerts the partners chosen from the list that a scope gives, and in a drill also from those who take part in the exercise over it; those on the incident's list already are passed over. Null when
    /// there is no such incident; refused with <c>incident.not-staff</c>, <c>incident.over</c>, like <see cref="IncidentRules.CheckScope"/>
    /// and <see cref="CallDownRules.Against"/>, or with <c>incident.changed-meanwhile</c>.
    /// </summary>
    public async Task<Outcome<CallDownDone>?> Confirm(Actor actor, string reference, int version, CallDownScope scope, IReadOnlyCollection<long> chosen)
    {
        await using var work = await database.Write(actor);
        if (await IncidentRepository.Find(work, reference) is not { } incident)
        {
            return null;
        }

        if (IncidentRules.Against(actor, incident) is { } against)
        {
            return (Outcome<CallDownDone>)against;
        }

        // Where an exercise runs over the drill, those who take part in it are a choice of their own.
        if ((!scope.IsEmpty || (await ExerciseRepository.TakingPart(work, incident.Id)).Count == 0) && IncidentRules.CheckScope(scope, await districts.All(work), portal.Value.ThemesInUse) is { Count: > 0 } wrong)
        {
            return Outcome<CallDownDone>.Refuse(wrong);
        }

        var listed = (await CallDownRepository.Listed(work, incident.Id)).Select(partner => partner.OrganisationId).ToHashSet();
        var wanted = chosen.ToHashSet();
        var called = (await reader.Read(work, incident, scope)).Where(entry => wanted.Contains(entry.Partner.OrganisationId) && !listed.Contains(entry.Partner.OrganisationId)).ToList();
        if (CallDownRules.Against(called.Count) is { } none)
        {
            return (Outcome<CallDownDone>)none;
        }

        if (incident.Version != version || !await IncidentRepository.Call(work, incident, scope))
        {
            return (Outcome<CallDownDone>)new Refusal("incident.changed-meanwhile");
        }

        var lines = new List<LineDraft> { new(LineKind.CallDown, called.Count.ToString(System.Globalization.CultureInfo.InvariantCulture)) };
        foreach (var entry in called)
        {
            lines.AddRange(await Call(work, incident, entry));
        }

        await LogRepository.Write(work, incident.Id, lines);
        var done = new CallDownDone(called.Count(entry => entry.CanBeAlerted), lines.Count(line => line.Kind == LineKind.Alerted), called.Count(entry => !entry.CanBeAlerted));
        work.Audit("incident.call-down", nameof(Incident), incident.Id, new { done.Asked, done.Alerts, done.NotReached });
        await work.Commit();
        return done;
    }

    private async Task<IReadOnlyList<LineDraft>> Call(UnitOfWork work, Incident incident, CallDownEntry entry)
    {
        var partner = entry.Partner;
        var next = entry.CanBeAlerted ? work.Now.AddMinutes(incident.DeputyMinutes) : (DateTimeOffset?)null;
        await CallDownRepository.List(work, incident.Id, partner.OrganisationId, CodeList.Kept(entry.Reasons.Select(reason => reason.Kept)), entry.CanBeAlerted, next);
        return entry.CanBeAlerted
            ? await letters.Alert(work, incident, partner.OrganisationId, partner.Name, partner.LettersBy, entry.Contacts.Where(contact => entry.First.Contains(contact.Id)), asDeputy: false)
            : [new LineDraft(LineKind.NobodyToReach, "", partner.OrganisationId)];
    }
}
