using GrantsPortal.Organisations.Members;
using GrantsPortal.People;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;

namespace GrantsPortal.Organisations.Signing;

/// <summary>
/// Owners decide how many of them sign for the organisation; every Owner is told. Offers that stand keep the rule they
/// were made under. Every act answers null when the actor is no member of the organisation.
/// </summary>
public sealed class SigningDesk(PortalDatabase database)
{
    /// <summary>Asks for two signatures from now on. Refused as <see cref="SigningRules.Tighten"/> says.</summary>
    public Task<Outcome?> Tighten(Actor actor, long organisation) => Within(actor, organisation, SigningChange.Tightened, async (work, me, signing) =>
        SigningRules.Tighten(me.Role, signing.SigningRule, await Owners(work, me)) is { } refusal ? refusal
        : await SigningRepository.Tighten(work, organisation) ? Outcome.Ok : new Refusal("signing.already"));

    /// <summary>Asks that one signature be enough again. Refused as <see cref="SigningRules.AskLoosening"/> says.</summary>
    public Task<Outcome?> AskLoosening(Actor actor, long organisation) => Within(actor, organisation, SigningChange.Asked, async (work, me, signing) =>
        SigningRules.AskLoosening(me.Role, signing) is { } refusal ? refusal
        : await SigningRepository.AskLoosening(work, organisation) ? Outcome.Ok : new Refusal("signing.asked-already"));

    /// <summary>
    /// Agrees, as a second Owner, that one signature is enough. Refused as <see cref="SigningRules.Loosen"/> says, or with
    /// <c>signing.not-asked</c> when who asked is no Owner any more.
    /// </summary>
    public Task<Outcome?> Loosen(Actor actor, long organisation) => Within(actor, organisation, SigningChange.Loosened, async (work, me, signing) =>
        SigningRules.Loosen(me.Role, signing, me.PersonId) is { } refusal ? refusal
        : await SigningRepository.Loosen(work, organisation) ? Outcome.Ok : new Refusal("signing.not-asked"));

    /// <summary>Drops a request to loosen: taken back by who asked, or turned down by another. Refused with <c>signing.owners-only</c>, <c>signing.not-asked</c>.</summary>
    public Task<Outcome?> Drop(Actor actor, long organisation) => Within(actor, organisation, SigningChange.Dropped, async (work, me, _) =>
        !me.IsOwner ? new Refusal("signing.owners-only")
        : await SigningRepository.Drop(work, organisation) ? Outcome.Ok : new Refusal("signing.not-asked"));

    private async Task<Outcome?> Within(Actor actor, long organisation, SigningChange change, Func<UnitOfWork, Membership, StandingRule, Task<Outcome>> act)
    {
        await using var work = await database.Write(actor);
        await OrganisationRepository.Lock(work, organisation);
        if (await OrganisationRepository.MembershipOf(work, organisation, actor.Person) is not { } me)
        {
            return null;
        }

        var outcome = await act(work, me, (await SigningRepository.Find(work, organisation))!);
        if (outcome.Refused)
        {
            return outcome;
        }

        work.Audit($"signing.{change.ToString().ToLowerInvariant()}", "Organisation", organisation);
        foreach (var owner in await OrganisationRepository.People(work, organisation, MemberRole.Owner))
        {
            work.Mail(owner.AsRecipient(), new SigningRuleChanged(me.OrganisationName, change.ToString(), actor.Name, OrganisationRoutes.Signing(me.OrganisationSlug)), "Organisation", organisation);
        }

        await work.Commit();
        return Outcome.Ok;
    }

    private static async Task<int> Owners(UnitOfWork work, Membership me) =>
        1 + await MemberRepository.OtherOwners(work, me.OrganisationId, me.PersonId);
}
