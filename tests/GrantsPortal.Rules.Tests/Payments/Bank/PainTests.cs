using System.Globalization;
using System.Text;
using System.Xml.Linq;
using CsCheck;
using GrantsPortal.Payments.Bank.Accounts;
using GrantsPortal.Payments.Bank.Transfers;
using Xunit;

namespace GrantsPortal.Rules.Tests.Payments.Bank;

/// <summary>Files for the bank, and the reader that checks them: each rule is broken once and seen.</summary>
public sealed class PainTests
{
    private static readonly XNamespace Ns = PainWriter.Namespace;
    private static readonly BankAccount City = Iban("City of Riverton", "DE89370400440532013000", "COBADEFFXXX");

    [Fact]
    public void The_file_says_what_the_standard_asks_in_its_order()
    {
        var file = Euros(Iban("Weiß & Söhne", "FR1420041010050500013M02606", null));
        var xml = Encoding.UTF8.GetString(Written(file));
        Assert.Empty(PainCheck.Of(Written(file)));
        Assert.StartsWith("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:pain.001.001.09\">", xml, StringComparison.Ordinal);
        var document = XDocument.Parse(xml);
        Assert.Equal(
            ["PmtInfId", "PmtMtd", "BtchBookg", "NbOfTxs", "CtrlSum", "PmtTpInf", "ReqdExctnDt", "Dbtr", "DbtrAcct", "DbtrAgt", "ChrgBr", "CdtTrfTxInf"],
            document.Descendants(Ns + "PmtInf").Single().Elements().Select(element => element.Name.LocalName));
        Assert.Equal("SLEV", Text(document, "ChrgBr"));
        Assert.Equal("2026-06-16T09:30:00Z", Text(document, "CreDtTm"));
        Assert.Equal("2026-06-18", document.Descendants(Ns + "ReqdExctnDt").Single().Element(Ns + "Dt")!.Value);
        Assert.Equal("12.05", Text(document, "InstdAmt"));
        Assert.Equal("Weiss + Sohne", document.Descendants(Ns + "Cdtr").Single().Value);
        Assert.Empty(document.Descendants(Ns + "CdtrAgt"));
    }

    [Fact]
    public void British_and_American_accounts_are_named_by_their_clearing_systems()
    {
        var uk = Read(new TypedAccount { Scheme = AccountScheme.Uk, Holder = "Group", SortCode = "60-16-13", AccountNumber = "31926819" });
        var british = XDocument.Parse(Encoding.UTF8.GetString(Written(Euros(uk) with { Debtor = uk, Currency = "GBP" })));
        Assert.Equal(["GBDSC601613", "GBDSC601613"], british.Descendants(Ns + "ClrSysMmbId").Select(element => element.Value));
        Assert.Equal("31926819", british.Descendants(Ns + "CdtrAcct").Single().Descendants(Ns + "Othr").Single().Element(Ns + "Id")!.Value);
        Assert.Equal("SHAR", Text(british, "ChrgBr"));

        var us = Read(new TypedAccount { Scheme = AccountScheme.Us, Holder = "Group", RoutingNumber = "021000021", AccountNumber = "0012345", Kind = UsAccountKind.Savings });
        var american = Euros(us) with { Debtor = us, Currency = "USD" };
        var written = XDocument.Parse(Encoding.UTF8.GetString(Written(american with { Transfers = [american.Transfers[0], american.Transfers[0] with { Reference = "PY-2026-0002", ToOrganisation = false }] })));
        Assert.Equal(["CCD", "PPD"], written.Descendants(Ns + "LclInstrm").Select(element => element.Value));
        Assert.Equal("SVGS", written.Descendants(Ns + "CdtrAcct").First().Element(Ns + "Tp")!.Value);
        Assert.Empty(PainCheck.Of(Encoding.UTF8.GetBytes(british.ToString())));
        Assert.Empty(PainCheck.Of(Encoding.UTF8.GetBytes(written.ToString())));
    }

    [Fact]
    public void A_thousand_payments_to_hostile_names_make_a_valid_file_that_adds_up()
    {
        var file = Hostile(1_000);
        var bytes = Written(file);
        Assert.Empty(PainCheck.Of(bytes));
        var document = XDocument.Parse(Encoding.UTF8.GetString(bytes));
        Assert.Equal(1_000, document.Descendants(Ns + "CdtTrfTxInf").Count());
        Assert.Equal("1000", document.Descendants(Ns + "GrpHdr").Single().Element(Ns + "NbOfTxs")!.Value);
        Assert.Equal(
            (file.Transfers.Sum(transfer => transfer.AmountMinor) / 100m).ToString("F2", CultureInfo.InvariantCulture),
            document.Descendants(Ns + "GrpHdr").Single().Element(Ns + "CtrlSum")!.Value);
        Assert.Equal(file.Transfers.Select(transfer => transfer.Reference).Order(), document.Descendants(Ns + "EndToEndId").Select(id => id.Value).Order());
        Assert.All(document.Descendants(Ns + "Nm"), name => Assert.Contains(name.Value, char.IsAsciiLetterOrDigit));
        Assert.Equal(bytes, Written(file));
    }

