using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using GrantsPortal.Payments.Bank.Accounts;
using GrantsPortal.Platform;

namespace GrantsPortal.Payments.Bank.Statements;

/// <summary>
/// Reads ISO 20022 <c>camt.053</c> (BankToCustomerStatement). Elements are found by their local names, so that the versions
/// 001.02 to 001.13, which moved a few of them, read alike. What a stranger may have put into a file is bounded: no document type,
/// no entity, no fetching, so deep and no deeper.
/// </summary>
public static class CamtReader
{
    /// <summary>Largest file in bytes: 10 MiB.</summary>
    public const int MostBytes = 10 * 1024 * 1024;

    /// <summary>Most entries in a file.</summary>
    public const int MostEntries = 20_000;

    private const int MostDepth = 32;

    /// <summary>
    /// The statements of a file. Refused with <c>statement.xml-forbidden</c> (document type or entities), <c>statement.xml-broken</c>
    /// (line), <c>statement.xml-deep</c>, <c>statement.not-camt</c> (what it is), <c>statement.none</c>, <c>statement.many-entries</c>
    /// (limit), <c>statement.unreadable</c> (element, text).
    /// </summary>
    public static Outcome<IReadOnlyList<ReadStatement>> Read(byte[] file)
    {
        var loaded = Load(file);
        if (loaded.Refused)
        {
            return Outcome<IReadOnlyList<ReadStatement>>.Refuse(loaded.Refusals);
        }

        var message = loaded.Value.Root!.Elements().FirstOrDefault() ?? loaded.Value.Root;
        if (message.Name.LocalName != "BkToCstmrStmt")
        {
            return new Refusal("statement.not-camt", message.Name.LocalName);
        }

        var statements = message.All("Stmt").ToList();
        if (statements.Count == 0)
        {
            return new Refusal("statement.none");
        }

        if (statements.Sum(statement => statement.All("Ntry").Count()) > MostEntries)
        {
            return new Refusal("statement.many-entries", MostEntries);
        }

        try
        {
            return Outcome<IReadOnlyList<ReadStatement>>.Of([.. statements.Select(Statement)]);
        }
        catch (UnreadableException unreadable)
        {
            return new Refusal("statement.unreadable", unreadable.Element, unreadable.Said);
        }
    }

