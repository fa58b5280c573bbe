using GrantsPortal.People;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;

namespace GrantsPortal.Reviews.Reminding;

/// <summary>Somebody who would be reminded.</summary>
/// <param name="Person">The reviewer.</param>
/// <param name="Open">How many reviews of the call wait for them.</param>
/// <param name="Late">How many of them are late.</param>
/// <param name="DueAt">The first due date, in UTC.</param>
/// <param name="RemindedAt">When they were last reminded, in UTC.</param>
public sealed record ReminderRecipient(Person Person, int Open, int Late, DateTimeOffset? DueAt, DateTimeOffset? RemindedAt);

/// <summary>Reminds reviewers, when an officer says so and by itself.</summary>
public sealed class ReminderDesk(PortalDatabase database)
{
    /// <summary>Who has reviews of a call to do, by name.</summary>
    public static async Task<IReadOnlyList<ReminderRecipient>> Recipients(UnitOfWork work, long call)
    {
        var open = (await ReminderRepository.OfCall(work, call)).ToLookup(review => review.ReviewerId);
        var people = open.Count == 0 ? [] : await PersonRepository.Find(work, [.. open.Select(person => person.Key)]);
        return [.. people.Where(person => person.DisabledAt is null).OrderBy(person => person.Name, StringComparer.CurrentCulture).Select(person => new ReminderRecipient(
            person,
            open[person.Id].Count(),
            open[person.Id].Count(review => review.DueAt < work.Now),
            open[person.Id].Min(review => review.DueAt),
            open[person.Id].Max(review => review.RemindedAt)))];
    }

    /// <summary>
    /// Sends one message to each of these reviewers, as they were shown. Nobody chosen is refused with
    /// <c>reminder.nobody-chosen</c>. Who has nothing left to do gets none. The value is the number of messages.
    /// </summary>
    public async Task<Outcome<int>> Send(Actor actor, long call, IReadOnlyCollection<long> people)
    {
        await using var work = await database.Write(actor);
        var reviews = (await ReminderRepository.OfCall(work, call)).Where(review => people.Contains(review.ReviewerId)).ToList();
        if (reviews.Count == 0)
        {
            return new Refusal("reminder.nobody-chosen").At("People");
        }

        var sent = await Remind(work, reviews);
        work.Audit("panel.reminded", "Call", call, new { reviewers = sent, reviews = reviews.Count });
        await work.Commit();
        return sent;
    }

    /// <summary>Sends the reminders that are due by themselves. The value is the number of messages.</summary>
    public async Task<int> SendDue(CancellationToken cancel = default)
    {
        await using var work = await database.Write(Actor.System, cancel);
        var reviews = (await ReminderRepository.DueBefore(work, work.Now + ReminderRules.Ahead))
            .Where(review => ReminderRules.IsDue(review.AssignedAt, review.DueAt, review.RemindedAt, work.Now))
            .ToList();
        if (reviews.Count == 0)
        {
            return 0;
        }

        var sent = await Remind(work, reviews);
        await work.Commit(cancel);
        return sent;
    }

    private static async Task<int> Remind(UnitOfWork work, IReadOnlyList<OpenReview> reviews)
    {
        var sent = 0;
        var byPerson = reviews.ToLookup(review => review.ReviewerId);
        foreach (var people in byPerson.Select(person => person.Key).Chunk(500))
        {
            foreach (var person in (await PersonRepository.Find(work, people)).Where(person => person.DisabledAt is null))
            {
                work.Mail(person.AsRecipient(), MessageTo([.. byPerson[person.Id]], work.Now), "Person", person.Id);
                sent++;
            }
        }

        foreach (var some in reviews.Select(review => review.Id).Chunk(500))
        {
            await ReviewRepository.Reminded(work, some);
        }

        return sent;
    }

    private static ReviewReminder MessageTo(IReadOnlyList<OpenReview> reviews, DateTimeOffset now) => new(
        [.. reviews.GroupBy(review => review.CallId).Select(call => new RemindedCall(
            call.First().CallTitle, call.Count(), call.Count(review => review.DueAt < now), call.Min(review => review.DueAt)))],
        reviews.Count,
        reviews.Count(review => review.DueAt < now),
        ReviewRoutes.Mine);
}
