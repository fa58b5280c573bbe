using System.Globalization;
using System.Security;
using System.Text;

namespace GrantsPortal.TestWorld.Bank;

/// <summary>One booked payment as a bank would tell it.</summary>
/// <param name="Reference">End-to-end id.</param>
/// <param name="Minor">Amount in minor units.</param>
/// <param name="In">Whether money came in.</param>
/// <param name="Return">Reason code when it is a return.</param>
/// <param name="BankReference">The bank's own reference; null when it gives none.</param>
/// <param name="Text">What it is for.</param>
public sealed record CamtEntry(string? Reference, long Minor, bool In = false, string? Return = null, string? BankReference = null, string? Text = null)
{
    /// <summary>Day of booking.</summary>
    public DateOnly On { get; init; } = new(2026, 6, 18);

    /// <summary>Whether the bank has booked it.</summary>
    public bool Booked { get; init; } = true;
}

/// <summary>Writes camt.053 as banks do, for tests: independent of what the portal reads it with.</summary>
public static class CamtFile
{
    /// <summary>A file with one statement whose balances meet, unless told by how much they miss.</summary>
    public static byte[] Of(string iban, string currency, IReadOnlyList<CamtEntry> entries, string id = "ST-1", long opening = 100_000_000, long off = 0, string version = "08")
    {
        var closing = opening + entries.Where(entry => entry.Booked).Sum(entry => entry.In ? entry.Minor : -entry.Minor) + off;
        var last = version is "02" or "03" ? "" : "/Pty";
        var xml = new StringBuilder();
        xml.Append(CultureInfo.InvariantCulture, $"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.053.001.{version}\"><BkToCstmrStmt><GrpHdr><MsgId>M-{id}</MsgId><CreDtTm>2026-06-19T05:00:00Z</CreDtTm></GrpHdr><Stmt><Id>{id}</Id><CreDtTm>2026-06-19T05:00:00Z</CreDtTm>");
        xml.Append(CultureInfo.InvariantCulture, $"<Acct><Id><IBAN>{iban}</IBAN></Id><Ccy>{currency}</Ccy></Acct>{Balance("OPBD", opening, currency)}{Balance("CLBD", closing, currency)}");
        foreach (var entry in entries)
        {
            xml.Append(CultureInfo.InvariantCulture, $"<Ntry><Amt Ccy=\"{currency}\">{Amount(entry.Minor)}</Amt><CdtDbtInd>{(entry.In ? "CRDT" : "DBIT")}</CdtDbtInd>{Status(entry.Booked ? "BOOK" : "PDNG", version)}<BookgDt><Dt>{entry.On:yyyy-MM-dd}</Dt></BookgDt>");
            xml.Append(entry.BankReference is { } own ? $"<AcctSvcrRef>{own}</AcctSvcrRef>" : "");
            xml.Append(CultureInfo.InvariantCulture, $"<NtryDtls><TxDtls><Refs>{(entry.Reference is { } reference ? $"<EndToEndId>{Escaped(reference)}</EndToEndId>" : "")}</Refs>");
            xml.Append(CultureInfo.InvariantCulture, $"<RltdPties><{(entry.In && entry.Return is null ? "Dbtr" : "Cdtr")}>{(last.Length > 0 ? "<Pty><Nm>Group A</Nm></Pty>" : "<Nm>Group A</Nm>")}</{(entry.In && entry.Return is null ? "Dbtr" : "Cdtr")}></RltdPties>");
            xml.Append(entry.Text is { } text ? $"<RmtInf><Ustrd>{Escaped(text)}</Ustrd></RmtInf>" : "");
            xml.Append(entry.Return is { } code ? $"<RtrInf><Rsn><Cd>{code}</Cd></Rsn></RtrInf>" : "");
            xml.Append("</TxDtls></NtryDtls></Ntry>");
        }

        return Encoding.UTF8.GetBytes(xml.Append("</Stmt></BkToCstmrStmt></Document>").ToString());
    }

    /// <summary>A file in which the bank booked a whole part or message as one sum.</summary>
    public static byte[] AsOne(string iban, string currency, string partId, long minor, DateOnly on, string bankReference) => Encoding.UTF8.GetBytes(
        string.Create(CultureInfo.InvariantCulture, $"<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.053.001.08\"><BkToCstmrStmt><Stmt><Id>ONE</Id><Acct><Id><IBAN>{iban}</IBAN></Id><Ccy>{currency}</Ccy></Acct><Ntry><Amt Ccy=\"{currency}\">{Amount(minor)}</Amt><CdtDbtInd>DBIT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>{on:yyyy-MM-dd}</Dt></BookgDt><AcctSvcrRef>{bankReference}</AcctSvcrRef><NtryDtls><Btch><PmtInfId>{partId}</PmtInfId></Btch></NtryDtls></Ntry></Stmt></BkToCstmrStmt></Document>"));

    private static string Balance(string code, long minor, string currency) => string.Create(
        CultureInfo.InvariantCulture,
        $"<Bal><Tp><CdOrPrtry><Cd>{code}</Cd></CdOrPrtry></Tp><Amt Ccy=\"{currency}\">{Amount(Math.Abs(minor))}</Amt><CdtDbtInd>{(minor < 0 ? "DBIT" : "CRDT")}</CdtDbtInd><Dt><Dt>2026-06-18</Dt></Dt></Bal>");

    private static string Status(string code, string version) => version is "02" or "03" ? $"<Sts>{code}</Sts>" : $"<Sts><Cd>{code}</Cd></Sts>";

    private static string Amount(long minor) => (minor / 100m).ToString("0.00", CultureInfo.InvariantCulture);

    private static string Escaped(string text) => SecurityElement.Escape(text)!;
}
