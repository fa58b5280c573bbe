using System.Text;
using GrantsPortal.Payments.Bank.Statements;
using GrantsPortal.TestWorld.Bank;
using Xunit;

namespace GrantsPortal.Rules.Tests.Payments.Bank;

public sealed class CamtReaderTests
{
    private const string Iban = "GB29NWBK60161331926819";

    [Theory]
    [InlineData("02")]
    [InlineData("04")]
    [InlineData("08")]
    [InlineData("11")]
    public void Every_version_reads_alike(string version)
    {
        var file = CamtFile.Of(
            Iban, "GBP", [new("PY-2026-0001", 500_000, BankReference: "B1", Text: "First"), new("PY-2026-0002", 250_050, In: true, Return: "AC04", BankReference: "B2"), new("PY-2026-0003", 1) { Booked = false }], version: version);
        var statement = Assert.Single(CamtReader.Read(file).Value);
        Assert.Equal((Iban, "GBP", "ST-1"), (statement.Account, statement.Currency, statement.Identifier));
        Assert.Equal((100_000_000L, 99_750_050L, 0L, 1), (statement.OpeningMinor!.Value, statement.ClosingMinor!.Value, statement.OffMinor!.Value, statement.Pending));
        Assert.Equal(["B1", "B2"], statement.Entries.Select(entry => entry.BankReference));
        Assert.Equal(new DateOnly(2026, 6, 18), statement.Entries[0].BookedOn);
        var (paid, back) = (Assert.Single(statement.Entries[0].Lines), Assert.Single(statement.Entries[1].Lines));
        Assert.Equal(("PY-2026-0001", 500_000L, "Group A", "First", false), (paid.EndToEndId, paid.AmountMinor, paid.Counterparty, paid.Text, paid.IsReturn));
        Assert.Equal(("PY-2026-0002", 250_050L, "Group A", true, "AC04"), (back.EndToEndId, back.AmountMinor, back.Counterparty, back.IsReturn, back.ReturnCode));
    }

    [Fact]
    public void A_balance_that_is_off_is_told()
    {
        Assert.Equal(-1, CamtReader.Read(CamtFile.Of(Iban, "GBP", [new("PY-2026-0001", 500_000)], off: -1)).Value[0].OffMinor);
        Assert.Equal(0, CamtReader.Read(CamtFile.Of(Iban, "GBP", [new("PY-2026-0001", 500_000)], opening: -20_000)).Value[0].OffMinor);
    }

    [Fact]
    public void A_booking_of_many_is_taken_apart_only_when_its_parts_add_up()
    {
        var whole = Entry("300.00", "<TxDtls><Refs><EndToEndId>PY-2026-0001</EndToEndId></Refs><Amt Ccy=\"GBP\">100.00</Amt></TxDtls><TxDtls><Refs><EndToEndId>PY-2026-0002</EndToEndId></Refs><AmtDtls><TxAmt><Amt Ccy=\"GBP\">200.00</Amt></TxAmt></AmtDtls></TxDtls>");
        Assert.Equal([10_000L, 20_000L], Lines(whole).Select(line => line.AmountMinor));
        Assert.Equal([30_000L], Lines(whole.Replace("200.00", "200.01", StringComparison.Ordinal)).Select(line => line.AmountMinor));
        Assert.Equal([30_000L], Lines(Entry("300.00", "<TxDtls><Refs/></TxDtls><TxDtls><Refs/></TxDtls>")).Select(line => line.AmountMinor));
        Assert.Equal(["PB-2026-0001-1", "PB-2026-0001"], Lines(Entry("300.00", "<Btch><MsgId>PB-2026-0001</MsgId><PmtInfId>PB-2026-0001-1</PmtInfId></Btch>")).Single().SentIn);
    }

    [Theory]
    [InlineData("<!DOCTYPE x [<!ENTITY a \"b\">]><Document/>", "statement.xml-forbidden")]
    [InlineData("<!DOCTYPE x SYSTEM \"file:///etc/passwd\"><Document/>", "statement.xml-forbidden")]
    [InlineData("<Document><BkToCstmrStmt>", "statement.xml-broken")]
    [InlineData("<Document>&undefined;</Document>", "statement.xml-broken")]
    [InlineData("", "statement.xml-broken")]
    [InlineData("<Document><BkToCstmrAcctRpt/></Document>", "statement.not-camt")]
    [InlineData("<Document><BkToCstmrStmt/></Document>", "statement.none")]
    public void A_file_that_is_none_or_means_harm_is_refused(string xml, string code) =>
        Assert.Equal(code, Assert.Single(CamtReader.Read(Encoding.UTF8.GetBytes(xml)).Refusals).Code);

    [Fact]
    public void Laughs_that_multiply_are_refused_at_once()
    {
        var laughs = "<!DOCTYPE l [<!ENTITY a \"ha\">" + string.Concat(Enumerable.Range(0, 20).Select(i => $"<!ENTITY {(char)('b' + i)} \"&{(char)('a' + i)};&{(char)('a' + i)};&{(char)('a' + i)};\">")) + "]><Document>&u;</Document>";
        Assert.Equal("statement.xml-forbidden", CamtReader.Read(Encoding.UTF8.GetBytes(laughs)).Refusals[0].Code);
        Assert.Equal("statement.xml-forbidden", CamtReader.Read([0xFF, 0xFE, .. Encoding.Unicode.GetBytes(laughs)]).Refusals[0].Code);
    }

    [Fact]
    public void A_file_without_bottom_is_refused() =>
        Assert.Equal("statement.xml-deep", CamtReader.Read(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("<a>", 100_000)) + string.Concat(Enumerable.Repeat("</a>", 100_000)))).Refusals[0].Code);

    [Theory]
    [InlineData("300.005", "Ntry/Amt")]
    [InlineData("-300.00", "Ntry/Amt")]
    [InlineData("1e3", "Ntry/Amt")]
    [InlineData("NaN", "Ntry/Amt")]
    [InlineData("99999999999999999999999999999999999", "Ntry/Amt")]
    public void An_amount_that_cannot_be_is_named(string amount, string where)
    {
        var refusal = Assert.Single(CamtReader.Read(Encoding.UTF8.GetBytes(Entry(amount, ""))).Refusals);
        Assert.Equal(("statement.unreadable", where), (refusal.Code, refusal.Args[0]));
    }

    [Fact]
    public void An_entry_in_another_currency_than_the_account_is_named() =>
        Assert.Equal("statement.unreadable", CamtReader.Read(Encoding.UTF8.GetBytes(Entry("300.00", "").Replace("<Amt Ccy=\"GBP\">", "<Amt Ccy=\"USD\">", StringComparison.Ordinal))).Refusals[0].Code);

    private static IReadOnlyList<ReadLine> Lines(string xml) => CamtReader.Read(Encoding.UTF8.GetBytes(xml)).Value[0].Entries[0].Lines;

    private static string Entry(string amount, string details) =>
        $"<Document><BkToCstmrStmt><Stmt><Acct><Id><IBAN>{Iban}</IBAN></Id><Ccy>GBP</Ccy></Acct><Ntry><Amt Ccy=\"GBP\">{amount}</Amt><CdtDbtInd>DBIT</CdtDbtInd><Sts>BOOK</Sts><BookgDt><Dt>2026-06-18</Dt></BookgDt><NtryDtls>{details}</NtryDtls></Ntry></Stmt></BkToCstmrStmt></Document>";
}
