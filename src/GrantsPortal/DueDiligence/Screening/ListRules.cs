using GrantsPortal.Platform;
using GrantsPortal.Platform.Text;

namespace GrantsPortal.DueDiligence.Screening;

/// <summary>A name read from a list's file.</summary>
public sealed record ListedName(string Code, EntryKind Kind, string Name, string? Detail);

/// <summary>What a list's file holds.</summary>
/// <param name="Names">The names, aliases among them, each once.</param>
/// <param name="Irregular">Numbers of the rows that could not be used, with why.</param>
public sealed record ReadList(IReadOnlyList<ListedName> Names, IReadOnlyList<Refusal> Irregular);

/// <summary>Reads a list from the rows of a CSV file, whose first row names the columns.</summary>
public static class ListRules
{
    /// <summary>Most rows of a list.</summary>
    public const int MostRows = 100_000;

    /// <summary>Most characters of a name.</summary>
    public const int NameLimit = 200;

    private static readonly string[] NameColumns = ["name", "full name", "whole name", "primary name", "entity name", "caption"];
    private static readonly string[] CodeColumns = ["id", "code", "reference", "unique id", "group id", "entity id", "number"];
    private static readonly string[] KindColumns = ["type", "kind", "schema", "subject type", "group type", "entity type"];
    private static readonly string[] AliasColumns = ["aliases", "alias", "also known as", "a k a", "other names"];

    /// <summary>
    /// The names of a file: a column called name (or full name, primary name, …), and if there are any, one with the list's own
    /// number, one that says person or organisation, and one of aliases divided by semicolons; every other column becomes detail.
    /// Refused with <c>screening.no-rows</c>, <c>screening.no-name-column</c> or <c>screening.too-long</c> (limit).
    /// </summary>
    public static Outcome<ReadList> Read(IReadOnlyList<IReadOnlyList<string>> rows)
    {
        if (rows.Count < 2)
        {
            return new Refusal("screening.no-rows").At("File");
        }

        if (rows.Count - 1 > MostRows)
        {
            return new Refusal("screening.too-long", MostRows).At("File");
        }

        var heads = rows[0].Select(head => Folded.Of(head)).ToList();
        if (Find(heads, NameColumns) is not { } name)
        {
            return new Refusal("screening.no-name-column").At("File");
        }

        var (code, kind, aliases) = (Find(heads, CodeColumns), Find(heads, KindColumns), Find(heads, AliasColumns));
        var (names, irregular, known) = (new List<ListedName>(), new List<Refusal>(), new HashSet<(string, string)>());
        for (var number = 1; number < rows.Count; number++)
        {
            var row = rows[number];
            if (Cell(row, name) is not { } listed)
            {
                irregular.Add(new Refusal("screening.row-without-name", number + 1));
                continue;
            }

            var own = Cell(row, code) ?? FormattableString.Invariant($"row {number + 1}");
            var is_ = KindOf(Cell(row, kind));
            var detail = string.Join("; ", heads.Select((_, i) => i).Where(i => i != name && i != code && i != kind && i != aliases && Cell(row, i) is not null).Select(i => $"{rows[0][i]}: {Cell(row, i)}"));
            var called = (Cell(row, aliases) ?? "").Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Prepend(listed);
            foreach (var one in called)
            {
                if (one.Length > NameLimit || own.Length > 60 || Folded.Of(one).Length == 0)
                {
                    irregular.Add(new Refusal("screening.row-name-unusable", number + 1));
                }
                else if (known.Add((own, Folded.Of(one))))
                {
                    names.Add(new ListedName(own, is_, one, detail.Length == 0 ? null : detail.Length > 1000 ? detail[..999] + "…" : detail));
                }
            }
        }

        return names.Count == 0 ? new Refusal("screening.no-rows").At("File") : new ReadList(names, irregular);
    }

    private static EntryKind KindOf(string? said) => Folded.Of(said) switch
    {
        var text when text.Contains("organi", StringComparison.Ordinal) || text.Contains("entity", StringComparison.Ordinal) || text.Contains("company", StringComparison.Ordinal) || text.Contains("legal", StringComparison.Ordinal) => EntryKind.Organisation,
        _ => EntryKind.Person,
    };

    private static int? Find(List<string> heads, string[] called) =>
        called.Select(head => heads.IndexOf(head)).Where(place => place >= 0).Select(place => (int?)place).FirstOrDefault();

    private static string? Cell(IReadOnlyList<string> row, int? place) =>
        place is { } at && at < row.Count && row[at].Length > 0 ? row[at] : null;
}
