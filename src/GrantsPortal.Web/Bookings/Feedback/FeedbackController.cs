using System.Globalization;
using GrantsPortal.Bookings;
using GrantsPortal.Bookings.Feedback;
using GrantsPortal.Platform.Database;
using GrantsPortal.Web.Shared;
using GrantsPortal.Web.Shared.Languages;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace GrantsPortal.Web.Bookings.Feedback;

/// <summary>What somebody is asked, and what they answered.</summary>
/// <param name="Booking">Their booking.</param>
/// <param name="Occasion">What it is about.</param>
/// <param name="Sheet">That they were asked.</param>
/// <param name="Questions">The questions.</param>
/// <param name="Given">What they answered before.</param>
/// <param name="Until">Until when it can be answered or changed; null when it cannot.</param>
public sealed record AnswerPage(Booking Booking, Occasion Occasion, FeedbackSheet Sheet, IReadOnlyList<FeedbackQuestion> Questions, IReadOnlyDictionary<long, string> Given, DateTimeOffset? Until)
{
    /// <summary>Whether earlier answers are kept from whoever reads, who may be who asked for the place.</summary>
    public bool Hidden { get; init; }
}

/// <summary>Where whoever holds a booking's link rates themself before and gives feedback after; no account is needed.</summary>
[AllowAnonymous]
public sealed class FeedbackController(PortalDatabase database, FeedbackDesk desk, Sentences sentences, IStringLocalizer<Texts> texts) : Controller
{
    private const string Route = BookingRoutes.Links + "/{secret:length(32)}/feedback/{moment:regex(^(before|after)$)}";

    /// <summary>The questions.</summary>
    [HttpGet(Route)]
    public Task<IActionResult> Form(string secret, string moment) => Page(secret, moment);

    /// <summary>Keeps the answers.</summary>
    [HttpPost(Route)]
    public async Task<IActionResult> Save(string secret, string moment)
    {
        await using (var work = await database.Read())
        {
            if (await BookingRepository.FindBySecret(work, secret) is not { } booking || await IsColleagues(work, booking))
            {
                return NotFound();
            }
        }

        var typed = new Dictionary<long, string>();
        foreach (var (name, value) in Request.Form)
        {
            if (name.StartsWith("answers[", StringComparison.Ordinal) && long.TryParse(name.AsSpan(8).TrimEnd(']'), NumberStyles.None, CultureInfo.InvariantCulture, out var question))
            {
                typed[question] = value.ToString();
                ModelState.SetModelValue(FeedbackRules.Field(question), value.ToString(), value.ToString());
            }
        }

        if (await desk.Answer(User.Actor(), secret, Moment(moment), typed) is not { } answered)
        {
            return NotFound();
        }

        if (answered.Done)
        {
            TempData.SayDone(moment == "before" ? texts["Thank you. We ask you the same when it is over"] : texts["Thank you. You can change your answers for two weeks"]);
            return LocalRedirect(BookingRoutes.One(secret) + "#feedback");
        }

        ModelState.AddRefusals(answered.Refusals, sentences);
        return await Page(secret, moment);
    }

    private async Task<IActionResult> Page(string secret, string moment)
    {
        Response.Headers.CacheControl = "no-store";
        await using var work = await database.Read();
        if (await BookingRepository.FindBySecret(work, secret) is not { } booking || await IsColleagues(work, booking) || await FeedbackRepository.Sheet(work, booking.Id, Moment(moment)) is not { } sheet)
        {
            return NotFound();
        }

        var occasion = (await OccasionRepository.Find(work, booking.OccasionId))!;
        var mayRead = await IsTheirsForSure(work, booking);
        var given = (await FeedbackRepository.OfBooking(work, booking.Id)).Where(answer => mayRead && answer.Moment == sheet.Moment)
            .ToDictionary(answer => answer.QuestionId, answer => answer.Rating?.ToString(CultureInfo.InvariantCulture) ?? answer.Words ?? "");
        return View("Form", new AnswerPage(
            booking, occasion, sheet, FeedbackRules.AskedAt(sheet.Moment, await FeedbackRepository.Questions(work, occasion.Kind, occasion.SubjectId)), given,
            FeedbackRules.MayAnswer(occasion, booking, sheet, work.Now) is null ? FeedbackRules.Until(occasion, sheet) : null)
        { Hidden = !mayRead });
    }

    /// <summary>Whether nobody but the person can hold this link, or the reader is signed in as them; only then is shown again what was answered.</summary>
    private async Task<bool> IsTheirsForSure(UnitOfWork work, Booking booking) =>
        booking.PersonId is { } person && (User.Actor().PersonId == person || (await BookingRepository.FindParty(work, booking.PartyId))?.BookedBy == person);

    /// <summary>Whether the reader is signed in as who asked for it for somebody else, whose words are not theirs to read.</summary>
    private async Task<bool> IsColleagues(UnitOfWork work, Booking booking) =>
        User.Actor().PersonId is { } reader && reader != booking.PersonId && (await BookingRepository.FindParty(work, booking.PartyId))?.BookedBy == reader;

    private static FeedbackMoment Moment(string moment) => moment == "before" ? FeedbackMoment.Before : FeedbackMoment.After;
}
