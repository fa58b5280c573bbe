using GrantsPortal.Awards;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using Microsoft.Extensions.Options;

namespace GrantsPortal.Monitoring.Reports.Planning;

/// <summary>Plans which reports an award gives, and when.</summary>
public sealed class ReportPlanDesk(PortalDatabase database, IOptions<ReportOptions> options, IOptions<PortalOptions> portal)
{
    /// <summary>The reports suggested for an award: from its dates, and from the instalments that wait for a report; none without dates.</summary>
    public static async Task<IReadOnlyList<PlannedReport>> Suggested(UnitOfWork work, Award award, ReportOptions options) =>
        award is { StartsOn: { } starts, EndsOn: { } ends }
            ? ReportPlanRules.Suggest(starts, ends, await ReportInstalments.Waiting(work, award.Id), options)
            : [];

    /// <summary>
    /// Takes over what is suggested, for an award that has no reports yet. Refused with <c>report.not-officer</c>,
    /// <c>award.unknown</c>, <c>report.award-not-running</c>, <c>report.planned-already</c> or <c>report.nothing-suggested</c>.
    /// </summary>
    public async Task<Outcome> TakeSuggested(Actor actor, string reference)
    {
        await using var work = await database.Write(actor);
        var begun = await Begin(work, reference);
        if (begun.Refused)
        {
            return begun.Plain();
        }

        var award = begun.Value;
        if ((await ReportRepository.OfAward(work, award.Id)).Count > 0)
        {
            return new Refusal("report.planned-already");
        }

        var suggested = await Suggested(work, award, options.Value);
        if (suggested.Count == 0)
        {
            return new Refusal("report.nothing-suggested");
        }

        foreach (var plan in suggested)
        {
            await Add(work, award, plan);
        }

        await work.Commit();
        return Outcome.Ok;
    }

    /// <summary>
    /// Adds a report after those there are. Refused as <see cref="ReportPlanRules.Check"/> says, with
    /// <c>report.not-officer</c>, <c>award.unknown</c>, <c>report.award-not-running</c> or <c>report.changed-meanwhile</c>.
    /// </summary>
    public async Task<Outcome> Add(Actor actor, string reference, ReportKind kind, DateOnly from, DateOnly to, DateOnly due)
    {
        await using var work = await database.Write(actor);
        var begun = await Begin(work, reference);
        if (begun.Refused)
        {
            return begun.Plain();
        }

        var others = (await ReportRepository.OfAward(work, begun.Value.Id)).Select(Planned).ToList();
        var plan = new PlannedReport(others.Count == 0 ? 1 : others.Max(other => other.Number) + 1, kind, from, to, due);
        var wrong = ReportPlanRules.Check(plan, others);
        if (wrong.Count > 0)
        {
            return Outcome.Refuse(wrong);
        }

        if (!await Add(work, begun.Value, plan))
        {
            return new Refusal("report.changed-meanwhile");
        }

        await work.Commit();
        return Outcome.Ok;
    }

    /// <summary>
    /// Changes what a report covers and when it is due; of one that was sent back, only until when it has to be here again.
    /// Members are told of another day where it was asked for already. Refused as <see cref="Add(Actor, string, ReportKind, DateOnly, DateOnly, DateOnly)"/>
    /// says, with <c>report.unknown</c> or <c>report.not-open</c>.
    /// </summary>
    public async Task<Outcome> Change(Actor actor, string reference, int number, int version, ReportKind kind, DateOnly from, DateOnly to, DateOnly due)
    {
        await using var work = await database.Write(actor);
        var begun = await Begin(work, reference);
        if (begun.Refused)
        {
            return begun.Plain();
        }

        if (await ReportRepository.Find(work, begun.Value.Id, number) is not { } report)
        {
            return new Refusal("report.unknown");
        }

        if (!report.IsOpen)
        {
            return new Refusal("report.not-open");
        }

        var changed = report.State == ReportState.ChangesRequested
            ? report with { ChangesDueOn = due, Version = version }
            : report with { Kind = kind, FromOn = from, ToOn = to, DueOn = due, Version = version };
        var others = (await ReportRepository.OfAward(work, begun.Value.Id)).Where(other => other.Number != number).Select(Planned).ToList();
        var wrong = report.State == ReportState.ChangesRequested ? [] : ReportPlanRules.Check(Planned(changed), others);
        if (wrong.Count > 0)
        {
            return Outcome.Refuse(wrong);
        }

        if (!await ReportRepository.Plan(work, changed))
        {
            return new Refusal("report.changed-meanwhile");
        }

        work.Audit("report.planned", "Report", report.Id, new { report.Number, changed.Kind, changed.FromOn, changed.ToOn, from = report.NeededOn, to = changed.NeededOn });
        if (report.State != ReportState.Scheduled && report.NeededOn != changed.NeededOn)
        {
            await MonitoringMail.ToMembers(work, begun.Value, new ReportDueChanged(
                begun.Value.Reference, begun.Value.OrganisationName, begun.Value.Title, number, changed.NeededOn, MonitoringRoutes.Mine(begun.Value.Reference, number)));
        }

        await work.Commit();
        return Outcome.Ok;
    }

    /// <summary>
    /// Takes a report out of the plan. Refused with <c>report.not-officer</c>, <c>award.unknown</c>, <c>report.unknown</c>,
    /// <c>report.instalment-waits</c> (number of the instalment), or <c>report.written-in</c> where somebody wrote in it.
    /// </summary>
    public async Task<Outcome> Remove(Actor actor, string reference, int number, int version)
    {
        await using var work = await database.Write(actor);
        var begun = await Begin(work, reference);
        if (begun.Refused)
        {
            return begun.Plain();
        }

        if (await ReportRepository.Find(work, begun.Value.Id, number) is not { } report)
        {
            return new Refusal("report.unknown");
        }

        if ((await ReportInstalments.Waiting(work, begun.Value.Id)).Any(waiting => waiting.ReportNumber == number))
        {
            return new Refusal("report.instalment-waits", number);
        }

        if (!await ReportRepository.Remove(work, report with { Version = version }))
        {
            return new Refusal("report.written-in");
        }

        work.Audit("report.removed", "Award", begun.Value.Id, new { report.Number });
        await work.Commit();
        return Outcome.Ok;
    }

