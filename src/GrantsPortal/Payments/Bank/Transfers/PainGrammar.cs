using System.Collections.Frozen;

namespace GrantsPortal.Payments.Bank.Transfers;

/// <summary>How often an element may stand where it stands.</summary>
/// <param name="Name">Of the element.</param>
/// <param name="Type">What it holds: a line of the grammar, or a kind of text of <see cref="PainTextRules"/>.</param>
/// <param name="Least">Least number.</param>
/// <param name="Most">Greatest number.</param>
public sealed record PainElement(string Name, string Type, int Least, int Most);

/// <summary>What an element may hold: a sequence in this order, or one of several.</summary>
/// <param name="Elements">The elements.</param>
/// <param name="IsChoice">Whether exactly one of them stands there.</param>
public sealed record PainModel(IReadOnlyList<PainElement> Elements, bool IsChoice);

/// <summary>
/// The part of the schema <c>pain.001.001.09</c> (ISO 20022, Message Definition Report "Payments Initiation", 2019) that the
/// portal's files use, element by element in the schema's order. Written from the standard and not from the writer, so that
/// each finds the other's mistakes. <c>?</c> none or one, <c>*</c> any number, <c>+</c> one or more, <c>|</c> one of these.
/// Number and sum of a part are optional in the schema and asked for by EPC132-08.
/// </summary>
public static class PainGrammar
{
    private const string Lines =
        """
        Document = CstmrCdtTrfInitn:Initiation
        Initiation = GrpHdr:Header PmtInf:Part+
        Header = MsgId:Reference CreDtTm:Instant NbOfTxs:Number CtrlSum:Sum InitgPty:Party
        Part = PmtInfId:Reference PmtMtd:Method BtchBookg:Flag? NbOfTxs:Number CtrlSum:Sum PmtTpInf:Handling? ReqdExctnDt:Day Dbtr:Party DbtrAcct:Account DbtrAgt:Agent ChrgBr:Charges? CdtTrfTxInf:Transfer+
        Handling = SvcLvl:Code4Choice* LclInstrm:Code35Choice?
        Code4Choice = Cd:Code4 | Prtry:Text35
        Code5Choice = Cd:Code5 | Prtry:Text35
        Code35Choice = Cd:Code35 | Prtry:Text35
        Day = Dt:Date | DtTm:Instant
        Party = Nm:Name
        Account = Id:AccountId Tp:Code4Choice? Ccy:Currency?
        AccountId = IBAN:Iban | Othr:OtherAccount
        OtherAccount = Id:Text34 SchmeNm:Code4Choice?
        Agent = FinInstnId:Institution
        Institution = BICFI:Bic? ClrSysMmbId:Member? Othr:OtherInstitution?
        Member = ClrSysId:Code5Choice? MmbId:Text35
        OtherInstitution = Id:Text35
        Transfer = PmtId:Ids Amt:AmountChoice CdtrAgt:Agent? Cdtr:Party CdtrAcct:Account RmtInf:Remittance?
        Ids = InstrId:Reference? EndToEndId:Reference
        AmountChoice = InstdAmt:Amount
        Remittance = Ustrd:Text140*
        """;

    private static readonly FrozenDictionary<string, PainModel> Models = Lines.Split('\n').Select(line => line.Trim().Split(" = ", 2))
        .ToFrozenDictionary(line => line[0], line => Read(line[1]), StringComparer.Ordinal);

    /// <summary>What an element of a type may hold; null when the type is a kind of text.</summary>
    public static PainModel? Of(string type) => Models.GetValueOrDefault(type);

    private static PainModel Read(string line)
    {
        var choice = line.Contains('|', StringComparison.Ordinal);
        return new PainModel([.. line.Split([' ', '|'], StringSplitOptions.RemoveEmptyEntries).Select(Element)], choice);
    }

    private static PainElement Element(string word)
    {
        var parts = word.TrimEnd('?', '*', '+').Split(':');
        return new PainElement(parts[0], parts[1], word[^1] is '?' or '*' ? 0 : 1, word[^1] is '*' or '+' ? int.MaxValue : 1);
    }
}
