using GrantsPortal.Bookings;
using GrantsPortal.Organisations;
using GrantsPortal.People;
using GrantsPortal.Platform;
using GrantsPortal.TestWorld;
using Xunit;

namespace GrantsPortal.Database.Tests.Bookings;

public sealed class WaitingListTests : BookingTests
{
    [Fact]
    public async Task A_cancelled_place_is_offered_down_the_list_and_an_offer_that_lapses_passes_on_and_never_comes_back()
    {
        var (booker, occasion) = await Full(1);
        var first = await World.Book(booker, occasion);
        var second = await World.Book(booker, occasion);
        var placed = (await World.Read(work => BookingRepository.In(work, occasion.Id, [BookingState.Confirmed])))[0];
        City.Must(await Desk.Cancel(Actor.Public, placed.Secret));

        var offered = (await World.Party(first))[0];
        Assert.True(offered.IsOffered);
        Assert.Equal(World.Now.AddHours(48), offered.HeldUntil);
        Assert.Equal(1, (await World.Occasion(occasion.Id)).SeatsTaken);
        Assert.Contains("is free for you", (await World.MailTo(booker.Email)).Last(mail => mail.Template == "PlaceOffered").Subject, StringComparison.Ordinal);

        World.Portal.Clock.Advance(TimeSpan.FromHours(48));
        await RunPlaces();
        Assert.True((await World.Party(first))[0].IsOffered);

        World.Portal.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal("booking.offer-lapsed", (await Offers.Take(Actor.Public, first.Party.Secret))!.Value.Refusals[0].Code);
        await RunPlaces();
        var lapsed = (await World.Party(first))[0];
        Assert.Equal((BookingState.Cancelled, BookingEnd.OfferLapsed), (lapsed.State, lapsed.EndReason));
        Assert.True((await World.Party(second))[0].IsOffered);

        City.Must(await Offers.Decline(Actor.Public, second.Party.Secret));
        Assert.Equal(0, (await World.Occasion(occasion.Id)).SeatsTaken);
        await RunPlaces();
        Assert.Equal(2, (await World.MailTo(booker.Email)).Count(mail => mail.Template == "PlaceOffered"));
        Assert.Empty(await Broken());

        // Who asks again is a newcomer.
        var again = (await Desk.Book(City.Acting(booker), occasion.Id, new BookingAsk { Guests = [new Guest(lapsed.Name, lapsed.Email)] }))!.Value.Value;
        Assert.Equal(BookingState.Confirmed, again.Bookings[0].State);
    }

    [Fact]
    public async Task A_group_that_comes_together_waits_until_all_have_a_seat_and_answers_once()
    {
        var (booker, occasion) = await Full(4);
        var group = await World.Book(booker, occasion, 3, together: true);
        var single = await World.Book(booker, occasion);
        var placed = await World.Read(work => BookingRepository.In(work, occasion.Id, [BookingState.Confirmed]));
        City.Must(await Desk.Cancel(Actor.Public, placed[0].Secret));
        Assert.True((await World.Party(single))[0].IsOffered);
        City.Must(await Desk.Cancel(Actor.Public, placed[1].Secret));
        City.Must(await Desk.Cancel(Actor.Public, placed[2].Secret));
        Assert.DoesNotContain(await World.Party(group), booking => booking.IsOffered);

        City.Must(await Desk.Cancel(Actor.Public, placed[3].Secret));
        Assert.All(await World.Party(group), booking => Assert.True(booking.IsOffered));
        City.Must(await Offers.Take(Actor.Public, group.Party.Secret));
        Assert.All(await World.Party(group), booking => Assert.Equal(BookingState.Confirmed, booking.State));
        Assert.Empty(await Broken());
    }

    [Fact]
    public async Task One_person_is_on_a_list_once_and_the_refusal_books_nobody()
    {
        var (booker, occasion) = await Full(1);
        var waiting = await World.Book(booker, occasion);
        var asked = await Desk.Book(City.Acting(booker), occasion.Id, new BookingAsk { Guests = [World.Guest(), new Guest("Somebody", waiting.Bookings[0].Email.ToUpperInvariant())] });
        Assert.Equal(("booking.on-list-already", "Guests[1].Email"), (asked!.Value.Refusals[0].Code, asked.Value.Refusals[0].Field));
        Assert.Equal(2, (await World.Read(work => BookingRepository.OfOccasion(work, occasion.Id))).Count);
        Assert.Equal(2, (await World.Occasion(occasion.Id)).LastPlace);
    }

