using System.Globalization;
using GrantsPortal.Calls;
using GrantsPortal.Platform.Database;
using Microsoft.AspNetCore.Http.Extensions;

namespace GrantsPortal.Web.Calls;

/// <summary>A page of calls.</summary>
/// <param name="Kind">Open, Scheduled or Closed.</param>
/// <param name="Search">What was searched for.</param>
/// <param name="Counts">How many there are of each kind.</param>
/// <param name="Calls">Those of this page.</param>
/// <param name="Further">Whether this is not the first page.</param>
public sealed record CallsPage(CallState Kind, string? Search, CallCounts Counts, IReadOnlyList<Call> Calls, bool Further)
{
    /// <summary>The instant states are worked out at.</summary>
    public DateTimeOffset Now { get; init; }

    /// <summary>Where the next page goes on, or null on the last.</summary>
    public string? Next { get; init; }

    /// <summary>Address of another kind, keeping the search.</summary>
    public string Of(CallState kind, string? after = null)
    {
        var query = new QueryBuilder();
        if (kind != CallState.Open)
        {
            query.Add("show", kind == CallState.Scheduled ? "upcoming" : "closed");
        }

        if (!string.IsNullOrWhiteSpace(Search))
        {
            query.Add("q", Search);
        }

        if (after is not null)
        {
            query.Add("after", after);
        }

        return CallRoutes.Browse + query.ToQueryString();
    }
}

/// <summary>One call with its questions and criteria, as a reader of a language sees them.</summary>
public sealed record CallPage(Call Call, CallState State, FormDefinition Form, RubricDefinition Rubric, string Language)
{
    /// <summary>Whether an officer looks at how it will be.</summary>
    public bool Preview { get; init; }

    /// <summary>Most words asked for in all.</summary>
    public int Words => Form.AllQuestions().Sum(question => question.WordLimit ?? 0);

    /// <summary>The share of a criterion in the whole, in per cent.</summary>
    public int Share(Criterion criterion) => (int)Math.Round(100m * criterion.Weight / Math.Max(1, Rubric.Criteria.Sum(c => c.Weight)));

    /// <summary>The published call at an address, or null.</summary>
    public static async Task<CallPage?> Read(UnitOfWork work, string slug, string language, DateTimeOffset now)
    {
        if (await CallRepository.FindPublic(work, slug, language) is not { } call)
        {
            return null;
        }

        var form = await CallRepository.Form(work, call.Id, call.FormVersion);
        var rubric = await CallRepository.Rubric(work, call.Id, call.RubricVersion);
        return new(call, call.StateAt(now), form!.Read(), rubric!.Read(), language);
    }
}

/// <summary>Cursors and kinds as the address carries them; what cannot be read is as good as nothing.</summary>
internal static class CallCursors
{
    public static CallState Kind(string? show) => show switch { "upcoming" => CallState.Scheduled, "closed" => CallState.Closed, _ => CallState.Open };

    public static string? Write(Call call, CallState kind) =>
        (kind == CallState.Scheduled ? call.OpensAt : call.ClosesAt) is { } at
            ? string.Create(CultureInfo.InvariantCulture, $"{at.UtcTicks}-{call.Id}")
            : null;

    public static CallCursor? Read(string? after)
    {
        var parts = (after ?? "").Split('-');
        return parts.Length == 2
            && long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var ticks) && ticks <= DateTime.MaxValue.Ticks
            && long.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            ? new CallCursor(new DateTimeOffset(ticks, TimeSpan.Zero), id)
            : null;
    }
}
