using GrantsPortal.Bookings;
using GrantsPortal.Bookings.Fees;
using GrantsPortal.Payments.Stripe;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Web.Bookings.Desk;
using GrantsPortal.Web.Shared;
using GrantsPortal.Web.Shared.Languages;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace GrantsPortal.Web.Bookings.Fees;

/// <summary>What places of an occasion cost, its codes, and who owes, paid and got back what.</summary>
[Authorize(Policies.ReadDesk)]
public sealed class FeeDeskController(PortalDatabase database, FeeDesk desk, StripeGateway stripe, OccasionFrames frames, IOptions<PortalOptions> portal, Sentences sentences, IStringLocalizer<Texts> texts) : Controller
{
    private const string Route = OccasionRoutes.One + "/fees";

    /// <summary>Everything.</summary>
    [HttpGet(Route)]
    public Task<IActionResult> Show(long id) => Page(id, null, new CodeForm());

    /// <summary>Sets the fee.</summary>
    [HttpPost(Route), Authorize(Policies.LookAfterPartners)]
    public async Task<IActionResult> Save(long id, FeeForm form)
    {
        if (!ModelState.IsValid)
        {
            return await Page(id, form, new CodeForm());
        }

        return await After(id, await desk.Plan(User.Actor(), id, form.Version, form.Read(await Currency(id))), texts["Saved. It holds for whoever asks for a place from now on"], () => Page(id, form, new CodeForm()));
    }

    /// <summary>Adds a code.</summary>
    [HttpPost(Route + "/codes"), Authorize(Policies.LookAfterPartners)]
    public async Task<IActionResult> AddCode(long id, CodeForm form) => !ModelState.IsValid
        ? await Page(id, null, form)
        : await After(id, await desk.AddCode(User.Actor(), id, new CodePlan(form.Code ?? "", form.PercentOff ?? 0, form.MostUses ?? 0, form.ValidUntil)), texts["The code can be used"], () => Page(id, null, form));

    /// <summary>Closes a code.</summary>
    [HttpPost(Route + "/codes/{code:long}/close"), Authorize(Policies.LookAfterPartners)]
    public async Task<IActionResult> CloseCode(long id, long code) =>
        await After(id, await desk.CloseCode(User.Actor(), id, code), texts["Nobody can begin to use the code any more"], () => Page(id, null, new CodeForm()));

    private async Task<IActionResult> After(long id, Outcome? outcome, string done, Func<Task<IActionResult>> again)
    {
        if (outcome is not { } known)
        {
            return NotFound();
        }

        if (known.Refused)
        {
            ModelState.AddRefusals(known.Refusals, sentences);
            return await again();
        }

        TempData.SayDone(done);
        return LocalRedirect(OccasionRoutes.At(id, "fees"));
    }

    private async Task<string> Currency(long id)
    {
        await using var work = await database.Read();
        return (await FeeRepository.Find(work, id))?.Currency ?? portal.Value.Currency;
    }

    private async Task<IActionResult> Page(long id, FeeForm? typed, CodeForm code)
    {
        await using var work = await database.Read();
        if (await frames.Of(work, id) is not { } frame)
        {
            return NotFound();
        }

        var fee = await FeeRepository.Find(work, id);
        return View("Show", new FeeDeskPage(
            frame.At("fees"), fee, typed ?? (fee is null ? new FeeForm() : FeeForm.Of(fee)), code, await FeeRepository.Codes(work, id), await ChargeRepository.OfOccasion(work, id), fee?.Currency ?? portal.Value.Currency)
        { CanPay = stripe.On });
    }
}
