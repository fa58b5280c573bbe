using System.Globalization;
using System.Text.Json;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Response;
using GrantsPortal.Response.Incidents;
using GrantsPortal.Response.Readiness;
using GrantsPortal.Response.RoleHolders;
using GrantsPortal.Web.Response.Readiness;
using GrantsPortal.Web.Shared;
using GrantsPortal.Web.Shared.Conflicts;
using GrantsPortal.Web.Shared.Forms;
using GrantsPortal.Web.Shared.Languages;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace GrantsPortal.Web.Response.RoleHolders;

/// <summary>Roles at the city, the police and nationally, and who holds them.</summary>
[Authorize(Policies.ReadPartnerships)]
public sealed class RoleHoldersController(
    PortalDatabase database, RoleDesk desk, RoleHandover handover, Sentences sentences, IStringLocalizer<Texts> texts, IOptions<ResponseOptions> options, IOptions<PortalOptions> portal) : Controller
{
    private static readonly JsonSerializerOptions Readable = new(GrantsPortal.Platform.Json.Options) { WriteIndented = true };

    private const string One = ReadinessRoutes.Roles + "/{id:long}";

    /// <summary>All of them.</summary>
    [HttpGet(ReadinessRoutes.Roles)]
    public async Task<IActionResult> Index()
    {
        await using var work = await database.Read();
        return View("/Response/RoleHolders/Index.cshtml", new RolesPage(await RoleRepository.All(work), Today(work), IncidentRules.MayAct(User.Actor())));
    }

    /// <summary>Where one is added.</summary>
    [HttpGet(ReadinessRoutes.NewRole), Authorize(Policies.KeepPartnerships)]
    public async Task<IActionResult> New()
    {
        await using var work = await database.Read();
        return NewPage(new RoleForm { ConfirmBy = RoleRules.Next(Today(work), options.Value.ConfirmRolesDays) }, Today(work));
    }

    /// <summary>Adds it.</summary>
    [HttpPost(ReadinessRoutes.NewRole), Authorize(Policies.KeepPartnerships)]
    public async Task<IActionResult> New(RoleForm form)
    {
        if (ModelState.IsValid)
        {
            var added = await desk.Add(User.Actor(), form.Read());
            if (added.Done)
            {
                TempData.SayDone(texts["Saved"]);
                return LocalRedirect(ReadinessRoutes.Roles);
            }

            ModelState.AddRefusals(added.Refusals, sentences);
        }

        await using var work = await database.Read();
        return NewPage(form, Today(work));
    }

    /// <summary>One.</summary>
    [HttpGet(One)]
    public Task<IActionResult> Show(long id) => Page(id, null);

    /// <summary>Changes it.</summary>
    [HttpPost(One), Authorize(Policies.KeepPartnerships)]
    public async Task<IActionResult> Show(long id, RoleForm form) =>
        !ModelState.IsValid ? await Page(id, form) : await Answer(id, await desk.Edit(User.Actor(), id, form.Version, form.Read()), form, texts["Saved"], ReadinessRoutes.Role(id));

    /// <summary>It is still right.</summary>
    [HttpPost(One + "/still-right"), Authorize(Policies.KeepPartnerships)]
    public async Task<IActionResult> StillRight(long id, int version) =>
        await Answer(id, await desk.StillRight(User.Actor(), id, version), null, texts["Confirmed"], ReadinessRoutes.Roles);

    /// <summary>Gives it, or all that its officer keeps, to another officer.</summary>
    [HttpPost(One + "/hand-over"), Authorize(Policies.KeepPartnerships)]
    public async Task<IActionResult> HandOver(long id, int version, long? keeperId, bool all) =>
        await Answer(id, await handover.Give(User.Actor(), id, version, keeperId, all), null, texts["Handed over. They are told by e-mail"], ReadinessRoutes.Roles, keeperId);

    /// <summary>All that is kept of the holder, as a file to give to them.</summary>
    [HttpGet(One + "/holder.json"), Authorize(Policies.KeepPartnerships)]
    public async Task<IActionResult> Holder(long id)
    {
        Response.Headers.CacheControl = "no-store";
        return await desk.Holder(User.Actor(), id) is { } kept ? File(JsonSerializer.SerializeToUtf8Bytes(kept, Readable), "application/json", "kept-of-you.json") : NotFound();
    }

    /// <summary>Forgets the holder.</summary>
    [HttpPost(One + "/forget"), Authorize(Policies.KeepPartnerships)]
    public async Task<IActionResult> Forget(long id, int version) =>
        await Answer(id, await desk.Forget(User.Actor(), id, version), null, texts["The holder is forgotten. The role is stale until somebody is named"], ReadinessRoutes.Role(id));

    /// <summary>Ends the role.</summary>
    [HttpPost(One + "/end"), Authorize(Policies.KeepPartnerships)]
    public async Task<IActionResult> End(long id, int version) =>
        await Answer(id, await desk.End(User.Actor(), id, version), null, texts["Ended. Nothing of its holder is kept"], ReadinessRoutes.Roles);

    private async Task<IActionResult> Answer(long id, Outcome? outcome, RoleForm? form, string done, string next, long? keeper = null)
    {
        if (outcome is not { } known)
        {
            return NotFound();
        }

        if (known.Done)
        {
            TempData.SayDone(done);
            return LocalRedirect(next);
        }

        ModelState.AddRefusals(known.Refusals, sentences);
        return await Page(id, form, keeper, changed: form is not null && known.Refusals.Any(refusal => refusal.Code == "role.changed-meanwhile"));
    }

    private ViewResult NewPage(RoleForm form, DateOnly today) => View("/Response/RoleHolders/Show.cshtml", new RolePage(null, form, today, true, null));

    private async Task<IActionResult> Page(long id, RoleForm? form, long? keeper = null, bool changed = false)
    {
        await using var work = await database.Read();
        if (await RoleRepository.Find(work, id) is not { } role)
        {
            return NotFound();
        }

        var shown = form ?? RoleForm.Of(role);
        ConflictView? conflict = null;
        if (changed)
        {
            // Saving again is then a choice made knowingly.
            conflict = new ConflictView(
            [
                .. new ChangedField[]
                {
                    new(texts["Where is the role?"], texts[ReadinessWords.Of(role.Level)], shown.Level is { } level ? texts[ReadinessWords.Of(level)] : "", "Level"),
                    new(texts["Organisation and place in it"], role.Organisation, shown.Organisation, "Organisation"),
                    new(texts["What do you turn to it for?"], role.WhatFor, shown.WhatFor, "WhatFor"),
                    new(texts["Who holds it"], role.HolderName, shown.HolderName, "HolderName"),
                    new(texts["E-mail"], role.Email, shown.Email, "Email"),
                    new(texts["Telephone"], role.Phone, shown.Phone, "Phone"),
                    new(texts["When they are reached"], role.Hours, shown.Hours, "Hours"),
                    new(texts["Who stands in"], role.Deputy, shown.Deputy, "Deputy"),
                    new(texts["To be confirmed again by"], Instants.Day(role.ConfirmBy), shown.ConfirmBy is { } day ? Instants.Day(day) : "", "ConfirmBy"),
                }.Where(field => (field.Theirs ?? "") != (field.Yours ?? "")),
            ])
            { By = role.UpdatedByName ?? texts["The holder"], At = role.UpdatedAt };
            shown.Version = role.Version;
            ModelState.Remove(nameof(RoleForm.Version));
        }

        var mayAct = IncidentRules.MayAct(User.Actor()) && role.EndedAt is null;
        return View("/Response/RoleHolders/Show.cshtml", new RolePage(role, shown, Today(work), mayAct, conflict)
        {
            Keepers = mayAct ? [.. (await RiskDesk.Owners(work)).Where(person => person.Id != role.KeptBy).Select(person => new FieldItem(person.Id.ToString(CultureInfo.InvariantCulture), person.Name))] : [],
            KeptByThem = mayAct ? (await RoleRepository.KeptBy(work, role.KeptBy)).Count : 0,
            KeeperId = keeper?.ToString(CultureInfo.InvariantCulture) ?? "",
        });
    }

    private DateOnly Today(UnitOfWork work) => Instants.DayOf(work.Now, portal.Value.Zone);
}

