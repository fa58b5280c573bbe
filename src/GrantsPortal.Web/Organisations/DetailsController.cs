using GrantsPortal.Organisations;
using GrantsPortal.Platform.Database;
using GrantsPortal.Web.Shared;
using GrantsPortal.Web.Shared.Conflicts;
using GrantsPortal.Web.Shared.Languages;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace GrantsPortal.Web.Organisations;

/// <summary>Edits an organisation's details, one part a page; the pages of registering are the same.</summary>
[Authorize(Policies.SignedIn)]
[Route(OrganisationRoutes.Mine + "/{slug}")]
public sealed class DetailsController(OrganisationDesk desk, PortalDatabase database, Sentences sentences, IStringLocalizer<Texts> texts) : Controller
{
    /// <summary>Name, kind, number.</summary>
    [HttpGet("name")]
    public Task<IActionResult> Name(string slug) => Open<NameForm>(slug, nameof(Name), false);

    /// <summary>Saves name, kind, number.</summary>
    [HttpPost("name")]
    public Task<IActionResult> Name(string slug, NameForm form) => Save(slug, nameof(Name), form, null);

    /// <summary>How to reach the organisation.</summary>
    [HttpGet("contact")]
    public Task<IActionResult> Contact(string slug, bool first) => Open<ContactForm>(slug, nameof(Contact), first);

    /// <summary>Saves how to reach it.</summary>
    [HttpPost("contact")]
    public Task<IActionResult> Contact(string slug, ContactForm form, bool first) =>
        Save(slug, nameof(Contact), form, first ? $"{OrganisationRoutes.Safety(slug)}?first=true" : null);

    /// <summary>Letters and publishing.</summary>
    [HttpGet("safety")]
    public Task<IActionResult> Safety(string slug, bool first) => Open<SafetyForm>(slug, nameof(Safety), first);

    /// <summary>Saves letters and publishing.</summary>
    [HttpPost("safety")]
    public Task<IActionResult> Safety(string slug, SafetyForm form, bool first) => Save(slug, nameof(Safety), form, null);

    private async Task<IActionResult> Open<TForm>(string slug, string view, bool first)
        where TForm : DetailsForm, new()
    {
        if (await Mine(slug) is not var (organisation, me) || !MayOpen(view, me))
        {
            return NotFound();
        }

        return View(view, new EditView<TForm>(organisation, me, Filled(new TForm(), organisation)) { First = first });
    }

    private async Task<IActionResult> Save<TForm>(string slug, string view, TForm form, string? next)
        where TForm : DetailsForm, new()
    {
        if (await Mine(slug) is not var (organisation, me) || !MayOpen(view, me))
        {
            return NotFound();
        }

        var page = new EditView<TForm>(organisation, me, form) { First = next is not null };
        if (!ModelState.IsValid)
        {
            return View(view, page);
        }

        // What the form does not show is saved as it is now, so that only its own fields can clash.
        var clash = form.Version == organisation.Version ? null : await Clash(organisation, form);
        if (clash?.Any == true)
        {
            return View(view, page with { Conflict = clash });
        }

        var outcome = await desk.Edit(User.Actor(), organisation.Id, organisation.Version, form.Onto(OrganisationDetails.Of(organisation)));
        if (outcome is not { } answered)
        {
            return NotFound();
        }

        if (answered.Done)
        {
            TempData.SayDone(texts["Saved"]);
            return LocalRedirect(next ?? OrganisationRoutes.Show(slug));
        }

        ModelState.AddRefusals(answered.Refusals, sentences);
        return View(view, page);
    }

    private async Task<ConflictView> Clash<TForm>(Organisation now, TForm form)
        where TForm : DetailsForm, new()
    {
        var opened = ConflictView.Unpack(form.Opened);
        var theirs = Filled(new TForm(), now);
        var saved = theirs.Values();
        var clash = ConflictView.Between(ModelState, form.Fields().Select(field =>
            new EditedField(field.Name, texts[field.Label], opened.GetValueOrDefault(field.Name), saved[field.Name], field.Value) { Say = Said }));
        if (clash.Any)
        {
            // From here on the form stands on what is saved now; pressing Save again is a choice made knowingly.
            (form.Version, form.Opened) = (theirs.Version, theirs.Opened);
            ModelState.Remove(nameof(form.Version));
            ModelState.Remove(nameof(form.Opened));
            ModelState.AddModelError("", texts["Somebody else saved this while you were writing; compare below, then save again"]);
        }

        await using var work = await database.Read();
        var last = await OrganisationRepository.LastEdit(work, now.Id);
        return clash with { By = last?.Name, At = last?.At };
    }

    private string? Said(string? value) => value switch
    {
        null or "" => null,
        _ when Enum.TryParse<OrganisationKind>(value, out var kind) && kind.ToString() == value => texts[OrganisationSentences.Kind(kind)],
        _ when Enum.TryParse<LetterDelivery>(value, out var letters) && letters.ToString() == value => texts[OrganisationSentences.Letters(letters)],
        _ when Enum.TryParse<Publication>(value, out var published) && published.ToString() == value => texts[OrganisationSentences.Published(published)],
        _ when OfficialRegisters.All.FirstOrDefault(register => register.Code == value) is { } register => register.Name,
        _ => value,
    };

    private async Task<(Organisation Organisation, Membership Me)?> Mine(string slug)
    {
        var person = User.Actor().Person;
        await using var work = await database.Read();
        var organisation = await OrganisationRepository.FindFor(work, slug, person);
        var me = organisation is null ? null : await OrganisationRepository.MembershipOf(work, organisation.Id, person);
        return organisation is null || me is null ? null : (organisation, me);
    }

    private static bool MayOpen(string view, Membership me) => view == nameof(Safety) ? me.IsOwner : me.MayEdit;

    private static TForm Filled<TForm>(TForm form, Organisation organisation)
        where TForm : DetailsForm
    {
        form.Fill(OrganisationDetails.Of(organisation));
        form.Version = organisation.Version;
        form.Opened = ConflictView.Pack(form.Values());
        return form;
    }
}
