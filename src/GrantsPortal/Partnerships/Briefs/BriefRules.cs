using GrantsPortal.Partnerships.Needs;
using GrantsPortal.Platform;

namespace GrantsPortal.Partnerships.Briefs;

/// <summary>What a brief may say, and of what it keeps silent.</summary>
public static class BriefRules
{
    /// <summary>Most characters of a title, an audience and a heading.</summary>
    public const int TitleCharacters = 150;

    /// <summary>Most characters of a point, and of what stands before the points.</summary>
    public const int Characters = 2_000;

    /// <summary>Most points.</summary>
    public const int MostPoints = 30;

    /// <summary>The least number of partners that any city can set: with one, whoever reads it knows who spoke.</summary>
    public const int Floor = 2;

    /// <summary>
    /// What is wrong with a brief: <c>brief.not-staff</c>; at its field <c>brief.title-missing</c>, <c>brief.audience-missing</c>,
    /// <c>brief.title-long</c> (most), <c>brief.words-long</c> (most), <c>brief.from-missing</c>, <c>brief.until-missing</c>, <c>brief.period-wrong</c>,
    /// <c>brief.theme-unknown</c>, <c>brief.least-low</c> (least).
    /// </summary>
    public static IReadOnlyList<Refusal> Check(Actor actor, BriefPlan plan, IReadOnlyList<PortalTheme> themes, int least, DateOnly today) =>
        !CommitmentRules.MayKeep(actor) ? [new Refusal("brief.not-staff")] :
        [
            .. Heads(plan),
            .. plan.From is null ? [new Refusal("brief.from-missing").At("From")] : Array.Empty<Refusal>(),
            .. plan.Until is null ? [new Refusal("brief.until-missing").At("Until")]
                : plan.Until < plan.From || plan.Until > today ? [new Refusal("brief.period-wrong").At("Until")]
                : Array.Empty<Refusal>(),
            .. plan.Themes.All(code => themes.Any(theme => theme.Code == code)) ? Array.Empty<Refusal>() : [new Refusal("brief.theme-unknown").At("Themes")],
            .. plan.Least < LeastOf(least) ? [new Refusal("brief.least-low", LeastOf(least)).At("Least")] : Array.Empty<Refusal>(),
        ];

    /// <summary>What is wrong with the parts of a brief that can still be changed; refused like <see cref="Check"/>.</summary>
    public static IReadOnlyList<Refusal> CheckHead(Actor actor, BriefPlan plan) => !CommitmentRules.MayKeep(actor) ? [new Refusal("brief.not-staff")] : [.. Heads(plan)];

    /// <summary>
    /// What is wrong with a point: <c>brief.not-staff</c>; at its field <c>brief.heading-missing</c>, <c>brief.title-long</c> (most),
    /// <c>brief.words-long</c> (most), <c>brief.needs-missing</c>.
    /// </summary>
    public static IReadOnlyList<Refusal> CheckPoint(Actor actor, string heading, string words, IReadOnlyCollection<long> needs) =>
        !CommitmentRules.MayKeep(actor) ? [new Refusal("brief.not-staff")] :
        [
            .. heading.Length == 0 ? [new Refusal("brief.heading-missing").At("Heading")] : heading.Length > TitleCharacters ? [new Refusal("brief.title-long", TitleCharacters).At("Heading")] : Array.Empty<Refusal>(),
            .. words.Length > Characters ? [new Refusal("brief.words-long", Characters).At("Words")] : Array.Empty<Refusal>(),
            .. needs.Count == 0 ? [new Refusal("brief.needs-missing").At("Needs")] : Array.Empty<Refusal>(),
        ];

    /// <summary>The least number in force: what the city has set, and never below <see cref="Floor"/>.</summary>
    public static int LeastOf(int set) => Math.Max(set, Floor);

    /// <summary>How many stand behind some needs and concerns.</summary>
    public static Standing Behind(IReadOnlyCollection<BriefNeed> needs) => new(
        needs.Select(need => need.OrganisationId).Distinct().Count(),
        needs.Select(need => string.IsNullOrWhiteSpace(need.OrganisationDistrict) ? need.District : need.OrganisationDistrict).Where(district => district.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase).Count());

