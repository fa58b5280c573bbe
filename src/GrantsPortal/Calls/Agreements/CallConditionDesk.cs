using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;

namespace GrantsPortal.Calls.Agreements;

/// <summary>
/// Chooses the conditions that awards of a call start with; awards made already keep theirs. Refused with
/// <c>call.not-officer</c>, <c>call.gone</c>, <c>call.letters-fixed</c> once the call is decided.
/// </summary>
public sealed class CallConditionDesk(PortalDatabase database)
{
    /// <summary>Adds a condition, or changes the one with its id and version. Refused as <see cref="CallConditionRules.Check"/> says, with <c>condition.many</c> (limit) or <c>call.changed-meanwhile</c>.</summary>
    public Task<Outcome> Save(Actor actor, CallCondition condition, ConditionKind? kind) => CallAct.Within(database, actor, condition.CallId, async work =>
    {
        if (CallConditionRules.Check(kind, condition.Title, condition.Detail, condition.DueDays) is { Count: > 0 } wrong)
        {
            return Outcome.Refuse(wrong);
        }

        var kept = condition with { Kind = kind!.Value, Id = condition.Id == 0 ? work.NewId() : condition.Id };
        work.Audit("call.condition-changed", "Call", condition.CallId, new { condition = kept.Id, kept.Kind, kept.DueDays });
        if (condition.Id != 0)
        {
            return await CallConditionRepository.Update(work, kept) ? Outcome.Ok : new Refusal("call.changed-meanwhile");
        }

        if ((await CallConditionRepository.Of(work, condition.CallId)).Count >= CallConditionRules.Limit)
        {
            return new Refusal("condition.many", CallConditionRules.Limit);
        }

        await CallConditionRepository.Insert(work, kept);
        return Outcome.Ok;
    });

    /// <summary>Removes a condition. Refused with <c>call.changed-meanwhile</c>.</summary>
    public Task<Outcome> Remove(Actor actor, long call, long id, int version) => CallAct.Within(database, actor, call, async work =>
    {
        work.Audit("call.condition-removed", "Call", call, new { condition = id });
        return await CallConditionRepository.Remove(work, call, id, version) ? Outcome.Ok : new Refusal("call.changed-meanwhile");
    });

    /// <summary>Moves a condition one place up (−1) or down (1); nothing happens at the ends.</summary>
    public Task<Outcome> Move(Actor actor, long call, long id, int by) => CallAct.Within(database, actor, call, async work =>
    {
        var order = (await CallConditionRepository.Of(work, call)).Select(condition => condition.Id).ToList();
        var (from, to) = (order.IndexOf(id), order.IndexOf(id) + by);
        if (from < 0 || to < 0 || to >= order.Count)
        {
            return Outcome.Ok;
        }

        (order[from], order[to]) = (order[to], order[from]);
        foreach (var (condition, place) in order.Select((condition, i) => (condition, i + 1)))
        {
            await CallConditionRepository.SetPlace(work, call, condition, place);
        }

        work.Audit("call.condition-moved", "Call", call, new { condition = id });
        return Outcome.Ok;
    });
}
