using System.Net;
using AngleSharp.Html.Dom;
using GrantsPortal.Applications;
using GrantsPortal.Awards;
using GrantsPortal.Faults.Tests.Mail;
using GrantsPortal.People;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Mail;
using GrantsPortal.Reviews;
using GrantsPortal.TestWorld;
using Xunit;

namespace GrantsPortal.Faults.Tests.Acts;

/// <summary>
/// The portal is killed at any moment while people submit, decide and send letters: what was answered with success is
/// kept, and everything else has happened whole or not at all.
/// </summary>
public sealed class KilledWhileActingTests : MailTests
{
    private const int Drafts = 24;
    private const int Kills = 3;

    [Fact]
    public async Task No_submission_that_was_confirmed_is_lost_and_none_is_half_kept()
    {
        var city = Keep(new City());
        var owner = await city.Person("Amal Owner");
        var organisation = await city.Organisation("Bread Circle", owner);
        var call = await city.OpenCall();
        for (var i = 0; i < Drafts; i++)
        {
            await city.Answered(call, await city.Draft(call, organisation, owner), owner);
        }

        await Dated(city, closesInDays: 30);
        var confirmed = new HashSet<string>();
        for (var run = 0; run <= Kills; run++)
        {
            using var portal = await PortalProcess.Start(city.Portal.Folder, ("Jobs:Enabled", "false"));
            using var visitor = portal.Visitor();
            await visitor.SignIn(owner);
            var pages = new List<(string Reference, IHtmlDocument Page)>();
            foreach (var reference in await In(city, ApplicationState.Draft))
            {
                pages.Add((reference, await visitor.Open(ApplicationRoutes.Check(reference))));
            }

            var presses = pages.Select(page => (page.Reference, Answer: Confirmed(visitor.Send(page.Page, "Submit application")))).ToList();
            if (run < Kills)
            {
                await Task.Delay(Random.Shared.Next(20, 200));
                portal.Kill();
            }

            foreach (var (reference, answer) in presses)
            {
                if (await answer)
                {
                    confirmed.Add(reference);
                }
            }

            Assert.Empty(confirmed.Except(await In(city, ApplicationState.Submitted)));
        }

        Assert.Equal(Drafts, (await In(city, ApplicationState.Submitted)).Count);
        Assert.Equal(Drafts, await city.Read(work => work.Scalar<long>("SELECT COUNT(DISTINCT RelatedId) FROM OutboxMessage WHERE Template = 'ApplicationReceived'")));
        Assert.Equal(Drafts, await city.Read(work => work.Scalar<long>("SELECT COUNT(*) FROM OutboxMessage WHERE Template = 'ApplicationReceived'")));
        await Verified(city);
    }

    [Fact]
    public async Task A_decision_and_its_letters_happen_whole_or_not_at_all_and_no_letter_is_sent_twice()
    {
        var server = Server("--delay", "0.03");
        var city = City(server);
        var listings = new List<Listing>();
        for (var i = 0; i < Kills; i++)
        {
            listings.Add(await city.Proposed(new(RecommendedOutcome.Fund), new(RecommendedOutcome.FundInPart), new(RecommendedOutcome.Fund), new(RecommendedOutcome.Reserve), new(RecommendedOutcome.Decline)));
        }

        await Dated(city, closesInDays: -1);
        var approver = await Person(city, listings[0].Approver);
        await Pressed(city, approver, "Approve", listings, listing => AwardRoutes.Decision(listing.Decision));
        Assert.All(await Decisions(city), stands => Assert.Equal(("Approved", 3, 5, 1), (stands.State, stands.Awards, stands.Letters, stands.Decided)));

        var officer = await Person(city, listings[0].Officer);
        await Pressed(city, officer, "Send 5 letters now", listings, listing => AwardRoutes.SendLetters(listing.Decision));
        Assert.All(await Decisions(city), stands => Assert.Equal(5, stands.Mails));

        for (var kill = 0; kill < Kills; kill++)
        {
            using var portal = await Sending(city, server);
            await Task.Delay(Random.Shared.Next(50, 300));
            portal.Kill();
        }

        using (await Sending(city, server))
        {
            await Until(async () => await Count(city, OutboxState.Queued) + await Count(city, OutboxState.Sending) == 0);
        }

        var taken = server.Mail.Select(mail => mail.Id).ToList();
        Assert.Equal(taken.Distinct().Count(), taken.Count);
        Assert.InRange(await Count(city, OutboxState.InDoubt), 0, Kills);
        Assert.InRange(taken.Count, await Count(city, OutboxState.Sent), await Count(city, OutboxState.Sent) + await Count(city, OutboxState.InDoubt));
        await Verified(city);
    }

