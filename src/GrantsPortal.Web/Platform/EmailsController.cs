using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Mail;
using GrantsPortal.Web.Shared;
using GrantsPortal.Web.Shared.Guards;
using GrantsPortal.Web.Shared.Languages;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace GrantsPortal.Web.Platform;

/// <summary>What was sent to whom.</summary>
[Authorize(Policies.ReadAdmin)]
public sealed class EmailsController(PortalDatabase database, OutboxDesk desk, Sentences sentences, IStringLocalizer<Texts> texts) : Controller
{
    private const int PageSize = 50;

    /// <summary>The list, newest first, narrowed by what the address says.</summary>
    [HttpGet(PlatformRoutes.Emails)]
    public async Task<IActionResult> Index(string? state, string? template, string? search, long? before)
    {
        OutboxState? chosen = Enum.TryParse<OutboxState>(state, out var known) && Enum.IsDefined(known) ? known : null;
        var filter = new OutboxFilter(chosen, string.IsNullOrWhiteSpace(template) ? null : template, search, before);
        await using var work = await database.Read();
        var lines = await OutboxReader.List(work, filter, PageSize + 1);
        return View(new EmailsPage(
            filter,
            [.. lines.Take(PageSize)],
            await OutboxReader.Counts(work),
            await OutboxReader.Templates(work),
            lines.Count > PageSize ? lines[PageSize - 1].Id : null));
    }

    /// <summary>One e-mail with its story.</summary>
    [HttpGet(PlatformRoutes.Emails + "/{id:long}")]
    public async Task<IActionResult> Show(long id)
    {
        await using var work = await database.Read();
        if (await OutboxReader.Find(work, id) is not { } item)
        {
            return NotFound();
        }

        ViewData["Enclosed"] = await OutboxReader.Enclosed(work, id);
        MailFrame.AllowFrame(HttpContext);
        return View(item);
    }

    /// <summary>Its HTML alone, for the frame.</summary>
    [HttpGet(PlatformRoutes.Emails + "/{id:long}/html")]
    public async Task<IActionResult> Html(long id)
    {
        await using var work = await database.Read();
        return await OutboxReader.Find(work, id) is { } item ? MailFrame.Show(HttpContext, Secrecy.Veil(item.HtmlBody, item.Kind)) : NotFound();
    }

    /// <summary>Sends again what was given up or is in doubt.</summary>
    [HttpPost(PlatformRoutes.Emails + "/{id:long}/again"), Authorize(Policies.Administer)]
    public async Task<IActionResult> Again(long id)
    {
        var outcome = await desk.Resend(User.Actor(), id);
        if (outcome.Refused)
        {
            TempData.SayNote(sentences.Say(outcome.Refusals[0]));
        }
        else
        {
            TempData.SayDone(texts["The e-mail is on its way again"]);
        }

        return LocalRedirect(PlatformRoutes.Email(id));
    }
}

/// <summary>Every message the portal can send, with sample data.</summary>
[Authorize(Policies.ReadAdmin)]
public sealed class EmailSamplesController(MessageRenderer renderer) : Controller
{
    private static readonly Recipient Somebody = new(null, "amira@example.org", "Amira Haddad", "en");

    /// <summary>The messages by name.</summary>
    [HttpGet(PlatformRoutes.EmailSamples)]
    public IActionResult Index() => View("~/Platform/Emails/Samples.cshtml",
        MessageRenderer.Samples().Select(message => new SampleLine(message.Name, message.Kind, renderer.Render(message, Somebody).Subject)).ToList());

    /// <summary>One message as it looks.</summary>
    [HttpGet(PlatformRoutes.EmailSamples + "/{name}")]
    public IActionResult Show(string name)
    {
        if (Sample(name) is not { } message)
        {
            return NotFound();
        }

        MailFrame.AllowFrame(HttpContext);
        return View("~/Platform/Emails/Sample.cshtml", new SamplePage(message.Name, message.Kind, renderer.Render(message, Somebody)));
    }

    /// <summary>Its HTML alone, for the frame.</summary>
    [HttpGet(PlatformRoutes.EmailSamples + "/{name}/html")]
    public IActionResult Html(string name) =>
        Sample(name) is { } message ? MailFrame.Show(HttpContext, renderer.Render(message, Somebody).Html) : NotFound();

    private static Message? Sample(string name) => MessageRenderer.Samples().FirstOrDefault(message => message.Name == name);
}

/// <summary>What the list of e-mails shows.</summary>
public sealed record EmailsPage(OutboxFilter Filter, IReadOnlyList<OutboxLine> Lines, IReadOnlyList<OutboxCount> Counts, IReadOnlyList<string> Templates, long? Last)
{
    /// <summary>The address of the list with another state, and from another e-mail on.</summary>
    public string With(OutboxState? state, long? before = null) =>
        Address.Of(PlatformRoutes.Emails, ("state", state), ("template", Filter.Template), ("search", Filter.Search), ("before", before));
}

/// <summary>One message in the list of samples.</summary>
public sealed record SampleLine(string Name, MessageKind Kind, string Subject);

/// <summary>One sample.</summary>
public sealed record SamplePage(string Name, MessageKind Kind, RenderedMessage Rendered);
