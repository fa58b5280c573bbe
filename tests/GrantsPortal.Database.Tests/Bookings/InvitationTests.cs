using System.Text;
using GrantsPortal.Bookings;
using GrantsPortal.Bookings.Calendar;
using GrantsPortal.People;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Mail;
using GrantsPortal.TestWorld;
using GrantsPortal.Training;
using MimeKit;
using Xunit;

namespace GrantsPortal.Database.Tests.Bookings;

/// <summary>Invitations as they leave the house, read by a library that has nothing to do with the one that wrote them.</summary>
public sealed class InvitationTests : IDisposable
{
    private readonly City _city = new(("Mail:From", "grants@riverton.example"));
    private readonly Guest _guest = new("Amina \"Mina\" Yusuf; Harbour, Youth", "amina@guests.example");

    public void Dispose() => _city.Dispose();

    [Theory]
    [InlineData("Europe/London", "2026-10-24T10:00", "2026-10-31T10:00", "2027-03-27T10:00", "2027-04-03T10:00")]
    [InlineData("America/New_York", "2026-10-31T10:00", "2026-11-07T10:00", "2027-03-13T10:00", "2027-03-20T10:00")]
    [InlineData("America/Phoenix", "2026-10-24T10:00", "2026-11-07T10:00", "2027-03-13T10:00", "2027-04-03T10:00")]
    public async Task Uid_and_sequence_hold_through_change_cancel_and_booking_again_across_the_change_of_the_clocks(string zone, params string[] starts)
    {
        var officer = City.Acting(await _city.Person("Olivia Bennett", Roles.ProgrammeOfficer), Roles.ProgrammeOfficer);
        var booker = await _city.Person("Tom Reed");
        var occasion = await Occasion(officer, zone, starts);
        var sessions = await Sessions(occasion);

        var invited = await AfterMail(() => Book(booker, occasion), "You have a place");
        Assert.Equal(4, invited.Count);
        Assert.All(invited, entry => Assert.Equal(("REQUEST", "CONFIRMED", 0), (entry.Method, entry.Status, entry.Sequence)));
        Assert.Equal(sessions.Select(session => (session.Uid, session.StartsAt, (DateTimeOffset?)session.EndsAt)), invited.Select(entry => (entry.Uid, entry.Start, entry.End)));
        Assert.All(invited, entry => Assert.Equal((zone, "T10:00:00"), (entry.Zone, entry.Local[10..])));
        Assert.All(invited, entry => Assert.Equal(("mailto:grants@riverton.example", "mailto:amina@guests.example"), (entry.Organizer, Assert.Single(entry.Attendees))));

        // From before the change of the clocks to after it.
        var moved = await AfterMail(() => Put(officer, occasion, sessions[0], starts[1].Replace("T10", "T14", StringComparison.Ordinal)), "Changed");
        var change = Assert.Single(moved);
        Assert.Equal(("REQUEST", sessions[0].Uid, 1, "CONFIRMED"), (change.Method, change.Uid, change.Sequence, change.Status));
        Assert.Equal((Instant(zone, starts[1].Replace("T10", "T14", StringComparison.Ordinal)), "T14:00:00"), (change.Start, change.Local[10..]));

        var dropped = Assert.Single(await AfterMail(() => Must(_city.Portal.Get<OccasionDesk>().DropSession(officer, occasion, sessions[3].Id)), "Changed"));
        Assert.Equal(("CANCEL", sessions[3].Uid, 1, "CANCELLED"), (dropped.Method, dropped.Uid, dropped.Sequence, dropped.Status));

        var given = await AfterMail(async () => Must(await _city.Portal.Get<BookingDesk>().CancelOwn(City.Acting(booker), (await Living(occasion)).Reference)), "Your booking ended");
        Assert.Equal(["CANCEL", "CANCEL", "CANCEL"], given.Select(entry => entry.Method));
        Assert.Equal([(sessions[1].Uid, 1), (sessions[0].Uid, 2), (sessions[2].Uid, 1)], given.Select(entry => (entry.Uid, entry.Sequence)));

        var again = await AfterMail(() => Book(booker, occasion), "You have a place");
        Assert.Equal([(sessions[1].Uid, 2, "REQUEST"), (sessions[0].Uid, 3, "REQUEST"), (sessions[2].Uid, 2, "REQUEST")], again.Select(entry => (entry.Uid, entry.Sequence, entry.Method)));

        // The session's own number is behind this person's by now, and theirs goes on rising.
        var last = Assert.Single(await AfterMail(async () => await Put(officer, occasion, (await Sessions(occasion)).Single(one => one.Id == sessions[0].Id), starts[2].Replace("T10", "T16", StringComparison.Ordinal)), "Changed"));
        Assert.Equal((sessions[0].Uid, 4), (last.Uid, last.Sequence));

        var off = await AfterMail(() => Must(_city.Portal.Get<OccasionDesk>().CallOff(officer, occasion, "Too few can come.")), "Called off");
        Assert.All(off, entry => Assert.Equal(("CANCEL", "CANCELLED"), (entry.Method, entry.Status)));
        Assert.Equal(5, off.Single(entry => entry.Uid == sessions[0].Uid).Sequence);
    }

