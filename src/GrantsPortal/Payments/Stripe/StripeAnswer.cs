namespace GrantsPortal.Payments.Stripe;

/// <summary>What became of a question to Stripe.</summary>
public enum AnswerKind
{
    /// <summary>Stripe answered with what was asked for.</summary>
    Given,

    /// <summary>Stripe refused; nothing was done.</summary>
    Refused,

    /// <summary>It certainly never began: no connection, too many requests, or the key was not accepted.</summary>
    NotTaken,

    /// <summary>Nobody knows whether it was done: no answer came, or Stripe failed while answering.</summary>
    Lost,
}

/// <summary>An answer of Stripe, or what is known instead of one.</summary>
public sealed record StripeAnswer<T>
{
    /// <summary>What became of the question.</summary>
    public required AnswerKind Kind { get; init; }

    /// <summary>What was asked for.</summary>
    public T? Given { get; init; }

    /// <summary>Stripe's code, or our own where none came.</summary>
    public string Code { get; init; } = "";

    /// <summary>Stripe's words, in English.</summary>
    public string Text { get; init; } = "";

    /// <summary>Stripe itself failed (5xx) and may give the same answer again under the same key.</summary>
    public bool Faulted { get; init; }

    /// <summary>Whether it was given.</summary>
    public bool IsGiven => Kind == AnswerKind.Given;

    /// <summary>What was asked for; throws when it was not given.</summary>
    public T Value => IsGiven ? Given! : throw new InvalidOperationException($"Stripe gave nothing: {Code} {Text}");
}

/// <summary>A connected account as Stripe shows it now.</summary>
/// <param name="Id">Such as acct_….</param>
/// <param name="Country">ISO 3166-1 alpha-2.</param>
/// <param name="DetailsSubmitted">Whether its people went through Stripe's questions once.</param>
/// <param name="TransfersOpen">Whether the capability <c>transfers</c> is active.</param>
/// <param name="PayoutsOpen">Whether Stripe pays out to its bank.</param>
/// <param name="DisabledReason">Why something is closed, as Stripe codes it.</param>
/// <param name="CurrentlyDue">What Stripe asks for now, as it codes it.</param>
/// <param name="PastDue">What Stripe asked for and did not get in time.</param>
/// <param name="Pending">What Stripe is checking.</param>
/// <param name="Deadline">Until when what is due is wanted, in UTC.</param>
public sealed record SeenAccount(
    string Id,
    string Country,
    bool DetailsSubmitted,
    bool TransfersOpen,
    bool PayoutsOpen,
    string? DisabledReason,
    IReadOnlyList<string> CurrentlyDue,
    IReadOnlyList<string> PastDue,
    IReadOnlyList<string> Pending,
    DateTimeOffset? Deadline);

/// <summary>A transfer as Stripe shows it now.</summary>
/// <param name="Id">Such as tr_….</param>
/// <param name="RequestKey">Our key, which we put among its metadata.</param>
/// <param name="AccountId">Where it went.</param>
/// <param name="AmountMinor">In minor units.</param>
/// <param name="Currency">ISO 4217.</param>
/// <param name="ReversedMinor">How much of it was taken back, in minor units.</param>
/// <param name="ArrivalId">What it is called in the account it went to.</param>
public sealed record SeenTransfer(string Id, string? RequestKey, string AccountId, long AmountMinor, string Currency, long ReversedMinor, string? ArrivalId);

/// <summary>A payout of a connected account as Stripe shows it now.</summary>
/// <param name="Id">Such as po_….</param>
/// <param name="Status">pending, in_transit, paid, failed or canceled.</param>
/// <param name="AmountMinor">In minor units.</param>
/// <param name="Currency">ISO 4217.</param>
/// <param name="ArrivesOn">Day it arrives or arrived.</param>
/// <param name="FailureCode">Why it failed, as Stripe codes it.</param>
/// <param name="FailureText">Why it failed, in Stripe's words.</param>
/// <param name="Sources">What it holds: identifiers of arrived transfers, and of earlier payouts that failed.</param>
public sealed record SeenPayout(string Id, string Status, long AmountMinor, string Currency, DateOnly ArrivesOn, string? FailureCode, string? FailureText, IReadOnlyList<string> Sources);

/// <summary>A payment page, as Stripe shows it now.</summary>
/// <param name="Id">Such as cs_….</param>
/// <param name="LinkId">The payment link it was opened from; null for a page of its own.</param>
/// <param name="AmountMinor">In minor units.</param>
/// <param name="Currency">ISO 4217.</param>
/// <param name="Paid">Whether the money is there.</param>
/// <param name="PaymentId">Such as pi_….</param>
/// <param name="CreatedAt">When it was opened, in UTC.</param>
public sealed record SeenSession(string Id, string? LinkId, long AmountMinor, string Currency, bool Paid, string? PaymentId, DateTimeOffset CreatedAt)
{
    /// <summary>Our reference, where we made the page.</summary>
    public string? Reference { get; init; }

    /// <summary>open, complete or expired.</summary>
    public string? Status { get; init; }

    /// <summary>Its address, while it can be paid on.</summary>
    public string? Url { get; init; }
}
