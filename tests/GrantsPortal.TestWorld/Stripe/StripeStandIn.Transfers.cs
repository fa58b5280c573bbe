using System.Globalization;
using System.Text.Json.Nodes;

namespace GrantsPortal.TestWorld;

/// <summary>Balances, transfers and payouts. Money moves in minor units; every movement leaves a balance transaction.</summary>
public sealed partial class StripeStandIn
{
    private readonly Dictionary<string, JsonObject> _transfers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (string Account, JsonObject Payout)> _payouts = new(StringComparer.Ordinal);
    private readonly List<(string? Account, string? Payout, JsonObject Transaction)> _ledger = [];

    /// <summary>The transfers, oldest first.</summary>
    public IReadOnlyList<JsonObject> Transfers
    {
        get
        {
            lock (_lock)
            {
                return [.. _transfers.Values.Select(transfer => (JsonObject)transfer.DeepClone())];
            }
        }
    }

    /// <summary>Adds to the platform's own balance.</summary>
    public void TopUp(long minor, string currency = "gbp")
    {
        lock (_lock)
        {
            Book(null, "topup", NewId("tu"), minor, currency);
        }
    }

    /// <summary>What lies available in an account, or in the platform's own.</summary>
    public long Available(string? account = null, string currency = "gbp")
    {
        lock (_lock)
        {
            return _ledger.Where(entry => entry.Account == account && (string?)entry.Transaction["currency"] == currency).Sum(entry => (long)entry.Transaction["net"]!);
        }
    }

    /// <summary>Stripe pays everything an account holds to its bank; gives the payout, which is under way.</summary>
    public string PayOut(string account, string currency = "gbp", bool automatic = true)
    {
        lock (_lock)
        {
            var waiting = _ledger.Where(entry => entry.Account == account && entry.Payout is null && (string?)entry.Transaction["currency"] == currency).ToList();
            var amount = Available(account, currency);
            var id = NewId("po");
            var payout = new JsonObject
            {
                ["id"] = id,
                ["object"] = "payout",
                ["amount"] = amount,
                ["arrival_date"] = Seconds + 86_400,
                ["automatic"] = automatic,
                ["created"] = Seconds,
                ["currency"] = currency,
                ["failure_code"] = null,
                ["failure_message"] = null,
                ["metadata"] = new JsonObject(),
                ["method"] = "standard",
                ["reconciliation_status"] = automatic ? "completed" : "not_applicable",
                ["status"] = "in_transit",
                ["type"] = "bank_account",
            };
            _payouts[id] = (account, payout);
            Book(account, "payout", id, -amount, currency);
            if (automatic)
            {
                foreach (var entry in waiting)
                {
                    _ledger[_ledger.IndexOf(entry)] = entry with { Payout = id };
                }

                _ledger[^1] = _ledger[^1] with { Payout = id };
            }

            Happened("payout.created", payout, account);
            return id;
        }
    }

    /// <summary>The bank took the payout.</summary>
    public void Arrives(string payout) => Settle(payout, "paid", null);

    /// <summary>The bank refused the payout, before or after it was said to be paid; the money is in the account again.</summary>
    public void Bounces(string payout, string code = "account_closed") => Settle(payout, "failed", code);

    private void Settle(string id, string status, string? failure)
    {
        lock (_lock)
        {
            var (account, payout) = _payouts[id];
            payout["status"] = status;
            if (failure is not null)
            {
                payout["failure_code"] = failure;
                payout["failure_message"] = "The bank could not process this transaction.";
                Book(account, "payout_failure", id, (long)payout["amount"]!, (string)payout["currency"]!);
            }

            Happened($"payout.{status}", payout, account);
        }
    }

    private JsonObject Book(string? account, string type, string source, long amount, string currency)
    {
        var transaction = new JsonObject
        {
            ["id"] = NewId("txn"),
            ["object"] = "balance_transaction",
            ["amount"] = amount,
            ["available_on"] = Seconds,
            ["created"] = Seconds,
            ["currency"] = currency,
            ["fee"] = 0L,
            ["fee_details"] = new JsonArray(),
            ["net"] = amount,
            ["reporting_category"] = type,
            ["source"] = source,
            ["status"] = "available",
            ["type"] = type,
        };
        _ledger.Add((account, null, transaction));
        return transaction;
    }

    private JsonObject BalanceOf(string? account)
    {
        var amounts = _ledger.Where(entry => entry.Account == account).GroupBy(entry => (string)entry.Transaction["currency"]!)
            .Select(group => (JsonNode?)new JsonObject { ["amount"] = group.Sum(entry => (long)entry.Transaction["net"]!), ["currency"] = group.Key, ["source_types"] = new JsonObject { ["card"] = group.Sum(entry => (long)entry.Transaction["net"]!) } });
        return new JsonObject { ["object"] = "balance", ["available"] = new JsonArray([.. amounts]), ["livemode"] = false, ["pending"] = new JsonArray() };
    }

