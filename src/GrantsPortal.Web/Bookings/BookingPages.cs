using GrantsPortal.Bookings;
using GrantsPortal.Web.Bookings.Desk;
using GrantsPortal.Web.Bookings.Feedback;
using GrantsPortal.Web.Bookings.Fees;
using GrantsPortal.Web.Bookings.FollowUp;
using GrantsPortal.Web.Bookings.Materials;
using GrantsPortal.Web.Bookings.Needs;
using GrantsPortal.Web.Partnerships;
using GrantsPortal.Web.Shared;
using GrantsPortal.Web.Shared.Languages;

namespace GrantsPortal.Web.Bookings;

/// <summary>What the module's pages need.</summary>
public static class BookingPages
{
    /// <summary>Registers it.</summary>
    public static IServiceCollection AddBookingPages(this IServiceCollection services) => services
        .AddSingleton<IRefusalSentences, BookingSentences>()
        .AddSingleton<BookingParts>()
        .AddSingleton<IBookingPart, TicketPart>()
        .AddSingleton<IBookingPart, CalendarPart>()
        .AddSingleton<OccasionFrames>()
        .AddSingleton(new OccasionTab("bookings", "Bookings", 10))
        .AddSingleton(new OccasionTab("check-in", "Check-in", 20) { Of = occasion => occasion.State == OccasionState.Published, Seen = Policies.MayLookAfterPartners })
        .AddNeedPages()
        .AddFeeMoneyPages()
        .AddSingleton<IPartnerPart, OccasionsPart>()
        .AddSingleton(new OccasionTab("follow-up", "Follow-up", 55) { Seen = Policies.MayReadPartnerships })
        .AddSingleton<IRefusalSentences, MaterialSentences>()
        .AddSingleton<IBookingPart, MaterialsPart>()
        .AddSingleton(new OccasionTab("materials", "Materials", 40))
        .AddSingleton<IRefusalSentences, FeedbackSentences>()
        .AddSingleton<IBookingPart, FeedbackPart>()
        .AddSingleton<IBookingNotes, FeedbackNotes>()
        .AddSingleton(new OccasionTab("feedback", "Feedback", 50));
}
