using GrantsPortal.Payments.Stripe;
using GrantsPortal.Platform;
using Xunit;

namespace GrantsPortal.Rules.Tests.Payments.Stripe;

public sealed class StripeRulesTests
{
    private static readonly DateTimeOffset Asked = new(2026, 6, 16, 12, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Settle = TimeSpan.FromMinutes(10);
    private static readonly StripeTransfer Meant = new() { RequestKey = "payment-7-1", AccountId = "acct_1", AmountMinor = 500_00, Currency = "GBP", State = TransferState.Asked, AskedAt = Asked };

    [Fact]
    public void A_transfer_that_is_there_once_as_asked_was_made_however_early_one_looks() =>
        Assert.Equal(Verdict.Made, StripeRules.Judge(Meant, [Found()], Asked, Settle));

    [Fact]
    public void One_that_is_not_there_may_be_on_its_way_until_it_has_settled_and_was_never_made_afterwards()
    {
        Assert.Equal(Verdict.TooEarly, StripeRules.Judge(Meant, [], Asked + Settle - TimeSpan.FromSeconds(1), Settle));
        Assert.Equal(Verdict.NotMade, StripeRules.Judge(Meant, [], Asked + Settle, Settle));
    }

    [Fact]
    public void One_of_another_attempt_in_the_same_group_does_not_count() =>
        Assert.Equal(Verdict.NotMade, StripeRules.Judge(Meant, [Found(key: "payment-7-2"), Found(key: null)], Asked + Settle, Settle));

    [Fact]
    public void Two_under_one_key_are_for_a_person() =>
        Assert.Equal(Verdict.Several, StripeRules.Judge(Meant, [Found(), Found("tr_2")], Asked + Settle, Settle));

    [Theory]
    [InlineData(499_99, "GBP", "acct_1")]
    [InlineData(500_00, "EUR", "acct_1")]
    [InlineData(500_00, "GBP", "acct_2")]
    public void One_over_another_amount_currency_or_account_is_for_a_person(long amount, string currency, string account) =>
        Assert.Equal(Verdict.Different, StripeRules.Judge(Meant, [Found() with { AmountMinor = amount, Currency = currency, AccountId = account }], Asked + Settle, Settle));

    [Fact]
    public void What_is_missing_is_reckoned_for_all_payments_together_and_for_each_currency()
    {
        Money[] amounts = [new(300, "GBP"), new(300, "GBP"), new(50, "EUR")];
        Assert.Empty(StripeRules.Missing(amounts, new Dictionary<string, long> { ["GBP"] = 600_00, ["EUR"] = 50_00 }));
        var missing = StripeRules.Missing(amounts, new Dictionary<string, long> { ["GBP"] = 599_99 });
        Assert.Equal(1, missing["GBP"]);
        Assert.Equal(50_00, missing["EUR"]);
    }

    [Theory]
    [InlineData("GBP", 1)]
    [InlineData("JPY", 1)]
    [InlineData("ISK", 100)]
    [InlineData("UGX", 100)]
    public void Stripe_counts_two_currencies_in_hundredths_that_have_none(string currency, long units) => Assert.Equal(units, StripeRules.UnitsIn(currency));

    [Fact]
    public void A_request_is_under_way_until_its_answer_was_lost_or_twice_its_time_has_gone()
    {
        var timeout = TimeSpan.FromSeconds(30);
        Assert.True(StripeRules.Underway(Meant, Asked.AddSeconds(59), timeout));
        Assert.False(StripeRules.Underway(Meant, Asked.AddSeconds(60), timeout));
        Assert.False(StripeRules.Underway(new StripeTransfer { AskedAt = Asked, DoubtedAt = Asked.AddSeconds(30) }, Asked.AddSeconds(31), timeout));
    }

    [Theory]
    [InlineData("paid", PayoutMeaning.Arrived)]
    [InlineData("failed", PayoutMeaning.Failed)]
    [InlineData("canceled", PayoutMeaning.Failed)]
    [InlineData("pending", PayoutMeaning.Underway)]
    [InlineData("in_transit", PayoutMeaning.Underway)]
    [InlineData("something new", PayoutMeaning.Underway)]
    public void A_payout_means_money_at_the_bank_only_when_it_says_so(string status, PayoutMeaning meaning) =>
        Assert.Equal(meaning, StripeRules.MeaningOf(status));

    [Fact]
    public void Owners_hear_what_is_newly_asked_and_that_all_is_ready_but_not_what_they_are_answering_just_now()
    {
        var beginning = Account(submitted: false, open: false, due: "external_account\ntos_acceptance.date");
        var ready = Account(submitted: true, open: true, due: "");
        var asked = Account(submitted: true, open: false, due: "person_1.verification.document");
        Assert.Null(StripeRules.News(beginning, Account(submitted: false, open: false, due: "external_account\nbusiness_type")));
        Assert.IsType<StripeReady>(StripeRules.News(beginning, ready));
        var news = Assert.IsType<StripeAsks>(StripeRules.News(ready, asked));
        Assert.Equal(["A copy of the identity document of the person who acts for you"], news.Wanted);
        Assert.True(news.Stopped);
        Assert.Null(StripeRules.News(asked, asked));
        Assert.Null(StripeRules.News(ready, ready));
    }

    [Theory]
    [InlineData("external_account", "The bank account that Stripe should pay out to")]
    [InlineData("person_1Mx.dob.day", "The date of birth of the person who acts for you")]
    [InlineData("representative.first_name", "The name of the person who acts for you")]
    [InlineData("person_1Mx.verification.document", "A copy of the identity document of the person who acts for you")]
    [InlineData("person_1Mx.some_new_thing", "More about a person who acts for your organisation")]
    [InlineData("company.tax_id", "Your organisation's registration or tax number")]
    [InlineData("some_new_thing.nobody.knows", StripeWords.SomethingElse)]
    public void Every_code_of_Stripes_becomes_a_sentence(string code, string says) => Assert.Equal(says, StripeWords.AskedFor(code));

    [Fact]
    public void The_same_sentence_is_said_once_and_what_is_unknown_comes_last() =>
        Assert.Equal(
            ["The date of birth of the person who acts for you", "What kind of organisation you are", StripeWords.SomethingElse],
            StripeWords.AskedFor(["zzz", "person_1.dob.day", "person_1.dob.month", "business_type"]));

    [Theory]
    [InlineData("requirements.past_due")]
    [InlineData("rejected.fraud")]
    [InlineData("some.reason.of.tomorrow")]
    public void Every_reason_for_being_closed_becomes_a_sentence(string reason) => Assert.EndsWith(".", StripeWords.WhyClosed(reason));

    [Fact]
    public void A_discreet_message_neither_names_the_organisation_nor_says_what_is_asked()
    {
        var (before, now) = (Account(true, true, ""), Account(true, false, "person_1.dob.day"));
        var open = Assert.IsType<StripeAsks>(StripeRules.News(before, now));
        var discreet = Assert.IsType<StripeAsks>(StripeRules.News(before, now, discreet: true));
        Assert.Equal(("Harbour", 1, true), (open.Organisation, open.Wanted.Count, open.Path.Contains("harbour", StringComparison.Ordinal)));
        Assert.Equal(("", 0, false), (discreet.Organisation, discreet.Wanted.Count, discreet.Path.Contains("harbour", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(AnswerKind.Given, true, true, null)]
    [InlineData(AnswerKind.Given, false, true, "stripe.transfers-closed")]
    [InlineData(AnswerKind.Given, true, false, "stripe.payouts-closed")]
    [InlineData(AnswerKind.Refused, true, true, "stripe.account-gone")]
    [InlineData(AnswerKind.Lost, true, true, "stripe.no-answer")]
    public void An_account_receives_only_when_Stripe_says_now_that_it_takes_transfers_and_passes_them_on(AnswerKind kind, bool transfers, bool payouts, string? code)
    {
        var seen = new SeenAccount("acct_1", "GB", true, transfers, payouts, null, [], [], [], null);
        Assert.Equal(code, StripeRules.MayReceive(new StripeAnswer<SeenAccount> { Kind = kind, Given = kind == AnswerKind.Given ? seen : null }, "Harbour")?.Code);
    }

    [Fact]
    public void An_open_account_has_no_reason() => Assert.Null(StripeWords.WhyClosed(null));

    private static SeenTransfer Found(string id = "tr_1", string? key = "payment-7-1") => new(id, key, "acct_1", 500_00, "GBP", 0, "py_1");

    private static StripeAccount Account(bool submitted, bool open, string due) => new()
    {
        AccountId = "acct_1",
        OrganisationName = "Harbour",
        OrganisationSlug = "harbour",
        DetailsSubmitted = submitted,
        TransfersOpen = open,
        PayoutsOpen = open,
        CurrentlyDue = due,
    };
}
