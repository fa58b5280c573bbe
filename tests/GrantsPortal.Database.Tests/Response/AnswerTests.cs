using GrantsPortal.Organisations;
using GrantsPortal.Partnerships.Contacts;
using GrantsPortal.Platform;
using GrantsPortal.Response;
using GrantsPortal.Response.Answers;
using GrantsPortal.Response.CallDown;
using GrantsPortal.Response.Incidents;
using GrantsPortal.Response.Log;
using GrantsPortal.Response.Matters;
using GrantsPortal.Response.Offers;
using GrantsPortal.Response.Situation;
using GrantsPortal.TestWorld;
using Xunit;

namespace GrantsPortal.Database.Tests.Response;

public sealed class AnswerTests : IDisposable
{
    private readonly City _city = new();

    private AnswerDesk Answers => _city.Portal.Get<AnswerDesk>();

    public void Dispose() => _city.Dispose();

    [Fact]
    public async Task A_link_is_for_one_contact_of_one_incident_and_dies_with_either()
    {
        var officer = await _city.CrisisOfficer();
        var partners = await _city.CrisisPartners(2);
        var (one, other) = (await _city.Incident(officer), await _city.Incident(officer));
        await _city.CallDown(officer, one, partners);
        var (first, second) = (await _city.CrisisToken("first0"), await _city.CrisisToken("first1"));
        Assert.Equal("Partner 0", (await Answers.Read(first))!.Organisation.Name);

        // The same record signed for another incident or purpose, another's signature, one letter changed: none of it is a link.
        var (seal, record) = (_city.Portal.Get<IncidentSeal>(), IncidentSeal.RecordOf(first)!.Value);
        foreach (var forged in new[]
        {
            seal.Token(LinkPurpose.Answer, other.Id, other.LinkKey, record), seal.Token(LinkPurpose.Situation, one.Id, one.LinkKey, record),
            first[..11] + second[11..], first[..^1] + (first[^1] == 'A' ? 'Q' : 'A'), new string('x', 33), "short",
        })
        {
            Assert.Null(await Answers.Answer(forged, Well));
        }

        Assert.Equal(PartnerStanding.Silent, (await Standing(one, partners[0])).Standing);
        Assert.Null(await _city.Portal.Get<ReaderDesk>().ReadBy(first));
        City.Must(await Answers.Answer(first, Well));
        Assert.Equal(PartnerStanding.Well, (await Standing(one, partners[0])).Standing);

        var contact = (await _city.Read(work => ContactRepository.Of(work, partners[0].Id)))[0];
        await _city.Write(officer, work => ContactRepository.Update(work, contact with { RemovedAt = work.Now }, contact.Version));
        Assert.Null(await Answers.Read(first));
        Assert.NotNull(await Answers.Read(second));
        City.Must(await _city.Portal.Get<IncidentDesk>().Close(officer, one.Reference, "Learned."));
        Assert.Null(await Answers.Answer(second, Well));
        Assert.Null((await _city.IncidentNow(one)).LinkKey);
    }

    [Fact]
    public async Task Two_answers_at_once_both_count_and_help_that_is_needed_is_not_lost()
    {
        var officer = await _city.CrisisOfficer();
        var partners = await _city.CrisisPartners(1);
        var incident = await _city.Incident(officer);
        await _city.CallDown(officer, incident, partners);
        _city.Portal.Clock.Advance(TimeSpan.FromMinutes(21));
        await _city.RunJob("response.deputies");
        var (first, deputy) = (await _city.CrisisToken("first0"), await _city.CrisisToken("deputy0"));
        var before = await Standing(incident, partners[0]);

        var answered = await Task.WhenAll(
            Task.Run(() => Answers.Answer(first, new AnswerPlan(PartnerStanding.NeedHelp, "Two are missing.", []))), Task.Run(() => Answers.Answer(deputy, Well)),
            Task.Run(() => Answers.Answer(first, new AnswerPlan(PartnerStanding.NeedHelp, "Two are missing.", []))));
        Assert.All(answered, outcome => Assert.True(outcome!.Value.Done));
        Assert.Equal(PartnerStanding.NeedHelp, (await Standing(incident, partners[0])).Standing);
        Assert.Equal(2, (await _city.LogOf(incident)).Count(line => line.Kind is LineKind.Well or LineKind.NeedHelp));
        Assert.Empty(await _city.Broken<IncidentsAreWhole>());

        // The control: who read the row before the others answered cannot write over them, and without the guard would.
        Assert.False(await _city.Write(Actor.Public, work => CallDownRepository.Stand(work, before, PartnerStanding.Well)));
        Assert.Equal(PartnerStanding.NeedHelp, (await Standing(incident, partners[0])).Standing);
        await _city.Write(Actor.Public, work => work.Execute("UPDATE IncidentPartner SET Standing = 'Well' WHERE IncidentId = @IncidentId", new { before.IncidentId }));
        Assert.Equal(PartnerStanding.Well, (await Standing(incident, partners[0])).Standing);
    }

