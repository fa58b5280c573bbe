using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;

namespace GrantsPortal.Calls;

/// <summary>
/// Writes what applicants fill in. While a call is a draft its first version changes; afterwards a change begins the next
/// version as a draft, which applicants see once it is published.
/// </summary>
public sealed class CallFormDesk(PortalDatabase database)
{
    /// <summary>
    /// Changes the draft version, beginning one where there is none. Refused with what the edit refuses, <c>call.not-officer</c>,
    /// <c>call.gone</c>, <c>call.form-fixed</c> (after the deadline), <c>call.changed-meanwhile</c>.
    /// </summary>
    public Task<Outcome> Change(Actor actor, long call, Func<FormDefinition, Outcome<FormDefinition>> edit) => Within(actor, call, async (work, _, form) =>
    {
        var edited = edit(form.Read());
        if (edited.Refused)
        {
            return edited.Plain();
        }

        var definition = Json.Write(edited.Value);
        if (definition == form.Definition)
        {
            return Outcome.Ok;
        }

        var saved = form.PublishedAt is null
            ? await CallRepository.UpdateForm(work, form, definition)
            : await CallRepository.InsertForm(work, call, form.Version + 1, definition);
        work.Audit("call.form-edited", "Call", call, new { version = form.PublishedAt is null ? form.Version : form.Version + 1 });
        return saved ? Outcome.Ok : new Refusal("call.changed-meanwhile");
    });

    /// <summary>
    /// Makes the draft version the one that applicants fill in, and tells those who have a draft. Also refused with everything wrong
    /// with the form, <c>call.form-unpublished</c> (a draft call is published as a whole), <c>call.form-unchanged</c>.
    /// </summary>
    public Task<Outcome> Publish(Actor actor, long call, int editVersion) => Within(actor, call, async (work, before, form) =>
    {
        if (before.Stage == CallStage.Draft)
        {
            return new Refusal("call.form-unpublished");
        }

        if (form.PublishedAt is not null)
        {
            return new Refusal("call.form-unchanged");
        }

        if (FormRules.Check(form.Read()) is { Count: > 0 } wrong)
        {
            return Outcome.Refuse([.. wrong.Select(shortcoming => shortcoming.Why)]);
        }

        if (form.EditVersion != editVersion || !await CallRepository.PublishForm(work, form) || !await CallRepository.UseForm(work, call, form.Version))
        {
            return new Refusal("call.changed-meanwhile");
        }

        work.Audit("call.form-changed", "Call", call, new { from = before.FormVersion, to = form.Version });
        await work.Publish(new CallFormChanged(call, form.Version));
        return Outcome.Ok;
    });

    /// <summary>Drops the draft version, so that applicants' form is the newest again; also refused with <c>call.form-unchanged</c>.</summary>
    public Task<Outcome> Discard(Actor actor, long call, int editVersion) => Within(actor, call, async (work, before, form) =>
    {
        if (before.Stage == CallStage.Draft || form.PublishedAt is not null)
        {
            return new Refusal("call.form-unchanged");
        }

        work.Audit("call.form-discarded", "Call", call, new { form.Version });
        return form.EditVersion == editVersion && await CallRepository.DropForm(work, form) ? Outcome.Ok : new Refusal("call.changed-meanwhile");
    });

    private async Task<Outcome> Within(Actor actor, long id, Func<UnitOfWork, Call, CallForm, Task<Outcome>> act)
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

        if (!CallRules.FormMayChange(call.StateAt(work.Now)))
        {
            return new Refusal("call.form-fixed");
        }

        var outcome = await act(work, call, await CallRepository.NewestForm(work, id));
        if (outcome.Done)
        {
            await work.Commit();
        }

        return outcome;
    }
}
