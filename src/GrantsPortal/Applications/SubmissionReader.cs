using GrantsPortal.Applications.Consortia;
using GrantsPortal.Applications.Drafting;
using GrantsPortal.Calls;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;

namespace GrantsPortal.Applications;

/// <summary>What an application says, for reading: as submitted, or as the draft stands.</summary>
public sealed record SubmissionView
{
    /// <summary>The application's reference.</summary>
    public required string Reference { get; init; }

    /// <summary>Which submission; 0 for a draft.</summary>
    public int Number { get; init; }

    /// <summary>Title of the call.</summary>
    public required string Call { get; init; }

    /// <summary>Name of the applicant organisation as it applied.</summary>
    public required string Organisation { get; init; }

    /// <summary>The project's title, when it has one.</summary>
    public string? Title { get; init; }

    /// <summary>Amount asked for, when it is an amount.</summary>
    public Money? Asked { get; init; }

    /// <summary>When it reached the server, in UTC; null for a draft.</summary>
    public DateTimeOffset? ReceivedAt { get; init; }

    /// <summary>SHA-256 of what was submitted; null for a draft.</summary>
    public string? Hash { get; init; }

    /// <summary>The partners that apply too, or are asked.</summary>
    public IReadOnlyList<AnsweredPartner> Partners { get; init; } = [];

    /// <summary>The sections with their answers.</summary>
    public required IReadOnlyList<AnsweredSection> Sections { get; init; }
}

/// <summary>How a partner stands, for reading.</summary>
public enum PartnerStanding
{
    /// <summary>Not registered here; the applicant alone names it.</summary>
    NamedOnly,

    /// <summary>Asked; it has not answered.</summary>
    NotAnswered,

    /// <summary>It said that it applies too.</summary>
    Joined,

    /// <summary>It left after the application was sent.</summary>
    Left,
}

/// <summary>A partner, for reading.</summary>
public sealed record AnsweredPartner(string Name, string Part, Money? Share, PartnerStanding Standing);

/// <summary>A section with its answers.</summary>
public sealed record AnsweredSection(string Key, string Title, IReadOnlyList<AnsweredQuestion> Questions);

/// <summary>A question with its answer.</summary>
public sealed record AnsweredQuestion
{
    /// <summary>The question's key.</summary>
    public required string Key { get; init; }

    /// <summary>What was asked, in the reader's language.</summary>
    public required string Label { get; init; }

    /// <summary>What kind of answer it takes.</summary>
    public required QuestionKind Kind { get; init; }

    /// <summary>The answer as stored; empty when there is none.</summary>
    public required string Value { get; init; }

    /// <summary>Whether nothing was answered.</summary>
    public required bool IsBlank { get; init; }

    /// <summary>The chosen answers, in the reader's language.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];

    /// <summary>The day, for a date.</summary>
    public DateOnly? Day { get; init; }

    /// <summary>The amount, for money; the sum, for a budget.</summary>
    public Money? Amount { get; init; }

    /// <summary>The lines of a budget.</summary>
    public IReadOnlyList<BudgetLine> Lines { get; init; } = [];

    /// <summary>The documents.</summary>
    public IReadOnlyList<SubmittedDocument> Documents { get; init; } = [];

    /// <summary>Why it stands against submitting; null in what was submitted.</summary>
    public Refusal? Why { get; init; }
}

/// <summary>Puts questions and answers together for reading.</summary>
public static class SubmissionReader
{
    /// <summary>What was last submitted, or null when nothing was. Who may read it is the caller's matter.</summary>
    public static Task<SubmissionView?> Read(UnitOfWork work, Application application, string language = "en") =>
        Read(work, application, application.SubmissionNumber, language);

    /// <summary>One submission, or null. Who may read it is the caller's matter.</summary>
    public static async Task<SubmissionView?> Read(UnitOfWork work, Application application, int number, string language = "en")
    {
        var submission = await ApplicationRepository.Submission(work, application.Id, number);
        var call = submission is null ? null : await CallRepository.Find(work, application.CallId, language);
        var form = submission is null ? null : await CallRepository.Form(work, application.CallId, submission.FormVersion);
        if (submission is null || call is null || form is null)
        {
            return null;
        }

        var content = submission.Read();
        return View(form.Read(), content.Answers, content.Documents.ToLookup(document => document.Question), call, language) with
        {
            Reference = application.Reference,
            Number = number,
            Organisation = content.Organisation?.Name ?? application.OrganisationName,
            ReceivedAt = submission.ReceivedAt,
            Hash = submission.Hash,
            Partners = content.Partners.Count == 0 ? [] : Partners(content.Partners, await ConsortiumRepository.Of(work, application.Id), call.Currency),
        };
    }

