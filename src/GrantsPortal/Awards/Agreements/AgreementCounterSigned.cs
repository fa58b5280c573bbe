using GrantsPortal.Platform.Mail;

namespace GrantsPortal.Awards.Agreements;

/// <summary>The city signed an accepted agreement: notice to the organisation, news to the officer.</summary>
public sealed record AgreementCounterSigned(string Reference, string Organisation, string Title, DateTimeOffset At, string Hash, string Path) : Message
{
    /// <inheritdoc/>
    public override MessageKind Kind => MessageKind.Letter;

    /// <summary>For the preview.</summary>
    public static AgreementCounterSigned Sample => new("AW-2026-0007", "Harbour Women's Circle", "Evenings by the water", new DateTimeOffset(2026, 6, 18, 9, 0, 0, TimeSpan.Zero), new string('b', 64), "/my/awards/AW-2026-0007/documents");
}
