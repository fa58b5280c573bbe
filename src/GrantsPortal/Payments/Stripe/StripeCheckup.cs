using GrantsPortal.Platform.Checks;
using GrantsPortal.Platform.Database;
using Microsoft.Extensions.Options;

namespace GrantsPortal.Payments.Stripe;

/// <summary>Whether Stripe is set up and answers, and whether anything at it waits for a person.</summary>
public sealed class StripeCheckup(PortalDatabase database, StripeGateway gateway, IOptions<StripeOptions> options) : ICheckup
{
    private static readonly TimeSpan Long = TimeSpan.FromHours(1);

    /// <inheritdoc/>
    public string Area => "Stripe";

    /// <inheritdoc/>
    public bool Slow => true;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Finding>> Look(CancellationToken cancel)
    {
        if (!gateway.On)
        {
            return [new Finding(Health.Ok, Area, "Stripe is not set up: payments go by bank alone")];
        }

        var findings = new List<Finding>();
        if (options.Value.WebhookSecrets.Count == 0)
        {
            findings.Add(new Finding(Health.Wrong, Area, "Stripe:WebhookSecret is missing: nothing that Stripe announces is believed.") { Mend = "Add endpoints for /webhooks/stripe at Stripe and set Stripe:WebhookSecret to their signing secrets, with a comma between them." });
        }

        if (options.Value.SettleSeconds < options.Value.TimeoutSeconds * 3)
        {
            findings.Add(new Finding(Health.Wrong, Area, "Stripe:SettleSeconds is {0}, which is too close to Stripe:TimeoutSeconds ({1}).", options.Value.SettleSeconds, options.Value.TimeoutSeconds) { Mend = "Set Stripe:SettleSeconds to at least three times Stripe:TimeoutSeconds." });
        }

        var balance = await gateway.Balance();
        findings.Add(balance.IsGiven
            ? new Finding(Health.Ok, Area, "Stripe answers at {0}", options.Value.ApiBase)
            : new Finding(Health.Wrong, Area, "Stripe does not answer at {0}: {1}", options.Value.ApiBase, balance.Text) { Mend = "Look at Stripe:SecretKey and Stripe:ApiBase, and at whether this machine reaches Stripe." });
        await using var work = await database.Read(cancel);
        var now = work.Now;
        var waiting = (await StripeRepository.Unanswered(work)).Count(transfer => now - transfer.AskedAt > Long);
        var attention = (await StripeRepository.WithAttention(work)).Count;
        if (waiting + attention > 0)
        {
            findings.Add(new Finding(Health.Wrong, Area, "Transfers at Stripe that a person has to look at: {0}", Math.Max(waiting, attention)) { Mend = "Finance’s page on Stripe says what is known of each.", Path = StripeRoutes.Desk });
        }

        return [.. findings.OrderByDescending(finding => finding.Health)];
    }
}
