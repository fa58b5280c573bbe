using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;

namespace GrantsPortal.Calls;

/// <summary>
/// Writes what reviewers score against. While a call is a draft its first version changes; afterwards a change begins the next
/// version as a draft, which reviewers see once it is published, and are told.
/// </summary>
public sealed class CallRubricDesk(PortalDatabase database)
{
    /// <summary>
    /// Changes the draft version, beginning one where there is none. Refused with what the edit refuses, <c>call.not-officer</c>,
    /// <c>call.gone</c>, <c>call.rubric-fixed</c> (after the decision), <c>call.changed-meanwhile</c>.
    /// </summary>
    public Task<Outcome> Change(Actor actor, long call, Func<RubricDefinition, Outcome<RubricDefinition>> edit) => Within(actor, call, async (work, _, rubric) =>
    {
        var edited = edit(rubric.Read());
        if (edited.Refused)
        {
            return edited.Plain();
        }

        var definition = Json.Write(edited.Value);
        if (definition == rubric.Definition)
        {
            return Outcome.Ok;
        }

        var saved = rubric.PublishedAt is null
            ? await CallRepository.UpdateRubric(work, rubric, definition)
            : await CallRepository.InsertRubric(work, call, rubric.Version + 1, definition);
        work.Audit("call.rubric-edited", "Call", call, new { version = rubric.PublishedAt is null ? rubric.Version : rubric.Version + 1 });
        return saved ? Outcome.Ok : new Refusal("call.changed-meanwhile");
    });

    /// <summary>
    /// Makes the draft version the one that reviewers score against, and tells them. Also refused with everything wrong
    /// with the rubric, <c>call.rubric-unpublished</c> (a draft call is published as a whole), <c>call.rubric-unchanged</c>.
    /// </summary>
    public Task<Outcome> Publish(Actor actor, long call, int editVersion) => Within(actor, call, async (work, before, rubric) =>
    {
        if (before.Stage == CallStage.Draft)
        {
            return new Refusal("call.rubric-unpublished");
        }

        if (rubric.PublishedAt is not null)
        {
            return new Refusal("call.rubric-unchanged");
        }

        if (RubricRules.Check(rubric.Read()) is { Count: > 0 } wrong)
        {
            return Outcome.Refuse(wrong);
        }

        if (rubric.EditVersion != editVersion || !await CallRepository.PublishRubric(work, rubric) || !await CallRepository.UseRubric(work, call, rubric.Version))
        {
            return new Refusal("call.changed-meanwhile");
        }

        work.Audit("call.rubric-changed", "Call", call, new { from = before.RubricVersion, to = rubric.Version });
        await work.Publish(new CallRubricChanged(call, rubric.Version));
        return Outcome.Ok;
    });

    /// <summary>Drops the draft version, so that the reviewers' rubric is the newest again; also refused with <c>call.rubric-unchanged</c>.</summary>
    public Task<Outcome> Discard(Actor actor, long call, int editVersion) => Within(actor, call, async (work, before, rubric) =>
    {
        if (before.Stage == CallStage.Draft || rubric.PublishedAt is not null)
        {
            return new Refusal("call.rubric-unchanged");
        }

        work.Audit("call.rubric-discarded", "Call", call, new { rubric.Version });
        return rubric.EditVersion == editVersion && await CallRepository.DropRubric(work, rubric) ? Outcome.Ok : new Refusal("call.changed-meanwhile");
    });

    private async Task<Outcome> Within(Actor actor, long id, Func<UnitOfWork, Call, CallRubric, Task<Outcome>> act)
    {
        if (!CallRules.MayRun(actor))
        {
            return new Refusal("call.not-officer");
        }

        await using var work = await database.Write(actor);
        if (await CallRepository.Find(work, id) is not { } call)
        {
            return new Refusal("call.gone");
        }

        if (call.IsRapid)
        {
            return new Refusal("call.rapid-fixed");
        }

        if (!CallRules.RubricMayChange(call.StateAt(work.Now)))
        {
            return new Refusal("call.rubric-fixed");
        }

        var outcome = await act(work, call, await CallRepository.NewestRubric(work, id));
        if (outcome.Done)
        {
            await work.Commit();
        }

        return outcome;
    }
}