    /// <summary>Whether a document has a point: it is worded, and at least so many partners stand behind it.</summary>
    public static bool IsShown(BriefPoint point, Standing standing, int least) => point.Words.Trim().Length > 0 && standing.Partners >= LeastOf(least);

    /// <summary>Whether a document keeps the numbers behind a point to itself, since those partners are in fewer districts than the city has set: a handful in one place is soon guessed.</summary>
    public static bool IsWithheld(Standing standing, int leastDistricts) => standing.Districts < leastDistricts;

    /// <summary>Names that the words of a point are not to hold: of every partner behind the brief and, where its own numbers are withheld, of the districts it stands in.</summary>
    public static IReadOnlyList<string> NotToName(IReadOnlyCollection<BriefNeed> all, IReadOnlyCollection<BriefNeed> behind, int leastDistricts) =>
    [
        .. all.Select(need => need.OrganisationName)
            .Concat(IsWithheld(Behind(behind), leastDistricts) ? behind.SelectMany(need => new[] { need.OrganisationDistrict ?? "", need.District }) : [])
            .Where(name => name.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase),
    ];

    /// <summary>The points with those behind them; of one that was kept, as they were then.</summary>
    public static IReadOnlyList<StandingPoint> Standing(Brief brief, IReadOnlyList<BriefPoint> points, ILookup<long, long> needsOf, IReadOnlyDictionary<long, BriefNeed> needs, int leastDistricts) =>
    [
        .. points.OrderBy(point => point.Place).Select(point =>
        {
            var behind = needsOf[point.Id].Where(needs.ContainsKey).Select(id => needs[id]).ToList();
            var standing = brief.State == BriefState.Kept ? new Standing(point.Partners ?? 0, point.Districts ?? 0) : Behind(behind);
            return new StandingPoint(point, standing, IsShown(point, standing, brief.Least), brief.State == BriefState.Kept ? point.Districts is null : IsWithheld(standing, leastDistricts), behind);
        }),
    ];

    /// <summary>Refused with <c>brief.nothing-shown</c> (least) when no point is worded and has enough partners behind it, <c>brief.not-staff</c>, or <c>state.not-from-here</c>.</summary>
    public static Outcome<BriefState> MayKeep(Actor actor, Brief brief, IReadOnlyList<StandingPoint> points) =>
        !CommitmentRules.MayKeep(actor) ? new Refusal("brief.not-staff")
        : BriefStates.Table.Move(brief.State, BriefStates.Keep) is var to && to.Refused ? to
        : points.Any(point => point.Shown) ? to : new Refusal("brief.nothing-shown", LeastOf(brief.Least));

    /// <summary>The points a brief begins with: one for each theme and kind of what was raised, those with most partners behind them first.</summary>
    public static IReadOnlyList<(string Theme, NeedKind Kind, IReadOnlyList<long> Needs)> Proposed(IReadOnlyList<BriefNeed> needs) =>
    [
        .. needs.GroupBy(need => (need.Theme, need.Kind))
            .OrderByDescending(group => Behind([.. group]).Partners).ThenByDescending(group => group.Max(need => need.Seriousness)).ThenBy(group => group.Key.Theme, StringComparer.Ordinal).ThenBy(group => group.Key.Kind)
            .Take(MostPoints)
            .Select(group => (group.Key.Theme, group.Key.Kind, (IReadOnlyList<long>)[.. group.Select(need => need.Id)])),
    ];

    private static IEnumerable<Refusal> Heads(BriefPlan plan) =>
    [
        .. string.IsNullOrWhiteSpace(plan.Title) ? [new Refusal("brief.title-missing").At("Title")] : plan.Title.Trim().Length > TitleCharacters ? [new Refusal("brief.title-long", TitleCharacters).At("Title")] : Array.Empty<Refusal>(),
        .. string.IsNullOrWhiteSpace(plan.Audience) ? [new Refusal("brief.audience-missing").At("Audience")] : plan.Audience.Trim().Length > TitleCharacters ? [new Refusal("brief.title-long", TitleCharacters).At("Audience")] : Array.Empty<Refusal>(),
        .. plan.Opening.Length > Characters ? [new Refusal("brief.words-long", Characters).At("Opening")] : Array.Empty<Refusal>(),
    ];
}
