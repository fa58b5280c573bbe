using GrantsPortal.Introductions;
using GrantsPortal.Organisations;
using GrantsPortal.Partnerships.Access;
using GrantsPortal.Partnerships.Contacts;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Text;
using GrantsPortal.Response;
using GrantsPortal.Response.Incidents;
using GrantsPortal.Response.Offers;
using GrantsPortal.Web.Partnerships;
using GrantsPortal.Web.Shared;
using GrantsPortal.Web.Shared.Forms;
using GrantsPortal.Web.Shared.Languages;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace GrantsPortal.Web.Response;

/// <summary>What partners offer in a crisis, said beforehand: by their members, and by officers for them.</summary>
[Authorize(Policies.SignedIn)]
public sealed class CrisisController(PortalDatabase database, CrisisDesk desk, Sentences sentences, IStringLocalizer<Texts> texts, IOptions<IntroductionOptions> introductions) : Controller
{
    private const string Mine = ResponseRoutes.Mine + "/{slug}";
    private const string Officers = "/manage/partnerships/{organisation:long}/crisis";

    /// <summary>The reader's organisations.</summary>
    [HttpGet(ResponseRoutes.Mine)]
    public async Task<IActionResult> Index()
    {
        await using var work = await database.Read();
        var memberships = await OrganisationRepository.MembershipsOf(work, User.Actor().Person);
        var rows = new List<CrisisLine>();
        foreach (var membership in memberships)
        {
            rows.Add(new CrisisLine(membership, await CrisisRepository.Sheet(work, membership.OrganisationId), await CrisisRepository.Of(work, membership.OrganisationId)));
        }

        return View(rows);
    }

    /// <summary>What one offers.</summary>
    [HttpGet(Mine)]
    public Task<IActionResult> Show(string slug) => MemberPage(slug, null);

    /// <summary>Writes it.</summary>
    [HttpPost(Mine)]
    public async Task<IActionResult> Show(string slug, CrisisForm form)
    {
        if (await desk.Put(User.Actor(), slug, form.Version, form.Read()) is not { } put)
        {
            return NotFound();
        }

        if (put.Done)
        {
            TempData.SayDone(texts["Saved. Thank you: this is how we know whom to ask"]);
            return LocalRedirect(ResponseRoutes.Mine);
        }

        return await MemberPage(slug, Refused(form, put));
    }

    /// <summary>The same, for officers.</summary>
    [HttpGet(Officers), Authorize(Policies.KeepPartnerships)]
    public Task<IActionResult> For(long organisation) => OfficerPage(organisation, null);

    /// <summary>Writes it for a partner.</summary>
    [HttpPost(Officers), Authorize(Policies.KeepPartnerships)]
    public async Task<IActionResult> For(long organisation, CrisisForm form)
    {
        if (await desk.PutFor(User.Actor(), organisation, form.Version, form.Read()) is not { } put)
        {
            return NotFound();
        }

        if (put.Done)
        {
            TempData.SayDone(texts["Saved"]);
            return LocalRedirect(PartnershipsOf(organisation));
        }

        return await OfficerPage(organisation, Refused(form, put));
    }

    private static string PartnershipsOf(long organisation) => GrantsPortal.Partnerships.PartnershipRoutes.Show(organisation);

    private CrisisForm Refused(CrisisForm form, Outcome put)
    {
        ModelState.AddRefusals(put.Refusals, sentences);
        return form with { Changed = put.Refusals.Any(refusal => refusal.Code == "crisis.changed-meanwhile") };
    }

    private async Task<IActionResult> MemberPage(string slug, CrisisForm? form)
    {
        await using var work = await database.Read();
        return await OrganisationRepository.FindFor(work, slug, User.Actor().Person) is { } organisation && await OrganisationRepository.MembershipOf(work, organisation.Id, User.Actor().Person) is { } me
            ? await Page(work, organisation, form, false, me.MayEdit)
            : NotFound();
    }

    private async Task<IActionResult> OfficerPage(long id, CrisisForm? form)
    {
        await using var work = await database.Read();
        return await OrganisationRepository.Find(work, id) is { } organisation ? await Page(work, organisation, form, true, IncidentRules.MayAct(User.Actor())) : NotFound();
    }

