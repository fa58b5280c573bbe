namespace GrantsPortal.Response.Exercises;

/// <summary>Where the pages of table-top exercises are.</summary>
public static class ExerciseRoutes
{
    /// <summary>Every exercise.</summary>
    public const string All = ResponseRoutes.All + "/exercises";

    /// <summary>Where one is planned.</summary>
    public const string New = All + "/new";

    /// <summary>What is still to be done because of exercises.</summary>
    public const string Actions = All + "/actions";

    /// <summary>One exercise.</summary>
    public static string Show(string reference) => $"{All}/{reference}";

    /// <summary>A page or act of one.</summary>
    public static string At(string reference, string key) => $"{All}/{reference}/{key}";
}
