namespace GrantsPortal.Response;

/// <summary>What a city can set about incidents; section <c>Response</c> of the configuration.</summary>
public sealed class ResponseOptions
{
    /// <summary>Minutes without an answer after which the next contact of a partner is alerted, unless chosen otherwise when an incident is opened.</summary>
    public int DeputyMinutes { get; set; } = 20;

    /// <summary>The hour of the city's day at which the night begins, during which contacts for day and night are alerted first.</summary>
    public int NightFromHour { get; set; } = 22;

    /// <summary>The hour at which it ends.</summary>
    public int NightToHour { get; set; } = 7;

    /// <summary>Days for which the link of an outside counterpart holds.</summary>
    public int CounterpartDays { get; set; } = 7;

    /// <summary>Days after which the holder of a role has to be confirmed again.</summary>
    public int ConfirmRolesDays { get; set; } = 180;

    /// <summary>Days after which what a partner offers in a crisis has to be said again.</summary>
    public int ConfirmOffersDays { get; set; } = 365;

    /// <summary>Months the words of support for families are kept after it ended and its last review was done.</summary>
    public int FamilyMonths { get; set; } = 24;
}
