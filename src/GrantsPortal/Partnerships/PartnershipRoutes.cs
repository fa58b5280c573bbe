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
}
