using GrantsPortal.Applications.Drafting;
using GrantsPortal.Applications.Submitting;
using GrantsPortal.Awards;
using GrantsPortal.Calls;
using GrantsPortal.Funds;
using GrantsPortal.Funds.Budgets;
using GrantsPortal.Monitoring.Reports;
using GrantsPortal.Monitoring.Reports.Writing;
using GrantsPortal.Payments;
using GrantsPortal.Payments.Bank.Batches;
using GrantsPortal.Payments.Desk;
using GrantsPortal.Platform;
using GrantsPortal.Response.RapidFund;

namespace GrantsPortal.Publishing.Demo;

/// <summary>Rapid help after the threat at the mosque: a template approved in good time, a fund opened that morning, five who asked, and two paid before any paper.</summary>
internal sealed partial class DemoStory
{
    private readonly Dictionary<string, string> _rapid = [];
    private long _rapidTemplate;

    private void RapidHelp()
    {
        At(Ago(100, 9), RapidReserve);
        At(Ago(99, 9), RapidTemplates);
        At(Ago(99, 14), async () => Done(await portal.Get<RapidTemplateDesk>().Approve(Decider("tom-ferris"), _rapidTemplate, 2)));
        At(Ago(21, 7.6), async () => Done((await portal.Get<RapidFundDesk>().Open(As("focal"), _incidents["mosque"], new RapidOpening(_rapidTemplate, 1_200_000, Ago(-2, 17), true)))!.Value));
        At(Ago(21, 12), () => AskForHelp("door", Mosque, "A door, and light over it", 2_400,
            "Everybody who comes to prayer after dark, above all the women’s circle and the children’s class. The old door does not close any more.",
            "A steel door, two lamps, and a locksmith who comes today.", "Bilal Ahmed, day and night."));
        At(Ago(21, 15), () => TheyDecide("door", "approver", RapidAnswer.Yes, 2_400, "The door cannot wait, and the price is fair."));
        At(Ago(21, 16.5), () => TheyDecide("door", "nadia-osman", RapidAnswer.Yes, 2_000, "We pay for door, lamps and locksmith; the paint the landlord has promised."));
        At(Ago(21, 17), () => AskForHelp("walk", Walkers, "Standing at the door on Fridays", 750,
            "People of the mosque who are afraid to come alone. We are sixty from seven houses of worship, and we will stand there.",
            "Hot drinks, a shelter for the rain, and fares for those who have none.", "Tomasz Nowak, all day."));
        At(Ago(21, 18), () => PressTheButton("door", Mosque));
        At(Ago(21, 18.5), () => TheyDecide("walk", "nadia-osman", RapidAnswer.Yes, 750, "Nothing says more clearly that they are not alone."));
        At(Ago(21, 19), () => TheyDecide("walk", "approver", RapidAnswer.Yes, 750, "Sixty people at a door on a Friday are worth more than a camera."));
        At(Ago(21, 20), () => PressTheButton("walk", Walkers));
        At(Ago(20, 9), () => AskForHelp("coats", "Riverton Street Pastors", "New coats for the night teams", 900, "Our twelve volunteers, who are out in all weathers.", "Twelve coats with reflectors.", "Michael Osei, evenings."));
        At(Ago(20, 11), () => TheyDecide("coats", "nadia-osman", RapidAnswer.No, null, "This is good work and can wait: please ask the small grants call, which is open until the end of the month."));
        At(Ago(20, 14), PayBeforePapers);
        At(Ago(19, 18), () => Book("rapid"));
        At(Ago(3, 19), () => ReportShortly("door", Mosque));
        At(Ago(2, 10), () => AskForHelp("meals", "Gurdwara Kitchen Volunteers", "Meals for those who keep watch", 600,
            "Volunteers who have kept watch on Chandler Street every night for three weeks, and the neighbours who join them.", "Meals, flasks and fuel for the van.", "Harpreet Singh, from six in the morning."));
        At(Ago(2, 14), () => TheyDecide("meals", "approver", RapidAnswer.Yes, 600, "They feed everybody who keeps watch, and ask for little."));
        At(Ago(1, 9), () => TheyDecide("meals", "nadia-osman", RapidAnswer.Yes, 500, "Meals and flasks in full; the fuel they get from the gurdwara."));
        At(Ago(1, 18), () => AskForHelp("line", Somali, "A telephone line until midnight", 1_500,
            "Parents whose children are named in the chats. They ring us at night and nobody else answers in their language.", "Three people on the line for four weeks.", "Hodan Abdi, until ten at night."));
        At(Ago(1, 20), () => TheyDecide("line", "nadia-osman", RapidAnswer.Yes, 1_500, "They are the only ones whom these parents ring."));
    }

    private async Task RapidReserve()
    {
        await Make("nadia-osman", "Nadia Osman", "nadia-osman" + DemoData.Domain, null, [Roles.Approver]);
        await Make("tom-ferris", "Tom Ferris", "tom-ferris" + DemoData.Domain, null, [Roles.Approver]);
        _programmes["rapid"] = Done(await portal.Get<ProgrammeDesk>().Create(
            As("officer"), new ProgrammeText("Rapid-response reserve", "Kept free for the hours after something has happened.", Currency))).Id;
        foreach (var year in Enumerable.Range(now.Year - 1, 3))
        {
            Done(await portal.Get<BudgetDesk>().Add(As("finance"), _programmes["rapid"], new BudgetText(year, _sources["city"], 40_000, $"4900.{year % 100}", null)));
        }
    }

