using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Jobs;
using GrantsPortal.Platform.Mail;

namespace GrantsPortal.Applications.Deadlines;

/// <summary>Reminds of drafts three days and one day before their deadline, once each; whoever is late gets the last one only.</summary>
public sealed class DraftReminders(PortalDatabase database) : IJob
{
    private static readonly int[] DaysBefore = [1, 3];

    /// <inheritdoc/>
    public string Name => "draft-reminders";

    /// <inheritdoc/>
    public string Does => "Reminds everybody with a draft three days and one day before its call closes.";

    /// <inheritdoc/>
    public TimeSpan Every => TimeSpan.FromMinutes(15);

    /// <inheritdoc/>
    public async Task Run(CancellationToken cancel)
    {
        await using var work = await database.Write(Actor.System, cancel);
        var reminded = new HashSet<long>();
        foreach (var days in DaysBefore)
        {
            // Whoever begins within the last days knows how long is left.
            var found = await ReminderRepository.Due(work, days);
            // A full list may end among the people of one application: that one waits for the next run.
            var whole = found.Count < ReminderRepository.Most ? found : found.Where(row => row.ApplicationId != found[^1].ApplicationId);
            var due = whole.Where(row => row.CreatedAt < row.ClosesAt.AddDays(-days));
            foreach (var draft in due.GroupBy(row => row.ApplicationId))
            {
                await ReminderRepository.Remember(work, draft.Key, days, draft.First().ClosesAt);
                if (reminded.Add(draft.Key))
                {
                    Remind(work, draft, days);
                }
            }
        }

        await work.Commit(cancel);
    }

    private static void Remind(UnitOfWork work, IEnumerable<ReminderRow> people, int days)
    {
        foreach (var row in people)
        {
            work.Mail(new Recipient(row.PersonId, row.Email, row.Name, row.Language), new DraftReminder(row.Reference, row.CallTitle, row.ClosesAt, days), "Application", row.ApplicationId);
        }
    }
}
