using System.Globalization;
using GrantsPortal.Networks;
using GrantsPortal.Networks.Graph;
using GrantsPortal.Organisations;
using GrantsPortal.Partnerships;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Web.Shared;
using GrantsPortal.Web.Shared.Forms;
using GrantsPortal.Web.Shared.Languages;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace GrantsPortal.Web.Networks;

/// <summary>Which partners work together, drawn and as a table, and the referrals between them.</summary>
[Authorize(Policies.ReadPartnerships)]
public sealed class NetworkController(
    PortalDatabase database, ReferralDesk desk, CityDistricts districts, Sentences sentences, Written written, IStringLocalizer<Texts> texts, IOptions<PortalOptions> portal) : Controller
{
    private const int PageSize = 50;

    /// <summary>The network; its filters in the address, where months of 0 are all time.</summary>
    [HttpGet(NetworkRoutes.Graph)]
    public async Task<IActionResult> Index(string? theme, string? district, TieKind? kind, long? partner, int? months, string? after)
    {
        await using var work = await database.Read();
        var span = months switch { 0 => null, > 0 and <= 600 => months, _ => 36 };
        var filter = new TieFilter(portal.Value.ThemesInUse.FirstOrDefault(one => one.Code == theme)?.Code, string.IsNullOrWhiteSpace(district) ? null : district, kind, partner, span);
        var partners = (await NetworkPartners.All(work)).ToDictionary(one => one.Id);
        var ties = TieRules.Chosen(await TieRepository.Since(work, span is { } back ? work.Now.AddMonths(-back) : DateTimeOffset.UnixEpoch), partners, filter);
        var ends = TieRules.Ends(ties).Count;
        var start = after is null ? 0 : ties.Index().FirstOrDefault(tie => Key(tie.Item) == after, (Index: -1, Item: null!)).Index + 1;
        var rows = ties.Skip(start).Take(PageSize).ToList();
        var next = start + PageSize < ties.Count ? Of(filter, Key(rows[^1])) : null;
        var drawing = ends is > 0 and <= LayoutRules.MostNodes ? NetworkDrawing.Of(ties, partners, tie => Says(tie, partners)) : null;
        return View(new NetworkPage(filter, drawing, ends, rows, ties.Count, partners, next, start == 0, portal.Value.ThemesInUse, await districts.All(work), CommitmentRules.MayKeep(User.Actor())));
    }

    /// <summary>Referrals noted.</summary>
    [HttpGet(NetworkRoutes.Referrals)]
    public async Task<IActionResult> Referrals(long before)
    {
        await using var work = await database.Read();
        var rows = await TieRepository.Noted(work, before, PageSize + 1);
        return View(new ReferralsPage([.. rows.Take(PageSize)], rows.Count > PageSize ? Address.Of(NetworkRoutes.Referrals, ("before", rows[PageSize - 1].Id)) : null, before == 0, CommitmentRules.MayKeep(User.Actor())));
    }

    /// <summary>Where one is noted.</summary>
    [HttpGet(NetworkRoutes.NewReferral), Authorize(Policies.KeepPartnerships)]
    public Task<IActionResult> New(long? from) => Page(new ReferralForm { FromId = from, HappenedOn = Instants.DayOf(database.Clock.GetUtcNow(), portal.Value.Zone) });

    /// <summary>Notes it.</summary>
    [HttpPost(NetworkRoutes.NewReferral), Authorize(Policies.KeepPartnerships)]
    public async Task<IActionResult> New(ReferralForm form)
    {
        if (!ModelState.IsValid)
        {
            return await Page(form);
        }

        var noted = await desk.Note(User.Actor(), form.Read());
        if (noted.Done)
        {
            TempData.SayDone(texts["Noted"]);
            return LocalRedirect(NetworkRoutes.Referrals);
        }

        ModelState.AddRefusals(noted.Refusals, sentences);
        return await Page(form);
    }

    /// <summary>Removes one that was noted wrongly.</summary>
    [HttpPost(NetworkRoutes.Referrals + "/{id:long}/remove"), Authorize(Policies.KeepPartnerships)]
    public async Task<IActionResult> Remove(long id)
    {
        if (await desk.Remove(User.Actor(), id) is not { } removed)
        {
            return NotFound();
        }

        if (removed.Done)
        {
            TempData.SayDone(texts["Removed"]);
        }

        return LocalRedirect(NetworkRoutes.Referrals);
    }

    /// <summary>The network with some filters.</summary>
    internal static string Of(TieFilter filter, string? after = null) => Address.Of(
        NetworkRoutes.Graph, ("theme", filter.Theme), ("district", filter.District), ("kind", filter.Kind), ("partner", filter.Partner), ("months", filter.Months ?? 0), ("after", after));

    private static string Key(Tie tie) => string.Create(CultureInfo.InvariantCulture, $"{tie.LowId}-{tie.HighId}-{tie.Kind}");

    private string Says(Tie tie, Dictionary<long, NetworkPartner> partners) => texts[
        "{0} and {1}: {2}, {3} times, last on {4}", partners[tie.LowId].Name, partners[tie.HighId].Name, texts[NetworkWords.Of(tie.Kind)].Value, tie.Count, written.Day(Instants.DayOf(tie.LastAt, portal.Value.Zone))];

    private async Task<IActionResult> Page(ReferralForm form)
    {
        await using var work = await database.Read();
        return View("New", new NewReferralPage(
            form,
            [.. (await NetworkPartners.All(work)).Select(partner => new FieldItem(partner.Id.ToString(CultureInfo.InvariantCulture), partner.Name))],
            [.. portal.Value.ThemesInUse.Select(theme => new FieldItem(theme.Code, texts[theme.Name]))]));
    }
}
