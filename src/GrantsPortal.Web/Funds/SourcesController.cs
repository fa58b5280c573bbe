using GrantsPortal.Funds;
using GrantsPortal.Funds.Budgets;
using GrantsPortal.Platform.Database;
using GrantsPortal.Web.Shared;
using GrantsPortal.Web.Shared.Conflicts;
using GrantsPortal.Web.Shared.Languages;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace GrantsPortal.Web.Funds;

/// <summary>Where the money of funds comes from.</summary>
[Authorize(Policies.ReadDesk)]
public sealed class SourcesController(PortalDatabase database, BudgetDesk desk, Sentences sentences, IStringLocalizer<Texts> texts) : Controller
{
    /// <summary>All of them.</summary>
    [HttpGet(FundRoutes.Sources)]
    public async Task<IActionResult> Index()
    {
        await using var work = await database.Read();
        return View(await BudgetRepository.Sources(work));
    }

    /// <summary>A new one.</summary>
    [HttpGet(FundRoutes.NewSource), Authorize(Policies.Finance)]
    public IActionResult New() => View("Edit", new SourcePage(null, new SourceForm()));

    /// <summary>Adds it.</summary>
    [HttpPost(FundRoutes.NewSource), Authorize(Policies.Finance)]
    public Task<IActionResult> New(SourceForm form) => Save(null, form);

    /// <summary>One of them.</summary>
    [HttpGet(FundRoutes.Sources + "/{id:long}"), Authorize(Policies.Finance)]
    public async Task<IActionResult> Edit(long id)
    {
        if (await Find(id) is not { } source)
        {
            return NotFound();
        }

        var form = SourceForm.Of(source);
        form.Open();
        return View("Edit", new SourcePage(source, form));
    }

    /// <summary>Saves it.</summary>
    [HttpPost(FundRoutes.Sources + "/{id:long}"), Authorize(Policies.Finance)]
    public async Task<IActionResult> Edit(long id, SourceForm form) => await Find(id) is { } source ? await Save(source, form) : NotFound();

    private async Task<FundingSource?> Find(long id)
    {
        await using var work = await database.Read();
        return await BudgetRepository.FindSource(work, id);
    }

    private async Task<IActionResult> Save(FundingSource? source, SourceForm form)
    {
        var page = new SourcePage(source, form);
        if (!ModelState.IsValid)
        {
            return View("Edit", page);
        }

        if (source is not null && form.Clash(SourceForm.Of(source), ModelState, texts) is { } clash)
        {
            return View("Edit", page with { Conflict = clash });
        }

        var saved = source is null ? await desk.AddSource(User.Actor(), form.Read()) : await desk.EditSource(User.Actor(), source.Id, source.Version, form.Read());
        if (saved.Done)
        {
            TempData.SayDone(texts["Saved"]);
            return LocalRedirect(FundRoutes.Sources);
        }

        ModelState.AddRefusals(saved.Refusals, sentences);
        return View("Edit", page);
    }
}

/// <summary>A funding source as typed.</summary>
public sealed class SourceForm : EditForm
{
    /// <summary>Name.</summary>
    public string? Name { get; set; }

    /// <summary>Who gives it.</summary>
    public string? Funder { get; set; }

    /// <summary>Its account in the city's accounts.</summary>
    public string? AccountCode { get; set; }

    /// <summary>What it may be used for.</summary>
    public string? Note { get; set; }

    /// <summary>Whether it gives no new budgets.</summary>
    public bool Closed { get; set; }

    /// <summary>Filled with a funding source.</summary>
    public static SourceForm Of(FundingSource source) => new()
    {
        Name = source.Name,
        Funder = source.Funder,
        AccountCode = source.AccountCode,
        Note = source.Note,
        Closed = source.ClosedAt is not null,
    };

    /// <summary>What the use case takes.</summary>
    public SourceText Read() => new(Name ?? "", Funder, AccountCode ?? "", Note, Closed);

    /// <inheritdoc/>
    public override IReadOnlyList<EditedValue> Fields() =>
    [
        new("Name", "Name", Name), new("Funder", "Who gives it", Funder), new("AccountCode", "Account code", AccountCode), new("Note", "Note", Note),
        new("Closed", "Closed: gives no new budgets", Closed ? "yes" : "no"),
    ];
}

/// <summary>Where a funding source is written; a new one when there is none yet.</summary>
public sealed record SourcePage(FundingSource? Source, SourceForm Form)
{
    /// <summary>What somebody else changed meanwhile.</summary>
    public ConflictView? Conflict { get; init; }
}
