using CsCheck;
using GrantsPortal.Platform;
using GrantsPortal.Response.Exercises;
using GrantsPortal.Response.Incidents;
using Xunit;

namespace GrantsPortal.Rules.Tests.Response;

public sealed class ExerciseRulesTests
{
    private static readonly DateTimeOffset Start = new(2026, 10, 25, 0, 30, 0, TimeSpan.Zero);
    private static readonly Actor Officer = new(1, "Farah Siddiqui", new HashSet<string> { Roles.FocalPoint });
    private static readonly PlanChoices Choices = new(["Harbour"], [], new HashSet<long> { 10 }, new HashSet<long> { 1, 2 });

    private static readonly Gen<List<ExerciseInject>> Injects =
        Gen.Select(Gen.Long[1, 1000], Gen.Int[0, 240], (id, minute) => new ExerciseInject { Id = id, Minute = minute }).List[1, 12].Select(made => made.DistinctBy(one => one.Id).ToList());

    private static readonly Gen<TimeSpan> Span = Gen.Long[1, TimeSpan.FromHours(3).Ticks].Select(TimeSpan.FromTicks);

    private static ExercisePlan Plan => new()
    {
        Title = "Power cut",
        Scenario = "The power fails.",
        StartsAt = Start,
        Objectives = ["We know whom to ask"],
        Officers = [2],
        FacilitatorId = 1,
        Injects = [new(0, 0, "It is dark.", "Everybody", true, "")],
    };

    [Fact]
    public void A_pause_shifts_what_is_to_come_by_exactly_its_length_and_keeps_the_order() =>
        Gen.Select(Injects, Span, Span, Span).Sample((injects, first, length, later) =>
        {
            var running = new Timetable(Start, TimeSpan.Zero, null);
            var at = Start + first;
            var paused = TimetableRules.Pause(running, at);
            var resumed = TimetableRules.Resume(paused, at + length);
            var now = at + length + later;
            return resumed.PausedAt is null
                && injects.All(one => TimetableRules.At(resumed, one.Minute, now) - TimetableRules.At(running, one.Minute, now) == length)
                && TimetableRules.Elapsed(resumed, now) == first + later
                && TimetableRules.Due(resumed, injects, now).Select(one => one.Id).SequenceEqual(TimetableRules.Due(running, injects, now - length).Select(one => one.Id));
        });

    [Fact]
    public void Nothing_is_due_while_it_is_paused_and_nothing_is_lost_afterwards() =>
        Gen.Select(Injects, Span, Span).Sample((injects, first, length) =>
        {
            var paused = TimetableRules.Pause(new Timetable(Start, TimeSpan.Zero, null), Start + first);
            return TimetableRules.Due(paused, injects, Start + first + length).Count == 0
                && TimetableRules.Coming(paused, injects, Start + first + length).Count == injects.Count
                && TimetableRules.Due(TimetableRules.Resume(paused, Start + first + length), injects, Start + first + length + TimeSpan.FromMinutes(241)).Count == injects.Count;
        });

    [Fact]
    public void Every_inject_is_either_due_or_to_come_in_order_of_minutes() =>
        Gen.Select(Injects, Span).Sample((injects, gone) =>
        {
            var clock = new Timetable(Start, TimeSpan.Zero, null);
            var (due, coming) = (TimetableRules.Due(clock, injects, Start + gone), TimetableRules.Coming(clock, injects, Start + gone));
            var all = due.Concat(coming).ToList();
            return all.Count == injects.Count && due.All(one => one.Minute <= gone.TotalMinutes) && coming.All(one => one.Minute > gone.TotalMinutes)
                && all.Select(one => one.Minute).SequenceEqual(injects.Select(one => one.Minute).Order());
        });

    [Fact]
    public void Clocks_put_back_shift_nothing_and_what_is_delivered_is_not_due_again()
    {
        // In Europe/London 25 October 2026 has the hour from one to two twice; half an hour past midnight UTC lies in the first of them.
        var clock = new Timetable(Start, TimeSpan.Zero, null);
        Assert.Equal(Start.AddMinutes(60), TimetableRules.At(clock, 60, Start.AddMinutes(45)));
        var inject = new ExerciseInject { Id = 1, Minute = 60 };
        Assert.Empty(TimetableRules.Due(clock, [inject], Start.AddMinutes(59.99)));
        Assert.Single(TimetableRules.Due(clock, [inject], Start.AddMinutes(60)));
        Assert.Empty(TimetableRules.Due(clock, [inject with { DeliveredAt = Start.AddMinutes(30) }], Start.AddMinutes(60)));
    }

