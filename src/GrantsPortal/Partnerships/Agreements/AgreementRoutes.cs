namespace GrantsPortal.Partnerships.Agreements;

/// <summary>Where the pages of memoranda and partnership plans are.</summary>
public static class AgreementRoutes
{
    /// <summary>All of them, for staff.</summary>
    public const string All = PartnershipRoutes.All + "/agreements";

    /// <summary>The list as a file.</summary>
    public const string Csv = PartnershipRoutes.All + "/agreements.csv";

    /// <summary>Those of one's own organisations.</summary>
    public const string Mine = "/my/partnership/agreements";

    /// <summary>Where one is written.</summary>
    public static string New(long organisation) => FormattableString.Invariant($"{All}/new?partner={organisation}");

    /// <summary>One, for staff.</summary>
    public static string Show(string reference) => $"{All}/{reference}";

    /// <summary>Where a draft is changed.</summary>
    public static string Edit(string reference) => $"{Show(reference)}/edit";

    /// <summary>Where the city signs.</summary>
    public static string Sign(string reference) => $"{Show(reference)}/sign";

    /// <summary>An act on it; POST.</summary>
    public static string Act(string reference, string act) => $"{Show(reference)}/{act}";

    /// <summary>A goal of it.</summary>
    public static string Goal(string reference, long goal) => FormattableString.Invariant($"{Show(reference)}/goals/{goal}");

    /// <summary>The signed document, <c>html</c> or <c>pdf</c>.</summary>
    public static string File(string reference, string form) => $"{Show(reference)}/agreement.{form}";

    /// <summary>One of one's own.</summary>
    public static string My(string reference) => $"{Mine}/{reference}";

    /// <summary>Where one's organisation signs.</summary>
    public static string MySign(string reference, long organisation) => FormattableString.Invariant($"{My(reference)}/sign/{organisation}");

    /// <summary>Where it asks for changes; POST.</summary>
    public static string MySendBack(string reference, long organisation) => FormattableString.Invariant($"{My(reference)}/send-back/{organisation}");

    /// <summary>A goal of one's own.</summary>
    public static string MyGoal(string reference, long goal) => FormattableString.Invariant($"{My(reference)}/goals/{goal}");

    /// <summary>The signed document, for a member.</summary>
    public static string MyFile(string reference, string form) => $"{My(reference)}/agreement.{form}";
}
