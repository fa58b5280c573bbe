namespace GrantsPortal.Web.Applications;

/// <summary>What happened to an application, as English sentences by act of the audit trail.</summary>
public static class HistoryWords
{
    private static readonly Dictionary<string, string> Known = new(StringComparer.Ordinal)
    {
        ["application.started"] = "Begun",
        ["application.organisation-attached"] = "Organisation attached",
        ["application.opened-to-officers"] = "Opened to officers",
        ["application.closed-to-officers"] = "Closed to officers",
        ["application.form-taken"] = "Continued with the new form",
        ["application.document-added"] = "Document added",
        ["application.document-removed"] = "Document removed",
        ["application.submit"] = "Submitted",
        ["application.submission-kept"] = "Submission kept with its hash",
        ["application.withdraw"] = "Withdrawn",
        ["application.request-changes"] = "Asked to clarify",
        ["application.go-on"] = "Gone on without an answer",
        ["application.find-ineligible"] = "Found not eligible",
        ["application.send-to-review"] = "Found eligible, sent to review",
        ["application.noted"] = "Note added",
        ["application.recommend"] = "Recommended",
        ["application.reserve"] = "Put in reserve",
        ["application.not-recommend"] = "Not recommended",
        ["application.reconsider"] = "Taken back for reconsideration",
        ["application.award"] = "Awarded",
        ["application.decline"] = "Declined",
    };

    /// <summary>The English sentence of an act; the act itself when it has none.</summary>
    public static string Of(string act) => Known.GetValueOrDefault(act, act);
}
