using GrantsPortal.Calls.Agreements;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;

namespace GrantsPortal.Calls;

/// <summary>What a call takes over from an earlier one: texts, form with its check, rubric, letters, agreements and conditions; never dates.</summary>
internal static class CallCopies
{
    public static async Task Copy(UnitOfWork work, Call model, Call call, string title, Starter starter)
    {
        foreach (var texts in await CallRepository.Texts(work, model.Id))
        {
            await CallRepository.PutTexts(work, call.Id, texts.Language == call.SourceLanguage ? texts with { Title = title } : texts);
        }

        // What applicants saw is what is copied; a draft of the next version stays with its own call.
        var form = await CallRepository.Form(work, model.Id, Math.Max(1, model.FormVersion));
        var rubric = await CallRepository.Rubric(work, model.Id, Math.Max(1, model.RubricVersion));
        await CallRepository.InsertForm(work, call.Id, 1, form?.Definition ?? Json.Write(starter.Form()));
        await CallRepository.InsertRubric(work, call.Id, 1, rubric?.Definition ?? Json.Write(starter.Rubric()));
        foreach (var letter in await LetterTemplateRepository.Of(work, model.Id))
        {
            await LetterTemplateRepository.Put(work, call.Id, letter.Kind, letter.Language, letter.Subject, letter.Body);
        }

        foreach (var template in await AgreementTemplateRepository.Of(work, model.Id))
        {
            await AgreementTemplateRepository.Insert(work, call.Id, template.Language, template.Opening, template.Special);
            var clauses = await AgreementTemplateRepository.Clauses(work, model.Id, template.Language);
            await AgreementTemplateRepository.SetClauses(work, call.Id, template.Language, [.. clauses.Select(clause => (clause.ClauseId, clause.Number))]);
        }

        foreach (var condition in await CallConditionRepository.Of(work, model.Id))
        {
            await CallConditionRepository.Insert(work, condition with { Id = work.NewId(), CallId = call.Id });
        }
    }
}
