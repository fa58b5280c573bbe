using System.Diagnostics;
using GrantsPortal.Organisations;
using GrantsPortal.Platform;
using GrantsPortal.Response.Answers;
using GrantsPortal.Response.CallDown;
using GrantsPortal.Response.Incidents;
using GrantsPortal.Response.Log;
using GrantsPortal.Response.Papers;
using GrantsPortal.TestWorld;
using Xunit;

namespace GrantsPortal.Database.Tests.Response;

/// <summary>A drill with two hundred partners, from confirming to the report.</summary>
public sealed class DrillTests : IDisposable
{
    private readonly City _city = new();

    public void Dispose() => _city.Dispose();

    [Fact]
    public async Task Two_hundred_partners_are_alerted_answer_and_are_followed_up_and_the_log_is_complete()
    {
        var officer = await _city.CrisisOfficer();
        var partners = await _city.CrisisPartners(200);
        var incident = await _city.Incident(officer);

        var clock = Stopwatch.StartNew();
        var done = await _city.CallDown(officer, incident, partners);
        TestContext.Current.TestOutputHelper?.WriteLine($"All {done.Alerts} alerts were in the outbox {clock.ElapsedMilliseconds} ms after confirming.");
        Assert.Equal(new CallDownDone(200, 200, 0), done);
        Assert.Equal(200, await Alerts("first%"));
        Assert.Equal(200, await _city.Read(work => work.Scalar<int>("SELECT COUNT(*) FROM OutboxMessage WHERE Template = 'IncidentAlerted' AND Subject LIKE 'EXERCISE: %' AND TextBody LIKE '%EXERCISE%' AND State = 'Queued'")));

        foreach (var number in Enumerable.Range(0, 120))
        {
            var standing = (number % 10) switch { 0 => PartnerStanding.NeedHelp, < 4 => PartnerStanding.CanHelp, _ => PartnerStanding.Well };
            _city.Portal.Clock.Advance(TimeSpan.FromSeconds(5));
            City.Must(await _city.Portal.Get<AnswerDesk>().Answer(await _city.CrisisToken($"first{number}"), new AnswerPlan(standing, null, [])));
        }

        var counts = await _city.Read(work => CallDownRepository.Counts(work, incident.Id));
        Assert.Equal((200, 120, 80, 12), (counts.Asked, counts.Answered, counts.Silent, counts.NeedHelp));
        await _city.RunJob("response.deputies");
        Assert.Equal(0, await Alerts("deputy%"));

        _city.Portal.Clock.Advance(TimeSpan.FromMinutes(10));
        await _city.RunJob("response.deputies");
        await _city.RunJob("response.deputies");
        Assert.Equal(80, await Alerts("deputy%"));
        Assert.Equal(0, await _city.Read(work => work.Scalar<int>("SELECT COUNT(*) FROM IncidentAlert a JOIN IncidentAnswer s ON s.IncidentId = a.IncidentId AND s.OrganisationId = a.OrganisationId WHERE a.AlertedAt > s.AnsweredAt")));
        City.Must(await _city.Portal.Get<AnswerDesk>().Answer(await _city.CrisisToken("deputy150"), new AnswerPlan(PartnerStanding.Well, "All twelve are here.", [])));
        _city.Portal.Clock.Advance(TimeSpan.FromMinutes(20));
        await _city.RunJob("response.deputies");
        await _city.RunJob("response.deputies");

        var log = await _city.LogOf(incident);
        Assert.Equal(Enumerable.Range(1, log.Count), log.Select(line => line.Number));
        Assert.Equal((1, 1, 200, 80, 79, 121), (Of(LineKind.Opened), Of(LineKind.CallDown), Of(LineKind.Alerted), Of(LineKind.Deputy), Of(LineKind.NobodyLeft), Of(LineKind.Well) + Of(LineKind.CanHelp) + Of(LineKind.NeedHelp)));
        Assert.Equal(1 + 1 + 200 + 80 + 79 + 121, log.Count);
        Assert.Empty(await _city.Broken<IncidentsAreWhole>());

        City.Must(await _city.Portal.Get<IncidentDesk>().Close(officer, incident.Reference, "- Half of the deputies have no number.\n- Ring them in spring."));
        var sight = await _city.Read(async work => await IncidentPapers.Report(work, (await IncidentRepository.Find(work, incident.Reference))!));
        Assert.Equal((200, 121, 6), (sight.Figures.Asked, sight.Figures.Answered, sight.Figures.MedianMinutes));
        var report = _city.Portal.Get<IncidentPapers>().ReportHtml(sight);
        Assert.Contains("EXERCISE: After-action report", report, StringComparison.Ordinal);
        Assert.Contains("This was an exercise. Nothing of it happened.", report, StringComparison.Ordinal);
        Assert.Contains("Half of the deputies have no number.", report, StringComparison.Ordinal);
        Assert.DoesNotContain("Somebody first0", report, StringComparison.Ordinal);

        int Of(LineKind kind) => log.Count(line => line.Kind == kind);
    }

