using System.Globalization;
using System.Text.Json.Nodes;

namespace GrantsPortal.TestWorld;

/// <summary>Payment links, and the checkout sessions in which people pay on them.</summary>
public sealed partial class StripeStandIn
{
    private readonly Dictionary<string, JsonObject> _links = new(StringComparer.Ordinal);
    private readonly Dictionary<string, JsonObject> _sessions = new(StringComparer.Ordinal);

    /// <summary>The payment links, oldest first.</summary>
    public IReadOnlyList<JsonObject> Links
    {
        get
        {
            lock (_lock)
            {
                return [.. _links.Values.Select(link => (JsonObject)link.DeepClone())];
            }
        }
    }

    /// <summary>Somebody opens a link; gives the session in which they may pay. Throws when the link takes no more payments.</summary>
    public string Open(string link)
    {
        lock (_lock)
        {
            var state = Known(_links, "payment_link", link);
            var limit = state["restrictions"]?["completed_sessions"];
            if (!(bool)state["active"]! || (limit is not null && (long)limit["count"]! >= (long)limit["limit"]!))
            {
                throw new InvalidOperationException($"{link} takes no more payments.");
            }

            var id = NewId("cs_test");
            _sessions[id] = new JsonObject
            {
                ["id"] = id,
                ["object"] = "checkout.session",
                ["amount_total"] = state["amount"]!.DeepClone(),
                ["created"] = Seconds,
                ["currency"] = state["currency"]!.DeepClone(),
                ["expires_at"] = Seconds + 86_400,
                ["metadata"] = state["metadata"]!.DeepClone(),
                ["mode"] = "payment",
                ["payment_intent"] = null,
                ["payment_link"] = link,
                ["payment_status"] = "unpaid",
                ["status"] = "open",
            };
            return id;
        }
    }

    /// <summary>They pay; with a slow method the money comes later (<see cref="Settles"/>).</summary>
    public void Complete(string session, bool slow = false)
    {
        lock (_lock)
        {
            var state = SessionNow(session);
            if ((string?)state["status"] != "open")
            {
                throw new InvalidOperationException($"{session} can be paid on no more.");
            }

            var payment = NewId("pi");
            state["status"] = "complete";
            state["payment_intent"] = payment;
            state["payment_status"] = slow ? "unpaid" : "paid";
            state["url"] = null;
            _payments[payment] = new Payment(NewId("ch"), (long)state["amount_total"]!, (string)state["currency"]!);
            if ((string?)state["payment_link"] is { } link && _links[link]["restrictions"]?["completed_sessions"] is { } limit)
            {
                limit["count"] = (long)limit["count"]! + 1;
            }

            Happened("checkout.session.completed", state, null);
            if (!slow)
            {
                Book(null, "charge", _payments[payment].Charge, (long)state["amount_total"]!, (string)state["currency"]!);
            }
        }
    }

    /// <summary>The money of a slow payment came, or did not.</summary>
    public void Settles(string session, bool paid = true)
    {
        lock (_lock)
        {
            var state = _sessions[session];
            state["payment_status"] = paid ? "paid" : "unpaid";
            Happened(paid ? "checkout.session.async_payment_succeeded" : "checkout.session.async_payment_failed", state, null);
        }
    }

    /// <summary>Opens a link and pays at once; gives the session.</summary>
    public string Pay(string link)
    {
        var session = Open(link);
        Complete(session);
        return session;
    }

    private JsonObject CreatePaymentLink(StripeCall call)
    {
        call.Knows("line_items[]", "metadata[]", "restrictions[]", "after_completion[]", "payment_intent_data[]", "submit_type", "inactive_message");
        var (amount, currency) = (call.Positive("line_items[0][price_data][unit_amount]"), call.Needed("line_items[0][price_data][currency]"));
        call.Needed("line_items[0][price_data][product_data][name]");
        call.Positive("line_items[0][quantity]");
        var id = NewId("plink");
        var link = new JsonObject
        {
            ["id"] = id,
            ["object"] = "payment_link",
            ["active"] = true,
            ["amount"] = amount,
            ["currency"] = currency,
            ["livemode"] = false,
            ["metadata"] = Metadata(call),
            ["url"] = $"{Address}pay/{id}",
        };
        if (call["restrictions[completed_sessions][limit]"] is { } limit)
        {
            link["restrictions"] = new JsonObject { ["completed_sessions"] = new JsonObject { ["count"] = 0L, ["limit"] = long.Parse(limit, CultureInfo.InvariantCulture) } };
        }

        if (call["after_completion[redirect][url]"] is { } url)
        {
            link["after_completion"] = new JsonObject { ["type"] = "redirect", ["redirect"] = new JsonObject { ["url"] = url } };
        }

        return _links[id] = link;
    }

    private JsonObject UpdatePaymentLink(StripeCall call, string id)
    {
        call.Knows("active", "metadata[]", "inactive_message");
        var link = Known(_links, "payment_link", id);
        if (call["active"] is { } active)
        {
            link["active"] = active == "true";
        }

        return link;
    }

    private JsonObject ListSessions(StripeCall call)
    {
        call.Knows("payment_link", "status", "payment_intent", "created[]", "limit", "starting_after", "ending_before");
        return Paged(call, _sessions.Values.Reverse()
            .Where(session => call["payment_link"] is not { } link || (string?)session["payment_link"] == link)
            .Where(session => call["status"] is not { } status || (string?)session["status"] == status));
    }
}
