using GrantsPortal.Bookings;
using GrantsPortal.Bookings.Materials;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Files;
using GrantsPortal.Web.Bookings.Desk;
using GrantsPortal.Web.Shared;
using GrantsPortal.Web.Shared.Guards;
using GrantsPortal.Web.Shared.Languages;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace GrantsPortal.Web.Bookings.Materials;

/// <summary>A material as typed.</summary>
public sealed class MaterialForm
{
    /// <summary>For whom it is.</summary>
    public MaterialMoment Moment { get; set; }

    /// <summary>What it is.</summary>
    public string? Title { get; set; }

    /// <summary>BCP 47 code of the language it is in.</summary>
    public string? Language { get; set; }

    /// <summary>Where it is, of a link.</summary>
    public string? Url { get; set; }

    /// <summary>The upload, of a file.</summary>
    public IFormFile? File { get; set; }
}

/// <summary>The materials of an occasion, and one being shared.</summary>
public sealed record MaterialsPage(OccasionFrame Frame, IReadOnlyList<Material> Materials, MaterialForm Form, IReadOnlyList<string> Languages);

/// <summary>Materials on the desk of an occasion.</summary>
[Authorize(Policies.ReadDesk)]
public sealed class MaterialsDeskController(PortalDatabase database, MaterialDesk desk, OccasionFrames frames, FileStore files, Sentences sentences, IStringLocalizer<Texts> texts, IOptions<PortalOptions> portal) : Controller
{
    private const string Route = OccasionRoutes.One + "/materials";

    /// <summary>What is shared.</summary>
    [HttpGet(Route)]
    public Task<IActionResult> Show(long id) => Page(id, new MaterialForm { Language = portal.Value.SourceLanguage });

    /// <summary>Shares a file or a link.</summary>
    [HttpPost(Route), Authorize(Policies.LookAfterPartners), EnableRateLimiting(RateLimits.Upload)]
    [RequestSizeLimit(FileStore.MaxBytes + 65536), RequestFormLimits(MultipartBodyLengthLimit = FileStore.MaxBytes + 65536)]
    public async Task<IActionResult> Share(long id, MaterialForm form)
    {
        await using var content = form.File?.OpenReadStream();
        if (await desk.Share(User.Actor(), id, new MaterialPlan(form.Moment, form.Title, form.Language, form.Url), content, form.File?.FileName ?? "", HttpContext.RequestAborted) is not { } shared)
        {
            return NotFound();
        }

        if (shared.Done)
        {
            TempData.SayDone(form.Moment == MaterialMoment.Before ? texts["Shared. Everybody with a place gets an e-mail"] : texts["Shared. Everybody who was there gets an e-mail"]);
            return LocalRedirect(OccasionRoutes.At(id, "materials"));
        }

        ModelState.AddRefusals(shared.Refusals, sentences);
        return await Page(id, form);
    }

    /// <summary>A file, for staff.</summary>
    [HttpGet(Route + "/{material:long}")]
    public async Task<IActionResult> Open(long id, long material)
    {
        await using var work = await database.Read();
        return this.Stored(files, await MaterialRepository.Find(work, id, material));
    }

    /// <summary>Takes one back.</summary>
    [HttpPost(Route + "/{material:long}/remove"), Authorize(Policies.LookAfterPartners)]
    public async Task<IActionResult> Remove(long id, long material)
    {
        if (await desk.TakeBack(User.Actor(), id, material) is null)
        {
            return NotFound();
        }

        TempData.SayDone(texts["Taken back. Nobody gets it any more"]);
        return LocalRedirect(OccasionRoutes.At(id, "materials"));
    }

    private async Task<IActionResult> Page(long id, MaterialForm form)
    {
        await using var work = await database.Read();
        return await frames.Of(work, id) is { } frame
            ? View("Show", new MaterialsPage(frame.At("materials"), await MaterialRepository.OfOccasion(work, id), form, portal.Value.Languages))
            : NotFound();
    }
}

/// <summary>Materials for whoever holds a booking's link and may have them.</summary>
[AllowAnonymous]
public sealed class MaterialsController(PortalDatabase database, FileStore files) : Controller
{
    /// <summary>A file.</summary>
    [HttpGet(BookingRoutes.Links + "/{secret:length(32)}/materials/{id:long}")]
    public async Task<IActionResult> Open(string secret, long id)
    {
        await using var work = await database.Read();
        return this.Stored(files, await MaterialRepository.FindFor(work, secret, id));
    }
}

/// <summary>Files as attachments.</summary>
internal static class MaterialFiles
{
    /// <summary>The file of a material, or 404 where there is none.</summary>
    public static IActionResult Stored(this Controller controller, FileStore files, Material? material)
    {
        controller.Response.Headers.CacheControl = "no-store";
        return material is { Hash: { } hash, ContentType: { } type, FileName: { } name } && files.Has(hash) ? controller.File(files.Open(hash), type, name) : controller.NotFound();
    }
}

/// <summary>The materials for the holder of a booking.</summary>
public sealed record MaterialsPartView(Booking Booking, IReadOnlyList<Material> Materials);

/// <summary>Materials on a booking's page.</summary>
public sealed class MaterialsPart : IBookingPart
{
    /// <inheritdoc/>
    public int Order => 60;

    /// <inheritdoc/>
    public async Task<BookingPart?> For(BookingSight sight, UnitOfWork work) =>
        sight.Booking.HasPlace && await MaterialRepository.ForBooking(work, sight.Booking.Id) is { Count: > 0 } materials
            ? new BookingPart("materials", "Materials", "/Bookings/Materials/_Part.cshtml", new MaterialsPartView(sight.Booking, materials))
            : null;
}
