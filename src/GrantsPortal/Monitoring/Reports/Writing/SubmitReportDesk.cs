using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using Microsoft.Extensions.Options;

namespace GrantsPortal.Monitoring.Reports.Writing;

/// <summary>Sends reports in.</summary>
public sealed class SubmitReportDesk(PortalDatabase database, IOptions<ReportOptions> options)
{
    /// <summary>
    /// Sends a report in: the state moves first, so that nothing is written in it any more, then what stands in it is
    /// frozen and hashed. Refused as <see cref="ReportRules.MaySubmit"/> says, with <c>report.unknown</c>,
    /// <c>report.incomplete</c> (how many gaps) or <c>report.changed-meanwhile</c>.
    /// </summary>
    public async Task<Outcome<Report>> Submit(Actor actor, string reference, int number, DateTimeOffset received)
    {
        await using var work = await database.Write(actor);
        if (await ReportSheet.For(work, reference, number, actor.Person) is not { } before)
        {
            return new Refusal("report.unknown");
        }

        if (ReportRules.MaySubmit(before.Report, before.Role) is { } refusal)
        {
            return refusal;
        }

        var moved = await ReportRepository.Move(work, before.Report, ReportStates.Submit);
        if (moved.Refused)
        {
            return moved;
        }

        var sheet = await before.Again(work);
        var gaps = sheet.Gaps(options.Value);
        if (gaps.Count > 0)
        {
            return new Refusal("report.incomplete", gaps.Count);
        }

        var sent = sheet.Report.Submissions + 1;
        var content = (sheet.Content() with { Submission = sent }).Write();
        var hash = ReportContent.HashOf(content);
        if (!await ReportRepository.AddSubmission(work, sheet.Report.Id, sent, content, hash, received) || !await ReportRepository.Submitted(work, sheet.Report, received))
        {
            return new Refusal("report.changed-meanwhile");
        }

        work.Audit("report.submitted", "Report", sheet.Report.Id, new { from = before.Report.State, to = moved.Value.State, submission = sent, hash });
        await Tell(work, sheet, sent, received, hash);
        await work.Commit();
        return moved.Value with { Submissions = sent, SubmittedAt = received, SubmittedBy = actor.Person };
    }

    private static async Task Tell(UnitOfWork work, ReportSheet sheet, int sent, DateTimeOffset received, string hash)
    {
        var (award, report) = (sheet.Award, sheet.Report);
        await MonitoringMail.ToMembers(work, award, person => new ReportReceived(
            award.Reference, award.OrganisationName, award.Title, report.Number, work.Actor.Name, received, report.Spent, sheet.Items.Count, report.IsLight, hash,
            person.Id == work.Actor.PersonId, MonitoringRoutes.Mine(award.Reference, report.Number)));
        await MonitoringMail.ToOfficer(work, award, new ReportHandedIn(
            award.Reference, award.OrganisationName, award.Title, report.Number, sent > 1, report.Spent, MonitoringRoutes.Manage(report.Id)));
    }
}
