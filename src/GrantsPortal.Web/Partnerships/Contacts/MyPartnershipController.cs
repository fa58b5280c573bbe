using GrantsPortal.Organisations;
using GrantsPortal.Partnerships;
using GrantsPortal.Partnerships.Access;
using GrantsPortal.Partnerships.Contacts;
using GrantsPortal.Partnerships.Partners;
using GrantsPortal.People;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Web.Partnerships.Partners;
using GrantsPortal.Web.Shared;
using GrantsPortal.Web.Shared.Forms;
using GrantsPortal.Web.Shared.Languages;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace GrantsPortal.Web.Partnerships.Contacts;

/// <summary>What the city keeps of one's own organisation as a partner, and whom it reaches there.</summary>
[Authorize(Policies.SignedIn)]
public sealed class MyPartnershipController(
    PortalDatabase database, PartnerDesk partners, ContactDesk desk, CityDistricts districts, Sentences sentences, IStringLocalizer<Texts> texts, IOptions<PartnerOptions> options, IOptions<PortalOptions> portal) : Controller
{
    private const string One = PartnerRoutes.Mine + "/of/{slug}";

    /// <summary>The only organisation of the reader, or all of them to choose from.</summary>
    [HttpGet(PartnerRoutes.Mine)]
    public async Task<IActionResult> Index()
    {
        await using var work = await database.Read();
        var memberships = await OrganisationRepository.MembershipsOf(work, User.Actor().Person);
        return memberships.Count == 1 ? LocalRedirect(PartnerRoutes.My(memberships[0].OrganisationSlug)) : View("/Partnerships/Contacts/Mine.cshtml", memberships);
    }

    /// <summary>One of them.</summary>
    [HttpGet(One)]
    public async Task<IActionResult> Show(string slug)
    {
        await using var work = await database.Read();
        if (await OrganisationRepository.FindFor(work, slug, User.Actor().Person) is not { } organisation || await PartnerRecords.Find(work, organisation.Id) is not { } partner)
        {
            return NotFound();
        }

        var today = Instants.DayOf(work.Now, portal.Value.Zone);
        var reading = await PartnerReading.Of(work, User.Actor(), organisation.Id, today);
        var memberships = await OrganisationRepository.MembershipsOf(work, User.Actor().Person);
        var contacts = reading.May(PartnerField.Contacts) ? await ContactRepository.Of(work, organisation.Id) : [];
        var acting = reading.May(PartnerField.FocalPoint) ? (await PartnerRecords.FocalPoints(work, [organisation.Id], today)).GetValueOrDefault(organisation.Id) : null;
        bool IsStale(PartnerContact contact) => ContactRules.IsStale(contact, work.Now, options.Value.ConfirmDays);
        return View("/Partnerships/Contacts/MyPartnership.cshtml", new MyPartnershipPage(organisation, partner, reading, memberships.First(one => one.OrganisationId == organisation.Id).MayEdit)
        {
            FocalPoint = acting is null ? null : await PersonRepository.Find(work, acting.ActingId),
            Members = reading.May(PartnerField.Members) ? await OrganisationRepository.People(work, organisation.Id) : [],
            Contacts = contacts,
            Stale = contacts.Count(IsStale),
            IsStale = IsStale,
            Commitments = reading.May(PartnerField.Commitments) ? new CommitmentsView(await CommitmentRepository.Of(work, organisation.Id), organisation.Id, false, today) : null,
            LastContactAt = reading.May(PartnerField.ContactDays) ? partner.LastContactAt : null,
            Themes = [.. portal.Value.ThemesInUse.Where(theme => partner.Themes.Contains(theme.Code)).Select(theme => theme.Name)],
            Others = [.. memberships.Where(one => one.OrganisationId != organisation.Id)],
        });
    }

    /// <summary>Where it describes itself.</summary>
    [HttpGet(One + "/edit")]
    public Task<IActionResult> Edit(string slug) => Editing(slug, null);

    /// <summary>Describes it.</summary>
    [HttpPost(One + "/edit")]
    public async Task<IActionResult> Edit(string slug, PartnerForm form)
    {
        if (await Own(slug) is not { } organisation)
        {
            return NotFound();
        }

        var outcome = await partners.Describe(User.Actor(), organisation.Id, form.Version, form.Description);
        if (outcome is { Refused: true } refused)
        {
            ModelState.AddRefusals(refused.Refusals, sentences);
            return await Editing(slug, form);
        }

        return outcome is null ? NotFound() : Done(slug, texts["Saved"]);
    }

    /// <summary>All contacts are right.</summary>
    [HttpPost(One + "/confirm")]
    public async Task<IActionResult> Confirm(string slug) =>
        await Own(slug) is { } organisation && await desk.ConfirmAll(User.Actor(), organisation.Id) is not null ? Done(slug, texts["Thank you. The city goes on reaching you so."]) : NotFound();

    /// <summary>A new contact.</summary>
    [HttpGet(One + "/contacts/new")]
    public Task<IActionResult> New(string slug) => Contact(slug, null, new ContactForm { Purposes = [ContactPurpose.WrittenTo] });

    /// <summary>Adds it.</summary>
    [HttpPost(One + "/contacts/new")]
    public async Task<IActionResult> New(string slug, ContactForm form) =>
        await Own(slug) is not { } organisation ? NotFound()
        : ModelState.IsValid ? await After(slug, null, form, (await desk.Add(User.Actor(), organisation.Id, form.Read()))?.Plain(), texts["The contact is kept"]) : await Contact(slug, null, form);

    /// <summary>One of them.</summary>
    [HttpGet(One + "/contacts/{id:long}")]
    public Task<IActionResult> EditContact(string slug, long id) => Contact(slug, id, null);

    /// <summary>Changes it.</summary>
    [HttpPost(One + "/contacts/{id:long}")]
    public async Task<IActionResult> EditContact(string slug, long id, ContactForm form) =>
        await Own(slug) is not { } organisation ? NotFound()
        : ModelState.IsValid ? await After(slug, id, form, await desk.Change(User.Actor(), organisation.Id, id, form.Version, form.Read()), texts["Saved"]) : await Contact(slug, id, form);

    /// <summary>Removes it.</summary>
    [HttpPost(One + "/contacts/{id:long}/remove")]
    public async Task<IActionResult> Remove(string slug, long id, int version) =>
        await Own(slug) is { } organisation ? await After(slug, id, null, await desk.Remove(User.Actor(), organisation.Id, id, version), texts["The contact is removed"]) : NotFound();

    /// <summary>The organisation if the reader is a member of it.</summary>
    private async Task<Organisation?> Own(string slug)
    {
        await using var work = await database.Read();
        return await OrganisationRepository.FindFor(work, slug, User.Actor().Person);
    }

    private async Task<IActionResult> Editing(string slug, PartnerForm? form)
    {
        await using var work = await database.Read();
        if (await OrganisationRepository.FindFor(work, slug, User.Actor().Person) is not { } organisation || await OrganisationRepository.MembershipOf(work, organisation.Id, User.Actor().Person) is not { MayEdit: true }
            || await PartnerRecords.Find(work, organisation.Id) is not { } partner)
        {
            return NotFound();
        }

        var changed = form is not null && form.Version != partner.Version;
        if (changed)
        {
            form!.Version = partner.Version;
            ModelState.Remove(nameof(form.Version));
        }

        return View("/Partnerships/Partners/Edit.cshtml", new PartnerEditPage(partner, form ?? PartnerForm.Of(partner), [],
            [.. portal.Value.ThemesInUse.Select(theme => new FieldItem(theme.Code, texts[theme.Name]))],
            [.. (await districts.All(work)).Union(partner.Districts).Select(name => new FieldItem(name, name))],
            PartnerWords.LanguageItems(partner.Languages))
        { Slug = slug, Changed = changed });
    }

    private async Task<IActionResult> Contact(string slug, long? id, ContactForm? form)
    {
        await using var work = await database.Read();
        if (await OrganisationRepository.FindFor(work, slug, User.Actor().Person) is not { } organisation || await OrganisationRepository.MembershipOf(work, organisation.Id, User.Actor().Person) is not { MayEdit: true }
            || (id is { } known && await ContactRepository.Find(work, organisation.Id, known) is null))
        {
            return NotFound();
        }

        var contact = id is { } one ? await ContactRepository.Find(work, organisation.Id, one) : null;
        return View("/Partnerships/Contacts/Edit.cshtml", await ContactPageOf.Make(
            work, organisation.Name, PartnerRoutes.My(slug), id is { } named ? PartnerRoutes.MyContact(slug, named) : PartnerRoutes.MyNewContact(slug), contact, form, ModelState, consents: true) with
        { Own = true });
    }

    private async Task<IActionResult> After(string slug, long? id, ContactForm? form, Outcome? outcome, string done)
    {
        if (outcome is { Refused: true } refused)
        {
            ModelState.AddRefusals(refused.Refusals, sentences);
            return await Contact(slug, id, form);
        }

        return outcome is null ? NotFound() : Done(slug, done);
    }

    private IActionResult Done(string slug, string said)
    {
        TempData.SayDone(said);
        return LocalRedirect(PartnerRoutes.My(slug));
    }
}
