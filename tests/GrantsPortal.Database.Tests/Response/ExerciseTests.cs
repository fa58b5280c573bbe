using GrantsPortal.Organisations;
using GrantsPortal.Partnerships.Contacts;
using GrantsPortal.People;
using GrantsPortal.Platform;
using GrantsPortal.Response.Answers;
using GrantsPortal.Response.CallDown;
using GrantsPortal.Response.Exercises;
using GrantsPortal.Response.Incidents;
using GrantsPortal.Response.Log;
using GrantsPortal.Response.Papers;
using GrantsPortal.TestWorld;
using Xunit;

namespace GrantsPortal.Database.Tests.Response;

public sealed class ExerciseTests : IDisposable
{
    private readonly City _city = new();

    private ExerciseRun Run => _city.Portal.Get<ExerciseRun>();

    private ExerciseDelivery Delivery => _city.Portal.Get<ExerciseDelivery>();

    private ExerciseDesk Desk => _city.Portal.Get<ExerciseDesk>();

    public void Dispose() => _city.Dispose();

    [Fact]
    public async Task A_whole_exercise_with_a_pause_delivers_each_inject_once_at_its_time_and_ends_in_a_report()
    {
        var officer = await _city.CrisisOfficer();
        var partners = await _city.CrisisPartners(1);
        var reference = await _city.TableTop(officer, partners);
        City.Must(await Run.Start(officer, reference, 1));
        var started = _city.Now;
        var incident = (await _city.Read(async work => await IncidentRepository.Find(work, (await ExerciseRepository.Find(work, reference))!.IncidentId!.Value)))!;
        Assert.True(incident is { IsDrill: true, IsOpen: true });
        Assert.StartsWith("EX-", incident.Reference, StringComparison.Ordinal);
        Assert.Equal([true, false, false], await Delivered(reference));

        // Paused at minute 5 for 20 minutes: what was due at minute 10 comes at minute 30 of the clock on the wall.
        Pass(5);
        City.Must(await Run.Pause(officer, reference, 2));
        Pass(20);
        await _city.RunJob("response.injects");
        Assert.Equal("exercise.not-running", (await Delivery.Deliver(officer, reference, (await _city.InjectsOf(reference))[2].Id))!.Value.Refusals[0].Code);
        Assert.Equal([true, false, false], await Delivered(reference));
        City.Must(await Run.Resume(officer, reference, 3));
        Pass(4);
        await _city.RunJob("response.injects");
        Assert.Equal([true, false, false], await Delivered(reference));
        Pass(1);
        await _city.RunJob("response.injects");
        await _city.RunJob("response.injects");
        Assert.Equal([true, true, false], await Delivered(reference));
        Assert.Equal(started.AddMinutes(30), (await _city.InjectsOf(reference))[1].PlannedAt);

        // The last is delivered before its time, by hand.
        var last = (await _city.InjectsOf(reference))[2].Id;
        City.Must(await Delivery.Deliver(officer, reference, last));
        Assert.Equal("exercise.delivered", (await Delivery.Deliver(officer, reference, last))!.Value.Refusals[0].Code);
        Assert.Equal("personal.points", (await Delivery.Respond(officer, reference, last, "Mrs Patel opened the doors."))!.Value.Refusals[0].Code);
        Assert.Null((await _city.InjectsOf(reference))[2].Response);
        City.Must(await Delivery.Respond(officer, reference, last, "Somebody opened the doors."));
        City.Must(await Run.End(officer, reference, 4));
        Assert.False((await _city.IncidentNow(incident)).IsOpen);
        Assert.Equal(
            [LineKind.Opened, LineKind.Inject, LineKind.ExercisePaused, LineKind.ExerciseResumed, LineKind.Inject, LineKind.Inject, LineKind.InjectAnswered, LineKind.Closed],
            (await _city.LogOf(incident)).Select(line => line.Kind));
        foreach (var address in new[] { "first0@crisis.example", (await _city.Read(work => PersonRepository.Find(work, officer.Person)))!.Email })
        {
            var mails = (await _city.MailTo(address)).Where(mail => mail.Template == nameof(ExerciseInjected)).ToList();
            Assert.Equal(2, mails.Count);
            Assert.All(mails, mail =>
            {
                var lines = mail.TextBody.Split('\n').Select(line => line.Trim()).Where(line => line.StartsWith("EXERCISE", StringComparison.Ordinal)).ToList();
                Assert.Equal((true, 2), (mail.Subject.StartsWith("EXERCISE: ", StringComparison.Ordinal), lines.Count));
            });
        }

        Assert.Empty(await _city.MailTo("deputy0@crisis.example"));
        City.Must(await Desk.Review(officer, reference, 5, Review(officer)));
        Assert.Equal(ExerciseState.Reported, (await _city.TableTopNow(reference)).State);
        Assert.Empty(await _city.Broken<ExercisesAreWhole>());
        Assert.Empty(await _city.Broken<IncidentsAreWhole>());
        var html = _city.Portal.Get<ExercisePapers>().ReportHtml((await _city.Read(work => ExerciseSight.Of(work, reference)))!);
        Assert.Contains("EXERCISE: After-action report", html, StringComparison.Ordinal);
        Assert.Contains("Somebody opened the doors.", html, StringComparison.Ordinal);
        Assert.DoesNotContain("Somebody first0", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_asks_at_the_same_time_an_inject_is_delivered_once()
    {
        var officer = await _city.CrisisOfficer();
        var reference = await _city.TableTop(officer);
        City.Must(await Run.Start(officer, reference, 1));
        Pass(11);
        var second = (await _city.InjectsOf(reference))[1];
        var exercise = await _city.TableTopNow(reference);
        await Task.WhenAll(Task.Run(() => Delivery.DeliverDue()), Task.Run(() => Delivery.DeliverDue(reference)), Task.Run(() => Delivery.Deliver(officer, reference, second.Id)), Task.Run(() => Delivery.DeliverDue()));
        Assert.Equal(2, await Injected(exercise.IncidentId!.Value));

        // The control: without the guard the same row would be delivered again.
        Assert.False(await _city.Write(officer, work => ExerciseRepository.Deliver(work, second, work.Now)));
        await _city.Write(officer, work => work.Execute("UPDATE ExerciseInject SET DeliveredAt = NULL WHERE Id = @Id", new { second.Id }));
        Assert.True(await _city.Write(officer, work => ExerciseRepository.Deliver(work, second, work.Now)));

        // Who read the clock before a pause delivers nothing after it.
        City.Must(await Run.Pause(officer, reference, exercise.Version));
        Assert.False(await _city.Write(officer, work => ExerciseRepository.Hold(work, exercise)));
    }

    [Fact]
    public async Task A_partner_at_risk_reads_nothing_of_substance_and_who_may_not_be_written_to_gets_nothing()
    {
        var officer = await _city.CrisisOfficer();
        var careful = await _city.CrisisPartners(1, lettersBy: LetterDelivery.SignIn, named: "Refuge");
        var others = await _city.CrisisPartners(1);
        var contact = (await _city.Read(work => ContactRepository.Of(work, others[0].Id)))[0];
        await _city.Write(officer, work => ContactRepository.Update(work, contact with { NotByEmail = true }, contact.Version));
        var reference = await _city.TableTop(officer, [.. careful, .. others]);
        City.Must(await Run.Start(officer, reference, 1));
        var mail = Assert.Single(await _city.MailTo("refugefirst0@crisis.example"));
        Assert.Equal((nameof(ExerciseNotice), false), (mail.Template, mail.TextBody.Contains("Quay Street", StringComparison.Ordinal)));
        Assert.Empty(await _city.MailTo("first0@crisis.example"));
        Assert.Contains("Quay Street", Assert.Single(await _city.MailTo("deputy0@crisis.example")).TextBody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Partners_chosen_by_name_stand_on_the_drills_call_down_list_and_are_followed_like_others()
    {
        var officer = await _city.CrisisOfficer();
        var partners = await _city.CrisisPartners(3);
        var reference = await _city.TableTop(officer, partners[0], partners[1]);
        City.Must(await Run.Start(officer, reference, 1));
        var drill = (await _city.Read(async work => await IncidentRepository.Find(work, (await ExerciseRepository.Find(work, reference))!.IncidentId!.Value)))!;
        var entries = await _city.Read(work => _city.Portal.Get<CallDownReader>().Read(work, drill, drill.Scope));
        Assert.Equal([(partners[0].Id, ReasonKind.Exercise), (partners[1].Id, ReasonKind.Exercise)], entries.Select(entry => (entry.Partner.OrganisationId, entry.Reasons.Single().Kind)).Order());
        Assert.Equal(2, (await _city.Read(work => _city.Portal.Get<IncidentPapers>().CallDown(work, drill))).Count);

        // One is unticked, one who does not take part is sent along: neither is alerted.
        Assert.Equal(new CallDownDone(1, 1, 0), await _city.CallDown(officer, drill, [partners[0], partners[2]]));
        City.Must(await _city.Portal.Get<AnswerDesk>().Answer(await _city.CrisisToken("first0"), new AnswerPlan(PartnerStanding.CanHelp, null, [])));
        var answer = Assert.Single((await _city.Read(work => ExerciseSight.Of(work, reference)))!.Answers);
        Assert.Equal((partners[0].Id, PartnerStanding.CanHelp), (answer.OrganisationId, answer.Standing));

        // The control: in a drill of its own, nothing chosen alerts nobody.
        var alone = await _city.Incident(officer);
        Assert.Equal("incident.scope-missing", (await _city.Portal.Get<CallDownDesk>().Confirm(officer, alone.Reference, alone.Version, new CallDownScope(), [partners[0].Id]))!.Value.Refusals[0].Code);
    }

    [Fact]
    public async Task An_action_stays_open_until_it_is_done_is_reminded_once_and_stands_in_later_reports()
    {
        var officer = await _city.CrisisOfficer();
        var (first, second) = (await Reported(officer), await Reported(officer));
        var sight = (await _city.Read(work => ExerciseSight.Of(work, second)))!;
        Assert.Equal(first, Assert.Single(sight.Earlier).Reference);
        var address = (await _city.Read(work => PersonRepository.Find(work, officer.Person)))!.Email;
        await _city.RunJob("response.exercise-actions");
        Assert.DoesNotContain(await _city.MailTo(address), mail => mail.Template == nameof(ExerciseActionDue));
        _city.Portal.Clock.Advance(TimeSpan.FromDays(8));
        City.Must(await Desk.Finish(officer, sight.Earlier[0].Id));
        Assert.Equal("exercise.action-done", (await Desk.Finish(officer, sight.Earlier[0].Id)).Refusals[0].Code);
        await _city.RunJob("response.exercise-actions");
        await _city.RunJob("response.exercise-actions");
        Assert.Single(await _city.MailTo(address), mail => mail.Template == nameof(ExerciseActionDue));
        Assert.Empty((await _city.Read(work => ExerciseSight.Of(work, second)))!.Earlier);
    }

    [Fact]
    public async Task Closing_the_drill_on_its_own_page_ends_the_exercise_even_while_it_is_paused()
    {
        var officer = await _city.CrisisOfficer();
        var reference = await _city.TableTop(officer);
        City.Must(await Run.Start(officer, reference, 1));
        Pass(5);
        City.Must(await Run.Pause(officer, reference, 2));
        Pass(20);
        var drill = await _city.Read(async work => (await IncidentRepository.Find(work, (await ExerciseRepository.Find(work, reference))!.IncidentId!.Value))!);
        City.Must(await _city.Portal.Get<IncidentDesk>().Close(officer, drill.Reference, "Learned."));
        var ended = await _city.TableTopNow(reference);
        Assert.Equal((ExerciseState.Ended, TimeSpan.FromMinutes(20).Ticks, (DateTimeOffset?)_city.Now), (ended.State, ended.PausedTicks, ended.EndedAt));
        Assert.Empty(await _city.Broken<ExercisesAreWhole>());
    }

    [Fact]
    public async Task A_plan_is_saved_by_one_of_two_and_not_at_all_once_it_has_started_or_is_called_off()
    {
        var officer = await _city.CrisisOfficer();
        var (reference, other) = (await _city.TableTop(officer), await _city.TableTop(officer));
        City.Must(await Desk.Save(officer, reference, 1, _city.TableTopPlan(officer) with { Title = "Power cut at night" }));
        Assert.Equal("exercise.changed-meanwhile", (await Desk.Save(officer, reference, 1, _city.TableTopPlan(officer)))!.Value.Refusals[0].Code);
        Assert.Equal(("Power cut at night", 3), ((await _city.TableTopNow(reference)).Title, (await _city.InjectsOf(reference)).Count));
        City.Must(await Run.Start(officer, reference, 2));
        Assert.Equal("exercise.not-planned", (await Desk.Save(officer, reference, 3, _city.TableTopPlan(officer)))!.Value.Refusals[0].Code);
        Assert.Equal("exercise.reason-missing", (await Desk.CallOff(officer, other, 1, " "))!.Value.Refusals[0].Code);
        Assert.Equal("personal.points", (await Desk.CallOff(officer, other, 1, "Mr Khan is ill."))!.Value.Refusals[0].Code);
        City.Must(await Desk.CallOff(officer, other, 1, "Too many are ill."));
        Assert.Equal("state.not-from-here", (await Run.Start(officer, other, 2))!.Value.Refusals[0].Code);
        Assert.Empty(await _city.Broken<ExercisesAreWhole>());
    }

    private static ReviewPlan Review(Actor officer) => new(
        [new(ObjectiveStanding.Met, "Within a minute."), new(ObjectiveStanding.NotMet, "No keys.")], "Numbers on paper.", "Keys.", [new(0, "Copy the keys", "", officer.Person, new DateOnly(2030, 1, 1))]);

    private async Task<string> Reported(Actor officer)
    {
        var reference = await _city.TableTop(officer);
        City.Must(await Run.Start(officer, reference, 1));
        Pass(40);
        City.Must(await Run.End(officer, reference, 2));
        City.Must(await Desk.Review(officer, reference, 3, Review(officer) with { Actions = [new(0, "Copy the keys", "", officer.Person, DateOnly.FromDateTime(_city.Now.UtcDateTime).AddDays(7))] }));
        return reference;
    }

    private void Pass(double minutes) => _city.Portal.Clock.Advance(TimeSpan.FromMinutes(minutes));

    private async Task<List<bool>> Delivered(string reference) => [.. (await _city.InjectsOf(reference)).Select(inject => inject.DeliveredAt is not null)];

    private Task<int> Injected(long incident) => _city.Read(async work => (await LogRepository.Whole(work, incident)).Count(line => line.Kind == LineKind.Inject));
}
