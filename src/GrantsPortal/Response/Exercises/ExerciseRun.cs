using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Text;
using GrantsPortal.Response.CallDown;
using GrantsPortal.Response.Incidents;
using GrantsPortal.Response.Log;
using Microsoft.Extensions.Options;

namespace GrantsPortal.Response.Exercises;

/// <summary>Runs table-top exercises over a drill underneath. Acts answer null when there is no such exercise.</summary>
public sealed class ExerciseRun(
    PortalDatabase database, IncidentDesk incidents, CallDownReader reader, ExerciseDelivery delivery, PortalTexts texts, IOptions<PortalOptions> portal, IOptions<ResponseOptions> options)
{
    /// <summary>Most partners that take part in one exercise.</summary>
    public const int MostPartners = 300;

    /// <summary>
    /// Starts it: opens a drill underneath, and settles which partners take part. What is due at minute 0 is delivered with it. Refused with
    /// <c>exercise.not-staff</c>, from the state table, with <c>exercise.partners-many</c> (most) or <c>exercise.changed-meanwhile</c>.
    /// </summary>
    public Task<Outcome?> Start(Actor actor, string reference, int version) => Act(actor, reference, version, ExerciseStates.Start, async (work, exercise, to) =>
    {
        var partners = exercise.Scope.IsEmpty ? [] : (await reader.Read(work, exercise.Scope)).Select(entry => entry.Partner.OrganisationId).ToList();
        if (partners.Count > MostPartners)
        {
            return new Refusal("exercise.partners-many", MostPartners);
        }

        var incident = await incidents.OpenIn(work, isDrill: true, new IncidentPlan { Title = exercise.Title, Situation = exercise.Scenario, Scope = exercise.Scope, DeputyMinutes = options.Value.DeputyMinutes });
        var running = exercise with { State = to, IncidentId = incident.Id, StartedAt = work.Now };
        if (!await ExerciseRepository.Move(work, exercise, running))
        {
            return new Refusal("exercise.changed-meanwhile");
        }

        foreach (var organisation in partners)
        {
            await ExerciseRepository.AddPartner(work, exercise.Id, organisation);
        }

        await delivery.DeliverDue(work, running with { Version = exercise.Version + 1 });
        return Outcome.Ok;
    });

    /// <summary>Stops the clock; what was due until then is delivered first. Refused with <c>exercise.not-staff</c>, from the state table, or with <c>exercise.changed-meanwhile</c>.</summary>
    public Task<Outcome?> Pause(Actor actor, string reference, int version) => Act(actor, reference, version, ExerciseStates.Pause, async (work, exercise, to) =>
    {
        await delivery.DeliverDue(work, exercise);
        var clock = TimetableRules.Pause(exercise.Timetable!, work.Now);
        return await Moved(work, exercise, exercise with { State = to, PausedAt = clock.PausedAt }, LineKind.ExercisePaused);
    });

    /// <summary>Lets the clock go on. Refused the same way.</summary>
    public Task<Outcome?> Resume(Actor actor, string reference, int version) => Act(actor, reference, version, ExerciseStates.Resume, async (work, exercise, to) =>
    {
        var clock = TimetableRules.Resume(exercise.Timetable!, work.Now);
        return await Moved(work, exercise, exercise with { State = to, PausedAt = null, PausedTicks = clock.Paused.Ticks }, LineKind.ExerciseResumed);
    });

    /// <summary>Ends it: nothing is delivered any more, and the drill underneath is closed. Refused the same way.</summary>
    public Task<Outcome?> End(Actor actor, string reference, int version) => Act(actor, reference, version, ExerciseStates.End, async (work, exercise, _) =>
    {
        if (!await ExerciseRepository.End(work, exercise))
        {
            return new Refusal("exercise.changed-meanwhile");
        }

        if (await IncidentRepository.Find(work, exercise.IncidentId!.Value) is { IsOpen: true } incident)
        {
            var lessons = texts.In(portal.Value.SourceLanguage)["The after-action report of exercise {0} says what was learned.", exercise.Reference];
            if (!await IncidentRepository.Close(work, incident, IncidentState.Closed, lessons))
            {
                return new Refusal("exercise.changed-meanwhile");
            }

            await LogRepository.Write(work, incident.Id, new LineDraft(LineKind.Closed));
            work.Audit("incident.closed", nameof(Incident), incident.Id);
        }

        return Outcome.Ok;
    });

    private static async Task<Outcome> Moved(UnitOfWork work, Exercise from, Exercise to, LineKind line)
    {
        if (!await ExerciseRepository.Move(work, from, to))
        {
            return new Refusal("exercise.changed-meanwhile");
        }

        await ExerciseDelivery.Log(work, to, new LineDraft(line));
        return Outcome.Ok;
    }

    private async Task<Outcome?> Act(Actor actor, string reference, int version, string act, Func<UnitOfWork, Exercise, ExerciseState, Task<Outcome>> how)
    {
        await using var work = await database.Write(actor);
        if (await ExerciseRepository.Find(work, reference) is not { } exercise)
        {
            return null;
        }

        if (!IncidentRules.MayAct(actor))
        {
            return new Refusal("exercise.not-staff");
        }

        var to = ExerciseStates.Table.Move(exercise.State, act);
        if (to.Refused)
        {
            return to.Plain();
        }

        if (exercise.Version != version)
        {
            return new Refusal("exercise.changed-meanwhile");
        }

        var done = await how(work, exercise, to.Value);
        if (done.Done)
        {
            work.Audit($"exercise.{act}", nameof(Exercise), exercise.Id);
            await work.Commit();
        }

        return done;
    }
}
