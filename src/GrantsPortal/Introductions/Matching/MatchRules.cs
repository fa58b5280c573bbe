using GrantsPortal.Introductions.Offers;
using GrantsPortal.Platform.Text;

namespace GrantsPortal.Introductions.Matching;

/// <summary>
/// Who is proposed to whom, and why. One thing that the other seeks outweighs any amount of likeness; likeness orders
/// those who have nothing to give each other, and lifts those who have. The weights are our own: what is hard to find
/// (a skill, a room, a language) weighs more than what many share.
/// </summary>
public static class MatchRules
{
    /// <summary>The most that likeness adds; less than the least that one thing sought and found does.</summary>
    public const int MostLikeness = 6;

    /// <summary>What is added when each has something that the other seeks.</summary>
    public const int BothWaysPoints = 5;

    /// <summary>How many things of one kind count on each side, so that a long list is not worth more than a good fit.</summary>
    public const int MostOfAKind = 3;

    /// <summary>The least that likeness alone has to weigh for a proposal: a theme or a group of people that both care for.</summary>
    public const int LeastLikeness = 3;

    /// <summary>From how many occasions at which both were they count as having met.</summary>
    public const int MetAfter = 2;

    /// <summary>
    /// The partners to be proposed, best first, at most so many. Left out are those who were introduced, said no, or share
    /// a member, and those with whom nothing but the district or some small thing is shared. The order depends on nothing but what is given.
    /// </summary>
    public static IReadOnlyList<Proposal> Rank(MatchPartner self, IEnumerable<MatchPartner> others, IReadOnlyDictionary<long, Acquaintance> known, int most) =>
    [
        .. others.Where(other => other.Id != self.Id)
            .Select(other => (Proposal: Judge(self, other, known.GetValueOrDefault(other.Id, Acquaintance.None)), Lately: known.GetValueOrDefault(other.Id, Acquaintance.None).AskedLately))
            .Where(judged => judged.Proposal is not null)
            .OrderByDescending(judged => judged.Proposal!.Score.Total)
            .ThenBy(judged => judged.Lately)
            .ThenBy(judged => Folded.Of(judged.Proposal!.Partner.Name), StringComparer.Ordinal)
            .ThenBy(judged => judged.Proposal!.Partner.Id)
            .Take(most)
            .Select(judged => judged.Proposal!),
    ];

    /// <summary>What speaks for one partner meeting another; null when they are left out or nothing does.</summary>
    public static Proposal? Judge(MatchPartner self, MatchPartner other, Acquaintance known)
    {
        if (known.LeavesOut)
        {
            return null;
        }

        var reasons = Reasons(self, other);
        var score = Score(reasons, known);
        return score.Completing > 0 || (score.Likeness >= LeastLikeness && reasons.Any(reason => reason.Of != EntryKind.District)) ? new Proposal(other, score, reasons) : null;
    }

    /// <summary>Every reason that counts, seen from <paramref name="self"/>, the weightiest first.</summary>
    public static IReadOnlyList<MatchReason> Reasons(MatchPartner self, MatchPartner other)
    {
        var (mine, theirs) = (Held(self), Held(other));
        List<MatchReason> found =
        [
            .. Shared(mine, EntrySide.Offer, theirs, EntrySide.Seek, ReasonKind.TheySeek),
            .. Shared(mine, EntrySide.Seek, theirs, EntrySide.Offer, ReasonKind.YouSeek),
            .. Shared(mine, EntrySide.Offer, theirs, EntrySide.Offer, ReasonKind.BothOffer),
            .. Shared(mine, EntrySide.Seek, theirs, EntrySide.Seek, ReasonKind.BothSeek),
        ];
        if (found.Any(reason => reason.Kind == ReasonKind.TheySeek) && found.Any(reason => reason.Kind == ReasonKind.YouSeek))
        {
            found.Add(new MatchReason(ReasonKind.BothWays, default, "", BothWaysPoints));
        }

        return [.. found.OrderByDescending(reason => reason.Completes).ThenBy(reason => reason.Kind == ReasonKind.BothWays).ThenByDescending(reason => reason.Points).ThenBy(reason => reason.Of).ThenBy(reason => Folded.Of(reason.Words), StringComparer.Ordinal).ThenBy(reason => reason.Kind)];
    }

