using GrantsPortal.Organisations;
using GrantsPortal.Partnerships;
using GrantsPortal.Partnerships.Briefs;
using GrantsPortal.Partnerships.Engagements;
using GrantsPortal.Partnerships.Needs;
using GrantsPortal.People;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Tasks;
using GrantsPortal.TestWorld;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace GrantsPortal.Database.Tests.Partnerships;

public sealed class EngagementTests : IDisposable
{
    private readonly City _city = new();

    public void Dispose() => _city.Dispose();

    private DateOnly Today => DateOnly.FromDateTime(_city.Now.UtcDateTime);

    [Fact]
    public async Task An_engagement_and_all_that_came_of_it_is_logged_or_nothing_is()
    {
        var (officer, _, organisation) = await World();
        var (desk, staff) = (_city.Portal.Get<EngagementDesk>(), City.Acting(officer, Roles.FocalPoint));
        var log = new EngagementLog(
            Plan(officer, organisation, "They want light at the stop."),
            [Promise(officer, organisation, "Ask the tram company", 7), Promise(officer, organisation, "Tell us which evenings", -1)],
            [Need(organisation, "Light at the tram stop")]);
        var refused = (await desk.Log(staff, log))!.Value;
        Assert.Equal(("commitment.due-past", "Commitments[1].DueOn"), (refused.Refusals[0].Code, refused.Refusals[0].Field));
        Assert.Equal((0, 0, 0), await Counts(organisation));

        var id = Made((await desk.Log(staff, log with { Commitments = [log.Commitments[0], Promise(officer, organisation, "Tell us which evenings", 3)] }))!.Value);
        Assert.Equal((1, 2, 1), await Counts(organisation));
        Assert.All(await _city.Read(work => CommitmentRepository.FromRecord(work, CommitmentOrigin.Engagement, id)), commitment => Assert.StartsWith("Visit, ", commitment.OriginTitle, StringComparison.Ordinal));
        Assert.Equal(id, Assert.Single(await _city.Read(work => NeedRepository.FromEngagement(work, id))).EngagementId);
        Assert.Equal(["Tom Reed"], (await _city.Read(work => EngagementRepository.People(work, [id])))[id].Select(person => person.Name));
        var seen = (await _city.Read(work => new PartnerEngagements().Last(work, [organisation.Id])))[organisation.Id];
        Assert.Equal((_city.Now, PartnershipRoutes.Engagement(organisation.Id, id)), (seen.At, seen.Path));
    }

    [Fact]
    public async Task A_correction_keeps_what_was_said_before_and_whoever_comes_second_is_refused()
    {
        var (officer, _, organisation) = await World();
        var (desk, staff) = (_city.Portal.Get<EngagementDesk>(), City.Acting(officer, Roles.FocalPoint));
        var id = Made((await desk.Log(staff, new EngagementLog(Plan(officer, organisation, "They want light."), [], [])))!.Value);
        var other = City.Acting(await _city.Person("Olivia Bennett", Roles.ProgrammeOfficer), Roles.ProgrammeOfficer);
        Assert.Equal("engagement.not-yours", (await desk.Correct(other, organisation.Id, id, 1, Plan(officer, organisation, "Nothing.")))!.Value.Refusals[0].Code);
        Assert.Empty(await _city.Read(work => EngagementRepository.Past(work, id)));

        City.Must((await desk.Correct(staff, organisation.Id, id, 1, Plan(officer, organisation, "They want light and a bench.")))!.Value);
        Assert.Equal("engagement.changed-meanwhile", (await desk.Correct(staff, organisation.Id, id, 1, Plan(officer, organisation, "They want nothing.")))!.Value.Refusals[0].Code);
        Assert.Equal("They want light and a bench.", (await _city.Read(work => EngagementRepository.Find(work, organisation.Id, id)))!.Words);
        var past = Assert.Single(await _city.Read(work => EngagementRepository.Past(work, id)));
        Assert.Equal(("They want light.", "Tom Reed", 1), (past.Words, past.People, past.Version));
        Assert.Null(await _city.Read(work => EngagementRepository.Find(work, organisation.Id + 1, id)));
    }

