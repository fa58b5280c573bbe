using GrantsPortal.Calls;
using GrantsPortal.Platform;
using GrantsPortal.Web.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace GrantsPortal.Web.Calls.Desk;

/// <summary>The criteria of the rubric, and publishing a change of them.</summary>
[Route(CallRoutes.Desk + "/{slug}/rubric")]
public sealed class CriteriaController(DeskTools tools, CallRubricDesk desk) : CallRowsController<CriterionForm, Criterion>(tools, "rubric")
{
    /// <summary>Makes the draft the rubric that reviewers score against.</summary>
    [HttpPost("publish"), Authorize(Policies.RunCalls)]
    public Task<IActionResult> Publish(string slug, int editVersion) =>
        Done(slug, T["Reviewers score against the new version from now on, and are told."], call => desk.Publish(User.Actor(), call.Call.Id, editVersion));

    /// <summary>Drops the draft.</summary>
    [HttpPost("discard"), Authorize(Policies.RunCalls)]
    public Task<IActionResult> Discard(string slug, int editVersion) =>
        Done(slug, T["The changes are dropped."], call => desk.Discard(User.Actor(), call.Call.Id, editVersion));

    /// <inheritdoc/>
    protected override CriterionForm FormOf(Criterion? row) => CriterionForm.Of(row);

    /// <inheritdoc/>
    protected override Criterion? Find(DeskCall call, string key) => Find(call.Rubric, key);

    /// <inheritdoc/>
    protected override Task<Outcome> Put(DeskCall call, string? key, CriterionForm form) => desk.Change(User.Actor(), call.Call.Id, now =>
    {
        var criterion = form.Read(Find(now, key), call.Call.SourceLanguage);
        return RubricRules.Check(criterion) is { Count: > 0 } wrong ? Outcome<RubricDefinition>.Refuse(wrong) : FormEdits.PutCriterion(now, key, criterion);
    });

    /// <inheritdoc/>
    protected override Task<Outcome> Move(DeskCall call, string key, int by) => desk.Change(User.Actor(), call.Call.Id, rubric => FormEdits.MoveCriterion(rubric, key, by));

    /// <inheritdoc/>
    protected override Task<Outcome> Remove(DeskCall call, string key) => desk.Change(User.Actor(), call.Call.Id, rubric => FormEdits.RemoveCriterion(rubric, key));

    private static Criterion? Find(RubricDefinition rubric, string? key) => rubric.Criteria.FirstOrDefault(criterion => criterion.Key == key);
}
