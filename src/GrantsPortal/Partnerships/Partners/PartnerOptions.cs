namespace GrantsPortal.Partnerships.Partners;

/// <summary>What a city can set about partnerships; section <c>Partnerships</c> of the configuration.</summary>
public sealed class PartnerOptions
{
    /// <summary>Days within which a close partner is spoken to.</summary>
    public int CloseDays { get; set; } = 30;

    /// <summary>Days within which a regular partner is spoken to.</summary>
    public int RegularDays { get; set; } = 90;

    /// <summary>Days within which a light partner is spoken to.</summary>
    public int LightDays { get; set; } = 180;

    /// <summary>Days after which a contact is to be confirmed again.</summary>
    public int ConfirmDays { get; set; } = 182;

    /// <summary>Days that a question whether a contact is still right can be answered by its link.</summary>
    public int ConfirmLinkDays { get; set; } = 60;

    /// <summary>Months a contact is kept after it was removed.</summary>
    public int ContactMonths { get; set; } = 12;

    /// <summary>Months a restricted note is kept after it was last written.</summary>
    public int NoteMonths { get; set; } = 36;

    /// <summary>Months the words of a handover are kept.</summary>
    public int HandoverMonths { get; set; } = 24;

    /// <summary>Months that what was said with a partner is kept; that it was spoken to stays.</summary>
    public int EngagementMonths { get; set; } = 72;

    /// <summary>Months that what was said in confidence is kept after it was sealed at a handover.</summary>
    public int SealedMonths { get; set; } = 12;

    /// <summary>Days between contacts for a tier.</summary>
    public int DaysOf(PartnerTier tier) => tier switch { PartnerTier.Close => CloseDays, PartnerTier.Regular => RegularDays, _ => LightDays };
}
