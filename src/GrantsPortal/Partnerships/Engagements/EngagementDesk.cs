using GrantsPortal.Organisations;
using GrantsPortal.Partnerships.Access;
using GrantsPortal.Partnerships.Needs;
using GrantsPortal.Partnerships.Partners;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Text;
using Microsoft.Extensions.Options;

namespace GrantsPortal.Partnerships.Engagements;

/// <summary>Everything that one page logs of an engagement.</summary>
/// <param name="Engagement">The engagement.</param>
/// <param name="Commitments">What was promised, at most <see cref="EngagementRules.MostCommitments"/>.</param>
/// <param name="Needs">What was raised, at most <see cref="EngagementRules.MostNeeds"/>.</param>
/// <param name="AnsweredFor">The seal of what looks like personal data and was answered for.</param>
public sealed record EngagementLog(EngagementPlan Engagement, IReadOnlyList<CommitmentPlan> Commitments, IReadOnlyList<NeedPlan> Needs, string? AnsweredFor = null);

/// <summary>Logs engagements with what was promised and raised in them, and corrects them.</summary>
public sealed class EngagementDesk(PortalDatabase database, PortalTexts texts, IOptions<PortalOptions> portal)
{
    /// <summary>
    /// Logs an engagement, its commitments, needs and concerns, all or nothing; its id. Null when there is no such partner. Refused like
    /// <see cref="EngagementRules.Check"/>, <see cref="CommitmentMoves.Against"/> at <c>Commitments[n].</c> and <see cref="NeedRules.Check"/> at
    /// <c>Needs[n].</c>, and with <c>personal.points</c> at the first need that has any.
    /// </summary>
    public async Task<Outcome<long>?> Log(Actor actor, EngagementLog log)
    {
        await using var work = await database.Write(actor);
        var organisation = log.Engagement.OrganisationId;
        if (await OrganisationRepository.Find(work, organisation) is null)
        {
            return null;
        }

        var today = Instants.DayOf(work.Now, portal.Value.Zone);
        var wrong = EngagementRules.Check(actor, log.Engagement, work.Now, today).ToList();
        foreach (var (index, commitment) in log.Commitments.Take(EngagementRules.MostCommitments).Index())
        {
            wrong.AddRange((await CommitmentMoves.Against(work, commitment, today)).Select(refusal => Within(refusal, "Commitments", index)));
        }

        wrong.AddRange(log.Needs.Take(EngagementRules.MostNeeds).SelectMany((need, index) => NeedRules.Check(actor, need, portal.Value.ThemesInUse).Select(refusal => Within(refusal, "Needs", index))));
        if (wrong.Count == 0 && await Personal(work, organisation, log) is { } personal)
        {
            wrong.Add(personal);
        }

        if (wrong.Count > 0)
        {
            return Outcome<long>.Refuse([.. wrong.Distinct()]);
        }

        var day = Instants.DayOf(log.Engagement.HappenedAt ?? work.Now, portal.Value.Zone);
        var engagement = await EngagementMoves.Note(work, log.Engagement with { Day = day });
        var words = texts.In(portal.Value.SourceLanguage);
        var title = words["{0}, {1}", words[EngagementWords.Of(engagement.Kind)], Instants.Day(day, words.Culture)];
        await CommitmentMoves.Note(work, new CommitmentSource(CommitmentOrigin.Engagement, engagement.Id, title), [.. log.Commitments.Take(EngagementRules.MostCommitments)], today);
        await NeedMoves.Note(work, [.. log.Needs.Take(EngagementRules.MostNeeds)], engagement.Id, day);
        await work.Commit();
        return engagement.Id;
    }

