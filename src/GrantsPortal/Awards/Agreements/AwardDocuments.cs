using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Documents;
using GrantsPortal.Platform.Files;

namespace GrantsPortal.Awards.Agreements;

/// <summary>The one way to keep a document of an award: <see cref="Make"/> before the transaction, <see cref="Keep"/> in it.</summary>
public sealed class AwardDocuments(DocumentMaker maker)
{
    /// <summary>Stores a page made with <see cref="DocumentPage"/>, and its PDF, as <see cref="DocumentMaker.Make"/>.</summary>
    public Task<MadeDocument> Make(string title, string language, string html) => maker.Make(title, language, html);

    /// <summary>Keeps a document of an award for ever; call it after the guarded UPDATE that the document tells of.</summary>
    public static async Task<AwardDocument> Keep(UnitOfWork work, Award award, AwardDocumentKind kind, MadeDocument made)
    {
        var document = new AwardDocument
        {
            Id = work.NewId(),
            AwardId = award.Id,
            Kind = kind,
            Number = await AwardDocumentRepository.NextNumber(work, award.Id),
            Title = made.Title,
            HtmlId = await StoredFileRepository.Insert(work, made.Html),
            PdfId = made.Pdf is null ? null : await StoredFileRepository.Insert(work, made.Pdf),
            Hash = made.Hash,
            PdfHash = made.Pdf?.Hash,
            Language = made.Language,
            CreatedAt = work.Now,
            CreatedBy = work.Actor.PersonId,
        };
        await AwardDocumentRepository.Insert(work, document);
        work.Audit("award.document-kept", "Award", award.Id, new { kind, document.Number, document.Hash, document.PdfHash });
        return document;
    }
}
