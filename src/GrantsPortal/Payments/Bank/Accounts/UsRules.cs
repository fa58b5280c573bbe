using GrantsPortal.Platform;

namespace GrantsPortal.Payments.Bank.Accounts;

/// <summary>
/// US routing and account numbers. Sources: the American Bankers Association's routing number (nine digits, check digit by
/// weights 3, 7, 1; first two digits 01 to 12, 21 to 32 or 61 to 72 for banks), and Nacha's account field of 17 places.
/// </summary>
public static class UsRules
{
    private const int LongestNumber = 17;
    private const int ShortestNumber = 4;

    /// <summary>Refuses a routing number: <c>account.routing-missing</c>, <c>account.routing-form</c>, <c>account.routing-check</c>.</summary>
    public static Refusal? CheckRouting(string routing)
    {
        var refusal = routing switch
        {
            "" => new Refusal("account.routing-missing"),
            _ when routing.Length != 9 || !routing.All(char.IsAsciiDigit) => new Refusal("account.routing-form"),
            _ when WeightedSum(routing) % 10 != 0 || !IsBank(routing) => new Refusal("account.routing-check"),
            _ => null,
        };
        return refusal?.At("RoutingNumber");
    }

    /// <summary>Refuses an account number: <c>account.number-missing</c>, <c>account.us-number-form</c> (least, most).</summary>
    public static Refusal? CheckNumber(string number)
    {
        var refusal = number switch
        {
            "" => new Refusal("account.number-missing"),
            _ when number.Length is < ShortestNumber or > LongestNumber || !number.All(char.IsAsciiLetterOrDigit) || !number.Any(c => c is >= '1' and <= '9')
                => new Refusal("account.us-number-form", ShortestNumber, LongestNumber),
            _ => null,
        };
        return refusal?.At("AccountNumber");
    }

    /// <summary>Refuses a kind that was not chosen: <c>account.us-kind-missing</c>.</summary>
    public static Refusal? CheckKind(UsAccountKind? kind) =>
        kind is { } known && Enum.IsDefined(known) ? null : new Refusal("account.us-kind-missing").At("Kind");

    /// <summary>The digits by weights 3, 7, 1, 3, 7, 1, 3, 7, 1; of a right number divisible by ten.</summary>
    public static int WeightedSum(string routing) => routing.Select((c, i) => (c - '0') * (i % 3) switch { 0 => 3, 1 => 7, _ => 1 }).Sum();

    private static bool IsBank(string routing) =>
        ((routing[0] - '0') * 10) + routing[1] - '0' is (>= 1 and <= 12) or (>= 21 and <= 32) or (>= 61 and <= 72);
}
