using GrantsPortal.Payments;
using GrantsPortal.Payments.Stripe;
using GrantsPortal.Platform;
using GrantsPortal.TestWorld;
using Xunit;

namespace GrantsPortal.Faults.Tests.Payments;

/// <summary>The portal is killed after Stripe took a transfer and before the portal could keep that it did.</summary>
public sealed class KilledWhileTransferringTests : IAsyncLifetime
{
    private StripeStandIn _stripe = null!;
    private City _city = null!;
    private PaidByStripe _world = null!;

    public async ValueTask InitializeAsync()
    {
        _stripe = await StripeStandIn.Start();
        _city = City.With(_stripe);
        _world = await _city.PaidBy(_stripe);
    }

    public async ValueTask DisposeAsync()
    {
        _city.Dispose();
        await _stripe.DisposeAsync();
    }

    [Fact]
    public async Task After_a_restart_there_is_one_transfer_the_payment_is_sent_and_everything_adds_up()
    {
        var payment = await KilledWithoutTheAnswer();
        Assert.Equal((PaymentState.Approved, true), ((await _city.Again(payment)).State, (await _city.Again(payment)).IsReleased));
        Assert.Single(_stripe.Transfers);
        _stripe.ForgetKeys();

        using (await Portal(jobs: true))
        {
            for (var end = DateTime.UtcNow.AddSeconds(90); (await _city.Again(payment)).State != PaymentState.Sent; await Task.Delay(200))
            {
                Assert.True(DateTime.UtcNow < end, "The lost answer was not found.");
            }
        }

        var made = Assert.Single(_stripe.Transfers);
        Assert.Equal((string?)made["id"], (await _city.Again(payment)).ProviderId);
        var verified = await PortalProcess.Verb(_city.Portal.Folder, ["verify"]);
        Assert.True(verified.ExitCode == 0, verified.Out + verified.Error);
    }

    [Fact]
    public async Task A_control_that_sends_again_without_looking_makes_two()
    {
        var payment = await KilledWithoutTheAnswer();
        _stripe.ForgetKeys();
        var again = await _city.Portal.Get<StripeGateway>().Transfer(StripeRules.KeyOf(payment), payment.Reference, _world.Account, payment.AmountMinor, payment.Currency);
        Assert.True(again.IsGiven);
        Assert.Equal(2, _stripe.Transfers.Count);
    }

    /// <summary>Somebody releases a payment on the real page; Stripe takes it and holds its answer; the portal is killed.</summary>
    private async Task<Payment> KilledWithoutTheAnswer()
    {
        var payment = await _city.ApprovedPayment(_world);
        var releaser = (await _city.Read(work => GrantsPortal.People.PersonRepository.Find(work, _world.Releaser.Person)))!;
        using var portal = await Portal(jobs: false);
        using var visitor = portal.Visitor();
        await visitor.SignIn(releaser);
        var page = await visitor.Open($"{StripeRoutes.Release}?id={payment.Id}");
        _stripe.Next("POST /v1/transfers", StripeFault.HeldAfter);
        var pressing = visitor.Send(page, "Release 1 payment");
        await _stripe.Holding.WaitAsync(TimeSpan.FromSeconds(30));
        portal.Kill();
        await Task.WhenAny(pressing);
        return payment;
    }

    private Task<PortalProcess> Portal(bool jobs) => PortalProcess.Start(
        _city.Portal.Folder, [.. _stripe.Settings, ("Stripe:TimeoutSeconds", "2"), ("Jobs:Enabled", jobs ? "true" : "false")]);
}
