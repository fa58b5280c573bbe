using GrantsPortal.Organisations;
using GrantsPortal.Partnerships;
using GrantsPortal.Partnerships.Mailbox;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Mail;
using GrantsPortal.Web.Shared;
using GrantsPortal.Web.Shared.Languages;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace GrantsPortal.Web.Partnerships.Mailbox;

/// <summary>What came to the mailbox: filed to a partner, refused with a reason, or a report of an e-mail of ours.</summary>
[Authorize(Policies.ReadPartnerships)]
public sealed class MailboxController(PortalDatabase database, FilingDesk filing, IOptions<InboundOptions> inbound, Sentences sentences, IStringLocalizer<Texts> texts) : Controller
{
    private const int PageSize = 50;
    private const int Choices = 20;
    private const string One = MailboxRoutes.All + "/{id:long}";

    /// <summary>The list, its filters in the address: one's own, for administrators and auditors all.</summary>
    [HttpGet(MailboxRoutes.All)]
    public async Task<IActionResult> Index(string? search, InboundState? show, long? before)
    {
        await using var work = await database.Read();
        var actor = User.Actor();
        var all = actor.Is(Roles.Administrator, Roles.Auditor);
        var filter = new InboundFilter(show, all ? null : actor.Person, search);
        var rows = await InboundRepository.Page(work, filter, before, PageSize + 1);
        var next = rows.Count > PageSize ? Url.Action(nameof(Index), new { search, show, before = rows[PageSize - 1].Id }) : null;
        var counts = (await InboundRepository.Counts(work, filter)).ToDictionary(count => count.State, count => count.Number);
        var shown = await filing.Seen(work, actor, [.. rows.Take(PageSize)]);
        return View(new MailboxPage(search, show, shown, counts, inbound.Value.IsSet, all, await InboundRepository.ReadAt(work, inbound.Value.Folder), next, before is null));
    }

    /// <summary>One.</summary>
    [HttpGet(One)]
    public Task<IActionResult> Show(long id, string? partner) => Page(id, partner);

    /// <summary>The one that became an engagement.</summary>
    [HttpGet(MailboxRoutes.All + "/engagement/{engagement:long}")]
    public async Task<IActionResult> OfEngagement(long engagement)
    {
        await using var work = await database.Read();
        return await InboundRepository.OfEngagement(work, engagement) is { } mail && (await filing.Seen(work, User.Actor(), [mail])).Count == 1 ? LocalRedirect(MailboxRoutes.Show(mail.Id)) : NotFound();
    }

    /// <summary>Files it to a partner.</summary>
    [Authorize(Policies.KeepPartnerships)]
    [HttpPost(One + "/file")]
    public async Task<IActionResult> File(long id, int version, long? organisation, string? partner, CancellationToken cancel) =>
        await After(id, partner, await filing.File(User.Actor(), id, organisation, version, cancel), texts["Filed"]);

    /// <summary>Says that it is from the contact it seems to be from.</summary>
    [Authorize(Policies.KeepPartnerships)]
    [HttpPost(One + "/confirm")]
    public async Task<IActionResult> Confirm(long id, int version) => await After(id, null, await filing.Confirm(User.Actor(), id, version), texts["Confirmed"]);

    /// <summary>The e-mail as it came, to be saved and never shown.</summary>
    [HttpGet(One + "/original")]
    public async Task<IActionResult> Original(long id) =>
        await filing.Original(User.Actor(), id) is { } content ? File(content, "application/octet-stream", FormattableString.Invariant($"e-mail-{id}.eml")) : NotFound();

    /// <summary>An attachment.</summary>
    [HttpGet(One + "/attachments/{place:int}")]
    public async Task<IActionResult> Piece(long id, int place) =>
        await filing.Piece(User.Actor(), id, place) is var (file, content) ? File(content, file.ContentType, file.Name) : NotFound();

    private async Task<IActionResult> After(long id, string? partner, Outcome? outcome, string done)
    {
        if (outcome is not { } known)
        {
            return NotFound();
        }

        if (known.Done)
        {
            TempData.SayDone(done);
            return LocalRedirect(MailboxRoutes.Show(id));
        }

        ModelState.AddRefusals(known.Refusals, sentences);
        return await Page(id, partner);
    }

    private async Task<IActionResult> Page(long id, string? partner)
    {
        await using var work = await database.Read();
        if (await filing.Find(work, User.Actor(), id) is not { } mail)
        {
            return NotFound();
        }

        var found = string.IsNullOrWhiteSpace(partner) ? [] : await OrganisationRepository.Search(work, partner, OrganisationFilter.Registered, null, 0, Choices);
        return View("Show", new MailPage(mail, await InboundRepository.Pieces(work, id), FilingDesk.MayFile(User.Actor(), mail), inbound.Value.KeepDays) { Partner = partner, Found = found });
    }
}
