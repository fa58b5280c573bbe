namespace GrantsPortal.DueDiligence;

/// <summary>Addresses of the module's pages.</summary>
public static class DueDiligenceRoutes
{
    /// <summary>Possible matches and the lists they come from.</summary>
    public const string Screening = "/manage/payments/screening";

    /// <summary>Where a list is imported.</summary>
    public const string Import = Screening + "/import";

    /// <summary>One possible match.</summary>
    public static string Match(long id) => FormattableString.Invariant($"{Screening}/{id}");

    /// <summary>Where somebody else is named to look.</summary>
    public static string Assign(long id) => $"{Match(id)}/assign";

    /// <summary>Where a list is taken out of use.</summary>
    public static string Withdraw(long list) => FormattableString.Invariant($"{Screening}/lists/{list}/withdraw");

    /// <summary>Where an organisation is screened.</summary>
    public static string Screen(string slug) => $"{Organisation(slug)}/screen";

    /// <summary>Where a subsidy is recorded.</summary>
    public static string RecordSubsidy(string slug) => $"{Organisation(slug)}/subsidies";

    /// <summary>Where a subsidy is taken out of the count.</summary>
    public static string RemoveSubsidy(string slug, long id) => FormattableString.Invariant($"{RecordSubsidy(slug)}/{id}/remove");

    /// <summary>What is known of an organisation: screening, subsidies.</summary>
    public static string Organisation(string slug) => $"{Screening}/organisations/{slug}";

    /// <summary>Other funding of an award, for staff.</summary>
    public static string Funding(string reference) => $"/manage/awards/{reference}/funding";

    /// <summary>Other funding of an award, for its members.</summary>
    public static string MyFunding(string reference) => $"/my/awards/{reference}/funding";
}
