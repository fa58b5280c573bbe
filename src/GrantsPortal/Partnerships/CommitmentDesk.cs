using GrantsPortal.Organisations;
using GrantsPortal.People;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using Microsoft.Extensions.Options;

namespace GrantsPortal.Partnerships;

/// <summary>Notes what the city and its partners promise each other, and what became of it.</summary>
public sealed class CommitmentDesk(PortalDatabase database, IOptions<PortalOptions> portal)
{
    /// <summary>
    /// Notes several commitments at once, all or none. Null when a partner is not there; refused like <see cref="CommitmentRules.Check"/>
    /// or with <c>commitment.owner-missing</c> at <c>OwnerId</c> for somebody who keeps no partnerships; the field of the n-th begins with
    /// <c>Rows[n].</c> where there are several.
    /// </summary>
    public async Task<Outcome?> Note(Actor actor, CommitmentSource source, IReadOnlyList<CommitmentPlan> plans)
    {
        await using var work = await database.Write(actor);
        var today = Instants.DayOf(work.Now, portal.Value.Zone);
        var known = (await OrganisationRepository.Find(work, [.. plans.Select(plan => plan.OrganisationId).Distinct()])).Select(organisation => organisation.Id).ToHashSet();
        if (plans.Any(plan => !known.Contains(plan.OrganisationId)))
        {
            return null;
        }

        List<Refusal> wrong = [];
        foreach (var (index, plan) in plans.Index())
        {
            wrong.AddRange((await CommitmentMoves.Against(work, plan, today)).Select(refusal => refusal.Field is { } field && plans.Count > 1 && field != "OwnerId" ? refusal.At($"Rows[{index}].{field}") : refusal));
        }

        if (wrong.Count > 0)
        {
            return Outcome.Refuse([.. wrong.Distinct()]);
        }

        await CommitmentMoves.Note(work, source, plans, today);
        await work.Commit();
        return Outcome.Ok;
    }

    /// <summary>Changes an open commitment. Null when there is none; refused like <see cref="CommitmentRules.Check"/>, or with <c>commitment.changed-meanwhile</c>.</summary>
    public async Task<Outcome?> Change(Actor actor, long organisation, long id, int version, CommitmentPlan plan)
    {
        await using var work = await database.Write(actor);
        if (await CommitmentRepository.Find(work, organisation, id) is not { } before)
        {
            return null;
        }

        var today = Instants.DayOf(work.Now, portal.Value.Zone);

        // A date that was kept as it is may be past.
        if ((await CommitmentMoves.Against(work, plan, before.DueOn == plan.DueOn && before.DueOn < today ? before.DueOn : today)) is { Count: > 0 } wrong)
        {
            return Outcome.Refuse(wrong);
        }

        var after = CommitmentMoves.With(before, plan) with { RemindedOn = plan.DueOn == before.DueOn ? before.RemindedOn : today };
        if (!await CommitmentRepository.Update(work, after, version))
        {
            return new Refusal("commitment.changed-meanwhile");
        }

        work.Audit("commitment.changed", nameof(Commitment), id, new { from = new { before.DueOn, before.OwnerId }, to = new { after.DueOn, after.OwnerId } });
        await work.Commit();
        return Outcome.Ok;
    }

    /// <summary>Notes that a commitment was kept, or is given up. Null when there is none; refused like <see cref="CommitmentRules.End"/>, or with <c>commitment.changed-meanwhile</c>.</summary>
    public async Task<Outcome?> End(Actor actor, long organisation, long id, int version, string act, string? reason)
    {
        await using var work = await database.Write(actor);
        if (await CommitmentRepository.Find(work, organisation, id) is not { } commitment)
        {
            return null;
        }

        var to = CommitmentRules.End(actor, commitment, act, reason);
        if (to.Refused)
        {
            return to.Plain();
        }

        if (!await CommitmentRepository.End(work, commitment, to.Value, string.IsNullOrWhiteSpace(reason) ? null : reason.Trim(), version))
        {
            return new Refusal("commitment.changed-meanwhile");
        }

        work.Audit($"commitment.{act}", nameof(Commitment), id, new { organisation });
        await work.Commit();
        return Outcome.Ok;
    }

    /// <summary>Those who can follow a commitment up, by name.</summary>
    public static async Task<IReadOnlyList<Person>> Officers(UnitOfWork work) =>
        [.. (await PersonRepository.WithRole(work, Roles.FocalPoint)).Concat(await PersonRepository.WithRole(work, Roles.ProgrammeOfficer)).DistinctBy(person => person.Id).OrderBy(person => person.Name, StringComparer.OrdinalIgnoreCase)];
}