    /// <summary>Asks for a report before its time. Refused with <c>report.not-officer</c>, <c>report.unknown</c>, <c>state.not-from-here</c> or <c>report.changed-meanwhile</c>.</summary>
    public async Task<Outcome> AskNow(Actor actor, long id, int version)
    {
        if (!actor.Is(Roles.ProgrammeOfficer))
        {
            return new Refusal("report.not-officer");
        }

        return await FallDue(actor, id, version);
    }

    /// <summary>The clock's part of the same: asks for a report whose time has come; false when somebody was quicker.</summary>
    public async Task<bool> FallDue(Report report) => (await FallDue(Actor.System, report.Id, report.Version)).Done;

    /// <summary>Brings a report to mind, before or after its day; false when that was done or it is here.</summary>
    public async Task<bool> Remind(Report report)
    {
        await using var work = await database.Write(Actor.System);
        var today = Instants.DayOf(work.Now, portal.Value.Zone);
        if (await AwardRepository.Find(work, report.AwardId) is not { } award)
        {
            return false;
        }

        var (late, soon) = (ReportPlanRules.IsLateReminder(report, today, options.Value), ReportPlanRules.IsReminder(report, today, options.Value));
        if (!(late ? await ReportRepository.LateReminded(work, report, today) : soon && await ReportRepository.Reminded(work, report, today)))
        {
            return false;
        }

        var (final, path) = (report.Kind == ReportKind.Final, MonitoringRoutes.Mine(award.Reference, report.Number));
        await MonitoringMail.ToMembers(work, award, late
            ? new ReportLate(award.Reference, award.OrganisationName, award.Title, report.Number, final, report.NeededOn, path)
            : new ReportReminder(award.Reference, award.OrganisationName, award.Title, report.Number, final, report.State == ReportState.ChangesRequested, report.NeededOn, path));
        work.Audit(late ? "report.late-reminded" : "report.reminded", "Report", report.Id);
        await work.Commit();
        return true;
    }

    /// <summary>
    /// Asks for the one report of an award that has none, in the caller's transaction: it covers everything until the day it is due,
    /// and is a light one where money went before the papers.
    /// False when the award has a report.
    /// </summary>
    public static async Task<bool> AskForOne(UnitOfWork work, Award award, DateOnly due)
    {
        if ((await ReportRepository.OfAward(work, award.Id)).Count > 0 || !await Add(work, award, new PlannedReport(1, ReportKind.Final, award.AwardedOn, due, due)))
        {
            return false;
        }

        var report = (await ReportRepository.Find(work, award.Id, 1))!;
        return (await FallDue(work, report.Id, report.Version)).Done;
    }

    private async Task<Outcome> FallDue(Actor actor, long id, int version)
    {
        await using var work = await database.Write(actor);
        var asked = await FallDue(work, id, version);
        if (asked.Done)
        {
            await work.Commit();
        }

        return asked;
    }

    private static async Task<Outcome> FallDue(UnitOfWork work, long id, int version)
    {
        if (await ReportRepository.Find(work, id) is not { } report || await AwardRepository.Find(work, report.AwardId) is not { } award)
        {
            return new Refusal("report.unknown");
        }

        var moved = await ReportRepository.Move(work, report with { Version = version }, ReportStates.FallDue);
        if (moved.Refused)
        {
            return moved.Plain();
        }

        work.Audit("report.asked-for", "Report", id, new { from = report.State, to = moved.Value.State });
        await MonitoringMail.ToMembers(work, award, new ReportOpened(
            award.Reference, award.OrganisationName, award.Title, report.Number, report.Kind == ReportKind.Final, report.IsLight, report.FromOn, report.ToOn, report.DueOn,
            MonitoringRoutes.Mine(award.Reference, report.Number)));
        return Outcome.Ok;
    }

    private static async Task<bool> Add(UnitOfWork work, Award award, PlannedReport plan)
    {
        var report = new Report
        {
            Id = work.NewId(),
            AwardId = award.Id,
            Number = plan.Number,
            Kind = plan.Kind,
            Form = await AwardRepository.IsRapid(work, award.Id) ? ReportForm.Light : ReportForm.Usual,
            FromOn = plan.FromOn,
            ToOn = plan.ToOn,
            DueOn = plan.DueOn,
            State = ReportState.Scheduled,
            Currency = award.Currency,
        };
        work.Audit("report.planned", "Report", report.Id, new { award = award.Id, plan.Number, plan.Kind, report.Form, plan.FromOn, plan.ToOn, plan.DueOn });
        return await ReportRepository.Insert(work, report);
    }

    private static PlannedReport Planned(Report report) => new(report.Number, report.Kind, report.FromOn, report.ToOn, report.DueOn);

    private static async Task<Outcome<Award>> Begin(UnitOfWork work, string reference)
    {
        if (!work.Actor.Is(Roles.ProgrammeOfficer))
        {
            return new Refusal("report.not-officer");
        }

        return await AwardRepository.FindByReference(work, reference) is not { } award ? new Refusal("award.unknown")
            : award.State is AwardState.Accepted or AwardState.Active or AwardState.Suspended or AwardState.Terminated ? award
            : new Refusal("report.award-not-running");
    }
}
