using GrantsPortal.Awards;
using GrantsPortal.Awards.Agreements;
using GrantsPortal.Awards.Conditions;
using GrantsPortal.Payments;
using GrantsPortal.TestWorld;
using Microsoft.Playwright;
using Xunit;

namespace GrantsPortal.Browser.Tests.AwardLife;

/// <summary>Decision, agreement, what has to be there before the first payment, and the plan.</summary>
public sealed partial class AwardLifeTests
{
    private async Task Decide()
    {
        var officer = await As(_officer);
        await _walk.Look(officer, AwardRoutes.Propose(_listing.Call.Slug), "Group A");
        await Walk.Press(officer, "Propose 1 application");
        await _walk.Sees(officer, "The list is proposed");
        var decision = new Uri(officer.Url).AbsolutePath;
        var approver = await As(_approver);
        await _walk.Look(approver, decision, "£12,000");
        await Walk.Press(approver, "Approve 1 award of £12,000");
        await _walk.Sees(approver, "An officer can now look over the letters");
        await _walk.Look(officer, decision + "/letters/send", "Group A");
        await Walk.Press(officer, "Send 1 letter now");
        await _walk.Sees(officer, "The letters are on their way");
        _reference = (await Award()).Reference;
    }

    private async Task SpreadOverYears()
    {
        var officer = await As(_officer);
        await _walk.Look(officer, AwardRoutes.Years(_reference), "2028");
        await officer.Locator("[name='Years.item']").Nth(0).FillAsync("2027");
        await officer.Locator("[name='Years.amount']").Nth(0).FillAsync("6,000");
        await officer.Locator("[name='Years.item']").Nth(1).FillAsync("2028");
        await officer.Locator("[name='Years.amount']").Nth(1).FillAsync("6,000");
        await Walk.Press(officer, "Set years");
        await _walk.Sees(officer, "The budget years are set");
    }

    private async Task Sign()
    {
        var owner = await As(Grantee.Owner);
        await _walk.Look(owner, AwardRoutes.Mine(_reference), "£12,000");
        await _walk.Look(owner, AwardRoutes.Accept(_reference), "What we need before the first payment");
        await owner.Locator("[type=checkbox][name=Agree]").CheckAsync();
        await Walk.Fill(owner, "Name", Grantee.Owner.Name);
        await Walk.Fill(owner, "Password", City.Password);
        await Walk.Press(owner, "Accept award");
        await _walk.Sees(owner, "You have accepted the award");

        var approver = await As(_approver);
        await _walk.Look(approver, AwardRoutes.Agreements, _reference);
        await _walk.Look(approver, AwardRoutes.CounterSign(_reference), "Sign for the city");
        await Walk.Fill(approver, "Name", _approver.Name);
        await Walk.Fill(approver, "Password", City.Password);
        await Walk.Press(approver, "Counter-sign");
        await _walk.Sees(approver, "You have signed for the city");
        Assert.Equal([AwardDocumentKind.Agreement, AwardDocumentKind.CounterSigned], (await _city.DocumentsOf(await Award())).Select(document => document.Kind));

        var officer = await As(_officer);
        await _walk.Look(officer, AwardRoutes.Manage(_reference), "Start award");
        await Walk.Press(officer, "Start award");
        await _walk.Sees(officer, "The award is under way.");
        Assert.Equal(AwardState.Active, (await Award()).State);
    }

    private async Task MeetConditions()
    {
        var owner = await As(Grantee.Owner);
        await _walk.Look(owner, AwardRoutes.MyConditions(_reference), "Needed: BankDetails");
        await _walk.Look(owner, PaymentRoutes.MyBank(_reference), "We do not know yet which account to pay to");
        await owner.Locator("main a.govuk-button").ClickAsync();
        await _walk.Sees(owner, "How is the account written?");
        await owner.Locator("[name=scheme][value=Uk]").CheckAsync();
        await Walk.Press(owner, "Continue");
        await _walk.Sees(owner, "Sort code");
        await Walk.Fill(owner, "Holder", "Group A");
        await Walk.Fill(owner, "SortCode", "60-16-13");
        await Walk.Fill(owner, "AccountNumber", "31926819");
        await Walk.Fill(owner, "Password", City.Password);
        await Walk.Press(owner, "Enter the account");
        await _walk.Sees(owner, "The account is entered");

        var fay = await As(_fay);
        await _walk.Look(fay, PaymentRoutes.Payees, "Group A");
        await fay.Locator("main a[href^='/manage/payments/payees/']").First.ClickAsync();
        await _walk.Sees(fay, "Ask the bank about the name");
        await fay.Locator("[name=Check][value=Match]").CheckAsync();
        await Walk.Press(fay, "Record the answer");
        await _walk.Sees(fay, "What the bank said is recorded.");
        var femi = await As(_femi);
        await _walk.Look(femi, new Uri(fay.Url).AbsolutePath, "Confirm or refuse");
        await Walk.Press(femi, "Confirm these bank details");
        await _walk.Sees(femi, "The bank details are confirmed.");
        Assert.Equal(ConditionState.Met, Assert.Single(await _city.ConditionsOf(await Award())).State);
        await _walk.Look(owner, AwardRoutes.MyConditions(_reference), "Everything is done");
    }

    private async Task PlanReportsAndPayments()
    {
        var officer = await As(_officer);
        await _walk.Look(officer, PaymentRoutes.Schedule(_reference), "No payment is planned yet");
        await _walk.Look(officer, PaymentRoutes.Schedule(_reference) + "/edit", "This is a suggestion");
        var lines = officer.Locator("fieldset.schedule__line");
        for (var left = await lines.CountAsync() - 1; left >= 2; left--)
        {
            await Walk.Press(officer, "Take this instalment away");
            await Assertions.Expect(lines).ToHaveCountAsync(left);
        }

        await Plan(officer, 0, "First year", 2027, nameof(Payments.Schedule.InstalmentBasis.Date), new DateOnly(2027, 1, 15));
        await Plan(officer, 1, "Second year", 2028, nameof(Payments.Schedule.InstalmentBasis.Report), new DateOnly(2028, 1, 10));
        await Walk.Fill(officer, "Lines[1].ReportNumber", "1");
        await Walk.Press(officer, "Save the schedule");
        await _walk.Sees(officer, "The schedule is set");
        await _walk.Look(officer, Monitoring.MonitoringRoutes.Plan(_reference), "this is suggested");
        await Walk.Press(officer, "Plan these reports");
        await _walk.Sees(officer, "The reports are planned.");
        await _walk.Look(await As(Grantee.Owner), AwardRoutes.Mine(_reference), "Second year");
    }

    private static async Task Plan(IPage officer, int line, string title, int year, string basis, DateOnly on)
    {
        await Walk.Fill(officer, $"Lines[{line}].Title", title);
        await Walk.Fill(officer, $"Lines[{line}].Amount", "6,000");
        await officer.Locator($"[name='Lines[{line}].Year']").SelectOptionAsync($"{year}");
        await officer.Locator($"[name='Lines[{line}].Basis']").SelectOptionAsync(basis);
        await Walk.Fill(officer, $"Lines[{line}].DueOn", on);
        await Walk.Fill(officer, $"Lines[{line}].ReportNumber", "");
    }
}
