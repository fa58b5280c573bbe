using GrantsPortal.Payments.Recovery;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Jobs;

namespace GrantsPortal.Publishing.Demo;

/// <summary>Money that should come back: paid in parts, too much, not yet, given up, and asked by mistake.</summary>
internal sealed partial class DemoStory
{
    private readonly Dictionary<string, string> _repayments = [];

    private void Recoveries()
    {
        var lastYear = new DateTimeOffset(now.Year - 1, 6, 2, 9, 0, 0, TimeSpan.Zero);
        var (bicycle, plots, cups) = (Project("welcome", "Welcome Wheels"), Project("welcome", "Priory Street"), Project("welcome", "Ethiopian Coffee"));
        var (light, chandler) = (Project("worship", "Beit Shalom"), Project("worship", "Old Town Mosque"));

        At(lastYear.AddDays(150), () => AskBack("bed", plots, 240, "The raised bed was given to you by the joinery college, so the part of the budget for it was not needed. You told us yourselves; thank you."));
        At(lastYear.AddDays(171), () => BookStatement("plots", [CameBack("bed", 140, "Priory Street Allotments")]));
        At(lastYear.AddDays(178), () => BookStatement("plots", [CameBack("bed", 100, "Priory Street Allotments")]));
        At(lastYear.AddDays(180), () => AskBack("evenings", cups, 320, "Three of the evenings in the second stairwell did not take place, as you wrote to us. We worked out their share of coffee, printing and childcare."));
        At(lastYear.AddDays(206), () => BookStatement("cups", [CameBack("evenings", 60, "Ethiopian Coffee Mornings")]));
        At(Ago(12), () => GiveUp("evenings", "Most of it was spent in good faith on evenings to which nobody came, and the group has no money of its own. Asking on would end it."));
        At(Ago(44), () => AskBack("parts", bicycle, 95, "Helmets cost less than planned."));
        At(Ago(42, 11), () => CallOff("parts", "The variation had moved this money to the mechanics already. Our mistake."));
        At(Ago(45), () => AskBack("glass", chandler, 150, "The first set of windows came to 150 less than the offer we paid, as the glazier’s bill shows."));
        At(Ago(24), () => BookStatement("glass", [CameBack("glass", 50, "Chandler Street Mosque Society")]));
        At(Ago(16), () => AskBack("locks", light, 86, "The locksmith took less for the second door. You sent us the bill and asked how to pay it back."));
        At(Ago(8), Remind);
    }

    private DemoEntry CameBack(string key, decimal amount, string from) => new(_repayments[key], new Money(amount, Currency).Minor, from, In: true);

    private async Task AskBack(string key, DemoProject project, decimal amount, string reason) =>
        _repayments[key] = Done(await portal.Get<RecoveryDesk>().Ask(As("finance"), await AwardOf(project), new Money(amount, Currency), reason));

    private async Task CallOff(string key, string reason)
    {
        var repayment = await RepaymentOf(key);
        Done(await portal.Get<RecoveryDesk>().Cancel(As("finance"), repayment.Reference, repayment.Version, reason));
    }

    private async Task GiveUp(string key, string reason)
    {
        var repayment = await RepaymentOf(key);
        Done(await portal.Get<RecoveryDesk>().WriteOff(As("approver"), repayment.Reference, repayment.Version, reason));
    }

    private async Task<Repayment> RepaymentOf(string key) => (await portal.Read(work => RepaymentRepository.FindByReference(work, _repayments[key])))!;

    private Task Remind() => portal.Get<IEnumerable<IJob>>().OfType<RecoveryJob>().Single().Run(CancellationToken.None);
}
