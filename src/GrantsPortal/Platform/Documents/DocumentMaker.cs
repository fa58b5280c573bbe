using System.Text;
using GrantsPortal.Platform.Files;
using Microsoft.Extensions.Logging;

namespace GrantsPortal.Platform.Documents;

/// <summary>A document whose content lies in the store and that belongs to no record yet.</summary>
/// <param name="Title">What it is called, in its own language; names its files.</param>
/// <param name="Language">BCP 47 code of the language it is in.</param>
/// <param name="Html">The HTML.</param>
/// <param name="Pdf">The PDF; null where none could be made.</param>
public sealed record MadeDocument(string Title, string Language, SavedContent Html, SavedContent? Pdf)
{
    /// <summary>SHA-256 of the HTML, in hexadecimal.</summary>
    public string Hash => Html.Hash;
}

/// <summary>Makes documents that are kept for ever: the page is the document, the PDF is printed from it.</summary>
public sealed class DocumentMaker(FileStore files, PdfMaker pdf, ILogger<DocumentMaker> log)
{
    /// <summary>
    /// Stores a page made with <see cref="DocumentPage"/>, and its PDF where one can be made (about half a second, so
    /// not while the writer gate is held). What no transaction keeps is tidied away a day later.
    /// </summary>
    public async Task<MadeDocument> Make(string title, string language, string html) =>
        new(title, language, await files.Keep(Encoding.UTF8.GetBytes(html), $"{title}.html", "text/html"), await Printed(title, html));

    private async Task<SavedContent?> Printed(string title, string html)
    {
        try
        {
            return await pdf.Make(html) is { } bytes ? await files.Keep(bytes, $"{title}.pdf", "application/pdf") : null;
        }
        catch (Exception fault) when (fault is InvalidOperationException or OperationCanceledException)
        {
            log.LogError(fault, "No PDF of {Title} could be made", title);
            return null;
        }
    }
}
