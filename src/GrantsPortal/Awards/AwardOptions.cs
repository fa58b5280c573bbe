namespace GrantsPortal.Awards;

/// <summary>How offers are made; section <c>Awards</c> of the configuration.</summary>
public sealed class AwardOptions
{
    /// <summary>How many days an offer stands after its letter was sent; it ends at the last minute of that day.</summary>
    public int OfferDays { get; set; } = 30;

    /// <summary>How many days before its end an unanswered offer is brought to mind.</summary>
    public int ReminderDays { get; set; } = 7;

    /// <summary>
    /// How far a budget line may rise above what was last agreed for it without approval, in percent. The measure by line is
    /// the city's own choice; 2 CFR 200.308 (United States) takes ten percent of the whole budget as last approved.
    /// </summary>
    public int MovementShare { get; set; } = 10;

    /// <summary>The rule that <see cref="MovementShare"/> follows, as people read it; empty when it is the city's own choice.</summary>
    public string MovementRule { get; set; } = "";

    /// <summary>An approver decides on a variation once all of them together move more than this share of the original award, in percent.</summary>
    public int ApproverShare { get; set; } = 20;

    /// <summary>How many days before a budget year begins its officer is reminded that it is not confirmed.</summary>
    public int YearReminderDays { get; set; } = 30;

    /// <summary>
    /// How many years the records of an award are kept after it is closed. Seven cover the six years in which a claim on a
    /// contract can be brought in England and Wales (Limitation Act 1980, section 5) and the year they end in; a city that
    /// gives de minimis aid under EU rules sets ten (Regulation (EU) 2023/2831, article 6).
    /// </summary>
    public int RetentionYears { get; set; } = 7;
}
