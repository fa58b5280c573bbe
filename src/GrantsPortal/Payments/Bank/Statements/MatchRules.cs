using System.Globalization;
using System.Text.RegularExpressions;
using GrantsPortal.Payments.Recovery;

namespace GrantsPortal.Payments.Bank.Statements;

/// <summary>What is known of a payment when a statement is read.</summary>
public sealed record KnownPayment
{
    /// <summary>Record id.</summary>
    public long Id { get; init; }

    /// <summary>Its reference.</summary>
    public string Reference { get; init; } = "";

    /// <summary>Where it stands.</summary>
    public PaymentState State { get; init; }

    /// <summary>Amount in minor units.</summary>
    public long AmountMinor { get; init; }

    /// <summary>ISO 4217 code.</summary>
    public string Currency { get; init; } = "GBP";

    /// <summary>Whether a line was seen by which it went out.</summary>
    public bool WentOut { get; init; }

    /// <summary>Whether a line was seen by which it came back.</summary>
    public bool CameBack { get; init; }
}

/// <summary>Money that was asked back.</summary>
/// <param name="Reference">Such as RP-2026-0001.</param>
/// <param name="Currency">ISO 4217 code.</param>
public sealed record KnownRepayment(string Reference, string Currency);

/// <summary>Finds what the lines of a statement belong to: by reference and by amount to the last cent, or not at all.</summary>
public static partial class MatchRules
{
    /// <summary>Why a line waits: it names nothing that is known here.</summary>
    public const string Unknown = "line.unknown";

    /// <summary>It names several payments.</summary>
    public const string Several = "line.several";

    /// <summary>It names a payment of another amount or currency.</summary>
    public const string OtherAmount = "line.other-amount";

    /// <summary>It names a payment that was never sent.</summary>
    public const string NotSent = "line.not-sent";

    /// <summary>It says a second time that a payment went out.</summary>
    public const string SecondTime = "line.second-time";

    /// <summary>It says a second time that a payment came back.</summary>
    public const string BackTwice = "line.back-twice";

    /// <summary>Money came in that names a payment, and the bank does not say that it returns it.</summary>
    public const string CameIn = "line.came-in";

    /// <summary>It names a repayment that is unknown or in another currency, or money went out that names one.</summary>
    public const string OtherRepayment = "line.other-repayment";

    /// <summary>The bank's reference was counted for money asked back, but with another amount, day or repayment.</summary>
    public const string CountedOtherwise = "line.counted-otherwise";

    /// <summary>A payment that failed without a word from the bank went out after all.</summary>
    public const string FailedBefore = "line.failed-before";

    /// <summary>The references of payments and repayments that a line names; the end-to-end id alone where it is one.</summary>
    public static IReadOnlyList<string> Named(BankLine line) =>
        References(line.EndToEndId) is { Count: > 0 } ids ? ids : References(line.Text);

    /// <summary>What names a movement of money that came in, so that it counts once: the bank's own reference, or what tells the entry apart where there is none.</summary>
    public static string KeyOf(BankLine line)
    {
        var key = line.BankReference is { Length: <= 100 } reference ? $"bank:{reference}" : $"bank:{line.Fingerprint}";
        return line.Number == 1 ? key : string.Create(CultureInfo.InvariantCulture, $"{key}#{line.Number}");
    }

    /// <summary>
    /// What each line does, in order; each line changes what is known for those after it. The lines come back with state, effect,
    /// reference and, where they wait, why.
    /// </summary>
    public static IReadOnlyList<BankLine> Match(
        IReadOnlyList<BankLine> lines, IEnumerable<KnownPayment> payments, IEnumerable<KnownRepayment> repayments, IEnumerable<CountedReceipt> receipts)
    {
        var known = payments.ToDictionary(payment => payment.Reference, StringComparer.Ordinal);
        var asked = repayments.ToDictionary(repayment => repayment.Reference, StringComparer.Ordinal);
        var counted = receipts.ToDictionary(receipt => receipt.ReceiptKey, StringComparer.Ordinal);
        return [.. lines.Select(line => One(line, known, asked, counted))];
    }

