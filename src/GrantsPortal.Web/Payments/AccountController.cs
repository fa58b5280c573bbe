using GrantsPortal.Payments;
using GrantsPortal.Payments.Bank.Accounts;
using GrantsPortal.Payments.Payees;
using GrantsPortal.Platform;
using GrantsPortal.Web.People;
using GrantsPortal.Web.Shared;
using GrantsPortal.Web.Shared.Languages;
using Microsoft.AspNetCore.Mvc;

namespace GrantsPortal.Web.Payments;

/// <summary>Pages on which somebody enters the account they are paid to, after proving once more who they are.</summary>
public abstract class AccountController(ProvenAgain proven, Sentences sentences) : Controller
{
    /// <summary>Says refusals in words.</summary>
    protected Sentences Sentences => sentences;

    /// <summary>Whether what was typed is entered; if not, why stands at its fields.</summary>
    protected async Task<bool> Entered(AccountView view, BankForm form, Func<TypedAccount, Task<Outcome>> enter)
    {
        var typed = form.Typed();
        if (AccountRules.Read(typed) is { Refused: true } wrong)
        {
            ModelState.AddRefusals(wrong.Refusals, sentences);
        }

        // Whoever may not enter an account hears so from the use case, and is not asked for a password first.
        if (ModelState.IsValid && view.AgainstEntering is null && await proven.Judge(User.Actor(), form) is { Refused: true } unproven)
        {
            ModelState.AddRefusals(unproven.Refusals, sentences);
        }

        if (!ModelState.IsValid)
        {
            return false;
        }

        var outcome = await enter(typed);
        ModelState.AddRefusals(outcome.Refusals, sentences);
        return outcome.Done;
    }
}

/// <summary>The account somebody is paid to.</summary>
/// <param name="Accounts">Every account they ever had, newest first.</param>
/// <param name="Holds">What stops their payments.</param>
/// <param name="AgainstEntering">Why the reader cannot enter an account; null when they can.</param>
/// <param name="Usual">The form accounts are usually written in here.</param>
/// <param name="Form">What was typed.</param>
public record AccountView(IReadOnlyList<PayeeAccount> Accounts, IReadOnlyList<PaymentHold> Holds, string? AgainstEntering, AccountScheme Usual, BankForm Form)
{
    /// <summary>The account that is paid to.</summary>
    public PayeeAccount? Confirmed => Accounts.FirstOrDefault(account => account.State == PayeeState.Confirmed);

    /// <summary>The account that is being checked.</summary>
    public PayeeAccount? Waiting => Accounts.FirstOrDefault(account => account.State == PayeeState.Waiting);

    /// <summary>The last one, when it was refused.</summary>
    public PayeeAccount? Refused => Accounts.Count > 0 && Accounts[0].State == PayeeState.Refused ? Accounts[0] : null;

    /// <summary>Whether one is changed rather than entered.</summary>
    public bool Changes => Confirmed is not null || Waiting is not null;
}

/// <summary>An account as typed.</summary>
public sealed class BankForm : AgainForm
{
    /// <summary>How it is written.</summary>
    public AccountScheme Scheme { get; set; }

    /// <summary>In whose name it is.</summary>
    public string? Holder { get; set; }

    /// <summary>IBAN.</summary>
    public string? Iban { get; set; }

    /// <summary>BIC.</summary>
    public string? Bic { get; set; }

    /// <summary>UK sort code.</summary>
    public string? SortCode { get; set; }

    /// <summary>UK or US account number.</summary>
    public string? AccountNumber { get; set; }

    /// <summary>US routing number.</summary>
    public string? RoutingNumber { get; set; }

    /// <summary>Kind of a US account.</summary>
    public UsAccountKind? Kind { get; set; }

    /// <summary>The form accounts are usually written in where a currency is paid.</summary>
    public static AccountScheme Usual(string currency) => currency switch { "GBP" => AccountScheme.Uk, "USD" => AccountScheme.Us, _ => AccountScheme.Iban };

    /// <summary>What the rules read.</summary>
    public TypedAccount Typed() => new()
    {
        Scheme = Scheme,
        Holder = Holder,
        Iban = Iban,
        Bic = Bic,
        SortCode = SortCode,
        AccountNumber = AccountNumber,
        RoutingNumber = RoutingNumber,
        Kind = Kind,
    };
}
