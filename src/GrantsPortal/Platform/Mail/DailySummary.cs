using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Jobs;
using Microsoft.Extensions.Options;

namespace GrantsPortal.Platform.Mail;

/// <summary>One notice within a daily summary.</summary>
public sealed record SummaryItem(string Subject, string Text);

/// <summary>What somebody who wants notices once a day gets: all of them in one.</summary>
/// <param name="Items">The notices, oldest first.</param>
public sealed record DailySummary(IReadOnlyList<SummaryItem> Items) : Message
{
    /// <summary>How many notices it holds.</summary>
    public int Count => Items.Count;

    /// <summary>An example for the preview.</summary>
    public static DailySummary Sample => new(
    [
        new("The call “Neighbours together” closes later", "The call “Neighbours together” now closes on Friday 4 December 2026, 17:00 (GMT).\n\nhttp://localhost:5080/calls/neighbours-together"),
        new("A question was answered", "An answer about the call “Neighbours together” was published.\n\nhttp://localhost:5080/calls/neighbours-together"),
    ]);
}

/// <summary>A notice that waits for its recipient's daily summary.</summary>
public sealed class HeldNotice
{
    /// <summary>Record id.</summary>
    public long Id { get; init; }

    /// <summary>Recipient's address.</summary>
    public string ToAddress { get; init; } = "";

    /// <summary>Recipient's name.</summary>
    public string ToName { get; init; } = "";

    /// <summary>Language it is written in.</summary>
    public string Language { get; init; } = "";

    /// <summary>Subject.</summary>
    public string Subject { get; init; } = "";

    /// <summary>Text version.</summary>
    public string TextBody { get; init; } = "";
}

/// <summary>Gathers held notices at eight in the morning, city time, into one message for each person.</summary>
public sealed class DailySummaryJob(PortalDatabase database, IOptions<PortalOptions> portal) : IJob
{
    private const int MostNotices = 100;
    private const int PeopleAtOnce = 500;
    private static readonly TimeOnly At = new(8, 0);

    /// <inheritdoc/>
    public string Name => "mail.daily-summary";

    /// <inheritdoc/>
    public string Does => "Puts the notices of people who want them once a day into one e-mail each, at 8:00 in the morning.";

    /// <inheritdoc/>
    public TimeSpan Every => TimeSpan.FromDays(1);

    /// <inheritdoc/>
    public DateTimeOffset FirstAfter(DateTimeOffset known) => NextAfter(known);

    /// <inheritdoc/>
    public DateTimeOffset NextAfter(DateTimeOffset started) => TimeOfDayRules.Next(started, At, portal.Value.Zone);

    /// <inheritdoc/>
    public async Task Run(CancellationToken cancel)
    {
        for (var people = await PeopleWithHeld(0); people.Count > 0; people = await PeopleWithHeld(people[^1]))
        {
            foreach (var person in people)
            {
                cancel.ThrowIfCancellationRequested();
                await Gather(person);
            }
        }
    }

    private async Task<IReadOnlyList<long>> PeopleWithHeld(long after)
    {
        await using var work = await database.Read();
        return await work.List<long>(
            $"""
            SELECT DISTINCT PersonId
            FROM OutboxMessage
            WHERE State = 'Held' AND PersonId > @after
            ORDER BY PersonId
            {Dialect.Page}
            """,
            new { after, take = PeopleAtOnce });
    }

    private async Task Gather(long person)
    {
        await using var work = await database.Write(Actor.System);
        var held = await work.List<HeldNotice>(
            $"""
            SELECT Id, ToAddress, ToName, Language, Subject, TextBody
            FROM OutboxMessage
            WHERE PersonId = @person AND State = 'Held'
            ORDER BY Id
            {Dialect.Page}
            """,
            new { person, take = MostNotices });
        if (held.Count == 0)
        {
            return;
        }

        var last = held[^1];
        var summary = new DailySummary([.. held.Select(notice => new SummaryItem(notice.Subject, notice.TextBody.Trim()))]);
        var digest = work.Mail(new Recipient(person, last.ToAddress, last.ToName, last.Language), summary);
        foreach (var notice in held)
        {
            await work.Guarded(
                "UPDATE OutboxMessage SET State = 'Gathered', DigestId = @digest, Version = Version + 1 WHERE Id = @id AND State = 'Held'",
                new { id = notice.Id, digest });
        }

        await work.Commit();
    }
}
