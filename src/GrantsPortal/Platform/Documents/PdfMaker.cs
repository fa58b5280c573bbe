using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.Extensions.Options;

namespace GrantsPortal.Platform.Documents;

/// <summary>How documents are printed; section <c>Documents</c>.</summary>
public sealed class DocumentOptions
{
    /// <summary>The program WeasyPrint, by name or path.</summary>
    public string WeasyPrint { get; set; } = "weasyprint";
}

/// <summary>
/// Makes a tagged PDF (PDF/UA-1) from an HTML document with WeasyPrint, run as a child process that reads nothing from
/// the network. Where WeasyPrint is not installed, documents stay HTML.
/// </summary>
public sealed class PdfMaker(IOptions<DocumentOptions> options)
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    private static readonly ConcurrentDictionary<string, Lazy<bool>> Answers = new(StringComparer.Ordinal);

    /// <summary>Whether WeasyPrint answers on this machine; asked when it is first wanted, since starting it takes a second.</summary>
    public bool Available => Answers.GetOrAdd(options.Value.WeasyPrint, program => new Lazy<bool>(() => Installed(program))).Value;

    /// <summary>The PDF of a self-contained HTML document, or null where none can be made; throws when the making fails.</summary>
    public async Task<byte[]?> Make(string html, CancellationToken cancel = default)
    {
        if (!Available)
        {
            return null;
        }

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(Limit);
        using var process = Start(options.Value.WeasyPrint, "--pdf-variant", "pdf/ua-1", "--base-url", "about:blank", "--encoding", "utf-8", "-", "-");
        try
        {
            var pdf = new MemoryStream();
            var reading = process.StandardOutput.BaseStream.CopyToAsync(pdf, limit.Token);
            var complaints = process.StandardError.ReadToEndAsync(limit.Token);
            await process.StandardInput.WriteAsync(html.AsMemory(), limit.Token);
            process.StandardInput.Close();
            await reading;
            await process.WaitForExitAsync(limit.Token);
            return process.ExitCode == 0
                ? pdf.ToArray()
                : throw new InvalidOperationException($"WeasyPrint ended with {process.ExitCode}: {await complaints}");
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }

    private static bool Installed(string program)
    {
        try
        {
            using var process = Start(program, "--version");
            process.StandardInput.Close();
            return process.WaitForExit(Limit) && process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }

    private static Process Start(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new System.Text.UTF8Encoding(false),
        };
        return Process.Start(start)!;
    }
}
