namespace GrantsPortal.Awards;

/// <summary>How offers are made; section <c>Awards</c> of the configuration.</summary>
public sealed class AwardOptions
{
    /// <summary>How many days an offer stands after its letter was sent; it ends at the last minute of that day.</summary>
    public int OfferDays { get; set; } = 30;

    /// <summary>How many days before its end an unanswered offer is brought to mind.</summary>
    public int ReminderDays { get; set; } = 7;
}
