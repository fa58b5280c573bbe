using GrantsPortal.Applications;
using GrantsPortal.Applications.Consortia;
using GrantsPortal.Awards.Decisions;
using GrantsPortal.Calls;
using GrantsPortal.People;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Reviews.Assignment;

namespace GrantsPortal.Response.RapidFund;

/// <summary>The two deciders' answers on one application, and who decides where one of them cannot.</summary>
public sealed class RapidDecisionDesk(PortalDatabase database, DecisionDesk decisions)
{
    /// <summary>
    /// Keeps a decider's answer. Where it settles the matter, application, award, ledger and letter follow in the same transaction. Null
    /// where there is no such application; refused as <see cref="RapidRules.MayAnswer"/> and <see cref="DecisionDesk.AtOnce"/> say. Returns whether it is decided.
    /// </summary>
    public async Task<Outcome<bool>?> Answer(Actor actor, string reference, RapidAnswer? answer, long? amountMinor, string? reason)
    {
        await using var work = await database.Write(actor);
        if (await RapidRepository.Case(work, reference) is not { } before)
        {
            return null;
        }

        // From here on nobody else answers on it until this is committed.
        var waits = await RapidRepository.TakeTurn(work, before.ApplicationId);
        var found = (await RapidRepository.Case(work, before.ApplicationId))!;
        if (!waits)
        {
            return new Refusal("rapid.not-waiting");
        }

        var (fund, call) = ((await RapidRepository.Fund(work, found.CallId))!, (await CallRepository.Find(work, found.CallId))!);
        var seat = (await RapidRepository.Seats(work, found.ApplicationId)).FirstOrDefault(one => one.PersonId == actor.PersonId);
        var tie = await TieOf(work, actor.Person, found);
        if (RapidRules.MayAnswer(actor, found, seat, tie, answer, amountMinor, reason, RapidRules.Most(found, call, fund.AwardedMinor)) is { Count: > 0 } wrong)
        {
            return Outcome<bool>.Refuse(wrong);
        }

        var amount = answer == RapidAnswer.Yes ? amountMinor : null;
        if (!await RapidRepository.Answer(work, found.ApplicationId, seat!.Number, answer!.Value, amount, reason!.Trim()))
        {
            return new Refusal("rapid.answered");
        }

        work.Audit("application.decider-answered", "Application", found.ApplicationId, new { seat = seat.Number, answer, amountMinor = amount, found.Submission });
        var settled = await Settle(work, found, fund, call);
        if (settled.Done)
        {
            await work.Commit();
        }

        return settled;
    }

    /// <summary>
    /// A decider says that they cannot decide on an application; their deputy is asked, or the officer told that nobody is named. A
    /// conflict of interest is declared for good. Null where there is no such application; refused as
    /// <see cref="RapidRules.AgainstActing"/> says, or with a reason's refusals.
    /// </summary>
    public async Task<Outcome?> StepAside(Actor actor, string reference, bool conflict, string? reason)
    {
        await using var work = await database.Write(actor);
        if (await RapidRepository.Case(work, reference) is not { } found)
        {
            return null;
        }

        if (!await RapidRepository.TakeTurn(work, found.ApplicationId))
        {
            return (Outcome)new Refusal("rapid.not-waiting");
        }

        var seats = await RapidRepository.Seats(work, found.ApplicationId);
        var seat = seats.FirstOrDefault(one => one.PersonId == actor.PersonId);
        if ((RapidRules.AgainstActing(actor, found, seat, RapidTie.None) ?? RapidRules.AgainstReason(reason)) is { } refusal)
        {
            return (Outcome)refusal;
        }

        if (conflict)
        {
            await PanelRepository.Declare(work, actor.Person, found.ApplicationId, found.OrganisationId, reason!.Trim());
        }

        var fund = (await RapidRepository.Fund(work, found.CallId))!;
        var named = fund.Seats.Of(seat!.Number).SkipWhile(one => one != actor.PersonId).Skip(1).ToList();
        var next = RapidRules.Seat(named, await Able(work, found, fund, named, [.. seats.Where(one => one.Number != seat.Number).Select(one => one.PersonId).OfType<long>()]));
        await RapidRepository.Sit(work, found.ApplicationId, seat.Number, next);
        work.Audit("application.decider-stepped-aside", "Application", found.ApplicationId, new { seat = seat.Number, from = actor.PersonId, to = next, conflict });
        await RapidLettersOut.Seated(work, found, fund, [next]);
        await work.Commit();
        return Outcome.Ok;
    }