    private async Task<IActionResult> Page(UnitOfWork work, Organisation organisation, CrisisForm? form, bool officer, bool mayWrite)
    {
        var sheet = await CrisisRepository.Sheet(work, organisation.Id);
        var offers = await CrisisRepository.Of(work, organisation.Id);
        if (form is { Changed: true })
        {
            // Saving again is then a choice made knowingly.
            form = form with { Version = sheet.Version };
            ModelState.Remove(nameof(form.Version));
        }

        var shown = form ?? CrisisForm.Of(sheet, offers);
        var languages = introductions.Value.List(GrantsPortal.Introductions.Offers.EntryKind.Language);
        return View("Show", new CrisisPage(
            organisation, sheet, shown, [.. languages.Concat(shown.Languages).Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.CurrentCultureIgnoreCase).Select(name => new FieldItem(name, name))],
            [.. (await ContactRepository.ForCallDown(work, [organisation.Id]))[organisation.Id]], officer, mayWrite));
    }
}

/// <summary>An organisation with what it offers in a crisis.</summary>
public sealed record CrisisLine(Membership Membership, CrisisSheet Sheet, IReadOnlyList<CrisisOffer> Offers);

/// <summary>What one organisation offers in a crisis.</summary>
public sealed record CrisisPage(Organisation Organisation, CrisisSheet Sheet, CrisisForm Form, IReadOnlyList<FieldItem> Languages, IReadOnlyList<PartnerContact> Contacts, bool Officer, bool MayWrite);

/// <summary>What is offered, as typed.</summary>
public sealed record CrisisForm
{
    /// <summary>The version it was opened at.</summary>
    public int Version { get; set; }

    /// <summary>Whether somebody else saved meanwhile.</summary>
    public bool Changed { get; set; }

    /// <summary>What is offered.</summary>
    public List<CrisisCapability> Offered { get; set; } = [];

    /// <summary>Words by the capability's number.</summary>
    public Dictionary<int, string?> Words { get; set; } = [];

    /// <summary>Languages.</summary>
    public List<string> Languages { get; set; } = [];

    /// <summary>Further languages, divided by commas.</summary>
    public string? OtherLanguages { get; set; }

    /// <summary>What the use case takes.</summary>
    public IReadOnlyList<CrisisOffer> Read() =>
    [
        .. Offered.Where(Enum.IsDefined).Distinct().Select(capability => new CrisisOffer
        {
            Capability = capability,
            Words = (Words.GetValueOrDefault((int)capability) ?? "").Trim().ReplaceLineEndings("\n"),
            Languages = capability == CrisisCapability.Languages
                ? CodeList.Kept([.. Languages, .. (OtherLanguages ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)]) : "",
        }),
    ];

    /// <summary>Offers as they stand.</summary>
    public static CrisisForm Of(CrisisSheet sheet, IReadOnlyList<CrisisOffer> offers) => new()
    {
        Version = sheet.Version,
        Offered = [.. offers.Select(offer => offer.Capability)],
        Words = offers.ToDictionary(offer => (int)offer.Capability, offer => (string?)offer.Words),
        Languages = [.. offers.SelectMany(offer => CodeList.Of(offer.Languages))],
    };
}

/// <summary>What a partner offers in a crisis, on its page.</summary>
public sealed class CrisisPart : IPartnerPart
{
    /// <inheritdoc/>
    public int Order => 60;

    /// <inheritdoc/>
    public PartnerField Field => PartnerField.CrisisOffers;

    /// <inheritdoc/>
    public async Task<PartnerPart?> For(PartnerSight sight, UnitOfWork work) => new(
        "crisis", "In a crisis", "/Response/Crisis/_Part.cshtml",
        new CrisisPartView(sight.Organisation.Id, await CrisisRepository.Of(work, sight.Organisation.Id), sight.May(PartnerField.CrisisContacts) ? [.. (await ContactRepository.ForCallDown(work, [sight.Organisation.Id]))[sight.Organisation.Id]] : [], sight.MayKeep));
}

/// <summary>What a partner offers in a crisis, on its page.</summary>
public sealed record CrisisPartView(long Organisation, IReadOnlyList<CrisisOffer> Offers, IReadOnlyList<PartnerContact> Contacts, bool MayKeep);
