using GrantsPortal.People;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Jobs;
using Microsoft.Extensions.Options;

namespace GrantsPortal.Partnerships;

/// <summary>
/// Reminds officers of what they follow up, and partners' Owners of what they promised: everything in one e-mail in the morning,
/// a week before it is due, a day before, and when it is overdue.
/// </summary>
public sealed class CommitmentJob(PortalDatabase database, IOptions<PortalOptions> portal) : IJob
{
    private static readonly TimeOnly At = new(7, 0);

    /// <inheritdoc/>
    public string Name => "partnerships.commitments";

    /// <inheritdoc/>
    public string Does => "Reminds officers and partners of commitments that are due, in one e-mail each at 7:00 in the morning.";

    /// <inheritdoc/>
    public TimeSpan Every => TimeSpan.FromDays(1);

    /// <inheritdoc/>
    public DateTimeOffset FirstAfter(DateTimeOffset known) => NextAfter(known);

    /// <inheritdoc/>
    public DateTimeOffset NextAfter(DateTimeOffset started) => TimeOfDayRules.Next(started, At, portal.Value.Zone);

    /// <inheritdoc/>
    public async Task Run(CancellationToken cancel)
    {
        await using var work = await database.Write(Actor.System);
        var today = Instants.DayOf(work.Now, portal.Value.Zone);
        var due = new List<Commitment>();
        foreach (var commitment in (await CommitmentRepository.Due(work, today.AddDays(CommitmentRules.FirstDays))).Where(one => CommitmentRules.IsToRemind(one.DueOn, one.RemindedOn, today)))
        {
            if (await CommitmentRepository.MarkReminded(work, commitment.Id, today))
            {
                due.Add(commitment);
            }
        }

        foreach (var officers in due.GroupBy(commitment => commitment.OwnerId).Chunk(500))
        {
            var people = (await PersonRepository.Find(work, [.. officers.Select(group => group.Key)])).Where(person => person.DisabledAt is null).ToDictionary(person => person.Id);
            foreach (var group in officers.Where(group => people.ContainsKey(group.Key)))
            {
                work.Mail(people[group.Key].AsRecipient(), new CommitmentsDue([.. group.Select(one => Line(one, today))], PartnershipRoutes.All + "?show=Mine"));
            }
        }

        foreach (var partner in due.Where(commitment => commitment.MadeBy == CommitmentMaker.Partner).GroupBy(commitment => commitment.OrganisationId))
        {
            cancel.ThrowIfCancellationRequested();
            await PartnerAddresses.Write(work, partner.Key, new PartnerCommitmentsDue(partner.First().OrganisationName, [.. partner.Select(one => Line(one, today))], PartnershipRoutes.Mine), PartnershipRoutes.Mine);
        }

        await work.Commit();
    }

    private static DueLine Line(Commitment commitment, DateOnly today) =>
        new(commitment.OrganisationName, commitment.MadeBy == CommitmentMaker.City, commitment.What, commitment.DueOn, commitment.IsOverdue(today));
}
