using GrantsPortal.Platform.Mail;

namespace GrantsPortal.Partnerships.Caseload;

/// <summary>Another officer is responsible; to the partner.</summary>
public sealed record PartnerHandedOver(string Organisation, string Officer, string OfficerEmail, string Path) : Message
{
    /// <summary>For the preview.</summary>
    public static PartnerHandedOver Sample => new("Harbour Women’s Circle", "Farah Siddiqui", "farah.siddiqui@riverton.example", "/my/partnership");
}

/// <summary>Somebody is away and the reader covers for them.</summary>
public sealed record CoverAsked(string Officer, DateOnly FromOn, DateOnly UntilOn, string? Note, string Path) : Message
{
    /// <summary>For the preview.</summary>
    public static CoverAsked Sample => new("Farah Siddiqui", new(2026, 12, 21), new(2027, 1, 4), "Harbour Women’s Circle may ring about the hall.", "/manage/partnerships/caseload");
}
