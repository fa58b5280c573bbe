using System.Security.Claims;
using GrantsPortal.Calls;
using GrantsPortal.Calls.Agreements;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Web.Shared;

namespace GrantsPortal.Web.Calls.Desk;

/// <summary>A call as an officer works on it: its newest form and rubric, drafts of the next versions included.</summary>
public sealed record DeskCall(Call Call, CallState State, CallForm StoredForm, CallRubric StoredRubric, FormDefinition Form, RubricDefinition Rubric)
{
    /// <summary>What stands in the way of publishing.</summary>
    public IReadOnlyList<Shortcoming> Missing { get; init; } = [];

    /// <summary>Whether the person at the desk may change it; auditors only read.</summary>
    public bool MayRun { get; init; }

    /// <summary>Whether the newest form waits to be published to applicants.</summary>
    public bool FormWaits => Call.Stage != CallStage.Draft && StoredForm.PublishedAt is null;

    /// <summary>Whether the newest rubric waits to be published to reviewers.</summary>
    public bool RubricWaits => Call.Stage != CallStage.Draft && StoredRubric.PublishedAt is null;

    /// <summary>Whether the form may be changed by the person at the desk.</summary>
    public bool MayChangeForm => MayRun && CallRules.FormMayChange(State);

    /// <summary>Whether the rubric may be changed by the person at the desk.</summary>
    public bool MayChangeRubric => MayRun && CallRules.RubricMayChange(State);

    /// <summary>The call as its applicants will see it.</summary>
    public CallPage AsPage => new(Call, State, Form, Rubric, Call.SourceLanguage) { Preview = true };

    /// <summary>What is missing in one part.</summary>
    public IEnumerable<Refusal> MissingIn(CallPart part) => Missing.Where(shortcoming => shortcoming.Part == part).Select(shortcoming => shortcoming.Why);

    /// <summary>The call at an address in its source language, or null.</summary>
    public static async Task<DeskCall?> Read(UnitOfWork work, string slug, ClaimsPrincipal user)
    {
        if (await CallRepository.FindBySlug(work, slug, "") is not { } call)
        {
            return null;
        }

        var (form, rubric) = (await CallRepository.NewestForm(work, call.Id), await CallRepository.NewestRubric(work, call.Id));
        var read = new DeskCall(call, call.StateAt(work.Now), form, rubric, form.Read(), rubric.Read());
        var missing = ReadinessRules.Missing(call, read.Form, read.Rubric, work.Now).Concat(await AgreementReadiness.Missing(work, call.Id));
        return read with { Missing = [.. missing], MayRun = CallRules.MayRun(user.Actor()) };
    }
}
