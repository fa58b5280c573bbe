using GrantsPortal.Organisations;
using GrantsPortal.Partnerships.Access;
using GrantsPortal.Partnerships.Caseload;
using GrantsPortal.Partnerships.Partners;
using GrantsPortal.People;
using GrantsPortal.People.Erasure;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Tasks;
using GrantsPortal.Response.Families;
using GrantsPortal.Response.Incidents;
using GrantsPortal.TestWorld;
using Xunit;

namespace GrantsPortal.Database.Tests.Response;

/// <summary>Support for families from the first word to the look a year on.</summary>
public sealed class FamilyTests : IDisposable
{
    private readonly City _city = new();
    private Person _focal = null!;
    private Person _owner = null!;
    private Organisation _circle = null!;

    private FamilyDesk Desk => _city.Portal.Get<FamilyDesk>();

    private FamilyReviewDesk Reviews => _city.Portal.Get<FamilyReviewDesk>();

    private Actor Focal => City.Acting(_focal, Roles.FocalPoint);

    public void Dispose() => _city.Dispose();

    [Fact]
    public async Task Reviews_go_on_for_a_year_though_incident_and_entry_are_closed_and_who_follows_is_reminded_once_and_again()
    {
        await World();
        var incident = await _city.Incident(Focal, isDrill: false);
        var opened = (await Desk.Open(Focal, Ask() with { Incident = incident.Reference }, null)).Value;
        Assert.Equal(("FS-2026-0001", _focal.Id), (opened.Reference, opened.FollowerId));
        City.Must(await _city.Portal.Get<IncidentDesk>().Close(Focal, incident.Reference, "- Ask families sooner."));

        _city.Portal.Clock.Advance(TimeSpan.FromDays(5));
        await _city.RunJob("response.family-reviews");
        await _city.RunJob("response.family-reviews");
        var notice = Assert.Single(await _city.MailTo(_owner.Email), mail => mail.Template == nameof(FamilyNotice));
        Assert.DoesNotContain("sleep", notice.TextBody + notice.HtmlBody + notice.Subject, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("Trauma", notice.TextBody + notice.HtmlBody, StringComparison.Ordinal);
        City.Must(await Reviews.Answer(City.Acting(_owner), _circle.Slug, opened.Reference, 1, SupportStanding.Better, "Two sleep again.", null));
        City.Must(await Reviews.Do(Focal, opened.Reference, 1, 2, new ReviewPlan(SupportStanding.Better, "They meet weekly.", "Ask the school."), null));
        Assert.Equal("family.review-over", (await Reviews.Answer(City.Acting(_owner), _circle.Slug, opened.Reference, 1, SupportStanding.Well, null, null))!.Value.Refusals[0].Code);

        City.Must(await Desk.Move(Focal, opened.Reference, 2, new SupportMove(SupportStates.Meet, "The group carries itself."), null));
        Assert.Equal([12, 52], (await ReviewsOf(opened)).Where(review => review.IsOpen).Select(review => review.Week));

        _city.Portal.Clock.Advance(TimeSpan.FromDays(361));
        await _city.RunJob("response.family-reviews");
        await _city.RunJob("response.family-reviews");
        var reminder = (await _city.MailTo(_focal.Email)).Last(mail => mail.Template == nameof(FamilyReviewsDue));
        Assert.Contains("Overdue: FS-2026-0001, 12 weeks on", reminder.TextBody, StringComparison.Ordinal);
        Assert.Contains("FS-2026-0001, 52 weeks on", reminder.TextBody, StringComparison.Ordinal);
        Assert.DoesNotContain("Harbour Circle", reminder.TextBody, StringComparison.Ordinal);
        Assert.Single(await _city.MailTo(_focal.Email), mail => mail.Template == nameof(FamilyReviewsDue));
        Assert.Equal(2, (await Tasks(Focal)).Count(task => task.What.StartsWith("How does it go", StringComparison.Ordinal)));
        Assert.Empty(await _city.Broken<FamiliesAreWhole>());

        City.Must(await Desk.Move(Focal, opened.Reference, 3, new SupportMove(SupportStates.Again), null));
        City.Must(await Desk.Move(Focal, opened.Reference, 4, new SupportMove(SupportStates.Close, "They moved away.", true, "Nobody is left to ask."), null));
        Assert.DoesNotContain(await ReviewsOf(opened), review => review.IsOpen);
    }

    [Fact]
    public async Task An_ask_is_read_by_its_partners_focal_point_by_who_follows_or_covers_and_by_all_officers_only_while_nobody_follows()
    {
        await World();
        var (other, officer, auditor) = (await _city.Person("Noor Haddad", Roles.FocalPoint), await _city.Person("Olivia Bennett", Roles.ProgrammeOfficer), await _city.Person("Ahmed Tan", Roles.Auditor));
        var (noor, olivia) = (City.Acting(other, Roles.FocalPoint), City.Acting(officer, Roles.ProgrammeOfficer));
        var ask = (await Desk.Open(Focal, Ask(), null)).Value;
        var offer = (await Desk.Open(Focal, Ask() with { Side = SupportSide.Offered }, null)).Value;
        Assert.Equal([offer.Reference], await Seen(noor));
        Assert.Equal([offer.Reference], await Seen(olivia));
        Assert.Equal([offer.Reference, ask.Reference], await Seen(Focal));
        Assert.Equal([offer.Reference, ask.Reference], await Seen(City.Acting(auditor, Roles.Auditor)));
        Assert.Null(await Desk.Move(noor, ask.Reference, 1, new SupportMove(SupportStates.Follow), null));
        Assert.Equal(SupportState.Open, (await Now(ask)).State);

        // Cover sees it for as long as it covers.
        var today = DateOnly.FromDateTime(_city.Now.UtcDateTime);
        City.Must(await _city.Portal.Get<HandoverDesk>().Cover(Focal, new PartnerCover { PersonId = _focal.Id, CoverId = other.Id, FromOn = today, UntilOn = today.AddDays(8) }));
        Assert.Equal([offer.Reference, ask.Reference], await Seen(noor));
        _city.Portal.Clock.Advance(TimeSpan.FromDays(7));
        await _city.RunJob("response.family-reviews");
        Assert.Contains(await _city.MailTo(other.Email), mail => mail.Template == nameof(FamilyReviewsDue));
        Assert.DoesNotContain(await _city.MailTo(_focal.Email), mail => mail.Template == nameof(FamilyReviewsDue));
        Assert.DoesNotContain(await Tasks(Focal), task => task.What.StartsWith("How does it go", StringComparison.Ordinal));
        Assert.Equal("family.not-follower", (await Reviews.Do(City.Acting(auditor, Roles.Auditor), ask.Reference, 1, 1, new ReviewPlan(SupportStanding.Same, "As before.", null), null))!.Value.Refusals[0].Code);
        City.Must(await Reviews.Do(noor, ask.Reference, 1, 1, new ReviewPlan(SupportStanding.Same, "As before.", null), null));
        _city.Portal.Clock.Advance(TimeSpan.FromDays(2));
        Assert.Equal([offer.Reference], await Seen(noor));

        // A handover passes it on; whoever has left follows nothing, and then every officer sees it.
        City.Must(await _city.Portal.Get<HandoverDesk>().HandOver(Focal, new HandoverPlan { FromId = _focal.Id, ToId = other.Id, Partners = new Dictionary<long, string?> { [_circle.Id] = null } }));
        Assert.Equal(other.Id, (await Now(ask)).FollowerId);
        Assert.Equal([offer.Reference], await Seen(Focal));
        await _city.Write(Actor.System, work => work.Execute("UPDATE Person SET DisabledAt = @now WHERE Id = @Id", new { other.Id, now = work.Now }));
        Assert.Equal([offer.Reference, ask.Reference], await Seen(olivia));
        Assert.Contains(await Tasks(olivia), task => task.What == "Support for families that nobody follows: {0}" && Equals(task.Args[0], ask.Reference));
        City.Must(await Desk.Follow(olivia, ask.Reference, (await Now(ask)).Version, officer.Id, null));
        Assert.Equal([offer.Reference], await Seen(Focal));
    }

    [Fact]
    public async Task Nothing_of_an_exercise_is_in_the_register_its_mails_say_so_and_it_ends_with_the_exercise()
    {
        await World();
        var drill = await _city.Incident(Focal);
        var ask = (await Desk.Open(Focal, Ask() with { Incident = drill.Reference }, null)).Value;
        Assert.Equal("FX-2026-0001", ask.Reference);
        Assert.Empty(await Seen(Focal));
        Assert.Equal([ask.Reference], await Seen(Focal, new FamilyFilter { IncidentId = drill.Id }));
        Assert.Equal("family.unknown", (await Desk.Change(Focal, ask.Reference, 1, Ask(), null))!.Value.Refusals[0].Code);
        _city.Portal.Clock.Advance(TimeSpan.FromDays(7));
        await _city.RunJob("response.family-reviews");
        foreach (var mail in (await _city.MailTo(_focal.Email)).Concat(await _city.MailTo(_owner.Email)).Where(mail => mail.Template.StartsWith("Family", StringComparison.Ordinal)))
        {
            Assert.StartsWith("EXERCISE: ", mail.Subject, StringComparison.Ordinal);
            Assert.Contains("EXERCISE", mail.TextBody, StringComparison.Ordinal);
        }

        Assert.Equal(2, (await _city.MailTo(_focal.Email)).Concat(await _city.MailTo(_owner.Email)).Count(mail => mail.Template.StartsWith("Family", StringComparison.Ordinal)));
        Assert.Contains(await Tasks(Focal), task => task.What.StartsWith("EXERCISE: how does it go", StringComparison.Ordinal));
        City.Must(await _city.Portal.Get<IncidentDesk>().Close(Focal, drill.Reference, "- Good."));
        Assert.DoesNotContain(await Tasks(Focal), task => task.What.Contains("how does it go", StringComparison.OrdinalIgnoreCase));
        Assert.Empty(await _city.Broken<FamiliesAreWhole>());
    }

    [Fact]
    public async Task Words_are_forgotten_when_their_time_is_over_an_erased_officer_is_let_go_and_the_register_stays_whole()
    {
        await World();
        var ask = (await Desk.Open(Focal, Ask(), null)).Value;
        var going = (await Desk.Open(Focal, Ask() with { Kind = SupportKind.Legal }, null)).Value;
        City.Must(await Desk.Move(Focal, ask.Reference, 1, new SupportMove(SupportStates.Meet, "They sleep.", true, "They asked us not to."), null));
        _city.Portal.Clock.Advance(TimeSpan.FromDays(365));
        await _city.RunJob("response.family-retention");
        Assert.NotEmpty((await Now(ask)).Words);
        _city.Portal.Clock.Advance(TimeSpan.FromDays(400));
        await _city.RunJob("response.family-retention");
        var (forgotten, kept) = (await Now(ask), await Now(going));
        Assert.Equal(("", "", SupportKind.Trauma, SupportState.Met), (forgotten.Words, forgotten.Outcome, forgotten.Kind, forgotten.State));
        Assert.DoesNotContain(await ReviewsOf(ask), review => review.DropReason.Length > 0);
        Assert.NotEmpty(kept.Words);

        var records = _city.Portal.Get<IEnumerable<IPersonalRecords>>().OfType<FamilyErasure>().Single();
        Assert.NotNull(await _city.Read(work => records.Of(_focal.Id, work)));
        await _city.Write(Actor.System, async work =>
        {
            await work.Publish(new PersonErased(_focal.Id, _focal.Email));
            return true;
        });
        Assert.Null((await Now(going)).FollowerId);
        Assert.Empty(await _city.Broken<FamiliesAreWhole>());
        Assert.Contains(_city.Portal.Get<IEnumerable<IKeptRecords>>().SelectMany(one => one.Of()), one => one.Setting == "Response:FamilyMonths" && one.Number == 24);
    }

    private async Task World()
    {
        _focal = await _city.Person("Farah Siddiqui", Roles.FocalPoint);
        _owner = await _city.Person("Olga Owner");
        _circle = await _city.Organisation("Harbour Circle", _owner);
        City.Must(await _city.Portal.Get<PartnerDesk>().Change(Focal, _circle.Id, 1, new PartnerPlan { FocalPointId = _focal.Id, Description = new PartnerDescription() }));
    }

    private SupportPlan Ask() => new()
    {
        Side = SupportSide.Asked,
        OrganisationId = _circle.Id,
        Kind = SupportKind.Trauma,
        Band = SupportBand.Few,
        Words = "Children do not sleep since the fire.",
        Languages = ["Arabic"],
    };

    private async Task<IReadOnlyList<string>> Seen(Actor actor, FamilyFilter? filter = null) => await _city.Read(async work =>
    {
        var today = DateOnly.FromDateTime(_city.Now.UtcDateTime);
        return (IReadOnlyList<string>)[.. (await FamilyRepository.Page(work, await FamilySight.OfAll(work, actor, today), filter ?? new FamilyFilter(), today, null, 50)).Select(one => one.Reference)];
    });

    private async Task<IReadOnlyList<TaskLine>> Tasks(Actor actor)
    {
        var tasks = _city.Portal.Get<IEnumerable<ITaskSource>>().OfType<FamilyTasks>().Single();
        return await _city.Read(work => tasks.For(actor, work));
    }

    private async Task<FamilySupport> Now(FamilySupport support) => (await _city.Read(work => FamilyRepository.Find(work, support.Reference)))!;

    private Task<IReadOnlyList<FamilyReview>> ReviewsOf(FamilySupport support) => _city.Read(work => ReviewRepository.Of(work, [support.Id]));
}
