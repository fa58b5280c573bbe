using System.Globalization;
using GrantsPortal.Applications;
using GrantsPortal.Calls;
using GrantsPortal.People;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Reviews;
using GrantsPortal.Reviews.Scoring;

namespace GrantsPortal.Web.Reviews;

/// <summary>A reviewer and where their review stands.</summary>
/// <param name="Review">The review.</param>
/// <param name="Name">The reviewer's name.</param>
public sealed record ModeratedReview(Review Review, string Name);

/// <summary>Every review of an application.</summary>
public sealed record ModerationPage
{
    /// <summary>The call.</summary>
    public required Call Call { get; init; }

    /// <summary>The application.</summary>
    public required Application Application { get; init; }

    /// <summary>What the viewer may see; anything but open leaves the rest empty.</summary>
    public required ScoreSight Sight { get; init; }

    /// <summary>Whether the viewer may reopen reviews and write notes now.</summary>
    public bool MayAct { get; init; }

    /// <summary>Every review.</summary>
    public IReadOnlyList<ModeratedReview> Reviews { get; init; } = [];

    /// <summary>The submitted ones beside each other.</summary>
    public ReviewTable? Table { get; init; }

    /// <summary>What they say together.</summary>
    public ScoreSummary? Scores { get; init; }

    /// <summary>The note on them, or null.</summary>
    public ModerationNote? Note { get; init; }

    /// <summary>The recommendation, or null.</summary>
    public Recommendation? Recommendation { get; init; }

    /// <summary>The review that was to be reopened when something was refused.</summary>
    public long? Reopening { get; init; }

    /// <summary>Reads the page as the actor may see it.</summary>
    public static async Task<ModerationPage> Read(UnitOfWork work, Call call, Application application, Actor actor, long? reopening)
    {
        var sight = await ReviewRepository.SightOf(work, application.Id, actor.Person);
        var page = new ModerationPage { Call = call, Application = application, Sight = sight, Reopening = reopening };
        if (sight != ScoreSight.Open)
        {
            return page;
        }

        var reviews = await ReviewRepository.OfApplication(work, application.Id);
        var names = reviews.Count == 0 ? [] : (await PersonRepository.Find(work, [.. reviews.Select(review => review.ReviewerId)])).ToDictionary(person => person.Id, person => person.Name);
        var submitted = await ReviewReader.SubmittedOf(work, application.Id);
        var rubric = (await CallRepository.Rubric(work, call.Id, call.RubricVersion))?.Read() ?? new RubricDefinition();
        return page with
        {
            MayAct = actor.Is(Roles.ProgrammeOfficer) && RecommendationRules.MayRecommend(application, sight) is null,
            Reviews = [.. reviews.Select(review => new ModeratedReview(review, names.GetValueOrDefault(review.ReviewerId, "")))],
            Table = submitted.Count == 0 ? null : new ReviewTable(rubric, submitted, CultureInfo.CurrentUICulture.Name),
            Scores = RankingRules.Summary([.. submitted.Select(review => review.Review.WeightedScore ?? 0)]),
            Note = await ModerationRepository.Find(work, application.Id),
            Recommendation = await RecommendationRepository.Find(work, application.Id),
        };
    }
}
