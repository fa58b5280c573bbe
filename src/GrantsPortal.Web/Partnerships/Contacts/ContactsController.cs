using GrantsPortal.Organisations;
using GrantsPortal.Partnerships;
using GrantsPortal.Partnerships.Access;
using GrantsPortal.Partnerships.Contacts;
using GrantsPortal.Partnerships.Partners;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Web.Partnerships.Partners;
using GrantsPortal.Web.Shared;
using GrantsPortal.Web.Shared.Languages;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace GrantsPortal.Web.Partnerships.Contacts;

/// <summary>Contacts of a partner, kept by officers.</summary>
[Authorize(Policies.KeepPartnerships)]
public sealed class ContactsController(PortalDatabase database, ContactDesk desk, Sentences sentences, IStringLocalizer<Texts> texts, IOptions<PortalOptions> portal) : Controller
{
    private const string Of = PartnershipRoutes.All + "/{partner:long}/contacts";

    /// <summary>A new one.</summary>
    [HttpGet(Of + "/new")]
    public Task<IActionResult> New(long partner) => Page(partner, null, new ContactForm { Purposes = [ContactPurpose.WrittenTo] });

    /// <summary>Adds it.</summary>
    [HttpPost(Of + "/new")]
    public async Task<IActionResult> New(long partner, ContactForm form) =>
        ModelState.IsValid ? await After(partner, null, form, (await desk.Add(User.Actor(), partner, form.Read()))?.Plain(), texts["The contact is kept"]) : await Page(partner, null, form);

    /// <summary>One of them.</summary>
    [HttpGet(Of + "/{id:long}")]
    public Task<IActionResult> Edit(long partner, long id) => Page(partner, id, null);

    /// <summary>Changes it.</summary>
    [HttpPost(Of + "/{id:long}")]
    public async Task<IActionResult> Edit(long partner, long id, ContactForm form) =>
        ModelState.IsValid ? await After(partner, id, form, await desk.Change(User.Actor(), partner, id, form.Version, form.Read()), texts["Saved"]) : await Page(partner, id, form);

    /// <summary>Removes it.</summary>
    [HttpPost(Of + "/{id:long}/remove")]
    public async Task<IActionResult> Remove(long partner, long id, int version) => await After(partner, id, null, await desk.Remove(User.Actor(), partner, id, version), texts["The contact is removed"]);

    private async Task<IActionResult> After(long partner, long? id, ContactForm? form, Outcome? outcome, string done)
    {
        if (outcome is not { } known)
        {
            return NotFound();
        }

        if (known.Done)
        {
            TempData.SayDone(done);
            return LocalRedirect(PartnershipRoutes.Show(partner) + "#contacts");
        }

        ModelState.AddRefusals(known.Refusals, sentences);
        return await Page(partner, id, form);
    }

    private async Task<IActionResult> Page(long partner, long? id, ContactForm? form)
    {
        await using var work = await database.Read();
        var contact = id is { } known ? await ContactRepository.Find(work, partner, known) : null;
        if (await OrganisationRepository.Find(work, partner) is not { } organisation || (id is not null && contact is null)
            || await PartnerReading.Of(work, User.Actor(), partner, Instants.DayOf(work.Now, portal.Value.Zone)) is not { } reading || !reading.May(PartnerField.Contacts))
        {
            return NotFound();
        }

        return View("/Partnerships/Contacts/Edit.cshtml", await ContactPageOf.Make(work, organisation.Name, PartnershipRoutes.Show(partner) + "#contacts", id is { } one ? PartnerRoutes.Contact(partner, one) : PartnerRoutes.NewContact(partner), contact, form, ModelState, reading.May(PartnerField.Consents)));
    }
}

/// <summary>What both pages of a contact are made of.</summary>
internal static class ContactPageOf
{
    /// <summary>Makes it; on a conflict the present version is taken, so that saving again is a choice made knowingly.</summary>
    public static async Task<ContactPage> Make(
        UnitOfWork work, string name, string back, string path, PartnerContact? contact, ContactForm? form, Microsoft.AspNetCore.Mvc.ModelBinding.ModelStateDictionary state, bool consents)
    {
        if (form is not null && contact is not null && !state.IsValid)
        {
            form.Version = contact.Version;
            state.Remove(nameof(form.Version));
        }

        var shown = form ?? ContactForm.Of(contact!);
        return new ContactPage(name, back, path, contact, shown)
        {
            Languages = PartnerWords.LanguageItems(shown.Languages),
            Consents = contact is not null && consents ? await ContactRepository.Consents(work, contact.Id) : [],
        };
    }
}

/// <summary>Somebody's own page of how the city reaches them, opened by the secret in their e-mail: it shows, buttons act.</summary>
[AllowAnonymous]
public sealed class ContactLinkController(PortalDatabase database, ContactDesk desk, IStringLocalizer<Texts> texts, IOptions<PartnerOptions> options) : Controller
{
    /// <summary>What the city has of them.</summary>
    [HttpGet("/contacts/{secret}")]
    public async Task<IActionResult> Show(string secret)
    {
        await using var work = await database.Read();
        return await ContactDesk.Linked(work, secret, options.Value.ConfirmLinkDays) is { } contact && await OrganisationRepository.Find(work, contact.OrganisationId) is { } organisation
            ? View("/Partnerships/Contacts/Link.cshtml", new MyContactPage(contact, organisation.Name, secret, contact.ConfirmedAt >= contact.AskedAt)) : NotFound();
    }

    /// <summary>Confirms it.</summary>
    [HttpPost("/contacts/{secret}/confirm")]
    public async Task<IActionResult> Confirm(string secret) => After(await desk.Confirm(secret, options.Value.ConfirmLinkDays), secret, texts["Thank you. We go on reaching you so."]);

    /// <summary>Wants no more e-mail.</summary>
    [HttpPost("/contacts/{secret}/no-email")]
    public async Task<IActionResult> Refuse(string secret) => After(await desk.Refuse(secret, options.Value.ConfirmLinkDays), secret, texts["We write no more to you about the partnership."]);

    private IActionResult After(Outcome? outcome, string secret, string said)
    {
        if (outcome is { Done: true })
        {
            TempData.SayDone(said);
        }

        return outcome is null ? NotFound() : LocalRedirect(PartnerRoutes.Confirm(secret));
    }
}
