using GrantsPortal.Organisations;
using GrantsPortal.Partnerships;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using Microsoft.Extensions.Options;

namespace GrantsPortal.Networks.Graph;

/// <summary>Notes who sent somebody to whom.</summary>
public sealed class ReferralDesk(PortalDatabase database, IOptions<PortalOptions> portal)
{
    /// <summary>Notes a referral. Refused like <see cref="ReferralRules.Check"/>, or as missing when a partner is not there.</summary>
    public async Task<Outcome> Note(Actor actor, ReferralPlan plan)
    {
        var tidy = plan with { Note = plan.Note.Trim(), Themes = [.. plan.Themes.Distinct()] };
        await using var work = await database.Write(actor);
        if (ReferralRules.Check(actor, tidy, Instants.DayOf(work.Now, portal.Value.Zone), [.. portal.Value.ThemesInUse.Select(theme => theme.Code)]) is { Count: > 0 } against)
        {
            return Outcome.Refuse(against);
        }

        var known = (await OrganisationRepository.Find(work, [tidy.FromId, tidy.ToId])).Select(organisation => organisation.Id).ToHashSet();
        if (!known.Contains(tidy.FromId) || !known.Contains(tidy.ToId))
        {
            return known.Contains(tidy.FromId) ? new Refusal("referral.to-missing").At(nameof(plan.ToId)) : new Refusal("referral.from-missing").At(nameof(plan.FromId));
        }

        var id = work.NewId();
        await TieRepository.Insert(work, id, tidy);
        work.Audit("referral.noted", nameof(Referral), id, new { from = tidy.FromId, to = tidy.ToId, on = tidy.HappenedOn });
        await work.Commit();
        return Outcome.Ok;
    }

    /// <summary>Removes one that was noted wrongly. Null when there is none; refused with <c>referral.officers-only</c>.</summary>
    public async Task<Outcome?> Remove(Actor actor, long id)
    {
        if (!CommitmentRules.MayKeep(actor))
        {
            return new Refusal("referral.officers-only");
        }

        await using var work = await database.Write(actor);
        if (!await TieRepository.Remove(work, id))
        {
            return null;
        }

        work.Audit("referral.removed", nameof(Referral), id);
        await work.Commit();
        return Outcome.Ok;
    }
}
