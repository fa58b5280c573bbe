using System.Globalization;
using GrantsPortal.Applications;
using GrantsPortal.Awards.Decisions;
using GrantsPortal.Calls;
using GrantsPortal.Calls.Agreements;
using GrantsPortal.Organisations;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Text;
using GrantsPortal.Reviews;
using Microsoft.Extensions.Options;

namespace GrantsPortal.Awards.Letters;

/// <summary>Drafts letters and terms from a call's templates, in the language of the organisation's people where the template has it.</summary>
public sealed class LetterDrafter(IOptions<PortalOptions> portal, PortalTexts texts)
{
    /// <summary>Drafts the letter of one application; nobody outside sees it until it is sent.</summary>
    public async Task Draft(UnitOfWork work, Decision decision, Call call, DecisionLine line, Application application, Award? award)
    {
        var organisation = application.OrganisationId is { } id ? await OrganisationRepository.Find(work, id) : null;
        var kind = line.Funds ? LetterKind.Award : line.Outcome == RecommendedOutcome.Reserve ? LetterKind.Reserve : LetterKind.Decline;
        var template = await LetterTemplateRepository.For(work, call.Id, kind, await LanguageOf(work, application));
        var language = template.Language;
        var values = Values(call, application, line, award, language);
        var body = LetterRules.Fill(template.Body, values);
        if (kind == LetterKind.Decline)
        {
            body = FeedbackText.With(body, await ReviewRepository.FeedbackFor(work, application.Id), texts.In(language));
        }

        await LetterRepository.Insert(work, new Letter
        {
            Id = work.NewId(),
            DecisionId = decision.Id,
            ApplicationId = application.Id,
            Outcome = line.Outcome,
            Language = language,
            Subject = Short(LetterRules.OneLine(LetterRules.Fill(template.Subject, values))),
            Body = body,
            DeliverBy = organisation?.LettersBy ?? LetterDelivery.Email,
        });
    }

    /// <summary>
    /// The terms of an offer, with every place filled but the day it ends, and the language they are in: the call's agreement in the
    /// organisation's language, else in the call's own; the terms among the letters of a call that has no agreement.
    /// </summary>
    public async Task<(string Terms, string Language)> Terms(UnitOfWork work, Call call, DecisionLine line, Application application, Award award)
    {
        var language = await LanguageOf(work, application);
        var agreement = await AgreementTemplateRepository.Find(work, call.Id, language) ?? await AgreementTemplateRepository.Find(work, call.Id, call.SourceLanguage);
        if (agreement is not null)
        {
            var clauses = await AgreementTemplateRepository.Clauses(work, call.Id, agreement.Language);
            work.Audit("award.clauses-taken", "Award", award.Id, new { agreement.Language, clauses = clauses.Select(clause => new { clause.ClauseId, clause.Number }) });
            var whole = AgreementRules.Compose(agreement.Opening, [.. clauses.Select(clause => (clause.Heading, clause.Body))], agreement.Special, agreement.Language);
            return (LetterRules.Fill(whole, Values(call, application, line, award, agreement.Language)), agreement.Language);
        }

        var template = await LetterTemplateRepository.For(work, call.Id, LetterKind.Terms, language);
        return (LetterRules.Fill(template.Body, Values(call, application, line, award, template.Language)), template.Language);
    }

    private static string Short(string subject) => subject.Length > LetterRules.SubjectLimit ? subject[..(LetterRules.SubjectLimit - 1)] + "…" : subject;

    private Dictionary<string, string> Values(Call call, Application application, DecisionLine line, Award? award, string language)
    {
        var culture = CultureInfo.GetCultureInfo(language);
        var values = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["organisation"] = LetterRules.Plain(application.OrganisationName),
            ["project"] = LetterRules.Plain(application.Title),
            ["reference"] = application.Reference,
            ["call"] = LetterRules.Plain(call.Title),
            ["city"] = LetterRules.Plain(portal.Value.City),
            ["contact"] = portal.Value.ContactEmail,
            ["reason"] = LetterRules.Plain(line.Reason),
            ["asked"] = application.Asked?.Format(culture) ?? "",
        };
        if (award is not null)
        {
            values["amount"] = award.Amount.Format(culture);
            values["award"] = award.Reference;
            values["starts"] = award.StartsOn is { } starts ? Instants.Day(starts, culture) : "";
            values["ends"] = award.EndsOn is { } ends ? Instants.Day(ends, culture) : "";
        }

        return values;
    }

    private async Task<string> LanguageOf(UnitOfWork work, Application application)
    {
        var people = application.OrganisationId is { } organisation ? await OrganisationRepository.People(work, organisation) : [];
        var wanted = people.Count > 0 ? people[0].Language : portal.Value.SourceLanguage;
        return portal.Value.Languages.Contains(wanted, StringComparer.OrdinalIgnoreCase) ? wanted : portal.Value.SourceLanguage;
    }
}
