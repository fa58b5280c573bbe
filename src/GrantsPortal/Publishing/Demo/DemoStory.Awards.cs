using GrantsPortal.Applications;
using GrantsPortal.Awards;
using GrantsPortal.Awards.Decisions;
using GrantsPortal.Awards.Letters;
using GrantsPortal.Awards.Offers;
using GrantsPortal.Organisations;
using GrantsPortal.Platform;
using GrantsPortal.Reviews;
using GrantsPortal.Reviews.Scoring;

namespace GrantsPortal.Publishing.Demo;

/// <summary>How it is decided, and what organisations answer.</summary>
internal sealed partial class DemoStory
{
    /// <summary>What organisations did with their offers; those that are not named leave them unanswered.</summary>
    private static readonly Dictionary<string, string> Answered = new()
    {
        ["A bicycle and a neighbour"] = "start",
        ["The nineteenth language"] = "start",
        ["The parents’ room in the evening"] = "start",
        ["Three cups in every stairwell"] = "start",
        ["Songs on the landing"] = "start",
        ["Walking stewards"] = "accept",
        ["Light, locks and a bench"] = "start",
        ["Chandler Street keeps its door open"] = "start",
        ["The long table stays long"] = "ask",
        ["A safe Friday"] = "start",
        ["Vigil nights"] = "refuse",
        ["First check, then share"] = "await",
        ["The other side of the motion"] = "sign",
        ["Ask me in class"] = "accept",
    };

    private void Decide(string key, DateTimeOffset proposed, DateTimeOffset decided, DateTimeOffset letters)
    {
        At(proposed.AddDays(-1), () => Recommend(key));
        At(proposed, () => Propose(key, "Ranked by the panel on the evening before; nobody with a tie took part in the talk about that application."));
        At(decided, () => Approve(key));
        At(letters, () => SendLetters(key));
    }

    /// <summary>The list that waits for the approver: sent back once, mended, proposed again.</summary>
    private void SendBackOnce(string key)
    {
        At(Ago(9, 15), () => Moderate(Project(key, "Castle Hill Residents")));
        At(Ago(8), () => Recommend(key));
        At(Ago(7), () => Propose(key, null));
        At(Ago(5), () => SendBack(key, "Please say in two sentences why the summit is declined; its applicant sits on the city’s business board and will ask. And look at the amount for the hostel once more."));
        At(Ago(3, 11), () => Mend(Project(key, "Old Town Traders")));
        At(Ago(2, 15), () => Propose(key, "As the approver asked: the reason for declining the summit is written out, and the amount for the hostel was looked at and stays."));
    }

    private void Answer(string key, DateTimeOffset from)
    {
        foreach (var (index, project) in DemoProjects.Of(key).Where(project => Answered.ContainsKey(project.Title)).Index())
        {
            At(from.AddHours(26 * index), () => AnswerOffer(project, Answered[project.Title]));
        }
    }

    private async Task Recommend(string key)
    {
        var entries = new List<RecommendationEntry>();
        foreach (var ranked in await portal.Read(work => RankingReader.Read(work, _calls[key], Somebody("officer").Id)))
        {
            var project = DemoProjects.Of(key).First(one => _references.GetValueOrDefault(one) == ranked.Reference);
            var outcome = project.Quality switch
            {
                >= 3.05 => RecommendedOutcome.Fund,
                >= 2.85 => RecommendedOutcome.FundInPart,
                >= 2.4 => RecommendedOutcome.Reserve,
                _ => RecommendedOutcome.Decline,
            };
            long? part = outcome == RecommendedOutcome.FundInPart ? Math.Max(project.Asked * 8 / 10 / 50 * 50, (int)DemoCalls.Of(key).Smallest) * 100L : null;
            entries.Add(new RecommendationEntry(ranked.ApplicationId, outcome, part, DemoWords.Reason(outcome, project.Title), 0));
        }

        Saved(await portal.Get<RecommendationDesk>().Save(As("officer"), _calls[key], entries));
    }

