using GrantsPortal.Organisations;
using GrantsPortal.Payments;
using GrantsPortal.Payments.Payees;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Web.Shared;
using GrantsPortal.Web.Shared.Languages;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace GrantsPortal.Web.Payments;

/// <summary>Payees whose payments are stopped, and letting them go again.</summary>
[Authorize(Policies.ReadMoney)]
public sealed class HoldsController(PortalDatabase database, HoldDesk desk, Sentences sentences, IStringLocalizer<Texts> texts) : Controller
{
    private const int PageSize = 50;

    /// <summary>What is stopped.</summary>
    [HttpGet(PaymentRoutes.Holds)]
    public async Task<IActionResult> Index(long? after)
    {
        await using var work = await database.Read();
        var found = await HoldRepository.Open(work, after ?? 0, PageSize + 1);
        var page = found.Take(PageSize).ToList();
        return View(new HoldsView(page, found.Count > PageSize ? Url.Action(nameof(Index), new { after = page[^1].Id }) : null, after is null ? null : PaymentRoutes.Holds));
    }

    /// <summary>What lifting one means.</summary>
    [HttpGet(PaymentRoutes.Holds + "/{id:long}/lift"), Authorize(Policies.Finance)]
    public Task<IActionResult> Lift(long id) => Page(id, new ReasonForm());

    /// <summary>Lifts it, with a reason.</summary>
    [HttpPost(PaymentRoutes.Holds + "/{id:long}/lift"), Authorize(Policies.Finance)]
    public async Task<IActionResult> Lift(long id, ReasonForm form)
    {
        var outcome = await desk.Lift(User.Actor(), id, form.Reason);
        if (outcome.Refused)
        {
            ModelState.AddRefusals(outcome.Refusals, sentences);
            return await Page(id, form);
        }

        TempData.SayDone(texts["Payments can go out again."]);
        return LocalRedirect(PaymentRoutes.Holds);
    }

    /// <summary>What stopping payments to an organisation means.</summary>
    [HttpGet(PaymentRoutes.Holds + "/place/{slug}"), Authorize(Policies.StopPayments)]
    public Task<IActionResult> Place(string slug) => PlacePage(slug, new ReasonForm());

    /// <summary>Stops them, with a reason.</summary>
    [HttpPost(PaymentRoutes.Holds + "/place/{slug}"), Authorize(Policies.StopPayments)]
    public async Task<IActionResult> Place(string slug, ReasonForm form)
    {
        var outcome = await desk.Place(User.Actor(), slug, form.Reason);
        if (outcome.Refused)
        {
            ModelState.AddRefusals(outcome.Refusals, sentences);
            return await PlacePage(slug, form);
        }

        TempData.SayDone(texts["Payments to this organisation are stopped."]);
        return LocalRedirect(PaymentRoutes.Holds);
    }

    private async Task<IActionResult> Page(long id, ReasonForm form)
    {
        await using var work = await database.Read();
        return await HoldRepository.Find(work, id) is { LiftedAt: null } hold ? View("Lift", new HoldView(hold, form)) : NotFound();
    }

    private async Task<IActionResult> PlacePage(string slug, ReasonForm form)
    {
        await using var work = await database.Read();
        return await OrganisationRepository.FindBySlug(work, slug) is { } organisation ? View("Place", new PlaceView(organisation, form)) : NotFound();
    }
}

/// <summary>A page of what is stopped.</summary>
public sealed record HoldsView(IReadOnlyList<PaymentHold> Holds, string? Next, string? First);

/// <summary>One stop, to be lifted.</summary>
public sealed record HoldView(PaymentHold Hold, ReasonForm Form);

/// <summary>An organisation whose payments are to be stopped.</summary>
public sealed record PlaceView(Organisation Organisation, ReasonForm Form);
