using GrantsPortal.Bookings;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Training;
using GrantsPortal.Training.Certificates;
using GrantsPortal.Web.Bookings.Desk;
using GrantsPortal.Web.Shared;
using GrantsPortal.Web.Shared.Languages;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace GrantsPortal.Web.Training;

/// <summary>The certificates of a run.</summary>
public sealed record CertificatesDeskPage(OccasionFrame Frame, Course Course, IReadOnlyList<Certificate> Certificates, int Attended);

/// <summary>One certificate, to be corrected or withdrawn.</summary>
public sealed record CertificateDeskPage(OccasionFrame Frame, Certificate Certificate, string? Name, string? Reason);

/// <summary>Certificates on the desk of a run.</summary>
[Authorize(Policies.ReadDesk)]
public sealed class CertificatesDeskController(PortalDatabase database, CertificateDesk desk, OccasionFrames frames, Sentences sentences, IStringLocalizer<Texts> texts, IOptions<PortalOptions> portal) : Controller
{
    private const string Route = OccasionRoutes.One + "/certificates";

    /// <summary>Those given.</summary>
    [HttpGet(Route)]
    public async Task<IActionResult> Show(long id)
    {
        await using var work = await database.Read();
        return await frames.Of(work, id) is { Occasion.Kind: OccasionKind.Run } frame && await CourseRepository.Find(work, frame.Occasion.SubjectId, portal.Value.SourceLanguage) is { } course
            ? View(new CertificatesDeskPage(
                frame.At("certificates"), course, await CertificateRepository.OfRun(work, id),
                (await BookingRepository.Counts(work, [id])).Where(count => count.State == BookingState.Attended).Sum(count => count.People)))
            : NotFound();
    }

    /// <summary>Gives certificates to those who earned one, at once.</summary>
    [HttpPost(Route), Authorize(Policies.LookAfterPartners)]
    public async Task<IActionResult> Give(long id)
    {
        if (await desk.Give(User.Actor(), id) is not { } given)
        {
            return NotFound();
        }

        if (given.Done)
        {
            TempData.SayDone(texts["{0} certificates given. Each is told by e-mail", given.Value]);
        }
        else
        {
            TempData.SayNote(sentences.Say(given.Refusals[0]));
        }

        return LocalRedirect(OccasionRoutes.At(id, "certificates"));
    }

    /// <summary>One of them.</summary>
    [HttpGet(Route + "/{certificate:long}"), Authorize(Policies.LookAfterPartners)]
    public Task<IActionResult> One(long id, long certificate) => Page(id, certificate, null, null);

    /// <summary>Corrects the name on it.</summary>
    [HttpPost(Route + "/{certificate:long}/name"), Authorize(Policies.LookAfterPartners)]
    public async Task<IActionResult> Correct(long id, long certificate, int version, string? name) =>
        await After(id, certificate, await desk.Correct(User.Actor(), id, certificate, version, name), texts["Corrected. The person is told"], name, null);

    /// <summary>Withdraws it.</summary>
    [HttpPost(Route + "/{certificate:long}/withdraw"), Authorize(Policies.LookAfterPartners)]
    public async Task<IActionResult> Withdraw(long id, long certificate, int version, string? reason) =>
        await After(id, certificate, await desk.Withdraw(User.Actor(), id, certificate, version, reason), texts["Withdrawn. Whoever verifies it reads so, and the person is told why"], null, reason);

    private async Task<IActionResult> After(long id, long certificate, Outcome? outcome, string done, string? name, string? reason)
    {
        if (outcome is not { } known)
        {
            return NotFound();
        }

        if (known.Done)
        {
            TempData.SayDone(done);
            return LocalRedirect(OccasionRoutes.At(id, "certificates"));
        }

        ModelState.AddRefusals(known.Refusals, sentences);
        ModelState.Remove("version");
        return await Page(id, certificate, name, reason);
    }

    private async Task<IActionResult> Page(long id, long certificate, string? name, string? reason)
    {
        await using var work = await database.Read();
        return await frames.Of(work, id) is { } frame && await CertificateRepository.Find(work, id, certificate) is { } found
            ? View("One", new CertificateDeskPage(frame.At("certificates"), found, name ?? found.Name, reason))
            : NotFound();
    }
}
