using System.Globalization;
using System.Text;
using GrantsPortal.Applications;
using GrantsPortal.Applications.Drafting;
using GrantsPortal.Applications.Submitting;
using GrantsPortal.Calls;
using GrantsPortal.Platform;

namespace GrantsPortal.Publishing.Demo;

/// <summary>What organisations write and send in.</summary>
internal sealed partial class DemoStory
{
    /// <summary>Everybody applies to a call while it is open, each within a few days, the last ones near the deadline.</summary>
    private void Apply(string key, DateTimeOffset opens, DateTimeOffset closes)
    {
        var projects = DemoProjects.Of(key).ToList();
        foreach (var (index, project) in projects.Index())
        {
            var begun = opens + ((closes - opens) * (0.08 + (0.74 * index / projects.Count)));
            At(begun, () => Start(project));
            At(begun.AddDays(1.1), () => Write(project, _ => true));
            At(begun.AddDays(2.2), () => Submit(project));
        }
    }

    /// <summary>What is being written at the moment.</summary>
    private void WriteNow()
    {
        Whole("winter", "St Brigid’s", Ago(20));
        Whole("winter", "Weirside Pensioners", Ago(16));
        Whole("winter", "Riverton Buddhist", Ago(14));
        At(Ago(6, 14), () => Withdraw(Project("winter", "Riverton Buddhist")));
        Whole("winter", "Syrian Bakers", Ago(5));
        Whole("encounters", "Tamil Arts", Ago(8));
        Whole("encounters", "Riverton Council", Ago(4));
        Whole("families", "Victims’ Families", Ago(21));

        var kitchen = Project("winter", "Northgate Youth");
        At(Ago(9, 16), () => Start(kitchen));
        At(Ago(8, 17), () => Write(kitchen, question => question is "title" or "summary" or "starts" or "ends"));
        At(Ago(2, 18), () => Write(kitchen, question => question is "amount" or "budget", "applicant7"));
        var breakfast = Project("winter", "Filipino Carers");
        At(Ago(7, 8), () => Start(breakfast));
        At(Ago(7, 9), () => Write(breakfast, question => question is "title" or "summary" or "change"));
        At(Ago(3, 9), async () => Done(await portal.Get<DraftDesk>().LetLook(Owner(breakfast), _references[breakfast], true)));
        Begun("winter", "Chinese Elders", Ago(4));
        Begun("encounters", "Grandmothers", Ago(6));
        Begun("families", "Traveller Education", Ago(10));
        At(Ago(5, 19), () => BeginAlone("winter", "applicant6", "A table for whoever is alone at Christmas"));
    }

    private static DemoProject Project(string call, string organisation) =>
        DemoProjects.Of(call).First(project => project.Organisation.StartsWith(organisation, StringComparison.Ordinal));

    private void Whole(string call, string organisation, DateTimeOffset begun)
    {
        var project = Project(call, organisation);
        At(begun, () => Start(project));
        At(begun.AddHours(3), () => Write(project, _ => true));
        At(begun.AddHours(26), () => Submit(project));
    }

    private void Begun(string call, string organisation, DateTimeOffset begun)
    {
        var project = Project(call, organisation);
        At(begun, () => Start(project));
        At(begun.AddHours(1), () => Write(project, question => question is "title" or "summary"));
    }

    private Actor Owner(DemoProject project) => As(OwnerOf(NameOf(project)));

    private static string NameOf(DemoProject project) =>
        DemoOrganisations.All.First(one => one.Name.StartsWith(project.Organisation, StringComparison.Ordinal)).Name;

    private async Task Start(DemoProject project)
    {
        var call = await Call(project.Call);
        _references[project] = Done(await portal.Get<DraftDesk>().Start(Owner(project), new StartRequest(call.Slug, _organisations[NameOf(project)].Id, await Passed(call), portal.Now))).Reference;
    }

    private async Task BeginAlone(string key, string person, string title)
    {
        var call = await Call(key);
        var begun = Done(await portal.Get<DraftDesk>().Start(As(person), new StartRequest(call.Slug, null, await Passed(call), portal.Now)));
        Done(await portal.Get<AnswerDesk>().Save(As(person), begun.Reference, [new TypedAnswer("title", title, 0, null)]));
    }

