using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Jobs;
using Microsoft.Extensions.Options;

namespace GrantsPortal.Introductions;

/// <summary>Reminds of requests, lets those lapse that nobody answered, and asks what came of introductions.</summary>
public sealed class IntroductionJob(PortalDatabase database, IntroductionLetters letters, IOptions<IntroductionOptions> options) : IJob
{
    /// <inheritdoc/>
    public string Name => "introductions.clock";

    /// <inheritdoc/>
    public string Does => "Reminds of requests for introductions, ends those that nobody answered, and asks after two months what came of those that were made.";

    /// <inheritdoc/>
    public TimeSpan Every => TimeSpan.FromHours(1);

    /// <inheritdoc/>
    public async Task Run(CancellationToken cancel)
    {
        IReadOnlyList<string> due;
        await using (var work = await database.Read(cancel))
        {
            due = await IntroductionRepository.Due(work, work.Now, work.Now.AddDays(options.Value.ReminderDays), work.Now.AddDays(-options.Value.OutcomeDays));
        }

        foreach (var reference in due)
        {
            cancel.ThrowIfCancellationRequested();
            await Move(reference);
        }
    }

    private async Task Move(string reference)
    {
        await using var work = await database.Write(Actor.System);
        var introduction = (await IntroductionRepository.Find(work, reference))!;
        var moved = introduction switch
        {
            { IsOpen: true } when introduction.LapsesAt < work.Now => await Lapse(work, introduction),
            { IsOpen: true } when IntroductionRules.IsToRemind(introduction, options.Value.ReminderDays, work.Now) => await Remind(work, introduction),
            { State: IntroductionState.Made, OutcomeAskedAt: null, MadeAt: { } made } when made <= work.Now.AddDays(-options.Value.OutcomeDays) => await AskOutcome(work, introduction),
            _ => false,
        };
        if (moved)
        {
            await work.Commit();
        }
    }

    private async Task<bool> Lapse(UnitOfWork work, Introduction introduction)
    {
        if (!await IntroductionRepository.Move(work, introduction, IntroductionStates.Table.Move(introduction.State, IntroductionStates.Lapse).Value, introduction.LapsesAt, IntroductionEnd.Unanswered))
        {
            return false;
        }

        await letters.NotMade(work, introduction);
        work.Audit("introduction.lapsed", nameof(Introduction), introduction.Id);
        return true;
    }

    private async Task<bool> Remind(UnitOfWork work, Introduction introduction)
    {
        if (!await IntroductionRepository.MarkReminded(work, introduction))
        {
            return false;
        }

        await letters.Remind(work, introduction);
        return true;
    }

    private async Task<bool> AskOutcome(UnitOfWork work, Introduction introduction)
    {
        if (!await IntroductionRepository.MarkOutcomeAsked(work, introduction))
        {
            return false;
        }

        await letters.AskOutcome(work, introduction);
        work.Audit("introduction.outcome-asked", nameof(Introduction), introduction.Id);
        return true;
    }
}
