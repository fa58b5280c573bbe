using GrantsPortal.Organisations;
using GrantsPortal.Partnerships;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;

namespace GrantsPortal.Response.Families;

/// <summary>Who follows an entry, and what becomes of it.</summary>
public sealed partial class FamilyDesk
{
    /// <summary>
    /// Says who follows it from now on, and who stands in. Whoever may read it may take it over. Refused with <c>incident.not-staff</c>, <c>family.changed-meanwhile</c>, at <c>FollowerId</c>
    /// <c>family.follower-missing</c>, or like <see cref="SupportRules.CheckFollowers"/>.
    /// </summary>
    public async Task<Outcome?> Follow(Actor actor, string reference, int version, long? follower, long? deputy)
    {
        await using var work = await database.Write(actor);
        if (await Readable(work, reference) is not { } support)
        {
            return null;
        }

        if (!SupportRules.MayAct(actor))
        {
            return new Refusal("incident.not-staff");
        }

        var officers = (await CommitmentDesk.Officers(work)).Select(person => person.Id).ToHashSet();
        if ((follower is null ? [new Refusal("family.follower-missing").At("FollowerId")] : SupportRules.CheckFollowers(follower, deputy, officers)) is { Count: > 0 } wrong)
        {
            return Outcome.Refuse(wrong);
        }

        if (!await FamilyRepository.Follow(work, support.Id, version, follower, deputy))
        {
            return new Refusal("family.changed-meanwhile");
        }

        work.Audit("family.follower", nameof(FamilySupport), support.Id, new { from = support.FollowerId, to = follower, deputy });
        await Tell(work, support, follower == support.FollowerId ? [] : [follower], FamilyEntryTold.Yours);
        await Tell(work, support, deputy == support.DeputyId ? [] : [deputy], FamilyEntryTold.Deputy);
        await work.Commit();
        return Outcome.Ok;
    }

    /// <summary>
    /// Moves it. When it is met or ended, the reviews of weeks 12 and 52 stay unless they are dropped with a reason; when it is taken up again, those still to come are planned anew.
    /// Refused with <c>incident.not-staff</c>, <c>family.changed-meanwhile</c>, or like <see cref="SupportRules.Move"/>.
    /// </summary>
    public async Task<Outcome?> Move(Actor actor, string reference, int version, SupportMove move, string? answeredFor)
    {
        await using var work = await database.Write(actor);
        if (await Readable(work, reference) is not { } support)
        {
            return null;
        }

        if (!SupportRules.MayAct(actor))
        {
            return new Refusal("incident.not-staff");
        }

        var to = SupportRules.Move(support, move);
        if (to.Refused)
        {
            return to.Plain();
        }

        if (await words.Against(work, support.OrganisationId, answeredFor, new FamilyText("Outcome", move.Outcome), new FamilyText("DropReason", move.DropReviews ? move.DropReason : null)) is { Count: > 0 } wrong)
        {
            return Outcome.Refuse(wrong);
        }

        return await Moved(work, support, to.Value, move, version);
    }

    /// <summary>A member takes back what is offered, or offers it again. Null when it is not theirs; refused with <c>organisation.viewers-read</c>, <c>family.changed-meanwhile</c>, or like <see cref="SupportRules.Move"/>.</summary>
    public async Task<Outcome?> MoveOwn(Actor actor, string slug, string reference, string act)
    {
        await using var work = await database.Write(actor);
        if (await OrganisationRepository.FindFor(work, slug, actor.Person) is not { } partner || await OrganisationRepository.MembershipOf(work, partner.Id, actor.Person) is not { } me
            || await FamilyRepository.FindOf(work, partner.Id, reference) is not { Side: SupportSide.Offered } support || act is not (SupportStates.Withdraw or SupportStates.OfferAgain))
        {
            return null;
        }

        if (!me.MayEdit)
        {
            return new Refusal("organisation.viewers-read");
        }

        var move = new SupportMove(act);
        var to = SupportRules.Move(support, move);
        return to.Refused ? to.Plain() : await Moved(work, support, to.Value, move, support.Version);
    }

    private async Task<Outcome> Moved(UnitOfWork work, FamilySupport support, SupportState to, SupportMove move, int version)
    {
        var over = SupportStates.IsOver(to);
        if (!await FamilyRepository.Move(work, support, to, over ? move.Outcome?.Trim().ReplaceLineEndings("\n") ?? "" : "", version))
        {
            return new Refusal("family.changed-meanwhile");
        }

        var today = Today(work);
        if (over)
        {
            var reviews = (await ReviewRepository.Of(work, [support.Id])).Where(review => review.IsOpen).ToList();
            var all = move.DropReviews || to == SupportState.Withdrawn;
            await ReviewRepository.Drop(work, [.. reviews.Where(review => all || !ReviewRules.StaysAfterEnd(review, today)).Select(review => review.Id)], move.DropReviews ? move.DropReason!.Trim() : "", today);
        }
        else if (support.IsOver)
        {
            await ReviewRepository.TakeUp(work, support.Id, today);
        }

        if (move.Act == SupportStates.Follow && support.FollowerId is null && work.Actor.PersonId is { } person)
        {
            await FamilyRepository.Follow(work, support.Id, version + 1, person, support.DeputyId == person ? null : support.DeputyId);
        }

        work.Audit($"family.{move.Act}", nameof(FamilySupport), support.Id, new { from = support.State, to, move.DropReviews });
        await work.Commit();
        return Outcome.Ok;
    }
}
