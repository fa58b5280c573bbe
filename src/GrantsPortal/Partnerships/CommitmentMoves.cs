using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;

namespace GrantsPortal.Partnerships;

/// <summary>What noting commitments does, within somebody's unit of work.</summary>
public static class CommitmentMoves
{
    /// <summary>
    /// What is wrong with a commitment: refused like <see cref="CommitmentRules.Check"/>, or with <c>commitment.owner-missing</c> at <c>OwnerId</c>
    /// for somebody who keeps no partnerships.
    /// </summary>
    public static async Task<IReadOnlyList<Refusal>> Against(UnitOfWork work, CommitmentPlan plan, DateOnly today)
    {
        var wrong = CommitmentRules.Check(work.Actor, plan, today);
        return wrong.Count == 0 && (await CommitmentDesk.Officers(work)).All(person => person.Id != plan.OwnerId) ? [new Refusal("commitment.owner-missing").At("OwnerId")] : wrong;
    }

    /// <summary>Keeps commitments that <see cref="Against"/> lets pass, with their audit entries.</summary>
    public static async Task Note(UnitOfWork work, CommitmentSource source, IReadOnlyList<CommitmentPlan> plans, DateOnly today)
    {
        foreach (var plan in plans)
        {
            var commitment = With(new Commitment { Id = work.NewId(), OrganisationId = plan.OrganisationId, Origin = source.Kind, OriginId = source.Id, OriginTitle = source.Title, RemindedOn = today }, plan);
            await CommitmentRepository.Insert(work, commitment);
            work.Audit("commitment.noted", nameof(Commitment), commitment.Id, new { commitment.OrganisationId, commitment.MadeBy, commitment.DueOn, source.Kind, source = source.Id });
        }
    }

    /// <summary>A commitment as a plan has it.</summary>
    public static Commitment With(Commitment commitment, CommitmentPlan plan) =>
        commitment with { MadeBy = plan.MadeBy, What = plan.What.Trim(), DueOn = plan.DueOn!.Value, OwnerId = plan.OwnerId!.Value };
}
