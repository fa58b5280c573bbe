using GrantsPortal.Awards;
using GrantsPortal.Awards.Offers;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;

namespace GrantsPortal.Payments.Schedule;

/// <summary>When an award is paid.</summary>
public sealed partial class ScheduleDesk(PortalDatabase database, PaymentMoves moves)
{
    private static readonly Refusal Changed = new("schedule.changed-meanwhile");

    /// <summary>
    /// Notes, in the caller's transaction, that what instalments wait for is there, and makes their payments due: the id of a
    /// milestone, the number of an accepted report, or the id of an instalment whose receipts were seen. Returns how many
    /// payments fell due; none when none waits for it, or all of it was known.
    /// </summary>
    public async Task<int> Fulfil(UnitOfWork work, Award award, InstalmentBasis basis, long key, string? note = null)
    {
        var due = 0;
        foreach (var instalment in (await ScheduleRepository.Of(work, award.Id)).Where(instalment => ScheduleRules.WaitsFor(instalment, basis, key)))
        {
            if (!await ScheduleRepository.Meet(work, instalment.Id, note))
            {
                continue;
            }

            work.Audit("instalment.met", "Award", award.Id, new { instalment = instalment.Id, instalment.Number, basis, key });
            if (await PaymentRepository.Live(work, instalment.Id) is { } payment && await moves.FallDue(work, payment, moves.Today(work)))
            {
                due++;
            }
        }

        return due;
    }

    /// <summary>
    /// Sets the schedule of an award: what is out stays, the rest becomes what is planned. Refused as
    /// <see cref="ScheduleRules.MayPlan"/> and <see cref="ScheduleRules.Check"/> say, with <c>award.unknown</c> or
    /// <c>schedule.changed-meanwhile</c> (somebody was quicker, or a payment was prepared).
    /// </summary>
    /// <param name="actor">Who plans.</param>
    /// <param name="reference">The award.</param>
    /// <param name="seen">What <see cref="SchedulePlan.Seen"/> said when the page was opened.</param>
    /// <param name="lines">Every instalment, also those that are fixed.</param>
    public async Task<Outcome> Save(Actor actor, string reference, string seen, IReadOnlyList<PlannedInstalment> lines)
    {
        await using var work = await database.Write(actor);
        if (await AwardRepository.FindByReference(work, reference) is not { } award)
        {
            return new Refusal("award.unknown");
        }

        if (ScheduleRules.MayPlan(award, actor) is { } refusal)
        {
            return refusal;
        }

        var plan = await SchedulePlan.Of(work, award);
        if (plan.Seen != seen)
        {
            return Changed;
        }

        if (ScheduleRules.Check(award, plan.Years, lines) is { Count: > 0 } wrong)
        {
            return Outcome.Refuse(wrong);
        }

        if (!await Apply(work, award, plan, lines))
        {
            return Changed;
        }

        work.Audit("schedule.set", "Award", award.Id, new { instalments = lines.Count, before = plan.Lines.Count });
        await AwardMail.ToMembers(work, award, new ScheduleSet(award.Reference, award.Title, lines.Count, award.Amount, PaymentRoutes.Mine(award.Reference)));
        await work.Commit();
        return Outcome.Ok;
    }

    /// <summary>
    /// Makes all of an award due now, in the caller's transaction: one instalment for each of its budget years. Does nothing where it
    /// has a schedule.
    /// </summary>
    public async Task PayAtOnce(UnitOfWork work, Award award, string title)
    {
        var plan = await SchedulePlan.Of(work, award);
        if (plan.Instalments.Count > 0)
        {
            return;
        }

        var number = 0;
        foreach (var share in plan.Years)
        {
            await Add(work, award, new PlannedInstalment { Title = title, AmountMinor = share.AmountMinor, Basis = InstalmentBasis.Date, DueOn = moves.Today(work), Year = share.Year }, ++number);
        }

        work.Audit("schedule.set", "Award", award.Id, new { instalments = number, atOnce = true });
    }

