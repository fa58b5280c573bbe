using System.Globalization;
using System.Text.Json;
using GrantsPortal.People;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Audit;
using GrantsPortal.Platform.Database;
using GrantsPortal.Web.Shared;
using GrantsPortal.Web.Shared.Languages;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace GrantsPortal.Web.Platform;

/// <summary>Searches the audit trail.</summary>
[Authorize(Policies.ReadAdmin)]
public sealed class AuditController(PortalDatabase database, IOptions<PortalOptions> portal, IStringLocalizer<Texts> texts) : Controller
{
    private const int PageSize = 100;

    /// <summary>The entries, newest first, narrowed by what the address says.</summary>
    [HttpGet(PlatformRoutes.Audit)]
    public async Task<IActionResult> Index(AuditQuery query)
    {
        await using var work = await database.Read();
        var person = string.IsNullOrWhiteSpace(query.Person) ? null : await PersonRepository.FindByEmail(work, query.Person.Trim());
        var nobody = !string.IsNullOrWhiteSpace(query.Person) && person is null;
        var entries = nobody ? [] : await AuditReader.List(work, query.Filter(person?.Id, portal.Value.Zone), PageSize + 1);
        var people = await PersonRepository.Find(work, [.. entries.Select(entry => entry.PersonId).OfType<long>().Distinct()]);
        return View(new AuditPage(
            query,
            [.. entries.Take(PageSize)],
            people.ToDictionary(one => one.Id),
            await AuditReader.Acts(work),
            await AuditReader.RecordTypes(work),
            entries.Count > PageSize ? entries[PageSize - 1].Sequence : null,
            nobody));
    }

    /// <summary>Walks the whole trail and says whether it is whole.</summary>
    [HttpPost(PlatformRoutes.Audit + "/check")]
    public async Task<IActionResult> Check()
    {
        await using var work = await database.Read();
        var wrong = await AuditTrail.Check(work);
        if (wrong.Count == 0)
        {
            TempData.SayDone(texts["The audit trail is whole: no entry was altered or removed."]);
        }
        else
        {
            TempData.SayNote(texts["The audit trail is not whole. {0}", string.Join(" ", wrong.Take(5))]);
        }

        return LocalRedirect(PlatformRoutes.Audit);
    }
}

/// <summary>What the address of the audit trail says.</summary>
public sealed record AuditQuery
{
    /// <summary>Somebody's e-mail address.</summary>
    public string? Person { get; init; }

    /// <summary>How the act begins.</summary>
    public string? Act { get; init; }

    /// <summary>Kind of record.</summary>
    public string? Type { get; init; }

    /// <summary>Record.</summary>
    public long? Id { get; init; }

    /// <summary>First day, as yyyy-MM-dd.</summary>
    public string? From { get; init; }

    /// <summary>Last day, as yyyy-MM-dd.</summary>
    public string? To { get; init; }

    /// <summary>Before the entry with this number.</summary>
    public long? Before { get; init; }

    /// <summary>Whether anything narrows the list.</summary>
    public bool Narrows => this with { Before = null } != new AuditQuery();

    /// <summary>The filter, days taken in the city's zone.</summary>
    public AuditFilter Filter(long? person, TimeZoneInfo zone) =>
        new(person, Act, Type, Id, Start(From, zone, 0), Start(To, zone, 1), Before);

    /// <summary>The address of this list from another entry on.</summary>
    public string With(long? before) =>
        Address.Of(PlatformRoutes.Audit, ("person", Person), ("act", Act), ("type", Type), ("id", Id), ("from", From), ("to", To), ("before", before));

    private static DateTimeOffset? Start(string? day, TimeZoneInfo zone, int later) =>
        DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) && date.Year is > 1900 and < 9999
            ? Instants.FromLocal(date.AddDays(later).ToDateTime(TimeOnly.MinValue), zone)
            : null;
}

/// <summary>What the audit page shows.</summary>
public sealed record AuditPage(AuditQuery Query, IReadOnlyList<AuditEntry> Entries, IReadOnlyDictionary<long, Person> People, IReadOnlyList<string> Acts, IReadOnlyList<string> RecordTypes, long? Last, bool Nobody)
{
    /// <summary>Who acted; null for the portal itself.</summary>
    public Person? Who(AuditEntry entry) => entry.PersonId is { } id ? People.GetValueOrDefault(id) : null;

    /// <summary>What changed, as names and values.</summary>
    public static IEnumerable<(string Name, string Value)> Changes(AuditEntry entry)
    {
        if (entry.Change is null)
        {
            yield break;
        }

        using var change = JsonDocument.Parse(entry.Change);
        if (change.RootElement.ValueKind != JsonValueKind.Object)
        {
            yield return ("", entry.Change);
            yield break;
        }

        if (change.RootElement.TryGetProperty("from", out var from) && change.RootElement.TryGetProperty("to", out var to) && from.ValueKind == JsonValueKind.Object && to.ValueKind == JsonValueKind.Object)
        {
            foreach (var after in to.EnumerateObject().Where(after => !from.TryGetProperty(after.Name, out var before) || Said(before) != Said(after.Value)))
            {
                yield return (after.Name, $"{(from.TryGetProperty(after.Name, out var before) ? Said(before) : "–")} → {Said(after.Value)}");
            }
        }

        foreach (var property in change.RootElement.EnumerateObject().Where(property => property.Name is not ("from" or "to") || property.Value.ValueKind != JsonValueKind.Object))
        {
            yield return (property.Name, FromTo(property.Value) ?? Said(property.Value));
        }
    }

    private static string? FromTo(JsonElement value) =>
        value.ValueKind == JsonValueKind.Object && value.TryGetProperty("from", out var from) && value.TryGetProperty("to", out var to) ? $"{Said(from)} → {Said(to)}" : null;

    private static string Said(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.Null => "–",
        _ => value.GetRawText(),
    };
}
