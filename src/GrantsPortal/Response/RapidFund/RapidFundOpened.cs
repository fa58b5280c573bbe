using GrantsPortal.Platform;
using GrantsPortal.Platform.Mail;

namespace GrantsPortal.Response.RapidFund;

/// <summary>Tells a partner of a call-down that a rapid-response fund takes applications. Says nothing of the incident or of the partner: the call is public, the rest may not be.</summary>
public sealed record RapidFundOpened(string Title, Money Largest, DateTimeOffset ClosesAt, int Hours, string Path) : Message
{
    /// <inheritdoc/>
    public override MessageKind Kind => MessageKind.Letter;

    /// <summary>For the preview.</summary>
    public static RapidFundOpened Sample => new("Rapid help after an attack", new Money(3_000, "GBP"), new DateTimeOffset(2026, 11, 27, 17, 0, 0, TimeSpan.Zero), 48, "/calls/rapid-help");
}

/// <summary>Tells a contact of an organisation at risk to look at the open calls, and says nothing else: a fund's title or address would tell a reader over their shoulder what happened, and to whom.</summary>
public sealed record RapidFundNotice(string Path) : Message
{
    /// <inheritdoc/>
    public override MessageKind Kind => MessageKind.Letter;

    /// <summary>For the preview.</summary>
    public static RapidFundNotice Sample => new("/calls");
}
