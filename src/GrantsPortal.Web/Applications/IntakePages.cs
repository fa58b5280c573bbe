using GrantsPortal.Applications;
using GrantsPortal.Applications.Intake;
using GrantsPortal.Calls;
using GrantsPortal.Web.Shared.Forms;

namespace GrantsPortal.Web.Applications;

/// <summary>The officers' list, narrowed and paged.</summary>
public sealed record IntakeList(IntakeFilter Filter, IReadOnlyList<IntakeRow> Rows, IReadOnlyList<StateCount> Counts, IReadOnlyList<CallCount> Calls, string? Previous, string? Next)
{
    /// <summary>Whether the reader may act.</summary>
    public bool MayAct { get; init; }

    /// <summary>How many there are in every state but Draft.</summary>
    public int All => Counts.Where(count => count.State != ApplicationState.Draft).Sum(count => count.Number);

    /// <summary>How many drafts there are; what they say is nobody's but their writers'.</summary>
    public int Drafts => Counts.FirstOrDefault(count => count.State == ApplicationState.Draft)?.Number ?? 0;

    /// <summary>The list's address with some of its filters; the page starts anew.</summary>
    public static string Address(IntakeFilter filter, long? before = null)
    {
        var query = new QueryString();
        query = filter.Call is { Length: > 0 } call ? query.Add("call", call) : query;
        query = filter.State is { } state ? query.Add("state", state.ToString()) : query;
        query = filter.Search is { Length: > 0 } search ? query.Add("search", search) : query;
        query = before is { } id ? query.Add("before", id.ToString(System.Globalization.CultureInfo.InvariantCulture)) : query;
        return ApplicationRoutes.Desk + query;
    }
}

/// <summary>One application on the officers' desk.</summary>
public sealed record IntakePage(Application Application, Call Call, SubmissionView View)
{
    /// <summary>Every submission.</summary>
    public IReadOnlyList<SubmissionLine> Submissions { get; init; } = [];

    /// <summary>The notes.</summary>
    public IReadOnlyList<ApplicationNote> Notes { get; init; } = [];

    /// <summary>What happened to it.</summary>
    public IReadOnlyList<HistoryLine> History { get; init; } = [];

    /// <summary>The answers of the eligibility check, in words.</summary>
    public IReadOnlyList<(string Question, string Answer)> Eligibility { get; init; } = [];

    /// <summary>Whether the reader may act.</summary>
    public bool MayAct { get; init; }

    /// <summary>What was typed in the form that was sent, when it was refused.</summary>
    public IntakeForm Form { get; init; } = new();

    /// <summary>Whether an act is possible now.</summary>
    public bool Can(string act) => MayAct && ApplicationStates.Table.Can(Application.State, act);
}

/// <summary>What an officer types on the page of an application.</summary>
public sealed class IntakeForm
{
    /// <summary>Why it is eligible; for staff.</summary>
    public string? EligibleReason { get; set; }

    /// <summary>Why it is not eligible; the applicant reads it.</summary>
    public string? Reason { get; set; }

    /// <summary>What to clarify; the applicant reads it.</summary>
    public string? What { get; set; }

    /// <summary>By when.</summary>
    public LocalInstantInput? Due { get; set; }

    /// <summary>Who reads the note.</summary>
    public NoteAudience Audience { get; set; }

    /// <summary>The note.</summary>
    public string? Body { get; set; }
}

/// <summary>Several applications that are about to be found eligible.</summary>
public sealed record EligiblePage(IReadOnlyList<Application> Ready, IReadOnlyList<Application> NotNow);
