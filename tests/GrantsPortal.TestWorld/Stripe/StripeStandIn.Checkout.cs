using System.Globalization;
using System.Text.Json.Nodes;

namespace GrantsPortal.TestWorld;

/// <summary>Checkout sessions that the portal makes itself, and refunds of what was paid on them.</summary>
public sealed partial class StripeStandIn
{
    private readonly Dictionary<string, JsonObject> _refunds = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Payment> _payments = new(StringComparer.Ordinal);

    private sealed record Payment(string Charge, long Amount, string Currency);

    /// <summary>Whether refunds stay pending until <see cref="Finish"/> or <see cref="Fail"/>.</summary>
    public bool RefundsTakeTime { get; set; }

    /// <summary>The checkout sessions, oldest first, as they are now.</summary>
    public IReadOnlyList<JsonObject> Sessions
    {
        get
        {
            lock (_lock)
            {
                return [.. _sessions.Keys.Select(id => (JsonObject)SessionNow(id).DeepClone())];
            }
        }
    }

    /// <summary>The refunds, oldest first.</summary>
    public IReadOnlyList<JsonObject> Refunds
    {
        get
        {
            lock (_lock)
            {
                return [.. _refunds.Values.Select(refund => (JsonObject)refund.DeepClone())];
            }
        }
    }

    /// <summary>A pending refund reaches the payer.</summary>
    public void Finish(string refund) => End(refund, "succeeded", "refund.updated", null);

    /// <summary>A refund fails, pending or said to have succeeded.</summary>
    public void Fail(string refund, string reason = "expired_or_canceled_card") => End(refund, "failed", "refund.failed", reason);

    /// <summary>Somebody gives money back in Stripe's dashboard.</summary>
    public string RefundByHand(string payment, long amount)
    {
        lock (_lock)
        {
            return (string)Refunded(payment, amount, [])["id"]!;
        }
    }

    private void End(string refund, string status, string type, string? reason)
    {
        lock (_lock)
        {
            var state = _refunds[refund];
            (state["status"], state["failure_reason"]) = (status, reason);
            if (reason is not null)
            {
                Book(null, "refund_failure", refund, (long)state["amount"]!, (string)state["currency"]!);
            }

            Happened(type, state, null);
        }
    }

    /// <summary>The session, over when its time is.</summary>
    private JsonObject SessionNow(string id)
    {
        var session = Known(_sessions, "checkout.session", id);
        if ((string?)session["status"] == "open" && (long)session["expires_at"]! <= Seconds)
        {
            Over(session);
        }

        return session;
    }

    private JsonObject ExpireSession(string id)
    {
        var session = SessionNow(id);
        if ((string?)session["status"] != "open")
        {
            throw new StripeRefusal(400, "invalid_request_error", null, $"Only Checkout Sessions with a status in [\"open\"] can be expired. This Checkout Session has a status of `{session["status"]}`.");
        }

        Over(session);
        return session;
    }

    private void Over(JsonObject session)
    {
        (session["status"], session["url"]) = ("expired", null);
        Happened("checkout.session.expired", session, null);
    }

    private JsonObject CreateSession(StripeCall call)
    {
        call.Knows("mode", "allowed_payment_method_types[]", "client_reference_id", "customer_email", "expires_at", "success_url", "cancel_url", "line_items[]", "payment_intent_data[]", "metadata[]");
        if (call.Needed("mode") != "payment")
        {
            throw StripeRefusal.Parameter("parameter_unknown", "This stand-in takes payments alone.", "mode");
        }

        var price = call.Positive("line_items[0][price_data][unit_amount]");
        var (quantity, currency) = (call.Positive("line_items[0][quantity]"), call.Needed("line_items[0][price_data][currency]"));
        call.Needed("line_items[0][price_data][product_data][name]");
        if (price * quantity < 30)
        {
            throw new StripeRefusal(400, "invalid_request_error", "amount_too_small", "The Checkout Session's total amount must convert to at least 30 pence.");
        }

        var expires = call["expires_at"] is { } asked ? long.Parse(asked, CultureInfo.InvariantCulture) : Seconds + 86_400;
        if (expires < Seconds + 1_800 || expires > Seconds + 86_400)
        {
            throw StripeRefusal.Parameter("parameter_invalid_integer", "The `expires_at` timestamp must be between 30 minutes and 24 hours from Checkout Session creation.", "expires_at");
        }

        var id = NewId("cs_test");
        return _sessions[id] = new JsonObject
        {
            ["id"] = id,
            ["object"] = "checkout.session",
            ["amount_total"] = price * quantity,
            ["client_reference_id"] = call["client_reference_id"],
            ["created"] = Seconds,
            ["currency"] = currency,
            ["customer_email"] = call["customer_email"],
            ["expires_at"] = expires,
            ["metadata"] = Metadata(call),
            ["mode"] = "payment",
            ["payment_intent"] = null,
            ["payment_link"] = null,
            ["payment_status"] = "unpaid",
            ["status"] = "open",
            ["success_url"] = call.Needed("success_url"),
            ["url"] = $"{Address}pay/{id}",
        };
    }

    private JsonObject CreateRefund(StripeCall call)
    {
        call.Knows("payment_intent", "amount", "metadata[]", "reason");
        return Refunded(call.Needed("payment_intent"), call.Positive("amount"), Metadata(call));
    }

    private JsonObject Refunded(string payment, long amount, JsonObject metadata)
    {
        var paid = _payments.TryGetValue(payment, out var found) ? found : throw StripeRefusal.Missing("payment_intent", payment);
        if (_disputes.Values.Any(dispute => (string?)dispute["payment_intent"] == payment && (string?)dispute["status"] != "won"))
        {
            throw new StripeRefusal(400, "invalid_request_error", "charge_disputed", $"Charge {paid.Charge} has been charged back; cannot issue a refund.");
        }

        var left = paid.Amount - _refunds.Values.Where(one => (string?)one["payment_intent"] == payment && (string?)one["status"] is "succeeded" or "pending").Sum(one => (long)one["amount"]!);
        if (left == 0)
        {
            throw new StripeRefusal(400, "invalid_request_error", "charge_already_refunded", $"Charge {paid.Charge} has already been refunded.");
        }

        if (amount > left)
        {
            throw StripeRefusal.Parameter("parameter_invalid_integer", $"Refund amount ({amount}) is greater than unrefunded amount on charge ({left})", "amount");
        }

        var id = NewId("re");
        var refund = _refunds[id] = new JsonObject
        {
            ["id"] = id,
            ["object"] = "refund",
            ["amount"] = amount,
            ["charge"] = paid.Charge,
            ["created"] = Seconds,
            ["currency"] = paid.Currency,
            ["failure_reason"] = null,
            ["metadata"] = metadata,
            ["payment_intent"] = payment,
            ["status"] = RefundsTakeTime ? "pending" : "succeeded",
        };
        Book(null, "refund", id, -amount, paid.Currency);
        Happened("refund.created", refund, null);
        Happened("charge.refunded", new JsonObject { ["id"] = paid.Charge, ["object"] = "charge", ["amount"] = paid.Amount, ["amount_refunded"] = paid.Amount - left + amount, ["currency"] = paid.Currency }, null);
        return refund;
    }

    private JsonObject ListRefunds(StripeCall call)
    {
        call.Knows("payment_intent", "charge", "limit", "starting_after", "ending_before", "created[]");
        return Paged(call, _refunds.Values.Reverse()
            .Where(refund => call["payment_intent"] is not { } payment || (string?)refund["payment_intent"] == payment)
            .Where(refund => call["charge"] is not { } charge || (string?)refund["charge"] == charge));
    }
}
