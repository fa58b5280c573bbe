using GrantsPortal.Organisations;
using GrantsPortal.Partnerships;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using Microsoft.Extensions.Options;

namespace GrantsPortal.Networks.Gaps;

/// <summary>A file of figures with where they come from.</summary>
/// <param name="Text">The file's text.</param>
/// <param name="FileName">Its name.</param>
/// <param name="Source">Who counted, and where it is published.</param>
/// <param name="AsOf">The day the figures are of.</param>
public sealed record PopulationImport(string Text, string FileName, string Source, DateOnly? AsOf);

/// <summary>Imports the city's figures of its population.</summary>
public sealed class PopulationDesk(PortalDatabase database, CityDistricts districts, IOptions<PortalOptions> portal)
{
    /// <summary>The longest source, in characters.</summary>
    public const int SourceLength = 300;

    /// <summary>Reads a file without keeping it.</summary>
    public async Task<PopulationReading> Look(string text)
    {
        await using var work = await database.Read();
        return PopulationRules.Read(text, await districts.All(work), [.. portal.Value.ThemesInUse]);
    }

    /// <summary>
    /// Keeps a file in place of the figures in use. Refused with <c>population.officers-only</c>, <c>population.source-missing</c>,
    /// <c>population.source-long</c>, <c>population.day-missing</c>, <c>population.day-ahead</c>, or what is wrong with the file.
    /// </summary>
    public async Task<Outcome<int>> Keep(Actor actor, PopulationImport import)
    {
        if (!CommitmentRules.MayKeep(actor))
        {
            return new Refusal("population.officers-only");
        }

        await using var work = await database.Write(actor);
        var source = import.Source.Trim();
        if (Facts(source, import.AsOf, Instants.DayOf(work.Now, portal.Value.Zone)) is { Count: > 0 } against)
        {
            return Outcome<int>.Refuse(against);
        }

        var reading = PopulationRules.Read(import.Text, await districts.All(work), [.. portal.Value.ThemesInUse]);
        if (!reading.IsWhole)
        {
            return Outcome<int>.Refuse(reading.Wrong.Count > 0 ? reading.Wrong : [new Refusal("population.empty", 0)]);
        }

        var name = Path.GetFileName(import.FileName.Trim());
        var sheet = new PopulationSheet { Id = work.NewId(), Source = source, AsOf = import.AsOf!.Value, FileName = name.Length > 200 ? name[..200] : name };
        await PopulationRepository.Replace(work, sheet, reading.Lines);
        work.Audit("population.imported", nameof(PopulationSheet), sheet.Id, new { sheet.Source, sheet.AsOf, lines = reading.Lines.Count });
        await work.Commit();
        return reading.Lines.Count;
    }

    /// <summary>What stands against the source and the day of figures or boundaries.</summary>
    internal static IReadOnlyList<Refusal> Facts(string source, DateOnly? asOf, DateOnly today)
    {
        var against = new List<Refusal>();
        if (source.Length is 0 or > SourceLength)
        {
            against.Add((source.Length == 0 ? new Refusal("population.source-missing") : new Refusal("population.source-long", SourceLength)).At("Source"));
        }

        if (asOf is null || asOf > today)
        {
            against.Add(new Refusal(asOf is null ? "population.day-missing" : "population.day-ahead").At("AsOf"));
        }

        return against;
    }
}
