using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Jobs;
using GrantsPortal.Platform.Mail;
using MailKit;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace GrantsPortal.Partnerships.Mailbox;

/// <summary>
/// Reads the mailbox. What an e-mail does is committed before it is put away, so that a line that breaks between leaves it to be put away
/// next time and nothing to be done twice.
/// </summary>
public sealed class MailboxJob(PortalDatabase database, MailboxDesk desk, IOptions<InboundOptions> options, IOptions<PortalOptions> portal, ILogger<MailboxJob> log) : IJob
{
    private const int Batch = 200;
    private const int HeadBytes = 64 * 1024;

    /// <inheritdoc/>
    public string Name => "partnerships.mailbox";

    /// <inheritdoc/>
    public string Does => "Reads the mailbox: files e-mails that officers forward, and notes which of ours did not arrive.";

    /// <inheritdoc/>
    public TimeSpan Every => TimeSpan.FromMinutes(2);

    /// <inheritdoc/>
    public async Task Run(CancellationToken cancel)
    {
        await Change(work => ForwardingRepository.RevokeLost(work, Instants.DayOf(work.Now, portal.Value.Zone)));
        if (!options.Value.IsSet)
        {
            return;
        }

        using var mailbox = await ImapMailbox.Open(options.Value, readOnly: false, cancel);
        if (!await Change(work => InboundRepository.NoteFolder(work, options.Value.Folder, mailbox.UidValidity)))
        {
            log.LogWarning("The folder {Folder} began a new life: its e-mails are known again by their Message-IDs", options.Value.Folder);
        }

        var broken = 0;
        foreach (var listed in await mailbox.List(Batch, cancel))
        {
            cancel.ThrowIfCancellationRequested();
            broken += await Take(mailbox, listed, cancel) ? 0 : 1;
        }

        if (broken > 0)
        {
            throw new InvalidOperationException($"{broken} e-mails could not be taken; they stay in the mailbox, and the log says why.");
        }
    }

    /// <summary>Takes one and puts it away; false when it must wait. A line that breaks ends everything until next time.</summary>
    private async Task<bool> Take(ImapMailbox mailbox, ListedMail listed, CancellationToken cancel)
    {
        try
        {
            var place = new MailPlace(mailbox.UidValidity, listed.Uid.Id);
            var state = await Known(place) ?? await Fetched(mailbox, place, listed, cancel);
            await mailbox.Move(listed.Uid, state != InboundState.Refused, cancel);
            return true;
        }
        catch (Exception fault) when (fault is not (IOException or ProtocolException or ServiceNotConnectedException or OperationCanceledException))
        {
            log.LogError(fault, "The e-mail {Uid} could not be taken", listed.Uid.Id);
            return false;
        }
    }

    private async Task<InboundState?> Fetched(ImapMailbox mailbox, MailPlace place, ListedMail listed, CancellationToken cancel)
    {
        var most = options.Value.MaxBytes;
        if (listed.Bytes <= most && await mailbox.Fetch(listed.Uid, (int)most + 1, cancel) is var raw && raw.Length <= most)
        {
            return await desk.Take(place, raw, cancel);
        }

        return await desk.TakeTooLarge(place, await mailbox.FetchHead(listed.Uid, HeadBytes, cancel), listed.Bytes, cancel);
    }

    private async Task<InboundState?> Known(MailPlace place)
    {
        await using var work = await database.Read();
        return await InboundRepository.At(work, place);
    }

    private async Task<T> Change<T>(Func<UnitOfWork, Task<T>> change)
    {
        await using var work = await database.Write(Actor.System);
        var result = await change(work);
        await work.Commit();
        return result;
    }
}

/// <summary>Lets go of e-mails as they came once they were kept long enough, and of what was refused.</summary>
public sealed class MailboxRetentionJob(PortalDatabase database, IOptions<InboundOptions> options) : IJob
{
    /// <inheritdoc/>
    public string Name => "partnerships.mailbox-retention";

    /// <inheritdoc/>
    public string Does => "Deletes e-mails as they came, and what was refused, after the days set.";

    /// <inheritdoc/>
    public TimeSpan Every => TimeSpan.FromDays(1);

    /// <inheritdoc/>
    public async Task Run(CancellationToken cancel)
    {
        await using var work = await database.Write(Actor.System);
        var before = work.Now.AddDays(-Math.Max(1, options.Value.KeepDays));
        var originals = await InboundRepository.Originals(work, before);
        foreach (var file in originals)
        {
            await InboundRepository.ForgetOriginal(work, file);
        }

        var gone = await InboundRepository.ForgetUnfiled(work, before);
        if (originals.Count + gone > 0)
        {
            work.Audit("mailbox.let-go", nameof(InboundMail), 0, new { originals = originals.Count, refused = gone });
        }

        await work.Commit(cancel);
    }
}
