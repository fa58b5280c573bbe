using GrantsPortal.Networks.Map;
using GrantsPortal.Response.Readiness;
using GrantsPortal.Response.RoleHolders;
using GrantsPortal.Web.Shared.Conflicts;
using GrantsPortal.Web.Shared.Forms;
using GrantsPortal.Web.Shared.Languages;

namespace GrantsPortal.Web.Response.Readiness;

/// <summary>What the pages of readiness need.</summary>
public static class ReadinessPages
{
    /// <summary>Registers it.</summary>
    public static IServiceCollection AddReadinessPages(this IServiceCollection services) => services.AddSingleton<IRefusalSentences, ReadinessSentences>();
}

/// <summary>The map, with everything it says in tables.</summary>
/// <param name="Sight">How ready districts and themes are.</param>
/// <param name="Drawing">The districts as drawn; null while there are no boundaries.</param>
/// <param name="Source">Where the boundaries come from.</param>
/// <param name="Themes">Names of themes by code.</param>
/// <param name="Stale">How much is stale.</param>
public sealed record ReadinessMapPage(ReadinessSight Sight, MapDrawing? Drawing, Boundary? Source, IReadOnlyDictionary<string, string> Themes, int Stale);

/// <summary>Capabilities by place, with the holes named.</summary>
/// <param name="Places">The places.</param>
/// <param name="Of">What kind of place it is, in the reader's language.</param>
/// <param name="Name">A place's name.</param>
public sealed record ReadinessGrid(IReadOnlyList<PlaceReadiness> Places, string Of, Func<PlaceReadiness, string> Name);

/// <summary>Roles by level.</summary>
public sealed record RolesPage(IReadOnlyList<ReadinessRole> Roles, DateOnly Today, bool MayAct);

/// <summary>One role, or a new one.</summary>
/// <param name="Role">The role; null for a new one.</param>
/// <param name="Form">It as typed.</param>
/// <param name="Today">The city's day.</param>
/// <param name="MayAct">Whether the reader may change it.</param>
/// <param name="Conflict">What somebody else saved meanwhile.</param>
public sealed record RolePage(ReadinessRole? Role, RoleForm Form, DateOnly Today, bool MayAct, ConflictView? Conflict)
{
    /// <summary>Officers it can be given to.</summary>
    public IReadOnlyList<FieldItem> Keepers { get; init; } = [];

    /// <summary>How many roles its officer keeps.</summary>
    public int KeptByThem { get; init; }

    /// <summary>The officer chosen.</summary>
    public string KeeperId { get; init; } = "";
}

/// <summary>Risks.</summary>
public sealed record RisksPage(IReadOnlyList<ReadinessRisk> Open, IReadOnlyList<ReadinessRisk> Retired, IReadOnlyDictionary<string, string> Themes, DateOnly Today, bool MayAct);

/// <summary>What can be chosen of a risk.</summary>
public sealed record RiskChoices(IReadOnlyList<FieldItem> Districts, IReadOnlyList<FieldItem> Themes, IReadOnlyList<FieldItem> Capabilities, IReadOnlyList<FieldItem> Owners);

/// <summary>One risk, or a new one.</summary>
/// <param name="Risk">The risk; null for a new one.</param>
/// <param name="Talks">Who would speak to whom.</param>
/// <param name="Form">It as typed.</param>
/// <param name="Choices">What can be chosen.</param>
/// <param name="Today">The city's day.</param>
/// <param name="MayAct">Whether the reader may change it.</param>
/// <param name="Conflict">What somebody else saved meanwhile.</param>
public sealed record RiskPage(ReadinessRisk? Risk, IReadOnlyList<RiskTalk> Talks, RiskForm Form, RiskChoices Choices, DateOnly Today, bool MayAct, ConflictView? Conflict);