    [Fact]
    public void Whatever_names_and_texts_are_the_file_is_valid() =>
        Gen.Select(Gen.String[0, 200], Gen.String[0, 300], Gen.Long[1, 99_999_999_999]).Sample((name, text, amount) =>
        {
            var file = Euros(City with { Holder = name });
            Assert.Empty(PainCheck.Of(Written(file with { Transfers = [file.Transfers[0] with { Text = text, AmountMinor = amount }] })));
        });

    [Theory]
    [InlineData("xml", "</Document>", "")]
    [InlineData("xml", "?>\n<Document", "?>\n<!DOCTYPE Document [<!ENTITY x \"y\">]>\n<Document")]
    [InlineData("encoding", "encoding=\"utf-8\"", "encoding=\"us-ascii\"")]
    [InlineData("namespace", "pain.001.001.09\"", "pain.001.001.03\"")]
    [InlineData("unknown", "<PmtMtd>", "<Colour>red</Colour><PmtMtd>")]
    [InlineData("order", "<PmtMtd>TRF</PmtMtd>\n      <BtchBookg>false</BtchBookg>", "<BtchBookg>false</BtchBookg><PmtMtd>TRF</PmtMtd>")]
    [InlineData("order", "<InstrId>PY-2026-0001</InstrId>\n          <EndToEndId>PY-2026-0001</EndToEndId>", "<EndToEndId>PY-2026-0001</EndToEndId><InstrId>PY-2026-0001</InstrId>")]
    [InlineData("repeated", "<PmtMtd>TRF</PmtMtd>", "<PmtMtd>TRF</PmtMtd><PmtMtd>TRF</PmtMtd>")]
    [InlineData("missing", "<EndToEndId>PY-2026-0001</EndToEndId>", "")]
    [InlineData("missing", "<PmtMtd>TRF</PmtMtd>", "")]
    [InlineData("choice", "<Dt>2026-06-18</Dt>", "<Dt>2026-06-18</Dt><DtTm>2026-06-18T00:00:00Z</DtTm>")]
    [InlineData("choice", "<Dt>2026-06-18</Dt>", "")]
    [InlineData("attribute", "<PmtMtd>", "<PmtMtd x=\"1\">")]
    [InlineData("mixed", "<PmtMtd>", "stray<PmtMtd>")]
    [InlineData("length", "<MsgId>PB-2026-0001</MsgId>", "<MsgId>PB-2026-0001-PB-2026-0001-PB-2026-00</MsgId>")]
    [InlineData("length", "<MsgId>PB-2026-0001</MsgId>", "<MsgId></MsgId>")]
    [InlineData("slash", "<MsgId>PB-2026-0001</MsgId>", "<MsgId>PB//1</MsgId>")]
    [InlineData("slash", "<MsgId>PB-2026-0001</MsgId>", "<MsgId>/PB1</MsgId>")]
    [InlineData("character", "<Nm>City of Riverton</Nm>", "<Nm>City of Rivertön</Nm>")]
    [InlineData("character", "<Nm>City of Riverton</Nm>", "<Nm>A &amp; B</Nm>")]
    [InlineData("length", "<Ustrd>PY-2026-0001 First instalment</Ustrd>", "<Ustrd/>")]
    [InlineData("pattern", "<NbOfTxs>1</NbOfTxs>", "<NbOfTxs>+1</NbOfTxs>")]
    [InlineData("count", "<NbOfTxs>1</NbOfTxs>", "<NbOfTxs>2</NbOfTxs>")]
    [InlineData("sum", "<CtrlSum>12.05</CtrlSum>", "<CtrlSum>12.06</CtrlSum>")]
    [InlineData("digits", "<CtrlSum>12.05</CtrlSum>", "<CtrlSum>12.050000000000000000</CtrlSum>")]
    [InlineData("digits", "<InstdAmt Ccy=\"EUR\">12.05</InstdAmt>", "<InstdAmt Ccy=\"EUR\">12.050</InstdAmt>")]
    [InlineData("pattern", "<InstdAmt Ccy=\"EUR\">12.05</InstdAmt>", "<InstdAmt Ccy=\"EUR\">-12.05</InstdAmt>")]
    [InlineData("pattern", "<InstdAmt Ccy=\"EUR\">12.05</InstdAmt>", "<InstdAmt Ccy=\"EUR\">1,205</InstdAmt>")]
    [InlineData("amount", "<InstdAmt Ccy=\"EUR\">12.05</InstdAmt>", "<InstdAmt Ccy=\"EUR\">0.00</InstdAmt>")]
    [InlineData("amount", "<InstdAmt Ccy=\"EUR\">12.05</InstdAmt>", "<InstdAmt Ccy=\"EUR\">1000000000.00</InstdAmt>")]
    [InlineData("currency", "<InstdAmt Ccy=\"EUR\">", "<InstdAmt Ccy=\"euro\">")]
    [InlineData("currency", "<InstdAmt Ccy=\"EUR\">", "<InstdAmt>")]
    [InlineData("sepa", "<InstdAmt Ccy=\"EUR\">", "<InstdAmt Ccy=\"USD\">")]
    [InlineData("sepa", "<ChrgBr>SLEV</ChrgBr>", "<ChrgBr>SHAR</ChrgBr>")]
    [InlineData("sepa", "<IBAN>FR1420041010050500013M02606</IBAN>", "<Othr><Id>123456</Id></Othr>")]
    [InlineData("code", "<ChrgBr>SLEV</ChrgBr>", "<ChrgBr>FREE</ChrgBr>")]
    [InlineData("code", "<PmtMtd>TRF</PmtMtd>", "<PmtMtd>GIV</PmtMtd>")]
    [InlineData("code", "<BtchBookg>false</BtchBookg>", "<BtchBookg>no</BtchBookg>")]
    [InlineData("date", "<Dt>2026-06-18</Dt>", "<Dt>2026-02-30</Dt>")]
    [InlineData("date", "<CreDtTm>2026-06-16T09:30:00Z</CreDtTm>", "<CreDtTm>2026-06-16 09:30</CreDtTm>")]
    [InlineData("pattern", "<IBAN>FR1420041010050500013M02606</IBAN>", "<IBAN>FR14 2004 1010</IBAN>")]
    [InlineData("iban", "<IBAN>FR1420041010050500013M02606</IBAN>", "<IBAN>FR1420041010050500013M02607</IBAN>")]
    [InlineData("pattern", "<BICFI>COBADEFFXXX</BICFI>", "<BICFI>COBADEFFXX</BICFI>")]
    [InlineData("agent", "<BICFI>COBADEFFXXX</BICFI>", "")]
    [InlineData("member", "<BICFI>COBADEFFXXX</BICFI>", "<ClrSysMmbId><ClrSysId><Cd>USABA</Cd></ClrSysId><MmbId>021000022</MmbId></ClrSysMmbId>")]
    [InlineData("member", "<BICFI>COBADEFFXXX</BICFI>", "<ClrSysMmbId><ClrSysId><Cd>GBDSC</Cd></ClrSysId><MmbId>60-16-13</MmbId></ClrSysMmbId>")]
    public void Each_rule_that_is_broken_is_seen(string rule, string right, string wrong)
    {
        var xml = Encoding.UTF8.GetString(Written(Euros(Iban("Group", "FR1420041010050500013M02606", null))));
        var at = xml.IndexOf(right, StringComparison.Ordinal);
        Assert.True(at >= 0, $"The file does not hold {right}");
        var broken = string.Concat(xml.AsSpan(0, at), wrong, xml.AsSpan(at + right.Length));
        Assert.Contains(PainCheck.Of(Encoding.UTF8.GetBytes(broken)), finding => finding.Rule == rule);
    }

