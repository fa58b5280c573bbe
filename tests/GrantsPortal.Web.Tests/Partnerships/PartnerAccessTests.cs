using System.Net;
using GrantsPortal.Organisations;
using GrantsPortal.Partnerships;
using GrantsPortal.Partnerships.Access;
using GrantsPortal.Partnerships.Caseload;
using GrantsPortal.Partnerships.Contacts;
using GrantsPortal.Partnerships.Partners;
using GrantsPortal.People;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Audit;
using GrantsPortal.Platform.Jobs;
using GrantsPortal.TestWorld;
using Xunit;

namespace GrantsPortal.Web.Tests.Partnerships;

public sealed class PartnerAccessTests : IDisposable
{
    private const string Trust = "Trusts two of us and no office";
    private const string Reach = "Reaches the newer families hardly";
    private const string Said = "Ring the deputy first";

    private readonly City _city = new();

    public void Dispose() => _city.Dispose();

    [Fact]
    public async Task Every_field_is_seen_by_whom_the_table_lets_and_by_nobody_else_and_a_field_wrongly_opened_is_found()
    {
        var (circle, readers) = await World();
        await _city.Certified(readers[0]!, "First aid for the mind", circle, readers[^3]!);
        var seen = new HashSet<PartnerField>();
        var sessions = new List<(Person? Who, Visitor Visitor)>();
        foreach (var who in readers)
        {
            var visitor = who is null ? _city.Visitor() : await _city.SignedIn(who);
            sessions.Add((who, visitor));
            Assert.Empty(await Walk(circle, who, visitor, seen));
        }

        // The walk has something to see for all that stands on these pages themselves.
        Assert.Superset(
            new HashSet<PartnerField> { PartnerField.About, PartnerField.Standing, PartnerField.FocalPoint, PartnerField.ContactDays, PartnerField.Members, PartnerField.Contacts, PartnerField.Languages, PartnerField.Communities,
                PartnerField.Districts, PartnerField.Themes, PartnerField.TrustNote, PartnerField.ReachNote, PartnerField.HandoverNotes, PartnerField.Commitments, PartnerField.Engagements, PartnerField.Needs, PartnerField.SupportAsked, PartnerField.Certificates },
            seen);

        // The control: a field opened to somebody the table does not name is found by the same walk.
        var administrator = City.Acting(readers.OfType<Person>().Single(person => person.Name == "Alex Morgan"), Roles.Administrator);
        City.Must(await _city.Portal.Get<AccessDesk>().Change(administrator, PartnerField.ContactDays, PartnerAccess.Of(PartnerField.ContactDays).Default | PartnerEyes.Viewer, 0));
        var viewer = sessions.Single(session => session.Who?.Name == "Vera Viewer");
        Assert.Equal(["ContactDays: shown"], await Walk(circle, viewer.Who, viewer.Visitor, seen));
        sessions.ForEach(session => session.Visitor.Dispose());
    }

