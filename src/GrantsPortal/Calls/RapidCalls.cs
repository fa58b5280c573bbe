using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Text;

namespace GrantsPortal.Calls;

/// <summary>Calls of the short road, which are published as they were approved beforehand.</summary>
public static class RapidCalls
{
    /// <summary>
    /// Publishes a call that is open at once, in the caller's transaction: its budget is announced in the ledger and the news of it
    /// goes out as of any call. Throws when the form is not whole, since what was approved has been checked.
    /// </summary>
    /// <param name="work">The caller's unit of work.</param>
    /// <param name="call">What it has to give and until when, with <see cref="Call.DecisionHours"/> set.</param>
    /// <param name="texts">What it says of itself, in its source language.</param>
    /// <param name="form">What it asks.</param>
    /// <param name="rubric">What its deciders look at.</param>
    /// <param name="portal">The city's settings.</param>
    public static async Task<Call> Open(UnitOfWork work, Call call, CallTexts texts, FormDefinition form, RubricDefinition rubric, PortalOptions portal)
    {
        if (!call.IsRapid || FormRules.Check(form).Count > 0 || RubricRules.Check(rubric).Count > 0)
        {
            throw new InvalidOperationException("A rapid call is opened without its form, its rubric or its hours.");
        }

        var draft = await CallDesk.InsertUnder(work, call with { Id = work.NewId(), Stage = CallStage.Draft, Title = texts.Title, Version = 1 }, texts.Title);
        await CallRepository.PutTexts(work, draft.Id, texts);
        await CallRepository.InsertForm(work, draft.Id, 1, Json.Write(form));
        await CallRepository.InsertRubric(work, draft.Id, 1, Json.Write(rubric));
        if (!await CallRepository.Publish(work, draft.Id, draft.Version, work.Now)
            || !await CallRepository.PublishForm(work, await CallRepository.NewestForm(work, draft.Id))
            || !await CallRepository.PublishRubric(work, await CallRepository.NewestRubric(work, draft.Id)))
        {
            throw new InvalidOperationException($"The call {draft.Slug} changed while it was made.");
        }

        work.Audit("call.published", "Call", draft.Id, new { draft.Slug, opensAt = work.Now, draft.ClosesAt, draft.DecisionHours });
        await CallLedger.Follow(work, draft.Id, portal);
        var opened = (await CallRepository.Find(work, draft.Id, draft.SourceLanguage))!;
        await work.Publish(new CallPublished(opened));
        return opened;
    }
}
