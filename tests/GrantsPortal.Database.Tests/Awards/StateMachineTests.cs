using GrantsPortal.Applications;
using GrantsPortal.Awards;
using GrantsPortal.Awards.Decisions;
using GrantsPortal.Awards.Letters;
using GrantsPortal.Awards.Offers;
using GrantsPortal.Platform;
using GrantsPortal.Platform.States;
using GrantsPortal.Reviews;
using GrantsPortal.TestWorld;
using Xunit;

namespace GrantsPortal.Database.Tests.Awards;

/// <summary>Whoever asks for whatever in whatever order, nothing leaves the lines of the state tables.</summary>
public sealed class StateMachineTests : IDisposable
{
    private readonly City _city = new();

    public void Dispose() => _city.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task No_sequence_of_acts_by_anybody_reaches_a_state_outside_the_tables(int seed)
    {
        var random = new Random(seed);
        var listing = await _city.Recommended(new Wish(RecommendedOutcome.Fund), new Wish(RecommendedOutcome.Reserve), new Wish(RecommendedOutcome.Decline));
        Actor[] actors = [listing.Officer, listing.Approver, await _city.Staff("Bo Both", Roles.Approver, Roles.ProgrammeOfficer), City.As(listing.Applicants[0].Owner), City.As(listing.Applicants[1].Owner), Actor.Public with { PersonId = 1 }];
        for (var step = 0; step < 60; step++)
        {
            var before = await States(listing);
            await Act(random, actors[random.Next(actors.Length)], listing);
            var after = await States(listing);
            foreach (var (record, state) in after)
            {
                Assert.True(Allowed(record, before.GetValueOrDefault(record), state), $"{record} went from {before.GetValueOrDefault(record)} to {state} at step {step} of seed {seed}");
            }
        }

        Assert.Empty(await _city.Broken());
    }

    private static bool Allowed(string record, string? from, string to) => record[0] switch
    {
        'A' => Line(ApplicationStates.Table, from, to),
        'D' => from is null ? to == nameof(DecisionState.Proposed) : Line(DecisionStates.Table, from, to),
        _ => from is null ? to == nameof(AwardState.Offered) : Line(AwardStates.Table, from, to),
    };

    private static bool Line<TState>(StateTable<TState> table, string? from, string to)
        where TState : struct, Enum => from == to || table.Lines.Any(line => line.From.ToString() == from && line.To.ToString() == to);

    private async Task Act(Random random, Actor actor, Listing listing)
    {
        var (desk, offers) = (_city.Portal.Get<DecisionDesk>(), _city.Portal.Get<OfferDesk>());
        var decisions = await _city.Read(work => DecisionRepository.OfCall(work, listing.Call.Id));
        var decision = decisions.Count == 0 ? null : decisions[random.Next(decisions.Count)];
        var awards = await _city.Read(work => AwardRepository.List(work, new AwardFilter(null, listing.Call.Id, false, null, null), null, 50));
        var award = awards.Count == 0 ? null : awards[random.Next(awards.Count)];
        var version = random.Next(1, 4);
        switch (random.Next(10))
        {
            case 0: await desk.Propose(actor, listing.Call.Id); break;
            case 1: await desk.ProposeReserves(actor, listing.Call.Id, [new ReserveEntry(listing.Applicants[random.Next(3)].Application.Reference, RecommendedOutcome.FundInPart, 50_000, "Free")]); break;
            case 2 when decision is not null: await desk.Approve(actor, decision.Id, version); break;
            case 3 when decision is not null: await desk.SendBack(actor, decision.Id, version, random.Next(2) == 0 ? "" : "Again"); break;
            case 4 when decision is not null && random.Next(4) == 0: await desk.TakeBack(actor, decision.Id, version); break;
            case 5 when decision is not null: await _city.Portal.Get<LetterDesk>().Send(actor, decision.Id, await _city.Seen(decision.Id)); break;
            case 6 when award is not null && actor.PersonId is not null: await offers.Accept(actor, award.Reference, version, "A Name", _city.Now); break;
            case 7 when award is not null && random.Next(3) == 0: await offers.Refuse(actor, award.Reference, version, "No", _city.Now); break;
            case 8 when award is not null: await _city.Portal.Get<AwardDesk>().Activate(actor, award.Reference, version); break;
            case 9 when random.Next(6) == 0: _city.Portal.Clock.Advance(TimeSpan.FromDays(31)); await _city.Portal.Get<OfferJob>().Run(TestContext.Current.CancellationToken); break;
        }
    }

    private async Task<Dictionary<string, string>> States(Listing listing) => (await _city.Read(work => work.List<Where>(
        """
        SELECT 'A' AS Kind, Id, State FROM Application WHERE CallId = @call
        UNION ALL SELECT 'D' AS Kind, Id, State FROM Decision WHERE CallId = @call
        UNION ALL SELECT 'W' AS Kind, Id, State FROM Award WHERE CallId = @call
        """,
        new { call = listing.Call.Id }))).ToDictionary(row => $"{row.Kind}{row.Id}", row => row.State);

    private sealed class Where
    {
        public string Kind { get; init; } = "";

        public long Id { get; init; }

        public string State { get; init; } = "";
    }
}
