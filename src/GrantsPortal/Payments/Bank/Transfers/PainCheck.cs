using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using GrantsPortal.Platform;

namespace GrantsPortal.Payments.Bank.Transfers;

/// <summary>Something in a file that the standard does not allow.</summary>
/// <param name="Rule">
/// <c>xml</c>, <c>encoding</c>, <c>namespace</c>, <c>unknown</c>, <c>order</c>, <c>repeated</c>, <c>missing</c>, <c>choice</c>, <c>attribute</c>,
/// <c>mixed</c>; of texts <c>length</c>, <c>character</c>, <c>slash</c>, <c>pattern</c>, <c>digits</c>, <c>amount</c>, <c>currency</c>, <c>date</c>,
/// <c>code</c>, <c>iban</c>; of the whole <c>count</c>, <c>sum</c>, <c>duplicate</c>, <c>one-currency</c>, <c>sepa</c>, <c>member</c>, <c>agent</c>.
/// </param>
/// <param name="Path">Where, such as <c>GrpHdr/MsgId</c>.</param>
/// <param name="Text">What stands there.</param>
public sealed record PainFinding(string Rule, string Path, string Text);

/// <summary>
/// Reads a file of transfers as a bank would, and finds what breaks the schema <c>pain.001.001.09</c> or the rules that stand
/// beside it. Every file is read by it before it is released.
/// </summary>
public static class PainCheck
{
    private const int MostFindings = 100;

    private static readonly XNamespace Message = "urn:iso:std:iso:20022:tech:xsd:pain.001.001.09";

    /// <summary>What is wrong, at most a hundred; empty when the file is right.</summary>
    public static IReadOnlyList<PainFinding> Of(byte[] file)
    {
        var found = new List<PainFinding>();
        if (Load(file, found) is not { Root: { } root } document)
        {
            return found;
        }

        if (document.Declaration is { Encoding: { Length: > 0 } encoding } && !encoding.Equals("utf-8", StringComparison.OrdinalIgnoreCase))
        {
            found.Add(new PainFinding("encoding", "", encoding));
        }

        if (root.Name != Message + "Document")
        {
            found.Add(new PainFinding("namespace", root.Name.LocalName, root.Name.NamespaceName));
            return found;
        }

        Element(root, "Document", "", found);
        if (found.Count == 0)
        {
            Whole(root.Element(Message + "CstmrCdtTrfInitn")!, found);
        }

        return [.. found.Take(MostFindings)];
    }