    /// <summary>A draft as it stands, with what stands against submitting it.</summary>
    public static SubmissionView Read(Draft draft, string language = "en")
    {
        var why = draft.Progress.SelectMany(section => section.Gaps).ToDictionary(gap => gap.Question.Key, gap => gap.Why, StringComparer.Ordinal);
        var documents = draft.Documents.SelectMany(group => group)
            .Select(document => new SubmittedDocument(document.Id, document.QuestionKey, document.Name, document.ContentType, document.Bytes, document.Hash))
            .ToLookup(document => document.Question);
        var view = View(draft.Form, draft.Values, documents, draft.Call, language);
        return view with
        {
            Reference = draft.Application.Reference,
            Organisation = draft.Application.OrganisationName,
            Partners = [.. draft.Partners.Where(partner => partner.Counts).Select(partner => new AnsweredPartner(
                partner.Name, partner.Part, partner.Share, Standing(partner.OrganisationId, partner.State == ConsortiumState.Joined, null)))],
            Sections = [.. view.Sections.Select(section => section with
            {
                Questions = [.. section.Questions.Select(question => question with { Why = why.GetValueOrDefault(question.Key) })],
            })],
        };
    }

    /// <summary>Partners as they were sent; those that have left since are shown as such.</summary>
    private static IReadOnlyList<AnsweredPartner> Partners(IReadOnlyList<SubmittedPartner> sent, IReadOnlyList<ConsortiumPartner> now, string currency)
    {
        var states = now.ToDictionary(partner => partner.Id, partner => partner.State);
        return [.. sent.Select(partner => new AnsweredPartner(
            partner.Name, partner.Part, partner.ShareMinor is { } minor ? Money.FromMinor(minor, currency) : null,
            Standing(partner.OrganisationId, partner.Joined, states.TryGetValue(partner.Id, out var state) ? state : null)))];
    }

    private static PartnerStanding Standing(long? organisation, bool joined, ConsortiumState? now) =>
        organisation is null ? PartnerStanding.NamedOnly
        : now is ConsortiumState.Left or ConsortiumState.Declined ? PartnerStanding.Left
        : joined ? PartnerStanding.Joined
        : PartnerStanding.NotAnswered;

    private static SubmissionView View(FormDefinition form, IReadOnlyDictionary<string, string> answers, ILookup<string, SubmittedDocument> documents, Call call, string language)
    {
        var (title, asked) = Answers.Headline(form, answers, call.Currency);
        return new SubmissionView
        {
            Reference = "",
            Organisation = "",
            Call = call.Title,
            Title = title,
            Asked = asked is { } minor ? Money.FromMinor(minor, call.Currency) : null,
            Sections = [.. ApplicationProgress.Sections(form).Select(section => new AnsweredSection(
                section.Key,
                section.Title.For(language),
                [.. section.Questions.Select(question => Answered(question, answers.GetValueOrDefault(question.Key, ""), [.. documents[question.Key]], call.Currency, language))]))],
        };
    }

    private static AnsweredQuestion Answered(Question question, string value, IReadOnlyList<SubmittedDocument> documents, string currency, string language) => new()
    {
        Key = question.Key,
        Label = question.Label.For(language),
        Kind = question.Kind,
        Value = value,
        IsBlank = AnswerRules.IsBlank(question, value, documents.Count),
        Choices = question.Kind is QuestionKind.OneOf or QuestionKind.SeveralOf
            ? [.. Answers.Chosen(value).Select(key => question.Choices.FirstOrDefault(choice => choice.Key == key)?.Label.For(language) ?? key)]
            : [],
        Day = question.Kind == QuestionKind.Date ? Answers.Date(value) : null,
        Amount = question.Kind switch
        {
            QuestionKind.Money => Answers.AmountIn(value, currency),
            QuestionKind.Budget => Answers.BudgetTotal(value, currency),
            _ => null,
        },
        Lines = question.Kind == QuestionKind.Budget ? Answers.Budget(value) : [],
        Documents = documents,
    };
}
