using System.Buffers.Binary;
using System.IO.Compression;

namespace GrantsPortal.Platform.Files;

/// <summary>
/// Unpacks an archive to nowhere and counts. What its directory says of sizes is not believed: whoever opens the document
/// may not believe it either. Layout: PKWARE, .ZIP File Format Specification 6.3.10, sections 4.3.7, 4.3.12 and 4.3.16.
/// </summary>
internal static class ZipMeasure
{
    private const int EndLength = 22;
    private const int DirectoryLength = 46;
    private const int LocalLength = 30;

    /// <summary>
    /// Bytes that all entries together unpack to. Null when that is more than allowed, when there are too many entries, or
    /// when the archive is encrypted, contradicts itself, or packs the same bytes twice.
    /// </summary>
    public static long? Unpacked(byte[] file, int mostEntries, long mostBytes)
    {
        if (Directory(file, mostEntries) is not { } entries)
        {
            return null;
        }

        var (total, end) = (0L, 0);
        foreach (var entry in entries.OrderBy(entry => entry.Start))
        {
            if (entry.Start < end || Length(file, entry, mostBytes - total) is not { } length || length != entry.Declared)
            {
                return null;
            }

            (total, end) = (total + length, entry.Start + entry.Packed);
        }

        return total;
    }

    private sealed record Entry(int Method, int Start, int Packed, long Declared);

    private static List<Entry>? Directory(byte[] file, int most)
    {
        var end = file.Length - EndLength;
        while (end >= 0 && !(Number(file, end) == 0x06054b50 && end + EndLength + Short(file, end + 20) == file.Length))
        {
            end--;
        }

        if (end < 0 || Short(file, end + 10) > most)
        {
            return null;
        }

        var entries = new List<Entry>();
        for (long at = Number(file, end + 16), left = Short(file, end + 10); left > 0; left--)
        {
            if (at + DirectoryLength > end || Number(file, (int)at) != 0x02014b50 || Read(file, (int)at, end) is not { } entry)
            {
                return null;
            }

            entries.Add(entry);
            at += DirectoryLength + Short(file, (int)at + 28) + Short(file, (int)at + 30) + Short(file, (int)at + 32);
        }

        return entries;
    }

    private static Entry? Read(byte[] file, int at, int end)
    {
        var encrypted = (Short(file, at + 8) & 1) != 0;
        var (packed, local) = ((long)Number(file, at + 20), (long)Number(file, at + 42));
        if (encrypted || local + LocalLength > end || Number(file, (int)local) != 0x04034b50)
        {
            return null;
        }

        var start = local + LocalLength + Short(file, (int)local + 26) + Short(file, (int)local + 28);
        return start + packed <= end ? new Entry(Short(file, at + 10), (int)start, (int)packed, Number(file, at + 24)) : null;
    }

    private static long? Length(byte[] file, Entry entry, long most)
    {
        switch (entry.Method)
        {
            case 0:
                return entry.Packed <= most ? entry.Packed : null;
            case 8:
                using (var inflated = new DeflateStream(new MemoryStream(file, entry.Start, entry.Packed, writable: false), CompressionMode.Decompress))
                {
                    return Count(inflated, most);
                }

            default:
                return null;
        }
    }

    private static long? Count(Stream content, long most)
    {
        var buffer = new byte[81920];
        long length = 0;
        for (var read = content.Read(buffer); read > 0; read = content.Read(buffer))
        {
            length += read;
            if (length > most)
            {
                return null;
            }
        }

        return length;
    }

    private static ushort Short(byte[] file, int at) => BinaryPrimitives.ReadUInt16LittleEndian(file.AsSpan(at, 2));

    private static uint Number(byte[] file, int at) => BinaryPrimitives.ReadUInt32LittleEndian(file.AsSpan(at, 4));
}
