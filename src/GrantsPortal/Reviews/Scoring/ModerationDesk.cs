using GrantsPortal.Applications;
using GrantsPortal.Calls;
using GrantsPortal.People;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;

namespace GrantsPortal.Reviews.Scoring;

/// <summary>What officers do when reviews diverge: note how that was settled, give a review back to its reviewer.</summary>
public sealed class ModerationDesk(PortalDatabase database)
{
    /// <summary>The most words in a note.</summary>
    public const int NoteWords = 500;

    /// <summary>Gives a submitted review back, with a reason; its score no longer counts until it is submitted again.</summary>
    public async Task<Outcome> Reopen(Actor actor, long id, string? reason)
    {
        if (ReviewDesk.CheckReason(reason, "Reason") is { } wrong)
        {
            return wrong;
        }

        await using var work = await database.Write(actor);
        if (await ReviewRepository.Find(work, id) is not { } review
            || await ApplicationRepository.Find(work, review.ApplicationId) is not { } application
            || await CallRepository.Find(work, review.CallId) is not { } call
            || await PersonRepository.Find(work, review.ReviewerId) is not { } reviewer)
        {
            return new Refusal("review.missing");
        }

        if (await Barred(work, actor, application) is { } barred)
        {
            return barred;
        }

        var moved = await ReviewRepository.Move(work, review, ReviewStates.Reopen, reason!.Trim());
        if (moved.Refused)
        {
            return moved.Plain();
        }

        await ReviewRepository.TakeOut(work, moved.Value, call.RubricVersion);
        work.Mail(reviewer.AsRecipient(), new ReviewReopened(application.Reference, call.Title, reason.Trim(), ReviewRoutes.Show(id)), "Review", id);
        await work.Commit();
        return Outcome.Ok;
    }

    /// <summary>Writes the moderation note of an application; refused with <c>moderation.changed-meanwhile</c> when another was saved since the version seen (0: none).</summary>
    public async Task<Outcome> Note(Actor actor, long applicationId, string? note, int version)
    {
        if (string.IsNullOrWhiteSpace(note))
        {
            return new Refusal("moderation.note-missing").At("Note");
        }

        if (Platform.Text.WordCount.Of(note) > NoteWords)
        {
            return new Refusal("moderation.note-too-long", NoteWords).At("Note");
        }

        await using var work = await database.Write(actor);
        if (await ApplicationRepository.Find(work, applicationId) is not { } application)
        {
            return new Refusal("review.missing");
        }

        if (await Barred(work, actor, application) is { } barred)
        {
            return barred;
        }

        if (!await ModerationRepository.Save(work, application, note.ReplaceLineEndings("\n").Trim(), version))
        {
            return new Refusal("moderation.changed-meanwhile").At("Note");
        }

        work.Audit("moderation.noted", "Application", application.Id);
        await work.Commit();
        return Outcome.Ok;
    }

    private static async Task<Refusal?> Barred(UnitOfWork work, Actor actor, Application application) =>
        RecommendationRules.MayRecommend(application, await ReviewRepository.SightOf(work, application.Id, actor.Person));
}
