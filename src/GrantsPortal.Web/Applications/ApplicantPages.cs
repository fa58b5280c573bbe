using GrantsPortal.Applications;
using GrantsPortal.Applications.Drafting;
using GrantsPortal.Applications.Intake;
using GrantsPortal.Calls;
using GrantsPortal.Organisations;
using GrantsPortal.Platform;

namespace GrantsPortal.Web.Applications;

/// <summary>One's own applications, a page of them.</summary>
public sealed record MyApplicationsList(IReadOnlyList<MyApplicationRow> Rows, string? Previous, string? Next);

/// <summary>One's own application: the task list, or where it stands.</summary>
public sealed record MyApplication(Draft Draft)
{
    /// <summary>The application.</summary>
    public Application Application => Draft.Application;

    /// <summary>The call.</summary>
    public Call Call => Draft.Call;

    /// <summary>The sections and how far each is.</summary>
    public IReadOnlyList<SectionProgress> Sections { get; } = Draft.Progress;

    /// <summary>Other applications to the same call that the person can see and that may be meant for the same organisation.</summary>
    public IReadOnlyList<MyApplicationRow> Others { get; init; } = [];

    /// <summary>The members of the organisation.</summary>
    public IReadOnlyList<MemberName> Members { get; init; } = [];

    /// <summary>What was submitted.</summary>
    public IReadOnlyList<SubmissionLine> Submissions { get; init; } = [];

    /// <summary>Notes of the city's staff for the applicant.</summary>
    public IReadOnlyList<ApplicationNote> Notes { get; init; } = [];

    /// <summary>Whether the reader's address is confirmed.</summary>
    public bool EmailConfirmed { get; init; }

    /// <summary>Sections that are done or need nothing.</summary>
    public int Done => Sections.Count(section => section.Gaps.Count == 0);

    /// <summary>Whether nothing stands against submitting but the button.</summary>
    public bool Ready => Done == Sections.Count && Application.OrganisationId is not null && EmailConfirmed && !Draft.FormChanged;

    /// <summary>The state in the applicant's words, in English.</summary>
    public string StateWords => ApplicationStates.Table.Names[Application.State].ForApplicants;

    /// <summary>Whether it can still be taken back.</summary>
    public bool CanWithdraw => Draft.MayEdit && ApplicationStates.Table.Can(Application.State, ApplicationStates.Withdraw);
}

/// <summary>What changed in the form.</summary>
public sealed record FormChangesPage(Draft Draft, FormDifference Difference, string Language);

/// <summary>Who could look at the draft.</summary>
public sealed record LookPage(Draft Draft, IReadOnlyList<string> Officers);

/// <summary>An organisation to apply for, with those who will see the draft.</summary>
public sealed record ApplicantChoice(Membership Membership, IReadOnlyList<MemberName> Members);

/// <summary>Beginning an application.</summary>
public sealed record StartPage(Call Call, IReadOnlyList<ApplicantChoice> Choices, IReadOnlyList<MyApplicationRow> Others, IReadOnlyDictionary<string, string> Eligibility)
{
    /// <summary>The organisation chosen, as the form sends it; "none" for none yet.</summary>
    public string? Chosen { get; init; }
}

/// <summary>Attaching an organisation.</summary>
public sealed record AttachPage(Draft Draft, IReadOnlyList<ApplicantChoice> Choices)
{
    /// <summary>The organisation chosen, as the form sends it.</summary>
    public string? Chosen { get; init; }
}

/// <summary>The draft as it will be read, with what stands against submitting it.</summary>
public sealed record CheckPage(Draft Draft, SubmissionView View)
{
    /// <summary>The questions that stand against submitting, each with its section.</summary>
    public IReadOnlyList<(AnsweredSection Section, AnsweredQuestion Question)> Gaps { get; } =
        [.. View.Sections.SelectMany(section => section.Questions.Where(question => question.Why is not null).Select(question => (section, question)))];

    /// <summary>Whether the person can submit it here.</summary>
    public bool MaySubmit => Draft.IsOpen && Draft.MayEdit;
}
