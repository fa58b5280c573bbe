using System.Net;
using System.Text;
using GrantsPortal.Payments;
using GrantsPortal.Payments.Bank;
using GrantsPortal.Payments.Bank.Batches;
using GrantsPortal.Payments.Bank.Transfers;
using GrantsPortal.Platform;
using GrantsPortal.TestWorld;
using GrantsPortal.TestWorld.Bank;
using Xunit;

namespace GrantsPortal.Web.Tests.Payments;

public sealed class BankJourneyTests : IDisposable
{
    private readonly City _city = new(City.BankSettings);

    public void Dispose() => _city.Dispose();

    [Fact]
    public async Task From_approved_payments_to_a_booked_statement()
    {
        var bank = await _city.ApprovedByBank(100_000, 50_000, 25_000);
        using var first = await _city.SignedIn(await _city.Person("Flo Finance", Roles.Finance));
        using var second = await _city.SignedIn(await _city.Person("Finn Finance", Roles.Finance));

        var choosing = await first.Open(BankRoutes.NewBatch);
        Assert.Contains("Approved and free: 3 payments, £1,750 in all.", Visitor.Text(choosing.Body), StringComparison.Ordinal);
        Assert.DoesNotContain("20-20-15", Visitor.Text(choosing.Body), StringComparison.Ordinal);
        var refused = await first.Press(choosing, "Put the chosen payments together", ("ExecuteOn.Day", "1"), ("ExecuteOn.Month", "1"), ("ExecuteOn.Year", "2020"));
        Assert.Contains("cannot have passed", Visitor.Text(refused.QuerySelector(".govuk-error-summary")), StringComparison.Ordinal);
        var made = await first.Press(choosing, "Put the chosen payments together");
        Assert.Contains("3 payments, £1,750", Visitor.Text(made.QuerySelector("h1")), StringComparison.Ordinal);
        Assert.Contains("You put this batch together, so somebody else has to release it", Visitor.Text(made.Body), StringComparison.Ordinal);
        var path = new Uri(made.Url).AbsolutePath;

        var released = await second.Press(await second.Open(path), "Release £1,750");
        Assert.Contains("is released", Visitor.Text(released.Body), StringComparison.Ordinal);
        var file = await second.Get($"{path}/file.xml");
        Assert.Equal(HttpStatusCode.OK, file.StatusCode);
        Assert.Equal("attachment", file.Content.Headers.ContentDisposition?.DispositionType);
        Assert.True(file.Headers.CacheControl?.NoStore);
        var bytes = await file.Content.ReadAsByteArrayAsync();
        Assert.Empty(PainCheck.Of(bytes));
        Assert.Equal(bytes, await (await first.Get($"{path}/file.xml")).Content.ReadAsByteArrayAsync());

        var statement = CamtFile.Of(City.Iban, "GBP",
        [
            new(bank.Payments[0].Reference, 100_000, BankReference: "A"),
            new(bank.Payments[1].Reference, 50_000, In: true, Return: "AC04", BankReference: "B"),
            new(null, 1_250, BankReference: "C", Text: "<script>alert(1)</script> fee"),
        ]);
        var shown = await first.PressWithFile(await first.Open(BankRoutes.Statements), "Read it", ("File", "june.xml", statement));
        Assert.Equal(["1", "1", "0", "1", "0"], shown.QuerySelectorAll(".desk-figures dd").Select(Visitor.Text));
        Assert.All(await _city.StatesOf(bank), state => Assert.Equal(PaymentState.Sent, state));
        var booked = await first.Press(shown, "Book the statement");
        Assert.Contains("1 paid, 1 came back, 1 to clear", Visitor.Text(booked.Body), StringComparison.Ordinal);
        Assert.Contains("The account is closed", Visitor.Text(booked.Body), StringComparison.Ordinal);
        Assert.Null(booked.QuerySelector("main script"));
        Assert.Equal([PaymentState.Paid, PaymentState.Failed, PaymentState.Sent], await _city.StatesOf(bank));

        var again = await first.PressWithFile(await first.Open(BankRoutes.Statements), "Read it", ("File", "june.xml", statement));
        Assert.Contains("This very file was brought in already", Visitor.Text(again.QuerySelector(".govuk-error-summary")), StringComparison.Ordinal);

        var line = Assert.Single(await _city.OpenLines());
        var wrong = await first.Press(await first.Open(BankRoutes.Line(line.Id)), "Clear it", ("Reference", "PY-2020-9999"), ("Reason", "It looks like it"));
        Assert.Contains("There is no bank payment", Visitor.Text(wrong.QuerySelector(".govuk-error-summary")), StringComparison.Ordinal);
        Assert.Equal("It looks like it", wrong.QuerySelector("textarea[name=Reason]")?.TextContent.Trim());
        var aside = await first.Press(await first.Open($"{BankRoutes.SetAside}?line={line.Id}"), "Set 1 aside", ("Reason", "Charges of the bank"));
        Assert.Contains("Entries set aside: 1.", Visitor.Text(aside.Body), StringComparison.Ordinal);
        Assert.Empty(await _city.OpenLines());
        Assert.Empty(await _city.BrokenBank());
    }

