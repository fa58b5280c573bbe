using GrantsPortal.Platform.Mail;

namespace GrantsPortal.Awards.Letters;

/// <summary>The decision letter itself, to an organisation that gets its letters by e-mail.</summary>
public sealed record DecisionLetter(string Subject, string Html, string Text, string Path, string? AwardPath, DateTimeOffset? ExpiresAt) : Message
{
    /// <inheritdoc/>
    public override MessageKind Kind => MessageKind.Letter;

    /// <summary>For the preview.</summary>
    public static DecisionLetter Sample => new(
        "Your application GP-2026-0042: we offer you a grant",
        "<p>Dear Harbour Women's Circle,</p><p>We are glad to offer you a grant of £12,000.</p>",
        "Dear Harbour Women's Circle,\n\nWe are glad to offer you a grant of £12,000.",
        "/my/applications/GP-2026-0042/letter",
        "/my/awards/AW-2026-0007",
        new DateTimeOffset(2026, 12, 18, 23, 59, 0, TimeSpan.Zero));
}
