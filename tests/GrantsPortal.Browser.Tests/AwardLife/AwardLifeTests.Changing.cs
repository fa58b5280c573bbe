using GrantsPortal.Awards;
using GrantsPortal.Awards.Agreements;
using GrantsPortal.Awards.Years;
using GrantsPortal.TestWorld;
using Xunit;

namespace GrantsPortal.Browser.Tests.AwardLife;

/// <summary>A variation that the organisation asks for, and the second year.</summary>
public sealed partial class AwardLifeTests
{
    /// <summary>£500 less and more of it for tea: compared side by side, approved, kept with its document; year and schedule follow.</summary>
    private async Task Vary()
    {
        var owner = await As(Grantee.Owner);
        await _walk.Look(owner, AwardRoutes.MyVariations(_reference), "Budget");
        await _walk.Look(owner, AwardRoutes.NewMyVariation(_reference), "Everything below stands as it is agreed now");
        await owner.Locator("[name='Lines.amount']").Nth(0).FillAsync("11,000");
        await owner.Locator("[name='Lines.amount']").Nth(1).FillAsync("500");
        await Walk.Fill(owner, "Reason", "The town hall lends us its rooms for two months, and more people come for tea.");
        await Walk.Press(owner, "Save draft and compare");
        await _walk.Sees(owner, "£500 less");
        await Walk.Press(owner, "Ask for this variation");
        await _walk.Sees(owner, "You have asked for this variation");

        var officer = await As(_officer);
        await _walk.Look(officer, AwardRoutes.Variation(_reference, 1), "The town hall lends us its rooms");
        await Walk.Fill(officer, "Note", "Gladly; thank the town hall from us.");
        await Walk.Press(officer, "Approve variation");
        await _walk.Sees(officer, "The variation is approved");
        var award = await Award();
        var document = (await _city.DocumentsOf(award)).Single(one => one.Kind == AwardDocumentKind.Variation);
        Assert.Equal((1_150_000, true), (award.AmountMinor, document.PdfId is not null));
        Assert.Equal([600_000L, 550_000L], (await _city.PlanOf(award)).Instalments.Select(instalment => instalment.AmountMinor));

        await _walk.Look(owner, AwardRoutes.MyVariation(_reference, 1), "Gladly");
        await _walk.Look(owner, AwardRoutes.MyDocuments(_reference), "Variation 1");
        var fetched = await owner.APIRequest.GetAsync(AwardRoutes.MyDocument(_reference, document.Number, "pdf"));
        Assert.StartsWith("%PDF", await fetched.TextAsync(), StringComparison.Ordinal);
    }

    /// <summary>Proposed by the officer and confirmed by the approver; before that nothing of the year is paid.</summary>
    private async Task ConfirmTheSecondYear()
    {
        Assert.Contains("block.year-not-confirmed", await _city.BlocksOf(await LatestPayment()));
        var officer = await As(_officer);
        await _walk.Look(officer, AwardRoutes.Year(_reference, 2028), "How the award is going");
        await Walk.Fill(officer, "Note", "The first report is accepted; forty people meet every week.");
        await Walk.Press(officer, "Propose to confirm");
        await _walk.Sees(officer, "The approvers have been asked");
        var approver = await As(_approver);
        await _walk.Look(approver, AwardRoutes.Year(_reference, 2028), "forty people meet every week");
        await Walk.Press(approver, "Confirm year");
        await _walk.Sees(approver, "The year is confirmed");
        Assert.All((await _city.Read(async work => await YearRepository.Of(work, (await Award()).Id))), year => Assert.Equal(AwardYearState.Confirmed, year.State));
        Assert.Empty(await _city.BlocksOf(await LatestPayment()));
        await _walk.Look(await As(Grantee.Owner), AwardRoutes.Mine(_reference), "2028");
    }
}
