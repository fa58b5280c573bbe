using System.Globalization;
using GrantsPortal.Bookings;
using GrantsPortal.Events;
using GrantsPortal.Events.Agenda;
using GrantsPortal.Events.Groups;
using GrantsPortal.Events.Guests;
using GrantsPortal.Platform.Database;
using GrantsPortal.Web.Bookings;
using GrantsPortal.Web.Shared.Languages;

namespace GrantsPortal.Web.Events;

/// <summary>The small groups that a booking can choose from.</summary>
/// <param name="Secret">The secret of the booking's link.</param>
/// <param name="Groups">The groups.</param>
/// <param name="Chosen">Those chosen.</param>
/// <param name="Against">Why nothing can be changed; null when it can.</param>
/// <param name="Closes">Until when it can.</param>
/// <param name="Zone">The zone its times are said in.</param>
public sealed record GroupChoiceView(string Secret, IReadOnlyList<SmallGroup> Groups, IReadOnlySet<long> Chosen, string? Against, DateTimeOffset? Closes, TimeZoneInfo Zone);

/// <summary>Who else is coming, as a booking sees it.</summary>
/// <param name="Secret">The secret of the booking's link.</param>
/// <param name="Own">The booking's own agreement; null when it has not agreed.</param>
/// <param name="Others">Those seen.</param>
/// <param name="Until">Until when the officer lets them be shown.</param>
public sealed record GuestsView(string Secret, ShownGuest? Own, IReadOnlyList<ShownGuest> Others, DateTimeOffset Until);

/// <summary>The agenda, with where to join.</summary>
public sealed class AgendaPart : IBookingPart
{
    /// <inheritdoc/>
    public int Order => 35;

    /// <inheritdoc/>
    public async Task<BookingPart?> For(BookingSight sight, UnitOfWork work)
    {
        if (!sight.Booking.HasPlace || sight.Occasion.Kind != OccasionKind.Event || await EventRepository.OfOccasion(work, sight.Occasion.Id) is not { } gathering)
        {
            return null;
        }

        var zone = TimeZoneInfo.FindSystemTimeZoneById(sight.Occasion.TimeZone);
        var table = AgendaRules.Table(await AgendaRepository.Lines(work, gathering.Id, forPublic: true), zone);
        return table.IsEmpty ? null : new BookingPart("agenda", "Agenda", "/Events/_Agenda.cshtml", new AgendaView(table, zone, Place: true));
    }
}

/// <summary>Small groups to choose from.</summary>
public sealed class GroupsPart(Sentences sentences) : IBookingPart
{
    /// <inheritdoc/>
    public int Order => 40;

    /// <inheritdoc/>
    public async Task<BookingPart?> For(BookingSight sight, UnitOfWork work)
    {
        if (!sight.Booking.HasPlace || sight.Occasion.Kind != OccasionKind.Event || await EventRepository.OfOccasion(work, sight.Occasion.Id, CultureInfo.CurrentUICulture.Name) is not { } gathering)
        {
            return null;
        }

        if (await GroupRepository.OfOccasion(work, sight.Occasion.Id) is not { Count: > 0 } groups)
        {
            return null;
        }

        var chosen = (await GroupRepository.Of(work, sight.Booking.Id)).Select(choice => choice.GroupId).ToHashSet();
        var against = GroupRules.MayChoose(sight.Occasion, gathering, sight.Booking, sight.At);
        return new BookingPart("groups", "Small groups", "/Events/_Groups.cshtml", new GroupChoiceView(
            sight.Booking.Secret, groups, chosen, against is null ? null : sentences.Say(against), GroupRules.ClosesAt(sight.Occasion, gathering), TimeZoneInfo.FindSystemTimeZoneById(sight.Occasion.TimeZone)));
    }
}

/// <summary>Who else is coming, for those who agreed to be shown themselves.</summary>
public sealed class GuestsPart : IBookingPart
{
    /// <inheritdoc/>
    public int Order => 42;

    /// <inheritdoc/>
    public async Task<BookingPart?> For(BookingSight sight, UnitOfWork work)
    {
        if (sight.Occasion.Kind != OccasionKind.Event || await EventRepository.OfOccasion(work, sight.Occasion.Id) is not { GuestsUntil: { } until } gathering
            || GuestRules.MayAgree(sight.Occasion, gathering, sight.Booking, sight.At) is not null)
        {
            return null;
        }

        var agreed = await GuestRepository.Agreed(work, sight.Occasion.Id);
        return new BookingPart("guests", "Who is coming", "/Events/_Guests.cshtml", new GuestsView(
            sight.Booking.Secret, agreed.FirstOrDefault(guest => guest.BookingId == sight.Booking.Id), GuestRules.Seen(sight.Occasion, gathering, sight.Booking, agreed, sight.At), until));
    }
}
