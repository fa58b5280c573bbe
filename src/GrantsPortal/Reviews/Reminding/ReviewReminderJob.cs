using GrantsPortal.Platform.Jobs;

namespace GrantsPortal.Reviews.Reminding;

/// <summary>Reminds reviewers three days before a review is due, and once when it is late.</summary>
public sealed class ReviewReminderJob(ReminderDesk desk) : IJob
{
    /// <inheritdoc/>
    public string Name => "review-reminders";

    /// <inheritdoc/>
    public string Does => "Reminds reviewers three days before a review is due, and once when it is late.";

    /// <inheritdoc/>
    public TimeSpan Every => TimeSpan.FromMinutes(30);

    /// <inheritdoc/>
    public Task Run(CancellationToken cancel) => desk.SendDue(cancel);
}
