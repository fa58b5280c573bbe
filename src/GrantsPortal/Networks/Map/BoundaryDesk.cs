using GrantsPortal.Networks.Gaps;
using GrantsPortal.Organisations;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Text;
using Microsoft.Extensions.Options;

namespace GrantsPortal.Networks.Map;

/// <summary>A file of boundaries with where it comes from.</summary>
public sealed record BoundaryImport(ReadOnlyMemory<byte> Content, string FileName, string Source, DateOnly? AsOf);

/// <summary>Imports the city's own boundaries: read and checked, then each name is matched with a district, then in use.</summary>
public sealed class BoundaryDesk(PortalDatabase database, CityDistricts districts, IOptions<PortalOptions> portal)
{
    /// <summary>
    /// Reads a file and keeps it to be matched; says its id. Refused with <c>boundaries.administrators-only</c>, like the figures' source and day, or
    /// with what is wrong with the file.
    /// </summary>
    public async Task<Outcome<long>> Read(Actor actor, BoundaryImport import)
    {
        if (!actor.Is(Roles.Administrator))
        {
            return new Refusal("boundaries.administrators-only");
        }

        var source = import.Source.Trim();
        if (PopulationDesk.Facts(source, import.AsOf, Instants.DayOf(database.Clock.GetUtcNow(), portal.Value.Zone)) is { Count: > 0 } against)
        {
            return Outcome<long>.Refuse(against);
        }

        var reading = BoundaryRules.Read(import.Content);
        if (reading.Wrong.Count > 0)
        {
            return Outcome<long>.Refuse([.. reading.Wrong.Select(refusal => refusal.At("File"))]);
        }

        var simple = ShapeRules.Simplified(reading.Areas);
        await using var work = await database.Write(actor);
        var name = Path.GetFileName(import.FileName.Trim());
        var draft = new BoundaryDraft
        {
            Id = work.NewId(),
            FileName = name.Length > 200 ? name[..200] : name,
            Source = source,
            AsOf = import.AsOf!.Value,
            Areas = Json.Write(simple.Select(area => new KeptArea(area.Name, area.Kept()))),
        };
        await BoundaryRepository.Insert(work, draft);
        work.Audit("boundaries.read", nameof(BoundaryDraft), draft.Id, new { draft.FileName, areas = simple.Count, corners = simple.Sum(area => area.Corners) });
        await work.Commit();
        return draft.Id;
    }

    /// <summary>
    /// Puts a file in use: for each area in its order the district it is of, empty for none. Null when there is no such file of the actor's; refused
    /// with <c>boundaries.administrators-only</c>, <c>boundaries.district-unknown</c>, <c>boundaries.district-twice</c> or <c>boundaries.nothing-matched</c>.
    /// </summary>
    public async Task<Outcome<int>?> Use(Actor actor, long id, IReadOnlyList<string?> matched)
    {
        if (!actor.Is(Roles.Administrator))
        {
            return new Refusal("boundaries.administrators-only");
        }

        await using var work = await database.Write(actor);
        if (await BoundaryRepository.Draft(work, id, actor.Person) is not { } draft)
        {
            return null;
        }

        var (areas, known) = (draft.Read(), await districts.All(work));
        var pairs = areas.Zip(matched, (area, district) => (Area: area, District: district?.Trim() ?? "")).Where(pair => pair.District.Length > 0).ToList();
        if (pairs.FirstOrDefault(pair => !known.Contains(pair.District)) is { District: { Length: > 0 } strange })
        {
            return new Refusal("boundaries.district-unknown", strange);
        }

        if (pairs.GroupBy(pair => pair.District).FirstOrDefault(group => group.Count() > 1) is { } twice)
        {
            return new Refusal("boundaries.district-twice", twice.Key);
        }

        if (pairs.Count == 0)
        {
            return new Refusal("boundaries.nothing-matched");
        }

        await BoundaryRepository.Replace(work, draft, pairs.ToDictionary(pair => pair.District, pair => pair.Area));
        work.Audit("boundaries.used", nameof(Boundary), draft.Id, new { draft.Source, draft.AsOf, districts = pairs.Count });
        await work.Commit();
        return pairs.Count;
    }

    /// <summary>The district that an area's name means, compared as names are; null when none does.</summary>
    public static string? Meant(string name, IEnumerable<string> districts) => districts.FirstOrDefault(district => Folded.Of(district) == Folded.Of(name));
}
