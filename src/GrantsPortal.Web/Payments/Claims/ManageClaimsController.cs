using GrantsPortal.Payments.Claims;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Files;
using GrantsPortal.Web.Shared;
using GrantsPortal.Web.Shared.Languages;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace GrantsPortal.Web.Payments.Claims;

/// <summary>Claims of panel members, for those who decide on them.</summary>
[Authorize(Policies.ReadDesk)]
public sealed class ManageClaimsController(PortalDatabase database, ClaimDesk desk, FileStore files, Sentences sentences, IStringLocalizer<Texts> texts) : Controller
{
    private const int PageSize = 50;
    private const string One = ClaimRoutes.Desk + "/{reference}";

    /// <summary>Claims in a state, those to look at first.</summary>
    [HttpGet(ClaimRoutes.Desk)]
    public async Task<IActionResult> Index(ClaimState? state, long? before)
    {
        ModelState.Clear();
        await using var work = await database.Read();
        var chosen = state ?? ClaimState.Submitted;
        var found = await ClaimRepository.In(work, chosen, before, PageSize + 1);
        return View(new ClaimsView(
            chosen,
            [.. found.Take(PageSize)],
            (await ClaimRepository.Counts(work)).ToDictionary(count => count.State, count => count.Number),
            found.Count > PageSize ? Url.Action(nameof(Index), new { state = chosen, before = found[PageSize - 1].Id }) : null));
    }

    /// <summary>One claim.</summary>
    [HttpGet(One)]
    public async Task<IActionResult> Show(string reference) => await Read(reference, null) is { } page ? View(page) : NotFound();

    /// <summary>Decides on it.</summary>
    [HttpPost(One), Authorize(Policies.DecideClaims)]
    public async Task<IActionResult> Show(string reference, int version, string act, string? reason)
    {
        var outcome = await desk.Decide(User.Actor(), reference, version, act, reason);
        if (outcome.Done)
        {
            TempData.SayDone(texts["What you decided is kept, and {0} has been told.", reference]);
            return LocalRedirect(ClaimRoutes.Show(reference));
        }

        ModelState.AddRefusals(outcome.Refusals, sentences);
        return await Read(reference, reason) is { } page ? View(page) : NotFound();
    }

    /// <summary>Its receipt.</summary>
    [HttpGet(One + "/receipt")]
    public async Task<IActionResult> Receipt(string reference)
    {
        await using var work = await database.Read();
        return await this.Receipt(work, files, await ClaimRepository.Find(work, reference));
    }

    private async Task<ClaimView?> Read(string reference, string? reason)
    {
        await using var work = await database.Read();
        return await ClaimRepository.Find(work, reference) is { } claim
            ? new ClaimView(claim, User.Actor().Is(Roles.ProgrammeOfficer, Roles.Finance) && claim.PersonId != User.Actor().PersonId, reason)
            : null;
    }
}

/// <summary>A page of claims.</summary>
public sealed record ClaimsView(ClaimState State, IReadOnlyList<Claim> Claims, IReadOnlyDictionary<ClaimState, long> Counts, string? Next);

/// <summary>One claim for staff.</summary>
public sealed record ClaimView(Claim Claim, bool MayDecide, string? Reason);
