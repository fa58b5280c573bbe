using GrantsPortal.Applications;
using GrantsPortal.Awards.Conditions;
using GrantsPortal.Awards.Decisions;
using GrantsPortal.Awards.Letters;
using GrantsPortal.Awards.Variations;
using GrantsPortal.Awards.Years;
using GrantsPortal.Calls;
using GrantsPortal.Funds;
using GrantsPortal.Organisations;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Text;
using Microsoft.Extensions.Options;

namespace GrantsPortal.Awards;

/// <summary>Makes an award from a line of an approved decision. It is offered once its letter is sent; until then its members see nothing of it.</summary>
public sealed class AwardDrafter(LetterDrafter letters, IOptions<PortalOptions> portal, PortalTexts texts)
{
    /// <summary>Adds the award with its budget lines and budget years; throws when the application has one already.</summary>
    public async Task<Award> Draft(UnitOfWork work, Decision decision, Call call, DecisionLine line, Application application)
    {
        var organisation = (await OrganisationRepository.Find(work, application.OrganisationId!.Value))!;
        var (summary, starts, ends, table) = await Answered(work, call, application);
        var award = new Award
        {
            Id = work.NewId(),
            Reference = await work.NextReference("AW"),
            ApplicationId = application.Id,
            DecisionId = decision.Id,
            CallId = call.Id,
            OrganisationId = organisation.Id,
            OrganisationName = organisation.Name,
            ProgrammeId = call.ProgrammeId,
            ProgrammeName = call.ProgrammeName,
            State = AwardState.Offered,
            Title = application.Title ?? call.Title,
            Summary = summary,
            AmountMinor = line.AmountMinor!.Value,
            Currency = call.Currency,
            AwardedOn = Instants.DayOf(work.Now, portal.Value.Zone),
            StartsOn = starts,
            EndsOn = ends,
            Publication = organisation.PublishedAs,
            Source = RecordSource.Portal,
            CreatedAt = work.Now,
        };
        var (terms, language) = await letters.Terms(work, call, line, application, award);
        award = award with { Terms = terms, TermsLanguage = language };
        await AwardRepository.Insert(work, award, Folded.Of(award.Reference, award.Title, award.Summary));
        await ConditionDesk.Copy(work, award);
        foreach (var part in BudgetLineRules.Of(award.Id, table, award.AmountMinor, award.Title, texts.In(language)["Not set out in the application"]))
        {
            await BudgetLineRepository.Insert(work, part);
        }

        foreach (var year in YearRules.Of(award.Id, award.AmountMinor, award.AwardedOn, award.StartsOn, award.EndsOn, YearOf))
        {
            await YearRepository.Insert(work, year);
        }

        work.Audit("award.made", "Award", award.Id, new { award.Reference, award.AmountMinor, award.Currency, decision = decision.Id });
        return award;
    }

    /// <summary>The budget years an award to an application would draw on if it were made today, and the amount of each in minor units.</summary>
    public async Task<IReadOnlyList<(int Year, long AmountMinor)>> Years(UnitOfWork work, Call call, Application application, long amountMinor)
    {
        var (_, starts, ends, _) = await Answered(work, call, application);
        return [.. YearRules.Of(0, amountMinor, Instants.DayOf(work.Now, portal.Value.Zone), starts, ends, YearOf).Select(year => (year.Year, year.AmountMinor))];
    }

    private int YearOf(DateOnly day) => BudgetYear.Of(day, portal.Value.BudgetYearStartsMonth);

    private static async Task<(string? Summary, DateOnly? Starts, DateOnly? Ends, IReadOnlyList<(string, long)> Table)> Answered(UnitOfWork work, Call call, Application application)
    {
        var submission = await ApplicationRepository.Submission(work, application.Id, application.SubmissionNumber);
        var form = submission is null ? null : await CallRepository.Form(work, call.Id, submission.FormVersion);
        if (submission is null || form is null)
        {
            return (null, null, null, []);
        }

        var (definition, answers) = (form.Read(), submission.Read().Answers);
        DateOnly? Day(QuestionPurpose purpose) => Answers.For(definition, purpose, answers) is { } value ? Answers.Date(value) : null;
        return (Answers.For(definition, QuestionPurpose.PublicSummary, answers)?.Trim(), Day(QuestionPurpose.StartsOn), Day(QuestionPurpose.EndsOn), Table(definition, answers, call.Currency));
    }

    /// <summary>The first budget table of the form that holds an amount.</summary>
    private static IReadOnlyList<(string, long)> Table(FormDefinition form, IReadOnlyDictionary<string, string> answers, string currency) =>
        form.AllQuestions().Where(question => question.Kind == QuestionKind.Budget)
            .Select(question => Answers.Budget(answers.GetValueOrDefault(question.Key, ""))
                .Select(line => (line.Item, Minor: Answers.AmountIn(line.Amount, currency)?.Minor ?? 0)).Where(line => line.Minor > 0).ToList())
            .FirstOrDefault(table => table.Count > 0) ?? [];
}
