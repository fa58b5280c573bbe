namespace GrantsPortal.Partnerships;

/// <summary>Where partnerships' pages are.</summary>
public static class PartnershipRoutes
{
    /// <summary>The list of partners.</summary>
    public const string All = "/manage/partnerships";

    /// <summary>What one's own organisations and the city promised each other.</summary>
    public const string Mine = "/my/commitments";

    /// <summary>A partner on one page.</summary>
    public static string Show(long id) => FormattableString.Invariant($"{All}/{id}");

    /// <summary>Where a commitment is noted.</summary>
    public static string NewCommitment(long id) => FormattableString.Invariant($"{All}/{id}/commitments/new");

    /// <summary>A commitment.</summary>
    public static string Commitment(long organisation, long id) => FormattableString.Invariant($"{All}/{organisation}/commitments/{id}");

    /// <summary>Engagements across the city.</summary>
    public const string Engagements = All + "/engagements";

    /// <summary>The register of needs and concerns.</summary>
    public const string Needs = All + "/needs";

    /// <summary>Needs and concerns over time.</summary>
    public const string NeedTrends = Needs + "/trends";

    /// <summary>Briefs drawn from the register.</summary>
    public const string Briefs = All + "/brief";

    /// <summary>What one's own organisations raised, and what was done.</summary>
    public const string MyNeeds = "/my/partnership/needs";

    /// <summary>Where an engagement is logged.</summary>
    public static string NewEngagement(long organisation) => FormattableString.Invariant($"{All}/{organisation}/engagements/new");

    /// <summary>An engagement.</summary>
    public static string Engagement(long organisation, long id) => FormattableString.Invariant($"{All}/{organisation}/engagements/{id}");

    /// <summary>Where an engagement is corrected, or its words finished.</summary>
    public static string CorrectEngagement(long organisation, long id) => Engagement(organisation, id) + "/edit";

    /// <summary>The engagements with one partner.</summary>
    public static string EngagementsOf(long organisation) => FormattableString.Invariant($"{Engagements}?partner={organisation}");

    /// <summary>Where a need or concern is noted.</summary>
    public static string NewNeed(long organisation) => FormattableString.Invariant($"{All}/{organisation}/needs/new");

    /// <summary>A need or concern.</summary>
    public static string Need(long id) => FormattableString.Invariant($"{Needs}/{id}");

    /// <summary>A brief.</summary>
    public static string Brief(long id) => FormattableString.Invariant($"{Briefs}/{id}");
}
