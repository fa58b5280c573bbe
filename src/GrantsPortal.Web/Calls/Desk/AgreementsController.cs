using System.Globalization;
using GrantsPortal.Calls;
using GrantsPortal.Calls.Agreements;
using GrantsPortal.Platform;
using GrantsPortal.Web.Shared;
using GrantsPortal.Web.Shared.Conflicts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace GrantsPortal.Web.Calls.Desk;

/// <summary>What a call's agreements say, per language, and the conditions its awards start with.</summary>
[Route(CallRoutes.Desk + "/{slug}/agreement")]
public sealed class AgreementsController(DeskTools tools, AgreementTemplateDesk desk, IOptions<PortalOptions> portal) : CallDeskController(tools)
{
    /// <summary>The languages and the conditions.</summary>
    [HttpGet("")]
    public async Task<IActionResult> Index(string slug)
    {
        if (await Load(slug) is not { } call)
        {
            return NotFound();
        }

        await using var work = await Database.Read();
        var languages = new List<AgreementLanguage>();
        var templates = (await AgreementTemplateRepository.Of(work, call.Call.Id)).ToDictionary(template => template.Language);
        var written = (await CallRepository.Texts(work, call.Call.Id)).Where(texts => texts.Title.Length > 0).Select(texts => texts.Language).ToHashSet();
        foreach (var code in portal.Value.Languages.Union(templates.Keys))
        {
            var clauses = templates.ContainsKey(code) ? await AgreementTemplateRepository.Clauses(work, call.Call.Id, code) : [];
            languages.Add(new AgreementLanguage(code, written.Contains(code), templates.GetValueOrDefault(code), clauses));
        }

        return View(new AgreementsPage(call, languages, await CallConditionRepository.Of(work, call.Call.Id)));
    }

    /// <summary>One language, with a preview filled with examples.</summary>
    [HttpGet("{language}")]
    public async Task<IActionResult> Edit(string slug, string language)
    {
        if (Known(language) is not { } code || await Load(slug) is not { } call)
        {
            return NotFound();
        }

        var (_, form) = await Saved(call.Call, code);
        Describe(call.Call, form);
        return Opened("Edit", call, form);
    }

    /// <summary>Saves it.</summary>
    [HttpPost("{language}"), Authorize(Policies.RunCalls)]
    public async Task<IActionResult> Edit(string slug, string language, AgreementForm form)
    {
        if (Known(language) is not { } code || await Load(slug) is not { } call)
        {
            return NotFound();
        }

        var (version, saved) = await Saved(call.Call, code);
        var known = saved.Clauses.ToDictionary(line => line.ClauseId);
        form.Clauses = [.. form.Clauses.Where(line => known.ContainsKey(line.ClauseId)).Select(line => line.Described(known[line.ClauseId]))];
        form.Language = code;
        Describe(call.Call, form);
        return await Save("Edit", call, form, saved,
            () => desk.Write(User.Actor(), call.Call.Id, code, version, form.Opening, form.Special, [.. form.Clauses.Where(line => line.Chosen).Select(line => new ChosenClause(line.ClauseId, line.Place, line.Newest))]),
            CallRoutes.Item(slug, "agreement", code));
    }

    /// <summary>Drops the template; without any, the terms among the letters hold.</summary>
    [HttpPost("{language}/drop"), Authorize(Policies.RunCalls)]
    public async Task<IActionResult> Drop(string slug, string language, int version) =>
        Known(language) is { } code && await Load(slug) is { } call
            ? await Act(() => desk.Drop(User.Actor(), call.Call.Id, code, version), T["This language has no agreement of its own any more."], CallRoutes.Part(slug, "agreement"))
            : NotFound();

    private async Task<(int Version, AgreementForm Form)> Saved(Call call, string language)
    {
        await using var work = await Database.Read();
        var template = await AgreementTemplateRepository.Find(work, call.Id, language);
        var held = await AgreementTemplateRepository.Clauses(work, call.Id, language);
        var offered = (await ClauseRepository.Choices(work, language)).Where(choice => held.All(clause => clause.ClauseId != choice.ClauseId));
        return (template?.Version ?? 0, new AgreementForm
        {
            Language = language,
            Written = template is not null,
            Version = template?.Version ?? 0,
            Opening = template?.Opening ?? T["These are the terms on which {0} gives **{1}** to **{2}** from *{3}*.", portal.Value.City, "{{amount}}", "{{organisation}}", "{{call}}"],
            Special = template?.Special,
            Clauses = [.. held.Select(AgreementLine.Of), .. offered.Select(AgreementLine.Of)],
        });
    }

    private string? Known(string language) => portal.Value.Languages.FirstOrDefault(code => code.Equals(language, StringComparison.OrdinalIgnoreCase));

