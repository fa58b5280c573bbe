using System.Globalization;
using GrantsPortal.Funds;
using GrantsPortal.Funds.Budgets;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Web.Shared;
using GrantsPortal.Web.Shared.Conflicts;
using GrantsPortal.Web.Shared.Forms;
using GrantsPortal.Web.Shared.Languages;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace GrantsPortal.Web.Funds;

/// <summary>What funding sources give a fund, year by year.</summary>
[Authorize(Policies.Finance)]
public sealed class BudgetsController(PortalDatabase database, BudgetDesk desk, BudgetYears years, Sentences sentences, IStringLocalizer<Texts> texts) : Controller
{
    /// <summary>A new one.</summary>
    [HttpGet(FundRoutes.Figures + "/{slug}/budgets/new")]
    public Task<IActionResult> New(string slug) => Page(slug, null, new BudgetForm { Year = years.Current });

    /// <summary>Adds it.</summary>
    [HttpPost(FundRoutes.Figures + "/{slug}/budgets/new")]
    public Task<IActionResult> New(string slug, BudgetForm form) => Save(slug, null, form);

    /// <summary>One of them.</summary>
    [HttpGet(FundRoutes.Figures + "/{slug}/budgets/{id:long}")]
    public Task<IActionResult> Edit(string slug, long id) => Page(slug, id, null);

    /// <summary>Saves it.</summary>
    [HttpPost(FundRoutes.Figures + "/{slug}/budgets/{id:long}")]
    public Task<IActionResult> Edit(string slug, long id, BudgetForm form) => Save(slug, id, form);

    private async Task<IActionResult> Page(string slug, long? id, BudgetForm? form, ConflictView? conflict = null)
    {
        await using var work = await database.Read();
        if (await ProgrammeRepository.FindBySlug(work, slug) is not { } fund)
        {
            return NotFound();
        }

        var budget = id is { } known ? await BudgetRepository.Find(work, fund.Id, known) : null;
        if (id is not null && budget is null)
        {
            return NotFound();
        }

        if (form is null)
        {
            form = BudgetForm.Of(budget!);
            form.Open();
        }

        var sources = (await BudgetRepository.Sources(work)).Where(source => source.ClosedAt is null)
            .Select(source => new FieldItem(source.Id.ToString(CultureInfo.InvariantCulture), source.Name)).ToList();
        return View("Edit", new BudgetPage(fund, budget, form, sources) { Conflict = conflict });
    }

    private async Task<IActionResult> Save(string slug, long? id, BudgetForm form)
    {
        var (fund, budget) = await Find(slug, id);
        if (fund is null || (id is not null && budget is null))
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return await Page(slug, id, form);
        }

        if (budget is not null && form.Clash(BudgetForm.Of(budget), ModelState, texts) is { } clash)
        {
            return await Page(slug, id, form, clash);
        }

        var saved = budget is null ? await desk.Add(User.Actor(), fund.Id, form.Read()) : await desk.Edit(User.Actor(), budget.Id, budget.Version, form.Read());
        if (saved.Done)
        {
            TempData.SayDone(texts["Saved"]);
            return LocalRedirect(FundRoutes.Fund(slug));
        }

        ModelState.AddRefusals(saved.Refusals, sentences);
        return await Page(slug, id, form);
    }

    private async Task<(Programme? Fund, FundBudget? Budget)> Find(string slug, long? id)
    {
        await using var work = await database.Read();
        var fund = await ProgrammeRepository.FindBySlug(work, slug);
        return (fund, fund is not null && id is { } known ? await BudgetRepository.Find(work, fund.Id, known) : null);
    }
}

/// <summary>A budget as typed.</summary>
public sealed class BudgetForm : EditForm
{
    /// <summary>The budget year.</summary>
    public int? Year { get; set; }

    /// <summary>Where the money comes from.</summary>
    public long? SourceId { get; set; }

    /// <summary>How much.</summary>
    [BindMoney]
    public decimal? Amount { get; set; }

    /// <summary>Its account in the city's accounts.</summary>
    public string? AccountCode { get; set; }

    /// <summary>What was decided about it.</summary>
    public string? Note { get; set; }

    /// <summary>Filled with a budget.</summary>
    public static BudgetForm Of(FundBudget budget) => new()
    {
        Year = budget.Year,
        SourceId = budget.SourceId,
        Amount = budget.Amount.Amount,
        AccountCode = budget.AccountCode,
        Note = budget.Note,
    };

    /// <summary>What the use case takes; without an amount one that it refuses.</summary>
    public BudgetText Read() => new(Year ?? 0, SourceId ?? 0, Amount ?? -1, AccountCode ?? "", Note);

    /// <inheritdoc/>
    public override IReadOnlyList<EditedValue> Fields() =>
    [
        new("Amount", "Amount", Amount?.ToString("0.###", CultureInfo.InvariantCulture)), new("AccountCode", "Account code", AccountCode), new("Note", "Note", Note),
    ];
}

/// <summary>Where a budget is written; a new one when there is none yet.</summary>
public sealed record BudgetPage(Programme Fund, FundBudget? Budget, BudgetForm Form, IReadOnlyList<FieldItem> Sources)
{
    /// <summary>What somebody else changed meanwhile.</summary>
    public ConflictView? Conflict { get; init; }
}
