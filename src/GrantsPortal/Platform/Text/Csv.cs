using System.Text;
using CsvHelper;

namespace GrantsPortal.Platform.Text;

/// <summary>
/// Comma-separated values (RFC 4180), read and written by CsvHelper. What is written carries a byte order mark, so that
/// spreadsheets read it as UTF-8, and a cell that one would take for a formula starts with an apostrophe (OWASP, "CSV Injection").
/// </summary>
public static class Csv
{
    private const string Separators = ",;\t";

    /// <summary>Rows as a file; lines end with CR LF. A null is an empty cell.</summary>
    public static byte[] Write(IEnumerable<IReadOnlyList<string?>> rows)
    {
        using var file = new MemoryStream();
        using (var csv = CsvWriter.Create(file, new CsvWriterOptions { WriteByteOrderMark = true, NewLine = "\r\n", ValidateFieldCount = false }, leaveOpen: true))
        {
            foreach (var row in rows)
            {
                foreach (var text in row)
                {
                    var cell = Guarded(text ?? "");
                    csv.WriteField(cell, cell.AsSpan().IndexOfAny(";\t'") >= 0 ? CsvQuoting.Always : CsvQuoting.WhenNeeded);
                }

                csv.EndRecord();
            }
        }

        return file.ToArray();
    }

    /// <summary>
    /// The rows of a file, cells trimmed, empty rows left out; a byte order mark is skipped. The separator is the comma, semicolon
    /// or tab that stands most often in the first row, outside quotes. Stops after <paramref name="most"/> rows.
    /// </summary>
    public static IReadOnlyList<IReadOnlyList<string>> Read(string text, int most = int.MaxValue)
    {
        var content = text.TrimStart('\uFEFF');
        var rows = new List<IReadOnlyList<string>>();
        using var csv = CsvReader.FromText(content, new CsvReaderOptions { Separator = SeparatorOf(content), HasHeader = false, TrimWhitespace = true });
        while (rows.Count < most && csv.Read())
        {
            string[] row = [.. Enumerable.Range(0, csv.FieldCount).Select(field => csv.GetString(field).Trim())];
            if (row.Any(filled => filled.Length > 0))
            {
                rows.Add(row);
            }
        }

        return rows;
    }

    /// <summary>A cell that no spreadsheet runs. Our own guard, since CsvHelper's takes negative numbers for formulas and knows no full-width signs.</summary>
    private static string Guarded(string text)
    {
        var cell = text.Any(IsStray) ? new string([.. text.Where(c => !IsStray(c))]) : text;
        return cell.AsSpan().TrimStart(' ') is [('=' or '+' or '-' or '@' or '\t' or '\r' or '\n' or '＝' or '＋' or '－' or '＠'), ..] && !IsNumber(cell) ? $"'{cell}" : cell;
    }

    private static bool IsStray(char c) => char.IsControl(c) && c is not ('\t' or '\r' or '\n');

    private static bool IsNumber(string cell) => cell.Length > 1 && cell[0] is '-' && cell.AsSpan(1).IndexOfAnyExcept("0123456789.") < 0;

    /// <summary>By the first row alone, which names the columns: CsvHelper's own look at several rows would count decimal commas.</summary>
    private static char SeparatorOf(string content)
    {
        var counts = new int[Separators.Length];
        var quoted = false;
        foreach (var c in content)
        {
            if (c is '\n' or '\r' && !quoted)
            {
                break;
            }

            quoted ^= c == '"';
            if (!quoted && Separators.IndexOf(c) is >= 0 and var which)
            {
                counts[which]++;
            }
        }

        return Separators[Array.IndexOf(counts, counts.Max())];
    }
}