    [Fact]
    public async Task Whoever_waits_is_not_invited_until_they_have_a_place_and_a_reminder_brings_nothing_twice()
    {
        var officer = await _city.Person("Olivia Bennett", Roles.ProgrammeOfficer);
        var booker = await _city.Person("Tom Reed");
        var occasion = await _city.Occasion(officer, 1);
        var first = await _city.Book(booker, occasion);
        await Send();
        await Book(booker, occasion.Id);
        Assert.Empty(await Read(Assert.Single(await Send())));

        City.Must(await _city.Portal.Get<BookingDesk>().Cancel(Actor.System, first.Bookings[0].Secret));
        var party = await _city.Read(async work => await BookingRepository.FindParty(work, (await BookingRepository.FindLiving(work, occasion.Id, EmailAddresses.Normalize(_guest.Email)))!.PartyId));
        await Send();
        City.Must(await _city.Portal.Get<OfferDesk>().Take(Actor.System, party!.Secret));
        var taken = Assert.Single(await Send());
        Assert.Equal("REQUEST", Assert.Single(await Read(taken)).Method);
        Assert.Equal("image/png", Assert.Single(taken.BodyParts, part => part.ContentId == "ticket.png").ContentType.MimeType);
        Assert.Contains("cid:ticket.png", taken.HtmlBody, StringComparison.Ordinal);

        _city.Portal.Clock.Advance(TimeSpan.FromDays(24));
        await _city.Portal.Get<IEnumerable<GrantsPortal.Platform.Jobs.IJob>>().OfType<BookingReminderJob>().Single().Run(default);
        var reminder = Assert.Single(await Send());
        Assert.StartsWith("In a week", reminder.Subject, StringComparison.Ordinal);
        Assert.Empty(await Read(reminder));
    }

