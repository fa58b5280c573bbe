namespace GrantsPortal.Applications;

/// <summary>Paths of the module's pages, for views, e-mails and task lines.</summary>
public static class ApplicationRoutes
{
    /// <summary>The list of one's own applications.</summary>
    public const string List = "/my/applications";

    /// <summary>The officers' list.</summary>
    public const string Desk = "/manage/applications";

    /// <summary>Begins an application to a call; answers of the eligibility check follow as <c>?e.{key}={choice}</c>.</summary>
    public static string Start(string slug) => $"{List}/start/{slug}";

    /// <summary>The task list of an application, or where it stands once it is sent.</summary>
    public static string Mine(string reference) => $"{List}/{reference}";

    /// <summary>The questions of one section.</summary>
    public static string Section(string reference, string key) => $"{List}/{reference}/sections/{Uri.EscapeDataString(key)}";

    /// <summary>The section, at one question.</summary>
    public static string Question(string reference, string section, string question) => $"{Section(reference, section)}#a_{question}";

    /// <summary>Saves one answer of a section in the background.</summary>
    public static string Autosave(string reference, string key) => $"{Section(reference, key)}/autosave";

    /// <summary>Takes a document as the body of a request.</summary>
    public static string Upload(string reference, string question) => $"{List}/{reference}/uploads/{Uri.EscapeDataString(question)}";

    /// <summary>Attaches an organisation.</summary>
    public static string Organisation(string reference) => $"{List}/{reference}/organisation";

    /// <summary>What changed in the form while the draft was being written.</summary>
    public static string FormChanges(string reference) => $"{List}/{reference}/form-changes";

    /// <summary>Lets an officer look at the draft, or no longer.</summary>
    public static string Look(string reference) => $"{List}/{reference}/help";

    /// <summary>The partners that apply too.</summary>
    public static string Partners(string reference) => $"{List}/{reference}/partners";

    /// <summary>Takes a partner out.</summary>
    public static string PartnerOut(string reference, long id) => $"{Partners(reference)}/{id}/out";

    /// <summary>Where one's organisations take part in another's application, or are asked to.</summary>
    public const string Consortia = "/my/consortia";

    /// <summary>One of them, to answer.</summary>
    public static string Consortium(long id) => $"{Consortia}/{id}";

    /// <summary>An answer: an act of <see cref="Applications.Consortia.ConsortiumStates"/>.</summary>
    public static string ConsortiumAct(long id, string act) => $"{Consortium(id)}/{act}";

    /// <summary>Check-your-answers.</summary>
    public static string Check(string reference) => $"{List}/{reference}/check";

    /// <summary>Confirms withdrawing.</summary>
    public static string Withdraw(string reference) => $"{List}/{reference}/withdraw";

    /// <summary>The receipt of a submission; the last one without a number.</summary>
    public static string Receipt(string reference, int? number = null) => $"{List}/{reference}/receipt" + (number is { } n ? $"/{n}" : "");

    /// <summary>A submission as a document to download: <c>html</c> or <c>pdf</c>.</summary>
    public static string Download(string reference, int number, string kind) => $"{List}/{reference}/submissions/{number}.{kind}";

    /// <summary>What was submitted, for the applicant.</summary>
    public static string Submitted(string reference, int number) => $"{List}/{reference}/submissions/{number}";

    /// <summary>A document of an application, for everybody who may read the application.</summary>
    public static string Document(string reference, long document) => $"/documents/{reference}/{document}";

    /// <summary>The officer's page of an application.</summary>
    public static string Manage(string reference) => $"{Desk}/{reference}";

    /// <summary>One submission of an application, for staff.</summary>
    public static string ManageSubmission(string reference, int number) => $"{Desk}/{reference}/submissions/{number}";

    /// <summary>An act of an officer on an application: <c>eligible</c>, <c>not-eligible</c>, <c>clarify</c>, <c>notes</c>.</summary>
    public static string Act(string reference, string act) => $"{Desk}/{reference}/{act}";

    /// <summary>Confirms that several applications are eligible.</summary>
    public const string Eligible = $"{Desk}/eligible";
}
