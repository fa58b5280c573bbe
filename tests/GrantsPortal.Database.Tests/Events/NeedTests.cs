using GrantsPortal.Bookings;
using GrantsPortal.Bookings.Needs;
using GrantsPortal.Events.Guests;
using GrantsPortal.People.Erasure;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Jobs;
using GrantsPortal.TestWorld;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace GrantsPortal.Database.Tests.Events;

public sealed class NeedTests : IDisposable
{
    private static readonly BookingNeeds Halal = new() { Diets = [Diet.Halal], Food = "no sesame", Other = "a chair with arms" };
    private readonly City _city = new();

    public void Dispose() => _city.Dispose();

    [Fact]
    public async Task Needs_are_sealed_read_by_who_runs_it_noted_each_time_and_deleted_a_week_after()
    {
        var farah = await _city.Person("Farah Siddiqui", Roles.FocalPoint);
        var occasion = await _city.Occasion(farah, 5);
        var booking = (await _city.Book(await _city.Person("Amina Yusuf"), occasion)).Bookings[0];
        var desk = _city.Portal.Get<NeedDesk>();
        City.Must(await desk.Write(Actor.Public, booking.Secret, Halal));
        Assert.DoesNotContain("sesame", (await Stored())[0], StringComparison.OrdinalIgnoreCase);

        var olivia = await _city.Person("Olivia Bennett", Roles.ProgrammeOfficer);
        Assert.Equal("needs.not-running", (await desk.Read(City.Acting(olivia, Roles.ProgrammeOfficer), occasion.Id))!.Value.Refusals[0].Code);
        Assert.Equal("needs.not-running", (await desk.Counts(City.Acting(olivia, Roles.ProgrammeOfficer), occasion.Id))!.Value.Refusals[0].Code);
        Assert.Equal(0, await Noted("needs.read"));
        Assert.Equal("no sesame", (await desk.Read(City.Acting(farah, Roles.FocalPoint), occasion.Id))!.Value.Value.Single().Needs.Food);
        City.Must(await desk.AddOfficer(City.Acting(farah, Roles.FocalPoint), occasion.Id, olivia.Id));
        Assert.Single((await desk.Read(City.Acting(olivia, Roles.ProgrammeOfficer), occasion.Id))!.Value.Value);
        Assert.Equal(2, await Noted("needs.read"));
        Assert.Equal(0, await _city.Read(work => work.Scalar<int>("SELECT COUNT(*) FROM AuditEntry WHERE Change LIKE '%sesame%' OR Change LIKE '%alal%'")));
        Assert.DoesNotContain((await _city.Read(work => work.List<City.Mail>("SELECT ToAddress, Template, Subject, TextBody, HtmlBody, State FROM OutboxMessage"))), mail => mail.TextBody.Contains("sesame", StringComparison.Ordinal));

        _city.Portal.Clock.Advance(occasion.EndsAt!.Value.AddDays(7) - _city.Now - TimeSpan.FromMinutes(1));
        await Sweep();
        Assert.Single(await Stored());
        _city.Portal.Clock.Advance(TimeSpan.FromMinutes(2));
        await Sweep();
        Assert.Empty(await Stored());
        Assert.Equal(1, await Noted("needs.deleted"));
    }

    [Fact]
    public async Task Needs_end_with_the_booking_and_with_nothing_said()
    {
        var occasion = await _city.Occasion(await _city.Person("Farah Siddiqui", Roles.FocalPoint), 5);
        var bookings = (await _city.Book(await _city.Person("Amina Yusuf"), occasion, 2)).Bookings;
        var desk = _city.Portal.Get<NeedDesk>();
        City.Must(await desk.Write(Actor.Public, bookings[0].Secret, Halal));
        City.Must(await desk.Write(Actor.Public, bookings[1].Secret, Halal));
        City.Must(await desk.Write(Actor.Public, bookings[1].Secret, new BookingNeeds { Food = " " }));
        Assert.Single(await Stored());
        City.Must(await _city.Portal.Get<BookingDesk>().Cancel(Actor.Public, bookings[0].Secret));
        Assert.Empty(await Stored());
        Assert.Equal("needs.no-booking", (await desk.Write(Actor.Public, bookings[0].Secret, Halal))!.Value.Refusals[0].Code);
    }

    [Fact]
    public async Task A_person_downloads_what_they_told_and_takes_it_along_when_they_leave()
    {
        var farah = await _city.Person("Farah Siddiqui", Roles.FocalPoint);
        var gathering = await _city.Event(farah, "Neighbours at one table");
        var amina = await _city.Person("Amina Yusuf");
        var booked = (await _city.Portal.Get<BookingDesk>().Book(City.Acting(amina), gathering.OccasionId, new BookingAsk { Guests = [new Guest(amina.Name, amina.Email)] }))!.Value.Value;
        var secret = booked.Bookings[0].Secret;
        City.Must(await _city.Portal.Get<NeedDesk>().Write(Actor.Public, secret, Halal));
        City.Must(await _city.Portal.Get<GuestDesk>().Show(Actor.Public, secret, true));
        var erasure = _city.Portal.Get<ErasureDesk>();
        Assert.Contains("no sesame", Json.Write(await erasure.Download(City.Acting(amina))), StringComparison.Ordinal);
        City.Must(await erasure.Erase(City.Acting(amina), City.Password));
        Assert.Empty(await Stored());
        Assert.Empty(await _city.Read(work => GuestRepository.Agreed(work, gathering.OccasionId)));
        Assert.Equal(0, await _city.Read(work => work.Scalar<int>("SELECT COUNT(*) FROM ShownGuest")));
    }

    private Task<IReadOnlyList<string>> Stored() => _city.Read(work => work.List<string>("SELECT Sealed FROM BookingNeed"));

    private Task<int> Noted(string act) => _city.Read(work => work.Scalar<int>("SELECT COUNT(*) FROM AuditEntry WHERE Act = @act", new { act }))!;

    private Task Sweep() => _city.Portal.Services.GetServices<IJob>().OfType<NeedsJob>().Single().Run(CancellationToken.None);
}
