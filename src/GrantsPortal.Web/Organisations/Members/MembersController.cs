using System.ComponentModel.DataAnnotations;
using GrantsPortal.Organisations;
using GrantsPortal.Organisations.Invitations;
using GrantsPortal.Organisations.Members;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Web.Shared;
using GrantsPortal.Web.Shared.Guards;
using GrantsPortal.Web.Shared.Languages;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;

namespace GrantsPortal.Web.Organisations.Members;

/// <summary>Whom to invite, as what.</summary>
public sealed class InviteForm
{
    /// <summary>The address.</summary>
    [Display(Name = "E-mail address")]
    [Required(ErrorMessage = "Enter the e-mail address of the person to invite")]
    public string Email { get; set; } = "";

    /// <summary>The role offered.</summary>
    [Display(Name = "What should they be able to do?")]
    [Required(ErrorMessage = "Choose what they should be able to do")]
    public MemberRole? Role { get; set; }
}

/// <summary>The page of an organisation's members.</summary>
public sealed record MembersView(Organisation Organisation, Membership Me, IReadOnlyList<Member> Members, IReadOnlyList<Invitation> Invitations, IReadOnlyList<JoinRequest> Requests, DateTimeOffset Now)
{
    /// <summary>Whom to invite.</summary>
    public InviteForm Invite { get; init; } = new();

    /// <summary>How many Owners who can sign in there are.</summary>
    public int Owners => Members.Count(member => member.Role == MemberRole.Owner && member.DisabledAt is null);
}

/// <summary>The members of an organisation: who they are, whom to invite, who may do what.</summary>
[Authorize(Policies.SignedIn)]
[Route(OrganisationRoutes.Mine + "/{slug}/members")]
public sealed class MembersController(MemberDesk members, InvitationDesk invitations, JoinDesk requests, PortalDatabase database, Sentences sentences, IStringLocalizer<Texts> texts) : Controller
{
    /// <summary>Everybody in it; Owners also see who was invited and who asks.</summary>
    [HttpGet("")]
    public async Task<IActionResult> Index(string slug) => await Read(slug) is { } page ? View(page) : NotFound();

    /// <summary>Invites an address.</summary>
    [HttpPost("invite")]
    [EnableRateLimiting(RateLimits.Mail)]
    public async Task<IActionResult> Invite(string slug, InviteForm form)
    {
        if (!ModelState.IsValid)
        {
            return await Again(slug, form);
        }

        return await Done(slug, form, id => invitations.Invite(User.Actor(), id, form.Email, form.Role!.Value), texts["An invitation is on its way to {0}", form.Email.Trim()]);
    }

    /// <summary>Sends an invitation again.</summary>
    [HttpPost("invitations/{id:long}/again")]
    [EnableRateLimiting(RateLimits.Mail)]
    public Task<IActionResult> SendAgain(string slug, long id) =>
        Done(slug, null, organisation => invitations.SendAgain(User.Actor(), organisation, id), texts["The invitation is on its way again; the earlier link no longer works"]);

    /// <summary>Takes an invitation back.</summary>
    [HttpPost("invitations/{id:long}/revoke")]
    public Task<IActionResult> Revoke(string slug, long id) =>
        Done(slug, null, organisation => invitations.Revoke(User.Actor(), organisation, id), texts["The invitation is taken back; its link no longer works"]);

    /// <summary>Lets somebody in who asked.</summary>
    [HttpPost("requests/{id:long}/accept")]
    public Task<IActionResult> Accept(string slug, long id, MemberRole role) =>
        Done(slug, null, organisation => requests.Answer(User.Actor(), organisation, id, role), texts["They are in, and have been told"]);

    /// <summary>Does not let somebody in who asked.</summary>
    [HttpPost("requests/{id:long}/decline")]
    public Task<IActionResult> Decline(string slug, long id) =>
        Done(slug, null, organisation => requests.Answer(User.Actor(), organisation, id, null), texts["They were not let in, and have been told"]);

    /// <summary>Gives a member another role.</summary>
    [HttpPost("{person:long}/role")]
    public Task<IActionResult> ChangeRole(string slug, long person, MemberRole role, MemberRole? seen) =>
        Done(slug, null, organisation => members.ChangeRole(User.Actor(), organisation, person, role, seen), texts["Changed, and everybody it concerns is told"]);

    /// <summary>Asks before a member is removed.</summary>
    [HttpGet("{person:long}/remove")]
    public async Task<IActionResult> Remove(string slug, long person)
    {
        var page = await Read(slug);
        var member = page?.Members.FirstOrDefault(known => known.PersonId == person && known.PersonId != page.Me.PersonId);
        return page is null || member is null || !page.Me.IsOwner ? NotFound() : View("Remove", (page, member));
    }

    /// <summary>Removes a member.</summary>
    [HttpPost("{person:long}/remove")]
    public Task<IActionResult> Removed(string slug, long person) =>
        Done(slug, null, organisation => members.Remove(User.Actor(), organisation, person), texts["Removed. They can no longer open anything of this organisation"]);

    /// <summary>Asks before the person leaves.</summary>
    [HttpGet("leave")]
    public async Task<IActionResult> Leave(string slug) => await Read(slug) is { } page ? View("Leave", page) : NotFound();

    /// <summary>Leaves the organisation.</summary>
    [HttpPost("leave")]
    public async Task<IActionResult> Left(string slug)
    {
        var page = await Read(slug);
        var outcome = page is null ? null : await members.Leave(User.Actor(), page.Organisation.Id);
        if (page is null || outcome is not { } answered)
        {
            return NotFound();
        }

        if (answered.Done)
        {
            TempData.SayDone(texts["You have left {0}", page.Organisation.Name]);
            return LocalRedirect(MyRoutes.Home);
        }

        ModelState.AddRefusals(answered.Refusals, sentences);
        return View("Leave", page);
    }

    private async Task<IActionResult> Done(string slug, InviteForm? form, Func<long, Task<Outcome?>> act, string said)
    {
        var outcome = ModelState.IsValid && await Mine(slug) is { } organisation ? await act(organisation.Id) : null;
        if (outcome is not { } answered)
        {
            return NotFound();
        }

        if (answered.Done)
        {
            TempData.SayDone(said);
            return LocalRedirect(OrganisationRoutes.Members(slug));
        }

        ModelState.AddRefusals(answered.Refusals, sentences);
        return await Again(slug, form);
    }

    private async Task<IActionResult> Again(string slug, InviteForm? form) =>
        await Read(slug) is { } page ? View("Index", page with { Invite = form ?? new() }) : NotFound();

    private async Task<Organisation?> Mine(string slug)
    {
        await using var work = await database.Read();
        return await OrganisationRepository.FindFor(work, slug, User.Actor().Person);
    }

    private async Task<MembersView?> Read(string slug)
    {
        var person = User.Actor().Person;
        await using var work = await database.Read();
        if (await OrganisationRepository.FindFor(work, slug, person) is not { } organisation
            || await OrganisationRepository.MembershipOf(work, organisation.Id, person) is not { } me)
        {
            return null;
        }

        return new MembersView(
            organisation,
            me,
            await MemberRepository.Of(work, organisation.Id),
            me.IsOwner ? await InvitationRepository.Waiting(work, organisation.Id) : [],
            me.IsOwner ? await JoinRepository.Waiting(work, organisation.Id) : [],
            work.Now);
    }
}