    /// <summary>An officer names another decider for a seat that has not answered. Null where there is no such application; refused as <see cref="RapidRules.MayName"/> says, or with a reason's refusals.</summary>
    public async Task<Outcome?> Name(Actor actor, string reference, int number, long person, string? reason)
    {
        await using var work = await database.Write(actor);
        if (await RapidRepository.Case(work, reference) is not { } found)
        {
            return null;
        }

        if (!await RapidRepository.TakeTurn(work, found.ApplicationId))
        {
            return (Outcome)new Refusal("rapid.not-waiting");
        }

        var (seats, fund) = (await RapidRepository.Seats(work, found.ApplicationId), (await RapidRepository.Fund(work, found.CallId))!);
        var isApprover = (await PersonRepository.WithRole(work, Roles.Approver)).Any(one => one.Id == person);
        if ((RapidRules.MayName(actor, found, fund, seats, number, person, isApprover, await TieOf(work, person, found)) ?? RapidRules.AgainstReason(reason)) is { } refusal)
        {
            return (Outcome)refusal;
        }

        await RapidRepository.Sit(work, found.ApplicationId, number, person);
        work.Audit("application.decider-named", "Application", found.ApplicationId, new { seat = number, from = seats.First(seat => seat.Number == number).PersonId, to = person, reason = reason!.Trim() });
        await RapidLettersOut.Seated(work, found, fund, [person]);
        await work.Commit();
        return Outcome.Ok;
    }

    /// <summary>What binds a person to an applicant, or to a partner that applies with it.</summary>
    public static async Task<RapidTie> TieOf(UnitOfWork work, long person, RapidCase found) =>
        await ConsortiumRepository.Belongs(work, found.ApplicationId, person) ? RapidTie.Member
        : await RapidRepository.HasConflict(work, person, found.ApplicationId, found.OrganisationId) ? RapidTie.Declared
        : RapidTie.None;

    /// <summary>Who of some people may decide on an application.</summary>
    internal static async Task<Func<long, bool>> Able(UnitOfWork work, RapidCase found, OpenedFund fund, IReadOnlyCollection<long> people, IReadOnlyCollection<long> sitting)
    {
        var approvers = (await PersonRepository.WithRole(work, Roles.Approver)).Select(person => person.Id).ToHashSet();
        var able = new HashSet<long>();
        foreach (var person in people.Where(one => approvers.Contains(one) && one != fund.OpenedBy && !sitting.Contains(one)))
        {
            if (await TieOf(work, person, found) == RapidTie.None)
            {
                able.Add(person);
            }
        }

        return able.Contains;
    }

    private async Task<Outcome<bool>> Settle(UnitOfWork work, RapidCase found, OpenedFund fund, Call call)
    {
        var seats = await RapidRepository.Seats(work, found.ApplicationId);
        if (RapidRules.Settle(seats) is not { } outcome)
        {
            return false;
        }

        // Whoever answered last decides; the other recommended. A single no is put before its decider by whoever opened the fund.
        var other = outcome.AmountMinor is null ? fund.OpenedBy : seats.First(seat => seat.PersonId != work.Actor.PersonId).PersonId!.Value;
        var application = (await ApplicationRepository.Find(work, found.ApplicationId))!;
        var decided = await decisions.AtOnce(work, call, application, new DecidedAtOnce(outcome.AmountMinor, outcome.Reason, fund.OpenedBy, other));
        if (decided.Refused)
        {
            return Outcome<bool>.Refuse(decided.Refusals);
        }

        return await RapidRepository.Decided(work, found.ApplicationId) ? true : new Refusal("rapid.not-waiting");
    }
}
