using System.Globalization;
using GrantsPortal.Calls;
using GrantsPortal.Funds;
using GrantsPortal.Web.Shared.Forms;
using Microsoft.AspNetCore.Http.Extensions;

namespace GrantsPortal.Web.Calls.Desk;

/// <summary>A page of the officers' list.</summary>
public sealed record CallList(CallFilter Filter, IReadOnlyList<CallRow> Rows, IReadOnlyList<CallStateCount> Counts, IReadOnlyList<Programme> Programmes)
{
    /// <summary>The instant states are worked out at.</summary>
    public DateTimeOffset Now { get; init; }

    /// <summary>Applications by call.</summary>
    public IReadOnlyDictionary<long, CallFigures> Figures { get; init; } = new Dictionary<long, CallFigures>();

    /// <summary>Whether only one's own are shown.</summary>
    public bool Mine { get; init; }

    /// <summary>Where this page went on from.</summary>
    public long? After { get; init; }

    /// <summary>Where the next page goes on.</summary>
    public long? Next { get; init; }

    /// <summary>Whether the person at the desk may begin calls.</summary>
    public bool MayRun { get; init; }

    /// <summary>How many calls are in a state; of all without one.</summary>
    public int Count(CallState? state) => Counts.Where(count => state is null || count.State == state).Sum(count => count.Calls);

    /// <summary>Address of the list in another state, or further on, the other filters kept.</summary>
    public string Of(CallState? state, long? after = null)
    {
        var query = new QueryBuilder();
        void Add(string name, string? value)
        {
            if (!string.IsNullOrWhiteSpace(value))
            {
                query.Add(name, value);
            }
        }

        Add("state", state?.ToString().ToLowerInvariant());
        Add("programme", Filter.ProgrammeId?.ToString(CultureInfo.InvariantCulture));
        Add("mine", Mine ? "true" : null);
        Add("q", Filter.Search);
        Add("after", after?.ToString(CultureInfo.InvariantCulture));
        return CallRoutes.Desk + query.ToQueryString();
    }
}

/// <summary>What a new call begins with, as typed.</summary>
public sealed class NewCallForm
{
    /// <summary>Title.</summary>
    public string? Title { get; set; }

    /// <summary>The programme's id.</summary>
    public string? ProgrammeId { get; set; }

    /// <summary>The call to copy from; empty for none.</summary>
    public string? CopyFromId { get; set; }

    /// <summary>What the use case takes.</summary>
    public NewCall Read() => new(Title ?? "", Id(ProgrammeId) ?? 0, Id(CopyFromId));

    private static long? Id(string? typed) => long.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;
}

/// <summary>Where a call is begun.</summary>
public sealed record NewCallPage(NewCallForm Form, IReadOnlyList<FieldItem> Programmes, IReadOnlyList<FieldItem> Calls);

/// <summary>A call as a whole.</summary>
public sealed record OverviewPage(DeskCall Desk, CallFigures? Figures);

/// <summary>When to publish, as chosen.</summary>
public sealed class PublishForm
{
    /// <summary>The call's version that was looked at.</summary>
    public int Version { get; set; }

    /// <summary>"now" or "later".</summary>
    public string When { get; set; } = "now";

    /// <summary>When it opens, if later.</summary>
    public LocalInstantInput? OpensAt { get; set; }

    /// <summary>Filled with what the call's dates say.</summary>
    public static PublishForm Of(Call call, TimeZoneInfo zone) => new()
    {
        Version = call.Version,
        When = call.OpensAt is null ? "now" : "later",
        OpensAt = LocalInstantInput.From(call.OpensAt, zone),
    };
}

/// <summary>Where a call is published.</summary>
public sealed record PublishPage(DeskCall Desk, PublishForm Form);

/// <summary>A later deadline, as typed.</summary>
public sealed class ExtendForm
{
    /// <summary>The call's version that was looked at.</summary>
    public int Version { get; set; }

    /// <summary>The new deadline.</summary>
    public LocalInstantInput? ClosesAt { get; set; }

    /// <summary>Why, for applicants.</summary>
    public string? Reason { get; set; }
}

/// <summary>Where a deadline is moved.</summary>
public sealed record ExtendPage(DeskCall Desk, ExtendForm Form);