    private static Outcome<XDocument> Load(byte[] file)
    {
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = MostBytes, IgnoreComments = true, IgnoreProcessingInstructions = true };
        try
        {
            using (var walk = XmlReader.Create(new MemoryStream(file, writable: false), settings))
            {
                while (walk.Read())
                {
                    if (walk.Depth > MostDepth)
                    {
                        return new Refusal("statement.xml-deep");
                    }
                }
            }

            using var reader = XmlReader.Create(new MemoryStream(file, writable: false), settings);
            return XDocument.Load(reader);
        }
        catch (XmlException fault)
        {
            return HasDocumentType(file) ? new Refusal("statement.xml-forbidden") : new Refusal("statement.xml-broken", fault.LineNumber);
        }
    }

    private static bool HasDocumentType(byte[] file) =>
        file.AsSpan().IndexOf("<!DOCTYPE"u8) >= 0 || file.AsSpan().IndexOf("<!ENTITY"u8) >= 0 || file.AsSpan().IndexOf("<\0!\0D\0O\0C\0T\0Y\0P\0E\0"u8) >= 0;

    private static ReadStatement Statement(XElement statement)
    {
        var account = statement.One("Acct");
        var balances = statement.All("Bal").ToList();
        var currency = account?.Said("Ccy") ?? balances.Select(balance => balance.One("Amt")?.Attribute("Ccy")?.Value).FirstOrDefault(code => code is not null)
            ?? statement.All("Ntry").Select(entry => entry.One("Amt")?.Attribute("Ccy")?.Value).FirstOrDefault(code => code is not null)
            ?? throw new UnreadableException("Acct/Ccy", "");
        var entries = statement.All("Ntry").ToList();
        var booked = entries.Where(entry => (entry.Said("Sts/Cd") ?? entry.Said("Sts")) is "BOOK" or null).ToList();
        return new ReadStatement
        {
            Identifier = statement.Said("Id") ?? "",
            Account = (account?.Said("Id/IBAN") ?? account?.Said("Id/Othr/Id")) is { } number ? AccountRules.Plain(number) : null,
            Currency = currency,
            From = statement.Day("FrToDt/FrDtTm") ?? Balance(balances, "OPBD")?.Day("Dt/Dt"),
            To = statement.Day("FrToDt/ToDtTm") ?? Balance(balances, "CLBD")?.Day("Dt/Dt"),
            OpeningMinor = Signed(Balance(balances, "OPBD") ?? Balance(balances, "PRCD"), currency),
            ClosingMinor = Signed(Balance(balances, "CLBD"), currency),
            Entries = [.. booked.Select(entry => Entry(entry, currency))],
            Pending = entries.Count - booked.Count,
        };
    }

    /// <summary>A file cut into pages gives a page's own balances as interim ones (ITBD) beside; the first opening and last closing count.</summary>
    private static XElement? Balance(List<XElement> balances, string code)
    {
        var of = balances.Where(balance => balance.Said("Tp/CdOrPrtry/Cd") == code).ToList();
        return code == "CLBD" ? of.LastOrDefault() : of.FirstOrDefault();
    }

    private static long? Signed(XElement? balance, string currency) =>
        balance is null ? null : balance.Minor("Amt", currency) * (balance.Said("CdtDbtInd") == "DBIT" ? -1 : 1);

    private static ReadEntry Entry(XElement entry, string currency)
    {
        var amount = entry.Minor("Amt", currency);
        return new ReadEntry
        {
            BookedOn = entry.Day("BookgDt/Dt") ?? entry.Day("BookgDt/DtTm") ?? entry.Day("ValDt/Dt") ?? throw new UnreadableException("Ntry/BookgDt", ""),
            AmountMinor = amount,
            IsCredit = entry.Said("CdtDbtInd") switch { "CRDT" => true, "DBIT" => false, var other => throw new UnreadableException("Ntry/CdtDbtInd", other ?? "") },
            BankReference = entry.Said("AcctSvcrRef"),
            Lines = CamtLines.Of(entry, amount, currency),
        };
    }
}

/// <summary>A part of a statement that cannot be read; becomes a refusal.</summary>
internal sealed class UnreadableException(string element, string said) : Exception
{
    /// <summary>The element, such as <c>Ntry/Amt</c>.</summary>
    public string Element => element;

    /// <summary>What stands there, cut short.</summary>
    public string Said => said.Length > 60 ? said[..60] + "…" : said;
}

/// <summary>Finding elements by their local names.</summary>
internal static class CamtElements
{
    public static IEnumerable<XElement> All(this XElement from, string name) => from.Elements().Where(element => element.Name.LocalName == name);

    public static XElement? One(this XElement from, string path) =>
        path.Split('/').Aggregate((XElement?)from, (element, name) => element?.All(name).FirstOrDefault());

    /// <summary>The text of an element without children, trimmed; null where there is none.</summary>
    public static string? Said(this XElement from, string path) =>
        from.One(path) is { HasElements: false } element && element.Value.Trim() is { Length: > 0 } text ? text : null;

    public static DateOnly? Day(this XElement from, string path) => from.Said(path) switch
    {
        null => null,
        { Length: >= 10 } text when DateOnly.TryParseExact(text[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) => day,
        var text => throw new UnreadableException(path, text),
    };

    /// <summary>An amount in minor units; its currency must be the account's.</summary>
    public static long Minor(this XElement from, string path, string currency)
    {
        var element = from.One(path) ?? throw new UnreadableException($"{from.Name.LocalName}/{path}", "");
        var text = element.Value.Trim();
        if (element.Attribute("Ccy") is { } code && code.Value != currency)
        {
            throw new UnreadableException($"{from.Name.LocalName}/{path}", $"{text} {code.Value}");
        }

        return StatementAmounts.Minor(text, currency) ?? throw new UnreadableException($"{from.Name.LocalName}/{path}", text);
    }
}
