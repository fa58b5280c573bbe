using System.Globalization;
using System.Text.Json;
using GrantsPortal.Organisations;
using GrantsPortal.Partnerships.Access;
using GrantsPortal.Partnerships.Needs;
using GrantsPortal.People;
using GrantsPortal.Platform.Database;
using GrantsPortal.Response.Families;
using GrantsPortal.Response.Incidents;
using GrantsPortal.Web.Partnerships;
using GrantsPortal.Web.Shared.Forms;
using GrantsPortal.Web.Shared.Languages;

namespace GrantsPortal.Web.Response.Families;

/// <summary>What the pages of support for families need.</summary>
public static class FamiliesPages
{
    /// <summary>Registers it.</summary>
    public static IServiceCollection AddFamiliesPages(this IServiceCollection services) => services
        .AddSingleton<IRefusalSentences, FamiliesSentences>()
        .AddSingleton<FamilyForms>()
        .AddSingleton<IPartnerPart, SupportAskedPart>()
        .AddSingleton<IPartnerPart, SupportOfferedPart>()
        .AddSingleton(new IncidentTab(FamilyRoutes.Tab, "Families", 60));

    /// <summary>The colour of a state.</summary>
    public static string Colour(SupportState state) => state switch
    {
        SupportState.Open => "waiting",
        SupportState.Followed or SupportState.Used => "going",
        SupportState.Met => "good",
        _ => "quiet",
    };

    /// <summary>The colour of how it goes.</summary>
    public static string Colour(SupportStanding standing) => standing switch
    {
        SupportStanding.Well or SupportStanding.Better => "good",
        SupportStanding.Same => "waiting",
        _ => "bad",
    };

    /// <summary>Patterns as the script reads them.</summary>
    public static string Json(IReadOnlyCollection<string> allowed) => JsonSerializer.Serialize(FamilyTextRules.Patterns(allowed).Select(pattern => pattern.Pattern));

    /// <summary>People to choose from.</summary>
    public static List<FieldItem> Items(IEnumerable<Person> people) => [.. people.Select(person => new FieldItem(person.Id.ToString(CultureInfo.InvariantCulture), person.Name))];
}

/// <summary>What can be chosen when support is written down, and what of its words is pointed out.</summary>
public sealed record SupportFields(SupportForm Form, IReadOnlyList<FieldItem> Languages, IReadOnlyList<FieldItem> Districts, string Patterns, string Seal);

/// <summary>Where support is written down or changed, on the desk.</summary>
public sealed record SupportEditPage(FamilySupport? Support, SupportFields Fields, Incident? Incident, IReadOnlyList<FieldItem> Partners, IReadOnlyList<FieldItem> Incidents, IReadOnlyList<FieldItem> Officers);

/// <summary>An entry with the review that is next.</summary>
public sealed record SupportRow(FamilySupport Support, FamilyReview? Next);

/// <summary>Entries in a table.</summary>
public sealed record SupportRows(IReadOnlyList<SupportRow> Rows, DateOnly Today, string Label);

/// <summary>The register.</summary>
public sealed record RegisterPage(
    FamilyQuery Query, Organisation? Partner, IReadOnlyDictionary<SupportState, int> Counts, SupportRows Rows, IReadOnlyList<FieldItem> Districts, IReadOnlyList<FieldItem> Officers, bool MayAct, string? First, string? Next);

/// <summary>Support for families after one incident.</summary>
public sealed record IncidentFamiliesPage(IncidentFrame Frame, FollowFigures Figures, SupportRows Asked, SupportRows Offered, int Hidden, bool MayAct);

/// <summary>What is still followed, over the whole register.</summary>
public sealed record FollowPage(FollowFigures Figures);

/// <summary>What a partner said beforehand, with its name.</summary>
public sealed record NamedBeforehand(Beforehand Said, string Partner);

/// <summary>One entry on the desk.</summary>
public sealed record SupportPage(
    FamilySupport Support, IReadOnlyList<FamilyReview> Reviews, IReadOnlyList<FamilyMatchRow> Matches, IReadOnlyList<SupportFit> Fits, IReadOnlyList<NamedBeforehand> Beforehand, FamilySight Sight, bool MayAct, IReadOnlyList<FieldItem> Officers,
    MoveForm Move, FamilyMatchForm Match, string Patterns, string Seal, DateOnly Today)
{
    /// <summary>Whether the reader follows it.</summary>
    public bool Follows => Sight.Follows(Support);
}

/// <summary>A review on the desk.</summary>
public sealed record ReviewPage(FamilySupport Support, FamilyReview Review, ReviewForm Form, bool Follows, string Patterns, string Seal, DateOnly Today);

/// <summary>What a partner asks for families, on its record.</summary>
public sealed record PartnerSupport(long Organisation, SupportSide Side, IReadOnlyList<FamilySupport> Supports, bool MayKeep, DateOnly Today);

/// <summary>What a partner asked for families, on its record.</summary>
public sealed class SupportAskedPart : IPartnerPart
{
    /// <inheritdoc/>
    public int Order => 62;

    /// <inheritdoc/>
    public PartnerField Field => PartnerField.SupportAsked;

    /// <inheritdoc/>
    public async Task<PartnerPart?> For(PartnerSight sight, UnitOfWork work) => new(
        "support-asked", "Support asked for families", "/Response/Families/_OfPartner.cshtml",
        new PartnerSupport(sight.Organisation.Id, SupportSide.Asked, [.. (await FamilyRepository.Of(work, sight.Organisation.Id)).Where(one => one is { Side: SupportSide.Asked, IsDrill: false })], sight.MayKeep, sight.Today));
}

/// <summary>What a partner offers families, on its record.</summary>
public sealed class SupportOfferedPart : IPartnerPart
{
    /// <inheritdoc/>
    public int Order => 61;

    /// <inheritdoc/>
    public PartnerField Field => PartnerField.CrisisOffers;

    /// <inheritdoc/>
    public async Task<PartnerPart?> For(PartnerSight sight, UnitOfWork work) => new(
        "support-offered", "Support offered to families", "/Response/Families/_OfPartner.cshtml",
        new PartnerSupport(sight.Organisation.Id, SupportSide.Offered, [.. (await FamilyRepository.Of(work, sight.Organisation.Id)).Where(one => one is { Side: SupportSide.Offered, IsDrill: false })], sight.MayKeep, sight.Today));
}