/// <summary>Where the link of a role's holder leads, without signing in. Opening shows, and changes nothing; a press on a button answers.</summary>
[AllowAnonymous]
[Route(ReadinessRoutes.Links + "/{token:length(33)}")]
public sealed class StillRightController(RoleDesk desk, Sentences sentences, IStringLocalizer<Texts> texts) : Controller
{
    /// <summary>What the city keeps, and the two buttons.</summary>
    [HttpGet("")]
    public async Task<IActionResult> Show(string token)
    {
        Bookings.LinksController.Guard(Response);
        if (await desk.Read(token) is { } role)
        {
            return View("/Response/RoleHolders/StillRight.cshtml", role);
        }

        Response.StatusCode = StatusCodes.Status404NotFound;
        return View("/Response/Respond/Gone.cshtml");
    }

    /// <summary>Answers.</summary>
    [HttpPost("")]
    public async Task<IActionResult> Answer(string token, bool mine)
    {
        if (await desk.Answer(token, mine) is not { } answered)
        {
            return await Show(token);
        }

        if (answered.Done)
        {
            TempData.SayDone(texts["Thank you. The city knows"]);
            return LocalRedirect(ReadinessRoutes.StillRight(token));
        }

        ModelState.AddRefusals(answered.Refusals, sentences);
        return await Show(token);
    }
}
