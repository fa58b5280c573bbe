using System.Text;
using GrantsPortal.Applications;
using GrantsPortal.Applications.Drafting;
using GrantsPortal.Applications.Submitting;
using GrantsPortal.Calls;
using GrantsPortal.Organisations;
using GrantsPortal.People;
using GrantsPortal.Platform;

namespace GrantsPortal.TestWorld;

/// <summary>Applications.</summary>
public sealed partial class City
{
    /// <summary>A draft with nothing answered; for no organisation yet when none is given.</summary>
    public async Task<Application> Draft(Call call, Organisation? organisation, Person person)
    {
        var form = await Read(work => CallRepository.Form(work, call.Id, call.FormVersion));
        var eligibility = form!.Read().Eligibility.ToDictionary(question => question.Key, question => question.Passing.FirstOrDefault() ?? "");
        var started = await Portal.Get<DraftDesk>().Start(Self(person), new StartRequest(call.Slug, organisation?.Id, eligibility, Now));
        return started.Value;
    }

    /// <summary>The draft with every question answered, documents included; asks for the smallest award unless told otherwise.</summary>
    public async Task<Application> Answered(Call call, Application draft, Person person, long? askedMinor = null, string? title = null, DateOnly? endsOn = null)
    {
        var form = (await Read(work => CallRepository.Form(work, call.Id, draft.FormVersion)))!.Read();
        var asked = Money.FromMinor(askedMinor ?? call.SmallestMinor, call.Currency);
        var stored = (await Read(work => ApplicationRepository.AnswersOf(work, draft.Id))).ToDictionary(answer => answer.QuestionKey);
        var answers = form.AllQuestions().Where(question => question.Kind != QuestionKind.File)
            .Select(question => new TypedAnswer(question.Key, AnswerFor(question, asked, title, endsOn), stored.GetValueOrDefault(question.Key)?.Version ?? 0, null)).ToList();
        Done((await Portal.Get<AnswerDesk>().Save(Self(person), draft.Reference, answers)).Refusals);
        foreach (var question in form.AllQuestions().Where(question => question.Kind == QuestionKind.File))
        {
            using var content = new MemoryStream(Encoding.UTF8.GetBytes($"{question.Key} of {draft.Reference}"));
            Done((await Portal.Get<DocumentDesk>().Add(Self(person), draft.Reference, question.Key, content, $"{question.Key}.txt")).Refusals);
        }

        return (await Read(work => ApplicationRepository.Find(work, draft.Id)))!;
    }

    /// <summary>An application that was answered in full and submitted now.</summary>
    public async Task<Application> Submitted(Call call, Organisation organisation, Person person, long? askedMinor = null, string? title = null, DateOnly? endsOn = null)
    {
        var draft = await Answered(call, await Draft(call, organisation, person), person, askedMinor, title, endsOn);
        Done((await Portal.Get<SubmissionDesk>().Submit(Self(person), draft.Reference, Now)).Refusals);
        return (await Read(work => ApplicationRepository.Find(work, draft.Id)))!;
    }

    /// <summary>A fitting answer to a question.</summary>
    public static string AnswerFor(Question question, Money asked, string? title = null, DateOnly? endsOn = null) => question.Kind switch
    {
        QuestionKind.ShortText when question.Purpose == QuestionPurpose.Title => title ?? "Neighbours at one table",
        QuestionKind.Money when question.Purpose == QuestionPurpose.AmountAsked => Plain(asked.Amount),
        QuestionKind.Date when question.Purpose == QuestionPurpose.EndsOn => endsOn?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) ?? "2027-12-31",
        QuestionKind.Date => "2027-01-15",
        QuestionKind.Number or QuestionKind.Money => Plain(question.Min ?? Math.Min(40, question.Max ?? 40)),
        QuestionKind.YesNo => "yes",
        QuestionKind.OneOf or QuestionKind.SeveralOf => question.Choices[0].Key,
        QuestionKind.Budget => Answers.OfBudget([new("Rent of rooms", Plain(asked.Amount - 1)), new("Tea and bread", "1")]),
        QuestionKind.Declaration => "true",
        _ => "We cook and eat together every week.",
    };

    private static string Plain(decimal amount) => amount.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static Actor Self(Person person) => new(person.Id, person.Name, new HashSet<string>());

    private static void Done(IReadOnlyList<Refusal> refusals)
    {
        if (refusals.Count > 0)
        {
            throw new InvalidOperationException($"Refused: {string.Join(", ", refusals.Select(refusal => $"{refusal.Code}({string.Join(", ", refusal.Args)})"))}");
        }
    }
}
