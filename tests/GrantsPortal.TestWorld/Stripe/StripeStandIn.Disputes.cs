using System.Text.Json.Nodes;

namespace GrantsPortal.TestWorld;

/// <summary>Payers who ask their bank for the money back.</summary>
public sealed partial class StripeStandIn
{
    private readonly Dictionary<string, JsonObject> _disputes = new(StringComparer.Ordinal);

    /// <summary>A payer disputes a payment; the money is taken out until it is decided.</summary>
    public string Dispute(string payment, long amount)
    {
        lock (_lock)
        {
            var paid = _payments[payment];
            var id = NewId("du");
            var dispute = _disputes[id] = new JsonObject
            {
                ["id"] = id,
                ["object"] = "dispute",
                ["amount"] = amount,
                ["charge"] = paid.Charge,
                ["created"] = Seconds,
                ["currency"] = paid.Currency,
                ["evidence_details"] = new JsonObject { ["due_by"] = Seconds + (7 * 86_400), ["has_evidence"] = false, ["past_due"] = false, ["submission_count"] = 0 },
                ["is_charge_refundable"] = false,
                ["payment_intent"] = payment,
                ["reason"] = "fraudulent",
                ["status"] = "needs_response",
            };
            Book(null, "adjustment", id, -amount, paid.Currency);
            Happened("charge.dispute.created", dispute, null);
            Happened("charge.dispute.funds_withdrawn", dispute, null);
            return id;
        }
    }

    /// <summary>The bank decides.</summary>
    public void Decide(string dispute, bool won)
    {
        lock (_lock)
        {
            var state = _disputes[dispute];
            state["status"] = won ? "won" : "lost";
            if (won)
            {
                Book(null, "adjustment", dispute, (long)state["amount"]!, (string)state["currency"]!);
                Happened("charge.dispute.funds_reinstated", state, null);
            }

            Happened("charge.dispute.closed", state, null);
        }
    }
}
