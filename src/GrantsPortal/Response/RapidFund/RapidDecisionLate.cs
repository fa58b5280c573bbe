using GrantsPortal.Platform.Mail;

namespace GrantsPortal.Response.RapidFund;

/// <summary>Tells the officer who opened a fund that a promised decision is late, or that a seat is empty.</summary>
public sealed record RapidDecisionLate(string Reference, string Organisation, DateTimeOffset PromisedAt, bool Late, string Path) : Message
{
    /// <inheritdoc/>
    public override MessageKind Kind => MessageKind.Letter;

    /// <summary>For the preview.</summary>
    public static RapidDecisionLate Sample => new("GP-2026-0042", "Harbour Women's Circle", new DateTimeOffset(2026, 11, 27, 9, 30, 0, TimeSpan.Zero), true, "/manage/rapid-response/GP-2026-0042");
}
