using GrantsPortal.Awards;
using GrantsPortal.Awards.Years;
using GrantsPortal.Funds.Ledger;
using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Events;

namespace GrantsPortal.Payments.Schedule;

/// <summary>What becomes of a schedule when its award changes: only what is not out moves.</summary>
public sealed partial class ScheduleDesk : ISubscriber<AwardVaried>, ISubscriber<AwardTerminated>
{
    /// <summary>The award or its budget years hold other amounts now: the open instalments follow.</summary>
    public async Task On(AwardVaried happened, UnitOfWork work) =>
        await Refit(work, happened.After.Award, [.. happened.After.Years.Select(year => new YearShare(year.Year, year.AmountMinor))], PlanRules.Replan);

    /// <summary>The award ended early: what the ledger still holds for it is paid, and waits for nothing any more.</summary>
    public async Task On(AwardTerminated happened, UnitOfWork work)
    {
        var figures = await Ledger.Of(work, SubjectKind.Award, happened.Award.Id);
        YearShare[] years = [.. figures.Years.Select(year => new YearShare(year.Year, year.CommittedMinor + year.SentMinor + year.PaidMinor))];
        await Refit(work, happened.Award, years, PlanRules.End);
    }

    private async Task Refit(UnitOfWork work, Award award, IReadOnlyList<YearShare> years, Func<IReadOnlyList<PlannedInstalment>, IReadOnlyList<YearShare>, DateOnly, IReadOnlyList<PlannedInstalment>> rule)
    {
        var plan = await SchedulePlan.Of(work, award);
        if (plan.Instalments.Count == 0)
        {
            return;
        }

        var lines = rule(plan.Lines, years, moves.Today(work));
        if (PlanRules.Exceeds(lines, years))
        {
            await TakeBack(work, plan);
            plan = await SchedulePlan.Of(work, award);
            lines = rule(plan.Lines, years, moves.Today(work));
        }

        if (!await Apply(work, award, plan, lines))
        {
            throw new InvalidOperationException($"The schedule of {award.Reference} could not follow the award within one transaction.");
        }

        work.Audit("schedule.followed", "Award", award.Id, new { instalments = lines.Count, before = plan.Lines.Count });
    }

    /// <summary>What was prepared and not released is taken out of everybody's hands, so that it can become smaller.</summary>
    private async Task TakeBack(UnitOfWork work, SchedulePlan plan)
    {
        foreach (var payment in plan.Payments.Where(payment => payment is { ReleasedAt: null, PreparedAt: not null, State: PaymentState.Due or PaymentState.Approved }))
        {
            await PaymentMoves.Batch(work, [payment], null);
            await moves.TakeBack(work, (await PaymentRepository.Find(work, payment.Id))!, "The award changed");
        }
    }
}
