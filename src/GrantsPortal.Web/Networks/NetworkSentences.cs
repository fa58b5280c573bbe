using GrantsPortal.Web.Shared.Languages;

namespace GrantsPortal.Web.Networks;

/// <summary>The module's refusals as sentences.</summary>
public sealed class NetworkSentences : IRefusalSentences
{
    /// <inheritdoc/>
    public IReadOnlyDictionary<string, string> English { get; } = new Dictionary<string, string>
    {
        ["referral.officers-only"] = "Only a focal point, a programme officer or an administrator can do this",
        ["referral.from-missing"] = "Choose who sent somebody",
        ["referral.to-missing"] = "Choose to whom they were sent",
        ["referral.same"] = "Choose two different partners",
        ["referral.day-missing"] = "Enter the day",
        ["referral.day-ahead"] = "Enter a day that is not to come",
        ["referral.day-long-ago"] = "Enter a day of the last ten years",
        ["referral.theme-unknown"] = "Choose themes from the list",
        ["referral.note-long"] = "At most {0} characters fit here",
        ["population.officers-only"] = "Only a focal point, a programme officer or an administrator can do this",
        ["population.no-file"] = "Choose a CSV file of at most {0} KB",
        ["population.source-missing"] = "Say who counted, and where it is published",
        ["population.source-long"] = "At most {0} characters fit here",
        ["population.day-missing"] = "Enter the day the figures are of",
        ["population.day-ahead"] = "Enter a day that is not to come",
        ["population.file-large"] = "The file is too large; {1} characters are the most",
        ["population.not-csv"] = "The file could not be read as CSV",
        ["population.empty"] = "There is no line of figures in the file",
        ["population.columns-missing"] = "The first line has to name the columns; “district” and “people” are needed",
        ["population.lines-many"] = "There are more lines than {1}",
        ["population.district-unknown"] = "Line {0}: “{1}” is no district of the city",
        ["population.theme-unknown"] = "Line {0}: “{1}” is none of the city’s themes",
        ["population.community-long"] = "Line {0}: the community’s name is longer than {1} characters",
        ["population.people-odd"] = "Line {0}: “{1}” is no number of people",
        ["population.twice"] = "Line {0} is about the same people as line {1}",
        ["population.no-whole"] = "There is no line with everybody of a district: one with district and people, and neither community nor theme",
        ["boundaries.administrators-only"] = "Only an administrator can do this",
        ["boundaries.no-file"] = "Choose a GeoJSON file of at most {0} MB",
        ["boundaries.file-large"] = "The file is larger than {0} MB",
        ["boundaries.not-json"] = "The file could not be read as JSON",
        ["boundaries.no-collection"] = "The file is no GeoJSON FeatureCollection",
        ["boundaries.projection-named"] = "The file is in another reference system ({0}). Save it in WGS 84 (EPSG:4326)",
        ["boundaries.areas-many"] = "The file has {1} areas; from 1 to {0} can be read",
        ["boundaries.no-names"] = "No property of the file names every area differently; add one called “name”",
        ["boundaries.no-area"] = "“{0}” is no polygon",
        ["boundaries.ring-short"] = "“{0}” has an outline of fewer than four points",
        ["boundaries.ring-open"] = "“{0}” has an outline that does not end where it begins",
        ["boundaries.ring-flat"] = "“{0}” has an outline without an area",
        ["boundaries.ring-crosses"] = "“{0}” has an outline that crosses itself. Mend it where the file comes from",
        ["boundaries.position-odd"] = "“{0}” has a point that is not two numbers",
        ["boundaries.projection"] = "“{0}” has coordinates that are no degrees. Save the file in WGS 84 (EPSG:4326)",
        ["boundaries.corners-many"] = "The file has more than {0} points; simplify it first",
        ["boundaries.name-twice"] = "Two areas are called “{0}”",
        ["boundaries.too-wide"] = "The areas are further apart than a city is. Is it the right file, with longitude before latitude?",
        ["boundaries.district-unknown"] = "“{0}” is no district of the city",
        ["boundaries.district-twice"] = "“{0}” is chosen for two areas",
        ["boundaries.nothing-matched"] = "Choose a district for one area at least",
    };
}
