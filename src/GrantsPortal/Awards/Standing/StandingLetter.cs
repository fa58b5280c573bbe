using GrantsPortal.Platform.Mail;

namespace GrantsPortal.Awards.Standing;

/// <summary>An award is paused, goes on, or ends early; the letter itself, to an organisation that gets its letters by e-mail.</summary>
public sealed record StandingLetter(string Subject, string Html, string Text, string Path) : Message
{
    /// <inheritdoc/>
    public override MessageKind Kind => MessageKind.Letter;

    /// <summary>For the preview.</summary>
    public static StandingLetter Sample => new(
        "We are pausing your award AW-2026-0007",
        "<p>Dear Harbour Women's Circle,</p><p>We are pausing your award AW-2026-0007. A pause is not the end of it.</p>",
        "Dear Harbour Women's Circle,\n\nWe are pausing your award AW-2026-0007. A pause is not the end of it.",
        "/my/awards/AW-2026-0007");
}