    private void Describe(Call call, AgreementForm form)
    {
        var culture = CultureInfo.GetCultureInfo(form.Language);
        var amount = (call.LargestMinor > 0 ? call.Largest : new Money(5_000, call.Currency)).Format(culture);
        var examples = new Dictionary<string, string>
        {
            ["organisation"] = T["Riverside Community Kitchen"],
            ["project"] = T["One table for the whole street"],
            ["reference"] = "GP-2026-0042",
            ["award"] = "AW-2026-0007",
            ["call"] = call.Title,
            ["amount"] = amount,
            ["asked"] = amount,
            ["expires"] = T["Friday 15 January, 23:59"],
            ["starts"] = T["1 September"],
            ["ends"] = T["31 August"],
            ["city"] = portal.Value.City,
            ["contact"] = portal.Value.ContactEmail,
        };
        var clauses = AgreementRules.Ordered(form.Clauses.Where(line => line.Chosen).Select(line => new ChosenClause(line.ClauseId, line.Place)))
            .Select(chosen => form.Clauses.First(line => line.ClauseId == chosen.ClauseId)).Select(line => (line.Heading, line.Body)).ToList();
        ViewData["Preview"] = TemplateRules.Fill(AgreementRules.Compose(form.Opening ?? "", clauses, form.Special ?? "", form.Language), examples);
    }
}

/// <summary>A call's agreements in one language.</summary>
/// <param name="Code">BCP 47 code.</param>
/// <param name="Written">Whether the call is written in it.</param>
/// <param name="Template">Its template; null when it has none.</param>
/// <param name="Clauses">The template's clauses.</param>
public sealed record AgreementLanguage(string Code, bool Written, AgreementTemplate? Template, IReadOnlyList<TemplateClause> Clauses);

/// <summary>A call's agreements and conditions.</summary>
public sealed record AgreementsPage(DeskCall Desk, IReadOnlyList<AgreementLanguage> Languages, IReadOnlyList<CallCondition> Conditions)
{
    /// <summary>Whether what awards start with may be changed by the person at the desk.</summary>
    public bool May => Desk.MayRun && Desk.State is not (CallState.Decided or CallState.Archived);
}

/// <summary>An agreement template as typed.</summary>
public sealed class AgreementForm : EditForm
{
    /// <summary>BCP 47 code; from the address.</summary>
    [Microsoft.AspNetCore.Mvc.ModelBinding.BindNever]
    public string Language { get; set; } = "";

    /// <summary>Whether it is saved.</summary>
    [Microsoft.AspNetCore.Mvc.ModelBinding.BindNever]
    public bool Written { get; set; }

    /// <summary>The saved version; 0 for none.</summary>
    [Microsoft.AspNetCore.Mvc.ModelBinding.BindNever]
    public int Version { get; set; }

    /// <summary>What comes before the clauses; Markdown.</summary>
    public string? Opening { get; set; }

    /// <summary>The clauses of the library, chosen or not.</summary>
    public List<AgreementLine> Clauses { get; set; } = [];

    /// <summary>Special conditions; Markdown.</summary>
    public string? Special { get; set; }

    /// <inheritdoc/>
    public override IReadOnlyList<EditedValue> Fields() =>
    [
        new("Opening", "Opening", Opening),
        new("Clauses", "Clauses", string.Join(", ", Clauses.Where(line => line.Chosen).OrderBy(line => line.Place ?? int.MaxValue).Select(line => $"{line.Name} ({(line.Newest ? line.Newer : line.Number)})"))),
        new("Special", "Special conditions", Special),
    ];
}

/// <summary>A clause of the library in a template's form.</summary>
public sealed class AgreementLine
{
    /// <summary>The clause.</summary>
    public long ClauseId { get; set; }

    /// <summary>Whether the template takes it.</summary>
    public bool Chosen { get; set; }

    /// <summary>Where it comes.</summary>
    public int? Place { get; set; }

    /// <summary>Whether the library's newest words are taken over.</summary>
    public bool Newest { get; set; }

    /// <summary>What officers call it.</summary>
    [Microsoft.AspNetCore.Mvc.ModelBinding.BindNever]
    public string Name { get; set; } = "";

    /// <summary>Its heading.</summary>
    [Microsoft.AspNetCore.Mvc.ModelBinding.BindNever]
    public string Heading { get; set; } = "";

    /// <summary>What it says.</summary>
    [Microsoft.AspNetCore.Mvc.ModelBinding.BindNever]
    public string Body { get; set; } = "";

    /// <summary>The version the template holds, or would take.</summary>
    [Microsoft.AspNetCore.Mvc.ModelBinding.BindNever]
    public int Number { get; set; }

    /// <summary>The newest version, where the template is behind; 0 where not.</summary>
    [Microsoft.AspNetCore.Mvc.ModelBinding.BindNever]
    public int Newer { get; set; }

    /// <summary>One the template holds.</summary>
    public static AgreementLine Of(TemplateClause clause) => new()
    {
        ClauseId = clause.ClauseId,
        Chosen = true,
        Place = clause.Place,
        Name = clause.Name,
        Heading = clause.Heading,
        Body = clause.Body,
        Number = clause.Number,
        Newer = clause.Behind ? clause.Newest : 0,
    };

    /// <summary>One it may take.</summary>
    public static AgreementLine Of(ClauseChoice clause) => new()
    {
        ClauseId = clause.ClauseId,
        Name = clause.Name,
        Heading = clause.Heading,
        Body = clause.Body,
        Number = clause.Number,
    };

    /// <summary>As typed, with what is known of the clause.</summary>
    public AgreementLine Described(AgreementLine known)
    {
        (Name, Heading, Body, Number, Newer) = (known.Name, known.Heading, known.Body, known.Number, known.Newer);
        return this;
    }
}