    private async Task Write(DemoProject project, Func<string, bool> which, string? by = null)
    {
        var (call, actor) = (await Call(project.Call), by is null ? Owner(project) : As(by));
        var form = (await portal.Read(work => CallRepository.Form(work, call.Id, call.FormVersion)))!.Read();
        var more = project.More.Split('|');
        var asks = DemoCalls.Of(project.Call).Asks.Select(question => question.Key).ToList();
        foreach (var section in form.Sections)
        {
            portal.Clock.Pass(11);
            var typed = section.Questions.Where(question => which(question.Key))
                .Select(question => new TypedAnswer(question.Key, asks.IndexOf(question.Key) is >= 0 and var at ? more[at] : AnswerTo(question, project, call), 0, null)).ToList();
            if (typed.Count > 0)
            {
                Done(await portal.Get<AnswerDesk>().Save(actor, _references[project], typed));
            }
        }

        if (which("constitution") && DemoWords.Pick(4, project.Title) > 0)
        {
            var (name, content) = DemoDocuments.Of(NameOf(project));
            using var document = new MemoryStream(content, writable: false);
            Done(await portal.Get<DocumentDesk>().Add(actor, _references[project], "constitution", document, name));
        }
    }

    private async Task Submit(DemoProject project) => Done(await portal.Get<SubmissionDesk>().Submit(Owner(project), _references[project], portal.Now));

    private async Task Withdraw(DemoProject project) => Done(await portal.Get<SubmissionDesk>().Withdraw(Owner(project), _references[project]));

    private async Task<IReadOnlyDictionary<string, string>> Passed(Call call) =>
        (await portal.Read(work => CallRepository.Form(work, call.Id, call.FormVersion)))!.Read().Eligibility.ToDictionary(question => question.Key, question => question.Passing[0]);

    private static string AnswerTo(Question question, DemoProject project, Call call) => question.Key switch
    {
        "title" => project.Title,
        "summary" => project.Summary,
        "change" => project.Change,
        "amount" => project.Asked.ToString(CultureInfo.InvariantCulture),
        "budget" => Answers.OfBudget(Budget(project)),
        "communities" => Answers.OfChoices(project.Reach.Split(',')),
        "starts" => Day(call.DecisionBy!.Value.AddDays(24)),
        "ends" => Day(call.DecisionBy!.Value.AddDays(24 + 180 + (30 * DemoWords.Pick(6, project.Title)))),
        "true" => "true",
        _ => throw new InvalidOperationException($"The demo has no answer to {question.Key}."),
    };

    /// <summary>The items with their shares, in whole units; the last takes what is left, so that the table adds up.</summary>
    private static IEnumerable<BudgetLine> Budget(DemoProject project)
    {
        var (left, items) = (project.Asked, project.Budget.Split(';'));
        foreach (var (index, item) in items.Index())
        {
            var parts = item.Split(':');
            var amount = index == items.Length - 1 ? left : project.Asked * int.Parse(parts[1], CultureInfo.InvariantCulture) / 100 / 10 * 10;
            left -= amount;
            yield return new BudgetLine(parts[0], amount.ToString(CultureInfo.InvariantCulture));
        }
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

/// <summary>The documents that organisations of the demo send.</summary>
internal static class DemoDocuments
{
    /// <summary>An organisation’s rules, as a page of plain text.</summary>
    public static (string Name, byte[] Content) Of(string organisation)
    {
        var one = DemoOrganisations.All.First(known => known.Name == organisation);
        var text = $"""
            OUR RULES

            1. Our name is {one.Name}. We work in {one.District}, Riverton.
            2. What we are for: {one.About}
            3. Everybody over sixteen who takes part may vote. We meet as a whole at least twice a year.
            4. {3 + DemoWords.Pick(4, one.Name)} people are chosen each spring to look after the rest: one speaks for us, one keeps the money, one writes down what was agreed.
            5. Two of them sign for any payment over {(1 + DemoWords.Pick(4, one.About)) * 50} pounds. They may not be of one family.
            6. Nobody is turned away for their origin, faith or lack of it, sex, age, disability or whom they love.
            7. If we end, what is left goes to a group with the same purpose.

            Agreed at a meeting of {14 + DemoWords.Pick(40, one.Owner)} people.
            """;
        return (DemoWords.Pick(2, organisation) == 0 ? "Our rules.txt" : "Constitution.txt", Encoding.UTF8.GetBytes(text));
    }
}
