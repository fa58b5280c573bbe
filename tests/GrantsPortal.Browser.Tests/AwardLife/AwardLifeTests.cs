using GrantsPortal.Awards;
using GrantsPortal.Calls.Agreements;
using GrantsPortal.Payments;
using GrantsPortal.Payments.Schedule;
using GrantsPortal.People;
using GrantsPortal.Platform;
using GrantsPortal.Reviews;
using GrantsPortal.TestWorld;
using Microsoft.Playwright;
using Xunit;

namespace GrantsPortal.Browser.Tests.AwardLife;

/// <summary>
/// A two-year award in a real browser, from the decision to its close-out; one chapter a file. Everybody acts in a window of
/// their own, the organisation on a phone, and the years go by with the portal's clock.
/// </summary>
public sealed partial class AwardLifeTests(Chromium chromium) : IDisposable
{
    private readonly City _city = new([.. City.BankSettings, City.Printing]);
    private readonly Dictionary<long, (IPage Page, DateTimeOffset Since)> _windows = [];
    private Walk _walk = null!;
    private Listing _listing = null!;
    private Person _officer = null!;
    private Person _approver = null!;
    private Person _fay = null!;
    private Person _femi = null!;
    private string _reference = "";

    private Applicant Grantee => _listing.Applicants[0];

    public void Dispose() => _city.Dispose();

    [Fact]
    public async Task From_decision_to_close_out_over_two_years_with_a_variation_a_failed_payment_and_money_that_comes_back()
    {
        _walk = new Walk(chromium, _city.Portal.Serve(), "award-life");
        await Begin();

        await Decide();
        await SpreadOverYears();
        await Sign();
        await MeetConditions();
        await PlanReportsAndPayments();

        await On(new DateOnly(2027, 1, 15));
        await PayTheFirstInstalment();

        await On(new DateOnly(2027, 6, 1));
        await Vary();

        await On(new DateOnly(2027, 12, 20));
        await ReportOnTheFirstYear();
        await ConfirmTheSecondYear();
        await On(new DateOnly(2028, 1, 10));
        await PayTheSecondInstalment();

        await On(new DateOnly(2029, 1, 10));
        await ReportAtTheEnd();
        await AskBackWhatIsLeft();
        await CloseOut();

        _walk.EveryPageIsFit();
        Assert.Empty(await _city.Unsound());
    }

    /// <summary>A recommended application for two years' work, of an organisation that is paid once its bank details are checked.</summary>
    private async Task Begin()
    {
        _listing = await _city.Recommended(new Wish(RecommendedOutcome.Fund, 1_200_000) { EndsOn = new DateOnly(2028, 12, 31) });
        await _city.Needing(_listing, ConditionKind.BankDetails);
        (_officer, _approver) = (await Known(_listing.Officer), await Known(_listing.Approver));
        (_fay, _femi) = (await _city.Person("Fay Finance", Roles.Finance), await _city.Person("Femi Finance", Roles.Finance));
    }

    /// <summary>It is noon of a day, and the jobs have run.</summary>
    private async Task On(DateOnly day)
    {
        _city.Portal.Clock.SetUtcNow(new DateTimeOffset(day, new TimeOnly(12, 0), TimeSpan.Zero));
        await _city.Job<DuePaymentsJob>().Run(TestContext.Current.CancellationToken);
        await _city.Job<Monitoring.Reports.Planning.ReportJob>().Run(TestContext.Current.CancellationToken);
    }

    /// <summary>Somebody's window; they sign in anew each time the clock was moved.</summary>
    private async Task<IPage> As(Person person)
    {
        var (page, since) = _windows.GetValueOrDefault(person.Id);
        page ??= await _walk.Open(phone: person.Id == Grantee.Owner.Id);
        if (since != _city.Now)
        {
            await Walk.SignIn(page, person.Email);
            _windows[person.Id] = (page, _city.Now);
        }

        return page;
    }

    private Task<Person> Known(Actor actor) => _city.Read(async work => (await PersonRepository.Find(work, actor.Person))!);

    private Task<Award> Award() => _city.AwardOf(Grantee);

    private async Task<Payment> LatestPayment() => (await _city.PaymentsOf(await Award())).Where(payment => payment.State != PaymentState.Scheduled).MaxBy(payment => (payment.Year, payment.Attempt))!;
}