    [Fact]
    public async Task Words_left_for_later_are_a_task_of_their_officer_and_corrected_nothing_if_they_come_within_a_day()
    {
        var (officer, _, organisation) = await World();
        var (desk, staff) = (_city.Portal.Get<EngagementDesk>(), City.Acting(officer, Roles.FocalPoint));
        var other = City.Acting(await _city.Person("Olivia Bennett", Roles.ProgrammeOfficer), Roles.ProgrammeOfficer);
        var bare = new EngagementLog(Plan(officer, organisation, ""), [Promise(officer, organisation, "Ask the tram company", 7)], []);
        Assert.Equal("engagement.words-missing", (await desk.Log(staff, bare))!.Value.Refusals[0].Code);
        Assert.Equal((0, 0, 0), await Counts(organisation));
        var later = bare with { Engagement = bare.Engagement with { Unfinished = true } };
        var (soon, late) = (Made((await desk.Log(staff, later))!.Value), Made((await desk.Log(staff, later with { Engagement = later.Engagement with { Words = "Light." } }))!.Value));
        Assert.Equal((2, 2, 0), await Counts(organisation));
        Assert.Equal([PartnershipRoutes.CorrectEngagement(organisation.Id, soon), PartnershipRoutes.CorrectEngagement(organisation.Id, late)], (await Tasks(staff)).Select(task => task.Path));
        Assert.All(await Tasks(staff), task => Assert.Equal(_city.Now.AddDays(1), task.Due));
        Assert.Empty(await Tasks(other));

        _city.Portal.Clock.Advance(TimeSpan.FromHours(23));
        Assert.Equal("engagement.words-missing", (await desk.Correct(staff, organisation.Id, soon, 1, Plan(officer, organisation, " ")))!.Value.Refusals[0].Code);
        City.Must((await desk.Correct(staff, organisation.Id, soon, 1, Plan(officer, organisation, "They want light at the stop.")))!.Value);
        var finished = (await _city.Read(work => EngagementRepository.Find(work, organisation.Id, soon)))!;
        Assert.Equal(("They want light at the stop.", null, null), (finished.Words, finished.UnfinishedSince, finished.ChangedAt));
        Assert.Empty(await _city.Read(work => EngagementRepository.Past(work, soon)));

        _city.Portal.Clock.Advance(TimeSpan.FromHours(2));
        City.Must((await desk.Correct(staff, organisation.Id, late, 1, Plan(officer, organisation, "They want light, and a bench.")))!.Value);
        Assert.Equal("Light.", Assert.Single(await _city.Read(work => EngagementRepository.Past(work, late))).Words);
        Assert.Empty(await Tasks(staff));

        Task<IReadOnlyList<TaskLine>> Tasks(Actor actor) => _city.Read(work => _city.Portal.Services.GetServices<ITaskSource>().OfType<EngagementTasks>().Single().For(actor, work));
    }

