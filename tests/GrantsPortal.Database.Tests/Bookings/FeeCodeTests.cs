using GrantsPortal.Bookings;
using GrantsPortal.Bookings.Fees;
using GrantsPortal.Platform;
using GrantsPortal.TestWorld;
using Xunit;

namespace GrantsPortal.Database.Tests.Bookings;

/// <summary>Who comes for less or nothing, and codes that are good for so many.</summary>
public sealed class FeeCodeTests : FeeTests
{
    [Fact]
    public async Task Partners_and_codes_come_free_at_once_and_a_code_is_never_used_beyond_its_number()
    {
        var occasion = await World.PaidOccasion(Organiser, 60);
        var desk = World.Portal.Get<FeeDesk>();
        City.Must(await desk.AddCode(Officer, occasion.Id, new CodePlan("friends-7", 100, 7, null)));
        Assert.Equal("fee.code-there", (await desk.AddCode(Officer, occasion.Id, new CodePlan("FRIENDS-7", 50, 7, null)))!.Value.Refusals[0].Code);
        var first = await World.BookWith(Booker, occasion, " friends-7 ", 2);
        Assert.All(first.Bookings, booking => Assert.Equal(BookingState.Confirmed, booking.State));
        Assert.Empty(await World.Charges(first));
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => Desk.Book(City.Acting(Booker), occasion.Id, new BookingAsk { Guests = [World.Guest()], Code = "FRIENDS-7" }))));
        Assert.Equal(5, answers.Count(answer => answer!.Value.Done));
        Assert.All(answers.Where(answer => answer!.Value.Refused), answer => Assert.Equal("fee.code-used-up", answer!.Value.Refusals[0].Code));
        City.Must(await Desk.Cancel(Actor.Public, first.Bookings[0].Secret));
        Assert.Equal(BookingState.Confirmed, (await World.BookWith(Booker, occasion, "FRIENDS-7")).Bookings[0].State);
        Assert.Equal("fee.code-unknown", (await Desk.Book(City.Acting(Booker), occasion.Id, new BookingAsk { Guests = [World.Guest()], Code = "ENEMIES" }))!.Value.Refusals[0].Code);
        await NothingIsBroken();
    }

    [Fact]
    public async Task Without_the_guard_a_code_would_be_used_beyond_its_number()
    {
        var occasion = await World.PaidOccasion(Organiser, 5);
        City.Must(await World.Portal.Get<FeeDesk>().AddCode(Officer, occasion.Id, new CodePlan("ONCE", 100, 1, null)));
        var booked = await World.BookWith(Booker, occasion, "ONCE");
        await World.Write(Actor.System, async work =>
        {
            var fee = (await FeeRepository.OfParty(work, booked.Party.Id))!;
            var other = booked.Party with { Id = work.NewId(), Place = 99, Secret = BookingCodes.Secret() };
            await BookingRepository.Insert(work, other);
            await FeeRepository.Insert(work, fee with { PartyId = other.Id });
            return await BookingRepository.Insert(work, booked.Bookings[0] with { Id = work.NewId(), PartyId = other.Id, Reference = "BK-2026-9999", NormalizedEmail = "X", Secret = BookingCodes.Secret(), TicketCode = BookingCodes.Ticket() });
        });
        Assert.Contains(await World.BrokenBookings(), broken => broken.Contains("2 people use it", StringComparison.Ordinal));
    }
}
