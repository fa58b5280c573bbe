using System.Net;
using GrantsPortal.Bookings;
using GrantsPortal.Bookings.Fees;
using GrantsPortal.Introductions;
using GrantsPortal.Networks.Graph;
using GrantsPortal.Organisations;
using GrantsPortal.Partnerships;
using GrantsPortal.Partnerships.Access;
using GrantsPortal.Partnerships.Caseload;
using GrantsPortal.Partnerships.Contacts;
using GrantsPortal.Partnerships.Engagements;
using GrantsPortal.Partnerships.Partners;
using GrantsPortal.People;
using GrantsPortal.Platform;
using GrantsPortal.Response.Offers;
using GrantsPortal.TestWorld;
using Xunit;

namespace GrantsPortal.Web.Tests.Partnerships;

/// <summary>What the modules above know of a partner, on its page.</summary>
public sealed class PartnerRecordTests : IDisposable
{
    // Places with a price can be asked for; nobody asks Stripe anything here.
    private readonly City _city = new(("Stripe:SecretKey", StripeStandIn.SecretKey), ("Stripe:WebhookSecret", StripeStandIn.WebhookSecret), ("Stripe:ApiBase", "http://127.0.0.1:9"));

    public void Dispose() => _city.Dispose();

    [Fact]
    public async Task The_page_tells_what_every_module_knows_and_a_field_closed_to_a_reader_takes_its_part_its_lines_and_its_documents_away()
    {
        var running = await _city.Running();
        await _city.PaidOut(running);
        await _city.Submitted(running, await _city.Asked(running), 12_000);
        var (partner, owner) = (running.Applicant.Organisation, running.Applicant.Owner);
        var (focal, other) = (await _city.Person("Farah Siddiqui", Roles.FocalPoint), await _city.Person("Noor Haddad", Roles.FocalPoint));
        var officer = City.Acting(focal, Roles.FocalPoint, Roles.ProgrammeOfficer);
        City.Must(await _city.Portal.Get<CrisisDesk>().PutFor(officer, partner.Id, 0, [new CrisisOffer { Capability = CrisisCapability.Space, Words = "The hall" }]));
        var occasion = await _city.Occasion(focal, 20, inDays: 1);
        var booked = await _city.Book(owner, occasion, organisation: partner.Id);
        _city.Portal.Clock.Advance(TimeSpan.FromDays(1.5));
        var session = (await _city.Read(work => OccasionRepository.Sessions(work, occasion.Id)))[0];
        City.Must(await _city.Portal.Get<RequestDesk>().NoteAttendance(officer, occasion.Id, session.Id, (await _city.Party(booked)).ToDictionary(booking => booking.Id, _ => true)));
        City.Must(await _city.Portal.Get<global::GrantsPortal.Introductions.Offers.PartnerDesk>().LetIn(officer, partner.Slug));
        var hall = (await _city.Partner("Quayside Hall", true)).Organisation;
        var asked = await _city.AskFor((partner, owner), hall);
        Assert.NotEqual(0, asked.Id);
        City.Must(await _city.Portal.Get<ReferralDesk>().Note(officer, new ReferralPlan(partner.Id, hall.Id, DateOnly.FromDateTime(_city.Now.UtcDateTime), [], "")));
        City.Must(await _city.Portal.Get<ReferralDesk>().Note(officer, new ReferralPlan(hall.Id, partner.Id, DateOnly.FromDateTime(_city.Now.UtcDateTime).AddDays(-40), [], "")));
        await _city.Certified(focal, "First aid for the mind", partner, owner);
        var number = await Invoiced(focal, partner, owner);
        var invoice = FeeRoutes.OfPartner(partner.Id, number);

        using var mine = await _city.SignedIn(focal);
        var page = Visitor.Text((await mine.Open(PartnershipRoutes.Show(partner.Id))).QuerySelector("main"));
        foreach (var told in new[] { "They applied to", "The city offered £12,000 for", "They accepted the award", "The city paid £12,000 for", "They handed in a report on", "One of them came to “Listening across difference”",
            "It was written down what they could do in a crisis", "Granted in all £12,000, paid so far £12,000", "Quayside Hall", "Agreement", "as it was submitted",
            "One of them got a certificate of “First aid for the mind”", "Certificate of First aid for the mind", "Invoice and receipt for places at “Listening across difference”, £60", "They sent somebody to Quayside Hall", "Quayside Hall sent somebody to them" })
        {
            Assert.Contains(told, page, StringComparison.Ordinal);
        }

        Assert.Superset(new HashSet<string> { "PartnershipStory", "PartnerApplications", "PartnerAwards", "PartnerPayments", "PartnerReports", "PartnerOccasionStory", "PartnerCertificates", "PartnerReferrals", "PartnerResponse", "PartnerFees (documents)" }, (await _city.Tellers(partner.Id)).ToHashSet());
        Assert.Empty(await _city.BrokenStories(partner.Id));
        using var theirs = await _city.SignedIn(other);
        var administrator = City.Acting(await _city.Person("Alex Morgan", Roles.Administrator), Roles.Administrator);
        Assert.Equal(HttpStatusCode.OK, (await theirs.Get(invoice)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await theirs.Get(FeeRoutes.OfPartner(hall.Id, number))).StatusCode);
        var before = await Shown(theirs, partner);
        foreach (var field in new[] { PartnerField.Applications, PartnerField.Funding, PartnerField.Certificates, PartnerField.Fees, PartnerField.Documents, PartnerField.Reports, PartnerField.Occasions, PartnerField.Introductions, PartnerField.CrisisOffers })
        {
            Assert.Contains(field, before);
            var version = (await _city.Read(AccessRepository.Versions)).GetValueOrDefault(field);
            City.Must(await _city.Portal.Get<AccessDesk>().Change(administrator, field, PartnerAccess.Of(field).Default & ~PartnerEyes.OtherFocalPoint, version));
            var after = await Shown(theirs, partner);
            Assert.DoesNotContain(field, after);
            before.Remove(field);
            Assert.Empty(before.Except(after));
            Assert.Empty(after.Except(before));
        }

        Assert.Equal(HttpStatusCode.NotFound, (await theirs.Get(invoice)).StatusCode);
    }

