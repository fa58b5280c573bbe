using System.Globalization;
using GrantsPortal.Monitoring;
using GrantsPortal.Monitoring.Reports;
using GrantsPortal.Monitoring.Reports.Writing;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Files;
using GrantsPortal.Web.Applications;
using GrantsPortal.Web.Shared;
using GrantsPortal.Web.Shared.Conflicts;
using GrantsPortal.Web.Shared.Guards;
using GrantsPortal.Web.Shared.Languages;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace GrantsPortal.Web.Monitoring.Reports;

/// <summary>The items of a report: added, changed, taken out, with their receipts.</summary>
public sealed class ItemsController(
    PortalDatabase database, SpendingDesk spending, ReceiptDesk receipts, IOptions<ReportOptions> options, Written written, IStringLocalizer<Texts> texts, Sentences sentences)
    : MemberController(database, texts, sentences)
{
    private const long FormBytes = 3 * FileStore.MaxBytes;

    /// <summary>Something that was paid.</summary>
    [HttpGet(One + "/spending/new")]
    public Task<IActionResult> New(string reference, int number) => Page(reference, number, null, new ItemForm());

    /// <summary>Adds it, with its receipts.</summary>
    [HttpPost(One + "/spending/new")]
    [RequestSizeLimit(FormBytes), RequestFormLimits(MultipartBodyLengthLimit = FormBytes), EnableRateLimiting(RateLimits.Upload)]
    public async Task<IActionResult> New(string reference, int number, ItemForm form, string? then)
    {
        if (!ModelState.IsValid)
        {
            return await Page(reference, number, null, form);
        }

        var added = await spending.Add(Actor, reference, number, form.Typed);
        return added.Refused ? await Refused(reference, number, null, form, added.Refusals) : await Kept(reference, number, added.Value, then);
    }

    /// <summary>An item.</summary>
    [HttpGet(One + "/spending/{item:long}")]
    public Task<IActionResult> Edit(string reference, int number, long item) => Page(reference, number, item, null);

    /// <summary>Changes it; adds receipts that were chosen, takes one out that was marked.</summary>
    [HttpPost(One + "/spending/{item:long}")]
    [RequestSizeLimit(FormBytes), RequestFormLimits(MultipartBodyLengthLimit = FormBytes), EnableRateLimiting(RateLimits.Upload)]
    public async Task<IActionResult> Edit(string reference, int number, long item, ItemForm form, string? then, long? remove)
    {
        if (!ModelState.IsValid)
        {
            return await Page(reference, number, item, form);
        }

        var saved = await spending.Save(Actor, reference, number, item, form.Version, form.Typed);
        if (saved.Refused)
        {
            return await Refused(reference, number, item, form, saved.Refusals);
        }

        if (remove is { } receipt)
        {
            var removed = await receipts.Remove(Actor, reference, number, receipt);
            return After(removed.Refusals, MonitoringRoutes.Item(reference, number, item));
        }

        return await Kept(reference, number, saved.Value, then);
    }

    /// <summary>Takes an item out.</summary>
    [HttpPost(One + "/spending/{item:long}/remove")]
    public async Task<IActionResult> Remove(string reference, int number, long item, int version) =>
        After((await spending.Remove(Actor, reference, number, item, version)).Refusals, MonitoringRoutes.Spending(reference, number), T["The item is taken out"]);

    /// <summary>Takes one receipt as the body of a request, from a script that shows its progress.</summary>
    [HttpPost(One + "/spending/{item:long}/receipts")]
    [RequestSizeLimit(FileStore.MaxBytes + 1024 * 1024), EnableRateLimiting(RateLimits.Upload)]
    public async Task<IActionResult> Receive(string reference, int number, long item, string? name)
    {
        var added = await receipts.Add(Actor, reference, number, item, Request.Body, name ?? "", HttpContext.RequestAborted);
        if (added.Refusals.Any(refusal => refusal.Code is "report.unknown" or "spending.unknown"))
        {
            return NotFound();
        }

        return added.Refused
            ? UnprocessableEntity(new { refused = string.Join(" ", added.Refusals.Select(Sentences.Say)) })
            : Json(new { id = added.Value.Id.ToString(CultureInfo.InvariantCulture), name = added.Value.Name, size = FileSize.Of(added.Value.Bytes), href = Url.Content("~" + MonitoringRoutes.Receipt(reference, number, added.Value.Id)) });
    }

    private async Task<IActionResult> Kept(string reference, int number, SpendingItem item, string? then)
    {
        foreach (var file in Request.Form.Files.Where(file => file.Name == "Receipts" && (file.Length > 0 || file.FileName.Length > 0)))
        {
            await using var content = file.OpenReadStream();
            var added = await receipts.Add(Actor, reference, number, item.Id, content, file.FileName, HttpContext.RequestAborted);
            foreach (var refusal in added.Refusals)
            {
                ModelState.AddModelError("Receipts", $"{FileKinds.CleanName(file.FileName)}: {Sentences.Say(refusal)}");
            }
        }

        if (!ModelState.IsValid)
        {
            TempData.SayNote(T["The item is saved, but not every receipt. See below."]);
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return await Page(reference, number, item.Id, null);
        }

        TempData.SayDone(T["{0} to {1} is saved", Money.FromMinor(item.AmountMinor, (await Find(reference, number))!.Report.Currency).Format(), item.Payee]);
        return LocalRedirect("~" + (then == "another" ? MonitoringRoutes.NewItem(reference, number) : MonitoringRoutes.Spending(reference, number)));
    }

    private async Task<IActionResult> Refused(string reference, int number, long? item, ItemForm form, IReadOnlyList<Refusal> refusals)
    {
        if (refusals[0].Code is "report.unknown" or "spending.unknown")
        {
            return NotFound();
        }

        if (refusals[0].Code is "report.not-open" or "report.viewer" or "spending.one-sum")
        {
            return After(refusals, MonitoringRoutes.Mine(reference, number));
        }

        if (refusals[0].Code == "spending.changed-meanwhile" && item is { } id)
        {
            return await Clash(reference, number, id, form);
        }

        ModelState.AddRefusals(refusals, Sentences);
        return await Page(reference, number, item, form);
    }

    /// <summary>Sets theirs beside mine; what only they changed is taken over into the form.</summary>
    private async Task<IActionResult> Clash(string reference, int number, long id, ItemForm form)
    {
        if (await Find(reference, number) is not { } sheet || sheet.Items.FirstOrDefault(item => item.Id == id) is not { } now)
        {
            return NotFound();
        }

        var (opened, theirs) = (ConflictView.Unpack(form.Opened), ItemForm.Of(now, sheet.Report.Currency));
        var saved = theirs.Fields().ToDictionary(field => field.Name, field => field.Value);
        var clash = ConflictView.Between(ModelState, form.Fields().Select(field =>
            new EditedField(field.Name, T[field.Label], opened.GetValueOrDefault(field.Name), saved[field.Name], field.Value)
            {
                Say = value => field.Name == nameof(form.LineNumber) ? sheet.Budget.FirstOrDefault(line => line.Number.ToString(CultureInfo.InvariantCulture) == value)?.Name ?? value : value,
            }));
        if (!clash.Any)
        {
            // What they saved is what was typed here, or does not touch it: this save goes on from theirs.
            form.Version = now.Version;
            return await Edit(reference, number, id, form, null, null);
        }

        (form.Version, form.Opened) = (theirs.Version, theirs.Opened);
        ModelState.Remove(nameof(form.Version));
        ModelState.Remove(nameof(form.Opened));
        ModelState.AddModelError("", T["Somebody else saved this while you were writing; compare below, then save again"]);
        return await Page(reference, number, id, form, clash with { By = now.SavedByName, At = now.SavedAt });
    }

    private async Task<IActionResult> Page(string reference, int number, long? id, ItemForm? form, ConflictView? clash = null)
    {
        await using var work = await Database.Read();
        if (await ReportSheet.For(work, reference, number, Actor.Person) is not { } sheet)
        {
            return NotFound();
        }

        var item = id is null ? null : sheet.Items.FirstOrDefault(one => one.Id == id);
        if (id is not null && item is null)
        {
            return NotFound();
        }

        if (!sheet.MayWrite || sheet.Report.IsLight)
        {
            return LocalRedirect("~" + MonitoringRoutes.Mine(reference, number));
        }

        var report = await MyReport.Read(work, sheet, options.Value, written.Zone);
        return View("Item", new ItemPage(report, item, form ?? (item is null ? new ItemForm() : ItemForm.Of(item, sheet.Report.Currency))) { Conflict = clash });
    }
}
