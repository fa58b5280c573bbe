using System.Globalization;
using GrantsPortal.Response.Families;

namespace GrantsPortal.Web.Response.Families;

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
        Side = Side,
        OrganisationId = OrganisationId,
        Incident = Incident,
        Kind = Kind,
        Band = Band,
        Words = Words ?? "",
        Languages = Languages,
        District = District ?? "",
        FollowerId = FollowerId,
        DeputyId = DeputyId,
    };

    /// <summary>An entry as it stands.</summary>
    public static SupportForm Of(FamilySupport support) => new()
    {
        Version = support.Version,
        Side = support.Side,
        OrganisationId = support.OrganisationId,
        Incident = support.IncidentReference,
        Kind = support.Kind,
        Band = support.Band,
        Words = support.Words,
        Languages = [.. support.LanguageNames],
        District = support.District,
        FollowerId = support.FollowerId,
        DeputyId = support.DeputyId,
    };
}

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
        Side = Side,
        Kind = Kind,
        State = State,
        District = string.IsNullOrEmpty(District) ? null : District,
        Overdue = Overdue,
        OrganisationId = Partner,
        Unfollowed = Follower == "nobody",
        FollowerId = long.TryParse(Follower, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null,
    };

    /// <summary>The register's address with this and another state.</summary>
    public string At(SupportState? state, params ReadOnlySpan<(string Name, object? Value)> more) => Shared.Address.Of(
        FamilyRoutes.All,
        [("side", Side), ("kind", Kind), ("state", state), ("district", District), ("follower", Follower), ("overdue", Overdue ? "true" : null), ("partner", Partner), .. more]);
}

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
