using GrantsPortal.Organisations;
using GrantsPortal.Organisations.Invitations;
using GrantsPortal.People;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Web.Shared;
using GrantsPortal.Web.Shared.Languages;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace GrantsPortal.Web.Organisations.Invitations;

/// <summary>An invitation as its link shows it.</summary>
public sealed record InvitationView(Invitation Invitation, string Path, bool SignedIn, string? Against);

/// <summary>Invitations as those invited see them. Opening the link shows; a button acts, and only for the invited address.</summary>
public sealed class InvitationController(InvitationDesk desk, PortalDatabase database, Sentences sentences, IStringLocalizer<Texts> texts) : Controller
{
    /// <summary>The invitation that an e-mail's link leads to.</summary>
    [AllowAnonymous]
    [HttpGet("/invitations/{token:maxlength(100)}")]
    public Task<IActionResult> ByLink(string token) => Shown(token, null, OrganisationRoutes.Invitation(token));

    /// <summary>Accepts or declines what the link leads to.</summary>
    [Authorize(Policies.SignedIn)]
    [HttpPost("/invitations/{token:maxlength(100)}")]
    public Task<IActionResult> ByLink(string token, bool accept) => Answered(token, null, OrganisationRoutes.Invitation(token), accept);

    /// <summary>The invitation to the signed-in person's own address.</summary>
    [Authorize(Policies.SignedIn)]
    [HttpGet("/my/invitations/{id:long}")]
    public Task<IActionResult> Mine(long id) => Shown(null, id, OrganisationRoutes.MyInvitation(id));

    /// <summary>Accepts or declines the invitation to one's own address.</summary>
    [Authorize(Policies.SignedIn)]
    [HttpPost("/my/invitations/{id:long}")]
    public Task<IActionResult> Mine(long id, bool accept) => Answered(null, id, OrganisationRoutes.MyInvitation(id), accept);

    private async Task<IActionResult> Shown(string? token, long? id, string path)
    {
        Response.Headers.CacheControl = "no-store";
        Response.Headers["Referrer-Policy"] = "no-referrer";
        await using var work = await database.Read();
        var person = User.Actor().PersonId is { } signedIn ? await PersonRepository.Find(work, signedIn) : null;
        var invitation = token is not null ? await InvitationRepository.FindByToken(work, InvitationToken.Hash(token))
            : person is not null && id is { } known ? await InvitationRepository.FindTo(work, known, EmailAddresses.Normalize(person.Email))
            : null;
        if (invitation is null)
        {
            return NotFound();
        }

        var ruled = person is null ? InvitationRules.Stands(invitation, work.Now) : InvitationRules.Answer(invitation, person, work.Now);
        return View("Invitation", new InvitationView(invitation, path, person is not null, ruled.Refused ? sentences.Say(ruled.Refusals[0]) : null));
    }

    private async Task<IActionResult> Answered(string? token, long? id, string path, bool accept)
    {
        var outcome = accept ? await desk.Accept(User.Actor(), token, id) : await desk.Decline(User.Actor(), token, id);
        if (outcome is not { } answered)
        {
            return NotFound();
        }

        if (answered.Refused)
        {
            ModelState.AddRefusals(answered.Refusals, sentences);
            return await Shown(token, id, path);
        }

        TempData.SayDone(accept ? texts["You are in: the organisation is among yours now"] : texts["Declined. Nobody is told why"]);
        return LocalRedirect(accept ? OrganisationRoutes.Mine : MyRoutes.Home);
    }
}