    [Fact]
    public async Task What_was_said_in_confidence_passes_on_or_is_sealed_for_both_officers_and_cover_reads_it_as_long_as_it_lasts()
    {
        var owner = await _city.Person("Olga Owner");
        var circle = await _city.Organisation("Harbour Circle", owner);
        var (former, next, cover) = (await _city.Person("Farah Siddiqui", Roles.FocalPoint), await _city.Person("Noor Haddad", Roles.FocalPoint), await _city.Person("Cora Cover", Roles.FocalPoint));
        var auditor = await _city.Person("Ahmed Tan", Roles.Auditor);
        var acting = City.Acting(former, Roles.FocalPoint);
        City.Must(await _city.Portal.Get<PartnerDesk>().Change(acting, circle.Id, 1, new PartnerPlan { FocalPointId = former.Id }));
        var (passed, kept) = (await Said("They fear for the hall"), await Said("Two of them fell out"));

        var today = DateOnly.FromDateTime(_city.Now.UtcDateTime);
        Assert.False(await Reads(cover, passed));
        City.Must(await _city.Portal.Get<HandoverDesk>().Cover(acting, new PartnerCover { PersonId = former.Id, CoverId = cover.Id, FromOn = today, UntilOn = today.AddDays(3) }));
        Assert.True(await Reads(cover, passed));
        _city.Portal.Clock.Advance(TimeSpan.FromDays(4));
        Assert.False(await Reads(cover, passed));
        Assert.True(await Reads(former, passed));
        Assert.False(await Reads(next, passed));

        using var desk = await _city.SignedIn(former);
        var page = await desk.Open($"{PartnerRoutes.Handover}?from={former.Id}");
        Assert.Equal("Seal", page.QuerySelector($"input[name='Words[{passed}]'][checked]")!.GetAttribute("value"));
        await desk.Press(page, "Hand over", ("ToId", $"{next.Id}"), ("Partners", $"{circle.Id}"), ($"Words[{passed}]", "Pass"));

        Assert.True(await Reads(next, passed));
        Assert.False(await Reads(next, kept));
        Assert.False(await Reads(former, passed));
        Assert.False(await Reads(former, kept));
        Assert.True(await Reads(auditor, kept, Roles.Auditor));
        using var mine = await _city.SignedIn(next);
        Assert.Contains("It is sealed", Visitor.Text((await mine.Open(PartnershipRoutes.Engagement(circle.Id, kept))).QuerySelector("main")), StringComparison.Ordinal);

        async Task<long> Said(string words) => (await _city.Portal.Get<EngagementDesk>().Log(acting, new EngagementLog(
            new EngagementPlan { OrganisationId = circle.Id, Kind = EngagementKind.Call, OfficerId = former.Id, Words = words, Restricted = true }, [], [])))!.Value.Value;

        Task<bool> Reads(Person who, long engagement, string role = Roles.FocalPoint) => _city.Portal.Get<EngagementDesk>().Read(City.Acting(who, role), circle.Id, engagement);
    }

