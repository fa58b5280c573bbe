using GrantsPortal.Awards;
using GrantsPortal.Organisations;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;

namespace GrantsPortal.DueDiligence.Funding;

/// <summary>Keeps what other funding was asked and received for the same work; officers and the organisation's Owners and Editors write it down.</summary>
public sealed class FundingDesk(PortalDatabase database)
{
    /// <summary>
    /// Adds other funding, or changes it when an id and version are given. Refused as <see cref="FundingRules.Check"/> says, with
    /// <c>award.unknown</c>, <c>funding.unknown</c> or <c>funding.changed-meanwhile</c>.
    /// </summary>
    public async Task<Outcome> Save(Actor actor, string reference, FundingText text, long? id = null, int version = 0)
    {
        await using var work = await database.Write(actor);
        var read = await Writable(work, reference, text);
        if (read.Refused)
        {
            return read.Plain();
        }

        var award = read.Value;
        if (id is { } known && await FundingRepository.Find(work, known, award.Id) is null)
        {
            return new Refusal("funding.unknown");
        }

        var funding = new OtherFunding
        {
            Id = id ?? work.NewId(),
            AwardId = award.Id,
            Kind = text.Kind!.Value,
            Giver = text.Giver!.Trim(),
            State = text.State!.Value,
            AmountMinor = new Money(text.Amount!.Value, award.Currency).Minor,
            Currency = award.Currency,
            ForWhat = text.ForWhat!.Trim(),
            AnswerBy = text.State == FundingState.Asked ? text.AnswerBy : null,
        };
        if (id is null)
        {
            await FundingRepository.Insert(work, funding);
        }
        else if (!await FundingRepository.Update(work, funding, version))
        {
            return new Refusal("funding.changed-meanwhile");
        }

        work.Audit(id is null ? "funding.added" : "funding.changed", "Award", award.Id, new { funding.Id, funding.Kind, funding.State, funding.AmountMinor });
        await work.Commit();
        return Outcome.Ok;
    }

    /// <summary>Takes other funding out. Refused with <c>award.unknown</c>, <c>funding.not-yours</c>, <c>funding.unknown</c> or <c>funding.changed-meanwhile</c>.</summary>
    public async Task<Outcome> Remove(Actor actor, string reference, long id, int version)
    {
        await using var work = await database.Write(actor);
        if (await Reachable(work, reference) is not { } award)
        {
            return new Refusal("award.unknown");
        }

        var role = (await OrganisationRepository.MembershipOf(work, award.OrganisationId, actor.Person))?.Role;
        if (!actor.Is(Roles.ProgrammeOfficer) && role is not (MemberRole.Owner or MemberRole.Editor))
        {
            return new Refusal("funding.not-yours");
        }

        if (await FundingRepository.Find(work, id, award.Id) is null)
        {
            return new Refusal("funding.unknown");
        }

        if (!await FundingRepository.Remove(work, id, award.Id, version))
        {
            return new Refusal("funding.changed-meanwhile");
        }

        work.Audit("funding.removed", "Award", award.Id, new { id });
        await work.Commit();
        return Outcome.Ok;
    }

    private static async Task<Outcome<Award>> Writable(UnitOfWork work, string reference, FundingText text)
    {
        if (await Reachable(work, reference) is not { } award)
        {
            return new Refusal("award.unknown");
        }

        var role = (await OrganisationRepository.MembershipOf(work, award.OrganisationId, work.Actor.Person))?.Role;
        var wrong = FundingRules.Check(work.Actor, role, text, award.Currency);
        return wrong.Count > 0 ? Outcome<Award>.Refuse(wrong) : award;
    }

    private static Task<Award?> Reachable(UnitOfWork work, string reference) =>
        work.Actor.Is(Roles.ProgrammeOfficer) ? AwardRepository.FindByReference(work, reference) : AwardRepository.FindFor(work, reference, work.Actor.Person);
}
