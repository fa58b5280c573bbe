using GrantsPortal.Platform.Checks;
using GrantsPortal.Platform.Mail;
using Microsoft.Extensions.Options;

namespace GrantsPortal.Partnerships.Mailbox;

/// <summary>Whether the mailbox can be read, and e-mails find it.</summary>
public sealed class MailboxCheckup(IOptions<InboundOptions> options) : ICheckup
{
    private const string Where = "Mailbox";

    /// <inheritdoc/>
    public string Area => Where;

    /// <inheritdoc/>
    public bool Slow => true;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Finding>> Look(CancellationToken cancel)
    {
        var inbound = options.Value;
        if (!inbound.IsSet)
        {
            return [new Finding(Health.Note, Area, "None is set: no e-mail is filed by forwarding, and nobody notices that e-mails do not arrive.") { Mend = "Set Inbound:Host, Inbound:User, Inbound:Password and Inbound:Address." }];
        }

        List<Finding> findings = [await Reached(inbound, cancel)];
        if (inbound.Parts is not var (local, _))
        {
            findings.Add(new Finding(Health.Wrong, Area, "Inbound:Address is \"{0}\", which is no e-mail address, so there is nothing to forward to.", inbound.Address) { Mend = "Set Inbound:Address to the mailbox's own, such as record@city.example." });
        }
        else if (inbound.With(new string('x', MailboxRules.TokenCharacters)) is null)
        {
            findings.Add(new Finding(Health.Wrong, Area, "{0} is too long: with what is added it would be more than the 64 characters that mail servers take before the @.", local) { Mend = "Give the mailbox a shorter address." });
        }

        return findings;
    }

    private static async Task<Finding> Reached(InboundOptions inbound, CancellationToken cancel)
    {
        try
        {
            using var mailbox = await ImapMailbox.Open(inbound, readOnly: true, cancel);
            return new Finding(Health.Ok, Where, "{0}:{1} lets us in as {2}; {3} e-mails wait in {4}", inbound.Host, inbound.EffectivePort, inbound.User, mailbox.Count, inbound.Folder);
        }
        catch (MailUnavailableException closed)
        {
            return new Finding(Health.Wrong, Where, "{0}:{1} is not reached: {2}", inbound.Host, inbound.EffectivePort, closed.Message) { Mend = "Check Inbound:Host, Inbound:Port, Inbound:Security, Inbound:User, Inbound:Password and Inbound:Folder." };
        }
    }
}
