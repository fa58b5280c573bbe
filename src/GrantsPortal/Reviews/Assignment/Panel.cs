using GrantsPortal.Calls;
using GrantsPortal.Platform.Database;

namespace GrantsPortal.Reviews.Assignment;

/// <summary>A call's panel at one moment: who is in the pool, what is to be read, who reads what, and what stands against it.</summary>
public sealed class Panel
{
    private readonly Dictionary<Pairing, Bar> _bars;
    private readonly ILookup<long, PanelReview> _byApplication;

    private Panel(Call call, IReadOnlyList<PanelReviewer> pool, IReadOnlyList<PanelApplication> applications, IReadOnlyList<PanelReview> reviews, IReadOnlyList<PanelTie> ties)
    {
        (Call, Pool, Applications, Reviews) = (call, pool, applications, reviews);
        _byApplication = reviews.ToLookup(review => review.ApplicationId);
        _bars = reviews.ToDictionary(review => new Pairing(review.ApplicationId, review.ReviewerId), _ => Bar.Has);
        foreach (var tie in ties.OrderBy(tie => tie.Member))
        {
            _bars[new(tie.ApplicationId, tie.PersonId)] = tie.Member ? Bar.Member : Bar.Declared;
        }
    }

    /// <summary>The call.</summary>
    public Call Call { get; }

    /// <summary>The pool, by name.</summary>
    public IReadOnlyList<PanelReviewer> Pool { get; }

    /// <summary>The applications, by reference.</summary>
    public IReadOnlyList<PanelApplication> Applications { get; }

    /// <summary>Every review.</summary>
    public IReadOnlyList<PanelReview> Reviews { get; }

    /// <summary>Reads the panel of a call, for a viewer whose own ties decide what they may see and do.</summary>
    public static async Task<Panel> Read(UnitOfWork work, Call call, long? viewer) => new(
        call,
        await PanelRepository.Pool(work, call.Id),
        await PanelRepository.Applications(work, call.Id, viewer),
        await PanelRepository.Reviews(work, call.Id),
        await PanelRepository.Ties(work, call.Id));

    /// <summary>What stands between a reviewer and an application.</summary>
    public Bar BarOf(long application, long reviewer) => _bars.GetValueOrDefault(new(application, reviewer));

    /// <summary>The reviews of an application.</summary>
    public IEnumerable<PanelReview> ReviewsOf(long application) => _byApplication[application];

    /// <summary>The review a reviewer has of an application, or null.</summary>
    public PanelReview? ReviewOf(long application, long reviewer) => _byApplication[application].FirstOrDefault(review => review.ReviewerId == reviewer);

    /// <summary>How many reviews of the call a reviewer has, refused and conflicted ones aside.</summary>
    public int LoadOf(long reviewer) => Reviews.Count(review => review.ReviewerId == reviewer && ReviewStates.Live.Contains(review.State));

    /// <summary>How many reviewers an application lacks; 0 where it cannot be given to any.</summary>
    public int Lacks(PanelApplication application) =>
        application is { Ready: true, Tied: false }
            ? Math.Max(0, Call.ReviewsPerApplication - ReviewsOf(application.Id).Count(review => ReviewStates.Live.Contains(review.State)))
            : 0;

    /// <summary>What stands against assigning a pair, as facts for the rule; null when the call has no such application.</summary>
    public AssignmentFacts? FactsOf(Pairing pair) =>
        Applications.FirstOrDefault(application => application.Id == pair.Application) is { } application
            ? new AssignmentFacts(
                application.State,
                Pool.Any(reviewer => reviewer.Active && reviewer.PersonId == pair.Reviewer),
                BarOf(pair.Application, pair.Reviewer),
                application.Tied)
            : null;

    /// <summary>What spreading evenly would assign.</summary>
    public SpreadResult Spread() => ReviewSpread.Spread(
        Applications.Select(application => new NeedsReviewers(application.Id, Lacks(application))),
        Pool.Where(reviewer => reviewer.Active).Select(reviewer => new PoolMember(reviewer.PersonId, LoadOf(reviewer.PersonId))),
        _bars.Keys.ToHashSet());
}
