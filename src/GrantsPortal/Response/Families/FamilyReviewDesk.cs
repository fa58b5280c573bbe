using GrantsPortal.Organisations;
using GrantsPortal.Partnerships;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using Microsoft.Extensions.Options;

namespace GrantsPortal.Response.Families;

/// <summary>Looks at entries again, and puts what is asked for together with what is offered. Acts answer null when there is no such thing, or the actor may not read it.</summary>
public sealed class FamilyReviewDesk(PortalDatabase database, FamilyWords words, IOptions<PortalOptions> portal)
{
    /// <summary>Writes down what a review found; what was asked for and only noted is followed up from then on. Refused like <see cref="ReviewRules.Check"/>, with <c>family.changed-meanwhile</c>, or for what looks like personal data.</summary>
    public async Task<Outcome?> Do(Actor actor, string reference, int week, int version, ReviewPlan plan, string? answeredFor)
    {
        await using var work = await database.Write(actor);
        if (await Readable(work, reference) is not ({ } support, { } sight) || await Review(work, support, week) is not { } review)
        {
            return null;
        }

        IReadOnlyList<Refusal> wrong =
        [
            .. ReviewRules.Check(sight.Follows(support), review, plan),
            .. await words.Against(work, support.OrganisationId, answeredFor, new FamilyText("Said", plan.Said), new FamilyText("NextStep", plan.NextStep)),
        ];
        if (wrong.Count > 0)
        {
            return Outcome.Refuse(wrong);
        }

        // What somebody has looked at is followed up.
        if (!await ReviewRepository.Do(work, review, plan, Today(work), version)
            || (support is { Side: SupportSide.Asked, State: SupportState.Open } && !await FamilyRepository.Move(work, support, SupportStates.Table.Move(support.State, SupportStates.Follow).Value, "", support.Version)))
        {
            return new Refusal("family.changed-meanwhile");
        }

        work.Audit("family.reviewed", nameof(FamilySupport), support.Id, new { review.Week, plan.Standing, review.DueOn });
        await work.Commit();
        return Outcome.Ok;
    }

    /// <summary>A member says how it goes. Null when the entry is not theirs; refused with <c>organisation.viewers-read</c>, like <see cref="ReviewRules.CheckAnswer"/>, or for what looks like personal data.</summary>
    public async Task<Outcome?> Answer(Actor actor, string slug, string reference, int week, SupportStanding? standing, string? said, string? answeredFor)
    {
        await using var work = await database.Write(actor);
        if (await Own(work, slug, reference) is not ({ } support, { } me) || await Review(work, support, week) is not { } review)
        {
            return null;
        }

        if (!me.MayEdit)
        {
            return new Refusal("organisation.viewers-read");
        }

        if (ReviewRules.CheckAnswer(review, standing, said) is { Count: > 0 } wrong)
        {
            return Outcome.Refuse(wrong);
        }

        if (await words.Against(work, support.OrganisationId, answeredFor, new FamilyText("Words", said)) is { Count: > 0 } personal)
        {
            return Outcome.Refuse(personal);
        }

        if (!await ReviewRepository.Answer(work, review, standing!.Value, said?.Trim() ?? ""))
        {
            return new Refusal("family.review-over");
        }

        work.Audit("family.partner-said", nameof(FamilySupport), support.Id, new { review.Week, standing });
        await FamilyDesk.Tell(work, support, await FamilyDesk.ActingFor(work, support, Today(work)), FamilyEntryTold.Answered);
        await work.Commit();
        return Outcome.Ok;
    }

    /// <summary>
    /// Asks the partner of an offer whether it takes on what is asked for, by an e-mail that says nothing and a page behind sign-in. Refused with <c>incident.not-staff</c>,
    /// <c>family.unfit</c>, <c>family.text-long</c> (most) or what looks like personal data at <c>Words</c>.
    /// </summary>
    public async Task<Outcome?> Match(Actor actor, string reference, string offer, string? told, string? answeredFor)
    {
        await using var work = await database.Write(actor);
        if (await Readable(work, reference) is not ({ } support, _) || await Readable(work, offer) is not ({ } offered, _))
        {
            return null;
        }

        if (!SupportRules.MayAct(actor))
        {
            return new Refusal("incident.not-staff");
        }

        if (told?.Trim().Length > ReviewRules.Characters)
        {
            return new Refusal("family.text-long", ReviewRules.Characters).At("Words");
        }

        if (await words.Against(work, support.OrganisationId, answeredFor, new FamilyText("Words", told)) is { Count: > 0 } personal)
        {
            return Outcome.Refuse(personal);
        }

        if (FamilyMatchRules.Proposals(support, [offered]).Count == 0 || await FamilyMatchRepository.Insert(work, support.Id, offered.Id, told?.Trim() ?? "") is not { } match)
        {
            return new Refusal("family.unfit");
        }

        work.Audit("family.matched", nameof(FamilySupport), support.Id, new { offer = offered.Id, match });
        await Ask(work, offered);
        await work.Commit();
        return Outcome.Ok;
    }

