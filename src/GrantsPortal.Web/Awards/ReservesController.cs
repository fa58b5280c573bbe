using GrantsPortal.Awards;
using GrantsPortal.Awards.Decisions;
using GrantsPortal.Calls;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Reviews;
using GrantsPortal.Web.Shared;
using GrantsPortal.Web.Shared.Forms;
using GrantsPortal.Web.Shared.Languages;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace GrantsPortal.Web.Awards;

/// <summary>Awards for applications in reserve, when money is left or has become free.</summary>
[Authorize(Policies.RunCalls)]
public sealed class ReservesController(PortalDatabase database, DecisionDesk desk, Sentences sentences, IStringLocalizer<Texts> texts) : Controller
{
    private const string Path = AwardRoutes.Decisions + "/reserves/{slug}";

    /// <summary>The applications in reserve, and what is left of the budget.</summary>
    [HttpGet(Path)]
    public async Task<IActionResult> Index(string slug)
    {
        await using var work = await database.Read();
        return await CallRepository.FindBySlug(work, slug) is { } call ? View(await Read(work, call, new ReservesForm())) : NotFound();
    }

    /// <summary>Proposes what was chosen to the approver.</summary>
    [HttpPost(Path)]
    public async Task<IActionResult> Index(string slug, ReservesForm form)
    {
        Call? call;
        await using (var work = await database.Read())
        {
            call = await CallRepository.FindBySlug(work, slug);
        }

        if (call is null)
        {
            return NotFound();
        }

        var outcome = ModelState.IsValid ? await desk.ProposeReserves(User.Actor(), call.Id, form.Entries(call.Currency, ModelState, texts), form.Note) : default(Outcome<long>?);
        if (outcome is { Done: true } done && ModelState.IsValid)
        {
            TempData.SayDone(texts["The proposal waits for an approver."]);
            return LocalRedirect(AwardRoutes.Decision(done.Value));
        }

        ModelState.AddRefusals(outcome?.Refusals ?? [], sentences);
        await using var again = await database.Read();
        return View(await Read(again, call, form));
    }

    private static async Task<ReservesView> Read(UnitOfWork work, Call call, ReservesForm form)
    {
        var rows = await DecisionRepository.Reserves(work, call.Id);
        var available = call.Budget - Money.FromMinor(await AwardRepository.Committed(work, call.Id), call.Currency);
        if (form.Lines.Count == 0)
        {
            form.Lines = [.. rows.Select(row => new ReserveLine { Reference = row.Reference })];
        }

        return new ReservesView(call, available, rows, form);
    }
}

/// <summary>The applications in reserve.</summary>
public sealed record ReservesView(Call Call, Money Available, IReadOnlyList<ReserveRow> Rows, ReservesForm Form);

/// <summary>What is proposed for them.</summary>
public sealed class ReservesForm
{
    /// <summary>One line an application.</summary>
    public List<ReserveLine> Lines { get; set; } = [];

    /// <summary>What to tell the approver.</summary>
    public string? Note { get; set; }

    /// <summary>The lines that something was chosen for.</summary>
    public IReadOnlyList<ReserveEntry> Entries(string currency, Microsoft.AspNetCore.Mvc.ModelBinding.ModelStateDictionary state, IStringLocalizer<Texts> texts)
    {
        var entries = new List<ReserveEntry>();
        foreach (var (line, place) in Lines.Select((line, place) => (line, place)).Where(pair => pair.line.Outcome is not null))
        {
            if (line.Amount is { } fine && decimal.Round(fine, Money.DigitsOf(currency)) != fine)
            {
                state.AddModelError($"Lines[{place}].Amount", texts["An amount cannot be finer than {0} decimal places", Money.DigitsOf(currency)]);
            }

            long? minor = state.IsValid && line.Amount is { } amount ? new Money(amount, currency).Minor : null;
            entries.Add(new ReserveEntry(line.Reference, line.Outcome!.Value, minor, line.Reason ?? ""));
        }

        return state.IsValid ? entries : [];
    }
}

/// <summary>What is proposed for one application in reserve.</summary>
public sealed class ReserveLine
{
    /// <summary>The application.</summary>
    public string Reference { get; set; } = "";

    /// <summary>Fund or decline; nothing leaves it in reserve.</summary>
    public RecommendedOutcome? Outcome { get; set; }

    /// <summary>How much, in whole units.</summary>
    [BindMoney]
    public decimal? Amount { get; set; }

    /// <summary>Why.</summary>
    public string? Reason { get; set; }
}