    private JsonObject CreateTransfer(StripeCall call)
    {
        call.Knows("amount", "currency", "destination", "description", "metadata[]", "transfer_group", "source_type", "source_transaction");
        var (amount, currency, destination) = (call.Positive("amount"), call.Needed("currency"), call.Needed("destination"));
        if (currency != currency.ToLowerInvariant() || currency.Length != 3)
        {
            throw StripeRefusal.Parameter("parameter_invalid_string", $"Invalid currency: {currency}.", "currency");
        }

        if (!_accounts.TryGetValue(destination, out var account))
        {
            throw new StripeRefusal(400, "invalid_request_error", "resource_missing", $"No such destination: '{destination}'", "destination");
        }

        if ((string?)account["capabilities"]?["transfers"] != "active")
        {
            throw new StripeRefusal(400, "invalid_request_error", "insufficient_capabilities_for_transfer", "Your destination account needs to have at least one of the following capabilities enabled: transfers, crypto_transfers, legacy_payments");
        }

        if (Available(null, currency) < amount)
        {
            throw new StripeRefusal(400, "invalid_request_error", "balance_insufficient", "You have insufficient available funds in your Stripe account.");
        }

        var (id, payment) = (NewId("tr"), NewId("py"));
        var transfer = new JsonObject
        {
            ["id"] = id,
            ["object"] = "transfer",
            ["amount"] = amount,
            ["amount_reversed"] = 0L,
            ["balance_transaction"] = Book(null, "transfer", id, -amount, currency)["id"]!.DeepClone(),
            ["created"] = Seconds,
            ["currency"] = currency,
            ["description"] = call["description"],
            ["destination"] = destination,
            ["destination_payment"] = payment,
            ["livemode"] = false,
            ["metadata"] = Metadata(call),
            ["reversed"] = false,
            ["source_type"] = "card",
            ["transfer_group"] = call["transfer_group"],
            ["reversals"] = new JsonObject { ["object"] = "list", ["data"] = new JsonArray(), ["has_more"] = false, ["url"] = $"/v1/transfers/{id}/reversals" },
        };
        Book(destination, "payment", payment, amount, currency);
        _transfers[id] = transfer;
        Happened("transfer.created", transfer, null);
        return transfer;
    }

    private JsonObject ReverseTransfer(StripeCall call, string id)
    {
        call.Knows("amount", "description", "metadata[]", "refund_application_fee");
        var transfer = Known(_transfers, "transfer", id);
        var (left, destination, currency) = ((long)transfer["amount"]! - (long)transfer["amount_reversed"]!, (string)transfer["destination"]!, (string)transfer["currency"]!);
        var amount = call["amount"] is null ? left : call.Positive("amount");
        if (left == 0 || amount > left)
        {
            throw new StripeRefusal(400, "invalid_request_error", "amount_too_large", "The reversal amount is greater than what is left of the transfer.", "amount");
        }

        if (Available(destination, currency) < amount)
        {
            throw new StripeRefusal(400, "invalid_request_error", "balance_insufficient", "Insufficient funds in your Stripe account to reverse this transfer.");
        }

        var reversal = NewId("trr");
        transfer["amount_reversed"] = (long)transfer["amount_reversed"]! + amount;
        transfer["reversed"] = (long)transfer["amount_reversed"]! == (long)transfer["amount"]!;
        Book(destination, "payment_refund", NewId("pyr"), -amount, currency);
        Book(null, "transfer_refund", reversal, amount, currency);
        Happened("transfer.reversed", transfer, null);
        return new JsonObject { ["id"] = reversal, ["object"] = "transfer_reversal", ["amount"] = amount, ["created"] = Seconds, ["currency"] = currency, ["metadata"] = Metadata(call), ["transfer"] = id };
    }

    /// <summary>Somebody takes a transfer back in Stripe's own dashboard.</summary>
    public void Reverse(string transfer)
    {
        lock (_lock)
        {
            ReverseTransfer(new StripeCall("POST", $"/v1/transfers/{transfer}/reversals", new Dictionary<string, string>(), null, null, SecretKey, null), transfer);
        }
    }

    private JsonObject ListTransfers(StripeCall call)
    {
        call.Knows("transfer_group", "destination", "created[]", "limit", "starting_after", "ending_before");
        return Paged(call, _transfers.Values.Reverse()
            .Where(transfer => call["transfer_group"] is not { } group || (string?)transfer["transfer_group"] == group)
            .Where(transfer => call["destination"] is not { } destination || (string?)transfer["destination"] == destination)
            .Where(transfer => Within(call, (long)transfer["created"]!)));
    }

    private JsonObject ListPayouts(StripeCall call)
    {
        call.Knows("status", "created[]", "limit", "starting_after", "ending_before");
        return Paged(call, _payouts.Values.Reverse().Where(entry => entry.Account == call.Account && Within(call, (long)entry.Payout["created"]!)).Select(entry => entry.Payout));
    }

    private JsonObject PayoutOf(StripeCall call, string id) =>
        _payouts.TryGetValue(id, out var found) && found.Account == call.Account ? found.Payout : throw StripeRefusal.Missing("payout", id);

    private JsonObject ListBalanceTransactions(StripeCall call)
    {
        call.Knows("payout", "type", "source", "currency", "created[]", "limit", "starting_after", "ending_before");
        return Paged(call, _ledger.AsEnumerable().Reverse()
            .Where(entry => entry.Account == call.Account)
            .Where(entry => call["payout"] is not { } payout || entry.Payout == payout)
            .Where(entry => call["type"] is not { } type || (string?)entry.Transaction["type"] == type)
            .Select(entry => entry.Transaction));
    }

    private static bool Within(StripeCall call, long created) =>
        (call["created[gte]"] is not { } from || created >= long.Parse(from, CultureInfo.InvariantCulture))
        && (call["created[gt]"] is not { } after || created > long.Parse(after, CultureInfo.InvariantCulture));
}
