using GrantsPortal.Awards;
using GrantsPortal.Awards.Agreements;
using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Files;
using Microsoft.AspNetCore.Mvc;

namespace GrantsPortal.Web.Awards;

/// <summary>Hands documents of an award out, to whoever the caller has found may have it; always as an attachment.</summary>
internal static class AgreementFiles
{
    /// <summary>The agreement as HTML or PDF; not found where there is none.</summary>
    public static async Task<IActionResult> Agreement(this Controller controller, UnitOfWork work, FileStore files, Award? award, string form)
    {
        var id = form == "pdf" ? award?.AgreementPdfId : award?.AgreementHtmlId;
        return await controller.Stored(work, files, id);
    }

    /// <summary>A document of an award as HTML or PDF; not found where there is none.</summary>
    public static async Task<IActionResult> Document(this Controller controller, UnitOfWork work, FileStore files, Award? award, int number, string form)
    {
        var document = award is null ? null : await AwardDocumentRepository.Find(work, award.Id, number);
        return await controller.Stored(work, files, form == "pdf" ? document?.PdfId : document?.HtmlId);
    }

    /// <summary>Stored content as an attachment; not found where there is none.</summary>
    public static async Task<IActionResult> Stored(this Controller controller, UnitOfWork work, FileStore files, long? id) =>
        id is { } known && await StoredFileRepository.Find(work, known) is { } file && files.Has(file.Hash)
            ? controller.File(files.Open(file.Hash), file.ContentType, file.Name)
            : controller.NotFound();
}
