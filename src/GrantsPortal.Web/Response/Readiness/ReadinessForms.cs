using GrantsPortal.Response.Offers;
using GrantsPortal.Response.Readiness;
using GrantsPortal.Response.RoleHolders;

namespace GrantsPortal.Web.Response.Readiness;

/// <summary>A role as typed.</summary>
public sealed class RoleForm
{
    /// <summary>The version it was opened at.</summary>
    public int Version { get; set; }

    /// <summary>At which level.</summary>
    public RoleLevel? Level { get; set; }

    /// <summary>Where.</summary>
    public string? Organisation { get; set; }

    /// <summary>What one turns to it for.</summary>
    public string? WhatFor { get; set; }

    /// <summary>Who holds it.</summary>
    public string? HolderName { get; set; }

    /// <summary>Their e-mail address.</summary>
    public string? Email { get; set; }

    /// <summary>Their telephone.</summary>
    public string? Phone { get; set; }

    /// <summary>When they are reached.</summary>
    public string? Hours { get; set; }

    /// <summary>Who stands in.</summary>
    public string? Deputy { get; set; }

    /// <summary>By when it must be confirmed again.</summary>
    public DateOnly? ConfirmBy { get; set; }

    /// <summary>What the use case takes.</summary>
    public RolePlan Read() => new()
    {
        Level = Level,
        Organisation = Organisation ?? "",
        WhatFor = WhatFor ?? "",
        HolderName = HolderName ?? "",
        Email = Email ?? "",
        Phone = Phone ?? "",
        Hours = Hours ?? "",
        Deputy = Deputy ?? "",
        ConfirmBy = ConfirmBy,
    };

    /// <summary>A role as it stands.</summary>
    public static RoleForm Of(ReadinessRole role) => new()
    {
        Version = role.Version,
        Level = role.Level,
        Organisation = role.Organisation,
        WhatFor = role.WhatFor,
        HolderName = role.HolderName,
        Email = role.Email,
        Phone = role.Phone,
        Hours = role.Hours,
        Deputy = role.Deputy,
        ConfirmBy = role.ConfirmBy,
    };
}

/// <summary>A line of who would speak to whom, as typed.</summary>
public sealed class TalkForm
{
    /// <summary>Who would speak.</summary>
    public string? FromWhom { get; set; }

    /// <summary>To whom.</summary>
    public string? ToWhom { get; set; }

    /// <summary>About what.</summary>
    public string? About { get; set; }
}

/// <summary>A risk as typed.</summary>
public sealed class RiskForm
{
    /// <summary>The version it was opened at.</summary>
    public int Version { get; set; }

    /// <summary>What could happen.</summary>
    public string? Title { get; set; }

    /// <summary>The same, told.</summary>
    public string? Words { get; set; }

    /// <summary>Districts.</summary>
    public List<string> Districts { get; set; } = [];

    /// <summary>Codes of themes.</summary>
    public List<string> Themes { get; set; } = [];

    /// <summary>What would be needed.</summary>
    public List<CrisisCapability> Capabilities { get; set; } = [];

    /// <summary>How likely.</summary>
    public int? Likelihood { get; set; }

    /// <summary>How serious.</summary>
    public int? Seriousness { get; set; }

    /// <summary>By when it is looked at again.</summary>
    public DateOnly? ReviewBy { get; set; }

    /// <summary>Who keeps it in view.</summary>
    public long? OwnerId { get; set; }

    /// <summary>Who would speak to whom.</summary>
    public List<TalkForm> Talks { get; set; } = [];

    /// <summary>What the use case takes.</summary>
    public RiskPlan Read() => new()
    {
        Title = Title ?? "",
        Words = Words ?? "",
        Districts = Districts,
        Themes = Themes,
        Capabilities = Capabilities,
        Likelihood = Likelihood,
        Seriousness = Seriousness,
        ReviewBy = ReviewBy,
        OwnerId = OwnerId,
        Talks = [.. Talks.Select(talk => new RiskTalk { FromWhom = talk.FromWhom ?? "", ToWhom = talk.ToWhom ?? "", About = talk.About ?? "" })],
    };

    /// <summary>A risk as it stands.</summary>
    public static RiskForm Of(ReadinessRisk risk, IEnumerable<RiskTalk> talks) => new()
    {
        Version = risk.Version,
        Title = risk.Title,
        Words = risk.Words,
        Districts = [.. risk.DistrictList],
        Themes = [.. risk.ThemeList],
        Capabilities = [.. risk.Needed],
        Likelihood = risk.Likelihood,
        Seriousness = risk.Seriousness,
        ReviewBy = risk.ReviewBy,
        OwnerId = risk.OwnerId,
        Talks = [.. talks.Select(talk => new TalkForm { FromWhom = talk.FromWhom, ToWhom = talk.ToWhom, About = talk.About })],
    };
}
