using GrantsPortal.Platform.Mail;

namespace GrantsPortal.Awards.Letters;

/// <summary>
/// To an organisation that reads its letters behind sign-in: there is something to read. Says neither what was decided
/// nor for whom, in its words or its links.
/// </summary>
public sealed record DecisionNotice(string Reference, string Path) : Message
{
    /// <inheritdoc/>
    public override MessageKind Kind => MessageKind.Letter;

    /// <summary>For the preview.</summary>
    public static DecisionNotice Sample => new("GP-2026-0042", "/my/applications/GP-2026-0042/letter");
}
