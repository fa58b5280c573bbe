using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using GrantsPortal.Platform.Text;

namespace GrantsPortal.Payments.Bank.Statements;

/// <summary>How the entries of a statement become lines, and by what the same entry is known in another statement.</summary>
public static class LineRules
{
    private const int CounterpartyLimit = 140;
    private const int TextLimit = 500;
    private const int ReferenceLimit = 140;

    /// <summary>
    /// The lines of a statement. Entries alike in everything are told apart by their number within the statement, so that a
    /// statement that overlaps an earlier one brings only what is new. A booking of a whole batch becomes the payments it was made
    /// of, where <paramref name="sent"/> knows them by the id and to the amount.
    /// </summary>
    /// <param name="statement">The statement.</param>
    /// <param name="account">The account it is of, by which entries of different accounts differ.</param>
    /// <param name="sent">What was sent under an id of a message or part.</param>
    public static IReadOnlyList<BankLine> Lines(ReadStatement statement, string account, ILookup<string, SentPayment> sent)
    {
        var alike = new Dictionary<string, int>(StringComparer.Ordinal);
        var lines = new List<BankLine>();
        foreach (var entry in statement.Entries)
        {
            var marks = Marks(statement, account, entry);
            var count = alike[marks] = alike.GetValueOrDefault(marks) + 1;
            var fingerprint = Hash(FormattableString.Invariant($"{marks}|{count}"));
            lines.AddRange(Apart(entry, sent).Select((line, i) => Line(statement, entry, line, fingerprint, i + 1)));
        }

        return lines;
    }

    private static IEnumerable<ReadLine> Apart(ReadEntry entry, ILookup<string, SentPayment> sent)
    {
        if (entry.Lines is not [{ SentIn.Count: > 0 } whole] || entry.IsCredit || whole.IsReturn)
        {
            return entry.Lines;
        }

        foreach (var id in whole.SentIn)
        {
            var payments = sent[id].ToList();
            if (payments.Count > 0 && payments.Sum(payment => payment.AmountMinor) == entry.AmountMinor)
            {
                return payments.Select(payment => whole with { AmountMinor = payment.AmountMinor, EndToEndId = payment.Reference, SentIn = [], Counterparty = payment.Holder });
            }
        }

        return entry.Lines;
    }

    /// <summary>The bank's own reference tells an entry apart where there is one; else what it says does, spelling aside.</summary>
    private static string Marks(ReadStatement statement, string account, ReadEntry entry) => string.Join('|',
        account,
        statement.Currency,
        entry.BookedOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        entry.IsCredit ? "+" : "-",
        entry.AmountMinor.ToString(CultureInfo.InvariantCulture),
        entry.BankReference is { } reference
            ? $"ref:{reference}"
            : string.Join('/', entry.Lines.Select(line => Folded.Of(line.EndToEndId, line.Counterparty, line.Text, line.ReturnCode))));

    private static string Hash(string marks) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(marks)));

    private static BankLine Line(ReadStatement statement, ReadEntry entry, ReadLine line, string fingerprint, int number) => new()
    {
        Fingerprint = fingerprint,
        Number = number,
        BookedOn = entry.BookedOn,
        AmountMinor = line.AmountMinor,
        Currency = statement.Currency,
        IsCredit = entry.IsCredit,
        BankReference = Short(entry.BankReference, ReferenceLimit),
        EndToEndId = Short(line.EndToEndId, ReferenceLimit),
        Counterparty = Short(line.Counterparty, CounterpartyLimit),
        Text = Short(string.Join(' ', new[] { line.Text, line.ReturnText }.OfType<string>()) is { Length: > 0 } text ? text : null, TextLimit),
        IsReturn = line.IsReturn,
        ReturnCode = Short(line.ReturnCode, 35),
    };

    private static string? Short(string? text, int most)
    {
        var plain = text is null ? null : new string([.. text.Select(c => char.IsControl(c) || char.IsSurrogate(c) ? ' ' : c)]).Trim();
        return plain is null or "" ? null : plain.Length <= most ? plain : plain[..(most - 1)] + "…";
    }
}

/// <summary>A payment as it went out.</summary>
/// <param name="Reference">Its reference.</param>
/// <param name="AmountMinor">Its amount.</param>
/// <param name="Holder">In whose account.</param>
public sealed record SentPayment(string Reference, long AmountMinor, string? Holder);