    [Fact]
    public async Task Confirming_reads_as_much_for_ten_partners_as_for_forty_and_writes_the_same_for_each()
    {
        var officer = await _city.CrisisOfficer();
        var partners = await _city.CrisisPartners(50);
        var incident = await _city.Incident(officer);
        var few = await Statements(() => _city.CallDown(officer, incident, partners.Take(10)));
        var now = await _city.IncidentNow(incident);
        var many = await Statements(() => _city.CallDown(officer, now, partners.Skip(10)));

        // A place on the list, a link, an alert, an e-mail and a line for each.
        Assert.Equal(5 * 30, many - few);
    }

    [Fact]
    public async Task An_exercise_stays_one_has_a_number_of_its_own_and_is_never_counted_with_what_is_real()
    {
        var officer = await _city.CrisisOfficer();
        var partners = await _city.CrisisPartners(2);
        var drill = await _city.Incident(officer, isDrill: true);
        var real = await _city.Incident(officer, isDrill: false);
        await _city.CallDown(officer, drill, partners);
        Assert.Equal(("EX-2026-0001", "IC-2026-0001"), (drill.Reference, real.Reference));
        Assert.Equal((0, 2), (Assert.Single(await Rows(isDrill: false)).Asked, Assert.Single(await Rows(isDrill: true)).Asked));
        foreach (var (id, other) in new[] { (drill.Id, 0), (real.Id, 1) })
        {
            await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => _city.Write(Actor.System, work => work.Execute("UPDATE Incident SET IsDrill = @other WHERE Id = @id", new { id, other })));
        }

        Assert.Equal(1, await _city.Write(Actor.System, work => work.Execute("UPDATE Incident SET DeputyMinutes = 30 WHERE Id = @id", new { id = drill.Id })));
        Assert.True((await _city.IncidentNow(drill)).IsDrill);
        Assert.DoesNotContain("IsDrill =", File.ReadAllText(Path.Combine(Sources.Root, "src/GrantsPortal/Response/Incidents/IncidentRepository.cs")).Split("UPDATE Incident", 2)[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_log_takes_lines_and_gives_none_back()
    {
        var officer = await _city.CrisisOfficer();
        var incident = await _city.Incident(officer);
        City.Must(await _city.Portal.Get<IncidentDesk>().Note(officer, incident.Reference, "The fire brigade is there."));
        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => _city.Write(Actor.System, work => work.Execute("UPDATE IncidentLine SET Words = 'Nothing.' WHERE IncidentId = @Id", new { incident.Id })));
        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => _city.Write(Actor.System, work => work.Execute("DELETE FROM IncidentLine WHERE IncidentId = @Id", new { incident.Id })));
        Assert.Equal("The fire brigade is there.", (await _city.LogOf(incident))[^1].Words);
        var auditor = City.Acting(await _city.Person("Ahmed Tan", Roles.Auditor), Roles.Auditor);
        Assert.Equal("incident.not-staff", (await _city.Portal.Get<IncidentDesk>().Note(auditor, incident.Reference, "Read."))!.Value.Refusals[0].Code);
        Assert.Equal(2, (await _city.LogOf(incident)).Count);
    }

    private Task<IReadOnlyList<IncidentRow>> Rows(bool isDrill) => _city.Read(work => IncidentRepository.All(work, isDrill, 10));

    private async Task<int> Alerts(string to) =>
        await _city.Read(work => work.Scalar<int>("SELECT COUNT(*) FROM OutboxMessage WHERE Template = 'IncidentAlerted' AND ToAddress LIKE @to", new { to }));

    private async Task<long> Statements(Func<Task> act)
    {
        var before = _city.Portal.Database.Statements;
        await act();
        return _city.Portal.Database.Statements - before;
    }
}
