using GrantsPortal.Following;
using GrantsPortal.People;
using GrantsPortal.People.Erasure;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Topics;
using GrantsPortal.TestWorld;
using Xunit;

namespace GrantsPortal.Database.Tests.Following;

public sealed class FollowingTests : IDisposable
{
    private const string Address = "rosa@guests.example";
    private readonly City _city = new();

    public void Dispose() => _city.Dispose();

    [Fact]
    public async Task Nothing_is_written_to_an_address_whose_owner_has_not_said_yes_and_after_a_week_it_is_forgotten()
    {
        await Ask(Address);
        var officer = await _city.Person("Farah Siddiqui", Roles.FocalPoint);
        await _city.Run(officer, await _city.Course(officer, "Listening"), 10);
        await Mornings(6);
        Assert.Equal(["FollowConfirm"], (await _city.MailTo(Address)).Select(mail => mail.Template));
        await Mornings(2);
        Assert.Null(await _city.Read(work => FollowerRepository.FindByEmail(work, Address)));
    }

    [Fact]
    public async Task Who_said_yes_hears_once_of_what_is_new_and_fits_and_of_nothing_that_does_not()
    {
        var officer = await _city.Person("Farah Siddiqui", Roles.FocalPoint);
        var faith = await _city.Course(officer, "Open doors");
        var schools = await _city.Course(officer, "In class");
        var before = await _city.Course(officer, "Long known");
        await Topics(officer, faith, "faith");
        await Topics(officer, schools, "schools");
        await _city.Run(officer, before, 10);
        _city.Portal.Clock.Advance(TimeSpan.FromMinutes(1));
        await Confirmed(Address, new AlertChoice { Courses = true, Themes = ["faith"], Rhythm = AlertRhythm.Daily });
        await Mornings(1);
        await _city.Run(officer, faith, 10);
        await _city.Run(officer, schools, 10);
        await Mornings(3);
        var news = Assert.Single(await _city.MailTo(Address), mail => mail.Template == "FollowNews");
        Assert.Contains("Open doors", news.TextBody, StringComparison.Ordinal);
        Assert.DoesNotContain("In class", news.TextBody, StringComparison.Ordinal);
        Assert.DoesNotContain("Long known", news.TextBody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_leaves_is_forgotten_and_written_to_no_more_and_whoever_stays_is()
    {
        await Confirmed(Address, All);
        await Confirmed("tom@guests.example", All);
        var secret = (await Known(Address))!.Secret;
        await Desk.Leave(Actor.Public, secret);
        Assert.Null(await Known(Address));
        await Desk.Leave(Actor.Public, secret);
        var officer = await _city.Person("Farah Siddiqui", Roles.FocalPoint);
        await _city.Run(officer, await _city.Course(officer, "Listening"), 10);
        await Mornings(2);
        Assert.DoesNotContain(await _city.MailTo(Address), mail => mail.Template == "FollowNews");
        Assert.Single(await _city.MailTo("tom@guests.example"), mail => mail.Template == "FollowNews");
    }

    [Fact]
    public async Task Asking_for_somebody_elses_address_changes_none_of_their_choices_and_cannot_flood_them()
    {
        await Confirmed(Address, All);
        for (var again = 0; again < 20; again++)
        {
            await Ask(Address, new AlertChoice { Calls = true });
        }

        _city.Portal.Clock.Advance(AlertRules.Between);
        await Ask(Address, new AlertChoice { Calls = true });
        Assert.True((await Known(Address))!.Choice.Courses);
        Assert.Equal(["FollowConfirm", "FollowKnown"], (await _city.MailTo(Address)).Select(mail => mail.Template));
    }

    [Fact]
    public async Task Erasing_an_account_forgets_that_its_address_follows()
    {
        var amina = await _city.Person("Amina Yusuf");
        await Confirmed(amina.Email, All);
        await using (var work = await _city.Portal.Database.Write(City.Acting(amina)))
        {
            await work.Publish(new PersonErased(amina.Id, amina.Email));
            await work.Commit();
        }

        Assert.Null(await Known(amina.Email));
    }

    private static AlertChoice All => new() { Calls = true, Courses = true, Events = true, Rhythm = AlertRhythm.Daily };

    private FollowDesk Desk => _city.Portal.Get<FollowDesk>();

    private Task<Follower?> Known(string email) => _city.Read(work => FollowerRepository.FindByEmail(work, email));

    private async Task Ask(string email, AlertChoice? choice = null) => City.Must(await Desk.Ask(Actor.Public, email, "en", choice ?? All));

    private async Task Confirmed(string email, AlertChoice choice)
    {
        await Ask(email, choice);
        City.Must(await Desk.Confirm(Actor.Public, (await Known(email))!.Secret));
    }

    private async Task Topics(Person officer, GrantsPortal.Training.Course course, string theme) =>
        City.Must(await _city.Portal.Get<TopicDesk>().Put(City.Acting(officer, Roles.FocalPoint), TopicSubject.Course, course.Id, new Topic([theme], [])));

    private async Task Mornings(int days)
    {
        for (var day = 0; day < days; day++)
        {
            _city.Portal.Clock.Advance(TimeSpan.FromDays(1));
            await _city.Job<AlertJob>().Run(default);
        }
    }
}
