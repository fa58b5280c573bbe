using System.Text;

namespace GrantsPortal.Platform.Text;

/// <summary>
/// Comma-separated values (RFC 4180). What is written carries a byte order mark, so that spreadsheets read it as UTF-8, and a
/// cell that one would take for a formula starts with an apostrophe (OWASP, "CSV Injection").
/// </summary>
public static class Csv
{
    private static readonly char[] Separators = [',', ';', '\t'];

    /// <summary>Rows as a file; lines end with CR LF.</summary>
    public static byte[] Write(IEnumerable<IReadOnlyList<string?>> rows)
    {
        var csv = new StringBuilder();
        foreach (var row in rows)
        {
            csv.AppendJoin(',', row.Select(Cell)).Append("\r\n");
        }

        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(csv.ToString())];
    }

    /// <summary>A cell as it is written: guarded against being run, quoted where needed. Plain numbers, also negative ones, stay numbers.</summary>
    public static string Cell(string? text)
    {
        var cell = new string([.. (text ?? "").Where(c => !char.IsControl(c) || c is '\t' or '\r' or '\n')]);
        if (cell.Length > 0 && cell.AsSpan().TrimStart(' ') is [('=' or '+' or '-' or '@' or '\t' or '\r' or '\n' or '＝' or '＋' or '－' or '＠'), ..] && !IsNumber(cell))
        {
            cell = $"'{cell}";
        }

        return cell.AsSpan().IndexOfAny("\",;\r\n\t'") >= 0 ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : cell;
    }

    /// <summary>
    /// The rows of a file, cells trimmed, empty rows left out; a byte order mark is skipped. The separator is the comma, semicolon
    /// or tab that stands most often in the first row, outside quotes. Stops after <paramref name="most"/> rows.
    /// </summary>
    public static IReadOnlyList<IReadOnlyList<string>> Read(string text, int most = int.MaxValue)
    {
        var content = text.TrimStart('\uFEFF');
        var separator = SeparatorOf(content);
        var rows = new List<IReadOnlyList<string>>();
        var row = new List<string>();
        var cell = new StringBuilder();
        var quoted = false;
        for (var i = 0; i <= content.Length && rows.Count < most; i++)
        {
            var c = i < content.Length ? content[i] : '\n';
            switch (c)
            {
                case '"' when quoted && i + 1 < content.Length && content[i + 1] == '"':
                    cell.Append('"');
                    i++;
                    break;
                case '"' when quoted || cell.ToString().Trim().Length == 0:
                    quoted = !quoted;
                    break;
                case '\n' or '\r' when !quoted || i == content.Length:
                    row.Add(cell.ToString().Trim());
                    cell.Clear();
                    quoted = false;
                    if (row.Any(filled => filled.Length > 0))
                    {
                        rows.Add([.. row]);
                    }

                    row.Clear();
                    break;
                case var s when s == separator && !quoted:
                    row.Add(cell.ToString().Trim());
                    cell.Clear();
                    break;
                default:
                    cell.Append(c);
                    break;
            }
        }

        return rows;
    }

    private static bool IsNumber(string cell) => cell.Length > 1 && cell[0] is '-' && cell.AsSpan(1).IndexOfAnyExcept("0123456789.") < 0;

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
            if (!quoted && Array.IndexOf(Separators, c) is >= 0 and var which)
            {
                counts[which]++;
            }
        }

        return Separators[Array.IndexOf(counts, counts.Max())];
    }
}
