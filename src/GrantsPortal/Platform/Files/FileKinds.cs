using System.IO.Compression;
using System.Text;

namespace GrantsPortal.Platform.Files;

/// <summary>The kinds of document that are taken, recognised by their content.</summary>
public static class FileKinds
{
    /// <summary>The kinds, as a sentence names them.</summary>
    public const string Allowed = "PDF, Word, Excel, PowerPoint, OpenDocument, JPEG, PNG, CSV, plain text";

    private const int MaxEntries = 5_000;
    private const long MaxUnpacked = 300L * 1024 * 1024;
    private const int MaxRatio = 200;

    /// <summary>The media type of a file, or null when it is not taken. The name only tells CSV from plain text.</summary>
    public static string? Recognise(string path, string name)
    {
        var head = Head(path);
        return head switch
        {
            _ when Starts(head, "%PDF-"u8) => "application/pdf",
            _ when Starts(head, [0xFF, 0xD8, 0xFF]) => "image/jpeg",
            _ when Starts(head, [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) => "image/png",
            _ when Starts(head, "PK\u0003\u0004"u8) => Packed(path),
            _ when IsText(path, head) => name.EndsWith(".csv", StringComparison.OrdinalIgnoreCase) ? "text/csv" : "text/plain",
            _ => null,
        };
    }

    /// <summary>A file name fit for display: no folders, no control characters, at most 200 characters.</summary>
    public static string CleanName(string name)
    {
        var plain = new string(name[(name.LastIndexOfAny(['/', '\\']) + 1)..].Where(c => !char.IsControl(c) && c is not ('"' or '<' or '>' or '|')).ToArray()).Trim();
        return plain.Length switch
        {
            0 => "document",
            > 200 => plain[..150] + "…" + plain[^49..],
            _ => plain,
        };
    }

    private static string? Packed(string path)
    {
        try
        {
            var file = File.ReadAllBytes(path);
            if (ZipMeasure.Unpacked(file, MaxEntries, Math.Min(MaxUnpacked, MaxRatio * (long)file.Length)) is null)
            {
                return null;
            }

            using var zip = new ZipArchive(new MemoryStream(file, writable: false));
            return Office(zip);
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    private static string? Office(ZipArchive zip)
    {
        if (zip.GetEntry("mimetype") is { Length: < 200 } type)
        {
            var declared = Beginning(type, 200).Trim();
            return declared is "application/vnd.oasis.opendocument.text" or "application/vnd.oasis.opendocument.spreadsheet" or "application/vnd.oasis.opendocument.presentation"
                ? declared
                : null;
        }

        const string Prefix = "application/vnd.openxmlformats-officedocument.";
        return zip switch
        {
            _ when zip.Entries.Any(entry => entry.FullName.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase)) => null,
            _ when zip.GetEntry("[Content_Types].xml") is not { } types || Beginning(types, 64_000).Contains("macroEnabled", StringComparison.OrdinalIgnoreCase) => null,
            _ when zip.GetEntry("word/document.xml") is not null => Prefix + "wordprocessingml.document",
            _ when zip.GetEntry("xl/workbook.xml") is not null => Prefix + "spreadsheetml.sheet",
            _ when zip.GetEntry("ppt/presentation.xml") is not null => Prefix + "presentationml.presentation",
            _ => null,
        };
    }

    /// <summary>What an entry says it holds may be a lie; no more than this is ever unpacked.</summary>
    private static string Beginning(ZipArchiveEntry entry, int most)
    {
        using var reader = new StreamReader(entry.Open());
        var buffer = new char[most];
        return new string(buffer, 0, reader.ReadBlock(buffer, 0, most));
    }

    /// <summary>Text is UTF-8 throughout, without control characters, and does not begin as a web page or a script.</summary>
    private static bool IsText(string path, byte[] head)
    {
        var start = Encoding.UTF8.GetString(head).TrimStart('\uFEFF', ' ', '\r', '\n', '\t');
        if (start.StartsWith('<') || start.StartsWith("#!", StringComparison.Ordinal))
        {
            return false;
        }

        try
        {
            using var reader = new StreamReader(path, new UTF8Encoding(false, throwOnInvalidBytes: true));
            var buffer = new char[8192];
            int read;
            while ((read = reader.Read(buffer)) > 0)
            {
                if (buffer.AsSpan(0, read).ContainsAny("\0\u0001\u0002\u0003\u0004\u0005\u0006\u0007\u000E\u000F"))
                {
                    return false;
                }
            }

            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }

    private static byte[] Head(string path)
    {
        using var file = File.OpenRead(path);
        var head = new byte[64];
        var read = file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        return head[..read];
    }

    private static bool Starts(byte[] head, ReadOnlySpan<byte> mark) => head.AsSpan().StartsWith(mark);
}
