namespace GrantsPortal.Calls;

/// <summary>Addresses of the module's pages.</summary>
public static class CallRoutes
{
    /// <summary>Calls, for everybody.</summary>
    public const string Browse = "/calls";

    /// <summary>The officers' list.</summary>
    public const string Desk = "/manage/calls";

    /// <summary>Where a call is begun.</summary>
    public const string New = "/manage/calls/new";

    /// <summary>The clause library.</summary>
    public const string Clauses = "/manage/calls/clauses";

    /// <summary>Where a clause is added.</summary>
    public const string NewClause = "/manage/calls/clauses/new";

    /// <summary>A clause.</summary>
    public static string Clause(long id) => FormattableString.Invariant($"{Clauses}/{id}");

    /// <summary>A call, for everybody.</summary>
    public static string Show(string slug) => $"{Browse}/{slug}";

    /// <summary>The eligibility check of a call.</summary>
    public static string Eligibility(string slug) => $"{Browse}/{slug}/eligibility";

    /// <summary>An officer's overview of a call.</summary>
    public static string Manage(string slug) => $"{Desk}/{slug}";

    /// <summary>A part of a call on the officer's desk: texts, money, dates, eligibility, form, documents, rubric, letters, agreement, preview, publish, extend.</summary>
    public static string Part(string slug, string part) => $"{Desk}/{slug}/{part}";

    /// <summary>One item of a part, such as a question of the form.</summary>
    public static string Item(string slug, string part, string key) => $"{Desk}/{slug}/{part}/{key}";
}
