using System.Text;
using GrantsPortal.Bookings;
using GrantsPortal.Bookings.Materials;
using GrantsPortal.Bookings.Minimum;
using GrantsPortal.People;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Jobs;
using GrantsPortal.Platform.Tasks;
using GrantsPortal.TestWorld;
using Xunit;

namespace GrantsPortal.Database.Tests.Bookings;

public sealed class AfterwardsTests : IDisposable
{
    private readonly City _city = new();

    public void Dispose() => _city.Dispose();

    [Fact]
    public async Task Materials_are_for_those_with_a_place_and_those_who_were_there_and_for_nobody_else()
    {
        var (officer, occasion, booked) = await World(2);
        var staff = City.Acting(officer, Roles.FocalPoint);
        await Share(staff, occasion, MaterialMoment.Before, "How we work");
        await Share(staff, occasion, MaterialMoment.After, "Twelve questions");
        var materials = await _city.Read(work => MaterialRepository.OfOccasion(work, occasion.Id));
        var (before, after) = (materials.Single(one => one.Moment == MaterialMoment.Before), materials.Single(one => one.Moment == MaterialMoment.After));
        var (one, other) = (booked.Bookings[0], booked.Bookings[1]);
        var waiting = (await _city.Book(await _city.Person("Tom Reed"), occasion)).Bookings[0];
        Assert.NotNull(await For(one, before));
        Assert.Null(await For(one, after));
        Assert.Null(await For(waiting, before));

        City.Must(await _city.Portal.Get<BookingDesk>().Cancel(Actor.Public, other.Secret));
        Assert.Null(await For(other, before));
        _city.Portal.Clock.Advance(TimeSpan.FromDays(30));
        var session = Assert.Single(await _city.Read(work => OccasionRepository.Sessions(work, occasion.Id)));
        City.Must(await _city.Portal.Get<RequestDesk>().NoteAttendance(staff, occasion.Id, session.Id, new Dictionary<long, bool> { [one.Id] = true }));
        Assert.Equal("twelve-questions.txt", (await For(one, after))?.FileName);
        var elsewhere = await _city.Occasion(officer, 3);
        Assert.Null(await _city.Read(work => MaterialRepository.Find(work, elsewhere.Id, after.Id)));
        Assert.Null(await _city.Portal.Get<MaterialDesk>().TakeBack(staff, elsewhere.Id, after.Id));
        City.Must(await _city.Portal.Get<MaterialDesk>().TakeBack(staff, occasion.Id, after.Id));
        Assert.Null(await For(one, after));
    }

    [Fact]
    public async Task New_materials_go_in_one_e_mail_a_day()
    {
        var (officer, occasion, booked) = await World(1);
        var staff = City.Acting(officer, Roles.FocalPoint);
        await Share(staff, occasion, MaterialMoment.Before, "One");
        await Share(staff, occasion, MaterialMoment.Before, "Two");
        await RunJob<MaterialJob>();
        Assert.Equal(0, await Told());
        _city.Portal.Clock.Advance(MaterialJob.Gathers);
        await RunJob<MaterialJob>();
        Assert.Equal(1, await Told());
        await Share(staff, occasion, MaterialMoment.Before, "Three");
        _city.Portal.Clock.Advance(TimeSpan.FromHours(23));
        await RunJob<MaterialJob>();
        Assert.Equal(1, await Told());
        _city.Portal.Clock.Advance(TimeSpan.FromHours(2));
        await RunJob<MaterialJob>();
        await RunJob<MaterialJob>();
        Assert.Equal(2, await Told());
        var last = (await _city.MailTo(booked.Bookings[0].Email))[^1].TextBody;
        Assert.Contains("- Three", last, StringComparison.Ordinal);
        Assert.DoesNotContain("- One", last, StringComparison.Ordinal);

        async Task<int> Told() => (await _city.MailTo(booked.Bookings[0].Email)).Count(mail => mail.Template == "MaterialsShared");
    }

    [Fact]
    public async Task When_too_few_have_a_place_the_officer_is_asked_once_and_holding_it_tells_those_who_come()
    {
        var (officer, occasion, booked) = await World(2, plan => plan with { Minimum = 3, Capacity = 5 });
        _city.Portal.Clock.Advance(TimeSpan.FromDays(26.9));
        await RunJob<MinimumJob>();
        Assert.Equal(0, await Asked());
        _city.Portal.Clock.Advance(TimeSpan.FromDays(0.2));
        await RunJob<MinimumJob>();
        await RunJob<MinimumJob>();
        Assert.Equal(1, await Asked());
        var staff = City.Acting(officer, Roles.FocalPoint);
        var tasks = _city.Portal.Get<IEnumerable<ITaskSource>>().OfType<MinimumTasks>().Single();
        Assert.Single(await _city.Read(work => tasks.For(staff, work)));
        var desk = _city.Portal.Get<MinimumDesk>();
        Assert.Equal("minimum.reason-missing", (await desk.Confirm(staff, occasion.Id, " "))!.Value.Refusals[0].Code);
        City.Must(await desk.Confirm(staff, occasion.Id, "Worth it."));
        Assert.Equal("minimum.settled", (await desk.Confirm(staff, occasion.Id, "Again."))!.Value.Refusals[0].Code);
        Assert.Empty(await _city.Read(work => tasks.For(staff, work)));
        foreach (var booking in booked.Bookings)
        {
            Assert.Single(await _city.MailTo(booking.Email), mail => mail.Template == "TakesPlace");
        }

        async Task<int> Asked() => (await _city.MailTo(officer.Email)).Count(mail => mail.Template == "MinimumMissed");
    }

    [Fact]
    public async Task When_enough_have_a_place_they_are_told_without_anybody_being_asked()
    {
        var (officer, occasion, booked) = await World(2, plan => plan with { Minimum = 2, Capacity = 5 });
        _city.Portal.Clock.Advance(TimeSpan.FromDays(27.1));
        await RunJob<MinimumJob>();
        await RunJob<MinimumJob>();
        Assert.Single(await _city.MailTo(booked.Bookings[1].Email), mail => mail.Template == "TakesPlace");
        Assert.DoesNotContain(await _city.MailTo(officer.Email), mail => mail.Template == "MinimumMissed");
        Assert.NotNull((await _city.Occasion(occasion.Id)).TakesPlaceAt);
    }

    private async Task<(Person Officer, Occasion Occasion, Booked Booked)> World(int people, Func<OccasionPlan, OccasionPlan>? plan = null)
    {
        var officer = await _city.Person("Farah Siddiqui", Roles.FocalPoint);
        var occasion = await _city.Occasion(officer, people, plan);
        return (officer, occasion, await _city.Book(await _city.Person("Amina Yusuf"), occasion, people));
    }

    private async Task Share(Actor staff, Occasion occasion, MaterialMoment moment, string title)
    {
        using var content = new MemoryStream(Encoding.UTF8.GetBytes(title + "\n"));
        City.Must(await _city.Portal.Get<MaterialDesk>().Share(staff, occasion.Id, new MaterialPlan(moment, title, "en", null), content, title.Replace(' ', '-').ToLowerInvariant() + ".txt"));
    }

    private Task<Material?> For(Booking booking, Material material) => _city.Read(work => MaterialRepository.FindFor(work, booking.Secret, material.Id));

    private Task RunJob<TJob>()
        where TJob : IJob =>
        _city.Portal.Get<IEnumerable<IJob>>().OfType<TJob>().Single().Run(CancellationToken.None);
}
