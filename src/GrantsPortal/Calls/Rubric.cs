using GrantsPortal.Platform.Text;

namespace GrantsPortal.Calls;

/// <summary>One thing reviewers score.</summary>
public sealed record Criterion
{
    /// <summary>Stable name, unique in the rubric.</summary>
    public string Key { get; init; } = "";

    /// <summary>Heading.</summary>
    public Words Title { get; init; } = Words.None;

    /// <summary>What to look for.</summary>
    public Words Description { get; init; } = Words.None;

    /// <summary>How much it counts beside the others, from 1.</summary>
    public int Weight { get; init; } = 1;

    /// <summary>Best score; the scale is 0 to this.</summary>
    public int MaxScore { get; init; } = 5;

    /// <summary>What each score means, from 0 up; may be shorter than the scale.</summary>
    public IReadOnlyList<Words> Guidance { get; init; } = [];
}

/// <summary>The criteria an application is scored against.</summary>
public sealed record RubricDefinition
{
    /// <summary>The criteria, in order.</summary>
    public IReadOnlyList<Criterion> Criteria { get; init; } = [];

    /// <summary>
    /// Weighted mean of the scores in basis points (10,000 is the best): each score as a share of its scale, times its
    /// weight, over the sum of weights. Null while a criterion has no score. Rounded half to even, once, at the end.
    /// </summary>
    public int? Weighted(IReadOnlyDictionary<string, int> scores)
    {
        if (Criteria.Count == 0 || Criteria.Any(criterion => !scores.ContainsKey(criterion.Key)))
        {
            return null;
        }

        var sum = Criteria.Sum(criterion => (decimal)criterion.Weight * scores[criterion.Key] / criterion.MaxScore);
        return (int)decimal.Round(10_000m * sum / Criteria.Sum(criterion => criterion.Weight), MidpointRounding.ToEven);
    }
}

/// <summary>A version of a call's rubric as stored.</summary>
public sealed class CallRubric
{
    /// <summary>The call.</summary>
    public long CallId { get; init; }

    /// <summary>1 for the first version.</summary>
    public int Version { get; init; }

    /// <summary>The definition as JSON.</summary>
    public string Definition { get; init; } = "";

    /// <summary>When reviewers could first see it, in UTC; null while it is a draft.</summary>
    public DateTimeOffset? PublishedAt { get; init; }

    /// <summary>SHA-256 of the definition as published, in hexadecimal; null while it is a draft.</summary>
    public string? Hash { get; init; }

    /// <summary>Counts edits of the draft.</summary>
    public int EditVersion { get; init; }

    /// <summary>The definition.</summary>
    public RubricDefinition Read() => Platform.Json.Read<RubricDefinition>(Definition);
}
