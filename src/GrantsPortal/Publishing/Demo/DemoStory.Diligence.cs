using System.Text;
using GrantsPortal.DueDiligence.Funding;
using GrantsPortal.DueDiligence.Screening;
using GrantsPortal.DueDiligence.Subsidies;
using GrantsPortal.Payments;
using GrantsPortal.Payments.Bank.Batches;
using GrantsPortal.Payments.Claims;
using GrantsPortal.Payments.Desk;
using GrantsPortal.Payments.Payees;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Jobs;

namespace GrantsPortal.Publishing.Demo;

/// <summary>What the city looks into: lists, subsidies, other funding; and what panel members are paid for.</summary>
internal sealed partial class DemoStory
{
    private const string ListName = "Frozen assets (demonstration)";

    /// <summary>A list as a ministry would publish it. Nobody on it exists.</summary>
    private static readonly string[] Listed =
    [
        "id,name,type,aliases,born,reason",
        "FA-0107,Georg Pell,person,Jerzy Pell; G. A. Pell,1951,Fraud against a public fund",
        "FA-0112,Northern Lantern Shipping Ltd,organisation,NLS Trading,,Evasion of an arms embargo",
        "FA-0119,Anton Wieser-Krall,person,,1968,Payments to an armed group",
        "FA-0124,Society of the Iron Oak,organisation,Iron Oak; Eiserne Eiche,,Banned for incitement to violence",
    ];

    private static readonly string[] ListedLater = [.. Listed, "FA-0131,Samuel Fletcher,person,Samuel J. Fletcher,1949,Money laundering"];

    private void Diligence()
    {
        At(Ago(45), () => ImportList(Listed, Ago(47)));
        At(Ago(45, 13), Screen);
        At(Ago(44, 10), () => Cleared("George Pell", "Born 1951 and living abroad, says the list. Our George Pell showed his bus pass: born 1944, and on the electoral register of Priory ward for thirty years."));
        At(Ago(1, 10), () => ImportList(ListedLater, Ago(2)));
        At(Ago(1, 13), Screen);

        var (bicycle, light, chandler, friday) = (Project("welcome", "Welcome Wheels"), Project("worship", "Beit Shalom"), Project("worship", "Old Town Mosque"), Project("worship", "Rainbow"));
        At(Ago(31), () => Subsidy(bicycle, 1600, "Harbour Enterprise Zone", "Fitting out of the first workshop", 64_000));
        At(Ago(31, 10), () => Subsidy(bicycle, 700, "Regional Skills Agency", "Training of mechanics, 24 places", 178_000));
        At(Ago(31, 11), () => Subsidy(bicycle, 240, "Harbour Enterprise Zone", "Start-up aid for the delivery service", 96_500));
        At(Ago(31, 12), async () => Done(await portal.Get<SubsidyDesk>().Count(As("officer"), await AwardOf(bicycle))));

        At(Ago(60, 18), () => Other(light, FundingKind.Match, "Members of the community", FundingState.Received, 3_700, "The part of the door and its frame that is above the budget"));
        At(Ago(59, 18), () => Other(light, FundingKind.Money, "Riverton Community Trust", FundingState.Asked, 2_500, "A second bench, by the bus stop", Ago(-30)));
        At(Ago(58, 18), () => Other(light, FundingKind.InKind, "Priory Nurseries", FundingState.Received, 450, "Lavender, bulbs and two days of a gardener"));
        At(Ago(57, 18), () => Other(chandler, FundingKind.Money, "Union of the street’s traders", FundingState.Received, 1_200, "Tea and chairs for the street meetings"));
        At(Ago(57, 19), () => Other(chandler, FundingKind.InKind, "The Anchor", FundingState.Received, 800, "The room above the pub, four evenings"));
        At(Ago(50, 18), () => Other(friday, FundingKind.Money, "Ministry of Communities", FundingState.Refused, 5_000, "A paid steward on Fridays"));

        At(Ago(120, 18), () => Claim("reviewer1", ClaimKind.Fee, Ago(121), "Panel evening, safe houses of worship", 120));
        At(Ago(119, 8), async () => Done(await portal.Get<PayeeDesk>().EnterMine(As("reviewer1"), DemoBank.Account(Somebody("reviewer1").Name, 41, Currency))));
        At(Ago(118, 9), async () => Done(await portal.Get<PayeeDesk>().Check(As("finance"), (await AccountOf("reviewer1")).Id, (await AccountOf("reviewer1")).Version, NameCheck.Match, null, null)));
        At(Ago(118, 10), async () => Done(await portal.Get<PayeeDesk>().Confirm(As("approver"), (await AccountOf("reviewer1")).Id, (await AccountOf("reviewer1")).Version)));
        At(Ago(118, 11), () => DecideClaim("reviewer1", ClaimStates.Approve, null));
        At(Ago(117), () => PayClaim("reviewer1"));
        At(Ago(115), () => Book("claim"));
        At(Ago(35, 20), () => Claim("reviewer2", ClaimKind.Expense, Ago(36), "Childcare on the evening of the panel", 46));
        At(Ago(34, 15), () => DecideClaim("reviewer2", ClaimStates.Approve, "Thank you. Please claim it every time."));
        At(Ago(33, 20), () => Claim("reviewer3", ClaimKind.Expense, Ago(36), "Train from the coast and a night in a hotel", 310));
        At(Ago(31, 15), () => DecideClaim("reviewer3", ClaimStates.Decline, "We agreed on joining by telephone, and the hotel was not asked for beforehand. Please claim the train alone; we would approve that."));
        At(Ago(7, 20), () => Claim("reviewer4", ClaimKind.Fee, Ago(8), "Reading for the mediators’ call", 150));
        At(Ago(6, 20), async () => Done(await portal.Get<ClaimDesk>().Withdraw(As("reviewer4"), (await ClaimsOf("reviewer4"))[0].Reference)));
        At(Ago(3, 20), () => Claim("reviewer3", ClaimKind.Expense, Ago(36), "Train from the coast and back", 84));
        At(Ago(2, 20), () => Claim("reviewer1", ClaimKind.Fee, Ago(4), "Panel evening, young voices", 120));
    }

