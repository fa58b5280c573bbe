using GrantsPortal.Partnerships.Contacts;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Jobs;
using GrantsPortal.Response.Incidents;
using GrantsPortal.Response.Log;

namespace GrantsPortal.Response.CallDown;

/// <summary>
/// Alerts the next contacts of partners that have not answered in time, and notes which alerts have not arrived. Whoever answered
/// meanwhile is passed over: the row moves only while there is no answer.
/// </summary>
public sealed class EscalationJob(PortalDatabase database, CallDownReader reader, CallDownLetters letters) : IJob
{
    private const int Batch = 200;

    /// <inheritdoc/>
    public string Name => "response.deputies";

    /// <inheritdoc/>
    public string Does => "Alerts deputies of partners that have not answered in an incident, and notes which alerts have not arrived.";

    /// <inheritdoc/>
    public TimeSpan Every => TimeSpan.FromSeconds(20);

    /// <inheritdoc/>
    public async Task Run(CancellationToken cancel)
    {
        while (!cancel.IsCancellationRequested && await NoteFailures() == Batch)
        {
        }

        while (!cancel.IsCancellationRequested && await AlertDeputies() == Batch)
        {
        }
    }

    private async Task<int> NoteFailures()
    {
        await using (var look = await database.Read())
        {
            if ((await CallDownRepository.NotDelivered(look, 1)).Count == 0)
            {
                return 0;
            }
        }

        await using var work = await database.Write(Actor.System);
        var failed = await CallDownRepository.NotDelivered(work, Batch);
        foreach (var incident in failed.GroupBy(alert => alert.IncidentId))
        {
            var lines = new List<LineDraft>();
            foreach (var alert in incident)
            {
                if (await CallDownRepository.MarkFailed(work, alert.Id))
                {
                    lines.Add(new LineDraft(LineKind.NotDelivered, "", alert.OrganisationId, alert.ContactId, alert.Way.ToString()));
                    await CallDownRepository.Hurry(work, alert.IncidentId, alert.OrganisationId);
                }
            }

            await LogRepository.Write(work, incident.Key, lines);
        }

        await work.Commit();
        return failed.Count;
    }

    private async Task<int> AlertDeputies()
    {
        await using (var look = await database.Read())
        {
            if ((await CallDownRepository.Due(look, 1)).Count == 0)
            {
                return 0;
            }
        }

        await using var work = await database.Write(Actor.System);
        var due = await CallDownRepository.Due(work, Batch);
        var night = reader.IsNight(work.Now);
        foreach (var group in due.GroupBy(partner => partner.IncidentId))
        {
            var incident = (await IncidentRepository.Find(work, group.Key))!;
            long[] organisations = [.. group.Select(partner => partner.OrganisationId)];
            var contacts = await ContactRepository.ForCallDown(work, organisations);
            var alerted = (await CallDownRepository.Alerts(work, incident.Id, organisations)).ToLookup(alert => alert.OrganisationId, alert => alert.ContactId);
            var lines = new List<LineDraft>();
            foreach (var partner in group)
            {
                var next = CallDownRules.Next(contacts[partner.OrganisationId].Select(reader.AsCallable), alerted[partner.OrganisationId].ToHashSet(), night).Select(contact => contact.Id).ToHashSet();
                if (!await CallDownRepository.Wait(work, partner, next.Count > 0 ? work.Now.AddMinutes(incident.DeputyMinutes) : null))
                {
                    continue;
                }

                lines.AddRange(next.Count > 0
                    ? await letters.Alert(work, incident, partner.OrganisationId, partner.Name, partner.LettersBy, contacts[partner.OrganisationId].Where(contact => next.Contains(contact.Id)), asDeputy: true)
                    : [new LineDraft(LineKind.NobodyLeft, "", partner.OrganisationId)]);
            }

            await LogRepository.Write(work, incident.Id, lines);
        }

        await work.Commit();
        return due.Count;
    }
}
