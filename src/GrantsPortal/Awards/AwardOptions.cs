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
}