    private async Task ImportList(IEnumerable<string> lines, DateTimeOffset published) => Done(await portal.Get<ScreeningDesk>().Import(As("officer"), new ListImport(
        ListName, "Ministry of Finance, sanctions office; weekly", Instants.DayOf(published, Zone), Somebody("focal").Id, "frozen-assets.csv", Encoding.UTF8.GetBytes(string.Join('\n', lines)))));

    private Task Screen() => portal.Get<IEnumerable<IJob>>().OfType<ScreeningJob>().Single().Run(CancellationToken.None);

    private async Task Cleared(string name, string reason)
    {
        var match = (await portal.Read(work => ScreeningRepository.Matches(work, MatchState.Open, null, 50))).First(one => one.Subject == name);
        Done(await portal.Get<ScreeningDesk>().Decide(As("focal"), match.Id, match.Version, MatchStates.Clear, reason));
    }

    private async Task Subsidy(DemoProject project, double days, string giver, string measure, decimal amount) => Done(await portal.Get<SubsidyDesk>().Record(
        As("officer"), _organisations[NameOf(project)].Id, new SubsidyText(Instants.DayOf(Ago(days), Zone), giver, measure, amount)));

    private async Task Other(DemoProject project, FundingKind kind, string giver, FundingState state, decimal amount, string what, DateTimeOffset? answer = null) =>
        Done(await portal.Get<FundingDesk>().Save(Owner(project), await AwardOf(project), new FundingText(
            kind, giver, state, amount, what, answer is { } by ? Instants.DayOf(by, Zone) : null)));

    private async Task Claim(string reviewer, ClaimKind kind, DateTimeOffset on, string what, decimal amount)
    {
        using var receipt = kind == ClaimKind.Expense ? new MemoryStream(Encoding.UTF8.GetBytes($"{what}\n{amount:N2} {Currency}\nPaid with thanks. (Demonstration only.)\n")) : null;
        Done(await portal.Get<ClaimDesk>().Submit(
            As(reviewer), new ClaimText(_calls[on < Ago(100) ? "worship" : "online"], kind, Instants.DayOf(on, Zone), what, amount, receipt is not null), receipt, "receipt.txt"));
    }

    private async Task DecideClaim(string reviewer, string act, string? reason)
    {
        var claim = (await ClaimsOf(reviewer))[0];
        Done(await portal.Get<ClaimDesk>().Decide(As("officer"), claim.Reference, claim.Version, act, reason));
    }

    /// <summary>A claim is paid as everything is: one person prepares, another approves and releases.</summary>
    private async Task PayClaim(string reviewer)
    {
        var reference = (await ClaimsOf(reviewer))[0].PaymentReference!;
        AllDone(await portal.Get<PaymentDesk>().Prepare(As("finance"), [reference]));
        AllDone(await portal.Get<PaymentDesk>().Approve(As("approver"), [reference]));
        var payment = (await portal.Read(work => PaymentRepository.FindByReference(work, reference)))!;
        _batches["claim"] = Done(await portal.Get<BatchDesk>().Make(As("finance"), [payment.Id], BatchRules.NextWorkday(Today)));
        portal.Clock.Pass(45);
        Done(await portal.Get<BatchDesk>().Release(As("approver"), _batches["claim"], (await Batch("claim")).Version));
    }

    private async Task<PayeeAccount> AccountOf(string person) => (await portal.Read(work => PayeeRepository.OfPerson(work, Somebody(person).Id)))[0];

    private Task<IReadOnlyList<Claim>> ClaimsOf(string reviewer) => portal.Read(work => ClaimRepository.Of(work, Somebody(reviewer).Id));
}
