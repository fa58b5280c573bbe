using GrantsPortal.Organisations;
using GrantsPortal.Partnerships;
using GrantsPortal.People;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Jobs;
using GrantsPortal.Platform.Tasks;
using GrantsPortal.TestWorld;
using Xunit;

namespace GrantsPortal.Database.Tests.Partnerships;

public sealed class CommitmentTests : IDisposable
{
    private readonly City _city = new();

    public void Dispose() => _city.Dispose();

    private DateOnly Today => DateOnly.FromDateTime(_city.Now.UtcDateTime);

    [Fact]
    public async Task Officer_and_Owner_get_one_e_mail_with_everything_that_is_due_and_the_Owner_only_what_the_partner_promised()
    {
        var (officer, owner, organisation) = await World();
        await Note(officer, organisation, CommitmentMaker.City, "Send the list of halls", 8);
        await Note(officer, organisation, CommitmentMaker.Partner, "Name two walkers", 8);
        _city.Portal.Clock.Advance(TimeSpan.FromDays(1));
        await RunJob();
        await RunJob();
        var digest = Assert.Single(await _city.MailTo(officer.Email), mail => mail.Template == "CommitmentsDue");
        Assert.Contains("Send the list of halls", digest.TextBody, StringComparison.Ordinal);
        Assert.Contains("Name two walkers", digest.TextBody, StringComparison.Ordinal);
        var letter = Assert.Single(await _city.MailTo(owner.Email), mail => mail.Template == "PartnerCommitmentsDue");
        Assert.Contains("Name two walkers", letter.TextBody, StringComparison.Ordinal);
        Assert.DoesNotContain("Send the list of halls", letter.TextBody, StringComparison.Ordinal);

        var tasks = _city.Portal.Get<IEnumerable<ITaskSource>>().OfType<CommitmentTasks>().Single();
        Assert.Equal(2, (await _city.Read(work => tasks.For(City.Acting(officer, Roles.FocalPoint), work))).Count);
        Assert.Equal("You promised the city: {0}", Assert.Single(await _city.Read(work => tasks.For(City.Acting(owner), work))).What);
    }

    [Fact]
    public async Task Where_letters_are_read_behind_sign_in_the_e_mail_says_nothing_of_substance()
    {
        var (officer, owner, organisation) = await World();
        await _city.Write(Actor.System, work => work.Execute("UPDATE Organisation SET LettersBy = 'SignIn' WHERE Id = @Id", new { organisation.Id }));
        await Note(officer, organisation, CommitmentMaker.Partner, "Name two walkers", 8);
        _city.Portal.Clock.Advance(TimeSpan.FromDays(1));
        await RunJob();
        var notice = Assert.Single(await _city.MailTo(owner.Email), mail => mail.Template is "CommitmentNotice" or "PartnerCommitmentsDue");
        Assert.Equal("CommitmentNotice", notice.Template);
        Assert.DoesNotContain("walkers", notice.TextBody + notice.HtmlBody + notice.Subject, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Two_who_end_the_same_commitment_meet_and_what_was_ended_is_not_reminded_of()
    {
        var (officer, owner, organisation) = await World();
        await Note(officer, organisation, CommitmentMaker.Partner, "Name two walkers", 8);
        var commitment = Assert.Single(await _city.Read(work => CommitmentRepository.Of(work, organisation.Id)));
        var (desk, staff) = (_city.Portal.Get<CommitmentDesk>(), City.Acting(officer, Roles.FocalPoint));
        City.Must(await desk.Change(staff, organisation.Id, commitment.Id, 1, Plan(officer, organisation, CommitmentMaker.Partner, "Name three walkers", 8)));
        Assert.Equal("commitment.changed-meanwhile", (await desk.End(staff, organisation.Id, commitment.Id, 1, CommitmentStates.Keep, null))!.Value.Refusals[0].Code);
        City.Must(await desk.End(staff, organisation.Id, commitment.Id, 2, CommitmentStates.Keep, null));
        Assert.Null(await desk.End(staff, organisation.Id + 1, commitment.Id, 3, CommitmentStates.Keep, null));
        _city.Portal.Clock.Advance(TimeSpan.FromDays(9));
        await RunJob();
        Assert.DoesNotContain(await _city.MailTo(owner.Email), mail => mail.Template == "PartnerCommitmentsDue");
        Assert.Equal((CommitmentState.Kept, "Name three walkers"), (await _city.Read(work => CommitmentRepository.Of(work, organisation.Id))).Select(one => (one.State, one.What)).Single());
    }

    [Fact]
    public async Task The_list_begins_with_what_is_due_soonest_and_pages_without_losing_or_repeating_anybody()
    {
        var (officer, owner, first) = await World();
        var others = new List<Organisation>();
        foreach (var name in (string[])["Alpha", "Beta", "Gamma", "Delta", "Epsilon"])
        {
            others.Add(await _city.Organisation(name, owner));
        }

        await Note(officer, others[2], CommitmentMaker.City, "Soon", 2);
        await Note(officer, others[0], CommitmentMaker.City, "Later", 20);
        await Note(officer, first, CommitmentMaker.City, "Soon too", 2);
        _city.Portal.Clock.Advance(TimeSpan.FromDays(3));
        var names = new List<string>();
        PartnerKey? after = null;
        for (var page = await Read(after); page.Count > 0; page = await Read(after))
        {
            names.AddRange(page.Select(row => row.Name));
            after = new PartnerKey(page[^1].NextDue, page[^1].FoldedName, page[^1].Id);
        }

        Assert.Equal(["Gamma", first.Name, "Alpha", "Beta", "Delta", "Epsilon"], names);
        var counts = await _city.Read(work => PartnerRepository.Counts(work, null, officer.Id, Today));
        Assert.Equal((6, 3, 2, 3), (counts.Every, counts.Open, counts.Overdue, counts.Mine));
        Assert.Equal(["Gamma", first.Name], (await _city.Read(work => PartnerRepository.Search(work, null, PartnerFilter.Overdue, officer.Id, Today, null, 10))).Select(row => row.Name));
        Assert.Empty(await _city.Read(work => PartnerRepository.Search(work, null, PartnerFilter.Mine, owner.Id, Today, null, 10)));

        Task<IReadOnlyList<PartnerRow>> Read(PartnerKey? key) => _city.Read(work => PartnerRepository.Search(work, null, PartnerFilter.All, officer.Id, Today, key, 2));
    }

    private async Task<(Person Officer, Person Owner, Organisation Organisation)> World()
    {
        var owner = await _city.Person("Amina Yusuf");
        return (await _city.Person("Farah Siddiqui", Roles.FocalPoint), owner, await _city.Organisation("Harbour Circle", owner));
    }

    private CommitmentPlan Plan(Person officer, Organisation organisation, CommitmentMaker by, string what, int inDays) =>
        new() { OrganisationId = organisation.Id, MadeBy = by, What = what, DueOn = Today.AddDays(inDays), OwnerId = officer.Id };

    private async Task Note(Person officer, Organisation organisation, CommitmentMaker by, string what, int inDays) =>
        City.Must(await _city.Portal.Get<CommitmentDesk>().Note(City.Acting(officer, Roles.FocalPoint), CommitmentSource.Desk, [Plan(officer, organisation, by, what, inDays)]));

    private Task RunJob() => _city.Portal.Get<IEnumerable<IJob>>().OfType<CommitmentJob>().Single().Run(CancellationToken.None);
}
