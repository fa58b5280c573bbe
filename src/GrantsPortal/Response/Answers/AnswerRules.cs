using GrantsPortal.Platform;
using GrantsPortal.Response.CallDown;
using GrantsPortal.Response.Incidents;

namespace GrantsPortal.Response.Answers;

/// <summary>One answer of a partner.</summary>
public sealed record IncidentAnswer
{
    /// <summary>Record id.</summary>
    public long Id { get; init; }

    /// <summary>The incident.</summary>
    public long IncidentId { get; init; }

    /// <summary>The partner.</summary>
    public long OrganisationId { get; init; }

    /// <summary>Who of it answered by link; null when an officer wrote it down.</summary>
    public long? ContactId { get; init; }

    /// <summary>The officer who wrote it down; null when it came by link.</summary>
    public long? NotedBy { get; init; }

    /// <summary>What was answered; never silence.</summary>
    public PartnerStanding Standing { get; init; }

    /// <summary>In their words.</summary>
    public string Words { get; init; } = "";

    /// <summary>When, in UTC.</summary>
    public DateTimeOffset AnsweredAt { get; init; }
}

/// <summary>What answers come to.</summary>
public static class AnswerRules
{
    /// <summary>
    /// How a partner stands after its answers, from the oldest. Of each contact the last answer counts, and among contacts the
    /// most pressing one: who says that all is well does not silence who needs help. What an officer writes down settles
    /// everything said before it.
    /// </summary>
    public static PartnerStanding Standing(IReadOnlyList<IncidentAnswer> answers)
    {
        var settled = answers.Select((answer, index) => (answer, index)).LastOrDefault(one => one.answer.ContactId is null);
        var from = settled.answer is null ? 0 : settled.index;
        return answers.Skip(from).GroupBy(answer => answer.ContactId).Select(voice => voice.Last().Standing).DefaultIfEmpty(PartnerStanding.Silent).Max();
    }

    /// <summary>Whether a contact says what they said last, as after a second press: then nothing is written.</summary>
    public static bool IsRepeated(IReadOnlyList<IncidentAnswer> answers, long contact, PartnerStanding standing, string words) =>
        answers.LastOrDefault(answer => answer.ContactId == contact) is { } last && last.Standing == standing && (words.Length == 0 || last.Words == words);

    /// <summary>What is wrong with an answer: <c>incident.answer-missing</c> at <c>Standing</c>, <c>incident.text-long</c> (most) at <c>Words</c>.</summary>
    public static IReadOnlyList<Refusal> Check(PartnerStanding? standing, string? words) =>
    [
        .. standing is null or PartnerStanding.Silent || !Enum.IsDefined(standing.Value) ? [new Refusal("incident.answer-missing").At("Standing")] : Array.Empty<Refusal>(),
        .. IncidentRules.AgainstWords(words, needed: false, "Words") is { } wrong ? [wrong] : Array.Empty<Refusal>(),
    ];
}