    [Fact]
    public async Task Of_many_conversations_those_up_to_a_day_pass_on_and_none_where_no_day_is_named()
    {
        var circle = await _city.Organisation("Harbour Circle", await _city.Person("Olga Owner"));
        var (former, next) = (await _city.Person("Farah Siddiqui", Roles.FocalPoint), await _city.Person("Noor Haddad", Roles.FocalPoint));
        var acting = City.Acting(former, Roles.FocalPoint);
        City.Must(await _city.Portal.Get<PartnerDesk>().Change(acting, circle.Id, 1, new PartnerPlan { FocalPointId = former.Id }));
        var said = new List<long>();
        for (var day = 9; day > 0; day--)
        {
            said.Add((await _city.Portal.Get<EngagementDesk>().Log(acting, new EngagementLog(new EngagementPlan
            {
                OrganisationId = circle.Id,
                Kind = EngagementKind.Call,
                OfficerId = former.Id,
                Words = $"Said {day}",
                Restricted = true,
                HappenedAt = _city.Now.AddDays(-day),
            }, [], [])))!.Value.Value);
        }

        using var desk = await _city.SignedIn(former);
        var until = DateOnly.FromDateTime(_city.Now.AddDays(-7).UtcDateTime);
        var page = await desk.Open($"{PartnerRoutes.Handover}?from={former.Id}");
        await desk.Press(page, "Hand over", ("ToId", $"{next.Id}"), ("Partners", $"{circle.Id}"), ($"WordsUntil[{circle.Id}].Day", $"{until.Day}"), ($"WordsUntil[{circle.Id}].Month", $"{until.Month}"), ($"WordsUntil[{circle.Id}].Year", $"{until.Year}"));
        var read = new List<long>();
        foreach (var one in said)
        {
            read.AddRange(await _city.Portal.Get<EngagementDesk>().Read(City.Acting(next, Roles.FocalPoint), circle.Id, one) ? [one] : []);
        }

        Assert.Equal(said.Take(3), read);
        City.Must(await _city.Portal.Get<HandoverDesk>().HandOver(City.Acting(next, Roles.FocalPoint), new HandoverPlan { FromId = next.Id, ToId = former.Id, Partners = new Dictionary<long, string?> { [circle.Id] = null } }));
        Assert.False(await _city.Portal.Get<EngagementDesk>().Read(acting, circle.Id, said[0]));
    }

    [Fact]
    public async Task Who_said_not_by_email_gets_nothing_of_the_partnership_as_long_as_they_are_a_member_and_their_letters_on_awards_all_the_same()
    {
        var running = await _city.Running();
        var (partner, owner) = (running.Applicant.Organisation, running.Applicant.Owner);
        var focal = City.Acting(await _city.Person("Farah Siddiqui", Roles.FocalPoint), Roles.FocalPoint);
        var contacts = _city.Portal.Get<ContactDesk>();
        Assert.Single(await _city.Read(work => PartnerAddresses.Owners(work, partner.Id)));
        var contact = Assert.Single(await _city.Read(work => ContactRepository.Of(work, partner.Id)));
        City.Must(await contacts.Change(focal, partner.Id, contact.Id, contact.Version, new ContactPlan { Name = owner.Name, Email = owner.Email, Purposes = [ContactPurpose.WrittenTo], Not = [ContactWay.Email] }));
        Assert.Empty(await _city.Read(work => PartnerAddresses.Owners(work, partner.Id)));

        // The twin: what an award obliges the city to write goes.
        await _city.PaidOut(running);
        Assert.Contains(await _city.MailTo(owner.Email), mail => mail.Template == "PaymentPaid");

        City.Must(await contacts.Remove(focal, partner.Id, contact.Id, contact.Version + 1));
        Assert.Empty(await _city.Read(work => PartnerAddresses.Owners(work, partner.Id)));
        _city.Portal.Clock.Advance(TimeSpan.FromDays(800));
        await _city.RunJob("partnerships.retention");
        Assert.Empty(await _city.Read(work => PartnerAddresses.Owners(work, partner.Id)));
    }

    /// <summary>A partner's place is paid, as its invoice is told of it; gives the number.</summary>
    private async Task<string> Invoiced(Person officer, Organisation partner, Person asks)
    {
        var occasion = await _city.PaidOccasion(officer, 5, City.Sixty with { PartnerByAward = false, PartnerPercent = 0, SmallPercent = 0 });
        var booked = await _city.Book(asks, occasion, organisation: partner.Id);
        var charge = (await _city.Charges(booked))[0];
        return await _city.Write(Actor.System, async work =>
        {
            await work.Publish(new ChargePaid(occasion, booked.Party, charge, await ChargeRepository.Lines(work, [charge.Id]), booked.Bookings));
            return (await ChargeRepository.Documents(work, [charge.Id]))[0].Number;
        });
    }

    private static async Task<SortedSet<PartnerField>> Shown(Visitor visitor, Organisation partner)
    {
        var shown = new SortedSet<PartnerField>();
        foreach (var path in new[] { PartnershipRoutes.Show(partner.Id), PartnerRoutes.Documents(partner.Id) })
        {
            var answer = await visitor.Get(path);
            if (answer.IsSuccessStatusCode)
            {
                var page = await Visitor.Page(answer);
                shown.UnionWith(new[] { "data-field", "data-story", "data-document" }.SelectMany(name => page.QuerySelectorAll($"[{name}]").Select(element => Enum.Parse<PartnerField>(element.GetAttribute(name)!))));
            }
        }

        return shown;
    }
}
