using GrantsPortal.Awards;
using GrantsPortal.Payments.Bank;
using GrantsPortal.Payments.Recovery;
using GrantsPortal.Payments.Stripe;
using GrantsPortal.Platform.Database;
using GrantsPortal.Web.Payments.Stripe;
using GrantsPortal.Web.Shared;
using GrantsPortal.Web.Shared.Languages;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace GrantsPortal.Web.Payments.Recovery;

/// <summary>What an organisation is asked to pay back of an award, as its members see it.</summary>
[Authorize(Policies.SignedIn)]
public sealed class MyRepaymentsController(PortalDatabase database, LinkDesk links, StripeGateway stripe, IOptions<BankOptions> bank, Sentences sentences) : Controller
{
    private const string All = "/my/awards/{award}/repayments";

    /// <summary>Everything asked, what came, and how to pay.</summary>
    [HttpGet(All)]
    public Task<IActionResult> Index(string award, bool paid = false) => Page(award, paid);

    /// <summary>Goes on to Stripe's page to pay what is missing.</summary>
    [HttpPost(All + "/{reference}/pay")]
    public async Task<IActionResult> Pay(string award, string reference)
    {
        if (await Found(award) is not { } found || found.Repayments.All(repayment => repayment.Reference != reference))
        {
            return NotFound();
        }

        var address = await links.Open(User.Actor(), reference);
        if (address.Refused)
        {
            ModelState.AddRefusals(address.Refusals, sentences);
            return await Page(award, paid: false);
        }

        return Onward.To(this, address.Value);
    }

    private async Task<IActionResult> Page(string award, bool paid) =>
        await Found(award) is not { } found ? NotFound()
        : View(nameof(Index), new MyRepaymentsView(found.Award, found.Repayments, found.Receipts, stripe.On, bank.Value.ForPayers, paid));

    private async Task<(Award Award, IReadOnlyList<Repayment> Repayments, ILookup<long, RepaymentReceipt> Receipts)?> Found(string reference)
    {
        await using var work = await database.Read();
        if (await AwardRepository.FindFor(work, reference, User.Actor().Person) is not { } award)
        {
            return null;
        }

        var repayments = await RepaymentRepository.OfAward(work, award.Id);
        var receipts = repayments.Count == 0 ? [] : await RepaymentRepository.ReceiptsOf(work, [.. repayments.Select(repayment => repayment.Id)]);
        return (award, repayments, receipts.ToLookup(receipt => receipt.RepaymentId));
    }
}

/// <summary>What an organisation is asked to pay back, for a member.</summary>
/// <param name="Award">The award.</param>
/// <param name="Repayments">What was asked, newest first.</param>
/// <param name="Receipts">What came, by repayment.</param>
/// <param name="Stripe">Whether one can pay through Stripe.</param>
/// <param name="Bank">The city's bank account as lines with English labels; empty where there is none to pay to.</param>
/// <param name="Paid">Whether the reader comes back from Stripe's page.</param>
public sealed record MyRepaymentsView(Award Award, IReadOnlyList<Repayment> Repayments, ILookup<long, RepaymentReceipt> Receipts, bool Stripe, IReadOnlyList<(string Label, string Value)> Bank, bool Paid);
