using GrantsPortal.Bookings;
using GrantsPortal.Introductions.Tables;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Web.Bookings.Desk;
using GrantsPortal.Web.Shared;
using GrantsPortal.Web.Shared.Languages;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace GrantsPortal.Web.Introductions;

/// <summary>The tables of an occasion on its desk: laid, seated, settled by hand, printed.</summary>
[Authorize(Policies.ReadDesk)]
public sealed class TablesController(PortalDatabase database, TableDesk desk, OccasionFrames frames, Sentences sentences, IStringLocalizer<Texts> texts) : Controller
{
    /// <summary>The name of the tab.</summary>
    public const string Tab = "tables";

    private const string One = OccasionRoutes.One + "/" + Tab;

    /// <summary>Who sits where, and what of it can be changed.</summary>
    [HttpGet(One)]
    public Task<IActionResult> Index(long id) => Page(id, "Index");

    /// <summary>Cards to be printed: one for each table and round, one for each guest.</summary>
    [HttpGet(One + "/cards")]
    public Task<IActionResult> Cards(long id) => Page(id, "Cards");

    /// <summary>Says how many tables and rounds there are.</summary>
    [HttpPost(One + "/lay"), Authorize(Policies.LookAfterPartners)]
    public async Task<IActionResult> Lay(long id, LayForm form) =>
        await After(id, await desk.Lay(User.Actor(), id, form.Version, form.Tables ?? 0, form.Seats ?? 0, form.Rounds ?? 0), texts["Laid. Now seat everybody"]);

    /// <summary>Seats everybody.</summary>
    [HttpPost(One + "/seat"), Authorize(Policies.LookAfterPartners)]
    public async Task<IActionResult> Seat(long id) => await After(id, await desk.Solve(User.Actor(), id), texts["Everybody is seated"]);

    /// <summary>Settles a guest's place by hand.</summary>
    [HttpPost(One + "/settle"), Authorize(Policies.LookAfterPartners)]
    public async Task<IActionResult> Settle(long id, long guest, int? round, int table) => await After(id, await desk.Settle(User.Actor(), id, guest, round, table), texts["Settled. It stays when you seat again"]);

    /// <summary>Lets a guest's place be found anew.</summary>
    [HttpPost(One + "/free"), Authorize(Policies.LookAfterPartners)]
    public async Task<IActionResult> Free(long id, long guest, int? round) => await After(id, await desk.Settle(User.Actor(), id, guest, round, null), texts["The place is found anew when you seat again"]);

    /// <summary>Keeps that two sit together or apart, or forgets it.</summary>
    [HttpPost(One + "/wish"), Authorize(Policies.LookAfterPartners)]
    public async Task<IActionResult> Wish(long id, long guest, long other, bool? together) => await After(id, await desk.Wish(User.Actor(), id, guest, other, together), texts["Kept. It counts when you seat again"]);

    /// <summary>Lets the guests see their tables, or no longer.</summary>
    [HttpPost(One + "/show"), Authorize(Policies.LookAfterPartners)]
    public async Task<IActionResult> Show(long id, bool shown) =>
        await After(id, await desk.Show(User.Actor(), id, shown), shown ? texts["The guests see their tables on their bookings"] : texts["The guests no longer see their tables"]);

    private async Task<IActionResult> After(long id, Outcome? outcome, string done)
    {
        if (outcome is not { } known)
        {
            return NotFound();
        }

        if (known.Done)
        {
            TempData.SayDone(done);
            return LocalRedirect(OccasionRoutes.At(id, Tab));
        }

        ModelState.AddRefusals(known.Refusals, sentences);
        return await Page(id, "Index");
    }

    private async Task<IActionResult> Page(long id, string view)
    {
        await using var work = await database.Read();
        return await frames.Of(work, id) is { } frame ? View(view, new TablesPage(frame.At(Tab), await TableRepository.Sight(work, id), Policies.MayLookAfterPartners(User))) : NotFound();
    }
}

/// <summary>How tables are laid, as typed.</summary>
public sealed class LayForm
{
    /// <summary>The version it was opened at.</summary>
    public int Version { get; set; }

    /// <summary>How many tables.</summary>
    public int? Tables { get; set; }

    /// <summary>How many seats at each.</summary>
    public int? Seats { get; set; }

    /// <summary>How many rounds.</summary>
    public int? Rounds { get; set; }
}

/// <summary>The tables of an occasion.</summary>
/// <param name="Frame">The occasion.</param>
/// <param name="Sight">The tables.</param>
/// <param name="MayAct">Whether the reader may change them.</param>
public sealed record TablesPage(OccasionFrame Frame, TableSight Sight, bool MayAct)
{
    private readonly Lazy<ILookup<(int, int), (SeatedGuest Guest, bool Fixed)>> _at = new(() => Sight.Places
        .Join(Sight.Guests, place => place.BookingId, guest => guest.Id, (place, guest) => (place, guest))
        .ToLookup(one => (one.place.Round, one.place.TableNumber), one => (one.guest, one.place.Fixed)));

    /// <summary>Who sits at a table in a round, by name.</summary>
    public IEnumerable<(SeatedGuest Guest, bool Fixed)> At(int round, int table) => _at.Value[(round, table)];

    /// <summary>How many guests meet somebody they do not know.</summary>
    public int MeetNew => TableRules.MeetSomebodyNew(Sight.Ask, Sight.Seating);

    /// <summary>How many pairs of strangers share a table.</summary>
    public int NewPairs => Sight.Seating.Rounds.SelectMany(TableRules.Meeting).Where(pair => !Sight.Ask.Known.Contains(pair)).Distinct().Count();

    /// <summary>How many pairs share a table who know one another.</summary>
    public int KnownPairs => Sight.Seating.Rounds.SelectMany(TableRules.Meeting).Where(Sight.Ask.Known.Contains).Distinct().Count();

    /// <summary>A guest's name by booking.</summary>
    public string Name(long id) => Sight.Guests.FirstOrDefault(guest => guest.Id == id)?.Name ?? "";
}
