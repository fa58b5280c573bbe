using System.Security.Cryptography;
using GrantsPortal.Awards;
using GrantsPortal.Awards.Agreements;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Files;
using GrantsPortal.Web.Shared;
using GrantsPortal.Web.Shared.Guards;
using GrantsPortal.Web.Shared.Languages;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace GrantsPortal.Web.Awards;

/// <summary>
/// Every document of an award with its hash, and a way to see whether a file is one of them. A file that is checked is read
/// and forgotten.
/// </summary>
[Authorize(Policies.SignedIn)]
public sealed class AwardDocumentsController(PortalDatabase database, FileStore files, Sentences sentences) : Controller
{
    private const long Limit = FileStore.MaxBytes + (1024 * 1024);
    private const string Mine = "/my/awards/{reference}/documents";
    private const string Staff = AwardRoutes.Desk + "/{reference}/documents";

    /// <summary>For members.</summary>
    [HttpGet(Mine)]
    public Task<IActionResult> ForMember(string reference) => Page(reference, staff: false, new HashForm(), null);

    /// <summary>Checks a file or hash against the documents of the member's organisations.</summary>
    [HttpPost(Mine), EnableRateLimiting(RateLimits.Upload), RequestSizeLimit(Limit), RequestFormLimits(MultipartBodyLengthLimit = Limit)]
    public Task<IActionResult> ForMember(string reference, HashForm form) => Check(reference, staff: false, form);

    /// <summary>For staff.</summary>
    [HttpGet(Staff), Authorize(Policies.ReadDesk)]
    public Task<IActionResult> ForStaff(string reference) => Page(reference, staff: true, new HashForm(), null);

    /// <summary>Checks a file or hash against the documents of every award.</summary>
    [HttpPost(Staff), Authorize(Policies.ReadDesk), EnableRateLimiting(RateLimits.Upload), RequestSizeLimit(Limit), RequestFormLimits(MultipartBodyLengthLimit = Limit)]
    public Task<IActionResult> ForStaff(string reference, HashForm form) => Check(reference, staff: true, form);

    /// <summary>One document, for members.</summary>
    [HttpGet(Mine + "/{number:int}.{form:regex(^(html|pdf)$)}")]
    public async Task<IActionResult> DownloadForMember(string reference, int number, string form)
    {
        await using var work = await database.Read();
        return await this.Document(work, files, await AwardRepository.FindFor(work, reference, User.Actor().Person), number, form);
    }

    /// <summary>One document, for staff.</summary>
    [HttpGet(Staff + "/{number:int}.{form:regex(^(html|pdf)$)}"), Authorize(Policies.ReadDesk)]
    public async Task<IActionResult> DownloadForStaff(string reference, int number, string form)
    {
        await using var work = await database.Read();
        return await this.Document(work, files, await AwardRepository.FindByReference(work, reference), number, form);
    }

    private async Task<IActionResult> Check(string reference, bool staff, HashForm form)
    {
        var hash = form.Document is { Length: > 0 } document ? (Outcome<string>)await HashOf(document) : HashRules.Read(form.Hash);
        if (hash.Refused)
        {
            ModelState.AddRefusals(hash.Refusals, sentences);
            return await Page(reference, staff, form, null);
        }

        await using var work = await database.Read();
        var found = await AwardDocumentRepository.WithHash(work, hash.Value, staff ? null : User.Actor().Person);
        return await Page(reference, staff, form, new HashAnswer(hash.Value, form.Document?.FileName, found));
    }

    private async Task<IActionResult> Page(string reference, bool staff, HashForm form, HashAnswer? answer)
    {
        await using var work = await database.Read();
        var award = staff ? await AwardRepository.FindByReference(work, reference) : await AwardRepository.FindFor(work, reference, User.Actor().Person);
        return award is null
            ? NotFound()
            : View("Show", new AwardDocumentsView(award, await AwardDocumentRepository.Of(work, award.Id), await SignatureRepository.Of(work, award.Id), staff, form, answer));
    }

    private async Task<string> HashOf(IFormFile document)
    {
        await using var content = document.OpenReadStream();
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(content, HttpContext.RequestAborted));
    }
}

/// <summary>A file or a hash to check.</summary>
public sealed class HashForm
{
    /// <summary>The file.</summary>
    public IFormFile? Document { get; set; }

    /// <summary>The hash, typed or pasted.</summary>
    public string? Hash { get; set; }
}

/// <summary>What a file or hash turned out to be.</summary>
/// <param name="Hash">Its SHA-256.</param>
/// <param name="FileName">The file's name; null for a typed hash.</param>
/// <param name="Found">The documents it is; empty for none the reader may see.</param>
public sealed record HashAnswer(string Hash, string? FileName, IReadOnlyList<RecognisedDocument> Found);

/// <summary>The documents of an award.</summary>
public sealed record AwardDocumentsView(
    Award Award, IReadOnlyList<AwardDocument> Documents, IReadOnlyList<AwardSignature> Signatures, bool Staff, HashForm Form, HashAnswer? Answer)
{
    /// <summary>The page of the award.</summary>
    public string Back => Staff ? AwardRoutes.Manage(Award.Reference) : AwardRoutes.Mine(Award.Reference);

    /// <summary>This page.</summary>
    public string Here => Staff ? AwardRoutes.Documents(Award.Reference) : AwardRoutes.MyDocuments(Award.Reference);

    /// <summary>Where a document is downloaded.</summary>
    public string Path(string reference, int number, string form) => Staff ? AwardRoutes.Document(reference, number, form) : AwardRoutes.MyDocument(reference, number, form);
}