    [Fact]
    public async Task Places_kept_for_priority_groups_go_to_the_list_when_their_date_is_past()
    {
        var booker = await World.Person("Amina Yusuf");
        var occasion = await World.Occasion(await World.Person("Olivia Bennett", Roles.ProgrammeOfficer), 3,
            plan => plan with { PriorityPlaces = 2, PriorityUntil = World.Now.AddDays(5), PriorityKinds = [OrganisationKind.CommunityGroup] });
        Assert.Equal(BookingState.Confirmed, (await World.Book(booker, occasion)).Bookings[0].State);
        var waits = await World.Book(booker, occasion);
        Assert.Equal(BookingState.Waitlisted, waits.Bookings[0].State);
        var group = await World.Organisation("Harbour Circle", booker);
        Assert.Equal(BookingState.Confirmed, (await World.Book(booker, occasion, organisation: group.Id)).Bookings[0].State);

        World.Portal.Clock.Advance(TimeSpan.FromDays(5));
        await RunPlaces();
        Assert.True((await World.Party(waits))[0].IsOffered);
        Assert.Empty(await Broken());
    }

    [Fact]
    public async Task Interest_is_kept_once_and_answered_when_the_next_date_opens()
    {
        var person = await World.Person("Amina Yusuf");
        Assert.True(await Desk.Want(City.Acting(person), OccasionKind.Run, 1));
        Assert.False(await Desk.Want(City.Acting(person), OccasionKind.Run, 1));
        await World.Occasion(await World.Person("Olivia Bennett", Roles.ProgrammeOfficer), 3, plan => plan with { OpensAt = World.Now.AddDays(2) });
        await RunPlaces();
        Assert.DoesNotContain(await World.MailTo(person.Email), mail => mail.Template == "NextOpened");
        World.Portal.Clock.Advance(TimeSpan.FromDays(2));
        await RunPlaces();
        await RunPlaces();
        Assert.Single(await World.MailTo(person.Email), mail => mail.Template == "NextOpened");
        Assert.False(await World.Read(work => BookingRepository.IsInterested(work, OccasionKind.Run, 1, person.Id)));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Whatever_people_do_in_whatever_order_seats_agree_and_nobody_is_offered_again_unasked(int seed)
    {
        var random = new Random(seed);
        var booker = await World.Person("Amina Yusuf");
        var occasion = await World.Occasion(await World.Person("Olivia Bennett", Roles.ProgrammeOfficer), 6, plan => plan with { OfferHours = 5 });
        List<Booked> asked = [await World.Book(booker, occasion, 5)];
        for (var step = 0; step < 80; step++)
        {
            await Act(random, booker, occasion, asked);
            Assert.Empty(await Broken());
        }

        // Each was offered a place at most once, since nobody asked twice.
        var offers = (await World.MailTo(booker.Email)).Where(mail => mail.Template == "PlaceOffered").ToList();
        Assert.NotEmpty(offers);
        Assert.All(asked.SelectMany(one => one.Bookings), booking => Assert.InRange(offers.Count(mail => mail.TextBody.Contains($"* {booking.Name}\n", StringComparison.Ordinal)), 0, 1));
    }

    private async Task Act(Random random, Person booker, Occasion occasion, List<Booked> asked)
    {
        var some = asked.Count > 0 ? asked[random.Next(asked.Count)] : null;
        switch (random.Next(7))
        {
            case 0 or 1 or 2:
                asked.Add(await World.Book(booker, occasion, random.Next(1, 4), together: random.Next(2) == 0));
                break;
            case 3 when some is not null && random.Next(3) > 0:
                // Those who asked first hold the seats: only their going frees one.
                var early = asked[random.Next(Math.Min(asked.Count, 3))];
                await Desk.Cancel(Actor.Public, early.Bookings[random.Next(early.Bookings.Count)].Secret);
                break;
            case 4 when some is not null:
                await Offers.Take(Actor.Public, some.Party.Secret);
                break;
            case 5 when some is not null:
                await Offers.Decline(Actor.Public, some.Party.Secret);
                break;
            default:
                World.Portal.Clock.Advance(TimeSpan.FromHours(random.Next(1, 7)));
                await RunPlaces();
                break;
        }
    }
}
