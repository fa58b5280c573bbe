using System.Net;
using GrantsPortal.Bookings;
using GrantsPortal.Bookings.Needs;
using GrantsPortal.Events;
using GrantsPortal.Events.Agenda;
using GrantsPortal.Events.Invitations;
using GrantsPortal.Platform;
using GrantsPortal.TestWorld;
using Xunit;

namespace GrantsPortal.Web.Tests.Events;

public sealed class EventJourneyTests : IDisposable
{
    private readonly City _city = new();

    public void Dispose() => _city.Dispose();

    [Fact]
    public async Task An_officer_writes_and_publishes_an_event_somebody_books_chooses_a_group_agrees_to_be_shown_and_tells_of_needs()
    {
        var officer = await _city.Person("Farah Siddiqui", Roles.FocalPoint);
        using var desk = await _city.SignedIn(officer);
        var page = await desk.Press(await desk.Open(EventRoutes.New), "Save", ("Title", "Neighbours at one table"), ("Summary", ""), ("Kind", "Networking"), ("Capacity", "3"));
        Assert.Contains("Say in a sentence or two what the event is", Visitor.Text(page.QuerySelector(".govuk-error-summary")), StringComparison.Ordinal);
        await desk.Press(page, "Save", ("Summary", "An evening."));
        var gathering = (await _city.Read(work => EventRepository.FindBySlug(work, "neighbours-at-one-table")))!;
        City.Must(await _city.Portal.Get<OccasionDesk>().PutSession(City.Acting(officer, Roles.FocalPoint), gathering.OccasionId, null, 0, _city.Session(30)));
        page = await desk.Press(await desk.Open(EventRoutes.DeskEvent(gathering.Slug)), "Publish");
        Assert.Contains("Say what happens there before you publish it", Visitor.Text(page.Body), StringComparison.Ordinal);
        using var public_ = _city.Visitor();
        Assert.Equal(HttpStatusCode.NotFound, (await public_.Get(EventRoutes.Event(gathering.Slug))).StatusCode);
        await desk.Press(await desk.Open(EventRoutes.Part(gathering.Slug, "texts")), "Save", ("Description", "Supper, then small groups."), ("Audience", "Everybody"));
        City.Must(await _city.Portal.Get<EventDesk>().Plan(City.Acting(officer, Roles.FocalPoint), gathering.Slug, 1, new EventPlan { Kind = EventKind.Networking, Languages = ["en"], GuestsUntil = _city.Now.AddDays(31) }, new OccasionPlan { Capacity = 3 }));
        var starts = (await _city.Occasion(gathering.OccasionId)).StartsAt!.Value;
        City.Must(await _city.Portal.Get<AgendaDesk>().PutSpeaker(City.Acting(officer, Roles.FocalPoint), gathering.Slug, 0, new Speaker { Name = "Selam Bekele", ConsentOn = DateOnly.FromDateTime(_city.Now.UtcDateTime) }));
        City.Must(await _city.Portal.Get<AgendaDesk>().PutSpeaker(City.Acting(officer, Roles.FocalPoint), gathering.Slug, 0, new Speaker { Name = "Rosa Silent" }));
        City.Must(await _city.Portal.Get<AgendaDesk>().PutItem(City.Acting(officer, Roles.FocalPoint), gathering.Slug, 0, new AgendaItem { Title = "Supper", StartsAt = starts, EndsAt = starts.AddHours(1), JoinLink = "https://meet.example/supper" }, []));
        var group = await _city.Group(officer, gathering, "Women who lead", 1);
        page = await desk.Press(await desk.Open(EventRoutes.DeskEvent(gathering.Slug)), "Publish");
        Assert.Contains("Open for booking", Visitor.Text(page.QuerySelector("main")), StringComparison.Ordinal);

        page = await public_.Open(EventRoutes.Browse);
        Assert.Contains("3 places are free", Visitor.Text(page.QuerySelector("main")), StringComparison.Ordinal);
        var text = Visitor.Text((await public_.Open(EventRoutes.Event(gathering.Slug))).QuerySelector("main"));
        Assert.Contains("Selam Bekele", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Rosa Silent", text, StringComparison.Ordinal);
        Assert.DoesNotContain("meet.example", (await public_.Open(EventRoutes.Event(gathering.Slug))).Body!.InnerHtml, StringComparison.Ordinal);

        var booker = await _city.Person("Amina Yusuf");
        var bookings = await _city.Placed(booker, gathering, 2);
        using var first = _city.Visitor();
        using var second = _city.Visitor();
        page = await first.Open(BookingRoutes.One(bookings[0].Secret));
        Assert.Contains("meet.example", page.Body!.InnerHtml, StringComparison.Ordinal);
        page = await first.Press(page, "Choose Women who lead");
        Assert.Contains("Your group is chosen", Visitor.Text(page.Body), StringComparison.Ordinal);
        page = await second.Open(BookingRoutes.One(bookings[1].Secret));
        Assert.DoesNotContain(page.QuerySelectorAll("button"), button => Visitor.Text(button).StartsWith("Choose", StringComparison.Ordinal));

        page = await second.Press(page, "Show my name to the others");
        Assert.DoesNotContain(bookings[0].Name, Visitor.Text(page.QuerySelector("#guests")), StringComparison.Ordinal);
        page = await first.Press(await first.Open(BookingRoutes.One(bookings[0].Secret)), "Show my name to the others");
        Assert.Contains(bookings[1].Name, Visitor.Text(page.QuerySelector("#guests")), StringComparison.Ordinal);
        page = await first.Press(page, "Take my name off the list");
        Assert.DoesNotContain(bookings[1].Name, Visitor.Text(page.QuerySelector("#guests")), StringComparison.Ordinal);
        Assert.DoesNotContain(bookings[0].Name, Visitor.Text((await second.Open(BookingRoutes.One(bookings[1].Secret))).QuerySelector("#guests")), StringComparison.Ordinal);

        page = await first.Open(BookingRoutes.One(bookings[0].Secret) + "/needs");
        Assert.Contains("It is deleted on", Visitor.Text(page.QuerySelector("main")), StringComparison.Ordinal);
        page = await first.Press(page, "Send", ("Diets", "Halal"), ("Food", string.Join(' ', Enumerable.Repeat("word", NeedRules.Words + 1))));
        Assert.Contains("Use 100 words or fewer", Visitor.Text(page.QuerySelector(".govuk-error-summary")), StringComparison.Ordinal);
        await first.Press(page, "Send", ("Food", "no sesame"));
        Assert.DoesNotContain("sesame", (await first.Open(BookingRoutes.One(bookings[0].Secret) + "/needs")).Body!.InnerHtml, StringComparison.Ordinal);

        page = await desk.Open(OccasionRoutes.At(gathering.OccasionId, "needs"));
        Assert.Contains("Halal", Visitor.Text(page.QuerySelector("main")), StringComparison.Ordinal);
        Assert.DoesNotContain(bookings[0].Name, Visitor.Text(page.QuerySelector("main")), StringComparison.Ordinal);
        page = await desk.Open(OccasionRoutes.At(gathering.OccasionId, "needs/list"));
        Assert.Contains("no sesame", Visitor.Text(page.QuerySelector("main")), StringComparison.Ordinal);
        Assert.Contains(bookings[0].Name, Visitor.Text((await desk.Open(OccasionRoutes.At(gathering.OccasionId, "groups"))).QuerySelector("main")), StringComparison.Ordinal);
        Assert.Equal(1, (await _city.Read(work => GrantsPortal.Events.Groups.GroupRepository.Find(work, gathering.OccasionId, group.Id)))!.Taken);
    }

    [Fact]
    public async Task An_officer_sees_whom_a_segment_meets_before_inviting_and_an_answer_needs_a_button_but_no_account()
    {
        var officer = await _city.Person("Farah Siddiqui", Roles.FocalPoint);
        var gathering = await _city.Event(officer, "Neighbours at one table");
        var amina = await _city.Person("Amina Yusuf");
        var circle = await _city.Organisation("Harbour Circle", amina);
        await _city.Write(Actor.System, work => work.Execute("UPDATE Organisation SET District = 'Harbour' WHERE Id = @Id", new { circle.Id }));
        using var desk = await _city.SignedIn(officer);
        var page = await desk.Open(EventRoutes.Part(gathering.Slug, "invite") + "?Look=true&Districts=");
        Assert.Contains("choosing nothing invites nobody", Visitor.Text(page.QuerySelector("[role=alert]")), StringComparison.Ordinal);
        page = await desk.Open(EventRoutes.Part(gathering.Slug, "invite") + "?Look=true&Districts=Harbour");
        Assert.Contains("Amina Yusuf", Visitor.Text(page.QuerySelector("main")), StringComparison.Ordinal);
        Assert.Empty(await _city.MailTo(amina.Email));
        page = await desk.Press(page, "Invite this person");
        Assert.Contains("One person is invited", Visitor.Text(page.Body), StringComparison.Ordinal);

        using var phone = _city.Visitor();
        var letter = (await _city.MailTo(amina.Email)).Single(mail => mail.Template == nameof(EventInvited));
        var link = letter.TextBody[letter.TextBody.IndexOf("/events/invitations/", StringComparison.Ordinal)..].Split('\n')[0].Trim();
        page = await phone.Open(link);
        Assert.Null((await Invitation(link)).DeclinedAt);
        page = await phone.Press(page, "I cannot come");
        Assert.NotNull((await Invitation(link)).DeclinedAt);
        Assert.Contains("Cannot come", Visitor.Text((await desk.Open(EventRoutes.Part(gathering.Slug, "invite"))).QuerySelector("main")), StringComparison.Ordinal);
        page = await phone.Press(page, "I can come after all");
        Assert.Null((await Invitation(link)).DeclinedAt);
        page = await phone.Press(page, "No more invitations to events");
        Assert.True(await _city.Read(work => InvitationRepository.WantsNone(work, amina.Id)));
        await phone.Press(page, "Invite me again");
        Assert.False(await _city.Read(work => InvitationRepository.WantsNone(work, amina.Id)));

        async Task<Invitation> Invitation(string path) => (await _city.Read(work => InvitationRepository.FindBySecret(work, path.Split('/')[^1])))!;
    }

    [Fact]
    public async Task An_event_made_anew_takes_over_what_was_planned_and_nothing_of_anybody()
    {
        var officer = await _city.Person("Farah Siddiqui", Roles.FocalPoint);
        var gathering = await _city.Event(officer, "Neighbours at one table");
        await _city.Group(officer, gathering, "Women who lead", 1);
        await _city.Placed(await _city.Person("Amina Yusuf"), gathering, 2);
        City.Must(await _city.Portal.Get<AgendaDesk>().PutSpeaker(City.Acting(officer, Roles.FocalPoint), gathering.Slug, 0, new Speaker { Name = "Selam Bekele", ConsentOn = DateOnly.FromDateTime(_city.Now.UtcDateTime) }));
        using var desk = await _city.SignedIn(officer);
        var day = _city.Now.AddDays(60);
        await desk.Press(await desk.Open(EventRoutes.Part(gathering.Slug, "copy")), "Make the draft", ("Day.Day", $"{day.Day}"), ("Day.Month", $"{day.Month}"), ("Day.Year", $"{day.Year}"));
        var copy = (await _city.Read(work => EventRepository.FindBySlug(work, "neighbours-at-one-table-2")))!;
        var occasion = await _city.Occasion(copy.OccasionId);
        Assert.Equal((EventState.Draft, OccasionState.Draft, 0), (copy.State, occasion.State, occasion.SeatsTaken));
        Assert.Equal(DateOnly.FromDateTime(day.UtcDateTime), DateOnly.FromDateTime(occasion.StartsAt!.Value.UtcDateTime));
        Assert.Equal(0, Assert.Single(await _city.Read(work => GrantsPortal.Events.Groups.GroupRepository.OfOccasion(work, copy.OccasionId))).Taken);
        Assert.Null(Assert.Single(await _city.Read(work => AgendaRepository.Speakers(work, copy.Id))).ConsentOn);
    }
}
