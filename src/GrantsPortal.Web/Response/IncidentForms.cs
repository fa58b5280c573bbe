using GrantsPortal.Platform;
using GrantsPortal.Response;
using GrantsPortal.Response.CallDown;
using GrantsPortal.Response.Incidents;
using GrantsPortal.Response.Offers;
using GrantsPortal.Web.Shared.Forms;

namespace GrantsPortal.Web.Response;

/// <summary>Whom a call-down reaches, as typed.</summary>
public class ScopeForm
{
    /// <summary>Whether every partner is called.</summary>
    public bool Everybody { get; set; }

    /// <summary>Districts.</summary>
    public List<string> Districts { get; set; } = [];

    /// <summary>Codes of themes.</summary>
    public List<string> Themes { get; set; } = [];

    /// <summary>Communities, divided by commas.</summary>
    public string? Communities { get; set; }

    /// <summary>What is needed.</summary>
    public List<CrisisCapability> Capabilities { get; set; } = [];

    /// <summary>What the use case takes.</summary>
    public CallDownScope Scope() => new()
    {
        Everybody = Everybody,
        Districts = Districts,
        Themes = Themes,
        Communities = [.. (Communities ?? "").Split([',', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)],
        Capabilities = Capabilities,
    };

    /// <summary>A scope as it stands.</summary>
    public static ScopeForm Of(CallDownScope scope) => new()
    {
        Everybody = scope.Everybody,
        Districts = [.. scope.Districts],
        Themes = [.. scope.Themes],
        Communities = string.Join(", ", scope.Communities),
        Capabilities = [.. scope.Capabilities],
    };
}

/// <summary>An incident as typed.</summary>
public sealed class IncidentForm : ScopeForm
{
    /// <summary>What it is called.</summary>
    public string? Title { get; set; }

    /// <summary>What is known.</summary>
    public string? Situation { get; set; }

    /// <summary>What partners are asked to do.</summary>
    public string? Ask { get; set; }

    /// <summary>Minutes before a deputy is alerted.</summary>
    public int? DeputyMinutes { get; set; }

    /// <summary>What the use case takes.</summary>
    public IncidentPlan Read() => new() { Title = Title ?? "", Situation = Situation ?? "", Ask = Ask ?? "", Scope = Scope(), DeputyMinutes = DeputyMinutes ?? 0 };
}

/// <summary>What can be chosen in a scope.</summary>
/// <param name="Districts">The city's districts.</param>
/// <param name="Themes">Its themes.</param>
/// <param name="Capabilities">What partners can do.</param>
/// <param name="Form">What is chosen.</param>
public sealed record ScopeFields(IReadOnlyList<FieldItem> Districts, IReadOnlyList<FieldItem> Themes, IReadOnlyList<FieldItem> Capabilities, ScopeForm Form);

/// <summary>Where an incident is opened.</summary>
public sealed record NewIncidentPage(bool IsDrill, IncidentForm Form, ScopeFields Scope);

/// <summary>Incidents and exercises, each in a list of its own.</summary>
public sealed record IncidentsPage(IReadOnlyList<IncidentRow> Real, IReadOnlyList<IncidentRow> Drills, bool MayAct);

/// <summary>Incidents of one kind.</summary>
public sealed record IncidentRows(IReadOnlyList<IncidentRow> Rows, bool IsDrill);

/// <summary>English words for what the module's records hold, said through the localiser.</summary>
public static class ResponseWords
{
    /// <summary>Every capability to choose from.</summary>
    public static IReadOnlyList<FieldItem> Capabilities(Func<string, string> say) =>
        [.. Enum.GetValues<CrisisCapability>().Select(one => new FieldItem(one.ToString(), say(ResponseNames.Of(one))))];

    /// <summary>How a partner stands, as it says so itself.</summary>
    public static string Of(PartnerStanding standing) => standing switch
    {
        PartnerStanding.Well => "We are well",
        PartnerStanding.CanHelp => "We can help",
        PartnerStanding.NeedHelp => "We need help",
        _ => "Silent",
    };

    /// <summary>What a partner can answer.</summary>
    public static IReadOnlyList<FieldItem> Standings(Func<string, string> say) =>
        [.. new[] { PartnerStanding.Well, PartnerStanding.CanHelp, PartnerStanding.NeedHelp }.Select(one => new FieldItem(one.ToString(), say(Of(one))))];

    /// <summary>A reason; {0} is its district, theme, word or capability.</summary>
    public static string Of(CallReason reason) => reason.Kind switch
    {
        ReasonKind.District => "works in {0}",
        ReasonKind.Theme => "works on {0}",
        ReasonKind.Community => "serves: {0}",
        ReasonKind.Capability => "can do: {0}",
        ReasonKind.Exercise => "takes part in the exercise",
        _ => "every partner is called",
    };

    /// <summary>What goes into the place of a reason.</summary>
    public static string Subject(CallReason reason, Func<string, string> say) => reason.Kind switch
    {
        ReasonKind.Capability when Enum.TryParse<CrisisCapability>(reason.Word, out var capability) => say(ResponseNames.Of(capability)),
        ReasonKind.Theme => PortalTheme.Usual.FirstOrDefault(theme => theme.Code == reason.Word) is { } theme ? say(theme.Name) : reason.Word,
        _ => reason.Word,
    };
}
