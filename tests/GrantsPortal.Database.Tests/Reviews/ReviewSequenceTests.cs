using GrantsPortal.Applications;
using GrantsPortal.Applications.Intake;
using GrantsPortal.Applications.Submitting;
using GrantsPortal.People;
using GrantsPortal.Platform;
using GrantsPortal.Platform.States;
using GrantsPortal.Reviews;
using GrantsPortal.Reviews.Assignment;
using GrantsPortal.Reviews.Scoring;
using GrantsPortal.TestWorld;
using Xunit;
using static GrantsPortal.Database.Tests.Reviews.ReviewWorld;

namespace GrantsPortal.Database.Tests.Reviews;

/// <summary>Whoever asks for whatever in whatever order between a draft and its recommendation, nothing leaves the lines of the state tables.</summary>
public sealed class ReviewSequenceTests : IDisposable
{
    private readonly ReviewWorld _world = new();

    private City City => _world.City;

    public void Dispose() => _world.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task No_sequence_of_acts_by_anybody_reaches_a_state_outside_the_tables(int seed)
    {
        var random = new Random(seed);
        await _world.WithCall();
        var cast = await Gather();
        var reached = new HashSet<string>();
        for (var step = 0; step < 1000; step++)
        {
            if (step == 250)
            {
                // Reviews are given out once the call is closed.
                await City.Close(_world.Call);
            }

            var before = await States();
            await Act(random, cast);
            var after = await States();
            foreach (var (record, state) in after)
            {
                Assert.True(Allowed(record, before.GetValueOrDefault(record), state), $"{record} went from {before.GetValueOrDefault(record)} to {state} at step {step} of seed {seed}");
                reached.Add($"{record[0]} {state}");
            }
        }

        Assert.True(reached.Count > 8, $"Hardly anything happened: {string.Join(", ", reached)}");
        Assert.Empty(await _world.Broken());
    }

    private static bool Allowed(string record, string? from, string to) => record[0] switch
    {
        'A' => Line(ApplicationStates.Table, from, to),

        // The first scores may be saved and sent in at once: two lines in one act.
        _ => from is null ? to == nameof(ReviewState.Assigned) : Line(ReviewStates.Table, from, to) || (from, to) is (nameof(ReviewState.Accepted), nameof(ReviewState.Submitted)),
    };

    private static bool Line<TState>(StateTable<TState> table, string? from, string to)
        where TState : struct, Enum => from == to || table.Lines.Any(line => line.From.ToString() == from && line.To.ToString() == to);

    private async Task<Cast> Gather()
    {
        var (rae, rob) = (await _world.Reviewer("Rae Reviewer"), await _world.Reviewer("Rob Reviewer"));
        await City.InPool(_world.Call.Id, rae, rob);
        var applicants = new Dictionary<long, Actor>();
        for (var i = 0; i < 4; i++)
        {
            var owner = await City.Person($"Owner {i}");
            var organisation = await City.Organisation($"Group {i}", owner);
            applicants[(await City.Answered(_world.Call, await City.Draft(_world.Call, organisation, owner), owner)).Id] = As(owner);
        }

        return new Cast(
            await City.Officer(), [rae, rob], applicants,
            [.. applicants.Values, await City.Staff("Ada Approver", Roles.Approver), await City.Staff("Bo Both", Roles.ProgrammeOfficer, Roles.Reviewer), As(await City.Person("Sam Stranger"))]);
    }

    private async Task Act(Random random, Cast cast)
    {
        var (id, applicant) = cast.Applicants.ElementAt(random.Next(cast.Applicants.Count));
        var application = (await City.Read(work => ApplicationRepository.Find(work, id)))!;
        var reviews = await City.Read(work => ReviewRepository.OfApplication(work, id));
        var review = reviews.Count == 0 ? null : reviews[random.Next(reviews.Count)];
        var reviewer = cast.Reviewers[random.Next(2)];
        var (intake, answers) = (_world.Get<IntakeDesk>(), _world.Get<ReviewDesk>());

        // Mostly whoever it is for, so that the records move on; often somebody else.
        Actor By(Actor fitting) => random.Next(4) > 0 ? fitting : cast.Others[random.Next(cast.Others.Count)];
        Actor Reader() => By(As(cast.Reviewers.FirstOrDefault(one => one.Id == review!.ReviewerId) ?? reviewer, Roles.Reviewer));
        var seldom = random.Next(6) == 0;
        var rarely = random.Next(60) == 0;
        switch (random.Next(13))
        {
            case 0: await _world.Get<SubmissionDesk>().Submit(By(applicant), application.Reference, City.Now); break;
            case 1 when rarely: await _world.Get<SubmissionDesk>().Withdraw(By(applicant), application.Reference); break;
            case 2: await intake.Eligible(By(cast.Officer), application.Reference, "Fits the call"); break;
            case 3 when rarely: await intake.NotEligible(By(cast.Officer), application.Reference, "Outside the city"); break;
            case 4 when seldom: await intake.Clarify(By(cast.Officer), application.Reference, "Which rooms?", City.Now.AddDays(5)); break;
            case 5: await intake.GoOn(By(cast.Officer), application.Reference); break;
            case 6: await _world.Get<AssignmentDesk>().Assign(By(cast.Officer), _world.Call.Id, [new(id, reviewer.Id)], City.Now.AddDays(14)); break;
            case 7 when review is not null: await answers.Accept(Reader(), review.Id); break;
            case 8 when review is not null && seldom: await answers.Refuse(Reader(), review.Id, "No time"); break;
            case 9 when review is not null && seldom: await answers.DeclareConflict(Reader(), review.Id, "My sister works there"); break;
            case 10 when review is not null: await _world.Get<ScoringDesk>().Save(Reader(), review.Id, await City.Sheet(review, random.Next(5)), submit: random.Next(2) == 0); break;
            case 11 when review is not null: await _world.Get<ModerationDesk>().Reopen(By(cast.Officer), review.Id, "Please look again"); break;
            case 12: await Recommend(random, By(cast.Officer), application); break;
        }
    }

    private async Task Recommend(Random random, Actor actor, Application application)
    {
        var before = await City.Read(work => RecommendationRepository.Find(work, application.Id));
        RecommendedOutcome? outcome = random.Next(4) switch { 0 => RecommendedOutcome.Fund, 1 => RecommendedOutcome.Reserve, 2 => RecommendedOutcome.Decline, _ => null };
        await _world.Get<RecommendationDesk>().Save(actor, _world.Call.Id, [new(application.Id, outcome, null, "As the panel found.", before?.Version ?? 0)]);
    }

    private async Task<Dictionary<string, string>> States() => (await City.Read(work => work.List<Where>(
        """
        SELECT 'A' AS Kind, Id, State FROM Application WHERE CallId = @call
        UNION ALL SELECT 'R' AS Kind, Id, State FROM Review WHERE CallId = @call
        """,
        new { call = _world.Call.Id }))).ToDictionary(row => $"{row.Kind}{row.Id}", row => row.State);

    private sealed record Cast(Actor Officer, IReadOnlyList<Person> Reviewers, IReadOnlyDictionary<long, Actor> Applicants, IReadOnlyList<Actor> Others);

    private sealed class Where
    {
        public string Kind { get; init; } = "";

        public long Id { get; init; }

        public string State { get; init; } = "";
    }
}
