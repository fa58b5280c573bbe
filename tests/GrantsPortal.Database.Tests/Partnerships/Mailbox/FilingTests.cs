using GrantsPortal.Organisations;
using GrantsPortal.Partnerships.Engagements;
using GrantsPortal.Partnerships.Mailbox;
using GrantsPortal.Partnerships.Mailbox.Reading;
using GrantsPortal.People;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Files;
using GrantsPortal.TestWorld;
using Xunit;

namespace GrantsPortal.Database.Tests.Partnerships.Mailbox;

/// <summary>What is forwarded to an officer's address becomes an engagement once, or is refused with a reason to that officer alone.</summary>
public sealed class FilingTests : IDisposable
{
    private const string Forwarded = "For the record.\r\n\r\n---------- Forwarded message ---------\r\nFrom: Amira Haddad <amira@harbour.example>\r\nDate: {0}\r\nSubject: The hall on Fridays\r\n\r\nMay we use the hall?";

    private readonly City _city = new(("Inbound:Address", City.MailboxAddress));

    public void Dispose() => _city.Dispose();

    private string Text => string.Format(System.Globalization.CultureInfo.InvariantCulture, Forwarded, $"{_city.Now.AddDays(-2):ddd, dd MMM yyyy HH:mm:ss} +0000");

    [Fact]
    public async Task A_forwarded_e_mail_is_an_engagement_of_the_day_it_was_written_by_the_officer_of_the_address_and_makes_nobody()
    {
        var (officer, partner) = await World();
        var people = await Count("Person");
        var address = await _city.Forwarding(officer, partner);
        Assert.Equal(InboundState.Filed, await _city.Comes(_city.Letter(address, Text)));

        var engagement = Assert.Single(await Engagements(partner));
        Assert.Equal((EngagementKind.Email, EngagementSource.Mail, officer.Id, false), (engagement.Kind, engagement.Source, engagement.OfficerId, engagement.Restricted));
        Assert.Equal("The hall on Fridays\n\nFor the record.\n\nMay we use the hall?", engagement.Words);
        Assert.Equal(_city.Now.AddDays(-2).DateTime, engagement.HappenedAt.DateTime, TimeSpan.FromSeconds(2));
        var mail = Assert.Single(await Came());
        Assert.Equal(("Amira Haddad", "amira@harbour.example", "focal@riverton.example"), (mail.WriterName, mail.WriterAddress, mail.FromAddress));
        Assert.NotNull(mail.FileId);
        Assert.Equal(people, await Count("Person"));
        Assert.Empty(await _city.MailTo("focal@riverton.example"));
    }

    [Fact]
    public async Task The_same_e_mail_counts_once_wherever_it_lies_and_to_two_partners_for_both()
    {
        var (officer, partner) = await World();
        var other = await _city.Organisation("Northgate Forum", await _city.Person("Tom Reed"));
        var (address, second) = (await _city.Forwarding(officer, partner), await _city.Forwarding(officer, other));
        var letter = _city.Letter(address, Text);
        Assert.Equal(InboundState.Filed, await _city.Comes(letter, new MailPlace(7, 1)));
        Assert.Null(await _city.Comes(letter, new MailPlace(7, 2)));
        Assert.Null(await _city.Comes(letter, new MailPlace(8, 1)));
        Assert.Single(await Engagements(partner));

        Assert.Equal(InboundState.Filed, await _city.Comes(letter.Replace(address, second, StringComparison.Ordinal), new MailPlace(7, 3)));
        Assert.Single(await Engagements(other));
        Assert.Null(await _city.Comes(_city.Letter(address, "another at the same place"), new MailPlace(7, 3)));
        Assert.Single(await Engagements(partner));
    }

    [Fact]
    public async Task Attachments_pass_the_house_s_checks_and_what_does_not_is_left_out_with_the_reason()
    {
        var (officer, partner) = await World();
        var address = await _city.Forwarding(officer, partner);
        var letter = _city.Letter(address, "x").Replace("Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\nx\r\n", "", StringComparison.Ordinal)
            + "Content-Type: multipart/mixed; boundary=aa\r\n\r\n--aa\r\n\r\nTwo files.\r\n"
            + "--aa\r\nContent-Type: application/pdf; name=plan.pdf\r\nContent-Disposition: attachment\r\n\r\n%PDF-1.4 plan\r\n"
            + "--aa\r\nContent-Type: application/pdf; name=invoice.pdf\r\nContent-Disposition: attachment\r\n\r\nMZ this is a program\0\r\n"
            + "--aa\r\nContent-Type: text/html; name=page.html\r\nContent-Disposition: attachment\r\n\r\n<script>alert(1)</script>\r\n--aa--\r\n";
        Assert.Equal(InboundState.Filed, await _city.Comes(letter));
        var mail = Assert.Single(await Came());
        var pieces = await _city.Read(work => InboundRepository.Pieces(work, mail.Id));
        Assert.Equal([("plan.pdf", null), ("invoice.pdf", "file.not-allowed"), ("page.html", "file.not-allowed")], pieces.Select(piece => (piece.Name, piece.Reason)));
        Assert.Equal("application/pdf", (await _city.Read(work => StoredFileRepository.Find(work, pieces[0].FileId!.Value)))!.ContentType);
        Assert.Equal([true, false, false], pieces.Select(piece => piece.FileId is not null));
    }

