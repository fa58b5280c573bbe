using GrantsPortal.Applications;
using GrantsPortal.Awards;
using GrantsPortal.Awards.Decisions;
using GrantsPortal.Awards.Letters;
using GrantsPortal.Calls;
using GrantsPortal.Organisations;
using GrantsPortal.People;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Checks;
using GrantsPortal.Reviews;
using Microsoft.Extensions.DependencyInjection;

namespace GrantsPortal.TestWorld;

/// <summary>What is recommended for one application of a test.</summary>
/// <param name="Outcome">Fund, fund in part, reserve or decline.</param>
/// <param name="AmountMinor">Amount in minor units; 1,000.00 unless told otherwise.</param>
/// <param name="By">How letters reach its organisation.</param>
public sealed record Wish(RecommendedOutcome Outcome, long AmountMinor = 100_000, LetterDelivery By = LetterDelivery.Email)
{
    /// <summary>Last day of the work that is applied for; it begins on 15 January 2027.</summary>
    public DateOnly EndsOn { get; init; } = new(2027, 12, 31);
}

/// <summary>An applicant of a test.</summary>
public sealed record Applicant(Organisation Organisation, Person Owner, Application Application);

/// <summary>A call whose list is recommended or proposed.</summary>
/// <param name="Call">The call, closed.</param>
/// <param name="Officer">Who recommends and proposes.</param>
/// <param name="Approver">Somebody who may decide.</param>
/// <param name="Applicants">In the order of the wishes.</param>
/// <param name="Decision">The decision; 0 while nothing is proposed.</param>
public sealed record Listing(Call Call, Actor Officer, Actor Approver, IReadOnlyList<Applicant> Applicants, long Decision = 0);

/// <summary>Decisions and awards.</summary>
public sealed partial class City
{
    /// <summary>Somebody with these roles, as use cases know them.</summary>
    public async Task<Actor> Staff(string name, params string[] roles) => As(await Person(name, roles), roles);

    /// <summary>A closed call with an application in review for each wish, everything recommended and nothing proposed.</summary>
    public async Task<Listing> Recommended(params Wish[] wishes)
    {
        var call = await OpenCall();
        var applicants = new List<Applicant>();
        foreach (var (wish, number) in wishes.Select((wish, i) => (wish, i + 1)))
        {
            var owner = await Person($"Owner {(char)('A' + number - 1)}");
            var organisation = await Organisation($"Group {(char)('A' + number - 1)}", owner);
            await Write(Actor.System, work => work.Execute(
                "UPDATE Organisation SET LettersBy = @by WHERE Id = @id", new { by = wish.By, id = organisation.Id }));
            applicants.Add(new Applicant(organisation, owner, await Submitted(call, organisation, owner, Math.Max(wish.AmountMinor, call.SmallestMinor), endsOn: wish.EndsOn)));
        }

        await Close(call);
        var officer = await Staff("Ola Officer", Roles.ProgrammeOfficer);
        foreach (var (applicant, wish) in applicants.Zip(wishes))
        {
            await InReview(applicant.Application);
            await Recommend(officer, applicant.Application, wish.Outcome, wish.AmountMinor);
        }

        return new Listing(await Again(call), officer, await Staff("Ada Approver", Roles.Approver), applicants);
    }

    /// <summary>Sends a submitted application to review.</summary>
    public Task<Application> InReview(Application application) => Write(Actor.System, async work =>
        (await ApplicationRepository.Move(work, (await ApplicationRepository.Find(work, application.Id))!, ApplicationStates.SendToReview)).Value);

    /// <summary>Recommends something in somebody's name, over whatever was recommended before.</summary>
    public Task<bool> Recommend(Actor by, Application application, RecommendedOutcome outcome, long amountMinor) => Write(by, async work =>
        await RecommendationRepository.Save(work, new Recommendation
        {
            ApplicationId = application.Id,
            CallId = application.CallId,
            Outcome = outcome,
            AmountMinor = outcome == RecommendedOutcome.Decline ? null : amountMinor,
            Reason = $"Because of what {application.Reference} would do",
            MadeBy = by.Person,
            MadeAt = work.Now,
            Version = (await RecommendationRepository.Find(work, application.Id))?.Version ?? 0,
        }));

    /// <summary>The same, proposed to the approver.</summary>
    public async Task<Listing> Proposed(params Wish[] wishes)
    {
        var listing = await Recommended(wishes);
        return listing with { Decision = (await Portal.Get<DecisionDesk>().Propose(listing.Officer, listing.Call.Id)).Value };
    }

    /// <summary>The same, approved; its letters wait.</summary>
    public async Task<Listing> Approved(params Wish[] wishes)
    {
        var listing = await Proposed(wishes);
        Done((await Portal.Get<DecisionDesk>().Approve(listing.Approver, listing.Decision, 1)).Refusals);
        return listing;
    }

    /// <summary>The same, with its letters sent.</summary>
    public async Task<Listing> Told(params Wish[] wishes)
    {
        var listing = await Approved(wishes);
        Done((await Portal.Get<Awards.Letters.LetterDesk>().Send(listing.Officer, listing.Decision, await Seen(listing.Decision))).Refusals);
        return listing;
    }

    /// <summary>What the page names before letters are sent.</summary>
    public Task<string> Seen(long decision) => Read(async work =>
        LetterRules.Fingerprint(await LetterRepository.OfDecision(work, decision), await LetterRepository.Recipients(work, decision)));

    /// <summary>The award of an applicant.</summary>
    public Task<Award> AwardOf(Applicant applicant) => Read(async work =>
        await AwardRepository.Find(work, await work.Scalar<long>("SELECT Id FROM Award WHERE ApplicationId = @id", new { id = applicant.Application.Id }))
        ?? throw new InvalidOperationException($"{applicant.Application.Reference} has no award."));

    /// <summary>An award that is offered to an organisation, with its Owner.</summary>
    public async Task<(Award Award, Applicant Applicant)> Offered(LetterDelivery by = LetterDelivery.Email)
    {
        var listing = await Told(new Wish(RecommendedOutcome.Fund, By: by));
        return (await AwardOf(listing.Applicants[0]), listing.Applicants[0]);
    }

    /// <summary>Where an application stands.</summary>
    public async Task<ApplicationState> StateOf(Applicant applicant) => (await Read(work => ApplicationRepository.Find(work, applicant.Application.Id)))!.State;

    /// <summary>What breaks an invariant of decisions and awards.</summary>
    public async Task<IReadOnlyList<string>> Broken()
    {
        var found = new List<string>();
        foreach (var invariant in Portal.Services.GetServices<IInvariant>().Where(invariant => invariant.GetType().Namespace!.StartsWith("GrantsPortal.Awards", StringComparison.Ordinal)))
        {
            found.AddRange(await Read(invariant.Check));
        }

        return found;
    }
}