    /// <summary>Finds that the receipts an instalment waits for were seen. Refused with <c>schedule.officer-only</c>, <c>schedule.note-missing</c> or <c>schedule.nothing-waits</c>.</summary>
    public async Task<Outcome> SeeReceipts(Actor actor, string reference, long instalment, string? note)
    {
        if (!actor.Is(Roles.ProgrammeOfficer))
        {
            return new Refusal("schedule.officer-only");
        }

        if (string.IsNullOrWhiteSpace(note) || note.Trim().Length > MilestoneRules.NoteLimit)
        {
            return new Refusal("schedule.note-missing", MilestoneRules.NoteLimit).At("Note");
        }

        await using var work = await database.Write(actor);
        if (await AwardRepository.FindByReference(work, reference) is not { } award)
        {
            return new Refusal("award.unknown");
        }

        if (await Fulfil(work, award, InstalmentBasis.Receipts, instalment, note.Trim()) == 0)
        {
            return new Refusal("schedule.nothing-waits");
        }

        await work.Commit();
        return Outcome.Ok;
    }

    /// <summary>Makes what stands into what is planned; false when a payment got into somebody's hands meanwhile.</summary>
    private async Task<bool> Apply(UnitOfWork work, Award award, SchedulePlan plan, IReadOnlyList<PlannedInstalment> lines)
    {
        var kept = lines.Where(line => line.Id is not null).ToDictionary(line => line.Id!.Value);
        foreach (var (instalment, _) in plan.Open.Where(open => !kept.ContainsKey(open.Instalment.Id)))
        {
            if (await PaymentRepository.Live(work, instalment.Id) is { } payment && (await moves.Cancel(work, payment, "The schedule was changed")).Refused)
            {
                return false;
            }

            if (!await ScheduleRepository.Remove(work, instalment.Id))
            {
                return false;
            }
        }

        foreach (var (instalment, milestone) in plan.Open.Where(open => kept.ContainsKey(open.Instalment.Id)))
        {
            if (!await Change(work, award, instalment, milestone, kept[instalment.Id]))
            {
                return false;
            }
        }

        var number = await ScheduleRepository.LastNumber(work, award.Id);
        foreach (var line in lines.Where(line => line.Id is null).OrderBy(line => line.DueOn))
        {
            await Add(work, award, line, ++number);
        }

        foreach (var milestone in plan.Milestones)
        {
            await ScheduleRepository.RemoveMilestone(work, milestone.Id);
        }

        return true;
    }

    private async Task Add(UnitOfWork work, Award award, PlannedInstalment line, int number)
    {
        var instalment = new Instalment
        {
            Id = work.NewId(),
            AwardId = award.Id,
            Number = number,
            Year = line.Year,
            Title = line.Title,
            AmountMinor = line.AmountMinor,
            Currency = award.Currency,
            Basis = line.Basis,
            DueOn = line.DueOn,
            MilestoneId = line.Basis == InstalmentBasis.Milestone ? await NewMilestone(work, award, line) : null,
            ReportNumber = line.Basis == InstalmentBasis.Report ? line.ReportNumber : null,
        };
        await ScheduleRepository.Insert(work, instalment);
        await moves.OpenFor(work, award, instalment);
    }

    private async Task<bool> Change(UnitOfWork work, Award award, Instalment before, Milestone? milestone, PlannedInstalment line)
    {
        if (line.Basis == before.Basis && line == SchedulePlan.AsPlanned(before, milestone, isFixed: false))
        {
            return true;
        }

        long? waitsFor = line.Basis != InstalmentBasis.Milestone ? null
            : milestone is not null && (milestone.ReachedAt is not null || await ScheduleRepository.UpdateMilestone(work, milestone.Id, line.Milestone!, line.DueOn)) ? milestone.Id
            : await NewMilestone(work, award, line);
        var after = before with
        {
            Year = line.Year,
            Title = line.Title,
            AmountMinor = line.AmountMinor,
            Basis = line.Basis,
            DueOn = line.DueOn,
            MilestoneId = waitsFor,
            ReportNumber = line.Basis == InstalmentBasis.Report ? line.ReportNumber : null,
        };
        var anew = after.Basis != before.Basis || after.MilestoneId != before.MilestoneId || after.ReportNumber != before.ReportNumber;
        return await ScheduleRepository.Update(work, after, anew)
            && (await PaymentRepository.Live(work, before.Id) is not { } payment || await moves.Replan(work, payment, anew ? after with { MetAt = null } : after));
    }

    private static async Task<long> NewMilestone(UnitOfWork work, Award award, PlannedInstalment line)
    {
        var id = work.NewId();
        await ScheduleRepository.InsertMilestone(work, id, award.Id, line.Milestone!, line.DueOn);
        return id;
    }
}