    [Fact]
    public void A_plan_says_what_is_missing_where_it_is_missing()
    {
        Assert.Empty(ExerciseRules.Check(Officer, Plan, Choices));
        Assert.Equal("exercise.not-staff", Assert.Single(ExerciseRules.Check(Officer with { Roles = new HashSet<string> { Roles.Auditor } }, Plan, Choices)).Code);
        Assert.Equal(
            ["exercise.title-missing Title", "exercise.start-missing Starts", "exercise.participants-missing Officers", "exercise.inject-minute Injects[4].Minute", "exercise.inject-whom Injects[4].ToWhom"],
            ExerciseRules.Check(Officer, Plan with { Title = " ", StartsAt = null, Officers = [], Injects = [new(4, 1441, "It is dark.", "", false, "")] }, Choices).Select(wrong => $"{wrong.Code} {wrong.Field}"));
        Assert.Equal("exercise.unknown", Assert.Single(ExerciseRules.Check(Officer, Plan with { Partners = [11] }, Choices)).Code);
        Assert.Equal("incident.unknown", Assert.Single(ExerciseRules.Check(Officer, Plan with { Scope = new CallDownScope { Districts = ["Nowhere"] } }, Choices)).Code);
    }

    [Fact]
    public void A_report_needs_a_standing_for_each_objective_and_somebody_and_a_day_for_each_action()
    {
        var named = new ReviewPlan([new(ObjectiveStanding.Met, "Mrs Patel opened.")], "Call 0151 496 0123", "Keys.", [new(3, "Ask Dr Khan", "", 2, new DateOnly(2026, 12, 1))]);
        var texts = ExerciseTextRules.Of(named);
        Assert.Equal([("Findings[0].Seen", "personal.points"), ("Helped", "personal.points"), ("Actions[3].What", "personal.points")], ExerciseTextRules.Against(texts, null).Select(refusal => (refusal.Field!, refusal.Code)));
        Assert.Empty(ExerciseTextRules.Against(texts, ExerciseTextRules.Seal(texts)));
        Assert.NotEmpty(ExerciseTextRules.Against(ExerciseTextRules.Of(named with { ToChange = "Ask Mr Diaz" }), ExerciseTextRules.Seal(texts)));
        var plan = new ExercisePlan { Title = "Power", Objectives = ["Ask", "Find Mr Khan"], Injects = [new(4, 1, "write to amina@circle.example", "Imam Ali Mosque", true, "Sister Agnes calls")] };
        Assert.Equal(["Objectives[1]", "Injects[4].Words", "Injects[4].Expected"], ExerciseTextRules.Against(ExerciseTextRules.Of(plan), null).Select(refusal => refusal.Field));
        Assert.Empty(ExerciseTextRules.Against(ExerciseTextRules.Of(plan with { Objectives = ["Ask"], Injects = [] }), null));

        var good = new ReviewPlan([new(ObjectiveStanding.Met, "Seen.")], "", "Keys.", [new(0, "Ask", "", 2, new DateOnly(2026, 12, 1)), new(1, "Copy keys", "The office", null, new DateOnly(2026, 12, 1))]);
        Assert.Empty(ExerciseRules.Check(good, 1, Choices.Officers));
        Assert.Equal(
            ["exercise.standing-missing Findings[1].Standing", "exercise.seen-missing Findings[1].Seen"], ExerciseRules.Check(good, 2, Choices.Officers).Select(wrong => $"{wrong.Code} {wrong.Field}"));
        Assert.Equal(
            ["exercise.action-who Actions[3].Who", "exercise.action-due Actions[3].Due"],
            ExerciseRules.Check(good with { Actions = [new(3, "Ask", "", null, null)] }, 1, Choices.Officers).Select(wrong => $"{wrong.Code} {wrong.Field}"));
    }
}
