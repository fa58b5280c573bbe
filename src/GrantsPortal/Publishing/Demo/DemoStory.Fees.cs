using GrantsPortal.Bookings;
using GrantsPortal.Bookings.Fees;
using GrantsPortal.Payments.Stripe;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Training;

namespace GrantsPortal.Publishing.Demo;

/// <summary>A course with a fee: paid with a code, free for a partner, given back in part, and one place that waits to be paid. What Stripe would say, the story says.</summary>
internal sealed partial class DemoStory
{
    private const string FirstAid = "First aid for hard conversations";

    private readonly Dictionary<string, long> _payers = [];

    private void Fees()
    {
        At(Ago(46, 10), () => Course(new CourseTexts
        {
            Title = FirstAid,
            Summary = "One day with actors on what to say in the first minute, when somebody says something hateful.",
            Aims = "- three sentences that stop and do not shame\n- look after whom it was said to\n- what to do when it does not stop",
            Audience = "People at counters and doors, in classrooms and vestries.",
            Access = "Step-free, with quiet room. Actors are told of triggers beforehand.",
        }, CourseLevel.Introductory));
        At(Ago(45, 10), () => Run("paid", FirstAid, Plan(12), Days(-21)));
        At(Ago(45, 11), async () => Done((await portal.Get<FeeDesk>().Plan(As("officer"), _runs["paid"], 0, new FeePlan
        {
            Price = new Money(60, "GBP"),
            TaxName = "VAT",
            TaxPercent = 20,
            PartnerPercent = 100,
            PartnerByAward = true,
            SmallPercent = 50,
            SmallBelow = new Money(25_000, "GBP"),
            Policy = new RefundPolicy(30, 50, 3),
        }))!.Value));
        At(Ago(44, 11), async () => Done((await portal.Get<FeeDesk>().AddCode(As("officer"), _runs["paid"], new CodePlan("YOUTH-HALF", 50, 10, null)))!.Value));
        At(Ago(40), () => AskWith("paid", "applicant2", 2, "youth-half"));
        At(Ago(40, 13), () => PayFor("paid", "applicant2"));
        At(Ago(36), () => Ask("paid", "applicant4", "Riverton Interfaith Walkers", 1));
        At(Ago(35), () => Ask("paid", "applicant5", null, 1));
        At(Ago(35, 13), () => PayFor("paid", "applicant5"));
        At(Ago(6, 10), () => GiveUpPlace("paid", "applicant5"));
        At(Ago(5, 10), () => GivenBack("applicant5"));
        At(now.AddMinutes(-10), () => Ask("paid", "applicant7", null, 1));
    }

    private async Task AskWith(string run, string person, int people, string code)
    {
        var booker = Somebody(person);
        Guest[] guests = [new Guest(booker.Name, booker.Email), .. Enumerable.Range(2, people - 1).Select(number => new Guest(DemoNames[number], $"{person}-paid{number}@guests.example"))];
        Done((await portal.Get<BookingDesk>().Book(As(person), _runs[run], new BookingAsk { Guests = guests, Code = code }))!.Value);
    }

    private async Task PayFor(string run, string person)
    {
        var party = _payers[person] = (await Of(run, person)).PartyId;
        await using var work = await portal.Database.Write(Actor.System);
        var charge = (await ChargeRepository.OfParty(work, party)).Single(one => one.State == ChargeState.Open);
        var page = new FeeCheckout
        {
            Id = work.NewId(),
            ChargeId = charge.Id,
            Number = 1,
            State = CheckoutState.Asked,
            AmountMinor = charge.AmountMinor,
            Currency = charge.Currency,
            RequestKey = FormattableString.Invariant($"booking-charge-{charge.Id}-1"),
            CreatedAt = work.Now,
            ExpiresAt = work.Now + FeeRules.Session,
        };
        await ChargeRepository.Insert(work, page);
        await FeePayments.Take(work, new SeenSession($"cs_demo_{charge.Id}", null, charge.AmountMinor, charge.Currency, true, $"pi_demo_{charge.Id}", work.Now) { Reference = page.RequestKey, Status = "complete" });
        await work.Commit();
    }

    private async Task GivenBack(string person)
    {
        await using var work = await portal.Database.Write(Actor.System);
        var charges = await ChargeRepository.OfParty(work, _payers[person]);
        var pages = await ChargeRepository.Checkouts(work, [.. charges.Select(charge => charge.Id)]);
        foreach (var refund in await ChargeRepository.Refunds(work, [.. pages.Select(page => page.Id)]))
        {
            await RefundDesk.Keep(work, new SeenRefund($"re_demo_{refund.Id}", pages[0].PaymentId, refund.AmountMinor, refund.Currency, "succeeded", null, refund.RequestKey));
        }

        await work.Commit();
    }

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
