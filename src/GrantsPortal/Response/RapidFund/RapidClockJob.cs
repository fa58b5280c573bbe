using GrantsPortal.Calls;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Jobs;
using Microsoft.Extensions.Options;

namespace GrantsPortal.Response.RapidFund;

/// <summary>Reminds deciders before a promised instant, tells the officer when it has passed, and marks calls decided of which everything is.</summary>
public sealed class RapidClockJob(PortalDatabase database, IOptions<PortalOptions> portal) : IJob
{
    /// <inheritdoc/>
    public string Name => "response.promises";

    /// <inheritdoc/>
    public string Does => "Reminds the deciders of rapid-response funds, tells officers of promises that were missed, and closes funds of which everything is decided.";

    /// <inheritdoc/>
    public TimeSpan Every => TimeSpan.FromMinutes(1);

    /// <inheritdoc/>
    public async Task Run(CancellationToken cancel)
    {
        IReadOnlyList<RapidCase> needing;
        IReadOnlyList<long> finished;
        await using (var look = await database.Read(cancel))
        {
            needing = [.. (await RapidRepository.Needing(look, look.Now.AddMinutes(15 * RapidTemplateRules.MostHours))).Where(found => found.ClockAt(look.Now) != PromiseState.InTime)];
            finished = await RapidRepository.Finished(look);
        }

        foreach (var found in needing)
        {
            cancel.ThrowIfCancellationRequested();
            await Bring(found);
        }

        foreach (var call in finished)
        {
            cancel.ThrowIfCancellationRequested();
            await Finish(call);
        }
    }

    private async Task Bring(RapidCase seen)
    {
        await using var work = await database.Write(Actor.System);
        if (await RapidRepository.Case(work, seen.ApplicationId) is not { Waits: true } found || await RapidRepository.Fund(work, found.CallId) is not { } fund)
        {
            return;
        }

        var clock = found.ClockAt(work.Now);
        var told = false;
        if (clock != PromiseState.InTime && await RapidRepository.Reminded(work, found))
        {
            var silent = (await RapidRepository.Seats(work, found.ApplicationId)).Where(seat => seat.Answer is null).Select(seat => seat.PersonId).OfType<long>();
            await RapidLettersOut.Ask(work, found, silent, reminds: true);
            work.Audit("application.deciders-reminded", "Application", found.ApplicationId);
            told = true;
        }

        if (clock == PromiseState.Late && await RapidRepository.LateTold(work, found))
        {
            await RapidLettersOut.TellOfficer(work, found, fund, late: true);
            work.Audit("application.promise-missed", "Application", found.ApplicationId, new { found.PromisedAt });
            told = true;
        }

        if (told)
        {
            await work.Commit();
        }
    }

    private async Task Finish(long id)
    {
        await using var work = await database.Write(Actor.System);
        if (await CallRepository.Find(work, id) is { } call && (await CallDesk.Decide(work, call)).Done)
        {
            await CallLedger.Follow(work, id, portal.Value);
            await work.Commit();
        }
    }
}
