using GrantsPortal.Organisations;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Text;
using GrantsPortal.Response.Exercises;
using GrantsPortal.Response.Log;
using Microsoft.Extensions.Options;

namespace GrantsPortal.Response.Incidents;

/// <summary>Opens and closes incidents, and keeps what is known and noted of them. Acts answer null when there is no such incident.</summary>
public sealed class IncidentDesk(PortalDatabase database, IncidentSeal seal, CityDistricts districts, IOptions<PortalOptions> portal)
{
    /// <summary>Opens one; nobody is alerted yet. Whether it is an exercise is settled here for good. Refused like <see cref="IncidentRules.Check"/>.</summary>
    public async Task<Outcome<Incident>> Open(Actor actor, bool isDrill, IncidentPlan plan)
    {
        await using var work = await database.Write(actor);
        if (IncidentRules.Check(actor, plan, await districts.All(work), portal.Value.ThemesInUse) is { Count: > 0 } wrong)
        {
            return Outcome<Incident>.Refuse(wrong);
        }

        var incident = await OpenIn(work, isDrill, plan);
        await work.Commit();
        return incident;
    }

    /// <summary>Opens one within the caller's unit of work, who has checked the plan.</summary>
    internal async Task<Incident> OpenIn(UnitOfWork work, bool isDrill, IncidentPlan plan)
    {
        var scope = plan.Scope;
        var incident = new Incident
        {
            Id = work.NewId(),
            Reference = await work.NextReference(IncidentRules.Prefix(isDrill)),
            IsDrill = isDrill,
            Title = plan.Title.Trim(),
            Situation = plan.Situation.Trim().ReplaceLineEndings("\n"),
            Ask = plan.Ask.Trim().ReplaceLineEndings("\n"),
            Everybody = scope.Everybody,
            Districts = CodeList.Kept(scope.Districts),
            Themes = CodeList.Kept(scope.Themes),
            Communities = CodeList.Kept(scope.Communities),
            Capabilities = CodeList.Kept(scope.Capabilities.Select(one => one.ToString())),
            DeputyMinutes = plan.DeputyMinutes,
            LinkKey = seal.NewKey(),
            OpenedAt = work.Now,
            OpenedBy = work.Actor.Person,
            Version = 1,
        };
        await IncidentRepository.Insert(work, incident);
        await LogRepository.Write(work, incident.Id, new LineDraft(LineKind.Opened, incident.Title));
        work.Audit("incident.opened", nameof(Incident), incident.Id, new { incident.Reference, incident.IsDrill, incident.DeputyMinutes });
        return incident;
    }

    /// <summary>Writes a line into its log. Refused with <c>incident.not-staff</c>, <c>incident.over</c>, or at <c>Words</c> with <c>incident.words-missing</c> or <c>incident.text-long</c> (most).</summary>
    public async Task<Outcome?> Note(Actor actor, string reference, string? words)
    {
        await using var work = await database.Write(actor);
        if (await IncidentRepository.Find(work, reference) is not { } incident)
        {
            return null;
        }

        if ((IncidentRules.Against(actor, incident) ?? IncidentRules.AgainstWords(words, needed: true, "Words")) is { } wrong)
        {
            return wrong;
        }

        await LogRepository.Write(work, incident.Id, new LineDraft(LineKind.Note, words!.Trim()));
        await work.Commit();
        return Outcome.Ok;
    }

    /// <summary>
    /// Writes anew what is known, which partners and readers see from then on. Refused with <c>incident.not-staff</c>, <c>incident.over</c>,
    /// <c>incident.changed-meanwhile</c>, or at <c>Situation</c> with <c>incident.situation-missing</c> or <c>incident.text-long</c> (most).
    /// </summary>
    public async Task<Outcome?> Describe(Actor actor, string reference, int version, string? situation)
    {
        await using var work = await database.Write(actor);
        if (await IncidentRepository.Find(work, reference) is not { } incident)
        {
            return null;
        }

        if (IncidentRules.Against(actor, incident) is { } wrong)
        {
            return wrong;
        }

        var text = (situation ?? "").Trim().ReplaceLineEndings("\n");
        if (text.Length is 0 or > IncidentRules.TextCharacters)
        {
            return (text.Length == 0 ? new Refusal("incident.situation-missing") : new Refusal("incident.text-long", IncidentRules.TextCharacters)).At("Situation");
        }

        if (!await IncidentRepository.Describe(work, incident.Id, version, text))
        {
            return new Refusal("incident.changed-meanwhile");
        }

        await LogRepository.Write(work, incident.Id, new LineDraft(LineKind.Situation, text));
        work.Audit("incident.described", nameof(Incident), incident.Id);
        await work.Commit();
        return Outcome.Ok;
    }

    /// <summary>Closes it with what was learned: its links die, its log is shut, nobody is alerted any more. Refused like <see cref="IncidentRules.Close"/> or with <c>incident.changed-meanwhile</c>.</summary>
    public async Task<Outcome?> Close(Actor actor, string reference, string? lessons)
    {
        await using var work = await database.Write(actor);
        if (await IncidentRepository.Find(work, reference) is not { } incident)
        {
            return null;
        }

        var to = IncidentRules.Close(actor, incident, lessons);
        if (to.Refused)
        {
            return to.Plain();
        }

        if (!await IncidentRepository.Close(work, incident, to.Value, lessons!.Trim().ReplaceLineEndings("\n")))
        {
            return new Refusal("incident.changed-meanwhile");
        }

        // A table-top exercise does not outlive the drill underneath it.
        if (await ExerciseRepository.Over(work, incident.Id) is { } exercise && !await ExerciseRepository.End(work, exercise))
        {
            return new Refusal("incident.changed-meanwhile");
        }

        await LogRepository.Write(work, incident.Id, new LineDraft(LineKind.Closed));
        work.Audit("incident.closed", nameof(Incident), incident.Id);
        await work.Commit();
        return Outcome.Ok;
    }
}
