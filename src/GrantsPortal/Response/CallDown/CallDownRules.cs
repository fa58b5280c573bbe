using GrantsPortal.Platform;
using GrantsPortal.Platform.Text;
using GrantsPortal.Response.Incidents;
using GrantsPortal.Response.Offers;

namespace GrantsPortal.Response.CallDown;

/// <summary>Why a partner is on a call-down list.</summary>
public enum ReasonKind
{
    /// <summary>It works in a district.</summary>
    District,

    /// <summary>It works on a theme.</summary>
    Theme,

    /// <summary>It describes those it serves with a word.</summary>
    Community,

    /// <summary>It said beforehand that it can do something.</summary>
    Capability,

    /// <summary>Every partner is called.</summary>
    Everybody,

    /// <summary>It takes part in the table-top exercise that runs over the drill.</summary>
    Exercise,
}

/// <summary>One reason: its kind, and the district, theme, word or capability.</summary>
public sealed record CallReason(ReasonKind Kind, string Word)
{
    /// <summary>As it is kept.</summary>
    public string Kept => $"{Kind}:{Word}";

    /// <summary>Reasons as they were kept.</summary>
    public static IReadOnlyList<CallReason> Of(string kept) =>
        [.. CodeList.Of(kept).Select(one => one.Split(':', 2)).Where(parts => parts.Length == 2 && Enum.TryParse<ReasonKind>(parts[0], out _)).Select(parts => new CallReason(Enum.Parse<ReasonKind>(parts[0]), parts[1]))];
}

/// <summary>A partner that could be called.</summary>
/// <param name="OrganisationId">The partner.</param>
/// <param name="Districts">Where it works, and where it is.</param>
/// <param name="Themes">Codes of what it works on.</param>
/// <param name="Communities">Whom it serves, in its words.</param>
/// <param name="Capabilities">What it said beforehand that it can do.</param>
public sealed record Callable(long OrganisationId, IReadOnlyList<string> Districts, IReadOnlyList<string> Themes, string? Communities, IReadOnlyList<CrisisCapability> Capabilities);

/// <summary>A contact as a call-down sees it.</summary>
/// <param name="Id">The contact.</param>
/// <param name="CallOrder">1 for who is called first, 2 for the deputy, and so on.</param>
/// <param name="DayAndNight">Whether they can be reached at night.</param>
/// <param name="ByEmail">Whether an e-mail may and can go to them.</param>
/// <param name="ByText">Whether a text message may and can.</param>
public sealed record CallableContact(long Id, int CallOrder, bool DayAndNight, bool ByEmail, bool ByText)
{
    /// <summary>Whether an alert can go to them at all.</summary>
    public bool CanBeAlerted => ByEmail || ByText;
}

/// <summary>Who is called, why, and in which order.</summary>
public static class CallDownRules
{
    /// <summary>
    /// Why a partner is called; empty when it is not. It is called when the incident concerns it (its district is among those
    /// chosen, where any are, and its themes or communities are, where any are), or when it can do what is needed.
    /// </summary>
    public static IReadOnlyList<CallReason> Why(CallDownScope scope, Callable partner)
    {
        CallReason[] place = [.. scope.Districts.Where(name => partner.Districts.Contains(name, StringComparer.OrdinalIgnoreCase)).Select(name => new CallReason(ReasonKind.District, name))];
        CallReason[] matter =
        [
            .. scope.Themes.Where(partner.Themes.Contains).Select(code => new CallReason(ReasonKind.Theme, code)),
            .. scope.Communities.Where(word => Speaks(partner.Communities, word)).Select(word => new CallReason(ReasonKind.Community, word)),
        ];
        var (placed, minded) = (scope.Districts.Count > 0, scope.Themes.Count + scope.Communities.Count > 0);
        var concerned = (placed || minded) && (!placed || place.Length > 0) && (!minded || matter.Length > 0);
        return
        [
            .. concerned || scope.Everybody ? [.. place, .. matter] : Array.Empty<CallReason>(),
            .. scope.Capabilities.Where(partner.Capabilities.Contains).Select(one => new CallReason(ReasonKind.Capability, one.ToString())),
            .. scope.Everybody ? [new CallReason(ReasonKind.Everybody, "")] : Array.Empty<CallReason>(),
        ];
    }

    /// <summary>Why a partner is called in a drill: as <see cref="Why(CallDownScope, Callable)"/>, or because it takes part in the exercise over it.</summary>
    /// <param name="scope">What is chosen.</param>
    /// <param name="partner">The partner.</param>
    /// <param name="takingPart">Partners that take part in the exercise.</param>
    public static IReadOnlyList<CallReason> Why(CallDownScope scope, Callable partner, IReadOnlySet<long> takingPart) =>
        Why(scope, partner) is { Count: > 0 } reasons ? reasons
        : takingPart.Contains(partner.OrganisationId) ? [new CallReason(ReasonKind.Exercise, "")] : [];

    /// <summary>
    /// Who of a partner is alerted next: of those not alerted yet, everybody who comes first. By night those who can be reached
    /// at night come before all others; otherwise the call order decides. Empty when nobody is left.
    /// </summary>
    public static IReadOnlyList<CallableContact> Next(IEnumerable<CallableContact> contacts, IReadOnlySet<long> alerted, bool night)
    {
        var left = contacts.Where(contact => contact.CallOrder > 0 && contact.CanBeAlerted && !alerted.Contains(contact.Id)).ToList();
        if (left.Count == 0)
        {
            return [];
        }

        (int, int) Place(CallableContact contact) => (night && !contact.DayAndNight ? 1 : 0, contact.CallOrder);
        var first = left.Min(Place);
        return [.. left.Where(contact => Place(contact) == first)];
    }

    /// <summary>Whether an instant lies in the city's night.</summary>
    public static bool IsNight(DateTimeOffset at, TimeZoneInfo zone, int fromHour, int toHour)
    {
        var hour = TimeZoneInfo.ConvertTime(at, zone).Hour;
        return fromHour <= toHour ? hour >= fromHour && hour < toHour : hour >= fromHour || hour < toHour;
    }

    /// <summary>What is wrong with a confirmation: <c>call-down.nobody-chosen</c>, since an empty choice alerts nobody and never everybody; <c>call-down.too-many</c> (most).</summary>
    public static Refusal? Against(int chosen) => chosen switch
    {
        0 => new Refusal("call-down.nobody-chosen").At("Chosen"),
        > MostPartners => new Refusal("call-down.too-many", MostPartners).At("Chosen"),
        _ => null,
    };

    /// <summary>Most partners alerted with one confirmation.</summary>
    public const int MostPartners = 1000;

    private static bool Speaks(string? communities, string word) => Folded.Of(word) is { Length: > 0 } sought && Folded.Of(communities ?? "").Contains(sought, StringComparison.Ordinal);
}
