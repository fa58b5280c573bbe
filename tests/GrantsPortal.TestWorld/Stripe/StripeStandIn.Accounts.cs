using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace GrantsPortal.TestWorld;

/// <summary>Connected accounts and the pages on which people answer Stripe.</summary>
public sealed partial class StripeStandIn
{
    private static readonly string[] Asked =
    [
        "business_profile.product_description", "business_type", "external_account", "representative.first_name",
        "representative.last_name", "tos_acceptance.date", "tos_acceptance.ip",
    ];

    private readonly Dictionary<string, JsonObject> _accounts = new(StringComparer.Ordinal);
    private readonly HashSet<string> _disconnected = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (string Account, string Refresh, string Return, bool Used)> _setUps = new(StringComparer.Ordinal);

    /// <summary>The connected accounts, oldest first.</summary>
    public IReadOnlyList<string> Accounts
    {
        get
        {
            lock (_lock)
            {
                return [.. _accounts.Keys];
            }
        }
    }

    /// <summary>A connected account whose people answered everything, as if made by another door.</summary>
    public string ReadyAccount(string country = "GB")
    {
        lock (_lock)
        {
            var id = (string)NewAccount(country, null, [])["id"]!;
            Onboard(id);
            return id;
        }
    }

    /// <summary>The account's people answer everything that Stripe asks: transfers and payouts are open.</summary>
    public void Onboard(string account) => Change(account, state =>
    {
        state["details_submitted"] = true;
        Open(state, true);
        Requirements(state, [], [], null);
    });

    /// <summary>Stripe asks for more; where something is past due or a reason is given, nothing can be transferred or paid out.</summary>
    public void Ask(string account, string[] currentlyDue, string[]? pastDue = null, string? disabledReason = null, DateTimeOffset? deadline = null) => Change(account, state =>
    {
        Open(state, pastDue is null or [] && disabledReason is null);
        Requirements(state, currentlyDue, pastDue ?? [], disabledReason);
        state["requirements"]!["current_deadline"] = deadline?.ToUnixTimeSeconds();
    });

    /// <summary>The account's people cut the tie to the platform.</summary>
    public void Disconnect(string account)
    {
        lock (_lock)
        {
            Happened("account.application.deauthorized", new JsonObject { ["id"] = "ca_standin", ["object"] = "application" }, account);
            _disconnected.Add(account);
        }
    }

    private JsonObject Connected(string id) => _disconnected.Contains(id)
        ? throw new StripeRefusal(403, "invalid_request_error", "account_invalid", $"The provided key does not have access to account '{id}' (or that account does not exist). Application access may have been revoked.", kept: false)
        : Known(_accounts, "account", id);

    private static void Open(JsonObject account, bool open)
    {
        account["payouts_enabled"] = open;
        account["capabilities"]!["transfers"] = open ? "active" : "inactive";
    }

    private static void Requirements(JsonObject account, string[] currentlyDue, string[] pastDue, string? reason) => account["requirements"] = new JsonObject
    {
        ["alternatives"] = new JsonArray(),
        ["current_deadline"] = null,
        ["currently_due"] = Texts([.. currentlyDue.Concat(pastDue).Distinct()]),
        ["disabled_reason"] = reason ?? (pastDue.Length > 0 ? "requirements.past_due" : null),
        ["errors"] = new JsonArray(),
        ["eventually_due"] = Texts(currentlyDue),
        ["past_due"] = Texts(pastDue),
        ["pending_verification"] = new JsonArray(),
    };

    private static JsonArray Texts(string[] texts) => new([.. texts.Select(text => (JsonNode?)text)]);

    private void Change(string account, Action<JsonObject> change)
    {
        lock (_lock)
        {
            var state = Known(_accounts, "account", account);
            change(state);
            Happened("account.updated", state, account);
        }
    }

    private JsonObject CreateAccount(StripeCall call)
    {
        call.Knows("country", "email", "business_type", "business_profile[]", "capabilities[]", "controller[]", "metadata[]", "type");
        return NewAccount(call["country"] ?? "GB", call["email"], [.. call.Under("metadata")], call["capabilities[transfers][requested]"] == "true");
    }

    private JsonObject NewAccount(string country, string? email, KeyValuePair<string, string>[] metadata, bool transfers = true)
    {
        var id = NewId("acct");
        var account = new JsonObject
        {
            ["id"] = id,
            ["object"] = "account",
            ["capabilities"] = transfers ? new JsonObject { ["transfers"] = "inactive" } : [],
            ["charges_enabled"] = false,
            ["country"] = country,
            ["created"] = Seconds,
            ["default_currency"] = country switch { "GB" => "gbp", "US" => "usd", "CA" => "cad", _ => "eur" },
            ["details_submitted"] = false,
            ["email"] = email,
            ["metadata"] = new JsonObject(metadata.Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)pair.Value))),
            ["payouts_enabled"] = false,
            ["type"] = "express",
        };
        Requirements(account, Asked, Asked, "requirements.past_due");
        _accounts[id] = account;
        return account;
    }

    private JsonObject CreateAccountLink(StripeCall call)
    {
        call.Knows("account", "refresh_url", "return_url", "type", "collection_options[]");
        var account = call.Needed("account");
        Known(_accounts, "account", account);
        if (call.Needed("type") is not ("account_onboarding" or "account_update"))
        {
            throw StripeRefusal.Parameter("parameter_invalid_string_empty", "Invalid type: must be account_onboarding or account_update.", "type");
        }

        var token = NewId("acctlink");
        _setUps[token] = (account, call.Needed("refresh_url"), call.Needed("return_url"), false);
        return new JsonObject { ["object"] = "account_link", ["created"] = Seconds, ["expires_at"] = Seconds + 300, ["url"] = $"{Address}setup/{token}" };
    }

    /// <summary>What people see in a browser: a set-up link that works once, and a page to pay on.</summary>
    private async Task Page(HttpContext http)
    {
        var parts = http.Request.Path.Value!.Split('/', StringSplitOptions.RemoveEmptyEntries);
        var acts = HttpMethods.IsPost(http.Request.Method);
        if (parts is ["setup", var token] && _setUps.TryGetValue(token, out var setUp))
        {
            if (acts)
            {
                Onboard(setUp.Account);
                http.Response.Redirect(setUp.Return);
                return;
            }

            _setUps[token] = setUp with { Used = true };
            if (setUp.Used)
            {
                http.Response.Redirect(setUp.Refresh);
                return;
            }

            await Html(http, "Set up payouts", "Answer everything");
            return;
        }

        if (parts is ["pay", var link] && _links.ContainsKey(link))
        {
            if (acts)
            {
                Pay(link);
                http.Response.Redirect((string?)_links[link]["after_completion"]?["redirect"]?["url"] ?? "/");
                return;
            }

            await Html(http, "Pay", "Pay now");
            return;
        }

        if (parts is ["pay", var session] && _sessions.TryGetValue(session, out var open))
        {
            if (acts)
            {
                Complete(session);
                http.Response.Redirect((string)open["success_url"]!);
                return;
            }

            await Html(http, "Pay", "Pay now");
            return;
        }

        http.Response.StatusCode = 404;
    }

    private static Task Html(HttpContext http, string title, string button)
    {
        http.Response.ContentType = "text/html";
        return http.Response.WriteAsync($"<!doctype html><html lang=\"en\"><title>{WebUtility.HtmlEncode(title)}</title><main><h1>{WebUtility.HtmlEncode(title)}</h1><form method=\"post\"><button>{WebUtility.HtmlEncode(button)}</button></form></main></html>");
    }
}