    [Fact]
    public async Task The_register_takes_a_name_only_from_whom_answers_for_it_and_a_partner_is_told_what_was_done()
    {
        var (officer, owner, organisation) = await World();
        var (desk, staff) = (_city.Portal.Get<NeedDesk>(), City.Acting(officer, Roles.FocalPoint));
        var plan = Need(organisation, "Mrs Patel and amina yusuf want light at the stop");
        Assert.Equal("personal.points", (await desk.Note(staff, plan, null))!.Value.Refusals[0].Code);
        Assert.Equal((0, 0, 0), await Counts(organisation));
        City.Must((await desk.Note(staff, plan, PersonalTextRules.Seal(PersonalTextRules.Points(plan.Words, ["Amina Yusuf"]))))!.Value);
        var need = Assert.Single(await _city.Read(work => NeedRepository.Page(work, new NeedFilter { OrganisationId = organisation.Id }, null, 5)));

        City.Must((await desk.Change(staff, need.Id, 1, plan with { Words = "Light at the tram stop" }, null))!.Value);
        City.Must((await desk.Answer(staff, need.Id, 2, NeedStates.Take, "For us alone: ask again in May.", false, null))!.Value);
        Assert.Empty(await _city.Read(work => NeedRepository.ToldTo(work, owner.Id)));
        City.Must((await desk.Answer(staff, need.Id, 3, NeedStates.Do, "Two lamps were mended.", true, null))!.Value);
        Assert.Equal("need.changed-meanwhile", (await desk.Answer(staff, need.Id, 3, null, "Again.", false, null))!.Value.Refusals[0].Code);
        var mail = Assert.Single(await _city.MailTo(owner.Email), mail => mail.Template == nameof(NeedAnswered));
        Assert.Contains("Two lamps were mended.", mail.TextBody, StringComparison.Ordinal);
        Assert.DoesNotContain("in May", mail.TextBody, StringComparison.Ordinal);
        Assert.Equal(NeedStatus.Done, Assert.Single(await _city.Read(work => NeedRepository.ToldTo(work, owner.Id))).Status);
        Assert.Equal(0, await _city.Read(work => work.Scalar<long>("SELECT COUNT(*) FROM AuditEntry WHERE Change LIKE '%Patel%'")));

        await _city.Write(Actor.System, work => work.Execute("UPDATE Organisation SET LettersBy = 'SignIn' WHERE Id = @Id", new { organisation.Id }));
        City.Must((await desk.Answer(staff, need.Id, 4, NeedStates.Again, "One lamp went dark again.", true, null))!.Value);
        Assert.DoesNotContain("lamp", (await _city.MailTo(owner.Email))[^1].TextBody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_brief_keeps_a_point_with_enough_partners_behind_it_and_leaves_out_the_one_by_which_somebody_is_known()
    {
        var (officer, _, first) = await World();
        var (needs, desk, staff) = (_city.Portal.Get<NeedDesk>(), _city.Portal.Get<BriefDesk>(), City.Acting(officer, Roles.FocalPoint));
        foreach (var name in new[] { "Youth Forum", "Elders Table" })
        {
            var organisation = await _city.Organisation(name, await _city.Person($"Owner of {name}"));
            City.Must((await needs.Note(staff, Need(organisation, $"A lamp, says {name.Length}"), null))!.Value);
        }

        City.Must((await needs.Note(staff, Need(first, "A lamp"), null))!.Value);
        City.Must((await needs.Note(staff, Need(first, "A secret that only they can have") with { Theme = "faith" }, null))!.Value);
        await _city.Write(Actor.System, work => work.Execute("UPDATE Organisation SET District = CASE WHEN Id = @Id THEN 'Harbour' ELSE 'Priory' END", new { first.Id }));
        var id = Made(await desk.Begin(staff, new BriefPlan { Title = "Light", Audience = "The ministry", From = Today.AddDays(-1), Until = Today, Least = 3 }));
        var points = await _city.Read(async work => await desk.Standing(work, (await BriefRepository.Find(work, id))!));
        Assert.Equal([(3, 2), (1, 1)], points.Select(point => (point.Standing.Partners, point.Standing.Districts)));
        Assert.Equal("brief.nothing-shown", (await desk.Keep(staff, id, 1))!.Value.Refusals[0].Code);

        BriefPointPlan Worded(StandingPoint point, string words) => new(point.Point.Heading, words, [.. point.Needs.Select(need => need.Id)], null);
        Assert.Equal("personal.points", (await desk.Put(staff, id, 1, points[0].Point.Id, Worded(points[0], "The Youth Forum wants light.")))!.Value.Refusals[0].Code);
        City.Must((await desk.Put(staff, id, 1, points[0].Point.Id, Worded(points[0], "People want light where they wait.")))!.Value);
        City.Must((await desk.Put(staff, id, 2, points[1].Point.Id, Worded(points[1], "One of them hides something.")))!.Value);
        City.Must((await desk.Move(staff, id, 3, points[1].Point.Id, up: true))!.Value);
        City.Must((await desk.Keep(staff, id, 4))!.Value);
        Assert.Equal("brief.changed-meanwhile", (await desk.Put(staff, id, 5, points[0].Point.Id, Worded(points[0], "Nothing.")))!.Value.Refusals[0].Code);

        var html = await Document(id);
        Assert.Contains("People want light where they wait.", html, StringComparison.Ordinal);
        Assert.Contains("3 partners in 2 districts", html, StringComparison.Ordinal);
        Assert.DoesNotContain("hides", html, StringComparison.Ordinal);
        Assert.DoesNotContain("Harbour Circle", html, StringComparison.Ordinal);

        // Four of one district: the document says neither how many they are nor where, and its words do not name the district.
        City.Must((await needs.Note(staff, Need(await _city.Organisation("Lantern", await _city.Person("Lan Tern")), "A lamp for us"), null))!.Value);
        await _city.Write(Actor.System, work => work.Execute("UPDATE Organisation SET District = 'Harbour'", new { }));
        id = Made(await desk.Begin(staff, new BriefPlan { Title = "Light again", Audience = "The ministry", From = Today.AddDays(-1), Until = Today, Themes = ["families"] }));
        points = await _city.Read(async work => await desk.Standing(work, (await BriefRepository.Find(work, id))!));
        Assert.Equal((4, 1, true), (points[0].Standing.Partners, points[0].Standing.Districts, Assert.Single(points).Withheld));
        Assert.Equal("personal.points", (await desk.Put(staff, id, 1, points[0].Point.Id, Worded(points[0], "At Harbour they want light.")))!.Value.Refusals[0].Code);
        City.Must((await desk.Put(staff, id, 1, points[0].Point.Id, Worded(points[0], "They want light.")))!.Value);
        City.Must((await desk.Keep(staff, id, 2))!.Value);
        html = await Document(id);
        Assert.Contains("At least 3 partners stand behind this.", html, StringComparison.Ordinal);
        Assert.All(new[] { "4 partners", "1 district", "Harbour" }, told => Assert.DoesNotContain(told, html, StringComparison.Ordinal));

        async Task<string> Document(long brief)
        {
            var document = (await _city.Read(work => BriefRepository.Document(work, brief, false)))!;
            using var reader = new StreamReader(_city.Portal.Get<GrantsPortal.Platform.Files.FileStore>().Open(document.Hash));
            return await reader.ReadToEndAsync();
        }
    }

    private async Task<(Person Officer, Person Owner, Organisation Organisation)> World()
    {
        var officer = await _city.Person("Farah Siddiqui", Roles.FocalPoint);
        var owner = await _city.Person("Amina Yusuf");
        return (officer, owner, await _city.Organisation("Harbour Circle", owner));
    }

    private static T Made<T>(Outcome<T> outcome) => outcome.Value;

    private static EngagementPlan Plan(Person officer, Organisation organisation, string words) =>
        new() { OrganisationId = organisation.Id, Kind = EngagementKind.Visit, OfficerId = officer.Id, Words = words, People = [new EngagementPerson(null, "Tom Reed")] };

    private CommitmentPlan Promise(Person officer, Organisation organisation, string what, int days) =>
        new() { OrganisationId = organisation.Id, MadeBy = CommitmentMaker.City, What = what, DueOn = Today.AddDays(days), OwnerId = officer.Id };

    private static NeedPlan Need(Organisation organisation, string words) => new() { OrganisationId = organisation.Id, Kind = NeedKind.Need, Words = words, Theme = "families", District = "Harbour" };

    private Task<(int Engagements, int Commitments, int Needs)> Counts(Organisation organisation) => _city.Read(async work => (
        (await EngagementRepository.Of(work, organisation.Id, null, 10)).Count,
        (await CommitmentRepository.Of(work, organisation.Id)).Count,
        (await NeedRepository.Page(work, new NeedFilter { OrganisationId = organisation.Id }, null, 10)).Count));
}
