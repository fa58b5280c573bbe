using GrantsPortal.People;
using GrantsPortal.Reviews;
using GrantsPortal.Reviews.Assignment;

namespace GrantsPortal.Web.Reviews;

/// <summary>The panel of a call.</summary>
/// <param name="Panel">Pool, applications, reviews and ties.</param>
/// <param name="Others">Reviewers who are not in the pool.</param>
/// <param name="MayAct">Whether the viewer runs calls.</param>
/// <param name="Now">The instant it is.</param>
public sealed record PanelPage(Panel Panel, IReadOnlyList<Person> Others, bool MayAct, DateTimeOffset Now)
{
    private HashSet<long> Seen { get; } = [.. Panel.Applications.Where(application => application.Sight == ScoreSight.Open).Select(application => application.Id)];

    /// <summary>The reviews whose states the viewer may know.</summary>
    public IEnumerable<PanelReview> Visible => Panel.Reviews.Where(review => Seen.Contains(review.ApplicationId) && ReviewStates.Live.Contains(review.State));

    /// <summary>How many of the visible reviews are submitted.</summary>
    public int Submitted => Visible.Count(review => review.State == ReviewState.Submitted);

    /// <summary>How many reviewers the applications lack altogether.</summary>
    public int Lacking => Panel.Applications.Sum(Panel.Lacks);

    /// <summary>Whether a review is late.</summary>
    public bool IsLate(PanelReview review) => ReviewStates.Open.Contains(review.State) && review.DueAt < Now;

    /// <summary>What stands in a cell of the matrix.</summary>
    public PanelCell Cell(PanelApplication application, PanelReviewer reviewer) => new(
        Panel.ReviewOf(application.Id, reviewer.PersonId),
        Panel.BarOf(application.Id, reviewer.PersonId),
        application.Sight == ScoreSight.Open,
        MayAct && reviewer.Active && application is { Ready: true, Tied: false } && Panel.BarOf(application.Id, reviewer.PersonId) == Bar.None);
}

/// <summary>One cell of the matrix.</summary>
/// <param name="Review">The review there, or null.</param>
/// <param name="Bar">What stands against one.</param>
/// <param name="StateSeen">Whether the viewer may know the review's state.</param>
/// <param name="MayAssign">Whether one can be assigned.</param>
public sealed record PanelCell(PanelReview? Review, Bar Bar, bool StateSeen, bool MayAssign);

/// <summary>What will be assigned, before it is.</summary>
/// <param name="Panel">The panel.</param>
/// <param name="Pairings">Who would get what.</param>
/// <param name="Short">Applications that would still lack reviewers, and how many.</param>
/// <param name="Spread">Whether it was spread evenly; else it was chosen by hand.</param>
/// <param name="Form">What stands in the form.</param>
public sealed record ProposalPage(Panel Panel, IReadOnlyList<Pairing> Pairings, IReadOnlyDictionary<long, int> Short, bool Spread, ProposalForm Form)
{
    /// <summary>An application by its id.</summary>
    public PanelApplication? Application(long id) => Panel.Applications.FirstOrDefault(application => application.Id == id);

    /// <summary>A reviewer's name.</summary>
    public string Name(long reviewer) => Panel.Pool.FirstOrDefault(member => member.PersonId == reviewer)?.Name ?? "";

    /// <summary>The pairs by reviewer, by name.</summary>
    public IEnumerable<IGrouping<long, Pairing>> ByReviewer => Pairings.GroupBy(pair => pair.Reviewer).OrderBy(group => Name(group.Key), StringComparer.CurrentCulture);
}
