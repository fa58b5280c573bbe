using GrantsPortal.Platform;
using GrantsPortal.Platform.Text;

namespace GrantsPortal.Calls.Agreements;

/// <summary>A condition before the first payment that every award of a call starts with.</summary>
public sealed record CallCondition
{
    /// <summary>Record id.</summary>
    public long Id { get; init; }

    /// <summary>The call.</summary>
    public long CallId { get; init; }

    /// <summary>Its place in the list, from 1.</summary>
    public int Place { get; init; }

    /// <summary>What it is about.</summary>
    public ConditionKind Kind { get; init; }

    /// <summary>What is needed, in a line, per language.</summary>
    public Words Title { get; init; } = Words.None;

    /// <summary>What is needed exactly, per language; may be empty.</summary>
    public Words Detail { get; init; } = Words.None;

    /// <summary>Days from acceptance until it is due; null without a date.</summary>
    public int? DueDays { get; init; }

    /// <summary>Counts edits; 0 for one that is not kept yet.</summary>
    public int Version { get; init; }
}

/// <summary>What a condition must say.</summary>
public static class CallConditionRules
{
    /// <summary>Most characters of what is needed in a line.</summary>
    public const int TitleLimit = 200;

    /// <summary>Most words of what is needed exactly.</summary>
    public const int DetailWords = 200;

    /// <summary>Most days until a condition is due.</summary>
    public const int DaysLimit = 730;

    /// <summary>Most conditions of a call or award.</summary>
    public const int Limit = 30;

    /// <summary>
    /// Refuses: <c>condition.kind-missing</c>, <c>condition.title-missing</c>, <c>condition.title-long</c> (limit), <c>condition.detail-long</c> (words),
    /// <c>condition.days-odd</c> (limit). Titles of other languages may be missing: readers of those get the source.
    /// </summary>
    public static IReadOnlyList<Refusal> Check(ConditionKind? kind, Words title, Words detail, int? days)
    {
        var wrong = new List<Refusal>();
        if (kind is not { } known || !Enum.IsDefined(known))
        {
            wrong.Add(new Refusal("condition.kind-missing").At("Kind"));
        }

        if (string.IsNullOrWhiteSpace(title.In.GetValueOrDefault(title.Source)))
        {
            wrong.Add(new Refusal("condition.title-missing").At(Field("Titles", title.Source)));
        }

        wrong.AddRange(title.In.Where(text => WordCount.CharactersOf(text.Value) > TitleLimit).Select(text => new Refusal("condition.title-long", TitleLimit).At(Field("Titles", text.Key))));
        wrong.AddRange(detail.In.Where(text => WordCount.Of(text.Value) > DetailWords).Select(text => new Refusal("condition.detail-long", DetailWords).At(Field("Details", text.Key))));
        if (days is < 1 or > DaysLimit)
        {
            wrong.Add(new Refusal("condition.days-odd", DaysLimit).At("DueDays"));
        }

        return wrong;
    }

    private static string Field(string name, string language) => $"{name}[{language}]";
}
