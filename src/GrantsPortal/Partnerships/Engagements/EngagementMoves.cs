using GrantsPortal.Partnerships.Partners;
using GrantsPortal.Platform.Database;

namespace GrantsPortal.Partnerships.Engagements;

/// <summary>What writing down an engagement does, within somebody's unit of work; the desk and the mailbox both use it.</summary>
public static class EngagementMoves
{
    /// <summary>
    /// Keeps an engagement and who was there, as the partner’s last contact when it is that, with an audit entry. The caller has held it against <see cref="EngagementRules.Check"/>,
    /// or made it itself from an e-mail: longer text is cut at <see cref="EngagementRules.Characters"/>.
    /// </summary>
    public static async Task<Engagement> Note(UnitOfWork work, EngagementPlan plan)
    {
        var words = plan.Words.Trim();
        var engagement = new Engagement
        {
            Id = work.NewId(),
            OrganisationId = plan.OrganisationId,
            Kind = plan.Kind ?? EngagementKind.Call,
            HappenedAt = plan.HappenedAt is { } at && at < work.Now ? at : work.Now,
            OfficerId = plan.OfficerId,
            Words = words.Length > EngagementRules.Characters ? words[..EngagementRules.Characters] : words,
            Restricted = plan.Restricted,
            UnfinishedSince = plan.Unfinished ? work.Now : null,
            Source = plan.Source,
            NextContactOn = plan.NextContactOn,
            CreatedAt = work.Now,
            Version = 1,
        };
        await EngagementRepository.Insert(work, engagement);
        await EngagementRepository.PutPeople(work, engagement.Id, plan.People);
        await PartnerRecords.Contacted(work, engagement.OrganisationId, engagement.HappenedAt, plan.Day ?? DateOnly.FromDateTime(engagement.HappenedAt.UtcDateTime), plan.NextContactOn);
        work.Audit("engagement.noted", nameof(Engagement), engagement.Id, new { engagement.OrganisationId, engagement.Kind, engagement.Source, engagement.Restricted, people = plan.People.Count, plan.Unfinished });
        return engagement;
    }
}
