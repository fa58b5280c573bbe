using System.ComponentModel.DataAnnotations;
using GrantsPortal.People;
using GrantsPortal.People.Users;
using GrantsPortal.Platform;
using GrantsPortal.Web.Shared;
using GrantsPortal.Web.Shared.Conflicts;
using GrantsPortal.Web.Shared.Forms;
using GrantsPortal.Web.Shared.Guards;
using GrantsPortal.Web.Shared.Languages;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;

namespace GrantsPortal.Web.People;

/// <summary>Which users to list.</summary>
public sealed record UserFilter(string? Search, string? Role, string? AfterText, long AfterId);

/// <summary>The list with its filter.</summary>
public sealed record UserListPage(UserFilter Filter, UserPage Page);

/// <summary>Somebody to invite.</summary>
public sealed class InviteForm
{
    /// <summary>Name.</summary>
    [Display(Name = "Name")]
    public string Name { get; set; } = "";

    /// <summary>E-mail address.</summary>
    [Display(Name = "Email address")]
    public string Email { get; set; } = "";

    /// <summary>Roles.</summary>
    [Display(Name = "Roles")]
    public List<string> Roles { get; set; } = [];
}

/// <summary>The users: auditors read, administrators act.</summary>
[Authorize(Policies.ReadAdmin), Route(AccountRoutes.Users)]
public sealed class UsersController(UserDesk desk, Sentences sentences, IStringLocalizer<Texts> texts) : Controller
{
    /// <summary>Users by name, searched and filtered by role.</summary>
    [HttpGet("")]
    public async Task<IActionResult> Index(UserFilter filter) =>
        View(new UserListPage(filter, await desk.List(filter.Search, filter.Role, filter.AfterText, filter.AfterId)));

    /// <summary>Asks whom to invite.</summary>
    [HttpGet("invite"), Authorize(Policies.Administer)]
    public IActionResult Invite() => View(new InviteForm());

    /// <summary>Makes the account and sends the invitation.</summary>
    [HttpPost("invite"), Authorize(Policies.Administer), EnableRateLimiting(RateLimits.Mail)]
    public async Task<IActionResult> Invite(InviteForm form)
    {
        var invited = await desk.Invite(User.Actor(), form.Name, form.Email, form.Roles);
        if (invited.Refused)
        {
            ModelState.AddRefusals(invited.Refusals, sentences);
            return View(form);
        }

        TempData.SayDone(texts["{0} is invited. The link in the e-mail holds for seven days.", invited.Value.Name]);
        return LocalRedirect(AccountRoutes.User(invited.Value.Id));
    }

    /// <summary>One user.</summary>
    [HttpGet("{id:long}")]
    public async Task<IActionResult> Show(long id) => await desk.Find(id) is { } user ? View(user) : NotFound();

    /// <summary>Sets the roles.</summary>
    [HttpPost("{id:long}/roles"), Authorize(Policies.Administer)]
    public async Task<IActionResult> SetRoles(long id, List<string> roles, string? seen)
    {
        var outcome = await desk.SetRoles(User.Actor(), id, roles, seen?.Split(',', StringSplitOptions.RemoveEmptyEntries));
        if (outcome.Refusals.Any(refusal => refusal.Code == "user.roles-changed") && await desk.Find(id) is { } now)
        {
            ViewData["Conflict"] = new ConflictView([new ChangedField(texts["Roles"], Said(now.Roles), Said(roles), "roles")]);
        }

        return await Act(id, Task.FromResult(outcome), "The roles are saved. They count from the person's next request.");
    }

    /// <summary>Switches the account off.</summary>
    [HttpPost("{id:long}/disable"), Authorize(Policies.Administer)]
    public Task<IActionResult> Disable(long id) => Act(id, desk.Disable(User.Actor(), id), "The account is switched off and signed out everywhere.");

    /// <summary>Switches the account on.</summary>
    [HttpPost("{id:long}/enable"), Authorize(Policies.Administer)]
    public Task<IActionResult> Enable(long id) => Act(id, desk.Enable(User.Actor(), id), "The account is switched on again.");

    /// <summary>Opens a locked account.</summary>
    [HttpPost("{id:long}/unlock"), Authorize(Policies.Administer)]
    public Task<IActionResult> Unlock(long id) => Act(id, desk.Unlock(User.Actor(), id), "The account is unlocked.");

    /// <summary>Takes app and passkeys away from somebody who lost them.</summary>
    [HttpPost("{id:long}/reset-second-factor"), Authorize(Policies.Administer)]
    public Task<IActionResult> ResetSecondFactor(long id) => Act(id, desk.ResetSecondFactor(User.Actor(), id), "Authenticator app and passkeys are removed.");

    /// <summary>Sends a fresh invitation.</summary>
    [HttpPost("{id:long}/invite-again"), Authorize(Policies.Administer), EnableRateLimiting(RateLimits.Mail)]
    public Task<IActionResult> InviteAgain(long id) => Act(id, desk.InviteAgain(User.Actor(), id), "A new invitation is on its way.");

    /// <summary>The roles as choices of a form.</summary>
    internal static IEnumerable<FieldItem> RoleItems(IStringLocalizer<Texts> texts) =>
        Roles.All.Select(role => new FieldItem(role, texts[RoleWords[role].Name], texts[RoleWords[role].Does]));

    /// <summary>What each role is called, and what it does.</summary>
    internal static readonly IReadOnlyDictionary<string, (string Name, string Does)> RoleWords = new Dictionary<string, (string, string)>
    {
        [Roles.Administrator] = ("Administrator", "Runs the system: users, settings, e-mails"),
        [Roles.ProgrammeOfficer] = ("Programme officer", "Runs calls, applications, panels and awards"),
        [Roles.FocalPoint] = ("Focal-point officer", "Looks after partner organisations"),
        [Roles.Reviewer] = ("Reviewer", "Scores the applications assigned to them"),
        [Roles.Approver] = ("Approver", "Decides on what officers recommend"),
        [Roles.Finance] = ("Finance", "Pays"),
        [Roles.Auditor] = ("Auditor", "Reads everything, changes nothing"),
    };

    private string Said(IEnumerable<string> roles) =>
        string.Join(", ", Roles.All.Intersect(roles).Select(role => texts[RoleWords[role].Name].Value));

    private async Task<IActionResult> Act(long id, Task<Outcome> act, string done)
    {
        var outcome = await act;
        if (outcome.Done)
        {
            TempData.SayDone(texts[done]);
            return LocalRedirect(AccountRoutes.User(id));
        }

        if (await desk.Find(id) is not { } user)
        {
            return NotFound();
        }

        ModelState.AddRefusals(outcome.Refusals, sentences);
        return View("Show", user);
    }
}