    [Fact]
    public async Task An_address_ends_when_it_is_renewed_or_its_officer_keeps_no_partnerships_and_nobody_is_told()
    {
        var (officer, partner) = await World();
        var first = await _city.Forwarding(officer, partner);
        var second = await _city.Forwarding(officer, partner);
        Assert.Equal(InboundState.Refused, await _city.Comes(_city.Letter(first, Text)));
        Assert.Equal(InboundState.Refused, await _city.Comes(_city.Letter("record+abcdefghijklmnopqrstuvwxyz@riverton.example", Text)));
        Assert.Equal(InboundState.Filed, await _city.Comes(_city.Letter(second, Text)));

        await _city.Write(Actor.System, work => work.Execute("DELETE FROM PersonRole WHERE PersonId = @Id", new { officer.Id }));
        Assert.Equal(InboundState.Refused, await _city.Comes(_city.Letter(second, Text)));
        await _city.Write(Actor.System, work => ForwardingRepository.RevokeLost(work, DateOnly.FromDateTime(work.Now.UtcDateTime)));
        Assert.Null(await _city.Read(work => ForwardingRepository.Of(work, partner.Id, officer.Id)));
        Assert.Single(await Engagements(partner));
        Assert.All((await Came()).Where(mail => mail.State == InboundState.Refused), mail => Assert.Equal((MailRefusals.UnknownAddress, null, null), (mail.Reason, mail.FileId, mail.AnswerId)));
        Assert.Empty(await _city.MailTo(officer.Email));
    }

    [Fact]
    public async Task A_refusal_goes_once_to_the_officer_of_the_address_and_never_to_the_sender_or_after_a_program()
    {
        var (officer, partner) = await World();
        var address = await _city.Forwarding(officer, partner);
        const string From = "Mallory http://evil.example <mallory@elsewhere.example>";
        string Sealed(string headers = "") => _city.Letter(address, "x", headers, From, "Pay now: http://evil.example/pay").Replace("text/plain; charset=utf-8", "application/pkcs7-mime; smime-type=enveloped-data", StringComparison.Ordinal);
        var letter = Sealed();
        Assert.Equal(InboundState.Refused, await _city.Comes(letter));
        Assert.Null(await _city.Comes(letter));
        Assert.Equal(InboundState.Refused, await _city.Comes(Sealed("Auto-Submitted: auto-replied\r\n")));
        Assert.Equal(InboundState.Refused, await _city.Comes(Sealed("Precedence: bulk\r\n")));

        var told = Assert.Single(await _city.MailTo(officer.Email));
        Assert.Equal("MailNotFiled", told.Template);
        Assert.Contains("It is encrypted", told.TextBody, StringComparison.Ordinal);
        Assert.DoesNotContain("evil.example", told.TextBody + told.HtmlBody, StringComparison.Ordinal);
        Assert.Empty(await _city.MailTo("mallory@elsewhere.example"));
        Assert.Empty(await Engagements(partner));

        for (var i = 0; i < MailboxRules.AnswersPerDay + 5; i++)
        {
            await _city.Comes(Sealed());
        }

        Assert.Equal(MailboxRules.AnswersPerDay, (await _city.MailTo(officer.Email)).Count);
        _city.Portal.Clock.Advance(TimeSpan.FromDays(1.1));
        await _city.Comes(Sealed());
        Assert.Equal(MailboxRules.AnswersPerDay + 1, (await _city.MailTo(officer.Email)).Count);
    }

    [Fact]
    public async Task An_e_mail_filed_to_the_wrong_partner_moves_with_its_engagement_and_one_refused_can_be_filed_by_hand()
    {
        var (officer, partner) = await World();
        var other = await _city.Organisation("Northgate Forum", await _city.Person("Tom Reed"));
        var stranger = City.Acting(await _city.Person("Sam Stranger", Roles.FocalPoint), Roles.FocalPoint);
        var (desk, actor) = (_city.Portal.Get<FilingDesk>(), City.Acting(officer, Roles.FocalPoint));
        var address = await _city.Forwarding(officer, partner);
        await _city.Comes(_city.Letter(address, Text));
        var mail = Assert.Single(await Came());
        Assert.Null(await desk.File(stranger, mail.Id, other.Id, mail.Version));
        Assert.Null(await desk.Original(City.Acting(await _city.Person("Rita Reviewer", Roles.Reviewer), Roles.Reviewer), mail.Id));
        Assert.Single(await Engagements(partner));
        City.Must((await desk.File(actor, mail.Id, other.Id, mail.Version))!.Value);
        Assert.Empty(await Engagements(partner));
        Assert.Equal("mailbox.changed-meanwhile", (await desk.File(actor, mail.Id, partner.Id, mail.Version))!.Value.Refusals[0].Code);
        Assert.Single(await Engagements(other));
        await using (var original = await desk.Original(actor, mail.Id))
        {
            Assert.NotNull(original);
        }

        await _city.Comes(_city.Letter(address, Text, "Auto-Submitted: auto-generated\r\n"));
        var refused = Assert.Single(await Came(), one => one.State == InboundState.Refused);
        City.Must((await desk.File(actor, refused.Id, partner.Id, refused.Version))!.Value);
        Assert.Contains("May we use the hall?", Assert.Single(await Engagements(partner)).Words, StringComparison.Ordinal);

        _city.Portal.Clock.Advance(TimeSpan.FromDays(91));
        await _city.Portal.Get<IEnumerable<GrantsPortal.Platform.Jobs.IJob>>().OfType<MailboxRetentionJob>().Single().Run(default);
        Assert.All(await Came(), one => Assert.Null(one.FileId));
        Assert.Null(await desk.Original(actor, mail.Id));
        Assert.Single(await Engagements(partner));
    }

