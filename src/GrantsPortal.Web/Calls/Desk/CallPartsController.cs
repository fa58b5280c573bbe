using GrantsPortal.Calls;
using GrantsPortal.Funds;
using GrantsPortal.Platform;
using GrantsPortal.Web.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace GrantsPortal.Web.Calls.Desk;

/// <summary>What a call says, what it has to give, and when.</summary>
[Authorize(Policies.RunCalls)]
[Route(CallRoutes.Desk + "/{slug}")]
public sealed class CallPartsController(DeskTools tools, CallDesk desk, IOptions<PortalOptions> portal) : CallDeskController(tools)
{
    /// <summary>Title, summary, description.</summary>
    [HttpGet("texts")]
    public async Task<IActionResult> Texts(string slug, [FromQuery(Name = "in")] string? language) =>
        await Load(slug) is { } call ? Opened("Texts", call, await Written(call.Call, language)) : NotFound();

    /// <summary>Saves them.</summary>
    [HttpPost("texts")]
    public async Task<IActionResult> Texts(string slug, TextsForm form)
    {
        if (await Load(slug) is not { } call)
        {
            return NotFound();
        }

        var saved = await Written(call.Call, form.Language);
        form.Language = saved.Language;
        return await Save("Texts", call, form, saved, async () => (await desk.EditTexts(User.Actor(), call.Call.Id, call.Call.Version, form.Read())).Plain(), CallRoutes.Manage(slug));
    }

    /// <summary>Programme, budget, smallest and largest award.</summary>
    [HttpGet("money")]
    public async Task<IActionResult> Money(string slug)
    {
        await Programmes();
        return await Load(slug) is { } call ? Opened("Money", call, MoneyForm.Of(call.Call)) : NotFound();
    }

    /// <summary>Saves them.</summary>
    [HttpPost("money")]
    public async Task<IActionResult> Money(string slug, MoneyForm form)
    {
        await Programmes();
        return await Load(slug) is { } call
            ? await Save("Money", call, form, MoneyForm.Of(call.Call), async () => (await desk.EditMoney(User.Actor(), call.Call.Id, call.Call.Version, form.Read())).Plain(), CallRoutes.Manage(slug))
            : NotFound();
    }

    /// <summary>Opening, closing, decision, reviews.</summary>
    [HttpGet("dates")]
    public async Task<IActionResult> Dates(string slug) => await Load(slug) is { } call ? Opened("Dates", call, DatesForm.Of(call.Call, portal.Value.Zone)) : NotFound();

    /// <summary>Saves them.</summary>
    [HttpPost("dates")]
    public async Task<IActionResult> Dates(string slug, DatesForm form)
    {
        if (await Load(slug) is not { } call)
        {
            return NotFound();
        }

        var saved = DatesForm.Of(call.Call, portal.Value.Zone);
        if (call.Call.Stage != CallStage.Draft)
        {
            // The page shows them, it does not ask for them.
            (form.OpensAt, form.ClosesAt) = (saved.OpensAt, saved.ClosesAt);
        }

        return await Save("Dates", call, form, saved, async () => (await desk.EditDates(User.Actor(), call.Call.Id, call.Call.Version, form.Read(call.Call, portal.Value.Zone))).Plain(), CallRoutes.Manage(slug));
    }

    private async Task Programmes()
    {
        await using var work = await Database.Read();
        ViewData["Programmes"] = await ProgrammeRepository.All(work);
    }

    /// <summary>The texts in one of the portal's languages; in the source language unless another is asked for.</summary>
    private async Task<TextsForm> Written(Call call, string? language)
    {
        var known = portal.Value.Languages.FirstOrDefault(code => code == language) ?? call.SourceLanguage;
        await using var work = await Database.Read();
        return TextsForm.Of(known, (await CallRepository.Texts(work, call.Id)).FirstOrDefault(texts => texts.Language == known));
    }
}
