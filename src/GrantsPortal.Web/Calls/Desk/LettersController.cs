using GrantsPortal.Calls;
using GrantsPortal.Platform;
using GrantsPortal.Web.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace GrantsPortal.Web.Calls.Desk;

/// <summary>A call's letters and terms.</summary>
[Route(CallRoutes.Desk + "/{slug}/letters")]
public sealed class LettersController(DeskTools tools, LetterDesk desk, IOptions<PortalOptions> portal) : CallDeskController(tools)
{
    /// <summary>All of them.</summary>
    [HttpGet("")]
    public async Task<IActionResult> Index(string slug)
    {
        if (await Load(slug) is not { } call)
        {
            return NotFound();
        }

        await using var work = await Database.Read();
        return View(new LettersPage(call, await LetterTemplateRepository.Of(work, call.Call.Id)));
    }

    /// <summary>One, with a preview filled with examples.</summary>
    [HttpGet("{kind}")]
    public async Task<IActionResult> Edit(string slug, LetterKind kind)
    {
        if (!Enum.IsDefined(kind) || await Load(slug) is not { } call)
        {
            return NotFound();
        }

        var template = await Template(call.Call, kind);
        Describe(call.Call, template);
        return Opened("Edit", call, LetterForm.Of(template));
    }

    /// <summary>Saves it.</summary>
    [HttpPost("{kind}"), Authorize(Policies.RunCalls)]
    public async Task<IActionResult> Edit(string slug, LetterKind kind, LetterForm form)
    {
        if (!Enum.IsDefined(kind) || await Load(slug) is not { } call)
        {
            return NotFound();
        }

        var template = await Template(call.Call, kind);
        Describe(call.Call, template with { Subject = form.Subject ?? "", Body = form.Body ?? "" });
        return await Save("Edit", call, form, LetterForm.Of(template),
            () => desk.Write(User.Actor(), call.Call.Id, kind, call.Call.SourceLanguage, template.Version, form.Subject ?? "", (form.Body ?? "").ReplaceLineEndings("\n")),
            CallRoutes.Item(slug, "letters", kind.ToString().ToLowerInvariant()));
    }

    /// <summary>Goes back to the portal's words.</summary>
    [HttpPost("{kind}/reset"), Authorize(Policies.RunCalls)]
    public async Task<IActionResult> Reset(string slug, LetterKind kind, int version) =>
        Enum.IsDefined(kind) && await Load(slug) is { } call
            ? await Act(() => desk.Reset(User.Actor(), call.Call.Id, kind, call.Call.SourceLanguage, version), T["The portal’s own words stand in again."], CallRoutes.Part(slug, "letters"))
            : NotFound();

    /// <summary>The letter in the call's language; one that stands in for it counts as unwritten.</summary>
    private async Task<LetterTemplate> Template(Call call, LetterKind kind)
    {
        await using var work = await Database.Read();
        return await LetterTemplateRepository.Own(work, call.Id, kind, call.SourceLanguage)
            ?? await LetterTemplateRepository.For(work, call.Id, kind, call.SourceLanguage) with { Version = 0 };
    }

    private void Describe(Call call, LetterTemplate template)
    {
        var examples = new Dictionary<string, string>
        {
            ["organisation"] = T["Riverside Community Kitchen"],
            ["project"] = T["One table for the whole street"],
            ["reference"] = "GP-2026-0042",
            ["award"] = "AW-2026-0007",
            ["call"] = call.Title,
            ["amount"] = (call.LargestMinor > 0 ? call.Largest : new Money(5_000, call.Currency)).Format(),
            ["asked"] = (call.LargestMinor > 0 ? call.Largest : new Money(5_000, call.Currency)).Format(),
            ["reason"] = T["Reviewers found the need clear and the plan sound."],
            ["expires"] = T["Friday 15 January, 23:59"],
            ["city"] = portal.Value.City,
            ["contact"] = portal.Value.ContactEmail,
        };
        ViewData["Letter"] = template with { Subject = TemplateRules.Fill(template.Subject, examples), Body = TemplateRules.Fill(template.Body, examples) };
        ViewData["Version"] = template.Version;
    }
}

/// <summary>A call's letters; kinds that are missing have the portal's words.</summary>
public sealed record LettersPage(DeskCall Desk, IReadOnlyList<LetterTemplate> Own)
{
    /// <summary>What a kind is called, in English.</summary>
    public static string NameOf(LetterKind kind) => kind switch
    {
        LetterKind.Award => "Offer of an award",
        LetterKind.Decline => "Not successful",
        LetterKind.Reserve => "On the reserve list",
        LetterKind.Ineligible => "Not eligible",
        _ => "Terms of the grant",
    };
}
