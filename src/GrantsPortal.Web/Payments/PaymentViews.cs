using GrantsPortal.Funds;
using GrantsPortal.Payments;
using GrantsPortal.Payments.Bank.Batches;
using GrantsPortal.Payments.Blocks;
using GrantsPortal.Payments.Desk;
using GrantsPortal.Payments.Payees;
using GrantsPortal.Payments.Schedule;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Text;

namespace GrantsPortal.Web.Payments;

/// <summary>What the desk's address carries.</summary>
public sealed class PaymentsQuery
{
    /// <summary>The view; what is due when not said.</summary>
    public string? View { get; set; }

    /// <summary>One fund.</summary>
    public long? Fund { get; set; }

    /// <summary>One budget year.</summary>
    public int? Year { get; set; }

    /// <summary>Words looked for, or a reference.</summary>
    public string? Q { get; set; }

    /// <summary>Of the blocked, what one kind of thing stands against.</summary>
    public string? Why { get; set; }

    /// <summary>Where the page before ended.</summary>
    public string? After { get; set; }

    /// <summary>The view as it is known.</summary>
    public DeskView Chosen => Enum.TryParse<DeskView>(View, ignoreCase: true, out var view) && Enum.IsDefined(view) ? view : DeskView.Due;

    /// <summary>The filter.</summary>
    public PaymentFilter Filter() => Folded.Pattern(Q is { Length: > 100 } ? Q[..100] : Q) is { } search
        ? new PaymentFilter(Fund, Year, search, $"%{Q!.Trim().ToUpperInvariant().Replace("%", "", StringComparison.Ordinal)}%")
        : new PaymentFilter(Fund, Year);

    /// <summary>The same from another start, or the first.</summary>
    public object Route(string? after) => new { view = Chosen.ToString().ToLowerInvariant(), fund = Fund, year = Year, q = Q, why = Why, after };

    /// <summary>The same in another view, from the start.</summary>
    public object In(DeskView view, string? why = null) => new { view = view.ToString().ToLowerInvariant(), fund = Fund, year = Year, q = Q, why };
}

/// <summary>A page of the desk.</summary>
public sealed record DeskPageView(PaymentsQuery Query, DeskPage Page, IReadOnlyList<Programme> Funds, string? Next, string? First);

/// <summary>A payment among those chosen, and why it will be left as it is.</summary>
public sealed record ChoiceLine(Payment Payment, IReadOnlyList<string> Against);

/// <summary>Chosen payments before it is done.</summary>
public sealed record ChoiceView(bool Approving, IReadOnlyList<ChoiceLine> Lines, IReadOnlyList<PayeeAccount> Accounts, string Seen)
{
    /// <summary>Those it will be done with.</summary>
    public IReadOnlyList<Payment> Ready => [.. Lines.Where(line => line.Against.Count == 0).Select(line => line.Payment)];

    /// <summary>What they come to, by currency.</summary>
    public IEnumerable<Money> Sums => Ready.GroupBy(payment => payment.Currency).Select(group => Money.FromMinor(group.Sum(payment => payment.AmountMinor), group.Key));

    /// <summary>The account a payment goes to.</summary>
    public PayeeAccount? AccountOf(Payment payment) => payment.PayeeAccountId is { } frozen
        ? Accounts.FirstOrDefault(account => account.Id == frozen)
        : Accounts.FirstOrDefault(account => account.State == PayeeState.Confirmed && account.OrganisationId == payment.OrganisationId && account.PersonId == payment.PersonId);
}

/// <summary>Something that stands against a payment, and where it is mended.</summary>
public sealed record BlockLine(string Sentence, string? Path);

/// <summary>One payment's whole story; <c>NotByReader</c> says why the reader is not the one to approve or release it, null when nothing bars them.</summary>
public sealed record StoryView(
    Payment Payment, Instalment? Instalment, PaymentBatch? Batch, PayeeAccount? Account, IReadOnlyList<BlockLine> Blocks, IReadOnlyList<PaymentEvent> Events,
    IReadOnlyList<PaymentMail> Mails, IReadOnlyList<PaymentAnswer> Answers, IReadOnlyList<Payment> Attempts, Actor Actor, string? NotByReader, ReasonForm Form)
{
    /// <summary>Whether a later attempt follows.</summary>
    public bool Followed => Attempts.Any(other => other.Attempt > Payment.Attempt);

    /// <summary>Whether the reader may prepare it.</summary>
    public bool MayPrepare => Blocks.Count == 0 && PaymentRules.MayPrepare(Payment, Actor) is null;

    /// <summary>Whether the reader may approve it.</summary>
    public bool MayApprove => Blocks.Count == 0 && PaymentRules.MayApprove(Payment, Actor) is null;

    /// <summary>Whether the reader may take it back.</summary>
    public bool MayTakeBack => PaymentRules.MayTakeBack(Payment, Actor) is null;

    /// <summary>Whether the reader may cancel it.</summary>
    public bool MayCancel => PaymentRules.MayCancel(Payment, Actor, "so") is null;

    /// <summary>Whether the reader may try it again.</summary>
    public bool MayRetry => !Followed && PaymentRules.MayRetry(Payment, Actor) is null && Instalment is null or { RemovedAt: null };
}

/// <summary>A reason as typed.</summary>
public sealed class ReasonForm
{
    /// <summary>Why.</summary>
    public string? Reason { get; set; }

    /// <summary>Which version was shown.</summary>
    public int Version { get; set; }
}
