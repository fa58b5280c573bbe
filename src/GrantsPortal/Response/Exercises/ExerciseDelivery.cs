using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Response.Incidents;
using GrantsPortal.Response.Log;

namespace GrantsPortal.Response.Exercises;

/// <summary>Delivers injects, by the clock or by hand, and takes down how they were answered. Acts answer null when there is no such exercise.</summary>
public sealed class ExerciseDelivery(PortalDatabase database, ExerciseLetters letters)
{
    /// <summary>Delivers one inject before it is due. Refused with <c>exercise.not-staff</c>, <c>exercise.not-running</c> or <c>exercise.delivered</c>; null also when there is no such inject.</summary>
    public async Task<Outcome?> Deliver(Actor actor, string reference, long inject)
    {
        await using var work = await database.Write(actor);
        if (await Of(work, reference, inject) is not var (exercise, chosen))
        {
            return null;
        }

        if (!IncidentRules.MayAct(actor))
        {
            return new Refusal("exercise.not-staff");
        }

        if (exercise.State != ExerciseState.Running || !await ExerciseRepository.Hold(work, exercise))
        {
            return new Refusal("exercise.not-running");
        }

        if (!await Deliver(work, exercise, chosen))
        {
            return new Refusal("exercise.delivered");
        }

        await work.Commit();
        return Outcome.Ok;
    }

    /// <summary>Notes how an inject was answered. Refused with <c>exercise.not-staff</c>, <c>exercise.over</c>, like <see cref="ExerciseRules.CheckResponse"/> and <see cref="ExerciseTextRules.Against"/>, or with <c>exercise.not-delivered</c>, <c>exercise.changed-meanwhile</c>.</summary>
    public async Task<Outcome?> Respond(Actor actor, string reference, long inject, string? response, string? answeredFor = null)
    {
        await using var work = await database.Write(actor);
        if (await Of(work, reference, inject) is not var (exercise, chosen))
        {
            return null;
        }

        if (!IncidentRules.MayAct(actor))
        {
            return new Refusal("exercise.not-staff");
        }

        if (exercise.State is not (ExerciseState.Running or ExerciseState.Paused or ExerciseState.Ended))
        {
            return new Refusal("exercise.over");
        }

        if (ExerciseRules.CheckResponse(response) is { Count: > 0 } wrong)
        {
            return Outcome.Refuse(wrong);
        }

        if (ExerciseTextRules.Against([("Response", response)], answeredFor) is { Count: > 0 } personal)
        {
            return Outcome.Refuse(personal);
        }

        if (chosen.DeliveredAt is null)
        {
            return new Refusal("exercise.not-delivered");
        }

        if (!await ExerciseRepository.Respond(work, chosen, response!.Trim().ReplaceLineEndings("\n")))
        {
            return new Refusal("exercise.changed-meanwhile");
        }

        await Log(work, exercise, new LineDraft(LineKind.InjectAnswered, response.Trim()));
        await work.Commit();
        return Outcome.Ok;
    }

    /// <summary>Delivers what is due in an exercise, or in all that run; how many injects. Each is delivered once, whoever asks at the same time.</summary>
    public async Task<int> DeliverDue(string? reference = null)
    {
        IReadOnlyList<Exercise> due;
        await using (var look = await database.Read())
        {
            due = await Due(look, reference);
        }

        if (due.Count == 0)
        {
            return 0;
        }

        await using var work = await database.Write(Actor.System);
        var delivered = 0;
        foreach (var exercise in await Due(work, reference))
        {
            delivered += await DeliverDue(work, exercise);
        }

        await work.Commit();
        return delivered;
    }

    private static async Task<IReadOnlyList<Exercise>> Due(UnitOfWork work, string? reference)
    {
        var due = new List<Exercise>();
        foreach (var exercise in (await ExerciseRepository.Running(work)).Where(one => reference is null || one.Reference == reference))
        {
            if (TimetableRules.Due(exercise.Timetable!, await ExerciseRepository.Injects(work, exercise.Id), work.Now).Count > 0)
            {
                due.Add(exercise);
            }
        }

        return due;
    }

    /// <summary>Delivers what is due in an exercise within the caller's unit of work; how many injects.</summary>
    internal async Task<int> DeliverDue(UnitOfWork work, Exercise exercise)
    {
        if (!await ExerciseRepository.Hold(work, exercise))
        {
            return 0;
        }

        var delivered = 0;
        foreach (var inject in TimetableRules.Due(exercise.Timetable!, await ExerciseRepository.Injects(work, exercise.Id), work.Now))
        {
            delivered += await Deliver(work, exercise, inject) ? 1 : 0;
        }

        return delivered;
    }

    private async Task<bool> Deliver(UnitOfWork work, Exercise exercise, ExerciseInject inject)
    {
        if (!await ExerciseRepository.Deliver(work, inject, TimetableRules.At(exercise.Timetable!, inject.Minute, work.Now)))
        {
            return false;
        }

        if (inject.IsMailed)
        {
            await ExerciseRepository.Mailed(work, inject.Id, await letters.Send(work, exercise, inject));
        }

        await Log(work, exercise, new LineDraft(LineKind.Inject, $"{inject.ToWhom}: {inject.Words}"));
        return true;
    }

    /// <summary>Writes into the drill's log. The drill may have been closed by itself; its log is shut then.</summary>
    internal static async Task Log(UnitOfWork work, Exercise exercise, LineDraft line)
    {
        if (await IncidentRepository.Find(work, exercise.IncidentId!.Value) is { IsOpen: true } incident)
        {
            await LogRepository.Write(work, incident.Id, line);
        }
    }

    private static async Task<(Exercise Exercise, ExerciseInject Inject)?> Of(UnitOfWork work, string reference, long inject) =>
        await ExerciseRepository.Find(work, reference) is { } exercise && (await ExerciseRepository.Injects(work, exercise.Id)).FirstOrDefault(one => one.Id == inject) is { } chosen
            ? (exercise, chosen) : null;
}