    [Fact]
    public async Task An_address_that_matches_a_contact_is_only_shown_until_the_officer_confirms_who_wrote_it()
    {
        var (officer, partner) = await World();
        var owner = Assert.Single(await _city.Read(work => OrganisationRepository.People(work, partner.Id)));
        await _city.Comes(_city.Letter(await _city.Forwarding(officer, partner), Text.Replace("amira@harbour.example", owner.Email.ToUpperInvariant(), StringComparison.Ordinal)));
        var (mail, engagement) = (Assert.Single(await Came()), Assert.Single(await Engagements(partner)));
        Assert.Equal((owner.Name, null), (mail.ContactName, mail.ConfirmedAt));
        Assert.Empty((await _city.Read(work => EngagementRepository.People(work, [engagement.Id])))[engagement.Id]);
        var desk = _city.Portal.Get<FilingDesk>();
        Assert.Null(await desk.Confirm(City.Acting(await _city.Person("Sam Stranger", Roles.FocalPoint), Roles.FocalPoint), mail.Id, mail.Version));
        City.Must((await desk.Confirm(City.Acting(officer, Roles.FocalPoint), mail.Id, mail.Version))!.Value);
        Assert.Equal(mail.ContactId, Assert.Single((await _city.Read(work => EngagementRepository.People(work, [engagement.Id])))[engagement.Id]).ContactId);
    }

    [Fact]
    public async Task The_address_of_a_focal_point_ends_when_the_caseload_passes_on_and_that_of_another_officer_does_not()
    {
        var (officer, partner) = await World();
        var (deputy, colleague) = (await _city.Person("Dora Deputy", Roles.FocalPoint), await _city.Person("Olive Officer", Roles.ProgrammeOfficer));
        await Acts(partner, officer.Id);
        var (own, other) = (await _city.Forwarding(officer, partner), await _city.Forwarding(colleague, partner));
        Assert.Equal(InboundState.Filed, await _city.Comes(_city.Letter(own, Text)));
        await Acts(partner, deputy.Id);
        Assert.Equal(InboundState.Refused, await _city.Comes(_city.Letter(own, Text)));
        Assert.Equal(InboundState.Filed, await _city.Comes(_city.Letter(other, Text)));
        Assert.Equal(1, await _city.Write(Actor.System, work => ForwardingRepository.RevokeLost(work, DateOnly.FromDateTime(work.Now.UtcDateTime))));
        Assert.Null(await _city.Read(work => ForwardingRepository.Of(work, partner.Id, officer.Id)));
        Assert.NotNull(await _city.Read(work => ForwardingRepository.Of(work, partner.Id, colleague.Id)));
    }

    private Task<int> Acts(Organisation partner, long officer) =>
        _city.Write(Actor.System, work => work.Execute("UPDATE Partner SET FocalPointId = @officer WHERE OrganisationId = @Id", new { partner.Id, officer }));

    [Fact]
    public async Task Where_letters_are_read_behind_sign_in_a_filed_e_mail_is_restricted()
    {
        var (officer, partner) = await World();
        await _city.Write(Actor.System, work => work.Execute("UPDATE Organisation SET LettersBy = 'SignIn' WHERE Id = @Id", new { partner.Id }));
        await _city.Comes(_city.Letter(await _city.Forwarding(officer, partner), Text));
        Assert.True(Assert.Single(await Engagements(partner)).Restricted);
    }

    private async Task<(Person Officer, Organisation Partner)> World() =>
        (await _city.Person("Fiona Focal", Roles.FocalPoint), await _city.Organisation("Harbour Circle", await _city.Person("Amina Yusuf")));

    private Task<IReadOnlyList<Engagement>> Engagements(Organisation partner) => _city.Read(work => EngagementRepository.Of(work, partner.Id, null, 10));

    private Task<IReadOnlyList<InboundMail>> Came() => _city.Read(work => InboundRepository.Page(work, new InboundFilter(null, null, null), null, 100));

    private Task<long> Count(string table) => _city.Read(work => table == "Person" ? work.Scalar<long>("SELECT COUNT(*) FROM Person") : throw new ArgumentException(table));
}