    [Fact]
    public void Two_payments_under_one_end_to_end_id_are_seen()
    {
        var file = Euros(Iban("Group", "FR1420041010050500013M02606", null));
        var twice = Written(file with { Transfers = [file.Transfers[0], file.Transfers[0]] });
        Assert.Equal(["PmtId/EndToEndId", "PmtId/InstrId"], PainCheck.Of(twice).Where(finding => finding.Rule == "duplicate").Select(finding => finding.Path));
    }

    [Fact]
    public void Two_currencies_in_one_part_are_seen()
    {
        var file = Hostile(2) with { Currency = "CHF" };
        var xml = Encoding.UTF8.GetString(Written(file));
        Assert.Empty(PainCheck.Of(Encoding.UTF8.GetBytes(xml)));
        var mixed = xml.Remove(xml.IndexOf("\"CHF\"", StringComparison.Ordinal), 5).Insert(xml.IndexOf("\"CHF\"", StringComparison.Ordinal), "\"GBP\"");
        Assert.Contains(PainCheck.Of(Encoding.UTF8.GetBytes(mixed)), finding => finding.Rule == "one-currency");
    }

    [Fact]
    public void Yen_and_dinars_have_the_decimals_of_their_currency()
    {
        var file = Euros(Iban("Group", "FR1420041010050500013M02606", "BNPAFRPP")) with { Debtor = City };
        Assert.Equal("1205", Text(XDocument.Parse(Encoding.UTF8.GetString(Written(file with { Currency = "JPY" }))), "InstdAmt"));
        Assert.Equal("1.205", Text(XDocument.Parse(Encoding.UTF8.GetString(Written(file with { Currency = "KWD" }))), "InstdAmt"));
        Assert.Empty(PainCheck.Of(Written(file with { Currency = "KWD" })));
    }

