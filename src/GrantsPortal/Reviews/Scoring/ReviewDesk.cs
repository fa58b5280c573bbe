using GrantsPortal.Applications;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Text;
using GrantsPortal.Reviews.Assignment;

namespace GrantsPortal.Reviews.Scoring;

/// <summary>What a reviewer answers to being asked: yes, no, or that there is a conflict of interest.</summary>
public sealed class ReviewDesk(PortalDatabase database)
{
    /// <summary>The most words in a reason.</summary>
    public const int ReasonWords = 200;

    /// <summary>Says yes; from then on the reviewer reads the application.</summary>
    public async Task<Outcome> Accept(Actor actor, long id)
    {
        await using var work = await database.Write(actor);
        if (await ReviewRepository.FindFor(work, id, actor.Person) is not { } review || await ApplicationOf(work, review) is not { } application)
        {
            return new Refusal("review.missing");
        }

        if (await ReviewRepository.SightOf(work, application.Id, actor.Person) == ScoreSight.Tied)
        {
            return new Refusal("review.ended");
        }

        if (application.State != ApplicationState.InReview)
        {
            return new Refusal("review.application-closed-to-reviews");
        }

        return await Moved(work, review, ReviewStates.Accept, null);
    }

    /// <summary>Says no, with a reason.</summary>
    public async Task<Outcome> Refuse(Actor actor, long id, string? reason)
    {
        if (CheckReason(reason, "RefusalReason") is { } wrong)
        {
            return wrong;
        }

        await using var work = await database.Write(actor);
        return await ReviewRepository.FindFor(work, id, actor.Person) is { } review
            ? await Moved(work, review, ReviewStates.Refuse, reason!.Trim())
            : new Refusal("review.missing");
    }

    /// <summary>
    /// Declares a tie to the applicant organisation. It ends every review this person has of that organisation's
    /// applications, takes their scores out of every figure, and bars them from being asked again.
    /// </summary>
    public async Task<Outcome> DeclareConflict(Actor actor, long id, string? reason)
    {
        if (CheckReason(reason, "ConflictReason") is { } wrong)
        {
            return wrong;
        }

        await using var work = await database.Write(actor);
        if (await ReviewRepository.FindFor(work, id, actor.Person) is not { } review || await ApplicationOf(work, review) is not { } application)
        {
            return new Refusal("review.missing");
        }

        var own = await End(work, review, reason!.Trim());
        if (own.Refused)
        {
            return own;
        }

        await PanelRepository.Declare(work, actor.Person, application.Id, application.OrganisationId, reason.Trim());
        work.Audit("conflict.declared", "Application", application.Id, new { person = actor.Person, organisation = application.OrganisationId });
        if (application.OrganisationId is { } organisation)
        {
            foreach (var other in await ReviewRepository.OfOrganisation(work, organisation, actor.Person))
            {
                await End(work, other, reason.Trim());
            }
        }

        await work.Commit();
        return Outcome.Ok;
    }

    /// <summary>Ends a review because of a conflict, and takes its score out.</summary>
    internal static async Task<Outcome> End(UnitOfWork work, Review review, string reason)
    {
        var moved = await ReviewRepository.Move(work, review, ReviewStates.DeclareConflict, reason);
        if (moved.Done)
        {
            await ReviewRepository.TakeOut(work, moved.Value, review.RubricVersion);
        }

        return moved.Plain();
    }

    /// <summary>What is wrong with a reason, said at a field; null when it is in order.</summary>
    internal static Refusal? CheckReason(string? reason, string field) =>
        string.IsNullOrWhiteSpace(reason) ? new Refusal("review.reason-missing").At(field)
        : WordCount.Of(reason) > ReasonWords ? new Refusal("review.reason-too-long", ReasonWords).At(field)
        : null;

    private static Task<Application?> ApplicationOf(UnitOfWork work, Review review) => ApplicationRepository.Find(work, review.ApplicationId);

    private static async Task<Outcome> Moved(UnitOfWork work, Review review, string act, string? reason)
    {
        var moved = await ReviewRepository.Move(work, review, act, reason);
        if (moved.Done)
        {
            await work.Commit();
        }

        return moved.Plain();
    }
}
