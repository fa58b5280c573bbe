using GrantsPortal.Partnerships.Partners;
using GrantsPortal.People;
using GrantsPortal.Platform.Database;

namespace GrantsPortal.Partnerships.Caseload;

/// <summary>Puts somebody's caseload together.</summary>
public static class CaseloadView
{
    /// <summary>The partners an officer is focal point or deputy of, and those of whom they cover for today, the most urgent first.</summary>
    public static async Task<IReadOnlyList<CaseloadLine>> Of(UnitOfWork work, long officer, IEnumerable<IPartnerEncounters> encounters, PartnerOptions options, DateOnly today)
    {
        var covers = (await PartnerRecords.Covers(work, today)).Where(cover => cover.CoverId == officer && cover.Holds(today)).ToDictionary(cover => cover.PersonId);
        var rows = await CaseloadRepository.Of(work, [officer, .. covers.Keys], today, work.Now.AddDays(-options.ConfirmDays));
        if (rows.Count == 0)
        {
            return [];
        }

        IReadOnlyCollection<long> ids = [.. rows.Select(row => row.OrganisationId)];
        var partners = (await PartnerRecords.Find(work, ids)).ToDictionary(partner => partner.OrganisationId);
        var seen = await Seen(work, ids, encounters);
        var names = (await PersonRepository.Find(work, [.. partners.Values.Select(partner => partner.FocalPointId).OfType<long>().Distinct()])).ToDictionary(person => person.Id, person => person.Name);
        return CaseloadRules.Order(rows.Select(row => Line(row, partners[row.OrganisationId])).Select(line => line with { Urgency = CaseloadRules.UrgencyOf(line, options, today) }));

        CaseloadLine Line(CaseloadRow row, Partner partner)
        {
            var last = Later(partner.LastContactAt, seen.TryGetValue(row.OrganisationId, out var at) ? at : null);
            return new CaseloadLine
            {
                Partner = partner,
                Open = row.OpenOnes,
                Overdue = row.OverdueOnes,
                NextDue = row.NextDue,
                LastContactAt = last,
                Stale = row.Stale,
                Undeliverable = row.Undeliverable,
                For = partner.FocalPointId is { } own && own != officer ? names.GetValueOrDefault(own) : null,
                CoversUntil = partner.FocalPointId is { } focal && covers.TryGetValue(focal, out var cover) ? cover.UntilOn : null,
                SilentDays = Math.Max(0, (int)(work.Now - (last ?? partner.StateSince)).TotalDays),
            };
        }
    }

    private static DateTimeOffset? Later(DateTimeOffset? one, DateTimeOffset? other) => one is null || other > one ? other ?? one : one;

    private static async Task<Dictionary<long, DateTimeOffset>> Seen(UnitOfWork work, IReadOnlyCollection<long> organisations, IEnumerable<IPartnerEncounters> encounters)
    {
        var last = new Dictionary<long, DateTimeOffset>();
        foreach (var source in encounters)
        {
            foreach (var chunk in organisations.Chunk(200))
            {
                foreach (var (organisation, encounter) in await source.Last(work, chunk))
                {
                    last[organisation] = last.TryGetValue(organisation, out var other) && other >= encounter.At ? other : encounter.At;
                }
            }
        }

        return last;
    }
}
