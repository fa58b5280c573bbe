namespace GrantsPortal.Response.Families;

/// <summary>English words for what the register holds, said through the localiser or the portal's texts.</summary>
public static class FamilyNames
{
    /// <summary>A side.</summary>
    public static string Of(SupportSide side) => side == SupportSide.Asked ? "Asked for" : "Offered";

    /// <summary>A kind.</summary>
    public static string Of(SupportKind kind) => kind switch
    {
        SupportKind.Bereavement => "Bereavement",
        SupportKind.Trauma => "Trauma",
        SupportKind.Legal => "Legal",
        _ => "Practical",
    };

    /// <summary>What belongs to a kind.</summary>
    public static string Hint(SupportKind kind) => kind switch
    {
        SupportKind.Bereavement => "Grief, burial, remembrance",
        SupportKind.Trauma => "Shock, fear, sleep, children who do not speak",
        SupportKind.Legal => "Rights, papers, police and court, compensation",
        _ => "Money, housing, food, ways, school and work",
    };

    /// <summary>A rough number.</summary>
    public static string Of(SupportBand band) => band switch
    {
        SupportBand.One => "One family",
        SupportBand.Few => "2 to 5 families",
        SupportBand.Some => "6 to 20 families",
        _ => "More than 20 families",
    };

    /// <summary>How it goes.</summary>
    public static string Of(SupportStanding standing) => standing switch
    {
        SupportStanding.Well => "Well",
        SupportStanding.Better => "Better",
        SupportStanding.Same => "As before",
        _ => "Worse",
    };

    /// <summary>A review, with {0} for the number of weeks.</summary>
    public static string OfWeek(int week) => week == 1 ? "After 1 week" : week == 52 ? "After 52 weeks, a year" : "After {0} weeks";
}
