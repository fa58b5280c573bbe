using GrantsPortal.Payments.Stripe;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Checks;
using GrantsPortal.Platform.Database;
using Microsoft.Extensions.Options;

namespace GrantsPortal.Bookings.Fees;

/// <summary>Whether what a date with a price needs is there, and whether money waits for a person.</summary>
public sealed class FeeCheckup(PortalDatabase database, StripeGateway stripe, IOptions<StripeOptions> options, IOptions<PortalOptions> portal) : ICheckup
{
    /// <inheritdoc/>
    public string Area => "Booking fees";

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Finding>> Look(CancellationToken cancel)
    {
        await using var work = await database.Read(cancel);
        var (priced, taxed) = (await FeeRepository.ToCome(work, 0), await FeeRepository.ToCome(work, 1));
        List<Finding> findings = [];
        void Unless(bool there, string problem, string mend)
        {
            if (!there)
            {
                findings.Add(new Finding(Health.Wrong, Area, problem, priced) { Mend = mend });
            }
        }

        if (priced > 0)
        {
            Unless(stripe.On, "Dates with a price: {0}, and nobody can pay, since Stripe is not set up", "Set Stripe:SecretKey, or take the price off.");
            Unless(!stripe.On || options.Value.WebhookSecrets.Count > 0, "Dates with a price: {0}, and payments are heard of a minute late, since Stripe:WebhookSecret is missing", "Add an endpoint for /webhooks/stripe at Stripe and set Stripe:WebhookSecret to its signing secret.");
            Unless(!string.IsNullOrWhiteSpace(portal.Value.Address), "Dates with a price: {0}, and invoices would not say where the city is", "Set Portal:Address to the address that stands on the city’s invoices.");
            Unless(taxed == 0 || !string.IsNullOrWhiteSpace(portal.Value.TaxNumber), "Dates with a price: {0}, some with tax in it, and invoices would not say the city’s tax number", "Set Portal:TaxNumber.");
        }

        var waiting = (await ChargeRepository.FailedRefunds(work)).Count + (await ChargeRepository.OpenDisputes(work)).Count;
        if (waiting > 0)
        {
            findings.Add(new Finding(Health.Wrong, Area, "Refunds that failed, and disputes: {0}", waiting) { Mend = "Finance’s page on booking fees says what can be done about each.", Path = FeeRoutes.Money });
        }

        return findings.Count > 0 ? findings : [new Finding(Health.Ok, Area, "Dates with a price to come: {0}", priced)];
    }
}
