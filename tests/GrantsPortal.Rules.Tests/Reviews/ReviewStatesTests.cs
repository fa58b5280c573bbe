using CsCheck;
using GrantsPortal.Applications;
using GrantsPortal.Reviews;
using GrantsPortal.Reviews.Scoring;
using Xunit;

namespace GrantsPortal.Rules.Tests.Reviews;

public sealed class ReviewStatesTests
{
    /// <summary>The contract's line, written out once more by hand, with a conflict possible until the review has ended.</summary>
    private static readonly HashSet<(ReviewState, ReviewState)> Contract =
    [
        (ReviewState.Assigned, ReviewState.Accepted),
        (ReviewState.Assigned, ReviewState.Conflict),
        (ReviewState.Assigned, ReviewState.Refused),
        (ReviewState.Accepted, ReviewState.InProgress),
        (ReviewState.Accepted, ReviewState.Conflict),
        (ReviewState.InProgress, ReviewState.Submitted),
        (ReviewState.InProgress, ReviewState.Conflict),
        (ReviewState.Submitted, ReviewState.Reopened),
        (ReviewState.Submitted, ReviewState.Conflict),
        (ReviewState.Reopened, ReviewState.Submitted),
        (ReviewState.Reopened, ReviewState.Conflict),
    ];

    private static readonly string[] Acts =
        [ReviewStates.Accept, ReviewStates.Refuse, ReviewStates.DeclareConflict, ReviewStates.Start, ReviewStates.Submit, ReviewStates.Reopen, "no-such-act"];

    [Fact]
    public void The_table_holds_the_contracts_lines_and_no_other() =>
        Assert.Equal(Contract.Order(), ReviewStates.Table.Lines.Select(line => (line.From, line.To)).Order());

    [Fact]
    public void No_sequence_of_acts_leaves_the_contracts_lines() =>
        Gen.Int[0, Acts.Length - 1].Select(i => Acts[i]).Array[0, 20].Sample(acts =>
        {
            var state = ReviewState.Assigned;
            foreach (var act in acts)
            {
                var moved = ReviewStates.Table.Move(state, act);
                if (moved.Done && !Contract.Contains((state, moved.Value)))
                {
                    return false;
                }

                state = moved.Done ? moved.Value : state;
            }

            return true;
        });

    [Fact]
    public void A_conflict_or_refusal_ends_a_review() =>
        Assert.Empty(ReviewStates.Table.From(ReviewState.Conflict).Concat(ReviewStates.Table.From(ReviewState.Refused)));

    [Fact]
    public void Scores_can_be_written_in_exactly_the_states_that_say_so() =>
        Assert.Equal(ReviewStates.Scoring.Order(), Enum.GetValues<ReviewState>().Where(state => ScoringRules.MayWrite(state, ApplicationState.InReview) is null).Order());

    [Fact]
    public void Scores_can_only_be_written_while_the_application_is_in_review() =>
        Assert.All(
            Enum.GetValues<ApplicationState>().Where(state => state != ApplicationState.InReview),
            state => Assert.Equal("review.application-closed-to-reviews", ScoringRules.MayWrite(ReviewState.InProgress, state)?.Code));

    [Theory]
    [InlineData(null, false, ScoreSight.Open)]
    [InlineData(ReviewState.Assigned, false, ScoreSight.OwnReviewFirst)]
    [InlineData(ReviewState.Accepted, false, ScoreSight.OwnReviewFirst)]
    [InlineData(ReviewState.InProgress, false, ScoreSight.OwnReviewFirst)]
    [InlineData(ReviewState.Reopened, false, ScoreSight.OwnReviewFirst)]
    [InlineData(ReviewState.Submitted, false, ScoreSight.Open)]
    [InlineData(ReviewState.Refused, false, ScoreSight.Open)]
    [InlineData(ReviewState.Conflict, false, ScoreSight.Tied)]
    [InlineData(ReviewState.Submitted, true, ScoreSight.Tied)]
    [InlineData(null, true, ScoreSight.Tied)]
    public void Who_sees_figures(ReviewState? own, bool tied, ScoreSight sight) => Assert.Equal(sight, ScoreSightRules.Of(own, tied));
}
