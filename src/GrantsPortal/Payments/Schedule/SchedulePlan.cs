using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using GrantsPortal.Awards;
using GrantsPortal.Awards.Years;
using GrantsPortal.Platform.Database;

namespace GrantsPortal.Payments.Schedule;

/// <summary>The payment schedule of an award as it stands.</summary>
/// <param name="Years">What the award takes from each budget year.</param>
/// <param name="Instalments">The instalments, by date.</param>
/// <param name="Milestones">What some of them wait for.</param>
/// <param name="Payments">Every payment of the award, every attempt, oldest first.</param>
public sealed record SchedulePlan(IReadOnlyList<YearShare> Years, IReadOnlyList<Instalment> Instalments, IReadOnlyList<Milestone> Milestones, IReadOnlyList<Payment> Payments)
{
    /// <summary>Every instalment as a line of a plan.</summary>
    public IReadOnlyList<PlannedInstalment> Lines => [.. Instalments.Select(instalment => AsPlanned(instalment, MilestoneOf(instalment), IsFixed(instalment)))];

    /// <summary>The instalments that may still change, with the milestone they wait for.</summary>
    public IEnumerable<(Instalment Instalment, Milestone? Milestone)> Open =>
        Instalments.Where(instalment => !IsFixed(instalment)).Select(instalment => (instalment, MilestoneOf(instalment)));

    /// <summary>What it was when somebody looked: the same as long as nothing of it has changed.</summary>
    public string Seen
    {
        get
        {
            var all = string.Join('|', Instalments.Select(i => string.Create(CultureInfo.InvariantCulture, $"{i.Id}:{i.Version}:{IsFixed(i)}"))
                .Concat(Years.Select(share => string.Create(CultureInfo.InvariantCulture, $"{share.Year}={share.AmountMinor}"))));
            return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(all)))[..16];
        }
    }

    /// <summary>The latest attempt to pay an instalment; null before there is one.</summary>
    public Payment? PaymentOf(Instalment instalment) => Payments.LastOrDefault(payment => payment.InstalmentId == instalment.Id);

    /// <summary>Whether an instalment is out of the schedule's hands: prepared, approved, sent or paid.</summary>
    public bool IsFixed(Instalment instalment) =>
        PaymentOf(instalment) is { State: not (PaymentState.Failed or PaymentState.Cancelled), IsOpen: false };

    /// <summary>The milestone an instalment waits for.</summary>
    public Milestone? MilestoneOf(Instalment instalment) => Milestones.FirstOrDefault(milestone => milestone.Id == instalment.MilestoneId);

    /// <summary>Reads it.</summary>
    public static async Task<SchedulePlan> Of(UnitOfWork work, Award award) => new(
        [.. (await YearRepository.Of(work, award.Id)).Select(year => new YearShare(year.Year, year.AmountMinor))],
        await ScheduleRepository.Of(work, award.Id),
        await ScheduleRepository.Milestones(work, award.Id),
        await PaymentRepository.OfAward(work, award.Id));

    /// <summary>An instalment as a line of a plan.</summary>
    public static PlannedInstalment AsPlanned(Instalment instalment, Milestone? milestone, bool isFixed) => new()
    {
        Id = instalment.Id,
        Fixed = isFixed,
        Title = instalment.Title,
        AmountMinor = instalment.AmountMinor,
        Basis = instalment.Basis,
        DueOn = instalment.DueOn,
        Year = instalment.Year,
        Milestone = instalment.Basis == InstalmentBasis.Milestone ? milestone?.Title : null,
        ReportNumber = instalment.Basis == InstalmentBasis.Report ? instalment.ReportNumber : null,
    };
}
