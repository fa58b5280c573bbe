using GrantsPortal.Applications.Consortia;
using GrantsPortal.Calls;
using GrantsPortal.Organisations;
using GrantsPortal.Platform.Database;

namespace GrantsPortal.Applications.Drafting;

/// <summary>An application of one's own with its call, its form and what is answered so far.</summary>
public sealed record Draft
{
    /// <summary>The application.</summary>
    public required Application Application { get; init; }

    /// <summary>The call.</summary>
    public required Call Call { get; init; }

    /// <summary>The form it answers.</summary>
    public required FormDefinition Form { get; init; }

    /// <summary>Whether the person may write and submit, and not only read.</summary>
    public required bool MayEdit { get; init; }

    /// <summary>The answers by question.</summary>
    public required IReadOnlyDictionary<string, StoredAnswer> Answers { get; init; }

    /// <summary>The documents by question.</summary>
    public required ILookup<string, ApplicationDocument> Documents { get; init; }

    /// <summary>The partners that are named, also those that declined or left.</summary>
    public IReadOnlyList<ConsortiumPartner> Partners { get; init; } = [];

    /// <summary>The answers' values by question.</summary>
    public IReadOnlyDictionary<string, string> Values => Answers.ToDictionary(answer => answer.Key, answer => answer.Value.Value, StringComparer.Ordinal);

    /// <summary>The sections as applicants meet them.</summary>
    public IReadOnlyList<FormSection> Sections => ApplicationProgress.Sections(Form);

    /// <summary>How far each section is.</summary>
    public IReadOnlyList<SectionProgress> Progress => ApplicationProgress.Of(Form, Values, Documents, Call);

    /// <summary>Whether answers can still be written.</summary>
    public bool IsOpen => Application.State is ApplicationState.Draft or ApplicationState.ChangesRequested;

    /// <summary>Whether the call asks newer questions than this draft answers.</summary>
    public bool FormChanged => Application.State == ApplicationState.Draft && Application.FormVersion < Call.FormVersion;

    /// <summary>Until when it can be submitted, in UTC.</summary>
    public DateTimeOffset? Deadline => Application.State == ApplicationState.ChangesRequested ? Application.ChangesDueAt : Call.ClosesAt;
}

/// <summary>Loads drafts for those whose they are.</summary>
public static class DraftLoader
{
    /// <summary>The person's application with everything needed to write it, or null when it is not theirs.</summary>
    public static async Task<Draft?> Find(UnitOfWork work, string reference, long person, string language = "en")
    {
        var application = await ApplicationRepository.FindFor(work, reference, person);
        return application is null ? null : await Of(work, application, await MayEdit(work, application, person), language);
    }

    /// <summary>The same for an application that was authorised otherwise.</summary>
    public static async Task<Draft> Of(UnitOfWork work, Application application, bool mayEdit, string language = "en")
    {
        var call = await CallRepository.Find(work, application.CallId, language)
            ?? throw new InvalidOperationException($"{application.Reference} has no call.");
        var form = await CallRepository.Form(work, call.Id, application.FormVersion)
            ?? throw new InvalidOperationException($"{application.Reference} answers a form that is gone.");
        var answers = await ApplicationRepository.AnswersOf(work, application.Id);
        var documents = await ApplicationRepository.DocumentsOf(work, application.Id);
        return new Draft
        {
            Application = application,
            Call = call,
            Form = form.Read(),
            MayEdit = mayEdit,
            Answers = answers.ToDictionary(answer => answer.QuestionKey, StringComparer.Ordinal),
            Documents = documents.ToLookup(document => document.QuestionKey, StringComparer.Ordinal),
            Partners = await ConsortiumRepository.Of(work, application.Id),
        };
    }

    /// <summary>Whether a person whose application it is may write and submit it: Owners and Editors, or whoever began it alone.</summary>
    public static async Task<bool> MayEdit(UnitOfWork work, Application application, long person) =>
        application.OrganisationId is not { } organisation
        || (await OrganisationRepository.MembershipOf(work, organisation, person))?.MayEdit == true;
}
