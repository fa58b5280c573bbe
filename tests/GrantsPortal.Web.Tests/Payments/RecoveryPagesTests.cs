using System.Net;
using GrantsPortal.Payments.Bank;
using GrantsPortal.Payments.Bank.Statements;
using GrantsPortal.Payments.Recovery;
using GrantsPortal.People;
using GrantsPortal.Platform;
using GrantsPortal.TestWorld;
using GrantsPortal.TestWorld.Bank;
using Xunit;

namespace GrantsPortal.Web.Tests.Payments;

/// <summary>Asking money back, and clearing the entries of a statement that found nothing by themselves.</summary>
public sealed class RecoveryPagesTests : IDisposable
{
    private readonly City _city = new(City.BankSettings);

    public void Dispose() => _city.Dispose();

    [Fact]
    public async Task From_a_task_after_an_early_end_money_is_asked_back_with_the_amount_filled_in()
    {
        var paid = await _city.PaidOut(100_000);
        await _city.Ended(paid, 25_050);
        using var finance = await SignedIn(paid.Fay);
        var home = await finance.Open("/my");
        var task = home.QuerySelectorAll("main a").Single(link => Visitor.Text(link).StartsWith("Ask £250.50 back from", StringComparison.Ordinal));
        Assert.Contains("To ask back", Words(await finance.Open(RecoveryRoutes.Desk)), StringComparison.Ordinal);

        var asking = await finance.Open(task.GetAttribute("href")!);
        Assert.Equal("250.50", asking.QuerySelector("input[name=Amount]")?.GetAttribute("value"));
        Assert.Contains("says that £250.50 is owed back", Words(asking), StringComparison.Ordinal);
        var kept = await finance.Press(asking, "Ask it back", ("Amount", "200"), ("Reason", ""));
        Assert.Equal("200", kept.QuerySelector("input[name=Amount]")?.GetAttribute("value"));
        var asked = await finance.Press(kept, "Ask it back", ("Amount", "250.50"), ("Reason", "The second half of the rent."));
        Assert.Contains("RP-2026-0001 is asked back", Words(asked), StringComparison.Ordinal);
        Assert.DoesNotContain(await _city.TasksOf<RecoveryTasks>(paid.Fay), line => line.StartsWith("Ask ", StringComparison.Ordinal));

        var cancelled = await finance.Press(asked, "Cancel it", ("Reason", "The landlord gave the rent back to us."));
        Assert.Contains("Cancelled", Words(cancelled), StringComparison.Ordinal);
        using var owner = await _city.SignedIn(paid.Applicant.Owner);
        Assert.Contains("You need not pay back £250.50", Words(await owner.Open(RecoveryRoutes.Mine(paid.Award.Reference))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_approver_gives_up_the_rest_and_whoever_only_reads_or_asked_does_not()
    {
        var paid = await _city.PaidOut(100_000);
        var repayment = await _city.AskedBack(paid, 30_000);
        var path = RecoveryRoutes.Show(repayment.Reference);
        using var finance = await SignedIn(paid.Fay);
        var noted = await finance.Press(await finance.Open(path), "Count it", ("Amount", "100"), ("On.Day", "15"), ("On.Month", "6"), ("On.Year", "2026"), ("BankReference", "X-1"));
        Assert.Contains("What came is counted.", Words(noted), StringComparison.Ordinal);
        Assert.DoesNotContain("It should not have been asked", Words(noted), StringComparison.Ordinal);
        Assert.DoesNotContain("Give up what is missing", Words(noted), StringComparison.Ordinal);
        using var auditor = await _city.SignedIn(await _city.Person("Ava Auditor", Roles.Auditor));
        Assert.Empty((await auditor.Open(path)).QuerySelectorAll("main form"));
        Assert.Equal((RepaymentState.Asked, 20_000L), ((await _city.Again(repayment.Reference)).State, (await _city.Again(repayment.Reference)).Left.Minor));

        using var approver = await SignedIn(paid.Ada);
        var refused = await approver.Press(await approver.Open(path), "Write off £200", ("Reason", ""));
        Assert.Contains("Write why", Words(refused), StringComparison.Ordinal);
        Assert.Contains("Written off", Words(await approver.Press(refused, "Write off £200", ("Reason", "The group has closed."))), StringComparison.Ordinal);
        Assert.Equal(RepaymentState.WrittenOff, (await _city.Again(repayment.Reference)).State);
        Assert.Equal(HttpStatusCode.NotFound, (await approver.Get(RecoveryRoutes.Show("RP-2026-9999"))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await finance.Get(RecoveryRoutes.AskOf("AW-2020-9999"))).StatusCode);
    }

    [Fact]
    public async Task Money_that_came_without_a_reference_is_given_to_its_repayment_by_a_person_and_what_was_set_aside_is_taken_up()
    {
        var paid = await _city.PaidOut(100_000);
        var repayment = await _city.AskedBack(paid, 30_000);
        await _city.Book(paid.Fay, CamtFile.Of(City.Iban, "GBP", [new(null, 30_000, In: true, Text: "money for the hall", BankReference: "A"), new(null, 900, In: true, Text: "interest", BankReference: "B")]));
        using var finance = await SignedIn(paid.Femi);
        var list = await finance.Open(BankRoutes.Statements);
        Assert.Contains("To clear by hand (2)", Words(list), StringComparison.Ordinal);
        var (money, interest) = ((await _city.OpenLines())[0], (await _city.OpenLines())[1]);
        var perhaps = (await finance.Open(BankRoutes.Line(money.Id))).QuerySelectorAll("main a").Single(link => Visitor.Text(link) == repayment.Reference);
        var chosen = await finance.Open(perhaps.GetAttribute("href")!);
        Assert.Equal(repayment.Reference, chosen.QuerySelector("input[name=Reference]")?.GetAttribute("value"));
        var cleared = await finance.Press(chosen, "Clear it", ("Reason", "The group named it on the telephone."));
        Assert.Contains("To clear by hand (1)", Words(cleared), StringComparison.Ordinal);
        Assert.Equal(RepaymentState.Paid, (await _city.Again(repayment.Reference)).State);

        await finance.Press(await finance.Open($"{BankRoutes.SetAside}?line={interest.Id}"), "Set 1 aside", ("Reason", "Interest of the account"));
        Assert.Empty(await _city.OpenLines());
        using var approver = await SignedIn(paid.Ada);
        Assert.Empty((await approver.Open(BankRoutes.Line(interest.Id))).QuerySelectorAll("main form"));
        await finance.Press(await finance.Open(BankRoutes.Line(interest.Id)), "Take it up again");
        Assert.Equal(LineState.Open, Assert.Single(await _city.OpenLines()).State);
        Assert.Empty(await _city.BrokenBank());
    }

    private async Task<Visitor> SignedIn(Actor actor) => await _city.SignedIn((await _city.Read(work => PersonRepository.Find(work, actor.Person)))!);

    private static string Words(AngleSharp.Html.Dom.IHtmlDocument page) => Visitor.Text(page.QuerySelector("main"));
}