    private async Task RapidTemplates()
    {
        var (desk, seats) = (portal.Get<RapidTemplateDesk>(), new RapidSeats(Somebody("approver").Id, Somebody("tom-ferris").Id, Somebody("nadia-osman").Id, null));
        var plan = new RapidPlan
        {
            Title = "Rapid help after an attack or a threat",
            Summary = "Small sums for what cannot wait: safety, people to talk to, rumours answered. Decided within two days, paid before the papers.",
            Description = "Something has happened, and your community needs something now: a door that closes, somebody on the telephone at night, people who stand outside. Ask for it in five answers. Two people decide within 48 hours.\n\nWe pay for what is needed in the next weeks, not for what was planned before.",
            Who = "We are a community group, faith community or charity that works in the city.\nThe need comes from what has happened, and cannot wait for another call.",
            Questions =
            [
                new RapidQuestion("What do you need, in a line?", "", QuestionKind.ShortText), new RapidQuestion("How much?", "", QuestionKind.Money),
                new RapidQuestion("Who needs it, and why now?", "No names of people.", QuestionKind.LongText), new RapidQuestion("What will you spend it on?", "", QuestionKind.LongText),
                new RapidQuestion("Whom of you can we ring?", "A name, and when.", QuestionKind.ShortText),
            ],
            ProgrammeId = _programmes["rapid"],
            CeilingMinor = 2_500_000,
            LargestMinor = 300_000,
            Hours = 48,
            ReportDays = 30,
            Seats = seats,
        };
        _rapidTemplate = Done(await desk.Save(As("focal"), null, 0, plan));
        Done(await desk.Ask(As("focal"), _rapidTemplate, 1));
        var second = Done(await desk.Save(As("officer"), null, 0, plan with
        {
            Title = "Rapid help after a flood or a fire",
            Summary = "Small sums for beds, food and interpreters in the first days.",
            Seats = seats with { FirstDeputy = null },
        }));
        Done(await desk.Ask(As("officer"), second, 1));
    }

    private async Task AskForHelp(string key, string organisation, string title, decimal amount, params string[] answers)
    {
        var (owner, slug) = (As(OwnerOf(organisation)), "rapid-help-after-an-attack-or-a-threat");
        var call = (await portal.Read(work => CallRepository.FindBySlug(work, slug)))!;
        _rapid[key] = Done(await portal.Get<DraftDesk>().Start(owner, new StartRequest(slug, _organisations[organisation].Id, await Passed(call), portal.Now))).Reference;
        Done(await portal.Get<Applications.Drafting.AnswerDesk>().Save(owner, _rapid[key],
        [
            new TypedAnswer("title", title, 0, null), new TypedAnswer("amount", amount.ToString(System.Globalization.CultureInfo.InvariantCulture), 0, null),
            .. answers.Select((answer, i) => new TypedAnswer(FormattableString.Invariant($"question-{i + 3}"), answer, 0, null)),
        ]));
        Done(await portal.Get<SubmissionDesk>().Submit(owner, _rapid[key], portal.Now));
    }

    private async Task TheyDecide(string key, string who, RapidAnswer answer, decimal? amount, string reason) =>
        Done((await portal.Get<RapidDecisionDesk>().Answer(Decider(who), _rapid[key], answer, amount is { } given ? new Money(given, Currency).Minor : null, reason))!.Value);

    private async Task PressTheButton(string key, string organisation)
    {
        var award = await RapidAward(key);
        Done((await portal.Get<RapidAwardDesk>().Accept(As(OwnerOf(organisation)), award.Reference, award.Version, portal.Now))!.Value);
    }

    private async Task ReportShortly(string key, string organisation)
    {
        var (owner, award) = (As(OwnerOf(organisation)), (await RapidAward(key)).Reference);
        Done(await portal.Get<NarrativeDesk>().Save(owner, award, 1,
        [
            new TypedText(ReportRules.Used, "The steel door was in on the second day, the lamps on the third. The locksmith stayed until ten at night and would take nothing for the hours.", 0, null),
            new TypedText(ReportRules.Needed, "Somebody for the children to talk to. The class is back to fourteen of twenty-two, and the small ones ask whether the door is shut.", 0, null),
        ]));
        Done(await portal.Get<SpendingDesk>().SaveSum(owner, award, 1, 0, 1_940));
        Done(await portal.Get<SubmitReportDesk>().Submit(owner, award, 1, portal.Now));
    }

    /// <summary>Finance prepares, and somebody who did not decide approves and releases: two did, so the third approver.</summary>
    private async Task PayBeforePapers()
    {
        var (tom, awards) = (Decider("tom-ferris"), new[] { (await RapidAward("door")).Id, (await RapidAward("walk")).Id });
        var payments = await portal.Read(async work => (await PaymentRepository.OfAward(work, awards[0])).Concat(await PaymentRepository.OfAward(work, awards[1])).ToList());
        string[] references = [.. payments.Select(payment => payment.Reference)];
        AllDone(await portal.Get<PaymentDesk>().Prepare(As("finance"), references));
        AllDone(await portal.Get<PaymentDesk>().Approve(tom, references));
        portal.Clock.Pass(15);
        _batches["rapid"] = Done(await portal.Get<BatchDesk>().Make(As("finance"), [.. payments.Select(payment => payment.Id)], BatchRules.NextWorkday(Today)));
        portal.Clock.Pass(15);
        Done(await portal.Get<BatchDesk>().Release(tom, _batches["rapid"], (await Batch("rapid")).Version));
    }

    private Task<Award> RapidAward(string key) => portal.Read(async work =>
        (await AwardRepository.FindByReference(work, (await RapidRepository.Case(work, _rapid[key]))!.AwardReference!))!);

    private Actor Decider(string key) => new(_people[key].Id, _people[key].Name, new HashSet<string> { Roles.Approver });
}
