using System.Globalization;
using GrantsPortal.Applications;
using GrantsPortal.Applications.Drafting;
using GrantsPortal.Organisations;
using GrantsPortal.Platform.Database;
using GrantsPortal.Web.Shared.Languages;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace GrantsPortal.Web.Applications;

/// <summary>Attaches an organisation to a draft, after saying who will then see it.</summary>
public sealed class AttachController(PortalDatabase database, DraftDesk drafts, IStringLocalizer<Texts> texts, Sentences sentences)
    : ApplicantController(database, texts, sentences)
{
    /// <summary>The person's organisations, with their members.</summary>
    [HttpGet(ApplicationRoutes.List + "/{reference}/organisation")]
    public async Task<IActionResult> Ask(string reference) => await Read(reference) is { } page
        ? View(page with { Chosen = page.Draft.Application.OrganisationId?.ToString(CultureInfo.InvariantCulture) ?? (page.Choices.Count == 1 ? page.Choices[0].Membership.OrganisationId.ToString(CultureInfo.InvariantCulture) : null) })
        : NotFound();

    /// <summary>Attaches the one chosen.</summary>
    [HttpPost(ApplicationRoutes.List + "/{reference}/organisation")]
    public async Task<IActionResult> Attach(string reference, string? organisation)
    {
        if (await Read(reference) is not { } page)
        {
            return NotFound();
        }

        if (!long.TryParse(organisation, CultureInfo.InvariantCulture, out var chosen))
        {
            ModelState.AddModelError("organisation", T["Choose the organisation that applies"]);
            return View("Ask", page);
        }

        var attached = await drafts.Attach(Actor, reference, chosen);
        return After(attached.Refusals, ApplicationRoutes.Mine(reference), attached.Done ? T["{0} applies. Its members can see this draft", attached.Value.OrganisationName].Value : null);
    }

    /// <summary>The organisations a person may apply for, with the members who would see the draft.</summary>
    internal static async Task<IReadOnlyList<ApplicantChoice>> Choices(UnitOfWork work, long person)
    {
        var members = (await ApplicationRepository.Colleagues(work, person)).ToLookup(member => member.OrganisationId);
        return [.. (await OrganisationRepository.MembershipsOf(work, person)).Where(membership => membership.MayEdit)
            .Select(membership => new ApplicantChoice(membership, [.. members[membership.OrganisationId]]))];
    }

    private async Task<AttachPage?> Read(string reference)
    {
        await using var work = await Database.Read();
        var draft = await DraftLoader.Find(work, reference, Actor.Person, Language);
        return draft?.Application.State == ApplicationState.Draft ? new AttachPage(draft, await Choices(work, Actor.Person)) : null;
    }
}
