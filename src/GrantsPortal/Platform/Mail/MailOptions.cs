namespace GrantsPortal.Platform.Mail;

/// <summary>How the connection to the mail server is protected.</summary>
public enum MailSecurity
{
    /// <summary>STARTTLS where the server offers it; a password is never sent without it.</summary>
    Auto,

    /// <summary>Not at all; for a server on the same machine or network.</summary>
    None,

    /// <summary>Plain at first, then STARTTLS, or not at all.</summary>
    StartTls,

    /// <summary>TLS from the first byte.</summary>
    Tls,
}

/// <summary>How e-mails leave; section <c>Mail</c> of the configuration.</summary>
public sealed class MailOptions
{
    /// <summary>Name of the mail server; without one, messages are written as <c>.eml</c> files.</summary>
    public string? Host { get; set; }

    /// <summary>Port; 25, 465 or 587 as the security suggests unless given.</summary>
    public int? Port { get; set; }

    /// <summary>Protection of the connection.</summary>
    public MailSecurity Security { get; set; } = MailSecurity.Auto;

    /// <summary>Name to sign in with; nobody signs in without one.</summary>
    public string? User { get; set; }

    /// <summary>Password to sign in with.</summary>
    public string? Password { get; set; }

    /// <summary>Sender, as <c>grants@city.example</c> or <c>Grants team &lt;grants@city.example&gt;</c>; the contact address unless given.</summary>
    public string? From { get; set; }

    /// <summary>PEM file of a certificate that is trusted beside those of the system, for a city's own authority.</summary>
    public string? TrustedCertificate { get; set; }

    /// <summary>Longest that handing over one message may take, in seconds; what takes longer is in doubt.</summary>
    public int SendSeconds { get; set; } = 120;

    /// <summary>The port in use.</summary>
    public int EffectivePort => Port ?? Security switch { MailSecurity.Tls => 465, MailSecurity.None => 25, _ => 587 };

    /// <summary>How long a message belongs to the one who is sending it; longer than sending can take.</summary>
    public TimeSpan Lease => TimeSpan.FromSeconds(SendSeconds * 2);
}
