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
    public static string Json(IEnumerable<string> allowed) => JsonSerializer.Serialize(FamilyTextRules.Patterns(allowed).Select(pattern => pattern.Pattern));

    /// <summary>People to choose from.</summary>
    public static List<FieldItem> Items(IEnumerable<Person> people) => [.. people.Select(person => new FieldItem(person.Id.ToString(CultureInfo.InvariantCulture), person.Name))];
}

/// <summary>Support as typed.</summary>
public sealed class SupportForm
{
    /// <summary>The version it was opened at.</summary>
    public int Version { get; set; }

    /// <summary>Asked or offered.</summary>
    public SupportSide Side { get; set; }

    /// <summary>The partner.</summary>
    public long? OrganisationId { get; set; }

    /// <summary>Reference of the incident.</summary>
    public string? Incident { get; set; }

    /// <summary>What it is about.</summary>
    public SupportKind? Kind { get; set; }

    /// <summary>How many families.</summary>
    public SupportBand? Band { get; set; }

    /// <summary>What is needed or offered.</summary>
    public string? Words { get; set; }

    /// <summary>Languages.</summary>
    public List<string> Languages { get; set; } = [];

    /// <summary>The district.</summary>
    public string? District { get; set; }

    /// <summary>Who follows it up.</summary>
    public long? FollowerId { get; set; }

    /// <summary>Who stands in.</summary>
    public long? DeputyId { get; set; }

    /// <summary>The seal of what looks like names and was answered for.</summary>
    public string? Knowing { get; set; }

    /// <summary>What the use case takes.</summary>
    public SupportPlan Read() => new()
    {
        Side = Side, OrganisationId = OrganisationId, Incident = Incident, Kind = Kind, Band = Band, Words = Words ?? "", Languages = Languages, District = District ?? "", FollowerId = FollowerId, DeputyId = DeputyId,
    };

    /// <summary>An entry as it stands.</summary>
    public static SupportForm Of(FamilySupport support) => new()
    {
        Version = support.Version, Side = support.Side, OrganisationId = support.OrganisationId, Incident = support.IncidentReference, Kind = support.Kind, Band = support.Band, Words = support.Words,
        Languages = [.. support.LanguageNames], District = support.District, FollowerId = support.FollowerId, DeputyId = support.DeputyId,
    };
}

/// <summary>What can be chosen when support is written down, and what of its words is pointed out.</summary>
public sealed record SupportFields(SupportForm Form, IReadOnlyList<FieldItem> Languages, IReadOnlyList<FieldItem> Districts, string Patterns, string Seal);

/// <summary>Where support is written down or changed, on the desk.</summary>
public sealed record SupportEditPage(FamilySupport? Support, SupportFields Fields, Incident? Incident, IReadOnlyList<FieldItem> Partners, IReadOnlyList<FieldItem> Incidents, IReadOnlyList<FieldItem> Officers);

/// <summary>An entry with the review that is next.</summary>
public sealed record SupportRow(FamilySupport Support, FamilyReview? Next);

/// <summary>Entries in a table.</summary>
public sealed record SupportRows(IReadOnlyList<SupportRow> Rows, DateOnly Today, string Label);

/// <summary>What the reader chose to see.</summary>
public sealed class FamilyQuery
{
    /// <summary>Asked or offered.</summary>
    public SupportSide? Side { get; set; }

    /// <summary>What it is about.</summary>
    public SupportKind? Kind { get; set; }

    /// <summary>What became of it.</summary>
    public SupportState? State { get; set; }

    /// <summary>A district.</summary>
    public string? District { get; set; }

    /// <summary>Who follows it: an officer's id, or <c>nobody</c>.</summary>
    public string? Follower { get; set; }

    /// <summary>What the reader follows, whoever that is: for links in e-mails.</summary>
    public bool Mine { get; set; }

    /// <summary>Only those with a review whose day is past.</summary>
    public bool Overdue { get; set; }

    /// <summary>The partner.</summary>
    public long? Partner { get; set; }

    /// <summary>The filter it makes.</summary>
    public FamilyFilter Filter() => new()
    {
        Side = Side, Kind = Kind, State = State, District = string.IsNullOrEmpty(District) ? null : District, Overdue = Overdue, OrganisationId = Partner, Unfollowed = Follower == "nobody",
        FollowerId = long.TryParse(Follower, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null,
    };

    /// <summary>The register's address with this and another state.</summary>
    public string At(SupportState? state, params ReadOnlySpan<(string Name, object? Value)> more) => Shared.Address.Of(
        FamilyRoutes.All,
        [("side", Side), ("kind", Kind), ("state", state), ("district", District), ("follower", Follower), ("overdue", Overdue ? "true" : null), ("partner", Partner), .. more]);
}

/// <summary>The register.</summary>
public sealed record RegisterPage(
    FamilyQuery Query, Organisation? Partner, IReadOnlyDictionary<SupportState, int> Counts, SupportRows Rows, IReadOnlyList<FieldItem> Districts, IReadOnlyList<FieldItem> Officers, bool MayAct, string? First, string? Next);

/// <summary>Support for families after one incident.</summary>
public sealed record IncidentFamiliesPage(IncidentFrame Frame, FollowFigures Figures, SupportRows Asked, SupportRows Offered, int Hidden, bool MayAct);

/// <summary>What is still followed, over the whole register.</summary>
public sealed record FollowPage(FollowFigures Figures);

/// <summary>An act as typed.</summary>
public sealed class MoveForm
{
    /// <summary>The version it was opened at.</summary>
    public int Version { get; set; }

    /// <summary>The act.</summary>
    public string Act { get; set; } = "";

    /// <summary>What came of it, or why it is ended.</summary>
    public string? Outcome { get; set; }

    /// <summary>Whether the reviews still to come are dropped.</summary>
    public bool DropReviews { get; set; }

    /// <summary>Why.</summary>
    public string? DropReason { get; set; }

    /// <summary>The seal of what was answered for.</summary>
    public string? Knowing { get; set; }

    /// <summary>What the use case takes.</summary>
    public SupportMove Read() => new(Act, Outcome, DropReviews, DropReason);
}

/// <summary>A match as typed.</summary>
public sealed class FamilyMatchForm
{
    /// <summary>Reference of the offer.</summary>
    public string Offer { get; set; } = "";

    /// <summary>What its partner is told.</summary>
    public string? Words { get; set; }

    /// <summary>The seal of what was answered for.</summary>
    public string? Knowing { get; set; }
}

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

/// <summary>A review as typed.</summary>
public sealed class ReviewForm
{
    /// <summary>The version it was opened at.</summary>
    public int Version { get; set; }

    /// <summary>How it goes.</summary>
    public SupportStanding? Standing { get; set; }

    /// <summary>What was found, or what the partner says.</summary>
    public string? Said { get; set; }

    /// <summary>What is next.</summary>
    public string? NextStep { get; set; }

    /// <summary>What the partner says.</summary>
    public string? Words { get; set; }

    /// <summary>The seal of what was answered for.</summary>
    public string? Knowing { get; set; }

    /// <summary>What the use case takes.</summary>
    public ReviewPlan Read() => new(Standing, Said, NextStep);
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
