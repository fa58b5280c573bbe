using GrantsPortal.Awards;
using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Files;
using Microsoft.AspNetCore.Mvc;

namespace GrantsPortal.Web.Awards;

/// <summary>Hands an accepted agreement out, to whoever the caller has found may have it; always as an attachment.</summary>
internal static class AgreementFiles
{
    /// <summary>The agreement as HTML or PDF; not found where there is none.</summary>
    public static async Task<IActionResult> Agreement(this Controller controller, UnitOfWork work, FileStore files, Award? award, string form)
    {
        var id = form == "pdf" ? award?.AgreementPdfId : award?.AgreementHtmlId;
        return id is { } known && await StoredFileRepository.Find(work, known) is { } file && files.Has(file.Hash)
            ? controller.File(files.Open(file.Hash), file.ContentType, file.Name)
            : controller.NotFound();
    }
}
