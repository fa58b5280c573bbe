using System.Net.Mail;

namespace GrantsPortal.Platform.Mail;

/// <summary>Where e-mails to the portal are read; section <c>Inbound</c> of the configuration.</summary>
public sealed class InboundOptions
{
    /// <summary>Name of the IMAP server; without one nothing is read.</summary>
    public string? Host { get; set; }

    /// <summary>Port; 143 or 993 as the security suggests unless given.</summary>
    public int? Port { get; set; }

    /// <summary>Protection of the connection.</summary>
    public MailSecurity Security { get; set; } = MailSecurity.Tls;

    /// <summary>Name to sign in with.</summary>
    public string? User { get; set; }

    /// <summary>Password to sign in with.</summary>
    public string? Password { get; set; }

    /// <summary>Folder that is read.</summary>
    public string Folder { get; set; } = "INBOX";

    /// <summary>Folder that what was taken is moved to.</summary>
    public string DoneFolder { get; set; } = "Done";

    /// <summary>Folder that what was not taken is moved to.</summary>
    public string RefusedFolder { get; set; } = "Refused";

    /// <summary>
    /// Address of the mailbox, such as <c>record@city.example</c>. Whatever is sent to <c>record+anything@city.example</c> must arrive there.
    /// Without it there are no addresses to forward to.
    /// </summary>
    public string? Address { get; set; }

    /// <summary>What stands between the address and what is added to it.</summary>
    public char Separator { get; set; } = '+';

    /// <summary>Whether e-mails of ours leave with a way back to this mailbox that names each, so that reports of failure are read.</summary>
    public bool ReturnPath { get; set; } = true;

    /// <summary>Largest e-mail that is fetched, in MiB; at most 20.</summary>
    public int MaxMegabytes { get; set; } = 15;

    /// <summary>Days for which an e-mail is kept as it came, beside what was taken from it.</summary>
    public int KeepDays { get; set; } = 90;

    /// <summary>PEM file of a certificate that is trusted beside those of the system, for a city's own authority.</summary>
    public string? TrustedCertificate { get; set; }

    /// <summary>Whether a mailbox is read.</summary>
    public bool IsSet => !string.IsNullOrWhiteSpace(Host);

    /// <summary>The port in use.</summary>
    public int EffectivePort => Port ?? (Security == MailSecurity.Tls ? 993 : 143);

    /// <summary>Largest e-mail that is fetched, in bytes.</summary>
    public long MaxBytes => Math.Clamp(MaxMegabytes, 1, 20) * 1024L * 1024L;

    /// <summary>The address in two parts; null when it is not set, or none.</summary>
    public (string Local, string Domain)? Parts =>
        MimeMaker.IsAddress(Address) && MailAddress.TryCreate(Address, out var parsed) ? (parsed.User, parsed.Host) : null;

    /// <summary>The address with something added; null where there is no address, or it would be longer than a server takes (RFC 5321, 4.5.3.1.1).</summary>
    public string? With(string added) =>
        Parts is var (local, domain) && local.Length + 1 + added.Length <= 64 ? $"{local}{Separator}{added}@{domain}" : null;

    /// <summary>What is added to our address in another, in lower case; null when it is not ours or nothing is added.</summary>
    public string? AddedIn(string? address)
    {
        if (Parts is not var (local, domain) || address is null || address.LastIndexOf('@') is var at && at < 0
            || !address[(at + 1)..].Equals(domain, StringComparison.OrdinalIgnoreCase) || !address.StartsWith(local + Separator, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var added = address[(local.Length + 1)..at];
        return added.Length is > 0 and <= 64 ? added.ToLowerInvariant() : null;
    }
}