    [Fact]
    public void A_transfer_no_bank_would_carry_is_refused()
    {
        var uk = Read(new TypedAccount { Scheme = AccountScheme.Uk, Holder = "Group", SortCode = "60-16-13", AccountNumber = "31926819" });
        var us = Read(new TypedAccount { Scheme = AccountScheme.Us, Holder = "Group", RoutingNumber = "021000021", AccountNumber = "12345", Kind = UsAccountKind.Checking });
        Assert.Equal("transfer.uk-pounds", TransferRules.Check(City, To(uk), "EUR")?.Code);
        Assert.Equal("transfer.us-dollars", TransferRules.Check(City, To(us), "USD")?.Code);
        Assert.Equal("transfer.bic-needed", TransferRules.Check(City, To(Iban("Group", "TN5910006035183598478831", null)), "EUR")?.Code);
        Assert.Null(TransferRules.Check(City, To(Iban("Group", "TN5910006035183598478831", "BNTETNTT")), "EUR"));
        Assert.Null(TransferRules.Check(uk, To(uk), "GBP"));
        Assert.Null(TransferRules.Check(us, To(us), "USD"));
    }

    [Fact]
    public void The_same_batch_as_CSV_runs_nothing_and_keeps_every_figure()
    {
        var file = Euros(Iban("=HYPERLINK(\"http://evil.example\")", "FR1420041010050500013M02606", null));
        var csv = Encoding.UTF8.GetString(BatchCsv.Of(file));
        Assert.Contains("\r\nPY-2026-0001,\"'=HYPERLINK(\"\"http://evil.example\"\")\",FR1420041010050500013M02606,,,,,,12.05,EUR,2026-06-18,PY-2026-0001 First instalment\r\n", csv, StringComparison.Ordinal);
    }

    /// <summary>Names that break files: markup, quotes, scripts without a table, directions, nothing at all, endless.</summary>
    internal static TransferFile Hostile(int count)
    {
        string[] names =
        [
            "<script>alert(1)</script>", "O'Brien & \"Sons\" <a>", "]]><CdtTrfTxInf>", "جمعية الأمل ١٢٣", "東京コミュニティ", "///", "\u202Eevil\u202C", "=cmd|' /C calc'!A0",
            "Ελληνική Κοινότητα Σικάγο", "Громада Щастя № 7", new string('ß', 200), "a\u0000b\uFFFE", "🎉 Fest e.V.", "  ", "Zoë\u0301 Ångström", "\uD800 lone", "Straße/Weg//", "-:leading",
        ];
        var accounts = new[] { "DE89370400440532013000", "FR1420041010050500013M02606", "NL91ABNA0417164300", "BE68539007547034", "ES9121000418450200051332" };
        return new TransferFile
        {
            MessageId = "PB-2026-0001",
            CreatedAt = new DateTimeOffset(2026, 6, 16, 9, 30, 0, TimeSpan.Zero),
            ExecuteOn = new DateOnly(2026, 6, 18),
            Debtor = City,
            Currency = "EUR",
            Transfers = [.. Enumerable.Range(1, count).Select(i => new Transfer(
                FormattableString.Invariant($"PY-2026-{i:0000}"),
                Iban(names[i % names.Length], accounts[i % accounts.Length], i % 3 == 0 ? null : BicOf(accounts[i % accounts.Length])),
                (i * 9_973) + 1,
                names[(i + 7) % names.Length],
                i % 2 == 0))],
        };
    }

    private static string BicOf(string iban) => $"ABCD{iban[..2]}2X";

    private static TransferFile Euros(BankAccount creditor) => new()
    {
        MessageId = "PB-2026-0001",
        CreatedAt = new DateTimeOffset(2026, 6, 16, 9, 30, 0, TimeSpan.Zero),
        ExecuteOn = new DateOnly(2026, 6, 18),
        Debtor = City,
        Currency = "EUR",
        Transfers = [To(creditor)],
    };

    private static Transfer To(BankAccount creditor) => new("PY-2026-0001", creditor, 1_205, "PY-2026-0001 First instalment", true);

    private static BankAccount Iban(string holder, string iban, string? bic) => new() { Scheme = AccountScheme.Iban, Holder = holder, Iban = iban, Bic = bic };

    private static BankAccount Read(TypedAccount typed) => AccountRules.Read(typed).Value;

    private static string Text(XDocument document, string element) => document.Descendants(Ns + element).First().Value;

    private static byte[] Written(TransferFile file)
    {
        using var to = new MemoryStream();
        PainWriter.Write(to, file);
        return to.ToArray();
    }
}
