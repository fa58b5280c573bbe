using GrantsPortal.Awards;
using GrantsPortal.Awards.Agreements;
using GrantsPortal.Funds.Ledger;
using GrantsPortal.Monitoring;
using GrantsPortal.Monitoring.Reports;
using GrantsPortal.Payments.Recovery;
using GrantsPortal.People;
using GrantsPortal.Platform;
using GrantsPortal.TestWorld;
using GrantsPortal.TestWorld.Bank;
using Xunit;

namespace GrantsPortal.Browser.Tests.AwardLife;

/// <summary>Reports with their spending, the money that was not needed, and the end.</summary>
public sealed partial class AwardLifeTests
{
    private Running Running(Award award) => new(award, Grantee, City.As(_officer, Roles.ProgrammeOfficer));

    /// <summary>Written without its pages, which the last report walks; an officer accepts it, and what waited for it falls due.</summary>
    private async Task ReportOnTheFirstYear()
    {
        var running = Running(await Award());
        var report = await ReportOf(1);
        Assert.Equal(ReportState.Due, report.State);
        await _city.Submitted(running, report, 5_900m);
        await Accept(await ReportOf(1));
        Assert.Equal((Payments.PaymentState.Due, 2028), ((await LatestPayment()).State, (await LatestPayment()).Year));
    }

    private async Task ReportAtTheEnd()
    {
        var owner = await As(Grantee.Owner);
        await _walk.Look(owner, MonitoringRoutes.Mine(_reference), "Final report");
        await _walk.Look(owner, MonitoringRoutes.Mine(_reference, 2), "Write the report");
        await _walk.Look(owner, MonitoringRoutes.Narrative(_reference, 2), "What was done");
        await WriteEverything(owner);
        await Spend(owner, "Harbour Hall", 1, "4,700");
        await Spend(owner, "Leaf and Crumb", 2, "500");
        await _walk.Look(owner, MonitoringRoutes.Spending(_reference, 2), "Harbour Hall");
        if (await owner.Locator("textarea[name^='a.']").CountAsync() > 0)
        {
            await WriteEverything(owner);
        }

        await _walk.Look(owner, MonitoringRoutes.Check(_reference, 2), "Send report");
        await Walk.Press(owner, "Send report");
        await owner.WaitForURLAsync(address => address.EndsWith(MonitoringRoutes.Received(_reference, 2), StringComparison.Ordinal));
        await _walk.Inspect(owner);
        await Accept(await ReportOf(2));
    }

    private async Task AskBackWhatIsLeft()
    {
        var officer = await As(_officer);
        await _walk.Look(officer, MonitoringRoutes.CloseOut(_reference), "Checklist");
        await Walk.Press(officer, "Complete award");
        await _walk.Sees(officer, "The award is completed");
        await Walk.Fill(officer, "AskReason", "You were paid £11,500 and needed £11,100. Thank you for keeping such careful accounts.");
        await Walk.Press(officer, "Ask £400 back");
        await _walk.Sees(officer, "The organisation is asked");

        var owner = await As(Grantee.Owner);
        await _walk.Look(owner, MonitoringRoutes.MyCloseOut(_reference), "Pay back £400");
        await _walk.Look(owner, RecoveryRoutes.Mine(_reference), "Please pay back £400");
        var repayment = Assert.Single(await _city.Read(async work => await RepaymentRepository.OfAward(work, (await Award()).Id)));
        var fay = await As(_fay);
        await Bring(fay, "february.xml", new CamtEntry(repayment.Reference, 40_000, In: true, BankReference: "IN-1", Text: repayment.Reference) { On = _city.Today });
        await _walk.Look(fay, RecoveryRoutes.Show(repayment.Reference), "Bank transfer");
        await _walk.Look(owner, RecoveryRoutes.Mine(_reference), "£400 is paid back. Thank you.");
    }

    /// <summary>A second person closes the award; the organisation reads its final figures.</summary>
    private async Task CloseOut()
    {
        var officer = await As(_officer);
        await _walk.Look(officer, MonitoringRoutes.CloseOut(_reference), "Checklist");
        await Walk.Fill(officer, "Note", "Visited in May and again in November; noted in the evaluation of the call.");
        await Walk.Press(officer, "Note it");
        await _walk.Sees(officer, "Noted.");
        var approver = await As(_approver);
        await _walk.Look(approver, MonitoringRoutes.CloseOut(_reference), "Second person");
        await Walk.Fill(approver, "Message", "What you learned about winter evenings went round the office.");
        await Walk.Press(approver, "Close award");
        await _walk.Sees(approver, "The award is closed.");

        var (award, books) = (await Award(), await _city.Read(async work => await Ledger.Of(work, SubjectKind.Award, (await Award()).Id)));
        Assert.Equal((AwardState.Closed, 0, 0, 1_150_000, 40_000), (award.State, books.CommittedMinor, books.SentMinor, books.PaidMinor, books.ReturnedMinor));
        Assert.Contains(await _city.DocumentsOf(award), document => document is { Kind: AwardDocumentKind.CloseOut, PdfId: not null });
        var owner = await As(Grantee.Owner);
        await _walk.Look(owner, MonitoringRoutes.MyCloseOut(_reference), "Everything is settled");
        await Microsoft.Playwright.Assertions.Expect(owner.Locator("main")).ToContainTextAsync("£11,100");
        await Microsoft.Playwright.Assertions.Expect(owner.Locator("main")).ToContainTextAsync("winter evenings");
        await _walk.Look(owner, AwardRoutes.Mine(_reference), _reference);
    }

    private async Task Accept(Report report)
    {
        var officer = await As(_officer);
        await _walk.Look(officer, MonitoringRoutes.Manage(report.Id), "Accept report");
        await Walk.Press(officer, "Accept report");
        await _walk.Sees(officer, "The report is accepted");
        Assert.Equal(ReportState.Accepted, (await _city.Again(report)).State);
    }

    private async Task Spend(Microsoft.Playwright.IPage owner, string payee, int line, string amount)
    {
        await _walk.Look(owner, MonitoringRoutes.NewItem(_reference, 2), "Who was paid?");
        await Walk.Fill(owner, "Payee", payee);
        await Walk.Fill(owner, "Description", "A year of weekly evenings");
        await Walk.Fill(owner, "Amount", amount);
        await Walk.Fill(owner, "SpentOn", new DateOnly(2028, 10, 10));
        await owner.Locator("[name=LineNumber]").SelectOptionAsync($"{line}");
        await Walk.Attach(owner, "Receipts", $"receipt-{line}.txt", "text/plain", System.Text.Encoding.UTF8.GetBytes($"Paid to {payee}"));
        await Walk.Press(owner, "Save");
        await _walk.Sees(owner, $"to {payee} is saved");
    }

    private static async Task WriteEverything(Microsoft.Playwright.IPage owner)
    {
        foreach (var text in await owner.Locator("textarea[name^='a.']").AllAsync())
        {
            await text.FillAsync("We cooked together every week, and forty neighbours now know each other by name.");
        }

        var here = owner.Url;
        await Walk.Press(owner, "Save and go on");
        await owner.WaitForURLAsync(address => address != here);
    }

    private async Task<Report> ReportOf(int number) => await _city.Read(async work => (await ReportRepository.OfAward(work, (await Award()).Id)).Single(report => report.Number == number));
}
