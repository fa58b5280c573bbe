using GrantsPortal.Awards;
using GrantsPortal.Awards.Agreements;
using GrantsPortal.Awards.Conditions;
using GrantsPortal.Awards.Letters;
using GrantsPortal.Awards.Offers;
using GrantsPortal.Calls.Agreements;
using GrantsPortal.Organisations;
using GrantsPortal.Organisations.Signing;
using GrantsPortal.People;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Text;
using GrantsPortal.Reviews;

namespace GrantsPortal.TestWorld;

/// <summary>An award offered to an organisation whose rule asks for two Owners.</summary>
public sealed record OfferToTwo(Award Award, Applicant Applicant, Person First, Person Second, Listing Listing);

/// <summary>Agreements and conditions.</summary>
public sealed partial class City
{
    /// <summary>An award offered to an organisation of two Owners, both of whom have to sign.</summary>
    public async Task<OfferToTwo> OfferedToTwo()
    {
        var listing = await Approved(new Wish(RecommendedOutcome.Fund));
        var applicant = listing.Applicants[0];
        var second = await Person("Second Owner");
        await Member(applicant.Organisation, second, MemberRole.Owner);
        Done((await Portal.Get<SigningDesk>().Tighten(Acting(applicant.Owner), applicant.Organisation.Id))!.Value.Refusals);
        Done((await Portal.Get<LetterDesk>().Send(listing.Officer, listing.Decision, await Seen(listing.Decision))).Refusals);
        return new OfferToTwo(await AwardOf(applicant), applicant, applicant.Owner, second, listing);
    }

    /// <summary>An award that one Owner accepted, from a call whose awards start with these conditions.</summary>
    public async Task<(Award Award, Applicant Applicant, Listing Listing)> AcceptedWith(params ConditionKind[] kinds)
    {
        var listing = await Recommended(new Wish(RecommendedOutcome.Fund));
        await Needing(listing, kinds);
        listing = listing with { Decision = (await Portal.Get<Awards.Decisions.DecisionDesk>().Propose(listing.Officer, listing.Call.Id)).Value };
        Done((await Portal.Get<Awards.Decisions.DecisionDesk>().Approve(listing.Approver, listing.Decision, 1)).Refusals);
        Done((await Portal.Get<LetterDesk>().Send(listing.Officer, listing.Decision, await Seen(listing.Decision))).Refusals);
        var award = await AwardOf(listing.Applicants[0]);
        Done((await Portal.Get<OfferDesk>().Accept(As(listing.Applicants[0].Owner), award.Reference, award.Version, "Amina Yusuf", Now)).Refusals);
        return (await AwardOf(listing.Applicants[0]), listing.Applicants[0], listing);
    }

    /// <summary>Has awards of a call start with conditions before their first payment.</summary>
    public async Task Needing(Listing listing, params ConditionKind[] kinds)
    {
        foreach (var kind in kinds)
        {
            Done((await Portal.Get<CallConditionDesk>().Save(
                listing.Officer, new CallCondition { CallId = listing.Call.Id, Title = Words.Of($"Needed: {kind}"), Detail = Words.Of(null), DueDays = 30 }, kind)).Refusals);
        }
    }

    /// <summary>The documents of an award.</summary>
    public Task<IReadOnlyList<AwardDocument>> DocumentsOf(Award award) => Read(work => AwardDocumentRepository.Of(work, award.Id));

    /// <summary>The conditions of an award.</summary>
    public Task<IReadOnlyList<AwardCondition>> ConditionsOf(Award award) => Read(work => ConditionRepository.Of(work, award.Id));
}