    [Fact]
    public async Task A_CSV_asks_for_its_columns_and_keeps_what_was_chosen_when_it_cannot_be_read()
    {
        var bank = await _city.ApprovedByBank(100_000);
        await _city.Released(bank);
        using var finance = await _city.SignedIn(await _city.Person("Flo Finance", Roles.Finance));
        var csv = Encoding.UTF8.GetBytes($"Date;Reference;Amount\n18.06.2026;{bank.Payments[0].Reference};-1.000,00\n");
        var choosing = await finance.PressWithFile(await finance.Open(BankRoutes.Statements), "Read it", ("File", "june.csv", csv));
        Assert.Equal("Which column holds what?", Visitor.Text(choosing.QuerySelector("h1")));
        var refused = await finance.Press(choosing, "Show what it will do", ("DayForm", "MonthFirst"), ("Mark", "comma"));
        Assert.Contains("is not a day written so", Visitor.Text(refused.QuerySelector(".govuk-error-summary")), StringComparison.Ordinal);
        var shown = await finance.Press(refused, "Show what it will do", ("DayForm", "DayFirst"));
        Assert.Equal("1", Visitor.Text(shown.QuerySelector(".desk-figures dd")));
        await finance.Press(shown, "Book the statement");
        Assert.Equal(PaymentState.Paid, (await _city.StatesOf(bank))[0]);
    }

    [Fact]
    public async Task Whoever_only_reads_neither_releases_nor_fetches_a_file_and_a_guessed_address_leads_nowhere()
    {
        var bank = await _city.ApprovedByBank(100_000);
        var batch = await _city.Batched(bank);
        using var auditor = await _city.SignedIn(await _city.Person("Ava Auditor", Roles.Auditor));
        Assert.Contains(batch.Reference, Visitor.Text((await auditor.Open(BankRoutes.Batch(batch.Reference))).Body), StringComparison.Ordinal);
        Assert.Null((await auditor.Open(BankRoutes.Batch(batch.Reference))).QuerySelector("main form"));
        Assert.Null((await auditor.Open(BankRoutes.Statements)).QuerySelector("main form[enctype]"));
        Assert.Equal(HttpStatusCode.Forbidden, await Forbidden(auditor, BankRoutes.File(batch.Reference, "xml")));
        Assert.Equal(HttpStatusCode.Forbidden, await Forbidden(auditor, BankRoutes.NewBatch));
        using var approver = await _city.SignedIn(await _city.Person("Ann Approver", Roles.Approver));
        await approver.Press(await approver.Open(BankRoutes.Batch(batch.Reference)), "Release £1,000");
        Assert.Equal(HttpStatusCode.Forbidden, await Forbidden(approver, BankRoutes.File(batch.Reference, "xml")));
        Assert.Equal(BatchState.Released, (await _city.BatchOf(batch.Reference)).State);

        using var finance = await _city.SignedIn(await _city.Person("Flo Finance", Roles.Finance));
        foreach (var guessed in new[] { BankRoutes.Batch("PB-2026-9999"), BankRoutes.File("PB-2026-9999", "xml"), BankRoutes.Statement(7), BankRoutes.Columns(7), BankRoutes.Line(7) })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await finance.Get(guessed)).StatusCode);
        }

        using var member = await _city.SignedIn(await _city.Person("Mia Member"));
        Assert.Equal(HttpStatusCode.Forbidden, await Forbidden(member, BankRoutes.Batches));
        Assert.Equal(HttpStatusCode.Forbidden, await Forbidden(member, BankRoutes.Statements));
    }

    private static async Task<HttpStatusCode> Forbidden(Visitor visitor, string path) => (await visitor.Get(path)).StatusCode;
}