    private async Task Mend(DemoProject project)
    {
        var application = (await portal.Read(work => ApplicationRepository.FindByReference(work, _references[project])))!;
        var before = (await portal.Read(work => RecommendationRepository.Find(work, application.Id)))!;
        Saved(await portal.Get<RecommendationDesk>().Save(As("officer"), application.CallId, [new RecommendationEntry(
            application.Id, RecommendedOutcome.Decline, null, "A conference with a dinner is not the conversation this call funds: it names no community with which there is tension, and no facilitator. The association may be a good partner for one of the others.", before.Version)]));
    }

    private static void Saved(RecommendationsSaved saved)
    {
        if (saved.Refusals.Count > 0)
        {
            throw Refused([.. saved.Refusals.Select(refusal => refusal.Refusal)]);
        }
    }

    private async Task Moderate(DemoProject project)
    {
        var application = (await portal.Read(work => ApplicationRepository.FindByReference(work, _references[project])))!;
        Done(await portal.Get<ModerationDesk>().Note(As("officer"), application.Id, "The two readers differed about the playground. They agreed that building it is what makes the talks worth having, and that the city’s parks team should lend the tools.", 0));
    }

    private async Task Propose(string key, string? note) => Done(await portal.Get<DecisionDesk>().Propose(As("officer"), _calls[key], note));

    private async Task Approve(string key)
    {
        var decision = await Newest(key);
        Done(await portal.Get<DecisionDesk>().Approve(As("approver"), decision.Id, decision.Version));
    }

    private async Task SendBack(string key, string note)
    {
        var decision = await Newest(key);
        Done(await portal.Get<DecisionDesk>().SendBack(As("approver"), decision.Id, decision.Version, note));
    }

    private async Task SendLetters(string key)
    {
        var decision = await Newest(key);
        var seen = await portal.Read(async work => LetterRules.Fingerprint(await LetterRepository.OfDecision(work, decision.Id), await LetterRepository.Recipients(work, decision.Id)));
        Done(await portal.Get<LetterDesk>().Send(As("officer"), decision.Id, seen));
    }

    private Task<Decision> Newest(string key) => portal.Read(async work => (await DecisionRepository.OfCall(work, _calls[key])).MaxBy(decision => decision.Id)!);

    private async Task AnswerOffer(DemoProject project, string answer)
    {
        var (owner, reference) = (OwnerOf(NameOf(project)), await AwardOf(project));
        var award = await Award(reference);
        if (answer == "refuse")
        {
            Done(await portal.Get<OfferDesk>().Refuse(As(owner), reference, award.Version, "Our treasurer has left the city, and we do not want to take money that nobody of us can account for. We hope to ask again next year.", portal.Now));
            return;
        }

        Done(await portal.Get<OfferDesk>().Accept(As(owner), reference, award.Version, Somebody(owner).Name, portal.Now));
        if (answer is "accept" or "start" or "ask")
        {
            portal.Clock.Pass(20);
            await CounterSign(reference);
        }

        if (answer == "ask")
        {
            portal.Clock.Pass(40);
            Done(await portal.Get<AwardDesk>().AskPublication(As(owner), reference, (await Award(reference)).Version, Publication.Unnamed, "Since the article about the langar we have had telephone calls at night. Please take our name out until that is over."));
        }
        else if (answer == "start")
        {
            portal.Clock.Pass(90);
            Done(await portal.Get<AwardDesk>().Activate(As("officer"), reference, (await Award(reference)).Version));
        }
    }

    private Task<string> AwardOf(DemoProject project) => portal.Read(async work =>
    {
        var application = (await ApplicationRepository.FindByReference(work, _references[project]))!;
        var awards = await AwardRepository.Of(work, Somebody(OwnerOf(NameOf(project))).Id);
        return awards.First(award => award.Title == application.Title).Reference;
    });

    private Task<Award> Award(string reference) => portal.Read(async work => (await AwardRepository.FindByReference(work, reference))!);
}
