using GrantsPortal.People;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Jobs;
using GrantsPortal.Platform.Tasks;
using GrantsPortal.Response.Incidents;
using Microsoft.Extensions.Options;

namespace GrantsPortal.Response.Exercises;

/// <summary>Delivers injects as they fall due.</summary>
public sealed class ExerciseJob(ExerciseDelivery delivery) : IJob
{
    /// <inheritdoc/>
    public string Name => "response.injects";

    /// <inheritdoc/>
    public string Does => "Delivers what is due in table-top exercises that run.";

    /// <inheritdoc/>
    public TimeSpan Every => TimeSpan.FromSeconds(20);

    /// <inheritdoc/>
    public async Task Run(CancellationToken cancel) => await delivery.DeliverDue();
}

/// <summary>Reminds officers, once each, on the day an action of an exercise is due.</summary>
public sealed class ExerciseReminders(PortalDatabase database, IOptions<PortalOptions> portal) : IJob
{
    private const int Batch = 100;

    /// <inheritdoc/>
    public string Name => "response.exercise-actions";

    /// <inheritdoc/>
    public string Does => "Reminds officers of what they are to do because of an exercise, on the day it is due.";

    /// <inheritdoc/>
    public TimeSpan Every => TimeSpan.FromMinutes(30);

    /// <inheritdoc/>
    public async Task Run(CancellationToken cancel)
    {
        while (!cancel.IsCancellationRequested && await Remind() == Batch)
        {
        }
    }

    private async Task<int> Remind()
    {
        await using var work = await database.Write(Actor.System);
        var due = await ExerciseActionRepository.ToRemind(work, Instants.DayOf(work.Now, portal.Value.Zone), Batch);
        if (due.Count == 0)
        {
            return 0;
        }

        var officers = (await PersonRepository.Find(work, [.. due.Select(action => action.OfficerId!.Value).Distinct()])).ToDictionary(person => person.Id);
        foreach (var action in due)
        {
            if (await ExerciseActionRepository.Remind(work, action.Id) && officers.TryGetValue(action.OfficerId!.Value, out var officer))
            {
                work.Mail(officer.AsRecipient(), new ExerciseActionDue(action.Title, action.What, action.DueOn, ExerciseRoutes.Actions), nameof(ExerciseAction), action.Id);
            }
        }

        await work.Commit();
        return due.Count;
    }
}

/// <summary>Exercises to write up, and what an officer is to do because of earlier ones.</summary>
public sealed class ExerciseTasks(IOptions<PortalOptions> portal) : ITaskSource
{
    /// <inheritdoc/>
    public async Task<IReadOnlyList<TaskLine>> For(Actor actor, UnitOfWork work)
    {
        if (actor.PersonId is not { } person || !actor.Is([.. Roles.Staff]))
        {
            return [];
        }

        // Staff who do not read the desk of incidents have no page to be led to; the mail reminds them.
        if (!IncidentRules.MayAct(actor))
        {
            return [];
        }

        var hat = actor.Is(Roles.FocalPoint) ? "Focal point" : "Programme officer";
        var written = (await ExerciseRepository.All(work, 50)).Where(exercise => exercise.State == ExerciseState.Ended && exercise.FacilitatorId == person)
            .Select(exercise => new TaskLine("EXERCISE to write up: {0}", [exercise.Title], ExerciseRoutes.At(exercise.Reference, "findings"), null, hat));
        var actions = (await ExerciseActionRepository.OpenOf(work, person, 50)).Select(action => new TaskLine(
            "From an exercise: {0}", [action.What], ExerciseRoutes.Actions, Instants.FromLocal(action.DueOn.ToDateTime(new TimeOnly(17, 0)), portal.Value.Zone), hat));
        return [.. written, .. actions];
    }
}
