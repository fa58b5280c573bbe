using GrantsPortal.Calls;
using GrantsPortal.Organisations;
using GrantsPortal.People;
using GrantsPortal.Platform;

namespace GrantsPortal.Publishing.Demo;

/// <summary>
/// What happened in the city up to now, as acts at instants. They are done in the order of their instants whatever order
/// they are written down in, each through the use case that a page would call; a refusal is a fault of the story.
/// </summary>
internal sealed partial class DemoStory(DemoPortal portal, DateTimeOffset now)
{
    private readonly List<(DateTimeOffset At, Func<Task> Act)> _acts = [];
    private readonly Dictionary<string, Person> _people = [];
    private readonly Dictionary<string, Organisation> _organisations = [];
    private readonly Dictionary<string, long> _calls = [];
    private readonly Dictionary<DemoProject, string> _references = [];

    /// <summary>The first day of the story: 1 May of the year before, so that the last full year has awards.</summary>
    public static DateTimeOffset Begins(DateTimeOffset now) => new(now.Year - 1, 5, 1, 8, 0, 0, TimeSpan.Zero);

    /// <summary>Tells it all.</summary>
    public async Task Tell(CancellationToken cancel)
    {
        People();
        Organisations();
        MembersCome();
        Funds();
        Agreements();
        Calls();
        Together();
        Changes();
        Payments();
        Reports();
        Diligence();
        Recoveries();
        Bank();
        Courses();
        Fees();
        Shelves();
        Introductions();
        PublicDirectory();
        Networks();
        Partners();
        Engagements();
        Mailbox();
        Memoranda();
        Events();
        Crises();
        RapidHelp();
        Readiness();
        TableTops();
        Families();
        foreach (var day in _acts.OrderBy(act => act.At).GroupBy(act => act.At.UtcDateTime.Date).ToList())
        {
            foreach (var (at, act) in day)
            {
                portal.Clock.MoveTo(at);
                await act();
            }

            portal.Clock.Pass(1);
            await portal.SendMail(cancel);
        }
    }

    /// <summary>An instant some days before (or, negative, after) now, at an hour of the day in UTC.</summary>
    private DateTimeOffset Ago(double days, double hour = 9) => new DateTimeOffset(now.UtcDateTime.Date, TimeSpan.Zero).AddDays(-Math.Floor(days)).AddHours(hour);

    private void At(DateTimeOffset instant, Func<Task> act)
    {
        if (instant <= now)
        {
            _acts.Add((instant, act));
        }
    }

    private Person Somebody(string key) => _people[key];

    private Actor As(string key)
    {
        var account = DemoPeople.Accounts.FirstOrDefault(one => one.Key == key);
        return new Actor(_people[key].Id, _people[key].Name, (account?.Roles ?? []).ToHashSet());
    }

    private Task<Call> Call(string key) => portal.Read(async work => (await CallRepository.Find(work, _calls[key]))!);

    private static T Done<T>(Outcome<T> outcome) => outcome.Done ? outcome.Value : throw Refused(outcome.Refusals);

    private static void Done(Outcome outcome)
    {
        if (outcome.Refused)
        {
            throw Refused(outcome.Refusals);
        }
    }

    private static InvalidOperationException Refused(IReadOnlyList<Refusal> refusals) =>
        new($"The demo's story broke a rule: {string.Join("; ", refusals.Select(refusal => $"{refusal.Code}({string.Join(", ", refusal.Args)}) {refusal.Field}"))}");
}