    private static XDocument? Load(byte[] file, List<PainFinding> found)
    {
        try
        {
            using var reader = XmlReader.Create(new MemoryStream(file, writable: false), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
            return XDocument.Load(reader);
        }
        catch (XmlException fault)
        {
            found.Add(new PainFinding("xml", "", fault.Message));
            return null;
        }
    }

    private static void Element(XElement element, string type, string path, List<PainFinding> found)
    {
        if (found.Count >= MostFindings)
        {
            return;
        }

        foreach (var attribute in element.Attributes().Where(attribute => !attribute.IsNamespaceDeclaration && !(type == "Amount" && attribute.Name == "Ccy")))
        {
            found.Add(new PainFinding("attribute", path, attribute.Name.LocalName));
        }

        if (PainGrammar.Of(type) is not { } model)
        {
            Text(element, type, path, found);
            return;
        }

        if (element.Nodes().OfType<XText>().Any(text => !string.IsNullOrWhiteSpace(text.Value)))
        {
            found.Add(new PainFinding("mixed", path, ""));
        }

        var children = element.Elements().ToList();
        if (model.IsChoice)
        {
            Choice(children, model, path, found);
        }
        else
        {
            Sequence(children, model, path, found);
        }
    }

    private static void Text(XElement element, string type, string path, List<PainFinding> found)
    {
        if (element.HasElements)
        {
            found.Add(new PainFinding("unknown", path, element.Elements().First().Name.LocalName));
        }
        else if (PainTextRules.Wrong(type, element.Value, element.Attribute("Ccy")?.Value) is { } wrong)
        {
            found.Add(new PainFinding(wrong, path, element.Value));
        }
    }

    private static void Choice(List<XElement> children, PainModel model, string path, List<PainFinding> found)
    {
        if (children.Count != 1)
        {
            found.Add(new PainFinding("choice", path, FormattableString.Invariant($"{children.Count}")));
            return;
        }

        if (model.Elements.FirstOrDefault(element => Message + element.Name == children[0].Name) is { } one)
        {
            Element(children[0], one.Type, Below(path, one.Name), found);
        }
        else
        {
            found.Add(new PainFinding("unknown", Below(path, children[0].Name.LocalName), ""));
        }
    }

    private static void Sequence(List<XElement> children, PainModel model, string path, List<PainFinding> found)
    {
        var place = 0;
        var counts = new int[model.Elements.Count];
        foreach (var child in children)
        {
            var at = model.Elements.ToList().FindIndex(element => Message + element.Name == child.Name);
            if (at < 0)
            {
                found.Add(new PainFinding("unknown", Below(path, child.Name.LocalName), ""));
                continue;
            }

            var below = Below(path, model.Elements[at].Name);
            if (at < place)
            {
                found.Add(new PainFinding("order", below, ""));
            }

            place = Math.Max(place, at);
            if (++counts[at] > model.Elements[at].Most)
            {
                found.Add(new PainFinding("repeated", below, ""));
            }

            Element(child, model.Elements[at].Type, below, found);
        }

        for (var i = 0; i < counts.Length; i++)
        {
            if (counts[i] < model.Elements[i].Least)
            {
                found.Add(new PainFinding("missing", Below(path, model.Elements[i].Name), ""));
            }
        }
    }

    private static string Below(string path, string name) => path.Length == 0 ? name : $"{path}/{name}";

    private static void Whole(XElement initiation, List<PainFinding> found)
    {
        var parts = initiation.Elements(Message + "PmtInf").ToList();
        var transfers = parts.SelectMany(part => part.Elements(Message + "CdtTrfTxInf")).ToList();
        Totals(initiation.Element(Message + "GrpHdr")!, transfers, "GrpHdr", found);
        Unique(parts, "PmtInfId", found);
        Unique(transfers, "PmtId/EndToEndId", found);
        Unique(transfers, "PmtId/InstrId", found);
        foreach (var part in parts)
        {
            PainPartCheck.Of(part, Totals, found);
        }
    }

    private static void Totals(XElement head, IReadOnlyList<XElement> transfers, string path, List<PainFinding> found)
    {
        if (Read(head, "NbOfTxs") is var count && count != transfers.Count.ToString(CultureInfo.InvariantCulture))
        {
            found.Add(new PainFinding("count", $"{path}/NbOfTxs", count));
        }

        var sum = transfers.Sum(transfer => decimal.Parse(Read(transfer, "Amt/InstdAmt"), CultureInfo.InvariantCulture));
        if (Read(head, "CtrlSum") is var said && decimal.Parse(said, CultureInfo.InvariantCulture) != sum)
        {
            found.Add(new PainFinding("sum", $"{path}/CtrlSum", said));
        }
    }

    private static void Unique(IEnumerable<XElement> elements, string path, List<PainFinding> found) =>
        found.AddRange(elements.Select(element => Read(element, path)).Where(id => id.Length > 0).GroupBy(id => id, StringComparer.Ordinal)
            .Where(group => group.Count() > 1).Select(group => new PainFinding("duplicate", path, group.Key)));

    /// <summary>The text of an element below another; empty where there is none.</summary>
    internal static string Read(XElement from, string path) =>
        path.Split('/').Aggregate((XElement?)from, (element, name) => element?.Element(Message + name))?.Value ?? "";
}