    /// <summary>
    /// Corrects an engagement; what it said before is kept beside it, unless its words were left to be finished and it is their time. Null when there is none. Refused like <see cref="EngagementRules.MayCorrect"/>,
    /// <see cref="EngagementRules.Check"/>, or with <c>engagement.changed-meanwhile</c>.
    /// </summary>
    public async Task<Outcome?> Correct(Actor actor, long organisation, long id, int version, EngagementPlan plan)
    {
        await using var work = await database.Write(actor);
        if (await EngagementRepository.Find(work, organisation, id) is not { } before)
        {
            return null;
        }

        if (EngagementRules.MayCorrect(actor, before) is { } refused)
        {
            return refused;
        }

        if (!EngagementEyes.Of(actor, before, await Reading(work, actor, organisation)).MayCorrect)
        {
            return new Refusal("engagement.not-yours");
        }

        // A day agreed for the next contact that was kept as it is may be past.
        var today = Instants.DayOf(work.Now, portal.Value.Zone);
        var wrong = EngagementRules.Check(actor, plan with { NextContactOn = plan.NextContactOn == before.NextContactOn ? null : plan.NextContactOn }, work.Now, today);
        if (wrong.Count > 0)
        {
            return Outcome.Refuse(wrong);
        }

        var finishes = EngagementRules.Finishes(before, work.Now);
        var people = (await EngagementRepository.People(work, [id]))[id].Select(person => person.Name);
        var after = before with { Kind = plan.Kind!.Value, HappenedAt = plan.HappenedAt ?? before.HappenedAt, Words = plan.Words.Trim(), Restricted = plan.Restricted, NextContactOn = plan.NextContactOn, UnfinishedSince = null, ChangedAt = finishes ? before.ChangedAt : work.Now };
        if (!await EngagementRepository.Update(work, after, version))
        {
            return new Refusal("engagement.changed-meanwhile");
        }

        if (!finishes)
        {
            var named = string.Join(", ", people);
            await EngagementRepository.Keep(work, before, named.Length > 2_000 ? named[..2_000] : named);
        }

        await EngagementRepository.PutPeople(work, id, plan.People);
        if (after.HappenedAt != before.HappenedAt || after.NextContactOn != before.NextContactOn)
        {
            await PartnerRecords.Contacted(work, organisation, after.HappenedAt, Instants.DayOf(after.HappenedAt, portal.Value.Zone), after.NextContactOn);
        }

        work.Audit(finishes ? "engagement.finished" : "engagement.corrected", nameof(Engagement), id, new
        {
            organisation,
            version = before.Version + 1,
            from = new { before.Kind, before.HappenedAt, before.Restricted },
            to = new { after.Kind, after.HappenedAt, after.Restricted },
            words = before.Words != after.Words,
        });
        await work.Commit();
        return Outcome.Ok;
    }

    /// <summary>Keeps in the audit trail that somebody reads what is restricted; false when they may not, or there is none.</summary>
    public async Task<bool> Read(Actor actor, long organisation, long id)
    {
        await using var work = await database.Write(actor);
        if (await EngagementRepository.Find(work, organisation, id) is not { } engagement || !EngagementEyes.Of(actor, engagement, await Reading(work, actor, organisation)).MayRead)
        {
            return false;
        }

        if (engagement.Restricted)
        {
            work.Audit("engagement.read", nameof(Engagement), id, new { organisation });
            await work.Commit();
        }

        return true;
    }

    private Task<PartnerReading> Reading(UnitOfWork work, Actor actor, long organisation) => PartnerReading.Of(work, actor, organisation, Instants.DayOf(work.Now, portal.Value.Zone));

    private static async Task<Refusal?> Personal(UnitOfWork work, long organisation, EngagementLog log)
    {
        var points = await NeedMoves.Points(work, organisation, log.Needs);
        var first = log.Needs.Index().FirstOrDefault(need => points.Any(point => need.Item.Words.Contains(point.Text, StringComparison.Ordinal))).Index;
        return PersonalTextRules.Against(points, log.AnsweredFor, $"Needs[{first}].Words");
    }

    private static Refusal Within(Refusal refusal, string list, int index) => refusal.Field is { } field && field != "OwnerId" ? refusal.At($"{list}[{index}].{field}") : refusal;
}
