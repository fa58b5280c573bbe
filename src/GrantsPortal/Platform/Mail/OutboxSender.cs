using System.Data.Common;
using GrantsPortal.Platform.Database;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace GrantsPortal.Platform.Mail;

/// <summary>What came of sending the outbox once.</summary>
public sealed record DrainReport(int Sent, int PutOff, int GivenUp, int InDoubt, string? Trouble)
{
    /// <summary>Nothing happened yet.</summary>
    public static readonly DrainReport Nothing = new(0, 0, 0, 0, null);
}

/// <summary>
/// Sends what is due. A message is marked as being sent, by whom and until when, and that is committed before a word of
/// it reaches the mail server; its acceptance is recorded straight after. Whoever finds a message so marked after its
/// time cannot know whether it was accepted: it becomes "in doubt" and waits for a person.
/// </summary>
public sealed class OutboxSender(PortalDatabase database, IMailTransport transport, MimeMaker mime, IOptions<MailOptions> options, IOptions<InboundOptions> inbound, ILogger<OutboxSender> log)
{
    private const int Batch = 50;
    private readonly string _owner = FormattableString.Invariant($"{Environment.ProcessId}-{Guid.NewGuid():N}");
    private readonly SemaphoreSlim _one = new(1, 1);
    private int _outages;

    /// <summary>Sends until nothing is due, the server is not reached, or <paramref name="stop"/> is given; a message under way is finished.</summary>
    public async Task<DrainReport> Drain(CancellationToken stop = default)
    {
        await _one.WaitAsync(stop);
        try
        {
            var abandoned = await Change(work => OutboxRepository.DoubtAbandoned(work));
            return await SendDue(DrainReport.Nothing with { InDoubt = abandoned }, stop);
        }
        finally
        {
            _one.Release();
        }
    }

    private async Task<DrainReport> SendDue(DrainReport report, CancellationToken stop)
    {
        IMailSession? session = null;
        try
        {
            for (var due = await Due(); due.Count > 0 && !stop.IsCancellationRequested; due = await Due())
            {
                foreach (var (mail, enclosures) in due.TakeWhile(_ => !stop.IsCancellationRequested))
                {
                    session = await Ready(session, stop);
                    report = await SendOne(session, mail, enclosures, report);
                }
            }

            return report;
        }
        catch (MailUnavailableException outage)
        {
            return report with { Trouble = outage.Message, PutOff = report.PutOff + await PutOffAll(outage.Message) };
        }
        finally
        {
            if (session is not null)
            {
                await session.DisposeAsync();
            }
        }
    }

    private async Task<IMailSession> Ready(IMailSession? session, CancellationToken stop)
    {
        if (session is { Usable: true })
        {
            return session;
        }

        if (session is not null)
        {
            await session.DisposeAsync();
        }

        var opened = await transport.Open(stop);
        if (Interlocked.Exchange(ref _outages, 0) > 0)
        {
            await Change(work => OutboxRepository.ReleasePutOff(work));
        }

        return opened;
    }

    private async Task<DrainReport> SendOne(IMailSession session, OutboundMail mail, IReadOnlyList<Enclosure> enclosures, DrainReport report)
    {
        var message = mime.Make(mail, enclosures);
        if (!await Change(work => OutboxRepository.Claim(work, mail, _owner, options.Value.Lease)))
        {
            return report;
        }

        var delivery = message is null
            ? new Delivery(DeliveryResult.Refused, "This is not an e-mail address.")
            : await session.Send(message, ReturnPaths.Of(inbound.Value, mail.MessageId));
        var again = delivery.Result == DeliveryResult.Later ? OutboxRules.After(mail.Attempts + 1, Random.Shared.NextDouble()) : null;
        await Record(mail, delivery, again);
        return (delivery.Result, again) switch
        {
            (DeliveryResult.Accepted, _) => report with { Sent = report.Sent + 1 },
            (DeliveryResult.Unknown, _) => report with { InDoubt = report.InDoubt + 1 },
            (DeliveryResult.Later, not null) => report with { PutOff = report.PutOff + 1 },
            _ => report with { GivenUp = report.GivenUp + 1 },
        };
    }

    /// <summary>Writes down what became of it, patiently: what is not written down becomes a doubt.</summary>
    private async Task Record(OutboundMail mail, Delivery delivery, TimeSpan? again)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                if (!await Change(work => OutboxRepository.Record(work, mail, _owner, delivery, again)))
                {
                    log.LogWarning("What became of the message {MessageId} came too late to be noted", mail.MessageId);
                }

                return;
            }
            catch (DbException fault) when (attempt < 5)
            {
                log.LogWarning(fault, "What became of the message {MessageId} could not be noted; trying again", mail.MessageId);
                await Task.Delay(TimeSpan.FromSeconds(attempt));
            }
        }
    }

    private async Task<int> PutOffAll(string words)
    {
        log.LogWarning("No e-mail can leave: {Words}", words);
        var wait = OutboxRules.AfterOutage(Interlocked.Increment(ref _outages));
        return await Change(work => OutboxRepository.PutOffDue(work, words, wait));
    }

    private async Task<IReadOnlyList<(OutboundMail Mail, IReadOnlyList<Enclosure> Enclosures)>> Due()
    {
        await using var work = await database.Read();
        var due = await OutboxRepository.Due(work, Batch);
        var enclosed = (due.Count == 0 ? [] : await OutboxRepository.Enclosures(work, [.. due.Select(mail => mail.Id)])).ToLookup(one => one.MessageId);
        return [.. due.Select(mail => (mail, (IReadOnlyList<Enclosure>)[.. enclosed[mail.Id]]))];
    }

    private async Task<T> Change<T>(Func<UnitOfWork, Task<T>> change)
    {
        await using var work = await database.Write(Actor.System);
        var result = await change(work);
        await work.Commit();
        return result;
    }
}
