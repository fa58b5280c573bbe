using GrantsPortal.Funds;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Web.Shared;
using GrantsPortal.Web.Shared.Conflicts;
using GrantsPortal.Web.Shared.Forms;
using GrantsPortal.Web.Shared.Languages;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace GrantsPortal.Web.Funds;

/// <summary>The programmes that calls draw on.</summary>
[Authorize(Policies.ReadDesk)]
public sealed class ProgrammesController(PortalDatabase database, ProgrammeDesk desk, Sentences sentences, IStringLocalizer<Texts> texts, IOptions<PortalOptions> portal, BudgetYears years) : Controller
{
    /// <summary>All of them, with their figures of the running budget year.</summary>
    [HttpGet(FundRoutes.Programmes)]
    public async Task<IActionResult> Index()
    {
        await using var work = await database.Read();
        return View(new ProgrammesView(await ProgrammeRepository.Rows(work, years.Current), years.Current));
    }

    /// <summary>A new one.</summary>
    [HttpGet(FundRoutes.NewProgramme), Authorize(Policies.RunCalls)]
    public IActionResult New() => View("Edit", new ProgrammePage(null, new ProgrammeForm { Currency = portal.Value.Currency }));

    /// <summary>Adds it.</summary>
    [HttpPost(FundRoutes.NewProgramme), Authorize(Policies.RunCalls)]
    public Task<IActionResult> New(ProgrammeForm form) => Save(null, form);

    /// <summary>One of them.</summary>
    [HttpGet(FundRoutes.Programmes + "/{slug}"), Authorize(Policies.RunCalls)]
    public async Task<IActionResult> Edit(string slug)
    {
        if (await Find(slug) is not { } programme)
        {
            return NotFound();
        }

        var form = ProgrammeForm.Of(programme);
        form.Open();
        return View("Edit", new ProgrammePage(programme, form));
    }

    /// <summary>Saves it.</summary>
    [HttpPost(FundRoutes.Programmes + "/{slug}"), Authorize(Policies.RunCalls)]
    public async Task<IActionResult> Edit(string slug, ProgrammeForm form) => await Find(slug) is { } programme ? await Save(programme, form) : NotFound();

    private async Task<Programme?> Find(string slug)
    {
        await using var work = await database.Read();
        return await ProgrammeRepository.FindBySlug(work, slug);
    }

    private async Task<IActionResult> Save(Programme? programme, ProgrammeForm form)
    {
        var page = new ProgrammePage(programme, form);
        if (!ModelState.IsValid)
        {
            return View("Edit", page);
        }

        if (programme is not null && form.Clash(ProgrammeForm.Of(programme), ModelState, texts) is { } clash)
        {
            return View("Edit", page with { Conflict = clash });
        }

        var saved = programme is null ? await desk.Create(User.Actor(), form.Read()) : await desk.Edit(User.Actor(), programme.Id, programme.Version, form.Read());
        if (saved.Done)
        {
            TempData.SayDone(texts["Saved"]);
            return LocalRedirect(FundRoutes.Programmes);
        }

        ModelState.AddRefusals(saved.Refusals, sentences);
        return View("Edit", page);
    }
}

/// <summary>A programme as typed.</summary>
public sealed class ProgrammeForm : EditForm
{
    /// <summary>Name.</summary>
    public string? Name { get; set; }

    /// <summary>What it is for.</summary>
    public string? Description { get; set; }

    /// <summary>ISO 4217 code.</summary>
    public string? Currency { get; set; }

    /// <summary>Filled with a programme.</summary>
    public static ProgrammeForm Of(Programme programme) => new()
    {
        Name = programme.Name,
        Description = programme.Description,
        Currency = programme.Currency,
    };

    /// <summary>What the use case takes.</summary>
    public ProgrammeText Read() => new(Name ?? "", Description, (Currency ?? "").Trim().ToUpperInvariant());

    /// <inheritdoc/>
    public override IReadOnlyList<EditedValue> Fields() =>
    [
        new("Name", "Name", Name), new("Description", "What it is for", Description), new("Currency", "Currency", Currency),
    ];
}

/// <summary>Where a programme is written; a new one when there is none yet.</summary>
public sealed record ProgrammePage(Programme? Programme, ProgrammeForm Form)
{
    /// <summary>What somebody else changed meanwhile.</summary>
    public ConflictView? Conflict { get; init; }
}

/// <summary>The programmes with their figures of a budget year.</summary>
public sealed record ProgrammesView(IReadOnlyList<ProgrammeRow> Programmes, int Year);
