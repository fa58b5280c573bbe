using System.Text.Json;
using GrantsPortal.Organisations;
using GrantsPortal.Partnerships.Access;
using GrantsPortal.Partnerships.Needs;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;

namespace GrantsPortal.Web.Partnerships.Needs;

/// <summary>The fields of a need or concern on a form.</summary>
/// <param name="Prefix">What their names begin with.</param>
/// <param name="Words">What was raised.</param>
/// <param name="Kind">A need or a concern.</param>
/// <param name="Theme">Code of its theme.</param>
/// <param name="District">Its district.</param>
/// <param name="Seriousness">How much it weighs.</param>
/// <param name="Themes">The city's themes.</param>
/// <param name="Districts">The city's districts.</param>
public sealed record NeedFields(string Prefix, string? Words, NeedKind Kind, string? Theme, string? District, Seriousness Seriousness, IReadOnlyList<PortalTheme> Themes, IReadOnlyList<string> Districts);

/// <summary>The patterns of <see cref="PersonalTextRules"/> as the script reads them.</summary>
public static class PersonalPatterns
{
    /// <summary>The expressions, in order.</summary>
    public static string Json { get; } = JsonSerializer.Serialize(PersonalTextRules.Patterns.Select(pattern => pattern.Pattern));
}

/// <summary>English words for what the register holds, said through the localiser.</summary>
public static class NeedWords
{
    /// <summary>A need or a concern.</summary>
    public static string Of(NeedKind kind) => kind == NeedKind.Need ? "Need" : "Concern";

    /// <summary>How much it weighs.</summary>
    public static string Of(Seriousness seriousness) => seriousness switch
    {
        Seriousness.Low => "Good to have",
        Seriousness.Middle => "It makes things harder",
        _ => "Safety or trust is at stake",
    };

    /// <summary>The same in one word, for tables.</summary>
    public static string Short(Seriousness seriousness) => seriousness switch { Seriousness.Low => "Low", Seriousness.Middle => "Middle", _ => "High" };

    /// <summary>The colour of a status.</summary>
    public static string Kind(NeedStatus status) => status switch { NeedStatus.Raised => "waiting", NeedStatus.Taken => "going", NeedStatus.Done => "good", _ => "quiet" };
}

/// <summary>The register.</summary>
public sealed record NeedsPage(
    NeedFilter Filter, Organisation? Organisation, IReadOnlyDictionary<NeedStatus, int> Counts, IReadOnlyList<Need> Needs, IReadOnlyList<PortalTheme> Themes, IReadOnlyList<string> Districts, string? First, string? Next)
{
    /// <summary>The English name of a theme, or its code where the city has dropped it.</summary>
    public string Theme(string code) => Themes.FirstOrDefault(theme => theme.Code == code)?.Name ?? code;
}

/// <summary>Needs and concerns over time.</summary>
public sealed record NeedTrendPage(NeedTrend Trend, NeedFilter Filter, IReadOnlyList<PortalTheme> Themes, IReadOnlyList<string> Districts)
{
    /// <summary>The most raised in one quarter, at least 1.</summary>
    public int Most => Math.Max(1, Trend.Quarters.Max(quarter => quarter.All));

    /// <summary>The English name of a theme, or its code where the city has dropped it.</summary>
    public string Theme(string code) => Themes.FirstOrDefault(theme => theme.Code == code)?.Name ?? code;
}

/// <summary>A need or concern as typed.</summary>
public sealed class NeedForm
{
    /// <summary>The version it was opened at.</summary>
    public int Version { get; set; }

    /// <summary>What was raised.</summary>
    public string? Words { get; set; }

    /// <summary>A need or a concern.</summary>
    public NeedKind Kind { get; set; }

    /// <summary>Code of its theme.</summary>
    public string? Theme { get; set; }

    /// <summary>The district it is about.</summary>
    public string? District { get; set; }

    /// <summary>How much it weighs.</summary>
    public Seriousness Seriousness { get; set; } = Seriousness.Middle;

    /// <summary>The seal of what looks like personal data and was answered for.</summary>
    public string? Knowing { get; set; }

    /// <summary>What the use case takes.</summary>
    public NeedPlan Read(long organisation) => new() { OrganisationId = organisation, Kind = Kind, Words = Words ?? "", Theme = Theme, District = District ?? "", Seriousness = Seriousness };

    /// <summary>A need or concern as it stands.</summary>
    public static NeedForm Of(Need need) =>
        new() { Version = need.Version, Words = need.Words, Kind = need.Kind, Theme = need.Theme, District = need.District, Seriousness = need.Seriousness };
}

/// <summary>An answer as typed.</summary>
public sealed class AnswerForm
{
    /// <summary>The version it was opened at.</summary>
    public int Version { get; set; }

    /// <summary>The act that moves it; none to say something only.</summary>
    public string? Act { get; set; }

    /// <summary>What was done, or why not.</summary>
    public string? Words { get; set; }

    /// <summary>Whether the partner is told.</summary>
    public bool Tell { get; set; }

    /// <summary>The seal of what looks like personal data and was answered for.</summary>
    public string? Knowing { get; set; }
}

/// <summary>A need or concern being noted or changed.</summary>
public sealed record NeedEditPage(Organisation Organisation, Need? Need, NeedForm Form, IReadOnlyList<PortalTheme> Themes, IReadOnlyList<string> Districts, string Seal);

/// <summary>A need or concern, and what was said of it.</summary>
public sealed record NeedPage(Need Need, string Theme, IReadOnlyList<NeedReply> Replies, AnswerForm Form, bool MayKeep, int People, string Seal);

/// <summary>What a member's organisations raised, and what came of it.</summary>
public sealed record MyNeedsPage(IReadOnlyList<Need> Needs, ILookup<long, NeedReply> Replies);

/// <summary>What a partner raised, on its page.</summary>
public sealed record PartnerNeeds(long Organisation, IReadOnlyList<Need> Needs, bool MayKeep, bool More);

/// <summary>What a partner raised, on its page.</summary>
public sealed class NeedsPart : IPartnerPart
{
    private const int Shown = 8;

    /// <inheritdoc/>
    public PartnerField Field => PartnerField.Needs;

    /// <inheritdoc/>
    public int Order => 8;

    /// <inheritdoc/>
    public async Task<PartnerPart?> For(PartnerSight sight, UnitOfWork work)
    {
        if (!(await PartnerReading.Of(work, sight.Actor, sight.Organisation.Id, sight.Today)).May(PartnerField.Needs))
        {
            return null;
        }

        var needs = await NeedRepository.Page(work, new NeedFilter { OrganisationId = sight.Organisation.Id }, null, Shown + 1);
        return new("needs", "Needs and concerns", "/Partnerships/Needs/_OfPartner.cshtml", new PartnerNeeds(sight.Organisation.Id, [.. needs.Take(Shown)], sight.MayKeep, needs.Count > Shown));
    }
}
