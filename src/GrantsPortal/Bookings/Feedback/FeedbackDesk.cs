using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;

namespace GrantsPortal.Bookings.Feedback;

/// <summary>Writes the questions of courses and events, and takes answers.</summary>
public sealed class FeedbackDesk(PortalDatabase database)
{
    /// <summary>
    /// Writes what people are asked after every date of the course or event that an occasion is of. Null when there is no such
    /// occasion; refused like <see cref="FeedbackRules.Check"/>, or with <c>feedback.changed-meanwhile</c>.
    /// </summary>
    public async Task<Outcome?> Write(Actor actor, long occasion, int version, FeedbackPlan plan)
    {
        await using var work = await database.Write(actor);
        if (await OccasionRepository.Find(work, occasion) is not { } found)
        {
            return null;
        }

        if (FeedbackRules.Check(actor, plan) is { Count: > 0 } wrong)
        {
            return Outcome.Refuse(wrong);
        }

        if (!(version == 0 ? await FeedbackRepository.InsertForm(work, found.Kind, found.SubjectId) : await FeedbackRepository.Touch(work, found.Kind, found.SubjectId, version)))
        {
            return new Refusal("feedback.changed-meanwhile");
        }

        await Put(work, found, plan);
        work.Audit("feedback.written", nameof(Occasion), occasion, new { found.Kind, found.SubjectId, questions = plan.Questions.Count, statements = plan.Statements.Count });
        await work.Commit();
        return Outcome.Ok;
    }

    /// <summary>
    /// Takes the answers of whoever holds a booking's secret, instead of those given before. Null when there is no such booking,
    /// or it was not asked; refused like <see cref="FeedbackRules.MayAnswer"/> and <see cref="FeedbackRules.Read"/>.
    /// </summary>
    public async Task<Outcome?> Answer(Actor actor, string secret, FeedbackMoment moment, IReadOnlyDictionary<long, string> typed)
    {
        await using var work = await database.Write(actor);
        if (await BookingRepository.FindBySecret(work, secret) is not { } booking || await FeedbackRepository.Sheet(work, booking.Id, moment) is not { } sheet)
        {
            return null;
        }

        var occasion = await OccasionRepository.Find(work, booking.OccasionId) ?? throw new InvalidOperationException("A booking without its occasion.");
        if (FeedbackRules.MayAnswer(occasion, booking, sheet, work.Now) is { } refused)
        {
            return refused;
        }

        var questions = FeedbackRules.AskedAt(moment, await FeedbackRepository.Questions(work, occasion.Kind, occasion.SubjectId));
        var read = FeedbackRules.Read(booking.Id, moment, questions, typed);
        if (read.Refused)
        {
            return read.Plain();
        }

        await FeedbackRepository.PutAnswers(work, booking.Id, moment, read.Value);
        work.Audit("feedback.given", nameof(Booking), booking.Id, new { moment });
        await work.Commit();
        return Outcome.Ok;
    }

    /// <summary>Writes the usual questions down where an officer wrote none, so that answers have something to belong to.</summary>
    internal static async Task Ensure(UnitOfWork work, Occasion occasion)
    {
        if (await FeedbackRepository.Form(work, occasion.Kind, occasion.SubjectId) is null && await FeedbackRepository.InsertForm(work, occasion.Kind, occasion.SubjectId))
        {
            await Put(work, occasion, FeedbackRules.Usual);
        }
    }

    private static async Task Put(UnitOfWork work, Occasion occasion, FeedbackPlan plan)
    {
        var (asked, retired) = FeedbackRules.Keep(await FeedbackRepository.Questions(work, occasion.Kind, occasion.SubjectId), plan);
        await FeedbackRepository.Put(work, occasion.Kind, occasion.SubjectId, asked, retired);
    }
}
