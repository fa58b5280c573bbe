namespace GrantsPortal.Payments.Stripe;

/// <summary>
/// What Stripe asks of an organisation, in plain words: its codes (docs.stripe.com/connect/handling-api-verification and
/// the Account object's <c>requirements</c>) as English sentences, which are the localiser's keys. A code that is not
/// known gets a general sentence, so that nobody is left with nothing.
/// </summary>
public static class StripeWords
{
    /// <summary>Said for what is not known.</summary>
    public const string SomethingElse = "Something else: Stripe's page will say what it is";

    private static readonly (string Begins, string Says)[] Asked =
    [
        ("external_account", "The bank account that Stripe should pay out to"),
        ("tos_acceptance", "That somebody who may sign for you accepts Stripe's terms"),
        ("business_type", "What kind of organisation you are"),
        ("business_profile.url", "Your website, or a page that says what you do"),
        ("business_profile.product_description", "A sentence on what your organisation does"),
        ("business_profile.mcc", "The field your organisation works in"),
        ("business_profile.support", "How people can reach your organisation"),
        ("business_profile", "More about what your organisation does"),
        ("company.name", "The legal name of your organisation"),
        ("company.structure", "The legal form of your organisation"),
        ("company.address", "The address of your organisation"),
        ("company.phone", "A telephone number of your organisation"),
        ("company.tax_id", "Your organisation's registration or tax number"),
        ("company.registration_number", "Your organisation's registration or tax number"),
        ("company.vat_id", "Your organisation's registration or tax number"),
        ("company.owners_provided", "Whether somebody owns 25% or more of your organisation"),
        ("company.directors_provided", "Who your trustees or directors are"),
        ("company.executives_provided", "Who runs your organisation from day to day"),
        ("company.ownership_declaration", "A declaration of who owns or controls your organisation"),
        ("company.verification", "A document that proves your organisation exists, such as its entry in the register"),
        ("documents.", "A document about your organisation or its bank account"),
        ("owners.", "Details of the people who own 25% or more of your organisation"),
        ("directors.", "Details of your trustees or directors"),
        ("executives.", "Details of the people who run your organisation"),
        ("settings.payments.statement_descriptor", "The name that appears on bank statements"),
        ("interv_", "An answer to a question of Stripe's own review"),
    ];

    private static readonly (string Ends, string Says)[] AskedOfAPerson =
    [
        (".verification.document", "A copy of the identity document of the person who acts for you"),
        (".verification.additional_document", "A second document, such as a letter that shows the address of the person who acts for you"),
        (".verification.proof_of_liveness", "A photograph of the person who acts for you, taken on Stripe's page"),
        (".id_number", "The tax or identity number of the person who acts for you"),
        (".ssn_last_4", "The tax or identity number of the person who acts for you"),
        (".email", "The e-mail address of the person who acts for you"),
        (".phone", "The telephone number of the person who acts for you"),
        (".first_name", "The name of the person who acts for you"),
        (".last_name", "The name of the person who acts for you"),
        (".title", "What the person who acts for you does in the organisation"),
        (".relationship.title", "What the person who acts for you does in the organisation"),
        (".relationship.owner", "Whether somebody owns 25% or more of your organisation"),
        (".nationality", "The nationality of the person who acts for you"),
        (".political_exposure", "Whether the person who acts for you holds a high public office"),
    ];

    private static readonly Dictionary<string, string> Disabled = new(StringComparer.Ordinal)
    {
        ["requirements.past_due"] = "Stripe waits for answers that are overdue. As soon as it has them, payments can go on.",
        ["requirements.pending_verification"] = "Stripe is checking what you sent. You need do nothing; it usually takes a few days.",
        ["under_review"] = "Stripe is looking at your account. You need do nothing unless it writes to you.",
        ["pending.review"] = "Stripe is looking at your account. You need do nothing unless it writes to you.",
        ["action_required.requested_capabilities"] = "Receiving payments has still to be opened for your account. Go through Stripe's page once more.",
        ["platform_paused"] = "The city has paused your account at Stripe. Write to us and we will tell you why.",
        ["listed"] = "Stripe has to rule out that your organisation is on a list of people and bodies that nobody may pay. Write to us if this lasts longer than a few days.",
        ["other"] = "Stripe has stopped your account and has not said why. Write to Stripe, and tell us so that we can pay you in another way.",
    };

