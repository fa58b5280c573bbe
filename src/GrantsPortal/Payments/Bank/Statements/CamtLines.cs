using System.Xml.Linq;

namespace GrantsPortal.Payments.Bank.Statements;

/// <summary>
/// The payments within an entry of <c>camt.053</c>. Details that carry no amounts, or amounts that do not add up to the entry,
/// are not taken apart: the entry is then one line.
/// </summary>
internal static class CamtLines
{
    public static IReadOnlyList<ReadLine> Of(XElement entry, long amount, string currency)
    {
        var details = entry.All("NtryDtls").SelectMany(part => part.All("TxDtls")).ToList();
        var reversal = entry.Said("RvslInd") is "true" or "1";
        var text = entry.Said("AddtlNtryInf");
        var sentIn = entry.All("NtryDtls").Select(part => part.One("Btch")).OfType<XElement>()
            .SelectMany(batch => new[] { batch.Said("PmtInfId"), batch.Said("MsgId") }).OfType<string>().ToList();
        if (details.Count == 1)
        {
            return [Line(details[0], entry, amount, text, reversal, sentIn)];
        }

        var amounts = details.Select(detail => Amount(detail, currency)).ToList();
        return details.Count > 1 && amounts.All(one => one > 0) && amounts.Sum() == amount
            ? [.. details.Zip(amounts, (detail, one) => Line(detail, entry, one!.Value, text, reversal, []))]
            : [new ReadLine { AmountMinor = amount, SentIn = sentIn, Text = text, IsReturn = reversal || IsReturnCode(entry) }];
    }

    /// <summary>Later versions give the amount itself (<c>Amt</c>), earlier ones among its details.</summary>
    private static long? Amount(XElement detail, string currency)
    {
        foreach (var path in (string[])["Amt", "AmtDtls/TxAmt/Amt", "AmtDtls/InstdAmt/Amt"])
        {
            if (detail.One(path) is { } found && (found.Attribute("Ccy")?.Value ?? currency) == currency)
            {
                return StatementAmounts.Minor(found.Value.Trim(), currency);
            }
        }

        return null;
    }

    private static ReadLine Line(XElement detail, XElement entry, long amount, string? entryText, bool reversal, IReadOnlyList<string> sentIn)
    {
        var returned = detail.One("RtrInf");
        var credit = (detail.Said("CdtDbtInd") ?? entry.Said("CdtDbtInd")) == "CRDT";
        string? endToEnd = detail.Said("Refs/EndToEndId");
        return new ReadLine
        {
            AmountMinor = amount,
            EndToEndId = endToEnd is "NOTPROVIDED" ? null : endToEnd,
            SentIn = endToEnd is null or "NOTPROVIDED"
                ? [.. sentIn.Concat(new[] { detail.Said("Refs/PmtInfId"), detail.Said("Refs/MsgId") }.OfType<string>()).Distinct()]
                : [],
            Counterparty = Name(detail, credit != (returned is not null || reversal) ? "Dbtr" : "Cdtr"),
            Text = Text(detail, entryText),
            IsReturn = returned is not null || reversal || IsReturnCode(detail) || IsReturnCode(entry),
            ReturnCode = returned?.Said("Rsn/Cd") ?? returned?.Said("Rsn/Prtry"),
            ReturnText = returned is null ? null : string.Join(' ', returned.All("AddtlInf").Select(part => part.Value.Trim())) is { Length: > 0 } words ? words : null,
        };
    }

    /// <summary>ISO 20022's bank transaction codes: sub-family RRTN, "reversal due to payment return".</summary>
    private static bool IsReturnCode(XElement from) => from.Said("BkTxCd/Domn/Fmly/SubFmlyCd") == "RRTN";

    private static string? Name(XElement detail, string party) =>
        detail.Said($"RltdPties/{party}/Pty/Nm") ?? detail.Said($"RltdPties/{party}/Nm");

    private static string? Text(XElement detail, string? entryText)
    {
        var remittance = detail.One("RmtInf");
        var words = (remittance?.All("Ustrd").Select(part => part.Value.Trim()) ?? [])
            .Concat(remittance?.All("Strd").Select(part => part.Said("CdtrRefInf/Ref")).OfType<string>() ?? [])
            .Concat(new[] { detail.Said("AddtlTxInf"), entryText }.OfType<string>())
            .Where(part => part.Length > 0);
        return string.Join(' ', words) is { Length: > 0 } text ? text : null;
    }
}
