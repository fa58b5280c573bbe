using GrantsPortal.Organisations;
using GrantsPortal.Payments.Schedule;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using Microsoft.Extensions.Options;

namespace GrantsPortal.Monitoring.Reports.Judging;

/// <summary>What an officer wants changed in a part.</summary>
/// <param name="Part">The part: of the narrative, <c>spending</c>, <c>line.3</c> or <c>item.42</c>.</param>
/// <param name="Reason">What has to change, and why.</param>
public sealed record RemarkTyped(string Part, string? Reason);

/// <summary>What officers do with a report that was sent in. Nobody judges a report they sent in, or of an organisation they belong to.</summary>
public sealed class ReportDesk(PortalDatabase database, ScheduleDesk schedule, IOptions<PortalOptions> portal)
{
    /// <summary>
    /// Accepts a report: what it says is frozen with a hash, and instalments that wait for it are fulfilled. Refused as
    /// <see cref="ReportRules.MayJudge"/> says, with <c>report.unknown</c>, <c>report.note-long</c> (limit) or
    /// <c>report.changed-meanwhile</c>.
    /// </summary>
    public async Task<Outcome> Accept(Actor actor, long id, int version, string? note)
    {
        if (Platform.Text.WordCount.Of(note) > ReportRules.ReasonWords)
        {
            return new Refusal("report.note-long", ReportRules.ReasonWords).At("Note");
        }

        await using var work = await database.Write(actor);
        var judged = await Judged(work, id);
        if (judged.Refused)
        {
            return judged.Plain();
        }

        var moved = await ReportRepository.Move(work, judged.Value.Report with { Version = version }, ReportStates.Accept);
        if (moved.Refused)
        {
            return moved.Plain();
        }

        var sheet = await judged.Value.Again(work);
        var content = sheet.Content().Write();
        var hash = ReportContent.HashOf(content);
        var said = string.IsNullOrWhiteSpace(note) ? null : note.Trim();
        if (!await ReportRepository.Accepted(work, sheet.Report, said, content, hash))
        {
            return new Refusal("report.changed-meanwhile");
        }

        var (award, report) = (sheet.Award, sheet.Report);
        work.Audit("report.accepted", "Report", id, new { from = ReportState.Submitted, to = ReportState.Accepted, report.SpentMinor, report.DisallowedMinor, hash });
        await MonitoringMail.ToMembers(work, award, new ReportAccepted(
            award.Reference, award.OrganisationName, award.Title, report.Number, Money.FromMinor(report.CountedMinor, report.Currency),
            Money.FromMinor(report.DisallowedMinor, report.Currency), report.DisallowedMinor > 0, said, MonitoringRoutes.Mine(award.Reference, report.Number)));
        await schedule.Fulfil(work, award, InstalmentBasis.Report, report.Number);
        await schedule.FulfilReceipts(work, award, await ReportRepository.Accepted(work, award.Id), $"Accepted with report {report.Number}");
        await work.Commit();
        return Outcome.Ok;
    }

    /// <summary>
    /// Sends a report back with what has to change, part by part. Refused as <see cref="ReportRules.MayJudge"/> and
    /// <see cref="RemarkRules.Check"/> say, with <c>report.unknown</c> or <c>report.changed-meanwhile</c>.
    /// </summary>
    public async Task<Outcome> AskChanges(Actor actor, long id, int version, DateOnly? due, IReadOnlyList<RemarkTyped> typed)
    {
        await using var work = await database.Write(actor);
        var judged = await Judged(work, id);
        if (judged.Refused)
        {
            return judged.Plain();
        }

        var sheet = judged.Value;
        var remarks = typed.Where(remark => !string.IsNullOrWhiteSpace(remark.Reason)).ToList();
        var wrong = RemarkRules.Check(remarks, sheet, due, Instants.DayOf(work.Now, portal.Value.Zone));
        if (wrong.Count > 0)
        {
            return Outcome.Refuse(wrong);
        }

        var moved = await ReportRepository.Move(work, sheet.Report with { Version = version }, ReportStates.AskChanges);
        if (moved.Refused)
        {
            return moved.Plain();
        }

        foreach (var remark in remarks)
        {
            await ReportRepository.AddRemark(work, id, sheet.Report.Submissions, remark.Part, remark.Reason!.Trim());
        }

        if (!await ReportRepository.ChangesAsked(work, moved.Value, due!.Value))
        {
            return new Refusal("report.changed-meanwhile");
        }

        work.Audit("report.changes-asked", "Report", id, new { from = ReportState.Submitted, to = moved.Value.State, remarks = remarks.Count, due });
        await MonitoringMail.ToMembers(work, sheet.Award, new ReportChangesAsked(
            sheet.Award.Reference, sheet.Award.OrganisationName, sheet.Award.Title, sheet.Report.Number, due.Value, remarks.Count, MonitoringRoutes.Mine(sheet.Award.Reference, sheet.Report.Number)));
        await work.Commit();
        return Outcome.Ok;
    }

    /// <summary>
    /// Says that an item does not count as spent, with a reason, or that it counts again (no reason). Refused as
    /// <see cref="ReportRules.MayJudge"/> says, with <c>report.unknown</c>, <c>spending.unknown</c>,
    /// <c>report.reason-missing</c>, <c>report.reason-long</c> (limit) or <c>spending.changed-meanwhile</c>.
    /// </summary>
    public async Task<Outcome> Count(Actor actor, long id, long item, bool counts, string? reason)
    {
        if (!counts && ReportRules.CheckReason(reason) is { } wrong)
        {
            return wrong.At("Reason");
        }

        await using var work = await database.Write(actor);
        var judged = await Judged(work, id);
        if (judged.Refused)
        {
            return judged.Plain();
        }

        if (!await ReportRepository.OpenSubmitted(work, id))
        {
            return new Refusal("report.not-submitted");
        }

        if (await ReportRepository.Item(work, id, item) is not { } found)
        {
            return new Refusal("spending.unknown");
        }

        if (!await ReportRepository.Disallow(work, found, counts ? null : reason!.Trim()))
        {
            return new Refusal("spending.changed-meanwhile");
        }

        await ReportRepository.AddUp(work, id);
        work.Audit(counts ? "report.item-allowed" : "report.item-disallowed", "Report", id, new { item, found.AmountMinor });
        await work.Commit();
        return Outcome.Ok;
    }

    private static async Task<Outcome<ReportSheet>> Judged(UnitOfWork work, long id)
    {
        if (await ReportSheet.Of(work, id) is not { } sheet)
        {
            return new Refusal("report.unknown");
        }

        var member = work.Actor.PersonId is { } person && await OrganisationRepository.MembershipOf(work, sheet.Award.OrganisationId, person) is not null;
        return ReportRules.MayJudge(sheet.Report, work.Actor, member, await ReportRepository.Senders(work, id)) is { } refusal ? refusal : sheet;
    }
}
