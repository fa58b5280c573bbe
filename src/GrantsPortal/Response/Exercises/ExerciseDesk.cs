using GrantsPortal.Organisations;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Response.CallDown;
using GrantsPortal.Response.Incidents;
using GrantsPortal.Response.Situation;
using Microsoft.Extensions.Options;

namespace GrantsPortal.Response.Exercises;

/// <summary>Plans table-top exercises, and writes them up. Acts answer null when there is no such exercise.</summary>
public sealed class ExerciseDesk(PortalDatabase database, CityDistricts districts, IOptions<PortalOptions> portal)
{
    /// <summary>Most partners to choose from.</summary>
    public const int MostPartners = 1000;

    /// <summary>What a plan can name.</summary>
    public async Task<PlanChoices> Choices(UnitOfWork work) => new(
        await districts.All(work), portal.Value.ThemesInUse,
        (await CallDownRepository.Partners(work, MostPartners)).Select(partner => partner.OrganisationId).ToHashSet(),
        (await ReaderDesk.Staff(work)).Select(person => person.Id).ToHashSet());

    /// <summary>Plans one. Refused like <see cref="ExerciseRules.Check(Actor, ExercisePlan, PlanChoices)"/> and <see cref="ExerciseTextRules.Against"/>.</summary>
    public async Task<Outcome<string>> Plan(Actor actor, ExercisePlan plan)
    {
        await using var work = await database.Write(actor);
        if (await Against(work, actor, plan) is { Count: > 0 } wrong)
        {
            return Outcome<string>.Refuse(wrong);
        }

        var exercise = ExerciseRepository.Row(work, work.NewId(), await work.NextReference("TT"), plan);
        await ExerciseRepository.Insert(work, exercise);
        await ExerciseRepository.WriteParts(work, exercise.Id, plan);
        work.Audit("exercise.planned", nameof(Exercise), exercise.Id, new { exercise.Reference, injects = plan.Injects.Count });
        await work.Commit();
        return exercise.Reference;
    }

    /// <summary>Writes a plan anew, as long as it has not started. Refused the same way, or with <c>exercise.changed-meanwhile</c>, <c>exercise.not-planned</c>.</summary>
    public async Task<Outcome?> Save(Actor actor, string reference, int version, ExercisePlan plan)
    {
        await using var work = await database.Write(actor);
        if (await ExerciseRepository.Find(work, reference) is not { } exercise)
        {
            return null;
        }

        if (await Against(work, actor, plan) is { Count: > 0 } wrong)
        {
            return Outcome.Refuse(wrong);
        }

        if (exercise.State != ExerciseState.Planned)
        {
            return new Refusal("exercise.not-planned");
        }

        if (!await ExerciseRepository.Update(work, ExerciseRepository.Row(work, exercise.Id, reference, plan), version))
        {
            return new Refusal("exercise.changed-meanwhile");
        }

        await ExerciseRepository.WriteParts(work, exercise.Id, plan);
        work.Audit("exercise.saved", nameof(Exercise), exercise.Id);
        await work.Commit();
        return Outcome.Ok;
    }

    /// <summary>Calls one off with a reason. Refused with <c>exercise.not-staff</c>, like <see cref="ExerciseRules.CheckReason"/> and <see cref="ExerciseTextRules.Against"/>, from the state table, or with <c>exercise.changed-meanwhile</c>.</summary>
    public async Task<Outcome?> CallOff(Actor actor, string reference, int version, string? reason, string? answeredFor = null)
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

        IReadOnlyList<Refusal> wrong = [.. ExerciseRules.CheckReason(reason), .. ExerciseTextRules.Against([("Reason", reason)], answeredFor)];
        if (wrong.Count > 0)
        {
            return Outcome.Refuse(wrong);
        }

        var to = ExerciseStates.Table.Move(exercise.State, ExerciseStates.CallOff);
        if (to.Refused)
        {
            return to.Plain();
        }

        if (exercise.Version != version || !await ExerciseRepository.Move(work, exercise, exercise with { State = to.Value, CalledOffWhy = reason!.Trim() }))
        {
            return new Refusal("exercise.changed-meanwhile");
        }

        work.Audit("exercise.called-off", nameof(Exercise), exercise.Id);
        await work.Commit();
        return Outcome.Ok;
    }

    /// <summary>
    /// Writes down what was seen, and what is to be done; the report is there from then on. Refused with <c>exercise.not-staff</c>, from the state
    /// table, like <see cref="ExerciseRules.Check(ReviewPlan, int, IReadOnlySet{long})"/> and <see cref="ExerciseTextRules.Against"/>, or with <c>exercise.changed-meanwhile</c>.
    /// </summary>
    public async Task<Outcome?> Review(Actor actor, string reference, int version, ReviewPlan plan)
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

        var to = ExerciseStates.Table.Move(exercise.State, ExerciseStates.Report);
        if (to.Refused)
        {
            return to.Plain();
        }

        var objectives = await ExerciseRepository.Objectives(work, exercise.Id);
        IReadOnlyList<Refusal> wrong = [.. ExerciseRules.Check(plan, objectives.Count, (await Choices(work)).Officers), .. ExerciseTextRules.Against(ExerciseTextRules.Of(plan), plan.AnsweredFor)];
        if (wrong.Count > 0)
        {
            return Outcome.Refuse(wrong);
        }

        var reported = exercise with { State = to.Value, ReportedAt = work.Now, Helped = plan.Helped.Trim().ReplaceLineEndings("\n"), ToChange = plan.ToChange.Trim().ReplaceLineEndings("\n") };
        if (exercise.Version != version || !await ExerciseRepository.Move(work, exercise, reported))
        {
            return new Refusal("exercise.changed-meanwhile");
        }

        foreach (var (objective, finding) in objectives.Zip(plan.Findings))
        {
            await ExerciseRepository.Judge(work, exercise.Id, objective.Number, finding.Standing!.Value, finding.Seen.Trim().ReplaceLineEndings("\n"));
        }

        foreach (var action in plan.Actions)
        {
            await ExerciseActionRepository.Insert(work, exercise.Id, action);
        }

        work.Audit("exercise.reported", nameof(Exercise), exercise.Id, new { actions = plan.Actions.Count });
        await work.Commit();
        return Outcome.Ok;
    }

    /// <summary>Notes that an action is done. Refused with <c>exercise.not-staff</c> or <c>exercise.action-done</c>.</summary>
    public async Task<Outcome> Finish(Actor actor, long action)
    {
        await using var work = await database.Write(actor);
        if (!IncidentRules.MayAct(actor))
        {
            return new Refusal("exercise.not-staff");
        }

        if (!await ExerciseActionRepository.Finish(work, action))
        {
            return new Refusal("exercise.action-done");
        }

        work.Audit("exercise.action-done", nameof(ExerciseAction), action);
        await work.Commit();
        return Outcome.Ok;
    }

    private async Task<IReadOnlyList<Refusal>> Against(UnitOfWork work, Actor actor, ExercisePlan plan) =>
        [.. ExerciseRules.Check(actor, plan, await Choices(work)), .. ExerciseTextRules.Against(ExerciseTextRules.Of(plan), plan.AnsweredFor)];
}
