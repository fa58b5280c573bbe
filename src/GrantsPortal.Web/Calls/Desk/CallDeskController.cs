using GrantsPortal.Calls;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Web.Shared;
using GrantsPortal.Web.Shared.Conflicts;
using GrantsPortal.Web.Shared.Languages;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace GrantsPortal.Web.Calls.Desk;

/// <summary>What pages injected with: the database, sentences for refusals, the localiser.</summary>
public sealed class DeskTools(PortalDatabase database, Sentences sentences, IStringLocalizer<Texts> texts)
{
    /// <summary>The database.</summary>
    public PortalDatabase Database => database;

    /// <summary>Sentences for refusals.</summary>
    public Sentences Sentences => sentences;

    /// <summary>The localiser.</summary>
    public IStringLocalizer<Texts> Texts => texts;
}

/// <summary>What the pages of one call share: everybody on the staff reads, officers change.</summary>
[Authorize(Policies.ReadDesk)]
public abstract class CallDeskController(DeskTools tools) : Controller
{
    /// <summary>The localiser.</summary>
    protected IStringLocalizer<Texts> T => tools.Texts;

    /// <summary>The database.</summary>
    protected PortalDatabase Database => tools.Database;

    /// <summary>The call at an address, or null.</summary>
    protected async Task<DeskCall?> Load(string slug)
    {
        await using var work = await tools.Database.Read();
        return await DeskCall.Read(work, slug, User);
    }

    /// <summary>Shows a form filled with what is saved.</summary>
    protected IActionResult Opened<TForm>(string view, DeskCall desk, TForm form)
        where TForm : EditForm
    {
        form.Open();
        return View(view, new EditPage<TForm>(desk, form));
    }

    /// <summary>
    /// Saves a form: shows it again when it cannot be read, when somebody else saved first, or when the act refuses; else goes on to the next page.
    /// </summary>
    protected async Task<IActionResult> Save<TForm>(string view, DeskCall desk, TForm form, TForm saved, Func<Task<Outcome>> act, string next)
        where TForm : EditForm
    {
        var page = new EditPage<TForm>(desk, form);
        if (!ModelState.IsValid)
        {
            return View(view, page);
        }

        if (form.Clash(saved, ModelState, T) is { } clash)
        {
            return View(view, page with { Conflict = await Named(desk.Call.Id, clash) });
        }

        var outcome = await act();
        if (outcome.Done)
        {
            TempData.SayDone(T["Saved"]);
            return LocalRedirect(next);
        }

        ModelState.AddRefusals(outcome.Refusals, tools.Sentences);
        return View(view, page);
    }

    /// <summary>Does something that has no form of its own, and says how it went on the next page.</summary>
    protected async Task<IActionResult> Act(Func<Task<Outcome>> act, string done, string next)
    {
        var outcome = await act();
        if (outcome.Done)
        {
            TempData.SayDone(done);
        }
        else
        {
            TempData.SayNote(string.Join(". ", outcome.Refusals.Select(tools.Sentences.Say)));
        }

        return LocalRedirect(next);
    }

    /// <summary>Puts refusals on the page.</summary>
    protected void Say(IEnumerable<Refusal> refusals) => ModelState.AddRefusals(refusals, tools.Sentences);

    private async Task<ConflictView> Named(long call, ConflictView clash)
    {
        await using var work = await tools.Database.Read();
        var last = await CallRepository.LastEdit(work, call);
        return clash with { By = last?.ByName, At = last?.At };
    }
}
