using System.Xml.Linq;
using GrantsPortal.Payments.Bank.Accounts;

namespace GrantsPortal.Payments.Bank.Transfers;

/// <summary>
/// What must hold within one part (<c>PmtInf</c>) beyond the schema: totals, one currency, the rules of SEPA transfers
/// (EPC132-08: euro, SLEV, IBANs on both sides), an institution that is named, and numbers of national clearing systems.
/// </summary>
internal static class PainPartCheck
{
    public static void Of(XElement part, Action<XElement, IReadOnlyList<XElement>, string, List<PainFinding>> totals, List<PainFinding> found)
    {
        var transfers = part.Elements().Where(element => element.Name.LocalName == "CdtTrfTxInf").ToList();
        totals(part, transfers, "PmtInf", found);
        var currencies = transfers.Select(Currency).Distinct(StringComparer.Ordinal).ToList();
        if (currencies.Count > 1)
        {
            found.Add(new PainFinding("one-currency", "PmtInf", string.Join(' ', currencies)));
        }

        if (PainCheck.Read(part, "PmtTpInf/SvcLvl/Cd") == "SEPA")
        {
            Sepa(part, transfers, currencies, found);
        }

        Institution(part, "DbtrAgt", found);
        foreach (var transfer in transfers)
        {
            Institution(transfer, "CdtrAgt", found);
            if (PainCheck.Read(transfer, "CdtrAcct/Id/IBAN").Length == 0 && PainCheck.Read(transfer, "CdtrAgt/FinInstnId/ClrSysMmbId/MmbId").Length == 0)
            {
                found.Add(new PainFinding("agent", "CdtTrfTxInf/CdtrAgt", PainCheck.Read(transfer, "PmtId/EndToEndId")));
            }
        }
    }

    private static string Currency(XElement transfer) =>
        transfer.Descendants().First(element => element.Name.LocalName == "InstdAmt").Attribute("Ccy")?.Value ?? "";

    private static void Sepa(XElement part, List<XElement> transfers, List<string> currencies, List<PainFinding> found)
    {
        if (currencies.Any(currency => currency != "EUR"))
        {
            found.Add(new PainFinding("sepa", "CdtTrfTxInf/Amt/InstdAmt", currencies[0]));
        }

        if (PainCheck.Read(part, "ChrgBr") is not ("SLEV" or "") and var charges)
        {
            found.Add(new PainFinding("sepa", "PmtInf/ChrgBr", charges));
        }

        if (PainCheck.Read(part, "DbtrAcct/Id/IBAN").Length == 0)
        {
            found.Add(new PainFinding("sepa", "PmtInf/DbtrAcct", ""));
        }

        found.AddRange(transfers.Where(transfer => PainCheck.Read(transfer, "CdtrAcct/Id/IBAN").Length == 0)
            .Select(transfer => new PainFinding("sepa", "CdtTrfTxInf/CdtrAcct", PainCheck.Read(transfer, "PmtId/EndToEndId"))));
    }

    private static void Institution(XElement from, string agent, List<PainFinding> found)
    {
        if (from.Elements().FirstOrDefault(element => element.Name.LocalName == agent) is not { } named)
        {
            return;
        }

        var path = $"{from.Name.LocalName}/{agent}";
        if (!named.Descendants().Any(element => element.Name.LocalName is "BICFI" or "MmbId" or "Othr"))
        {
            found.Add(new PainFinding("agent", path, ""));
        }

        var member = PainCheck.Read(named, "FinInstnId/ClrSysMmbId/MmbId");
        var right = PainCheck.Read(named, "FinInstnId/ClrSysMmbId/ClrSysId/Cd") switch
        {
            "GBDSC" => UkRules.CheckSortCode(member) is null,
            "USABA" => UsRules.CheckRouting(member) is null,
            _ => true,
        };
        if (!right)
        {
            found.Add(new PainFinding("member", path, member));
        }
    }
}
