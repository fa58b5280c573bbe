using System.Globalization;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Text;

namespace GrantsPortal.Networks.Gaps;

/// <summary>How many people of a community live in a district, or are of an age or a situation that a theme is about.</summary>
/// <param name="District">District; empty for the whole city.</param>
/// <param name="Community">Community as the city's figures name it; empty for everybody.</param>
/// <param name="Theme">Code of a theme; empty for all.</param>
/// <param name="People">How many.</param>
public sealed record PopulationLine(string District, string Community, string Theme, int People);

/// <summary>A file of figures as read: what can be kept, and what is wrong, line by line.</summary>
/// <param name="Lines">What can be kept.</param>
/// <param name="Wrong">What is wrong; the first argument of each is the line's number, counted from 1 with the heading.</param>
public sealed record PopulationReading(IReadOnlyList<PopulationLine> Lines, IReadOnlyList<Refusal> Wrong)
{
    /// <summary>Whether all of it can be kept.</summary>
    public bool IsWhole => Wrong.Count == 0 && Lines.Count > 0;
}

/// <summary>Reads the city's own figures of its population.</summary>
public static class PopulationRules
{
    /// <summary>The most lines of a file.</summary>
    public const int MostLines = 5000;

    /// <summary>The most characters of a file.</summary>
    public const int MostCharacters = 300_000;

    /// <summary>Columns, as a file names them; the first two words of each are read in any case and order.</summary>
    public static readonly IReadOnlyList<string> Columns = ["district", "community", "theme", "people"];

    /// <summary>Reads a file; districts and themes are those the city has. Theme may be written as its code or its English name.</summary>
    public static PopulationReading Read(string text, IReadOnlyCollection<string> districts, IReadOnlyCollection<PortalTheme> themes)
    {
        if (text.Length > MostCharacters)
        {
            return new([], [new Refusal("population.file-large", 0, MostCharacters)]);
        }

        IReadOnlyList<IReadOnlyList<string>> rows;
        try
        {
            rows = Csv.Read(text, MostLines + 2);
        }
        catch (Exception fault) when (fault is CsvHelper.CsvFormatException or CsvHelper.CsvValidationException)
        {
            return new([], [new Refusal("population.not-csv", 0)]);
        }

        if (rows.Count == 0)
        {
            return new([], [new Refusal("population.empty", 0)]);
        }

        var place = Columns.ToDictionary(column => column, column => Find(rows[0], column));
        if (place["district"] < 0 || place["people"] < 0)
        {
            return new([], [new Refusal("population.columns-missing", 1)]);
        }

        var (lines, wrong, seen) = (new List<PopulationLine>(), new List<Refusal>(), new Dictionary<(string, string, string), int>());
        if (rows.Count - 1 > MostLines)
        {
            wrong.Add(new Refusal("population.lines-many", 0, MostLines));
        }

        var byFolded = districts.DistinctBy(district => Folded.Of(district)).ToDictionary(district => Folded.Of(district), district => district);
        foreach (var (index, row) in rows.Skip(1).Take(MostLines).Index())
        {
            var number = index + 2;
            string Cell(string column) => place[column] is >= 0 and var at && at < row.Count ? row[at] : "";
            var (district, theme, community) = (Cell("district"), Cell("theme"), Cell("community"));
            var known = district.Length == 0 ? "" : byFolded.GetValueOrDefault(Folded.Of(district));
            var about = theme.Length == 0 ? "" : themes.FirstOrDefault(one => one.Code == theme || Folded.Of(one.Name) == Folded.Of(theme))?.Code;
            var people = Number(Cell("people"));
            var before = wrong.Count;
            Refuse(known is null, "population.district-unknown", district);
            Refuse(about is null, "population.theme-unknown", theme);
            Refuse(community.Length > 120, "population.community-long", 120);
            Refuse(people is null, "population.people-odd", Cell("people"));
            if (wrong.Count == before && !seen.TryAdd((known!, Folded.Of(community), about!), number))
            {
                wrong.Add(new Refusal("population.twice", number, seen[(known!, Folded.Of(community), about!)]));
            }

            if (wrong.Count == before)
            {
                lines.Add(new PopulationLine(known!, community, about!, people!.Value));
            }

            void Refuse(bool when, string code, object argument)
            {
                if (when)
                {
                    wrong.Add(new Refusal(code, number, argument));
                }
            }
        }

        if (lines.Count > 0 && wrong.Count == 0 && !lines.Any(line => line.District.Length > 0 && line.Community.Length == 0 && line.Theme.Length == 0))
        {
            wrong.Add(new Refusal("population.no-whole", 0));
        }

        return new(lines, wrong);
    }

    private static int Find(IReadOnlyList<string> heading, string column)
    {
        for (var at = 0; at < heading.Count; at++)
        {
            if (Folded.Of(heading[at]) == column)
            {
                return at;
            }
        }

        return -1;
    }

    /// <summary>A whole number of at most ten million; a comma, a full stop, a blank or an apostrophe may divide thousands.</summary>
    private static int? Number(string text)
    {
        var groups = text.Split([' ', '\u00A0', '\u202F', ',', '.', '\'', '’']);
        if (groups.Length > 1 && (groups[0].Length is 0 or > 3 || groups.Skip(1).Any(group => group.Length != 3)))
        {
            return null;
        }

        return int.TryParse(string.Concat(groups), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= 10_000_000 ? number : null;
    }
}