    [Fact]
    public async Task An_alert_that_did_not_arrive_is_noted_once_and_the_deputy_is_alerted_at_once()
    {
        var officer = await _city.CrisisOfficer();
        var partners = await _city.CrisisPartners(2);
        var incident = await _city.Incident(officer);
        await _city.CallDown(officer, incident, partners);
        await _city.Write(Actor.System, work => work.Execute("UPDATE OutboxMessage SET State = 'Dead' WHERE ToAddress = 'first0@crisis.example'"));
        _city.Portal.Clock.Advance(TimeSpan.FromMinutes(1));
        await _city.Write(Actor.System, work => ContactRepository.MarkEmail(work, "first1@crisis.example", "No such mailbox"));
        await _city.RunJob("response.deputies");
        await _city.RunJob("response.deputies");
        var log = await _city.LogOf(incident);
        Assert.Equal((2, 2), (log.Count(line => line.Kind == LineKind.NotDelivered), log.Count(line => line.Kind == LineKind.Deputy)));
        Assert.Single(await _city.MailTo("deputy0@crisis.example"));
        Assert.Empty(await _city.Broken<IncidentsAreWhole>());
    }

    [Fact]
    public async Task An_organisation_at_risk_is_told_nothing_of_substance_by_mail_and_is_named_to_nobody()
    {
        var officer = await _city.CrisisOfficer();
        var careful = await _city.CrisisPartners(1, lettersBy: LetterDelivery.SignIn, named: "Refuge");
        var open = await _city.CrisisPartners(1);
        var incident = await _city.Incident(officer);
        await _city.CallDown(officer, incident, [.. careful, .. open]);
        var mail = Assert.Single(await _city.MailTo("refugefirst0@crisis.example"));
        Assert.Equal("EXERCISE: Please open this now", mail.Subject);
        Assert.Equal((false, false), (Says(mail, "Quay Street"), Says(mail, "Refuge 0")));
        Assert.True(Says(Assert.Single(await _city.MailTo("first0@crisis.example")), "Quay Street"));
        Assert.Equal("Fire on Quay Street", (await Answers.Read(await _city.CrisisToken("refugefirst0")))!.Incident.Title);

        City.Must(await Answers.Answer(await _city.CrisisToken("refugefirst0"), new AnswerPlan(PartnerStanding.NeedHelp, "A room for nine.", [CrisisCapability.Space])));
        City.Must(await Answers.Answer(await _city.CrisisToken("first0"), new AnswerPlan(PartnerStanding.CanHelp, "Our hall.", [CrisisCapability.Space])));
        var matters = await _city.Read(work => MatterRepository.Of(work, incident.Id));
        City.Must(await _city.Portal.Get<MatterDesk>().Match(officer, incident.Reference, matters.Single(one => one.Side == MatterSide.Need).Id, matters.Single(one => one.Side == MatterSide.Offer).Id, beforehand: false));
        var (theirs, ours) = (Assert.Single(await _city.MailTo("refugefirst0@crisis.example"), sent => sent.Template == nameof(MatchConfirmed)), Assert.Single(await _city.MailTo("first0@crisis.example"), sent => sent.Template == nameof(MatchConfirmed)));
        Assert.Equal((false, false), (Says(ours, "Refuge 0"), Says(theirs, "Our hall")));
        Assert.True(Says(ours, "A room for nine."));
        Assert.Equal([MatterState.Matched, MatterState.Matched], (await _city.Read(work => MatterRepository.Of(work, incident.Id))).Select(one => one.State));
    }

