using GrantsPortal.Bookings;
using GrantsPortal.Events;
using GrantsPortal.Events.Invitations;
using GrantsPortal.Organisations;
using GrantsPortal.Partnerships.Contacts;
using GrantsPortal.People;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Mail;
using GrantsPortal.TestWorld;
using Xunit;

namespace GrantsPortal.Database.Tests.Events;

public sealed class InvitationTests : IDisposable
{
    private readonly City _city = new();

    public void Dispose() => _city.Dispose();

    [Fact]
    public async Task Nothing_chosen_and_values_that_nobody_has_invite_nobody()
    {
        var (officer, gathering) = await Evening();
        var harbour = await Group("Harbour Circle", "Amina Yusuf", "Harbour");
        Assert.Equal("invite.segment-empty", (await Desk.Show(officer, gathering.Slug, new Segment()))!.Value.Refusals[0].Code);
        Assert.Equal("invite.segment-empty", (await Desk.Send(officer, gathering.Slug, new Segment { Members = InvitedMembers.OwnersAndEditors }, InvitationRules.Seal([])))!.Value.Refusals[0].Code);
        Assert.Empty(await Met(officer, gathering, new Segment { Districts = ["Nowhere"] }));
        Assert.Empty(await Met(officer, gathering, new Segment { Themes = ["faith"] }));
        Assert.Empty(await Met(officer, gathering, new Segment { CallId = 404 }));
        Assert.Equal(["Amina Yusuf"], await Met(officer, gathering, new Segment { Districts = ["Harbour"] }));
        Assert.Empty(await _city.MailTo(harbour.Owner.Email));
    }

    [Fact]
    public async Task Every_condition_holds_and_of_several_values_any()
    {
        var (officer, gathering) = await Evening();
        await Group("Harbour Circle", "Amina Yusuf", "Harbour");
        await Group("Northgate Forum", "Daniel Okafor", "Northgate", OrganisationKind.Charity);
        await Group("Weirside Kitchen", "Leila Haddad", "Weirside");
        Assert.Equal(["Amina Yusuf", "Daniel Okafor"], await Met(officer, gathering, new Segment { Districts = ["Harbour", "Northgate"] }));
        Assert.Equal(["Daniel Okafor"], await Met(officer, gathering, new Segment { Districts = ["Harbour", "Northgate"], Kinds = [OrganisationKind.Charity] }));
        Assert.Equal(["Amina Yusuf", "Daniel Okafor", "Leila Haddad"], await Met(officer, gathering, new Segment { Languages = ["en"] }));
    }

    [Fact]
    public async Task Only_who_was_funded_under_the_call_is_met_by_it()
    {
        var (officer, gathering) = await Evening();
        var (award, applicant, listing) = await _city.AcceptedWith();
        await Group("Harbour Circle", "Amina Yusuf", "Harbour");
        Assert.Equal([applicant.Owner.Name], await Met(officer, gathering, new Segment { CallId = listing.Call.Id }));
        Assert.Empty(await Met(officer, gathering, new Segment { CallId = listing.Call.Id, Districts = ["Harbour"] }));
        Assert.NotEqual(0, award.Id);
    }

    [Fact]
    public async Task Who_came_to_something_within_six_months_was_seen_and_theme_follows_from_what_they_came_to()
    {
        var (officer, _) = await Evening();
        var (came, stayed) = (await Group("Harbour Circle", "Amina Yusuf", "Harbour"), await Group("Weirside Kitchen", "Leila Haddad", "Weirside"));
        var farah = await _city.Person("Farah Again", Roles.FocalPoint);
        var first = await _city.Event(farah, "First", inDays: 2, plan: plan => plan with { Themes = ["schools"] });
        var placed = await _city.Placed(came.Owner, first, 1, came.Organisation.Id);
        await _city.Placed(stayed.Owner, first, 1, stayed.Organisation.Id);
        _city.Portal.Clock.Advance(TimeSpan.FromDays(2));
        var session = (await _city.Read(work => OccasionRepository.Sessions(work, first.OccasionId)))[0];
        City.Must(await _city.Portal.Get<RequestDesk>().NoteAttendance(City.Acting(farah, Roles.FocalPoint), first.OccasionId, session.Id, new Dictionary<long, bool> { [placed[0].Id] = true }));

        var second = await _city.Event(farah, "Second", inDays: 10);
        Assert.Equal(["Leila Haddad"], await Met(officer, second, new Segment { NotSeen = true }));
        Assert.Equal(["Amina Yusuf"], await Met(officer, second, new Segment { Themes = ["schools"] }));
        _city.Portal.Clock.Advance(TimeSpan.FromDays(190));
        var third = await _city.Event(farah, "Third", inDays: 10);
        Assert.Equal(["Amina Yusuf", "Leila Haddad"], await Met(officer, third, new Segment { NotSeen = true }));
    }

