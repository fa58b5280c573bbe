using GrantsPortal.Calls;
using GrantsPortal.Platform;
using GrantsPortal.Web.Shared;
using Microsoft.AspNetCore.Mvc;

namespace GrantsPortal.Web.Calls.Desk;

/// <summary>The questions of the eligibility check.</summary>
[Route(CallRoutes.Desk + "/{slug}/eligibility")]
public sealed class ChecksController(DeskTools tools, CallFormDesk desk) : CallRowsController<CheckForm, EligibilityQuestion>(tools, "eligibility")
{
    /// <inheritdoc/>
    protected override CheckForm FormOf(EligibilityQuestion? row) => CheckForm.Of(row);

    /// <inheritdoc/>
    protected override EligibilityQuestion? Find(DeskCall call, string key) => Find(call.Form, key);

    /// <inheritdoc/>
    protected override Task<Outcome> Put(DeskCall call, string? key, CheckForm form) => desk.Change(User.Actor(), call.Call.Id, now =>
    {
        var question = form.Read(Find(now, key), call.Call.SourceLanguage);
        return FormRules.Check(question) is { Count: > 0 } wrong ? Outcome<FormDefinition>.Refuse(wrong) : FormEdits.PutCheck(now, key, question);
    });

    /// <inheritdoc/>
    protected override Task<Outcome> Move(DeskCall call, string key, int by) => desk.Change(User.Actor(), call.Call.Id, form => FormEdits.MoveCheck(form, key, by));

    /// <inheritdoc/>
    protected override Task<Outcome> Remove(DeskCall call, string key) => desk.Change(User.Actor(), call.Call.Id, form => FormEdits.RemoveCheck(form, key));

    private static EligibilityQuestion? Find(FormDefinition form, string? key) => form.Eligibility.FirstOrDefault(question => question.Key == key);
}
