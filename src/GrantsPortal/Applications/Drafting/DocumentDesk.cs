using GrantsPortal.Calls;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Files;

namespace GrantsPortal.Applications.Drafting;

/// <summary>Adds documents to a draft and takes them out again.</summary>
public sealed class DocumentDesk(PortalDatabase database, FileStore files)
{
    /// <summary>
    /// Takes an upload. Refused with <c>application.not-found</c>, <c>application.viewer-may-not</c>,
    /// <c>application.not-open-for-writing</c>, <c>answer.too-many-files</c> or what <see cref="FileStore.Save"/> says.
    /// The content is streamed before the transaction, so that a slow line holds nobody up.
    /// </summary>
    public async Task<Outcome<ApplicationDocument>> Add(Actor actor, string reference, string question, Stream content, string name, CancellationToken cancel = default)
    {
        if (await Refused(actor, reference, question) is { } early)
        {
            return early;
        }

        var saved = await files.Save(content, name, cancel);
        if (saved.Refused)
        {
            return Outcome<ApplicationDocument>.Refuse(saved.Refusals);
        }

        await using var work = await database.Write(actor);
        var draft = await DraftLoader.Find(work, reference, actor.Person);
        if (Refusal(draft, question) is { } refusal)
        {
            return refusal;
        }

        var file = await StoredFileRepository.Insert(work, saved.Value);
        var id = await ApplicationRepository.AddDocument(work, draft!.Application.Id, question, file);
        await Note(work, draft, "application.document-added", id);
        await work.Commit();
        return new ApplicationDocument
        {
            Id = id,
            ApplicationId = draft.Application.Id,
            QuestionKey = question,
            Name = saved.Value.Name,
            Bytes = saved.Value.Bytes,
            ContentType = saved.Value.ContentType,
            Hash = saved.Value.Hash,
            AddedAt = work.Now,
        };
    }

    /// <summary>
    /// Takes a document out of the draft. Refused with <c>application.not-found</c>, <c>application.viewer-may-not</c>,
    /// <c>application.not-open-for-writing</c>; done as well when it is out already.
    /// </summary>
    public async Task<Outcome> Remove(Actor actor, string reference, long document)
    {
        await using var work = await database.Write(actor);
        var draft = await DraftLoader.Find(work, reference, actor.Person);
        if (draft is null)
        {
            return ApplicationRefusals.NotFound;
        }

        if (DraftRules.Write(draft.Application, draft.MayEdit) is { } refusal)
        {
            return refusal;
        }

        if (await ApplicationRepository.RemoveDocument(work, draft.Application.Id, document))
        {
            await Note(work, draft, "application.document-removed", document);
            await work.Commit();
        }

        return Outcome.Ok;
    }

    private async Task<Refusal?> Refused(Actor actor, string reference, string question)
    {
        await using var work = await database.Read();
        return Refusal(await DraftLoader.Find(work, reference, actor.Person), question);
    }

    private static Refusal? Refusal(Draft? draft, string key)
    {
        if (draft?.Form.AllQuestions().FirstOrDefault(question => question.Key == key && question.Kind == QuestionKind.File) is not { } asked)
        {
            return ApplicationRefusals.NotFound;
        }

        return DraftRules.Write(draft.Application, draft.MayEdit)
            ?? (draft.Documents[key].Count() >= asked.MaxFiles ? new Refusal("answer.too-many-files", asked.MaxFiles) : null);
    }

    private static async Task Note(UnitOfWork work, Draft draft, string act, long document)
    {
        var (title, asked) = Answers.Headline(draft.Form, draft.Values, draft.Call.Currency);
        await ApplicationRepository.Saved(work, draft.Application, title, asked);
        work.Audit(act, "Application", draft.Application.Id, new { document });
    }
}