    /// <summary>The score of reasons between two who know one another so far.</summary>
    public static MatchScore Score(IReadOnlyList<MatchReason> reasons, Acquaintance known)
    {
        var completing = reasons.Where(reason => reason.Completes).Sum(reason => reason.Points);
        var likeness = Math.Min(MostLikeness, reasons.Where(reason => reason.Kind is ReasonKind.BothOffer or ReasonKind.BothSeek).Sum(reason => reason.Points));
        var bothWays = reasons.Any(reason => reason.Kind == ReasonKind.BothWays) ? BothWaysPoints : 0;
        var met = known.Occasions >= MetAfter;
        var total = completing + likeness + bothWays;
        total = met ? total / 2 : total;
        total = known.Unanswered ? total / 2 : total;
        return new MatchScore(completing, likeness, bothWays, met, known.Unanswered, total);
    }

    /// <summary>What a thing weighs.</summary>
    public static int Points(ReasonKind reason, EntryKind of) => (reason, of) switch
    {
        (ReasonKind.TheySeek or ReasonKind.YouSeek, EntryKind.Skill or EntryKind.Space) => 12,
        (ReasonKind.TheySeek or ReasonKind.YouSeek, EntryKind.Language) => 10,
        (ReasonKind.TheySeek or ReasonKind.YouSeek, EntryKind.Group) => 9,
        (ReasonKind.TheySeek or ReasonKind.YouSeek, EntryKind.Theme) => 8,
        (ReasonKind.TheySeek or ReasonKind.YouSeek, _) => 7,
        (ReasonKind.BothOffer, EntryKind.Theme or EntryKind.Group) => 4,
        (ReasonKind.BothOffer, EntryKind.Language or EntryKind.District) => 2,
        (ReasonKind.BothSeek, EntryKind.Theme or EntryKind.Group) => 3,
        (ReasonKind.BothSeek, EntryKind.Skill) => 2,
        (ReasonKind.BothSeek, _) => 1,
        (ReasonKind.BothWays, _) => BothWaysPoints,
        _ => 0,
    };

    /// <summary>What is held, each once; a partner works where it is, whether or not it says so.</summary>
    private static Dictionary<(EntrySide Side, EntryKind Kind, string Term), string> Held(MatchPartner partner)
    {
        var held = new Dictionary<(EntrySide, EntryKind, string), string>();
        foreach (var term in partner.Terms)
        {
            held.TryAdd((term.Side, term.Kind, term.Term), term.Words);
        }

        if (partner.DistrictTerm.Length > 0)
        {
            held.TryAdd((EntrySide.Offer, EntryKind.District, partner.DistrictTerm), partner.District!);
        }

        return held;
    }

    private static IEnumerable<MatchReason> Shared(
        Dictionary<(EntrySide Side, EntryKind Kind, string Term), string> mine, EntrySide my, Dictionary<(EntrySide Side, EntryKind Kind, string Term), string> theirs, EntrySide their, ReasonKind reason) =>
        mine.Where(held => held.Key.Side == my && Points(reason, held.Key.Kind) > 0 && theirs.ContainsKey((their, held.Key.Kind, held.Key.Term)))
            .GroupBy(held => held.Key.Kind)
            .SelectMany(kind => kind.OrderBy(held => held.Key.Term, StringComparer.Ordinal).Take(MostOfAKind))
            .Select(held => new MatchReason(reason, held.Key.Kind, Words(held.Value, theirs[(their, held.Key.Kind, held.Key.Term)]), Points(reason, held.Key.Kind)));

    /// <summary>Of two ways to write the same, one, whoever looks.</summary>
    private static string Words(string one, string other) => string.CompareOrdinal(one, other) <= 0 ? one : other;
}