    private static BankLine One(
        BankLine line, Dictionary<string, KnownPayment> known, Dictionary<string, KnownRepayment> asked, Dictionary<string, CountedReceipt> counted)
    {
        var named = Named(line);
        if (named.Count != 1)
        {
            return Wait(line, named.Count == 0 ? Unknown : Several);
        }

        if (named[0].StartsWith("RP", StringComparison.Ordinal))
        {
            return Repayment(line, named[0], asked, counted);
        }

        if (!known.TryGetValue(named[0], out var payment))
        {
            return Wait(line, Unknown);
        }

        if (payment.AmountMinor != line.AmountMinor || payment.Currency != line.Currency)
        {
            return Wait(line, OtherAmount, payment);
        }

        var matched = line.IsCredit ? Back(line, payment) : Out(line, payment);
        known[payment.Reference] = After(payment, matched);
        return matched;
    }

    private static BankLine Out(BankLine line, KnownPayment payment) => payment switch
    {
        { State: PaymentState.Scheduled or PaymentState.Due or PaymentState.Approved or PaymentState.Cancelled } => Wait(line, NotSent, payment),
        _ when line.IsReturn => Wait(line, Unknown, payment),
        { WentOut: true } => Wait(line, SecondTime, payment),
        { State: PaymentState.Sent } => Do(line, LineEffect.Paid, payment),
        { State: PaymentState.Failed, CameBack: false } => Wait(line, FailedBefore, payment),
        _ => Do(line, LineEffect.Known, payment),
    };

    private static BankLine Back(BankLine line, KnownPayment payment) => payment switch
    {
        { State: PaymentState.Scheduled or PaymentState.Due or PaymentState.Approved or PaymentState.Cancelled } => Wait(line, NotSent, payment),
        _ when !line.IsReturn => Wait(line, CameIn, payment),
        { CameBack: true } => Wait(line, BackTwice, payment),
        { State: PaymentState.Sent } => Do(line, LineEffect.Failed, payment),
        { State: PaymentState.Paid } => Do(line, LineEffect.Reversed, payment),
        _ => Do(line, LineEffect.Known, payment),
    };

    /// <summary>
    /// What is asked back may come in parts, and too much of it; whoever notes it counts what is due. What was counted under the
    /// same reference of the bank is known when everything agrees, and for a person to look at when anything does not.
    /// </summary>
    private static BankLine Repayment(BankLine line, string reference, Dictionary<string, KnownRepayment> asked, Dictionary<string, CountedReceipt> counted)
    {
        if (!line.IsCredit || line.IsReturn || !asked.TryGetValue(reference, out var repayment) || repayment.Currency != line.Currency)
        {
            return Wait(line with { Reference = reference }, OtherRepayment);
        }

        var receipt = new CountedReceipt { ReceiptKey = KeyOf(line), Reference = reference, AmountMinor = line.AmountMinor, ReceivedOn = line.BookedOn };
        return counted.TryAdd(receipt.ReceiptKey, receipt) ? line with { State = LineState.Matched, Effect = LineEffect.Received, Reference = reference }
            : counted[receipt.ReceiptKey] == receipt ? line with { State = LineState.Matched, Effect = LineEffect.Known, Reference = reference }
            : Wait(line with { Reference = reference }, CountedOtherwise);
    }

    private static KnownPayment After(KnownPayment payment, BankLine line) => line.State != LineState.Matched ? payment : payment with
    {
        State = line.Effect switch
        {
            LineEffect.Paid => PaymentState.Paid,
            LineEffect.Failed or LineEffect.Reversed => PaymentState.Failed,
            _ => payment.State,
        },
        WentOut = payment.WentOut || !line.IsCredit,
        CameBack = payment.CameBack || line.IsCredit,
    };

    private static BankLine Do(BankLine line, LineEffect effect, KnownPayment payment) =>
        line with { State = LineState.Matched, Effect = effect, PaymentId = payment.Id, Reference = payment.Reference };

    private static BankLine Wait(BankLine line, string why, KnownPayment? payment = null) =>
        line with { State = LineState.Open, Effect = LineEffect.None, Why = why, Reference = payment?.Reference ?? line.Reference };

    /// <summary>References with whatever a bank put between their parts, or nothing.</summary>
    private static IReadOnlyList<string> References(string? text) =>
        text is null ? [] : [.. Reference().Matches(text).Select(match =>
            string.Create(CultureInfo.InvariantCulture, $"{match.Groups[1].Value.ToUpperInvariant()}-{match.Groups[2].Value}-{match.Groups[3].Value}")).Distinct()];

    [GeneratedRegex(@"(?<![A-Za-z0-9])(PY|RP)[-\s./]{0,2}(20\d\d)[-\s./]{0,2}(\d{4,7})(?![A-Za-z0-9])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Reference();
}
