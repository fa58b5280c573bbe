using System.Globalization;
using GrantsPortal.Bookings;
using GrantsPortal.Bookings.Feedback;
using GrantsPortal.Platform.Database;

namespace GrantsPortal.Web.Bookings.Feedback;

/// <summary>What a booking's page says of feedback.</summary>
/// <param name="Booking">The booking.</param>
/// <param name="Before">The self-assessment that can be given or changed; null when none can.</param>
/// <param name="After">The feedback that can be given or changed; null when none can.</param>
/// <param name="Own">How the person rated each statement before and after, once both were done.</param>
public sealed record FeedbackPartView(Booking Booking, FeedbackSheet? Before, FeedbackSheet? After, IReadOnlyList<OwnChange> Own);

/// <summary>How somebody rated a statement themself.</summary>
public sealed record OwnChange(string Statement, int Before, int After);

/// <summary>Self-assessment and feedback on a booking's page.</summary>
public sealed class FeedbackPart : IBookingPart
{
    /// <inheritdoc/>
    public int Order => 70;

    /// <inheritdoc/>
    public async Task<BookingPart?> For(BookingSight sight, UnitOfWork work)
    {
        // Whoever asked for a colleague has the link too; what the colleague says is not theirs to read.
        var sheets = sight.Reader == sight.Party.BookedBy && sight.Reader != sight.Booking.PersonId ? [] : await FeedbackRepository.Sheets(work, [sight.Booking.Id]);
        if (sheets.Count == 0)
        {
            return null;
        }

        FeedbackSheet? Open(FeedbackMoment moment) => sheets.FirstOrDefault(sheet => sheet.Moment == moment && FeedbackRules.MayAnswer(sight.Occasion, sight.Booking, sheet, sight.At) is null);
        var answers = await FeedbackRepository.OfBooking(work, sight.Booking.Id);
        var after = answers.Where(answer => answer.Moment == FeedbackMoment.After).ToDictionary(answer => answer.QuestionId, answer => answer.Rating);
        var questions = after.Count == 0 ? [] : await FeedbackRepository.Questions(work, sight.Occasion.Kind, sight.Occasion.SubjectId);
        List<OwnChange> own =
        [
            .. from question in questions
               where question.Type == QuestionType.Statement
               join answer in answers.Where(answer => answer.Moment == FeedbackMoment.Before) on question.Id equals answer.QuestionId
               where answer.Rating is not null && after.GetValueOrDefault(question.Id) is not null
               select new OwnChange(question.Words, answer.Rating!.Value, after[question.Id]!.Value),
        ];
        var view = new FeedbackPartView(sight.Booking, Open(FeedbackMoment.Before), Open(FeedbackMoment.After), own);
        return view.Before is null && view.After is null && own.Count == 0 ? null : new BookingPart("feedback", "How it is for you", "/Bookings/Feedback/_Part.cshtml", view);
    }
}

/// <summary>The feedback that can be given, in a person's list of bookings.</summary>
public sealed class FeedbackNotes : IBookingNotes
{
    /// <inheritdoc/>
    public int Order => 10;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<BookingNote>> Of(long person, IReadOnlyCollection<MyBooking> bookings, UnitOfWork work)
    {
        var own = bookings.Where(booking => booking.PersonId == person && booking.State is BookingState.Confirmed or BookingState.Attended).ToDictionary(booking => booking.Id);
        var sheets = own.Count == 0 ? [] : await FeedbackRepository.Sheets(work, own.Keys);
        return [.. sheets.Where(sheet => sheet.FirstAt is null && May(own[sheet.BookingId], sheet, work.Now)).Select(sheet => sheet.Moment == FeedbackMoment.Before
            ? new BookingNote(sheet.BookingId, "Rate yourself before it begins", BookingRoutes.Feedback(own[sheet.BookingId].Secret, "before"))
            : new BookingNote(sheet.BookingId, "Give feedback", BookingRoutes.Feedback(own[sheet.BookingId].Secret, "after")))];
    }

    private static bool May(MyBooking booking, FeedbackSheet sheet, DateTimeOffset now) =>
        sheet.Moment == FeedbackMoment.Before ? now < booking.StartsAt : now >= booking.EndsAt && now <= booking.EndsAt?.AddDays(FeedbackRules.OpenDays);
}
