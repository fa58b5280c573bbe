using GrantsPortal.Awards;
using GrantsPortal.Awards.Conditions;
using GrantsPortal.Organisations;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Files;
using GrantsPortal.Web.Shared;
using GrantsPortal.Web.Shared.Guards;
using GrantsPortal.Web.Shared.Languages;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;

namespace GrantsPortal.Web.Awards;

/// <summary>What an award still needs before its first payment, as its members see it and hand it in.</summary>
[Authorize(Policies.SignedIn)]
public sealed class MyConditionsController(PortalDatabase database, ConditionDesk desk, FileStore files, Sentences sentences, IStringLocalizer<Texts> texts) : Controller
{
    private const long Limit = FileStore.MaxBytes + (1024 * 1024);
    private const string All = "/my/awards/{reference}/conditions";

    /// <summary>All of them.</summary>
    [HttpGet(All)]
    public async Task<IActionResult> Index(string reference)
    {
        await using var work = await database.Read();
        return await AwardRepository.FindFor(work, reference, User.Actor().Person) is { } award && await Read(work, award) is { } view ? View(view) : NotFound();
    }

    /// <summary>One to hand in.</summary>
    [HttpGet(All + "/{id:long}")]
    public Task<IActionResult> HandIn(string reference, long id) => Page(reference, id, new HandInForm());

    /// <summary>Hands it in.</summary>
    [HttpPost(All + "/{id:long}"), EnableRateLimiting(RateLimits.Upload), RequestSizeLimit(Limit), RequestFormLimits(MultipartBodyLengthLimit = Limit)]
    public async Task<IActionResult> HandIn(string reference, long id, HandInForm form)
    {
        await using var content = form.Document?.OpenReadStream();
        var outcome = await desk.HandIn(User.Actor(), reference, id, form.Version, content, form.Document?.FileName, form.Note);
        if (outcome.Done)
        {
            TempData.SayDone(texts["Handed in. The city looks at it and writes to you."]);
            return LocalRedirect(AwardRoutes.MyConditions(reference));
        }

        ModelState.AddRefusals(outcome.Refusals, sentences);
        return await Page(reference, id, form);
    }

    /// <summary>A document that was handed in.</summary>
    [HttpGet(All + "/{id:long}/files/{file:long}")]
    public async Task<IActionResult> File(string reference, long id, long file)
    {
        await using var work = await database.Read();
        return await AwardRepository.FindFor(work, reference, User.Actor().Person) is { } award && await ConditionRepository.Holds(work, award.Id, id, file)
            ? await this.Stored(work, files, file)
            : NotFound();
    }

    private async Task<IActionResult> Page(string reference, long id, HandInForm form)
    {
        await using var work = await database.Read();
        if (await AwardRepository.FindFor(work, reference, User.Actor().Person) is not { } award
            || (await Read(work, award)).Rows.FirstOrDefault(row => row.Condition.Id == id) is not { } row)
        {
            return NotFound();
        }

        if (HttpMethods.IsGet(Request.Method) || ModelState.Values.Any(entry => entry.Errors.Count > 0))
        {
            ModelState.Remove(nameof(form.Version));
            form.Version = row.Condition.Version;
        }

        return View(nameof(HandIn), new HandInView(award, row, form));
    }

    private async Task<ConditionsView> Read(UnitOfWork work, Award award)
    {
        var role = (await OrganisationRepository.MembershipOf(work, award.OrganisationId, User.Actor().Person))?.Role;
        var steps = (await ConditionRepository.Steps(work, award.Id)).ToLookup(step => step.ConditionId);
        return new ConditionsView(award, false,
        [
            .. (await ConditionRepository.Of(work, award.Id)).Select(condition => new ConditionRow(
                condition,
                [.. steps[condition.Id]],
                ConditionRules.MayHandIn(award, role, condition) is { } against ? sentences.Say(against) : null)),
        ]);
    }
}

/// <summary>The conditions of an award.</summary>
/// <param name="Award">The award.</param>
/// <param name="MayChange">Whether the reader may add, change and remove them.</param>
/// <param name="Rows">The conditions.</param>
public sealed record ConditionsView(Award Award, bool MayChange, IReadOnlyList<ConditionRow> Rows)
{
    /// <summary>How many stand before the first payment.</summary>
    public int Left => Rows.Count(row => row.Condition.Blocks);
}

/// <summary>A condition with what was done with it.</summary>
/// <param name="Condition">The condition.</param>
/// <param name="Steps">What was done, oldest first.</param>
/// <param name="Against">Why the reader cannot hand in, or judge; null when they can.</param>
public sealed record ConditionRow(AwardCondition Condition, IReadOnlyList<ConditionStep> Steps, string? Against);

/// <summary>One condition to hand in.</summary>
public sealed record HandInView(Award Award, ConditionRow Row, HandInForm Form);

/// <summary>What is handed in.</summary>
public sealed class HandInForm
{
    /// <summary>The document.</summary>
    public IFormFile? Document { get; set; }

    /// <summary>A note.</summary>
    public string? Note { get; set; }

    /// <summary>Which version was shown.</summary>
    public int Version { get; set; }
}