    /// <summary>
    /// A member says whether they take it on: then the offer is in use and what is asked for followed up. Null when it is not theirs; refused with <c>organisation.viewers-read</c>,
    /// <c>family.changed-meanwhile</c>, or from the state table.
    /// </summary>
    public async Task<Outcome?> Reply(Actor actor, string slug, string reference, long id, bool agrees)
    {
        await using var work = await database.Write(actor);
        if (await Own(work, slug, reference) is not ({ } offered, { } me) || await FamilyMatchRepository.Find(work, id) is not { } match || match.OfferId != offered.Id || await FamilyRepository.Find(work, match.AskId) is not { } ask)
        {
            return null;
        }

        if (!me.MayEdit)
        {
            return new Refusal("organisation.viewers-read");
        }

        var to = FamilyMatchStates.Table.Move(match.State, agrees ? FamilyMatchStates.Agree : FamilyMatchStates.Decline);
        if (to.Refused)
        {
            return to.Plain();
        }

        if (!await FamilyMatchRepository.Answer(work, match, to.Value)
            || (agrees && offered.State == SupportState.Open && !await FamilyRepository.Move(work, offered, SupportStates.Table.Move(offered.State, SupportStates.Use).Value, "", offered.Version))
            || (agrees && ask.State == SupportState.Open && !await FamilyRepository.Move(work, ask, SupportStates.Table.Move(ask.State, SupportStates.Follow).Value, "", ask.Version)))
        {
            return new Refusal("family.changed-meanwhile");
        }

        work.Audit(agrees ? "family.match-agreed" : "family.match-declined", nameof(FamilySupport), ask.Id, new { offer = offered.Id, match = id });
        await FamilyDesk.Tell(work, ask, await FamilyDesk.ActingFor(work, ask, Today(work)), agrees ? FamilyEntryTold.Agreed : FamilyEntryTold.Declined);
        await work.Commit();
        return Outcome.Ok;
    }

    /// <summary>Writes to a partner's Owners that there is something to answer; how many were written to.</summary>
    internal static async Task<int> Ask(UnitOfWork work, FamilySupport support) => await Ask(work, support.OrganisationId, support.IsDrill, FamilyRoutes.MineShow(support.OrganisationSlug, support.Reference), support.Id);

    /// <summary>The same by what a review knows of its entry.</summary>
    internal static async Task<int> Ask(UnitOfWork work, long organisation, bool isDrill, string path, long? related)
    {
        var owners = await PartnerAddresses.Owners(work, organisation);
        foreach (var owner in owners)
        {
            work.Mail(owner, new FamilyNotice(isDrill, path), nameof(FamilySupport), related);
        }

        return owners.Count;
    }

    private DateOnly Today(UnitOfWork work) => Instants.DayOf(work.Now, portal.Value.Zone);

    private async Task<(FamilySupport? Support, FamilySight? Sight)> Readable(UnitOfWork work, string reference)
    {
        if (await FamilyRepository.Find(work, reference) is not { } support)
        {
            return (null, null);
        }

        var sight = await FamilySight.Of(work, work.Actor, [support.OrganisationId], Today(work));
        return sight.May(support) ? (support, sight) : (null, null);
    }

    private static async Task<(FamilySupport? Support, Membership? Me)> Own(UnitOfWork work, string slug, string reference) =>
        await OrganisationRepository.FindFor(work, slug, work.Actor.Person) is { } partner && await OrganisationRepository.MembershipOf(work, partner.Id, work.Actor.Person) is { } me
            ? (await FamilyRepository.FindOf(work, partner.Id, reference), me)
            : (null, null);

    private static async Task<FamilyReview?> Review(UnitOfWork work, FamilySupport support, int week) =>
        (await ReviewRepository.Of(work, [support.Id])).FirstOrDefault(review => review.Week == week);
}
