using GrantsPortal.People;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Jobs;
using GrantsPortal.Platform.Mail;
using Microsoft.Extensions.Options;

namespace GrantsPortal.Response.Readiness;

/// <summary>Tells a focal point once a week how much is stale.</summary>
/// <param name="Roles">How many roles.</param>
/// <param name="Contacts">Of how many partners the contacts for a crisis.</param>
/// <param name="Offers">Of how many partners the offers.</param>
/// <param name="Risks">How many risks.</param>
/// <param name="Path">Where they stand.</param>
public sealed record ReadinessStale(int Roles, int Contacts, int Offers, int Risks, string Path) : Message
{
    /// <summary>For the preview.</summary>
    public static ReadinessStale Sample => new(2, 1, 0, 3, "/manage/incidents/readiness/stale");
}

/// <summary>Sends focal points the weekly summary, and only where there is something to say.</summary>
public sealed class ReadinessJob(PortalDatabase database, StaleReader reader, IOptions<PortalOptions> portal) : IJob
{
    /// <inheritdoc/>
    public string Name => "response.stale";

    /// <inheritdoc/>
    public string Does => "Tells focal points once a week which roles, contacts, offers and risks nobody confirmed in time; nothing where there are none.";

    /// <inheritdoc/>
    public TimeSpan Every => TimeSpan.FromDays(1);

    /// <inheritdoc/>
    public async Task Run(CancellationToken cancel)
    {
        await using var work = await database.Write(Actor.System);
        if (await reader.Read(work, 0) is not { All: > 0 } stale)
        {
            return;
        }

        var today = Instants.DayOf(work.Now, portal.Value.Zone);
        var monday = today.AddDays(-(((int)today.DayOfWeek + 6) % 7));
        foreach (var officer in (await PersonRepository.WithRole(work, Roles.FocalPoint)).Where(person => person.DisabledAt is null))
        {
            cancel.ThrowIfCancellationRequested();
            if (await StaleRepository.NoteSummary(work, officer.Id, monday))
            {
                work.Mail(officer.AsRecipient(), new ReadinessStale(stale.RoleCount, stale.ContactCount, stale.OfferCount, stale.RiskCount, ReadinessRoutes.Stale));
            }
        }

        await work.Commit();
    }
}