    [Fact]
    public async Task What_was_offered_beforehand_is_proposed_recorded_and_told()
    {
        var officer = await _city.CrisisOfficer();
        var partners = await _city.CrisisPartners(2);
        City.Must(await _city.Portal.Get<CrisisDesk>().PutFor(officer, partners[1].Id, 0, [new CrisisOffer { Capability = CrisisCapability.Languages, Languages = "|Somali|", Words = "Two interpreters." }]));
        Assert.Equal("crisis.changed-meanwhile", (await _city.Portal.Get<CrisisDesk>().PutFor(officer, partners[1].Id, 0, []))!.Value.Refusals[0].Code);
        var incident = await _city.Incident(officer, scope: new CallDownScope { Districts = ["Harbour"], Capabilities = [CrisisCapability.Languages] });
        await _city.CallDown(officer, incident, partners);
        City.Must(await _city.Portal.Get<MatterDesk>().Note(officer, incident.Reference, new MatterPlan(MatterSide.Need, partners[0].Id, CrisisCapability.Languages, "At the hospital.", ["Somali"], null)));
        var (needs, offers) = (await _city.Read(work => MatterRepository.Of(work, incident.Id)), await _city.Read(work => MatterRepository.SaidBeforehand(work, incident.Id)));
        var fit = Assert.Single(MatterRules.Proposals(needs, offers));
        City.Must(await _city.Portal.Get<MatterDesk>().Match(officer, incident.Reference, fit.Need.Id, fit.Offer.Id, beforehand: true));
        Assert.Empty(await _city.Read(work => MatterRepository.SaidBeforehand(work, incident.Id)));
        Assert.Contains("Two interpreters.", Assert.Single(await _city.MailTo("first0@crisis.example"), mail => mail.Template == nameof(MatchConfirmed)).TextBody, StringComparison.Ordinal);
        Assert.Equal([LineKind.Need, LineKind.Offer, LineKind.Match, LineKind.Match], (await _city.LogOf(incident)).TakeLast(4).Select(line => line.Kind));
    }

    [Fact]
    public async Task The_situation_page_is_for_those_let_in_for_as_long_as_that_holds_and_each_reading_is_noted()
    {
        var officer = await _city.CrisisOfficer();
        var finance = await _city.Person("Felix Grant", Roles.Finance);
        var incident = await _city.Incident(officer);
        var readers = _city.Portal.Get<ReaderDesk>();
        Assert.Null(await readers.ReadAs(City.Acting(finance, Roles.Finance), incident.Reference));
        City.Must(await readers.Add(officer, incident.Reference, finance.Id));
        Assert.NotNull(await readers.ReadAs(City.Acting(finance, Roles.Finance), incident.Reference));
        City.Must(await readers.Invite(officer, incident.Reference, "Inspector Lane", "lane@police.example"));
        var token = (await _city.LinkTo("lane@police.example", nameof(SituationShared))).Split('/')[^1];
        Assert.NotNull(await readers.ReadBy(token));
        Assert.Null(await Answers.Read(token));
        Assert.Equal(2, await _city.Read(work => work.Scalar<int>("SELECT COUNT(*) FROM AuditEntry WHERE Act = 'incident.situation-read'")));
        _city.Portal.Clock.Advance(TimeSpan.FromDays(7));
        Assert.Null(await readers.ReadBy(token));
        City.Must(await readers.Remove(officer, incident.Reference, (await _city.Read(work => ReaderRepository.Of(work, incident.Id))).Single(reader => reader.PersonId == finance.Id).Id));
        Assert.Null(await readers.ReadAs(City.Acting(finance, Roles.Finance), incident.Reference));
        Assert.Equal(2, await _city.Read(work => work.Scalar<int>("SELECT COUNT(*) FROM AuditEntry WHERE Act = 'incident.situation-read'")));
    }

    private static AnswerPlan Well => new(PartnerStanding.Well, null, []);

    private static bool Says(City.Mail mail, string words) => (mail.Subject + mail.TextBody + mail.HtmlBody).Contains(words, StringComparison.Ordinal);

    private async Task<IncidentPartner> Standing(Incident incident, Organisation partner) => (await _city.Read(work => CallDownRepository.Find(work, incident.Id, partner.Id)))!;
}