    [Fact]
    public async Task Reading_a_restricted_note_is_in_the_audit_trail_and_ends_with_the_handover_which_the_partner_is_told_of()
    {
        var (circle, readers) = await World();
        var (former, next) = (readers[0]!, readers[1]!);
        using var desk = await _city.SignedIn(former);
        var page = await desk.Press(await desk.Open(PartnershipRoutes.Show(circle.Id)), "Show the notes on trust");
        Assert.Contains(Trust, Visitor.Text(page.QuerySelector("main")), StringComparison.Ordinal);
        Assert.Contains(await _city.Read(work => AuditReader.List(work, new AuditFilter(former.Id, "partner.note-read", RecordId: circle.Id), 5)), entry => entry.Change!.Contains("Trust", StringComparison.Ordinal));
        var notes = await _city.Read(work => PartnerRecords.NotesOf(work, [circle.Id]));
        var (trust, reach) = (notes.Single(note => note.Kind == PartnerNoteKind.Trust), notes.Single(note => note.Kind == PartnerNoteKind.Reach));

        page = await desk.Open($"{PartnerRoutes.Handover}?from={former.Id}");
        page = await desk.Press(page, "Hand over", ("ToId", $"{next.Id}"), ("Partners", $"{circle.Id}"), ($"Notes[{trust.Id}]", "Pass"));
        Assert.Contains("Say of this note whether it passes on", Visitor.Text(page.QuerySelector(".govuk-error-summary")), StringComparison.Ordinal);
        Assert.Equal(former.Id, (await _city.Read(work => PartnerRecords.Find(work, circle.Id)))!.FocalPointId);
        await desk.Press(page, "Hand over", ("ToId", $"{next.Id}"), ("Partners", $"{circle.Id}"), ($"Notes[{trust.Id}]", "Pass"), ($"Notes[{reach.Id}]", "End"), ($"Said[{circle.Id}]", "They like tea"));

        Assert.Equal(next.Id, (await _city.Read(work => PartnerRecords.Find(work, circle.Id)))!.FocalPointId);
        Assert.Contains("Noor Haddad", (await _city.MailTo(readers[^4]!.Email)).Last(mail => mail.Template == "PartnerHandedOver").TextBody, StringComparison.Ordinal);
        page = await desk.Open(PartnershipRoutes.Show(circle.Id));
        Assert.Null(page.QuerySelector("[data-field=TrustNote]"));
        Assert.Null(await _city.Portal.Get<PartnerDesk>().ReadNotes(City.Acting(former, Roles.FocalPoint), circle.Id, PartnerNoteKind.Trust));
        Assert.Equal([Trust], (await _city.Portal.Get<PartnerDesk>().ReadNotes(City.Acting(next, Roles.FocalPoint), circle.Id, PartnerNoteKind.Trust))!.Select(note => note.Words));
        Assert.Empty((await _city.Portal.Get<PartnerDesk>().ReadNotes(City.Acting(next, Roles.FocalPoint), circle.Id, PartnerNoteKind.Reach))!);
        using var mine = await _city.SignedIn(next);
        Assert.Contains("Harbour Circle", Visitor.Text((await mine.Open(PartnerRoutes.Caseload)).QuerySelector("table")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_contact_is_asked_after_half_a_year_opening_the_link_confirms_nothing_and_its_button_does()
    {
        var (circle, readers) = await World();
        _city.Portal.Clock.Advance(TimeSpan.FromDays(183));
        await RunJob<ContactJob>();
        await RunJob<ContactJob>();
        Assert.Single(await _city.MailTo("safiya@circle.example"), mail => mail.Template == "ContactStillRight");
        Assert.Empty(await _city.MailTo("quiet@circle.example"));
        var link = await _city.LinkTo("safiya@circle.example", "ContactStillRight");
        using var phone = _city.Visitor();
        var page = await phone.Open(link);
        Assert.Null((await Contact("Safiya Noor")).ConfirmedAt);
        page = await phone.Press(page, "This is right");
        Assert.Contains("You said that this is right", Visitor.Text(page.QuerySelector("main")), StringComparison.Ordinal);
        Assert.Equal(_city.Now, (await Contact("Safiya Noor")).ConfirmedAt);
        Assert.Equal(HttpStatusCode.NotFound, (await phone.Get("/contacts/guessed")).StatusCode);

        using var owner = await _city.SignedIn(readers[^4]!);
        page = await owner.Open(PartnerRoutes.My(circle.Slug));
        page = await owner.Press(page, "All of these are right");
        Assert.DoesNotContain("To be confirmed", Visitor.Text(page.QuerySelector("main")), StringComparison.Ordinal);
        using var other = await _city.SignedIn(readers[^1]!);
        Assert.Equal(HttpStatusCode.NotFound, (await other.Get(PartnerRoutes.My(circle.Slug))).StatusCode);

        page = await phone.Press(await phone.Open(link), "Do not write to me any more");
        Assert.False(ContactRules.MayReach(await Contact("Safiya Noor"), ContactWay.Email));

        async Task<PartnerContact> Contact(string name) => (await _city.Read(work => ContactRepository.Of(work, circle.Id))).Single(one => one.Name == name);
    }

    private async Task RunJob<TJob>()
        where TJob : IJob =>
        await _city.Portal.Get<IEnumerable<IJob>>().OfType<TJob>().Single().Run(CancellationToken.None);

    /// <summary>What differs between what somebody sees on the pages and what the table says.</summary>
    private async Task<IReadOnlyList<string>> Walk(Organisation circle, Person? who, Visitor visitor, HashSet<PartnerField> seen)
    {
        var eyes = who is null ? PartnerEyes.Public : (await _city.Read(async work => await PartnerReading.Of(work, new Actor(who.Id, who.Name, (await RolesOf(who)).ToHashSet()), circle.Id, DateOnly.FromDateTime(_city.Now.UtcDateTime)))).Eyes;
        var wrong = new List<string>();
        var texts = "";
        var shown = new HashSet<PartnerField>();
        var open = false;
        foreach (var path in new[] { PartnershipRoutes.Show(circle.Id), PartnerRoutes.My(circle.Slug) })
        {
            var answer = await visitor.Get(path);
            if (answer.StatusCode != HttpStatusCode.OK)
            {
                texts += await answer.Content.ReadAsStringAsync();
                continue;
            }

            open = true;
            var page = await Visitor.Page(answer);
            texts += page.DocumentElement.TextContent;
            shown.UnionWith(page.QuerySelectorAll("[data-field]").Select(element => Enum.Parse<PartnerField>(element.GetAttribute("data-field")!)));
        }

        seen.UnionWith(shown);
        foreach (var line in PartnerAccess.Table)
        {
            var may = PartnerAccess.May(line.Field, eyes);
            if (shown.Contains(line.Field) && !may)
            {
                wrong.Add($"{line.Field}: shown");
            }
            else if (open && may && seen.Contains(line.Field) && !shown.Contains(line.Field) && Everywhere.Contains(line.Field))
            {
                wrong.Add($"{line.Field}: hidden");
            }
        }

        // Restricted words stand on no page before they are asked for, and behind their buttons for those alone whom the table lets.
        wrong.AddRange(new[] { Trust, Reach, Said }.Where(words => texts.Contains(words, StringComparison.Ordinal)).Select(words => $"{words}: shown"));
        wrong.AddRange(Words.Where(pair => texts.Contains(pair.Value, StringComparison.Ordinal) && !PartnerAccess.May(pair.Key, eyes)).Select(pair => $"{pair.Key}: its words shown"));
        if (who is not null)
        {
            foreach (var (field, kind) in new[] { (PartnerField.TrustNote, PartnerNoteKind.Trust), (PartnerField.ReachNote, PartnerNoteKind.Reach) })
            {
                var read = await _city.Portal.Get<PartnerDesk>().ReadNotes(new Actor(who.Id, who.Name, (await RolesOf(who)).ToHashSet()), circle.Id, kind);
                if (read is not null != PartnerAccess.May(field, eyes))
                {
                    wrong.Add($"{field}: rule and table differ");
                }
            }
        }

        return wrong;
    }

    private static readonly PartnerField[] Everywhere =
        [PartnerField.About, PartnerField.Standing, PartnerField.FocalPoint, PartnerField.ContactDays, PartnerField.Members, PartnerField.Contacts, PartnerField.Languages, PartnerField.Communities, PartnerField.Districts, PartnerField.Themes, PartnerField.Commitments];

    private static readonly Dictionary<PartnerField, string> Words = new()
    {
        [PartnerField.Contacts] = "safiya@circle.example",
        [PartnerField.Communities] = "Women of eleven countries",
        [PartnerField.Commitments] = "Send the list of halls",
        [PartnerField.Districts] = "Quayside",
    };

    private Task<IReadOnlyList<string>> RolesOf(Person who) => _city.Read(work => work.List<string>("SELECT r.Role FROM PersonRole r WHERE r.PersonId = @id", new { id = who.Id }));

    /// <summary>A partner with something in every field, and every reader there is; the last four are its Owner, Editor and Viewer and the Owner of another.</summary>
    private async Task<(Organisation Circle, IReadOnlyList<Person?> Readers)> World()
    {
        var focal = await _city.Person("Farah Siddiqui", Roles.FocalPoint);
        var other = await _city.Person("Noor Haddad", Roles.FocalPoint);
        var earlier = await _city.Person("Ewan Earlier", Roles.FocalPoint);
        var owner = await _city.Person("Olga Owner");
        var circle = await _city.Organisation("Harbour Circle", owner);
        var (editor, viewer, stranger) = (await _city.Person("Edda Editor"), await _city.Person("Vera Viewer"), await _city.Person("Sten Stranger"));
        await _city.Member(circle, editor, MemberRole.Editor);
        await _city.Member(circle, viewer, MemberRole.Viewer);
        await _city.Organisation("Another Circle", stranger);
        var (desk, acting) = (_city.Portal.Get<PartnerDesk>(), City.Acting(earlier, Roles.FocalPoint));
        City.Must(await desk.Change(acting, circle.Id, 1, new PartnerPlan
        {
            Tier = PartnerTier.Close,
            FocalPointId = earlier.Id,
            Description = new PartnerDescription { Languages = ["so"], Themes = ["women"], Districts = ["Quayside"], Communities = "Women of eleven countries" },
        }));
        City.Must(await _city.Portal.Get<HandoverDesk>().HandOver(acting, new HandoverPlan { FromId = earlier.Id, ToId = focal.Id, Partners = new Dictionary<long, string?> { [circle.Id] = Said } }));
        acting = City.Acting(focal, Roles.FocalPoint);
        City.Must(await desk.WriteNote(acting, circle.Id, PartnerNoteKind.Trust, Trust));
        City.Must(await desk.WriteNote(acting, circle.Id, PartnerNoteKind.Reach, Reach));
        City.Must((await _city.Portal.Get<ContactDesk>().Add(acting, circle.Id, new ContactPlan { Name = "Safiya Noor", Email = "safiya@circle.example", Purposes = [ContactPurpose.WrittenTo] }))!.Value.Plain());
        City.Must((await _city.Portal.Get<ContactDesk>().Add(acting, circle.Id, new ContactPlan { Name = "Quiet One", Email = "quiet@circle.example", Purposes = [ContactPurpose.WrittenTo], Not = [ContactWay.Email] }))!.Value.Plain());
        City.Must(await _city.Portal.Get<CommitmentDesk>().Note(acting, CommitmentSource.Desk, [new CommitmentPlan { OrganisationId = circle.Id, What = "Send the list of halls", DueOn = DateOnly.FromDateTime(_city.Now.UtcDateTime).AddDays(9), OwnerId = focal.Id }]));
        return (circle,
        [
            focal, other, await _city.Person("Olivia Bennett", Roles.ProgrammeOfficer), await _city.Person("Alex Morgan", Roles.Administrator), await _city.Person("Ahmed Tan", Roles.Auditor),
            await _city.Person("Felix Grant", Roles.Finance), await _city.Person("Priya Raman", Roles.Approver), await _city.Person("Ruth Adeyemi", Roles.Reviewer), null, owner, editor, viewer, stranger,
        ]);
    }
}
