using System.Globalization;
using System.Security;
using System.Text;
using GrantsPortal.Payments.Bank;
using GrantsPortal.Payments.Bank.Accounts;

namespace GrantsPortal.Publishing.Demo;

/// <summary>A booked entry as the demo's bank tells it.</summary>
/// <param name="Reference">End-to-end id; null where the bank passes none on.</param>
/// <param name="Minor">Amount in minor units.</param>
/// <param name="Name">The other side.</param>
/// <param name="In">Whether money came in.</param>
/// <param name="Return">Reason code (ISO 20022) where a payment came back.</param>
/// <param name="Text">What it is for.</param>
internal sealed record DemoEntry(string? Reference, long Minor, string Name, bool In = false, string? Return = null, string? Text = null);

/// <summary>The demo's bank: the city's account where none is set, accounts of payees, and statements. None of the accounts exists.</summary>
internal static class DemoBank
{
    /// <summary>The city's IBAN: the United Kingdom's example in the IBAN Registry.</summary>
    public const string Iban = "GB29NWBK60161331926819";

    /// <summary>Gives the city an account where the settings give none.</summary>
    public static void Fill(BankOptions bank)
    {
        if (!bank.IsSet)
        {
            (bank.Name, bank.Holder, bank.Iban, bank.Bic) = ("Riverton Savings Bank", "City of Riverton", Iban, "NWBKGB2L");
        }
    }

    /// <summary>An account of a payee, another for each number: British where the city pays in pounds, an IBAN elsewhere.</summary>
    public static TypedAccount Account(string holder, int number, string currency) => currency == "GBP"
        ? new TypedAccount { Scheme = AccountScheme.Uk, Holder = holder, SortCode = string.Create(CultureInfo.InvariantCulture, $"00-00-{number:00}"), AccountNumber = string.Create(CultureInfo.InvariantCulture, $"{20_404_000 + (number * 137)}") }
        : new TypedAccount { Scheme = AccountScheme.Iban, Holder = holder, Iban = German(string.Create(CultureInfo.InvariantCulture, $"37040044{532_000_000 + (number * 137):0000000000}")), Bic = "COBADEFFXXX" };

    /// <summary>A statement of one day as camt.053.001.08.</summary>
    public static byte[] Statement(string id, DateOnly on, string currency, IReadOnlyList<DemoEntry> entries)
    {
        const long Opening = 250_000_000;
        var closing = Opening + entries.Sum(entry => entry.In ? entry.Minor : -entry.Minor);
        var xml = new StringBuilder();
        xml.Append(CultureInfo.InvariantCulture, $"""
            <?xml version="1.0" encoding="UTF-8"?>
            <Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt><GrpHdr><MsgId>{id}</MsgId><CreDtTm>{on:yyyy-MM-dd}T19:00:00Z</CreDtTm></GrpHdr>
            <Stmt><Id>{id}</Id><CreDtTm>{on:yyyy-MM-dd}T19:00:00Z</CreDtTm><Acct><Id><IBAN>{Iban}</IBAN></Id><Ccy>{currency}</Ccy></Acct>
            {Balance("OPBD", Opening, currency, on)}
            {Balance("CLBD", closing, currency, on)}

            """);
        foreach (var (i, entry) in entries.Index())
        {
            var party = $"<{(entry.In ? "Dbtr" : "Cdtr")}><Pty><Nm>{SecurityElement.Escape(entry.Name)}</Nm></Pty></{(entry.In ? "Dbtr" : "Cdtr")}>";
            xml.Append(CultureInfo.InvariantCulture, $"""
                <Ntry><Amt Ccy="{currency}">{Amount(entry.Minor)}</Amt><CdtDbtInd>{(entry.In ? "CRDT" : "DBIT")}</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>{on:yyyy-MM-dd}</Dt></BookgDt><AcctSvcrRef>{id}-{i + 1}</AcctSvcrRef>
                <NtryDtls><TxDtls><Refs>{(entry.Reference is null ? "" : $"<EndToEndId>{entry.Reference}</EndToEndId>")}</Refs><RltdPties>{party}</RltdPties>{(entry.Text is null ? "" : $"<RmtInf><Ustrd>{SecurityElement.Escape(entry.Text)}</Ustrd></RmtInf>")}{(entry.Return is null ? "" : $"<RtrInf><Rsn><Cd>{entry.Return}</Cd></Rsn></RtrInf>")}</TxDtls></NtryDtls></Ntry>

                """);
        }

        return Encoding.UTF8.GetBytes(xml.Append("</Stmt></BkToCstmrStmt></Document>").ToString());
    }

    private static string Balance(string code, long minor, string currency, DateOnly on) => string.Create(
        CultureInfo.InvariantCulture,
        $"<Bal><Tp><CdOrPrtry><Cd>{code}</Cd></CdOrPrtry></Tp><Amt Ccy=\"{currency}\">{Amount(minor)}</Amt><CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>{on:yyyy-MM-dd}</Dt></Dt></Bal>");

    private static string Amount(long minor) => (minor / 100m).ToString("0.00", CultureInfo.InvariantCulture);

    /// <summary>A German IBAN with its check digits (ISO 13616: 98 less the number modulo 97, "DE00" behind it as 131400).</summary>
    private static string German(string account) => string.Create(
        CultureInfo.InvariantCulture, $"DE{98 - (int)(System.Numerics.BigInteger.Parse(account + "131400", CultureInfo.InvariantCulture) % 97):00}{account}");
}
