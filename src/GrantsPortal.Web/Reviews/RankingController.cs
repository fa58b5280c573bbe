using System.Globalization;
using GrantsPortal.Calls;
using GrantsPortal.People;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Reviews;
using GrantsPortal.Web.Shared;
using GrantsPortal.Web.Shared.Languages;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace GrantsPortal.Web.Reviews;

/// <summary>The ranking of a call, and what is recommended.</summary>
[Authorize(Policy = Policies.ReadDesk)]
public sealed class RankingController(PortalDatabase database, RecommendationDesk desk, Sentences sentences, IStringLocalizer<Texts> texts) : Controller
{
    private const string Address = ReviewRoutes.Panels + "/{slug}/ranking";

    /// <summary>The ranking.</summary>
    [HttpGet(Address)]
    public Task<IActionResult> Show(string slug) => Page(slug, null);

    /// <summary>Saves what is recommended: everything that changed, or nothing.</summary>
    [HttpPost(Address), Authorize(Policy = Policies.RunCalls), RequestFormLimits(ValueCountLimit = 8 * RankingReader.Most)]
    public async Task<IActionResult> Save(string slug, RankingForm form)
    {
        if (await CallOf(slug) is not { } call)
        {
            return NotFound();
        }

        form.Rows = [.. form.Rows.DistinctBy(row => row.ApplicationId)];
        var entries = Entries(form, call.Currency);
        if (!ModelState.IsValid)
        {
            return await Page(slug, form);
        }

        var outcome = await desk.Save(User.Actor(), call.Id, entries);
        foreach (var refused in outcome.Refusals)
        {
            var place = form.Rows.FindIndex(row => row.ApplicationId == refused.ApplicationId);
            ModelState.AddRefusal(refused.Refusal.At(RankingForm.Field(place, refused.Refusal.Field)), sentences);
        }

        if (!ModelState.IsValid)
        {
            return await Page(slug, form);
        }

        TempData.SayDone(outcome.Saved switch
        {
            0 => texts["Nothing was changed"],
            1 => texts["1 recommendation is saved"],
            _ => texts["{0} recommendations are saved", outcome.Saved],
        });
        return Redirect(ReviewRoutes.Ranking(slug));
    }

    private List<RecommendationEntry> Entries(RankingForm form, string currency)
    {
        var entries = new List<RecommendationEntry>();
        foreach (var (row, place) in form.Rows.Select((row, place) => (row, place)).Where(pair => pair.row.IsTouched))
        {
            if (!RankingForm.TryAmount(row.Amount, currency, out var minor))
            {
                ModelState.AddModelError(RankingForm.Field(place, nameof(row.Amount)), texts["“{0}” is not an amount: write it like 12,500 or 12,500.50", row.Amount!]);
            }

            entries.Add(new RecommendationEntry(row.ApplicationId, row.Outcome, minor, row.Reason, row.Version));
        }

        return entries;
    }

    private async Task<IActionResult> Page(string slug, RankingForm? typed)
    {
        await using var work = await database.Read();
        if (await CallRepository.FindBySlug(work, slug, CultureInfo.CurrentUICulture.Name) is not { } call || call.Stage == CallStage.Draft)
        {
            return NotFound();
        }

        var ranking = await RankingReader.Read(work, call.Id, User.Actor().PersonId);
        var makers = typed is null ? [] : ranking.Select(application => application.Recommendation?.MadeBy).OfType<long>().Distinct().ToList();
        var names = makers.Count == 0 ? [] : (await PersonRepository.Find(work, makers)).ToDictionary(person => person.Id, person => person.Name);
        var page = new RankingPage(call, ranking, User.IsInRole(Roles.ProgrammeOfficer), typed, names);
        Response.StatusCode = ModelState.IsValid ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest;
        return View("Show", page);
    }

    private async Task<Call?> CallOf(string slug)
    {
        await using var work = await database.Read();
        return await CallRepository.FindBySlug(work, slug, CultureInfo.CurrentUICulture.Name);
    }
}
