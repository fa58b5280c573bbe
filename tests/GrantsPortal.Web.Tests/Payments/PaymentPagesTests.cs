using System.Net;
using AngleSharp.Html.Dom;
using GrantsPortal.Awards;
using GrantsPortal.Organisations;
using GrantsPortal.Payments;
using GrantsPortal.Payments.Payees;
using GrantsPortal.Payments.Schedule;
using GrantsPortal.People;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Jobs;
using GrantsPortal.TestWorld;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace GrantsPortal.Web.Tests.Payments;

public sealed class PaymentPagesTests : IDisposable
{
    private readonly City _city = new();

    public void Dispose() => _city.Dispose();

    [Fact]
    public async Task Finance_prepares_what_the_page_named_and_counted_and_a_second_person_approves_it()
    {
        var paid = await _city.PayableAward();
        var payment = (await _city.PaymentsOf(paid.Award))[0];
        var fay = await Browser(paid.Fay);

        var desk = await fay.Open(PaymentRoutes.Desk);
        var nothing = await fay.Press(desk, "Prepare the chosen…");
        Assert.Contains("Nothing was chosen, so nothing was done", Words(nothing), StringComparison.Ordinal);
        Assert.Null((await Now(payment)).PreparedAt);

        var choice = await fay.Press(desk, "Prepare the chosen…", ("pick", payment.Reference));
        Assert.Contains("Prepare 1 payment", Words(choice), StringComparison.Ordinal);
        Assert.Contains("£5,000", Words(choice), StringComparison.Ordinal);
        Assert.Contains("Group A", Words(choice), StringComparison.Ordinal);
        Assert.Contains("GB •••• 6819", Words(choice), StringComparison.Ordinal);
        Assert.Contains("1 prepared", Words(await fay.Press(choice, "Prepare 1 payment")), StringComparison.Ordinal);

        var own = await fay.Open($"{PaymentRoutes.Approve}?pick={payment.Reference}");
        Assert.Contains($"You prepared {payment.Reference}, so somebody else has to look at it", Words(own), StringComparison.Ordinal);
        Assert.Null(own.QuerySelector("main form button[type=submit]"));

        var ada = await Browser(paid.Ada);
        var waiting = await ada.Open(PaymentRoutes.In("prepared"));
        Assert.Contains("Waiting for a second person (1)", Words(waiting), StringComparison.Ordinal);
        await ada.Press(await ada.Press(waiting, "Approve the chosen…", ("pick", payment.Reference)), "Approve 1 payment");
        Assert.Equal((PaymentState.Approved, paid.Fay.PersonId, paid.Ada.PersonId), ((await Now(payment)).State, (await Now(payment)).PreparedBy, (await Now(payment)).ApprovedBy));

        var story = Words(await ada.Open(PaymentRoutes.Show(payment.Reference)));
        foreach (var said in new[] { "Planned", "Prepared", "Fay Finance", "Approved", "Ada Approver" })
        {
            Assert.Contains(said, story, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task What_changed_after_the_page_was_opened_is_shown_again_and_nothing_is_done()
    {
        var paid = await _city.PayableAward();
        var payment = (await _city.PaymentsOf(paid.Award))[0];
        var fay = await Browser(paid.Fay);
        var choice = await fay.Open($"{PaymentRoutes.Prepare}?pick={payment.Reference}");
        var plan = await _city.PlanOf(paid.Award);
        await _city.Plan(paid, plan.Lines[0] with { AmountMinor = 400_000 }, plan.Lines[1] with { AmountMinor = 600_000 });

        var again = await fay.Press(choice, "Prepare 1 payment");
        Assert.Contains("Some of these payments changed since you opened the page", Words(again), StringComparison.Ordinal);
        Assert.Contains("£4,000", Words(again), StringComparison.Ordinal);
        Assert.Null((await Now(payment)).PreparedAt);
    }

    [Fact]
    public async Task The_desk_says_in_words_what_blocks_a_payment_and_leads_to_where_it_is_mended()
    {
        var paid = await _city.ActiveAward();
        await _city.Plan(paid, City.DateLine("All of it", 1_000_000, _city.Today, paid.Year));
        var fay = await Browser(paid.Fay);
        var blocked = await fay.Open(PaymentRoutes.In("blocked"));
        Assert.Contains("Blocked (1)", Words(blocked), StringComparison.Ordinal);
        Assert.Contains(blocked.QuerySelectorAll("td a"), link => Visitor.Text(link) == "There are no bank details" && link.GetAttribute("href") == PaymentRoutes.Payees);
        Assert.Contains("No payment here", Words(await fay.Open(PaymentRoutes.In("blocked") + "&why=block.condition")), StringComparison.Ordinal);
        Assert.Contains("£10,000", Visitor.Text(blocked.QuerySelectorAll("table").Last()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_desk_asks_as_much_for_one_payment_as_for_four()
    {
        var one = await Cost(instalments: 1);
        Assert.Equal(one, await Cost(instalments: 4));
    }

    [Fact]
    public async Task An_Owner_enters_bank_details_after_the_password_and_sees_them_masked()
    {
        var paid = await _city.ActiveAward();
        var owner = await _city.SignedIn(paid.Applicant.Owner);
        var page = await owner.Open(PaymentRoutes.MyBank(paid.Award.Reference));
        Assert.Contains("We do not know yet which account to pay to", Words(page), StringComparison.Ordinal);

        var form = await owner.Open($"{PaymentRoutes.OrganisationBank(paid.Applicant.Organisation.Slug)}/edit?scheme=Uk");
        var wrong = await owner.Press(form, "Enter the account", ("Holder", "Group A"), ("SortCode", "60-16"), ("AccountNumber", "31926819"), ("Password", City.Password));
        Assert.NotNull(wrong.QuerySelector("#SortCode-error"));
        Assert.Equal("31926819", ((IHtmlInputElement)wrong.QuerySelector("#AccountNumber")!).Value);

        var guessed = await owner.Press(form, "Enter the account", ("Holder", "Group A"), ("SortCode", "60-16-13"), ("AccountNumber", "31926819"), ("Password", "not it"));
        Assert.Contains("This is not your password", Words(guessed), StringComparison.Ordinal);
        Assert.Empty(await _city.Read(work => PayeeRepository.OfOrganisation(work, paid.Applicant.Organisation.Id)));

        var done = Words(await owner.Press(form, "Enter the account", ("Holder", "Group A"), ("SortCode", "60-16-13"), ("AccountNumber", "31926819"), ("Password", City.Password)));
        Assert.Contains("GB •••• 6819", done, StringComparison.Ordinal);
        Assert.DoesNotContain("31926819", done, StringComparison.Ordinal);
        Assert.Contains("being checked", Words(await owner.Open(AwardRoutes.Mine(paid.Award.Reference))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_Editor_sees_the_account_and_cannot_change_it_and_a_stranger_finds_nothing()
    {
        var paid = await _city.PayableAward();
        var editor = await _city.Person("Edda Editor");
        await _city.Member(paid.Applicant.Organisation, editor, MemberRole.Editor);
        var bank = PaymentRoutes.OrganisationBank(paid.Applicant.Organisation.Slug);
        var visitor = await _city.SignedIn(editor);
        Assert.Contains("Only an Owner of the organisation can enter or change bank details", Words(await visitor.Open($"{bank}/edit?scheme=Uk")), StringComparison.Ordinal);

        var stranger = await _city.SignedIn(await _city.Person("Sam Stranger"));
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.Get(bank)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.Get($"{bank}/edit")).StatusCode);
    }

    [Fact]
    public async Task Staff_check_and_confirm_bank_details_between_two_people_and_who_sees_the_numbers_is_on_record()
    {
        var paid = await _city.ActiveAward();
        await _city.Portal.Get<PayeeDesk>().Enter(City.As(paid.Applicant.Owner), paid.Applicant.Organisation.Id, City.BritishAccount);
        var account = await _city.AccountOf(paid);
        var fay = await Browser(paid.Fay);
        var page = await fay.Open(PaymentRoutes.Payee(account.Id));
        Assert.DoesNotContain("31926819", Words(page), StringComparison.Ordinal);
        Assert.Contains("31926819", Words(await fay.Press(page, "Show the numbers in full")), StringComparison.Ordinal);

        var missing = await fay.Press(page, "Record the answer", ("Check", nameof(NameCheck.NoMatch)));
        Assert.NotNull(missing.QuerySelector("#Reason-error"));
        var said = await fay.Press(page, "Record the answer", ("Check", nameof(NameCheck.NoMatch)), ("Reason", "The bank holds it under the charity's old name; we saw the statement."));
        Assert.Contains("another person has to confirm", Words(said), StringComparison.Ordinal);

        var ada = await Browser(paid.Ada);
        await ada.Press(await ada.Open(PaymentRoutes.Payee(account.Id)), "Confirm these bank details");
        Assert.Equal(PayeeState.Confirmed, (await _city.AccountOf(paid)).State);
    }

    [Fact]
    public async Task An_officer_starts_from_a_suggestion_and_the_schedule_has_to_add_up()
    {
        var paid = await _city.ActiveAward();
        var officer = await Browser(paid.Officer);
        var form = await officer.Open($"{PaymentRoutes.Schedule(paid.Award.Reference)}/edit");
        Assert.NotEmpty(form.QuerySelectorAll("fieldset.schedule__line"));
        var amount = ((IHtmlInputElement)form.QuerySelector("[name='Lines[0].Amount']")!).Value;

        var wrong = await officer.Press(form, "Save the schedule", ("Lines[0].Amount", "1"));
        Assert.Contains("they are apart by", Words(wrong), StringComparison.Ordinal);
        Assert.Empty(await _city.PaymentsOf(paid.Award));

        await officer.Press(wrong, "Save the schedule", ("Lines[0].Amount", amount), ("Lines[0].Title", "To begin with"));
        var plan = await _city.PlanOf(paid.Award);
        Assert.Equal(paid.Award.AmountMinor, plan.Instalments.Sum(instalment => instalment.AmountMinor));

        var owner = await _city.SignedIn(paid.Applicant.Owner);
        var mine = Words(await owner.Open(AwardRoutes.Mine(paid.Award.Reference)));
        Assert.Contains("To begin with", mine, StringComparison.Ordinal);
        Assert.Contains("We need to know which account to pay to", mine, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_member_tells_of_a_milestone_with_a_document_and_the_officer_makes_its_instalment_due()
    {
        var paid = await _city.ActiveAward();
        await _city.Plan(paid, City.DateLine("All of it", 1_000_000, _city.Today.AddMonths(2), paid.Year) with { Basis = InstalmentBasis.Milestone, Milestone = "Twelve evenings held" });
        var milestone = (await _city.PlanOf(paid.Award)).Milestones.Single();
        var owner = await _city.SignedIn(paid.Applicant.Owner);
        var page = await owner.Open(PaymentRoutes.MyMilestone(paid.Award.Reference, milestone.Id));
        await owner.PressWithFile(page, "Say that it is reached", ("Document", "lists.txt", "Twelve lists"u8.ToArray()), ("Evidence", "All twelve took place."));

        var officer = await Browser(paid.Officer);
        var look = await officer.Open(PaymentRoutes.Milestone(paid.Award.Reference, milestone.Id));
        Assert.Contains("All twelve took place.", Words(look), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await officer.Get($"{PaymentRoutes.Milestone(paid.Award.Reference, milestone.Id)}/document")).StatusCode);
        await officer.Press(look, "It is reached");
        Assert.Equal(PaymentState.Due, (await _city.PaymentsOf(paid.Award))[0].State);
    }

    [Theory]
    [InlineData("/manage/payments")]
    [InlineData("/manage/payments/payees")]
    [InlineData("/manage/payments/holds")]
    [InlineData("/manage/payments/PY-2026-0001")]
    public async Task The_desks_of_Finance_are_closed_to_others(string path)
    {
        var paid = await _city.PayableAward();
        Assert.Equal(HttpStatusCode.Redirect, (await _city.Visitor().Get(path)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await _city.SignedIn(paid.Applicant.Owner)).Get(path)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await (await Browser(paid.Fay)).Get(path)).StatusCode);
    }

    [Fact]
    public async Task An_officer_reads_the_desk_and_cannot_prepare_or_lift_a_hold()
    {
        var paid = await _city.PayableAward();
        var officer = await Browser(paid.Officer);
        var desk = await officer.Open(PaymentRoutes.Desk);
        Assert.DoesNotContain("Prepare the chosen", Words(desk), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await officer.Get($"{PaymentRoutes.Prepare}?pick=PY-2026-0001")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await officer.Get(PaymentRoutes.LiftHold(1))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await officer.Get(PaymentRoutes.Show("PY-2026-9999"))).StatusCode);
    }

    private async Task<long> Cost(int instalments)
    {
        using var city = new City();
        var paid = await city.PayableAward(instalments: instalments);
        city.Portal.Clock.Advance(TimeSpan.FromDays(150));
        await city.Portal.Services.GetServices<IJob>().OfType<DuePaymentsJob>().Single().Run(TestContext.Current.CancellationToken);
        var fay = await city.SignedIn((await city.Read(work => PersonRepository.Find(work, paid.Fay.Person)))!);
        await fay.Open(PaymentRoutes.Desk);
        var before = city.Portal.Database.Statements;
        var page = await fay.Open(PaymentRoutes.Desk);
        Assert.Contains($"Due ({instalments})", Words(page), StringComparison.Ordinal);
        return city.Portal.Database.Statements - before;
    }

    private async Task<Visitor> Browser(Actor actor) => await _city.SignedIn((await _city.Read(work => PersonRepository.Find(work, actor.Person)))!);

    private async Task<Payment> Now(Payment payment) => (await _city.Read(work => PaymentRepository.Find(work, payment.Id)))!;

    private static string Words(IHtmlDocument page) => Visitor.Text(page.QuerySelector("main"));
}