    /// <summary>Somebody presses a button on the page of each listing at once, and the portal is killed; again until all of them are through.</summary>
    private static async Task Pressed(City city, Person person, string button, IReadOnlyList<Listing> listings, Func<Listing, string> path)
    {
        var confirmed = new HashSet<long>();
        for (var run = 0; run <= Kills; run++)
        {
            using var portal = await PortalProcess.Start(city.Portal.Folder, ("Jobs:Enabled", "false"));
            using var visitor = portal.Visitor();
            await visitor.SignIn(person);
            var presses = new List<(long Decision, Task<bool> Answer)>();
            foreach (var listing in listings)
            {
                var answer = await visitor.Get(path(listing));
                if (answer.StatusCode == HttpStatusCode.OK && await Visitor.Page(answer) is var page
                    && page.QuerySelectorAll("button").Select(Visitor.Text).FirstOrDefault(text => text.StartsWith(button, StringComparison.Ordinal)) is { } words)
                {
                    presses.Add((listing.Decision, Confirmed(visitor.Send(page, words))));
                }
            }

            if (run < Kills)
            {
                await Task.Delay(Random.Shared.Next(5, 80));
                portal.Kill();
            }

            foreach (var (decision, answer) in presses)
            {
                if (await answer)
                {
                    confirmed.Add(decision);
                }
            }

            var standing = (await Decisions(city)).ToDictionary(stands => stands.Id);
            Assert.All(standing.Values, stands => Assert.Contains((stands.State, stands.Awards, stands.Letters, stands.Decided), new[] { ("Proposed", 0, 0, 0), ("Approved", 3, 5, 1) }));
            Assert.All(standing.Values, stands => Assert.Equal(stands.Told ? 5 : 0, stands.Mails));
            Assert.All(confirmed, decision => Assert.True(button == "Approve" ? standing[decision].State == "Approved" : standing[decision].Told));
        }
    }

    private static Task<PortalProcess> Sending(City city, MailServer server) => PortalProcess.Start(city.Portal.Folder,
        ("Mail:Host", "localhost"), ("Mail:Port", $"{server.Port}"), ("Mail:Security", "None"), ("Mail:SendSeconds", "2"), ("Mail:From", "grants@riverton.example"));

    /// <summary>True when the portal answered that it was done; false when it said no or nothing.</summary>
    private static async Task<bool> Confirmed(Task<HttpResponseMessage> sent)
    {
        try
        {
            return (await sent).StatusCode == HttpStatusCode.Redirect;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    /// <summary>Moves every call's dates to this machine's clock, by which the killed portal runs.</summary>
    private static Task<int> Dated(City city, int closesInDays) => city.Write(Actor.System, work => work.Execute(
        "UPDATE Call SET OpensAt = @opens, ClosesAt = @closes",
        new { opens = DateTimeOffset.UtcNow.AddDays(-60), closes = DateTimeOffset.UtcNow.AddDays(closesInDays) }));

    private static async Task<Person> Person(City city, Actor actor) => (await city.Read(work => PersonRepository.Find(work, actor.Person)))!;

    private static async Task<IReadOnlyList<string>> In(City city, ApplicationState state) =>
        await city.Read(work => work.List<string>("SELECT Reference FROM Application WHERE State = @state ORDER BY Id", new { state }));

    private static Task<long> Count(City city, OutboxState state) =>
        city.Read(work => work.Scalar<long>("SELECT COUNT(*) FROM OutboxMessage WHERE State = @state", new { state }));

    private static async Task<IReadOnlyList<DecisionNow>> Decisions(City city) => await city.Read(work => work.List<DecisionNow>(
        """
        SELECT d.Id, d.State, CASE WHEN d.LettersSentAt IS NULL THEN 0 ELSE 1 END AS Told,
            (SELECT COUNT(*) FROM Award w WHERE w.DecisionId = d.Id) AS Awards,
            (SELECT COUNT(*) FROM DecisionLetter l WHERE l.DecisionId = d.Id) AS Letters,
            (SELECT COUNT(*) FROM Call c WHERE c.Id = d.CallId AND c.State = 'Decided') AS Decided,
            (SELECT COUNT(*) FROM OutboxMessage m JOIN DecisionLetter l ON l.Id = m.RelatedId WHERE m.RelatedType = 'DecisionLetter' AND l.DecisionId = d.Id) AS Mails
        FROM Decision d
        ORDER BY d.Id
        """));

    private static async Task Verified(City city)
    {
        var verified = await PortalProcess.Verb(city.Portal.Folder, ["verify"]);
        Assert.True(verified.ExitCode == 0, verified.Out + verified.Error);
    }

    private static async Task Until(Func<Task<bool>> holds)
    {
        for (var end = DateTime.UtcNow.AddSeconds(60); !await holds(); await Task.Delay(200))
        {
            Assert.True(DateTime.UtcNow < end, "It took too long.");
        }
    }

    private sealed class DecisionNow
    {
        public long Id { get; init; }

        public string State { get; init; } = "";

        public bool Told { get; init; }

        public int Awards { get; init; }

        public int Letters { get; init; }

        public int Decided { get; init; }

        public int Mails { get; init; }
    }
}
