using GrantsPortal.Platform;

namespace GrantsPortal.Partnerships.Engagements;

/// <summary>What an engagement is, and who reads and corrects it.</summary>
public static class EngagementRules
{
    /// <summary>Most characters of what was said.</summary>
    public const int Characters = 10_000;

    /// <summary>Most characters of a name.</summary>
    public const int NameCharacters = 200;

    /// <summary>Most people of one engagement.</summary>
    public const int MostPeople = 30;

    /// <summary>Most commitments noted with one engagement.</summary>
    public const int MostCommitments = 5;

    /// <summary>Most needs and concerns noted with one engagement.</summary>
    public const int MostNeeds = 3;

    /// <summary>How long words that were left to be finished can be finished without that being a correction.</summary>
    public static readonly TimeSpan ToFinish = TimeSpan.FromDays(1);

    /// <summary>How far the clock of a telephone may be ahead of the portal's.</summary>
    private static readonly TimeSpan Ahead = TimeSpan.FromMinutes(10);

    /// <summary>
    /// What is wrong with an engagement: <c>engagement.not-staff</c>; at its field <c>engagement.kind-missing</c>,
    /// <c>engagement.words-missing</c> unless they are finished later, <c>engagement.words-long</c> (most), <c>engagement.to-come</c> for a time that is yet to come,
    /// <c>engagement.name-long</c> (most), <c>engagement.too-many</c> (most), <c>engagement.next-past</c>.
    /// </summary>
    public static IReadOnlyList<Refusal> Check(Actor actor, EngagementPlan plan, DateTimeOffset now, DateOnly today) =>
        !CommitmentRules.MayKeep(actor) ? [new Refusal("engagement.not-staff")] :
        [
            .. plan.Kind is null ? [new Refusal("engagement.kind-missing").At("Kind")] : Array.Empty<Refusal>(),
            .. string.IsNullOrWhiteSpace(plan.Words) && !plan.Unfinished ? [new Refusal("engagement.words-missing").At("Words")]
                : plan.Words.Trim().Length > Characters ? [new Refusal("engagement.words-long", Characters).At("Words")]
                : Array.Empty<Refusal>(),
            .. plan.HappenedAt > now + Ahead ? [new Refusal("engagement.to-come").At("When")] : Array.Empty<Refusal>(),
            .. plan.People.Any(person => person.Name.Trim().Length > NameCharacters) ? [new Refusal("engagement.name-long", NameCharacters).At("Others")]
                : plan.People.Count > MostPeople ? [new Refusal("engagement.too-many", MostPeople).At("Others")]
                : Array.Empty<Refusal>(),
            .. plan.NextContactOn < today ? [new Refusal("engagement.next-past").At("NextContactOn")] : Array.Empty<Refusal>(),
        ];

    /// <summary>Whether saving it now finishes what was left to be written, and so corrects nothing.</summary>
    public static bool Finishes(Engagement engagement, DateTimeOffset now) => engagement.FinishUntil is { } until && now <= until;

    /// <summary>Refused with <c>engagement.not-yours</c> for anybody but the officer who spoke with them.</summary>
    public static Refusal? MayCorrect(Actor actor, Engagement engagement) =>
        CommitmentRules.MayKeep(actor) && actor.PersonId == engagement.OfficerId ? null : new Refusal("engagement.not-yours");

    /// <summary>The names typed beside the contacts: one per line, comma or semicolon.</summary>
    public static IReadOnlyList<EngagementPerson> Named(string? typed) =>
        [.. (typed ?? "").Split([',', ';', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct(StringComparer.OrdinalIgnoreCase).Select(name => new EngagementPerson(null, name))];
}