    [Fact]
    public async Task A_person_is_invited_once_whoever_booked_wants_none_or_is_switched_off_never_and_all_with_one_entry()
    {
        var (officer, gathering) = await Evening();
        var amina = (await Group("Harbour Circle", "Amina Yusuf", "Harbour")).Owner;
        await _city.Organisation("Second Circle", amina);
        var (booked, off, none, gone) = ((await Group("A", "Booked One", "Harbour")).Owner, (await Group("B", "Off One", "Harbour")).Owner, (await Group("C", "None One", "Harbour")).Owner, (await Group("D", "Gone One", "Harbour")).Owner);
        var silent = await Group("E", "Silent One", "Harbour");
        await ByEmail(officer, silent, false);
        City.Must((await _city.Portal.Get<BookingDesk>().Book(City.Acting(booked), gathering.OccasionId, new BookingAsk { Guests = [new Guest(booked.Name, booked.Email)] }))!.Value.Plain());
        await _city.Write(Actor.System, async work =>
        {
            await PreferenceRepository.SetFrequency(work, off.Id, NoticeFrequency.Off);
            await InvitationRepository.WantNone(work, none.Id);
            return await work.Execute("UPDATE Person SET DisabledAt = @now WHERE Id = @id", new { id = gone.Id, now = work.Now });
        });

        var segment = new Segment { Languages = ["en"], Kinds = [OrganisationKind.CommunityGroup, OrganisationKind.Charity] };
        var shown = (await Desk.Show(officer, gathering.Slug, segment))!.Value.Value;
        Assert.Equal([amina.Id], shown.People.Select(person => person.PersonId));
        Assert.Equal((0, 1, 3), (shown.Invited, shown.Booked, shown.WantsNone));
        Assert.Equal("invite.changed-meanwhile", (await Desk.Send(officer, gathering.Slug, segment, InvitationRules.Seal([amina.Id, off.Id])))!.Value.Refusals[0].Code);
        Assert.Empty(await _city.MailTo(amina.Email));

        Assert.Equal(1, (await Desk.Send(officer, gathering.Slug, segment, shown.Seal))!.Value.Value);
        Assert.Contains("You are invited: Neighbours at one table", Assert.Single(await _city.MailTo(amina.Email)).Subject, StringComparison.Ordinal);
        Assert.Equal(1, await _city.Read(work => work.Scalar<int>("SELECT COUNT(*) FROM AuditEntry WHERE Act = 'event.invited'")));
        var again = (await Desk.Show(officer, gathering.Slug, new Segment { Districts = ["Harbour"] }))!.Value.Value;
        Assert.Empty(again.People);
        Assert.Equal("invite.nobody", (await Desk.Send(officer, gathering.Slug, new Segment { Districts = ["Harbour"] }, again.Seal))!.Value.Refusals[0].Code);
        Assert.Single(await _city.MailTo(amina.Email));
        Assert.DoesNotContain(await _city.MailTo(gone.Email), mail => mail.Template == nameof(EventInvited));

        // Who said "not by e-mail" as a contact of the partner got nothing; once they say otherwise, they are invited.
        Assert.DoesNotContain(await _city.MailTo(silent.Owner.Email), mail => mail.Template == nameof(EventInvited));
        await ByEmail(officer, silent, true);
        Assert.Equal(["Silent One"], await Met(officer, gathering, new Segment { Districts = ["Harbour"] }));
        Assert.Equal(1, (await Desk.Send(officer, gathering.Slug, new Segment { Districts = ["Harbour"] }, InvitationRules.Seal([silent.Owner.Id])))!.Value.Value);
        Assert.Single(await _city.MailTo(silent.Owner.Email), mail => mail.Template == nameof(EventInvited));
    }

    [Fact]
    public async Task An_organisation_that_reads_its_letters_behind_sign_in_is_not_named_in_the_mail()
    {
        var (officer, gathering) = await Evening();
        var (open, careful) = (await Group("Harbour Circle", "Amina Yusuf", "Harbour"), await Group("Quiet House", "Miriam Levy", "Harbour"));
        await _city.Write(Actor.System, work => work.Execute("UPDATE Organisation SET LettersBy = 'SignIn' WHERE Id = @Id", new { careful.Organisation.Id }));
        var segment = new Segment { Districts = ["Harbour"] };
        Assert.Equal(2, (await Desk.Send(officer, gathering.Slug, segment, (await Desk.Show(officer, gathering.Slug, segment))!.Value.Value.Seal))!.Value.Value);
        Assert.Contains("Harbour Circle", Assert.Single(await _city.MailTo(open.Owner.Email)).TextBody, StringComparison.Ordinal);
        var mail = Assert.Single(await _city.MailTo(careful.Owner.Email));
        Assert.DoesNotContain("Quiet House", mail.TextBody + mail.HtmlBody, StringComparison.Ordinal);
    }

    private InvitationDesk Desk => _city.Portal.Get<InvitationDesk>();

    private async Task<IReadOnlyList<string>> Met(Actor officer, Event gathering, Segment segment) =>
        [.. (await Desk.Show(officer, gathering.Slug, segment))!.Value.Value.People.Select(person => person.Name).Order(StringComparer.Ordinal)];

    private async Task ByEmail(Actor officer, (Organisation Organisation, Person Owner) of, bool wanted)
    {
        var contact = Assert.Single(await _city.Read(work => ContactRepository.Of(work, of.Organisation.Id)));
        City.Must(await _city.Portal.Get<ContactDesk>().Change(officer, of.Organisation.Id, contact.Id, contact.Version, new ContactPlan { Name = of.Owner.Name, Email = of.Owner.Email, Purposes = [ContactPurpose.WrittenTo], Not = wanted ? [] : [ContactWay.Email] }));
    }

    private async Task<(Actor Officer, Event Event)> Evening()
    {
        var farah = await _city.Person("Farah Siddiqui", Roles.FocalPoint);
        return (City.Acting(farah, Roles.FocalPoint), await _city.Event(farah, "Neighbours at one table"));
    }

    private async Task<(Organisation Organisation, Person Owner)> Group(string name, string owner, string district, OrganisationKind kind = OrganisationKind.CommunityGroup)
    {
        var person = await _city.Person(owner);
        var organisation = await _city.Organisation(name, person);
        await _city.Write(Actor.System, work => work.Execute("UPDATE Organisation SET District = @district, Kind = @kind WHERE Id = @Id", new { organisation.Id, district, kind }));
        return (organisation, person);
    }
}
