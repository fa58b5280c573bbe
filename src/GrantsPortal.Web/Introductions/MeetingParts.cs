using GrantsPortal.Bookings;
using GrantsPortal.Introductions.Meeting;
using GrantsPortal.Introductions.Offers;
using GrantsPortal.Introductions.Tables;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Web.Bookings;
using GrantsPortal.Web.Shared.Forms;
using GrantsPortal.Web.Shared.Languages;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace GrantsPortal.Web.Introductions;

/// <summary>Whom to meet, on a booking's page.</summary>
/// <param name="Secret">The secret in its link.</param>
/// <param name="Agreed">Whether the person agreed.</param>
/// <param name="Organisation">The organisation named to others; null where none is.</param>
/// <param name="Hidden">Whether there is one that is not shown to others.</param>
/// <param name="Choices">What one can care about.</param>
/// <param name="Chosen">What the person cares about.</param>
/// <param name="People">Whom to meet; nobody before agreeing.</param>
public sealed record MeetingPage(string Secret, bool Agreed, string? Organisation, bool Hidden, IReadOnlyList<FieldItem> Choices, IReadOnlyList<string> Chosen, IReadOnlyList<ToMeet> People);

/// <summary>Shows a booking's page whom to meet, once the person has agreed.</summary>
public sealed class MeetingPart(Vocabulary vocabulary, IStringLocalizer<Texts> texts, IOptions<PortalOptions> portal) : IBookingPart
{
    /// <inheritdoc/>
    public int Order => 45;

    /// <inheritdoc/>
    public async Task<BookingPart?> For(BookingSight sight, UnitOfWork work)
    {
        if (sight.Booking.State != BookingState.Confirmed || sight.Occasion.PhaseAt(sight.At) is BookingPhase.Over or BookingPhase.Cancelled or BookingPhase.Hidden)
        {
            return null;
        }

        var wish = await MeetingRepository.Find(work, sight.Booking.Id);
        var visible = sight.Party.OrganisationId is { } id && (await PartnerRepository.Profile(work, id)).Visible;
        var choices = new List<FieldItem>();
        foreach (var kind in new[] { EntryKind.Theme, EntryKind.Group })
        {
            choices.AddRange((await vocabulary.Of(work, kind)).Select(words => new FieldItem(MeetingWish.Kept(kind, words), texts[words])));
        }

        var people = wish is null ? [] : (await MeetingRepository.Proposals(work, sight.Occasion.Id, Instants.DayOf(sight.At, portal.Value.Zone))).GetValueOrDefault(sight.Booking.Id, []);
        return new BookingPart(
            "meeting", "Whom to meet", "/Introductions/Meeting/_Meeting.cshtml",
            new MeetingPage(
                sight.Booking.Secret, wish is not null, visible ? sight.Party.OrganisationName : null, sight.Party.OrganisationId is not null && !visible, choices,
                [.. wish?.Terms.Select(term => MeetingWish.Kept(term.Kind, term.Words)) ?? []], people));
    }
}

/// <summary>Shows a booking's page the tables of the guest, once they are to be seen.</summary>
public sealed class TablePart : IBookingPart
{
    /// <inheritdoc/>
    public int Order => 44;

    /// <inheritdoc/>
    public async Task<BookingPart?> For(BookingSight sight, UnitOfWork work) =>
        sight.Booking.HasPlace && await TableRepository.ShownTo(work, sight.Booking.Id) is { Count: > 0 } places
            ? new BookingPart("table", "Your table", "/Introductions/Meeting/_Table.cshtml", places)
            : null;
}
