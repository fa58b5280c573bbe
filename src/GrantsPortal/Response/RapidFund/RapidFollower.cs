using GrantsPortal.Applications.Submitting;
using GrantsPortal.Awards;
using GrantsPortal.Awards.Offers;
using GrantsPortal.Monitoring.Reports.Planning;
using GrantsPortal.Payments;
using GrantsPortal.Payments.Schedule;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Events;
using GrantsPortal.Platform.Text;
using Microsoft.Extensions.Options;

namespace GrantsPortal.Response.RapidFund;

/// <summary>
/// The short road: an application that comes in starts its clock, an award that is accepted runs and is due at once, and a payment that
/// arrived asks for the one report.
/// </summary>
public sealed class RapidFollower(ScheduleDesk schedules, PortalTexts texts, IOptions<PortalOptions> portal) : ISubscriber<ApplicationSubmitted>, ISubscriber<AwardAgreed>, ISubscriber<PaymentMoved>
{
    /// <inheritdoc/>
    public async Task On(ApplicationSubmitted happened, UnitOfWork work)
    {
        var (application, call) = (happened.Application, happened.Call);
        if (call.PromisedFor(application.SubmittedAt!.Value) is not { } promised || await RapidRepository.Fund(work, call.Id) is not { } fund)
        {
            return;
        }

        if (await RapidRepository.Case(work, application.Id) is null)
        {
            await RapidRepository.InsertCase(work, application.Id, call.Id, application.SubmissionNumber, promised);
        }
        else
        {
            await RapidRepository.Restart(work, application.Id, application.SubmissionNumber, promised);
            await RapidRepository.ClearSeats(work, application.Id);
        }

        var found = (await RapidRepository.Case(work, application.Id))!;
        var able = await RapidDecisionDesk.Able(work, found, fund, fund.Seats.All, []);
        var sitting = new List<long?>();
        foreach (var number in new[] { 1, 2 })
        {
            var person = RapidRules.Seat(fund.Seats.Of(number), able);
            await RapidRepository.InsertSeat(work, application.Id, number, person);
            sitting.Add(person);
        }

        work.Audit("application.promised", "Application", application.Id, new { promised, application.SubmissionNumber, deciders = sitting });
        await RapidLettersOut.Seated(work, found, fund, sitting);
    }

    /// <inheritdoc/>
    public async Task On(AwardAgreed happened, UnitOfWork work)
    {
        var award = happened.Award;
        if (!await AwardRepository.IsRapid(work, award.Id))
        {
            return;
        }

        var to = AwardStates.Table.Move(award.State, AwardStates.Activate).Value;
        if (!await AwardRepository.Move(work, award, to))
        {
            throw new InvalidOperationException($"{award.Reference} changed while it was accepted.");
        }

        work.Audit("award.activated", "Award", award.Id, new { from = award.State, to, atOnce = true });
        await schedules.PayAtOnce(work, award with { State = to, Version = award.Version + 1 }, texts.In(award.LanguageIn(portal.Value))["The whole award"]);
    }

    /// <inheritdoc/>
    public async Task On(PaymentMoved happened, UnitOfWork work)
    {
        if (happened.Payment is not { State: PaymentState.Paid, AwardId: { } id } || !await AwardRepository.IsRapid(work, id))
        {
            return;
        }

        var award = (await AwardRepository.Find(work, id))!;
        if (award.CallId is { } call && await RapidRepository.Fund(work, call) is { } fund)
        {
            await ReportPlanDesk.AskForOne(work, award, Instants.DayOf(work.Now, portal.Value.Zone).AddDays(fund.ReportDays));
        }
    }
}

/// <summary>Accepting with one button.</summary>
public sealed class RapidAwardDesk(PortalDatabase database, OfferDesk offers)
{
    /// <summary>
    /// Accepts an offer of the short road in the name on the actor's account. Null where it is not theirs or of another road; refused as
    /// <see cref="OfferDesk.Accept"/>. Where the organisation's rule asks for two Owners, each presses the button.
    /// </summary>
    public async Task<Outcome<AwardState>?> Accept(Actor actor, string reference, int version, DateTimeOffset received)
    {
        await using (var work = await database.Read())
        {
            if (await AwardRepository.FindFor(work, reference, actor.Person) is not { } award || !await AwardRepository.IsRapid(work, award.Id))
            {
                return null;
            }
        }

        return await offers.Accept(actor, reference, version, actor.Name, received);
    }
}
