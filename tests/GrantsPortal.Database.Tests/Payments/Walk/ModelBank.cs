using System.Globalization;
using System.Xml.Linq;
using GrantsPortal.TestWorld;
using GrantsPortal.TestWorld.Bank;

namespace GrantsPortal.Database.Tests.Payments.Walk;

/// <summary>
/// A bank that does what the files it is handed say, as often as they say it, and tells in statements: independent of what
/// the portal believes.
/// </summary>
internal sealed class ModelBank
{
    private readonly List<CamtEntry> _entries = [];
    private readonly List<string> _stayed = [];
    private int _statements;

    /// <summary>How many entries there are to tell of.</summary>
    public int Entries => _entries.Count;

    /// <summary>How often money under a reference reached the payee and stayed there.</summary>
    public int Stayed(string reference) => _stayed.Count(one => one == reference);

    /// <summary>Carries out a pain.001 file; of its transfers every one for which <paramref name="bounces"/> says so comes back.</summary>
    public void Take(byte[] pain, DateOnly on, Func<int, bool> bounces)
    {
        using var stream = new MemoryStream(pain);
        var file = XDocument.Load(stream);
        var all = file.Root!.GetDefaultNamespace();
        foreach (var (transfer, i) in file.Descendants(all + "CdtTrfTxInf").Select((transfer, i) => (transfer, i)))
        {
            var reference = transfer.Descendants(all + "EndToEndId").Single().Value;
            var minor = (long)(decimal.Parse(transfer.Descendants(all + "InstdAmt").Single().Value, CultureInfo.InvariantCulture) * 100);
            var number = _entries.Count;
            _entries.Add(new CamtEntry(reference, minor, BankReference: $"{reference}-{number}", Text: reference) { On = on });
            if (bounces(i))
            {
                _entries.Add(new CamtEntry(reference, minor, In: true, Return: "AC04", BankReference: $"{reference}-{number}-back", Text: reference) { On = on });
            }
            else
            {
                _stayed.Add(reference);
            }
        }
    }

    /// <summary>A statement of some of what happened; every one is another file.</summary>
    public byte[] Statement(int from, int length, bool backwards)
    {
        var told = _entries.Skip(from).Take(length);
        return CamtFile.Of(City.Iban, "GBP", [.. backwards ? told.Reverse() : told], $"{_entries.GetHashCode():X}-{++_statements}");
    }
}
