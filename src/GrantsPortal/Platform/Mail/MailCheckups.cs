using GrantsPortal.Platform.Checks;
using GrantsPortal.Platform.Database;
using Microsoft.Extensions.Options;

namespace GrantsPortal.Platform.Mail;

/// <summary>Whether e-mails leave.</summary>
public sealed class OutboxCheckup(PortalDatabase database) : ICheckup
{
    private static readonly TimeSpan Late = TimeSpan.FromMinutes(15);

    /// <inheritdoc/>
    public string Area => "E-mail";

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Finding>> Look(CancellationToken cancel)
    {
        if (!database.Exists || Migrations.Pending(database).Count > 0)
        {
            return [];
        }

        await using var work = await database.Read(cancel);
        var outbox = await OutboxReader.Backlog(work);
        List<Finding> findings = [];
        if (outbox.OldestStuckAt is { } oldest && work.Now - oldest > Late)
        {
            findings.Add(new Finding(Health.Wrong, Area, "E-mails are not leaving: {0} wait, the oldest since {1}.", outbox.Queued, oldest)
            {
                Mend = outbox.LastWords is null ? "See whether a process that sends mail is running (Jobs:Enabled)." : $"The last answer was: {outbox.LastWords}",
                Path = PlatformRoutes.EmailsIn(OutboxState.Queued),
            });
        }

        if (outbox.Dead > 0)
        {
            findings.Add(new Finding(Health.Wrong, Area, "{0} e-mails could not be delivered and were given up.", outbox.Dead)
            {
                Mend = "Read why, mend the address or the server, and send them again.",
                Path = PlatformRoutes.EmailsIn(OutboxState.Dead),
            });
        }

        if (outbox.InDoubt > 0)
        {
            findings.Add(new Finding(Health.Wrong, Area, "Of {0} e-mails nobody knows whether they arrived.", outbox.InDoubt)
            {
                Mend = "Look into the mail server's log or ask the recipient, then send them again or leave them.",
                Path = PlatformRoutes.EmailsIn(OutboxState.InDoubt),
            });
        }

        return findings.Count > 0 ? findings : [new Finding(Health.Ok, Area, "{0} e-mails wait, none for long", outbox.Queued)];
    }
}

/// <summary>Whether the mail server lets the portal in.</summary>
public sealed class MailServerCheckup(IMailTransport transport, MimeMaker mime, IOptions<MailOptions> mail, IOptions<StorageOptions> storage) : ICheckup
{
    /// <inheritdoc/>
    public string Area => "Mail server";

    /// <inheritdoc/>
    public bool Slow => true;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Finding>> Look(CancellationToken cancel)
    {
        try
        {
            var sender = mime.Sender("en");
            await using var session = await transport.Open(cancel);
            return string.IsNullOrWhiteSpace(mail.Value.Host)
                ? [new Finding(Health.Note, Area, "None is set: messages are written as .eml files to {0}.", Path.Combine(Path.GetFullPath(storage.Value.Path), "mail")) { Mend = "Set Mail:Host to send them." }]
                : [new Finding(Health.Ok, Area, "{0}:{1} lets us in, {2}; we send as {3}", mail.Value.Host, mail.Value.EffectivePort, mail.Value.User is null ? "without a name" : "as " + mail.Value.User, sender.Address)];
        }
        catch (MailUnavailableException closed)
        {
            return [new Finding(Health.Wrong, Area, "{0}:{1} is not reached: {2}", mail.Value.Host, mail.Value.EffectivePort, closed.Message) { Mend = "Check Mail:Host, Mail:Port, Mail:Security, Mail:User and Mail:Password." }];
        }
    }
}
