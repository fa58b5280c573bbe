using GrantsPortal.Funds;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Jobs;
using Microsoft.Extensions.Options;

namespace GrantsPortal.Awards.Years;

/// <summary>Reminds officers of budget years that begin soon, or have begun, and are not confirmed.</summary>
public sealed class YearJob(PortalDatabase database, YearDesk desk, IOptions<AwardOptions> options, IOptions<PortalOptions> portal) : IJob
{
    /// <inheritdoc/>
    public string Name => "awards.years";

    /// <inheritdoc/>
    public TimeSpan Every => TimeSpan.FromHours(6);

    /// <inheritdoc/>
    public async Task Run(CancellationToken cancel)
    {
        var month = portal.Value.BudgetYearStartsMonth;
        var today = Instants.DayOf(database.Clock.GetUtcNow(), portal.Value.Zone);
        IReadOnlyList<YearToConfirm> years;
        await using (var work = await database.Read(cancel))
        {
            years = await YearRepository.ToConfirm(work, BudgetYear.Of(today.AddDays(options.Value.YearReminderDays), month), reminded: false);
        }

        foreach (var year in years)
        {
            cancel.ThrowIfCancellationRequested();
            await desk.Remind(year, BudgetYear.Starts(year.Year, month));
        }
    }
}
