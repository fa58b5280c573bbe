using GrantsPortal.Bookings.Fees;
using GrantsPortal.Platform;

namespace GrantsPortal.Publishing.Demo;

internal sealed partial class DemoStory
{
    /// <summary>A date to come costs something; organisations with a grant come free, small ones for half.</summary>
    private async Task Price(string run)
    {
        var desk = portal.Get<FeeDesk>();
        Done((await desk.Plan(As("focal"), _runs[run], 0, new FeePlan
        {
            Price = new Money(45, "GBP"),
            TaxName = "VAT",
            TaxPercent = 20,
            PartnerPercent = 100,
            PartnerByAward = true,
            SmallPercent = 50,
            SmallBelow = new Money(25_000, "GBP"),
            Policy = new RefundPolicy(14, 50, 3),
        }))!.Value);
        Done((await desk.AddCode(As("focal"), _runs[run], new CodePlan("NEIGHBOURS", 50, 10, null)))!.Value);
    }
}