    /// <summary>What a code of <c>requirements</c> asks for, as an English sentence.</summary>
    public static string AskedFor(string code)
    {
        foreach (var (begins, says) in Asked)
        {
            if (code.StartsWith(begins, StringComparison.Ordinal))
            {
                return says;
            }
        }

        return code.StartsWith("person_", StringComparison.Ordinal) || code.StartsWith("representative.", StringComparison.Ordinal) || code.StartsWith("individual.", StringComparison.Ordinal)
            ? OfAPerson(code)
            : SomethingElse;
    }

    /// <summary>What many codes ask for, each sentence once, what is unknown last.</summary>
    public static IReadOnlyList<string> AskedFor(IEnumerable<string> codes) =>
        [.. codes.Select(AskedFor).Distinct(StringComparer.Ordinal).OrderBy(says => says == SomethingElse)];

    /// <summary>Why an account is closed to something, as an English sentence; null when it is not.</summary>
    public static string? WhyClosed(string? reason) => reason switch
    {
        null or "" => null,
        _ when Disabled.TryGetValue(reason, out var says) => says,
        _ when reason.StartsWith("rejected.", StringComparison.Ordinal) => "Stripe has turned your account down for good. Tell us, and we will pay you in another way.",
        _ => "Stripe has stopped your account. Its page says why; write to us if that does not help.",
    };

    /// <summary>Why a transfer or payout failed, in words that both sides read; Stripe's own where its code is not known.</summary>
    public static string Failure(string code, string own) => code switch
    {
        "balance_insufficient" => "The city’s balance at Stripe did not hold enough.",
        "insufficient_capabilities_for_transfer" => "The organisation’s account at Stripe cannot receive payments at present.",
        "account_closed" => "The bank account that Stripe pays out to is closed.",
        "account_frozen" or "bank_account_restricted" => "The bank account that Stripe pays out to takes no payments at present.",
        "no_account" or "invalid_account_number" => "The bank account that Stripe pays out to does not exist.",
        "incorrect_account_holder_name" or "bank_ownership_changed" => "The name at the bank is not the name that Stripe has.",
        "invalid_currency" => "The bank account that Stripe pays out to does not take this currency.",
        "could_not_process" or "declined" or "debit_not_authorized" => "The organisation’s bank did not take the money.",
        "not-made" or "no-answer" or "api_error" => "Stripe did not make the transfer.",
        _ => own.Length > 0 ? own : "Stripe did not say why.",
    };

    /// <summary>Why money could not be given back, as an English sentence (docs.stripe.com/refunds, failed refunds).</summary>
    public static string WhyNotGivenBack(string code) => code switch
    {
        "expired_or_canceled_card" => "The card it was paid with is closed.",
        "lost_or_stolen_card" => "The card it was paid with was lost or stolen.",
        "insufficient_funds" => "The city’s balance at Stripe did not hold enough.",
        "declined" => "The payer’s bank did not take it.",
        _ => "Stripe did not say why.",
    };

    private static string OfAPerson(string code)
    {
        if (code.Contains(".dob.", StringComparison.Ordinal))
        {
            return "The date of birth of the person who acts for you";
        }

        if (code.Contains(".address.", StringComparison.Ordinal))
        {
            return "The home address of the person who acts for you";
        }

        return AskedOfAPerson.FirstOrDefault(known => code.EndsWith(known.Ends, StringComparison.Ordinal)).Says ?? "More about a person who acts for your organisation";
    }
}
