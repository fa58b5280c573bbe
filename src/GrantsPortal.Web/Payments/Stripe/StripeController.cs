using GrantsPortal.Payments;
using GrantsPortal.Payments.Stripe;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Web.Shared;
using GrantsPortal.Web.Shared.Languages;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace GrantsPortal.Web.Payments.Stripe;

/// <summary>Stripe on Finance's desk: what waits, what is on its way, what a person has to look at.</summary>
[Authorize(Policies.ReadMoney)]
public sealed class StripeController(StripePage page, TransferDesk transfers, PortalDatabase database, Sentences sentences, IStringLocalizer<Texts> texts) : Controller
{
    /// <summary>Everything, with the balance as it is now.</summary>
    [HttpGet(StripeRoutes.Desk)]
    public async Task<IActionResult> Index() => View(await page.Read(User.Actor()));

    /// <summary>The chosen payments, named and counted, before they are released.</summary>
    [HttpGet(StripeRoutes.Release), Authorize(Policies.Pay)]
    public Task<IActionResult> Release([FromQuery] IReadOnlyList<long>? id) => Chosen(id ?? []);

    /// <summary>Releases them.</summary>
    [HttpPost(StripeRoutes.Release), Authorize(Policies.Pay)]
    public async Task<IActionResult> Release([FromForm] ReleaseForm form)
    {
        var steps = await transfers.Release(User.Actor(), form.Id);
        var refused = steps.Where(step => step.State is null).ToList();
        var sent = steps.Count(step => step.State is TransferState.Made or TransferState.PaidOut);
        if (sent > 0)
        {
            TempData.SayDone(texts["Payments that Stripe has taken: {0}", sent]);
        }

        if (steps.Any(step => step.State is TransferState.Asked or TransferState.Refused or TransferState.NotMade))
        {
            TempData.SayNote(string.Join(' ', steps.Select(Told).OfType<string>()));
        }

        if (refused.Count == 0)
        {
            return LocalRedirect(StripeRoutes.Desk);
        }

        foreach (var group in refused.SelectMany(step => step.Refusals).GroupBy(sentences.Say))
        {
            ModelState.AddModelError("", group.Key);
        }

        return await Chosen([.. refused.Select(step => step.Payment.Id)]);
    }

    /// <summary>Looks at Stripe for a transfer whose answer is missing.</summary>
    [HttpPost(StripeRoutes.Desk + "/{reference}/look-up"), Authorize(Policies.Pay)]
    public async Task<IActionResult> LookUp(string reference)
    {
        if (await Find(reference) is not { } payment)
        {
            return NotFound();
        }

        var found = await transfers.LookUp(User.Actor(), payment.Id);
        TempData.SayNote(found.Refused ? sentences.Say(found.Refusals[0]) : Told(new ReleaseStep(payment, found.Value, [])) ?? texts["{0}: Stripe has it, once.", reference].Value);
        return LocalRedirect(StripeRoutes.Desk);
    }

    /// <summary>Takes a transfer back once more after Stripe refused.</summary>
    [HttpPost(StripeRoutes.Desk + "/{reference}/take-back"), Authorize(Policies.Pay)]
    public async Task<IActionResult> TakeBack(string reference)
    {
        if (await Find(reference) is not { } payment)
        {
            return NotFound();
        }

        var back = await transfers.TakeBackAgain(User.Actor(), payment.Id);
        TempData.SayNote(back.Refused ? sentences.Say(back.Refusals[0]) : back.Value ? texts["{0}: the money is back.", reference] : texts["{0}: Stripe would not give it back.", reference]);
        return LocalRedirect(StripeRoutes.Desk);
    }

    private async Task<IActionResult> Chosen(IReadOnlyList<long> ids)
    {
        var view = await page.Read(User.Actor());
        var chosen = view.Waiting.Where(waiting => ids.Contains(waiting.Payment.Id)).ToList();
        return chosen.Count == 0 && ModelState.IsValid ? LocalRedirect(StripeRoutes.Desk) : View(nameof(Release), new ReleaseView(view, chosen));
    }

    private string? Told(ReleaseStep step) => step.State switch
    {
        TransferState.Asked => texts["{0}: Stripe’s answer is missing. It is being looked up, and nothing is sent twice.", step.Payment.Reference].Value,
        TransferState.Refused => texts["{0}: Stripe refused, and the payment has failed. Its page says why.", step.Payment.Reference].Value,
        TransferState.NotMade => texts["{0}: Stripe did not take it, and nothing was sent. It can be released again.", step.Payment.Reference].Value,
        _ => null,
    };

    private async Task<Payment?> Find(string reference)
    {
        await using var work = await database.Read();
        return await PaymentRepository.FindByReference(work, reference);
    }
}

/// <summary>The payments to release.</summary>
public sealed class ReleaseForm
{
    /// <summary>Their ids.</summary>
    public List<long> Id { get; set; } = [];
}

/// <summary>The chosen payments before they are released.</summary>
/// <param name="Stripe">What Finance sees of Stripe.</param>
/// <param name="Chosen">Those chosen.</param>
public sealed record ReleaseView(StripeView Stripe, IReadOnlyList<Releasable> Chosen)
{
    /// <summary>Those that the reader can release.</summary>
    public IReadOnlyList<Releasable> Possible => [.. Chosen.Where(one => one.May)];

    /// <summary>What they come to, by currency.</summary>
    public IReadOnlyList<Money> Totals =>
        [.. Possible.GroupBy(one => one.Payment.Currency).Select(group => Money.FromMinor(group.Sum(one => one.Payment.AmountMinor), group.Key))];

    /// <summary>What is missing for them, by currency.</summary>
    public IReadOnlyDictionary<string, long> Missing =>
        Stripe.Balance is null ? new Dictionary<string, long>() : StripeRules.Missing(Possible.Select(one => one.Payment.Amount), Stripe.Balance);
}
