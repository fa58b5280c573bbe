using GrantsPortal.Awards;
using GrantsPortal.Platform;

namespace GrantsPortal.Payments.Schedule;

/// <summary>What a budget year of an award holds, in minor units.</summary>
public readonly record struct YearShare(int Year, long AmountMinor);

/// <summary>An instalment as an officer plans it, or as it stands.</summary>
public sealed record PlannedInstalment
{
    /// <summary>The instalment it changes; null for a new one.</summary>
    public long? Id { get; init; }

    /// <summary>Whether it is out of the schedule's hands: prepared, approved, sent or paid.</summary>
    public bool Fixed { get; init; }

    /// <summary>What it is called.</summary>
    public string Title { get; init; } = "";

    /// <summary>Amount in minor units.</summary>
    public long AmountMinor { get; init; }

    /// <summary>What makes it due.</summary>
    public InstalmentBasis Basis { get; init; }

    /// <summary>The day it is due, or expected.</summary>
    public DateOnly DueOn { get; init; }

    /// <summary>The budget year it is paid from.</summary>
    public int Year { get; init; }

    /// <summary>What is to be reached, for <see cref="InstalmentBasis.Milestone"/>.</summary>
    public string? Milestone { get; init; }

    /// <summary>The report that is to be accepted, for <see cref="InstalmentBasis.Report"/>.</summary>
    public int? ReportNumber { get; init; }
}

/// <summary>What a payment schedule must be.</summary>
public static partial class ScheduleRules
{
    /// <summary>Most instalments of an award.</summary>
    public const int Limit = 60;

    /// <summary>Most characters of a title or milestone.</summary>
    public const int TitleLimit = 200;

    /// <summary>Highest number of a report.</summary>
    public const int ReportLimit = 40;

    /// <summary>Whether an instalment still waits for something: the id of a milestone, the number of a report, or its own id for receipts.</summary>
    public static bool WaitsFor(Instalment instalment, InstalmentBasis basis, long key) =>
        instalment.Basis == basis && instalment.MetAt is null && key == basis switch
        {
            InstalmentBasis.Milestone => instalment.MilestoneId,
            InstalmentBasis.Report => instalment.ReportNumber,
            InstalmentBasis.Receipts => instalment.Id,
            _ => null,
        };

    /// <summary>Whether an officer may plan the payments of an award now. Refused with <c>schedule.officer-only</c>, <c>schedule.no-fund</c>, <c>schedule.not-yet</c>, <c>schedule.over</c>.</summary>
    public static Refusal? MayPlan(Award award, Actor actor) => award.State switch
    {
        _ when !actor.Is(Roles.ProgrammeOfficer) => new Refusal("schedule.officer-only"),
        _ when award.ProgrammeId is null => new Refusal("schedule.no-fund"),
        AwardState.Accepted or AwardState.Active or AwardState.Suspended => null,
        AwardState.Offered => new Refusal("schedule.not-yet"),
        _ => new Refusal("schedule.over"),
    };

    /// <summary>
    /// Refuses a plan. At a line's field (<c>Lines[0].Title</c> and so on): <c>schedule.title-missing</c>, <c>schedule.title-long</c>
    /// (limit), <c>schedule.amount-missing</c>, <c>schedule.year-unknown</c>, <c>schedule.milestone-missing</c>,
    /// <c>schedule.report-missing</c> (limit), <c>schedule.date-far</c>. Of the whole: <c>schedule.empty</c>, <c>schedule.many</c>
    /// (limit), <c>schedule.sum</c> (sum, award, difference), <c>schedule.year-sum</c> (year, sum, share, difference).
    /// </summary>
    /// <param name="award">The award.</param>
    /// <param name="years">What it takes from each budget year.</param>
    /// <param name="lines">Every instalment, also those that cannot change any more.</param>
    public static IReadOnlyList<Refusal> Check(Award award, IReadOnlyList<YearShare> years, IReadOnlyList<PlannedInstalment> lines)
    {
        if (lines.Count is 0 or > Limit)
        {
            return [lines.Count == 0 ? new Refusal("schedule.empty") : new Refusal("schedule.many", Limit)];
        }

        var wrong = lines.SelectMany((line, i) => line.Fixed ? [] : CheckLine(award, years, line).Select(refusal => refusal.At($"Lines[{i}].{refusal.Field}"))).ToList();
        return wrong.Count > 0 ? wrong : [.. CheckSums(award, years, lines)];
    }

    private static IEnumerable<Refusal> CheckLine(Award award, IReadOnlyList<YearShare> years, PlannedInstalment line)
    {
        if (line.Title.Length is 0 or > TitleLimit)
        {
            yield return (line.Title.Length == 0 ? new Refusal("schedule.title-missing") : new Refusal("schedule.title-long", TitleLimit)).At("Title");
        }

        if (line.AmountMinor <= 0)
        {
            yield return new Refusal("schedule.amount-missing").At("Amount");
        }

        if (line.DueOn < award.AwardedOn.AddYears(-1) || line.DueOn > award.AwardedOn.AddYears(20))
        {
            yield return new Refusal("schedule.date-far").At("DueOn");
        }

        if (years.All(share => share.Year != line.Year))
        {
            yield return new Refusal("schedule.year-unknown").At("Year");
        }

        if (line.Basis == InstalmentBasis.Milestone && line.Milestone is null or { Length: 0 or > TitleLimit })
        {
            yield return (line.Milestone is { Length: > TitleLimit } ? new Refusal("schedule.title-long", TitleLimit) : new Refusal("schedule.milestone-missing")).At("Milestone");
        }

        if (line.Basis == InstalmentBasis.Report && line.ReportNumber is not (>= 1 and <= ReportLimit))
        {
            yield return new Refusal("schedule.report-missing", ReportLimit).At("ReportNumber");
        }
    }

    private static IEnumerable<Refusal> CheckSums(Award award, IReadOnlyList<YearShare> years, IReadOnlyList<PlannedInstalment> lines)
    {
        var (sum, whole) = (lines.Sum(line => line.AmountMinor), years.Sum(share => share.AmountMinor));
        if (sum != whole)
        {
            yield return new Refusal("schedule.sum", Of(award, sum), Of(award, whole), Of(award, Math.Abs(sum - whole)));
        }
        else
        {
            foreach (var share in years)
            {
                var there = lines.Where(line => line.Year == share.Year).Sum(line => line.AmountMinor);
                if (there != share.AmountMinor)
                {
                    yield return new Refusal("schedule.year-sum", share.Year, Of(award, there), Of(award, share.AmountMinor), Of(award, Math.Abs(there - share.AmountMinor)));
                }
            }
        }
    }

    private static Money Of(Award award, long minor) => Money.FromMinor(minor, award.Currency);
}
