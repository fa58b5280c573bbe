using GrantsPortal.Platform.Text;
using GrantsPortal.Response.Offers;

namespace GrantsPortal.Response.Readiness;

/// <summary>Whether a risk is kept in view.</summary>
public enum RiskState
{
    /// <summary>In view.</summary>
    Open,

    /// <summary>No longer.</summary>
    Retired,
}

/// <summary>One line of who would speak to whom.</summary>
public sealed class RiskTalk
{
    /// <summary>The risk.</summary>
    public long RiskId { get; init; }

    /// <summary>Which line it is, from 1.</summary>
    public int Place { get; init; }

    /// <summary>Who would speak.</summary>
    public string FromWhom { get; init; } = "";

    /// <summary>To whom.</summary>
    public string ToWhom { get; init; } = "";

    /// <summary>About what.</summary>
    public string About { get; init; } = "";

    /// <summary>Whether nothing is written.</summary>
    public bool IsEmpty => string.IsNullOrWhiteSpace(FromWhom) && string.IsNullOrWhiteSpace(ToWhom) && string.IsNullOrWhiteSpace(About);
}

/// <summary>Something that could happen.</summary>
public sealed record ReadinessRisk
{
    /// <summary>Record id.</summary>
    public long Id { get; init; }

    /// <summary>What could happen, in a few words.</summary>
    public string Title { get; init; } = "";

    /// <summary>The same, told.</summary>
    public string Words { get; init; } = "";

    /// <summary>Districts, as kept.</summary>
    public string Districts { get; init; } = "";

    /// <summary>Codes of themes, as kept.</summary>
    public string Themes { get; init; } = "";

    /// <summary>Capabilities that would be needed, as kept.</summary>
    public string Capabilities { get; init; } = "";

    /// <summary>How likely, from 1 to 5.</summary>
    public int Likelihood { get; init; }

    /// <summary>How serious, from 1 to 5.</summary>
    public int Seriousness { get; init; }

    /// <summary>The day by which it is looked at again, in the city's zone.</summary>
    public DateOnly ReviewBy { get; init; }

    /// <summary>The officer who owns it.</summary>
    public long OwnerId { get; init; }

    /// <summary>Their name.</summary>
    public string OwnerName { get; init; } = "";

    /// <summary>Whether it is kept in view.</summary>
    public RiskState State { get; init; }

    /// <summary>When it was last changed, in UTC.</summary>
    public DateTimeOffset UpdatedAt { get; init; }

    /// <summary>Who changed it.</summary>
    public string UpdatedByName { get; init; } = "";

    /// <summary>Counts edits.</summary>
    public int Version { get; init; }

    /// <summary>Likelihood times seriousness, from 1 to 25; orders lists and says nothing more.</summary>
    public int Weight => Likelihood * Seriousness;

    /// <summary>Districts; none for the whole city.</summary>
    public IReadOnlyList<string> DistrictList => CodeList.Of(Districts);

    /// <summary>Codes of themes.</summary>
    public IReadOnlyList<string> ThemeList => CodeList.Of(Themes);

    /// <summary>Capabilities that would be needed.</summary>
    public IReadOnlyList<CrisisCapability> Needed => [.. CodeList.Of(Capabilities).Select(Enum.Parse<CrisisCapability>)];
}

/// <summary>A risk as an officer writes it down.</summary>
public sealed record RiskPlan
{
    /// <summary>What could happen, in a few words.</summary>
    public string Title { get; init; } = "";

    /// <summary>The same, told.</summary>
    public string Words { get; init; } = "";

    /// <summary>Districts; none for the whole city.</summary>
    public IReadOnlyList<string> Districts { get; init; } = [];

    /// <summary>Codes of themes.</summary>
    public IReadOnlyList<string> Themes { get; init; } = [];

    /// <summary>Capabilities that would be needed.</summary>
    public IReadOnlyList<CrisisCapability> Capabilities { get; init; } = [];

    /// <summary>How likely, from 1 to 5.</summary>
    public int? Likelihood { get; init; }

    /// <summary>How serious, from 1 to 5.</summary>
    public int? Seriousness { get; init; }

    /// <summary>The day by which it is looked at again.</summary>
    public DateOnly? ReviewBy { get; init; }

    /// <summary>The officer who owns it.</summary>
    public long? OwnerId { get; init; }

    /// <summary>Who would speak to whom.</summary>
    public IReadOnlyList<RiskTalk> Talks { get; init; } = [];
}
