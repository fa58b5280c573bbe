using GrantsPortal.Awards.Offers;
using GrantsPortal.Organisations;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;

namespace GrantsPortal.Awards;

/// <summary>What officers do with an award, and what its members may ask.</summary>
public sealed class AwardDesk(PortalDatabase database)
{
    /// <summary>Starts an accepted award. Refused with <c>decision.not-officer</c>, <c>award.unknown</c>, <c>state.not-from-here</c> or <c>award.changed-meanwhile</c>.</summary>
    public async Task<Outcome> Activate(Actor actor, string reference, int version)
    {
        if (!actor.Is(Roles.ProgrammeOfficer))
        {
            return new Refusal("decision.not-officer");
        }

        await using var work = await database.Write(actor);
        if (await AwardRepository.FindByReference(work, reference) is not { } award)
        {
            return new Refusal("award.unknown");
        }

        var to = AwardStates.Table.Move(award.State, AwardStates.Activate);
        if (to.Refused)
        {
            return to.Plain();
        }

        if (!await AwardRepository.Move(work, award with { Version = version }, to.Value))
        {
            return new Refusal("award.changed-meanwhile");
        }

        work.Audit("award.activated", "Award", award.Id, new { from = award.State, to = to.Value });
        await work.Commit();
        return Outcome.Ok;
    }

    /// <summary>
    /// Sets how much the public reads, with a reason, and so answers a request that waits. Refused with
    /// <c>decision.not-officer</c>, <c>award.unknown</c>, <c>award.changed-meanwhile</c>, or as <see cref="AwardRules.CheckReason"/> says.
    /// </summary>
    public async Task<Outcome> Publish(Actor actor, string reference, int version, Publication publication, string? reason)
    {
        if (!actor.Is(Roles.ProgrammeOfficer))
        {
            return new Refusal("decision.not-officer");
        }

        if (AwardRules.CheckReason(reason) is { } wrong)
        {
            return wrong;
        }

        await using var work = await database.Write(actor);
        if (await AwardRepository.FindByReference(work, reference) is not { } award)
        {
            return new Refusal("award.unknown");
        }

        if (!await AwardRepository.Publish(work, award with { Version = version }, publication, reason!.Trim()))
        {
            return new Refusal("award.changed-meanwhile");
        }

        work.Audit("award.publication-set", "Award", award.Id, new { from = award.Publication, to = publication, asked = award.PublicationAsked });
        if (award.PublicationAsked is not null)
        {
            await AwardMail.ToMembers(work, award, new PublicationAnswered(award.Reference, publication.ToString(), reason.Trim(), AwardRoutes.Mine(award.Reference)));
        }

        await work.Commit();
        return Outcome.Ok;
    }

    /// <summary>
    /// Asks that less be published; until an officer answers, the safer of the two is in force. Refused as
    /// <see cref="AwardRules.MayAsk"/> and <see cref="AwardRules.CheckReason"/> say, with <c>award.unknown</c> or <c>award.changed-meanwhile</c>.
    /// </summary>
    public async Task<Outcome> AskPublication(Actor actor, string reference, int version, Publication wanted, string? reason)
    {
        await using var work = await database.Write(actor);
        if (await AwardRepository.FindFor(work, reference, actor.Person) is not { } award)
        {
            return new Refusal("award.unknown");
        }

        var membership = await OrganisationRepository.MembershipOf(work, award.OrganisationId, actor.Person);
        if ((AwardRules.MayAsk(award, membership?.Role, wanted) ?? AwardRules.CheckReason(reason)) is { } refusal)
        {
            return refusal;
        }

        if (!await AwardRepository.AskPublication(work, award with { Version = version }, wanted, reason!.Trim()))
        {
            return new Refusal("award.changed-meanwhile");
        }

        work.Audit("award.publication-asked", "Award", award.Id, new { set = award.Publication, asked = wanted });
        await work.Commit();
        return Outcome.Ok;
    }
}
