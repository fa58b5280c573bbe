using GrantsPortal.Awards.Offers;
using GrantsPortal.Organisations;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using Microsoft.Extensions.Options;

namespace GrantsPortal.Awards.Variations;

/// <summary>Moves money between budget lines at once, where the set share allows it.</summary>
public sealed class MovementDesk(PortalDatabase database, IOptions<AwardOptions> options)
{
    /// <summary>
    /// Records a movement and tells the officer. Refused as <see cref="MovementRules.MayMove"/>, <see cref="MovementRules.Check"/> and
    /// <see cref="VariationRules.CheckReason"/> say, with <c>award.unknown</c> or <c>award.changed-meanwhile</c>.
    /// </summary>
    /// <param name="actor">A member of the organisation.</param>
    /// <param name="reference">The award.</param>
    /// <param name="from">Number of the line that gives.</param>
    /// <param name="to">Number of the line that gains.</param>
    /// <param name="amountMinor">How much, in minor units.</param>
    /// <param name="reason">Why.</param>
    public async Task<Outcome> Move(Actor actor, string reference, int? from, int? to, long amountMinor, string? reason)
    {
        await using var work = await database.Write(actor);
        if (await AwardRepository.FindFor(work, reference, actor.Person) is not { Source: RecordSource.Portal } award)
        {
            return new Refusal("award.unknown");
        }

        var role = (await OrganisationRepository.MembershipOf(work, award.OrganisationId, actor.Person))?.Role;
        if (MovementRules.MayMove(award, role, await VariationRepository.Asked(work, award.Id) is not null) is { } refusal)
        {
            return refusal;
        }

        var lines = await BudgetLineRepository.Of(work, award.Id);
        List<Refusal> wrong = [.. MovementRules.Check(lines, from, to, amountMinor, options.Value.MovementShare, award.Currency)];
        if (VariationRules.CheckReason(reason) is { } unsaid)
        {
            wrong.Add(unsaid);
        }

        if (wrong.Count > 0)
        {
            return Outcome.Refuse(wrong);
        }

        // The award's version goes up, so that a movement and an approval never pass one another unseen.
        if (!await AwardRepository.Touch(work, award) || !await MovementRepository.Take(work, award.Id, from!.Value, amountMinor)
            || !await MovementRepository.Give(work, award.Id, to!.Value, amountMinor))
        {
            return new Refusal("award.changed-meanwhile");
        }

        await MovementRepository.Insert(work, new BudgetMovement
        {
            Id = work.NewId(),
            AwardId = award.Id,
            Since = (await VariationRepository.Approved(work, award.Id)).LastNumber,
            FromLine = from.Value,
            ToLine = to.Value,
            AmountMinor = amountMinor,
            Reason = reason!.Trim(),
            MovedBy = actor.Person,
            MovedAt = work.Now,
        });
        work.Audit("award.budget-moved", "Award", award.Id, new { from, to, amountMinor });
        string Name(int number) => lines.First(line => line.Number == number).Name;
        await AwardMail.ToOfficer(work, award, new BudgetMoved(award.Reference, award.OrganisationName, Money.FromMinor(amountMinor, award.Currency), Name(from.Value), Name(to.Value), reason.Trim(), AwardRoutes.Variations(award.Reference)));
        await work.Commit();
        return Outcome.Ok;
    }
}
