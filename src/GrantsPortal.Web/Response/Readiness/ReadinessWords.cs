using GrantsPortal.Response;
using GrantsPortal.Response.Offers;
using GrantsPortal.Response.Readiness;
using GrantsPortal.Response.RoleHolders;

namespace GrantsPortal.Web.Response.Readiness;

/// <summary>English words for what readiness holds, said through the localiser.</summary>
public static class ReadinessWords
{
    /// <summary>A level.</summary>
    public static string Of(RoleLevel level) => level switch { RoleLevel.City => "City", RoleLevel.Police => "Police", _ => "National" };

    /// <summary>Why nobody can rely on a role, the gravest first, in few words; null where it can be relied on.</summary>
    public static string? WhyStale(ReadinessRole role, DateOnly today) =>
        !RoleRules.IsStale(role, today) ? null
        : role.DeniedAt is not null ? role.HolderName.Length == 0 ? "nobody is named" : "the holder says that it is no longer theirs"
        : role.ConfirmBy < today ? "past its day"
        : "nobody looks after it";

    /// <summary>How a place stands.</summary>
    public static string Of(Standing standing) => standing switch
    {
        Standing.Ready => "Ready",
        Standing.Gaps => "Gaps",
        Standing.Nobody => "Nobody",
        _ => "Not looked at",
    };

    /// <summary>What kind of tag says so.</summary>
    public static string Kind(Standing standing) => standing switch { Standing.Ready => "good", Standing.Gaps => "waiting", Standing.Nobody => "bad", _ => "quiet" };

    /// <summary>Which hatching of the map says so, beside the word.</summary>
    public static int Step(Standing standing) => standing switch { Standing.Ready => 0, Standing.Unknown => 1, Standing.Gaps => 2, _ => 3 };

    /// <summary>How likely, from 1 to 5.</summary>
    public static string Likely(int step) => step switch
    {
        1 => "Hardly to be expected",
        2 => "Once in many years",
        3 => "Possible within a few years",
        4 => "Likely within the year",
        _ => "Could happen any day",
    };

    /// <summary>How serious, from 1 to 5.</summary>
    public static string Serious(int step) => step switch
    {
        1 => "A few would be troubled",
        2 => "A group would lose trust",
        3 => "A district would be unsettled",
        4 => "People could be hurt",
        _ => "Lives would be at risk",
    };

    /// <summary>A capability in one word, for the head of a column.</summary>
    public static string Short(CrisisCapability capability) => capability switch
    {
        CrisisCapability.Languages => "Languages",
        CrisisCapability.Space => "Places",
        CrisisCapability.Chaplaincy => "Chaplains",
        CrisisCapability.Counselling => "Counselling",
        CrisisCapability.RumourControl => "Rumours",
        CrisisCapability.Volunteers => "Volunteers",
        _ => "Families",
    };

    /// <summary>A reason; {0} is the capability in words, {1} the risks.</summary>
    public static string Of(ReadinessReason reason) => reason.Kind switch
    {
        ReadinessReasonKind.NobodyThere => "No partner that could be called works here",
        ReadinessReasonKind.NoPartner => "Nobody for: {0}; needed if {1}",
        ReadinessReasonKind.OnePartner => "One partner alone for: {0}",
        ReadinessReasonKind.NoTalk => "It is not said who would speak to whom: {1}",
        ReadinessReasonKind.NoRisk => "No risk is written down for it",
        _ => "No risk says what would be needed",
    };

    /// <summary>A reason as the reader reads it.</summary>
    public static string Say(ReadinessReason reason, Func<string, object?[], string> say) =>
        say(Of(reason), [reason.Capability is { } capability ? say(ResponseNames.Of(capability), []) : "", string.Join("; ", reason.Risks.Select(risk => $"“{risk}”"))]);
}
