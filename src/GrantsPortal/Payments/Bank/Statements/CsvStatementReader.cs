using System.Globalization;
using System.Text;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Text;

namespace GrantsPortal.Payments.Bank.Statements;

/// <summary>Reads a bank's CSV by the columns somebody chose. The first row holds the headings.</summary>
public static class CsvStatementReader
{
    /// <summary>Most columns of a row.</summary>
    public const int MostColumns = 100;

    /// <summary>The rows of a file, read as UTF-8 or, where it is none, as Latin-1; one row more than is taken tells that there are too many.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> Rows(byte[] file)
    {
        string text;
        try
        {
            text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(file);
        }
        catch (DecoderFallbackException)
        {
            text = Encoding.Latin1.GetString(file);
        }

        return Csv.Read(text, CamtReader.MostEntries + 2);
    }

    /// <summary>
    /// The statement. Refused with <c>statement.none</c>, <c>statement.many-entries</c> (limit), <c>statement.columns-missing</c>,
    /// <c>statement.columns-many</c> (limit), <c>statement.row-day</c> or <c>statement.row-amount</c> (row, text).
    /// </summary>
    public static Outcome<ReadStatement> Read(IReadOnlyList<IReadOnlyList<string>> rows, CsvColumns columns, string currency)
    {
        if (rows.Count < 2)
        {
            return new Refusal("statement.none");
        }

        if (rows.Count > CamtReader.MostEntries + 1 || rows.Any(row => row.Count > MostColumns))
        {
            return rows.Count > CamtReader.MostEntries + 1 ? new Refusal("statement.many-entries", CamtReader.MostEntries) : new Refusal("statement.columns-many", MostColumns);
        }

        if (columns.Day is null || (columns.Amount is null && (columns.Out is null || columns.In is null)))
        {
            return new Refusal("statement.columns-missing");
        }

        var read = new List<(ReadEntry Entry, long? Balance)>();
        for (var i = 1; i < rows.Count; i++)
        {
            var entry = Row(rows[i], i + 1, columns, currency);
            if (entry.Refused)
            {
                return Outcome<ReadStatement>.Refuse(entry.Refusals);
            }

            if (entry.Value.AmountMinor > 0)
            {
                read.Add((entry.Value, Amount(rows[i], columns.Balance, columns, currency)));
            }
        }

        return read.Count == 0 ? new Refusal("statement.none") : Statement(read, currency);
    }

    private static ReadStatement Statement(List<(ReadEntry Entry, long? Balance)> read, string currency)
    {
        // Banks list oldest or newest first; where days do not tell, the balances do.
        var oldestFirst = read[0].Entry.BookedOn != read[^1].Entry.BookedOn ? read[0].Entry.BookedOn < read[^1].Entry.BookedOn : Runs(read);
        var ordered = oldestFirst ? read : [.. read.AsEnumerable().Reverse()];
        return new ReadStatement
        {
            Currency = currency,
            From = ordered[0].Entry.BookedOn,
            To = ordered[^1].Entry.BookedOn,
            OpeningMinor = ordered[0].Balance - Signed(ordered[0].Entry),
            ClosingMinor = ordered[^1].Balance,
            Entries = [.. ordered.Select(pair => pair.Entry)],
        };
    }

    private static bool Runs(List<(ReadEntry Entry, long? Balance)> read) =>
        read.Zip(read.Skip(1)).All(pair => pair.First.Balance + Signed(pair.Second.Entry) == pair.Second.Balance) || read.Any(pair => pair.Balance is null);

    private static long Signed(ReadEntry entry) => entry.IsCredit ? entry.AmountMinor : -entry.AmountMinor;

    private static Outcome<ReadEntry> Row(IReadOnlyList<string> row, int number, CsvColumns columns, string currency)
    {
        if (Day(At(row, columns.Day), columns.DayForm) is not { } day)
        {
            return new Refusal("statement.row-day", number, At(row, columns.Day));
        }

        var signed = columns.Amount is not null ? Amount(row, columns.Amount, columns, currency) : InLessOut(row, columns, currency);
        if (signed is null)
        {
            return new Refusal("statement.row-amount", number, At(row, columns.Amount ?? columns.Out));
        }

        var code = Filled(row, columns.ReturnCode);
        return new ReadEntry
        {
            BookedOn = day,
            AmountMinor = Math.Abs(signed.Value),
            IsCredit = signed > 0,
            BankReference = Filled(row, columns.BankReference),
            Lines =
            [
                new ReadLine
                {
                    AmountMinor = Math.Abs(signed.Value),
                    EndToEndId = Filled(row, columns.Reference),
                    Counterparty = Filled(row, columns.Counterparty),
                    Text = Filled(row, columns.Text),
                    IsReturn = code is not null,
                    ReturnCode = code,
                },
            ],
        };
    }

    private static long? InLessOut(IReadOnlyList<string> row, CsvColumns columns, string currency)
    {
        if (Filled(row, columns.In) is null && Filled(row, columns.Out) is null)
        {
            return null;
        }

        var came = Filled(row, columns.In) is null ? 0 : Amount(row, columns.In, columns, currency);
        var went = Filled(row, columns.Out) is null ? 0 : Amount(row, columns.Out, columns, currency);
        return came is { } plus && went is { } minus ? plus - Math.Abs(minus) : null;
    }

    private static long? Amount(IReadOnlyList<string> row, int? column, CsvColumns columns, string currency) =>
        StatementAmounts.Cell(At(row, column), columns.CommaMarksDecimals ? ',' : '.', currency);

    private static DateOnly? Day(string cell, DayForm form)
    {
        var text = cell.Split(' ', 'T')[0].Replace('.', '-').Replace('/', '-');
        string[] patterns = form switch
        {
            DayForm.YearFirst => ["yyyy-M-d", "yyyyMMdd"],
            DayForm.DayFirst => ["d-M-yyyy", "d-M-yy"],
            _ => ["M-d-yyyy", "M-d-yy"],
        };
        return DateOnly.TryParseExact(text, patterns, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
    }

    private static string At(IReadOnlyList<string> row, int? column) => column is { } at && at >= 0 && at < row.Count ? row[at] : "";

    private static string? Filled(IReadOnlyList<string> row, int? column) => At(row, column) is { Length: > 0 } text ? text : null;
}