    [Fact]
    public async Task A_message_is_what_mail_programs_look_for_an_invitation_among_its_forms_and_a_file_beside()
    {
        var occasion = await _city.Occasion(await _city.Person("Olivia Bennett", Roles.ProgrammeOfficer), 3);
        await Book(await _city.Person("Tom Reed"), occasion.Id);
        var mail = Assert.Single(await Send());
        var mixed = Assert.IsType<Multipart>(mail.Body, exactMatch: false);
        var forms = Assert.IsType<MultipartAlternative>(mixed[0]);
        Assert.Equal(["text/plain", "multipart/related", "text/calendar"], forms.Select(form => form.ContentType.MimeType));
        Assert.Equal(("REQUEST", "utf-8"), (forms[2].ContentType.Parameters["method"], forms[2].ContentType.Charset));
        var file = Assert.IsType<MimePart>(mixed[1], exactMatch: false);
        Assert.Equal(("application/ics", "invite.ics", true), (file.ContentType.MimeType, file.FileName, file.IsAttachment));
        Assert.Equal(Text((MimePart)forms[2]), Text(file));
        Assert.DoesNotContain("tom", Text(file), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_feed_holds_what_is_published_and_a_persons_own_what_they_have_under_the_numbers_they_were_told()
    {
        var officer = await _city.Person("Olivia Bennett", Roles.ProgrammeOfficer);
        var tom = await _city.Person("Tom Reed");
        var course = await _city.Course(officer, "Listening");
        var run = await _city.Run(officer, course, 5);
        var draft = (await _city.Portal.Get<CourseDesk>().Create(City.Acting(officer, Roles.FocalPoint), new CourseTexts { Title = "Not yet", Summary = "Later.", Aims = "- later", Audience = "Everybody" })).Value;
        await _city.Run(officer, draft, 5);
        var acting = City.Acting(officer, Roles.ProgrammeOfficer);
        var booked = (await _city.Portal.Get<BookingDesk>().Book(City.Acting(tom), run.Id, new BookingAsk { Guests = [new Guest("Tom Reed", tom.Email)] }))!.Value.Value;
        City.Must(await _city.Portal.Get<BookingDesk>().Cancel(Actor.System, booked.Bookings[0].Secret));
        await _city.Portal.Get<BookingDesk>().Book(City.Acting(tom), run.Id, new BookingAsk { Guests = [new Guest("Tom Reed", tom.Email)] });
        var feeds = _city.Portal.Get<CalendarFeeds>();
        var secret = await _city.Portal.Get<CalendarDesk>().Renew(City.Acting(tom));

        var open = await ReadCalendar.All([Encoding.UTF8.GetString(await _city.Read(work => feeds.Public(work, "en")))]);
        var own = await ReadCalendar.All([Encoding.UTF8.GetString((await _city.Read(work => feeds.Own(work, secret)))!)]);
        Assert.Equal((await Sessions(run.Id))[0].Uid, Assert.Single(open).Uid);
        Assert.Equal(("PUBLISH", open[0].Uid, 2), (own[0].Method, Assert.Single(own).Uid, own[0].Sequence));
        Assert.Empty(own[0].Attendees);
        Assert.DoesNotContain("meet.example", open[0].Description, StringComparison.Ordinal);
        Assert.Contains("meet.example", own[0].Description, StringComparison.Ordinal);

        var renewed = await _city.Portal.Get<CalendarDesk>().Renew(City.Acting(tom));
        Assert.Null(await _city.Read(work => feeds.Own(work, secret)));
        Assert.NotNull(await _city.Read(work => feeds.Own(work, renewed)));
        City.Must(await _city.Portal.Get<OccasionDesk>().CallOff(acting, run.Id, "Ill."));
        Assert.Empty(await ReadCalendar.All([Encoding.UTF8.GetString((await _city.Read(work => feeds.Own(work, renewed)))!)]));
    }

    private async Task<long> Occasion(Actor officer, string zone, IReadOnlyList<string> starts)
    {
        var occasion = await _city.Write(officer, async work => (await OccasionDesk.Create(work, OccasionKind.Run, 1, "Listening, across; difference", "/training/listening", new OccasionPlan { TimeZone = zone, Capacity = 5 })).Value);
        foreach (var start in starts)
        {
            await Put(officer, occasion.Id, null, start);
        }

        await Must(_city.Portal.Get<OccasionDesk>().Publish(officer, occasion.Id));
        return occasion.Id;
    }

    private async Task Put(Actor officer, long occasion, OccasionSession? session, string start)
    {
        var at = Instant((await _city.Occasion(occasion)).TimeZone, start);
        await Must(_city.Portal.Get<OccasionDesk>().PutSession(officer, occasion, session?.Id, session?.Version ?? 0, _city.Session(0) with { StartsAt = at, EndsAt = at.AddHours(2) }));
    }

    private Task<IReadOnlyList<OccasionSession>> Sessions(long occasion) => _city.Read(work => OccasionRepository.Sessions(work, occasion));

    private async Task<Booking> Living(long occasion) => (await _city.Read(work => BookingRepository.FindLiving(work, occasion, EmailAddresses.Normalize(_guest.Email))))!;

    private async Task Book(Person booker, long occasion) =>
        Assert.True((await _city.Portal.Get<BookingDesk>().Book(City.Acting(booker), occasion, new BookingAsk { Guests = [_guest] }))!.Value.Done);

    private static async Task Must(Task<Outcome?> outcome) => City.Must(await outcome);

    private static void Must(Outcome? outcome) => City.Must(outcome);

    /// <summary>What the one e-mail to the guest that an act causes tells their calendar: the invitation, which is the first file too, and the other files.</summary>
    private async Task<IReadOnlyList<ReadEntry>> AfterMail(Func<Task> act, string subject)
    {
        await Send();
        await act();
        var mail = Assert.Single(await Send());
        Assert.StartsWith(subject, mail.Subject, StringComparison.Ordinal);
        return await Read(mail);
    }

    private static async Task<IReadOnlyList<ReadEntry>> Read(MimeMessage mail)
    {
        var files = mail.BodyParts.OfType<MimePart>().Where(part => part.ContentType.MimeType == "application/ics").Select(Text).ToList();
        var form = mail.BodyParts.OfType<TextPart>().SingleOrDefault(part => part.ContentType.MimeType == "text/calendar");
        Assert.Equal(files.FirstOrDefault(), form is null ? null : Text(form));
        return files.Count == 0 ? [] : await ReadCalendar.All(files);
    }

    private static string Text(MimePart part)
    {
        using var content = new MemoryStream();
        part.Content!.DecodeTo(content);
        return Encoding.UTF8.GetString(content.ToArray());
    }

    /// <summary>Sends the outbox into the pick-up folder, and takes what lies there for the guest.</summary>
    private async Task<IReadOnlyList<MimeMessage>> Send()
    {
        await _city.Portal.Get<OutboxSender>().Drain();
        var folder = Directory.CreateDirectory(Path.Combine(_city.Portal.Folder, "mail")).FullName;
        List<MimeMessage> mails = [];
        foreach (var file in Directory.GetFiles(folder, "*.eml"))
        {
            mails.Add(await MimeMessage.LoadAsync(file));
            File.Delete(file);
        }

        return [.. mails.Where(mail => mail.To.Mailboxes.Single().Address == _guest.Email)];
    }

    private static DateTimeOffset Instant(string zone, string local)
    {
        var there = DateTime.Parse(local, System.Globalization.CultureInfo.InvariantCulture);
        return new DateTimeOffset(there, TimeZoneInfo.FindSystemTimeZoneById(zone).GetUtcOffset(there)).ToUniversalTime();
    }
}
