using System.Globalization;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Publishing;
using GrantsPortal.Publishing.Register;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace GrantsPortal.Web.Publishing;

/// <summary>The public register of what was funded.</summary>
[AllowAnonymous]
public sealed class RegisterController(PortalDatabase database, IOptions<PortalOptions> portal) : Controller
{
    private const int PageSize = 25;

    /// <summary>Searches the register; everything searched for stands in the address.</summary>
    [HttpGet(PublishingRoutes.Register)]
    public async Task<IActionResult> Index(RegisterQuery query, CancellationToken cancel)
    {
        ModelState.Clear();
        await using var work = await database.Read(cancel);
        var search = query.Search(portal.Value.Currency);
        var lines = await RegisterRepository.Page(work, search, PageSize + 1);
        var page = lines.Take(PageSize).ToList();
        return View(new RegisterView(
            query,
            page,
            await RegisterRepository.Totals(work, search),
            await RegisterRepository.ByProgramme(work, search),
            await RegisterRepository.ByYear(work, search),
            lines.Count > PageSize ? query.Address(RegisterQuery.KeyOf(page[^1])) : null,
            search.After is null ? null : query.Address(null)));
    }

    /// <summary>One award, as far as it is published.</summary>
    [HttpGet(PublishingRoutes.AwardPattern)]
    public async Task<IActionResult> Award(string reference, CancellationToken cancel)
    {
        await using var work = await database.Read(cancel);
        return await RegisterRepository.Find(work, reference) is { } award ? View(award) : NotFound();
    }
}

/// <summary>A page of the register.</summary>
public sealed record RegisterView(
    RegisterQuery Query,
    IReadOnlyList<RegisterLine> Lines,
    IReadOnlyList<RegisterCount> Totals,
    IReadOnlyList<RegisterCount> Programmes,
    IReadOnlyList<RegisterCount> Years,
    string? Next,
    string? First);

/// <summary>What the address of the register carries. What makes no sense in it is passed over.</summary>
public sealed class RegisterQuery
{
    /// <summary>Words looked for.</summary>
    public string? Q { get; set; }

    /// <summary>Slug of a programme.</summary>
    public string? Programme { get; set; }

    /// <summary>Year of the award.</summary>
    public string? Year { get; set; }

    /// <summary>Smallest amount, in whole units of the portal's currency.</summary>
    public string? Min { get; set; }

    /// <summary>Where the page before ended.</summary>
    public string? After { get; set; }

    /// <summary>Whether anything is searched for.</summary>
    public bool Any => !string.IsNullOrWhiteSpace(Q + Programme + Year + Min);

    /// <summary>The search; amounts are read in the given currency (ISO 4217).</summary>
    public RegisterSearch Search(string currency) => new()
    {
        Words = Q is { Length: > 200 } ? Q[..200] : Q,
        Programme = string.IsNullOrWhiteSpace(Programme) ? null : Programme,
        Year = int.TryParse(Year, NumberStyles.None, CultureInfo.InvariantCulture, out var year) ? year : null,
        AtLeastMinor = Money.Parse(Min) is { } min and >= 0 and < 1_000_000_000_000 ? new Money(decimal.Round(min, Money.DigitsOf(currency)), currency).Minor : null,
        After = Key(After),
    };

    /// <summary>The address of this search at another place of the list.</summary>
    public string Address(string? after)
    {
        (string Name, string? Value)[] parts = [("q", Q), ("programme", Programme), ("year", Year), ("min", Min), ("after", after)];
        var query = string.Join('&', parts.Where(part => !string.IsNullOrWhiteSpace(part.Value)).Select(part => $"{part.Name}={Uri.EscapeDataString(part.Value!)}"));
        return query.Length == 0 ? PublishingRoutes.Register : $"{PublishingRoutes.Register}?{query}";
    }

    /// <summary>The place after a line.</summary>
    public static string KeyOf(RegisterLine line) => string.Create(CultureInfo.InvariantCulture, $"{line.AwardedOn:yyyyMMdd}-{line.Id}");

    private static (DateOnly Day, long Id)? Key(string? after) =>
        after?.Split('-') is [var day, var id]
        && DateOnly.TryParseExact(day, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
        && long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? (date, number)
            : null;
}
