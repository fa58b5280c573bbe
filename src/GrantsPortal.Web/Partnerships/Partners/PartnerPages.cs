using GrantsPortal.Organisations;
using GrantsPortal.Partnerships;
using GrantsPortal.Partnerships.Access;
using GrantsPortal.Partnerships.Contacts;
using GrantsPortal.Partnerships.Partners;
using GrantsPortal.People;
using GrantsPortal.Web.Partnerships.Engagements;
using GrantsPortal.Web.Shared.Forms;
using GrantsPortal.Web.Shared.Languages;

namespace GrantsPortal.Web.Partnerships.Partners;

/// <summary>A partner on one page.</summary>
public sealed record PartnerPage(Organisation Organisation, Partner Partner, PartnerSight Sight, FiveLines Lines, IReadOnlyList<PartnerPart> Parts, IReadOnlyList<StoryLine> Story, DateTimeOffset? Earlier)
{
    /// <summary>Whether the reader changes the record itself.</summary>
    public bool MayChange { get; init; }

    /// <summary>Members with an account, Owners first.</summary>
    public IReadOnlyList<Person> Members { get; init; } = [];

    /// <summary>Contacts.</summary>
    public IReadOnlyList<PartnerContact> Contacts { get; init; } = [];

    /// <summary>How many handovers there were.</summary>
    public int Handovers { get; init; }

    /// <summary>The form that logs a contact, for whoever keeps the record.</summary>
    public LogBox? Box { get; init; }

    /// <summary>Names of its themes.</summary>
    public IReadOnlyList<string> Themes { get; init; } = [];

    /// <summary>Whether the story is not read from its beginning.</summary>
    public bool Later { get; init; }

    /// <summary>Whether contacts are stale.</summary>
    public Func<PartnerContact, bool> IsStale { get; init; } = _ => false;
}

/// <summary>Who they are to the city in five lines.</summary>
/// <param name="FocalPoint">Who is responsible.</param>
/// <param name="Deputy">Who steps in.</param>
/// <param name="Cover">Who covers today.</param>
/// <param name="Notes">Restricted notes, without their words.</param>
/// <param name="Last">When they were last spoken to or seen.</param>
/// <param name="Open">How many commitments are open.</param>
/// <param name="Overdue">How many of them are overdue.</param>
/// <param name="Needs">How many needs and concerns wait for an answer.</param>
public sealed record FiveLines(Person? FocalPoint, Person? Deputy, PartnerCover? Cover, IReadOnlyList<PartnerNote> Notes, Encounter? Last, int Open, int Overdue, int Needs);

/// <summary>Restricted notes that somebody asked for, and a new one.</summary>
public sealed record NotesPage(Partner Partner, PartnerNoteKind Kind, IReadOnlyList<PartnerNote> Notes, bool MayWrite, string? Words);

/// <summary>A record being changed by an officer, or described by the partner itself.</summary>
public sealed record PartnerEditPage(Partner Partner, PartnerForm Form, IReadOnlyList<Person> Officers, IReadOnlyList<FieldItem> Themes, IReadOnlyList<FieldItem> Districts, IReadOnlyList<FieldItem> Languages)
{
    /// <summary>Its part of an address, where the partner itself writes.</summary>
    public string? Slug { get; init; }

    /// <summary>Whether somebody saved it meanwhile.</summary>
    public bool Changed { get; init; }
}

/// <summary>A record as typed.</summary>
public sealed class PartnerForm
{
    /// <summary>The version it was opened at.</summary>
    public int Version { get; set; }

    /// <summary>How closely it is kept in touch with.</summary>
    public PartnerTier Tier { get; set; }

    /// <summary>Who is responsible.</summary>
    public long? FocalPointId { get; set; }

    /// <summary>Who steps in.</summary>
    public long? DeputyId { get; set; }

    /// <summary>When it is to be spoken to next.</summary>
    public DateOnly? NextContactOn { get; set; }

    /// <summary>Codes of languages.</summary>
    public List<string> Languages { get; set; } = [];

    /// <summary>Codes of themes.</summary>
    public List<string> Themes { get; set; } = [];

    /// <summary>Names of districts.</summary>
    public List<string> Districts { get; set; } = [];

    /// <summary>The communities it serves.</summary>
    public string? Communities { get; set; }

    /// <summary>What the partner says of itself.</summary>
    public PartnerDescription Description => new() { Languages = Languages, Themes = Themes, Districts = Districts, Communities = Communities };

    /// <summary>What the use case takes.</summary>
    public PartnerPlan Read() => new() { Tier = Tier, FocalPointId = FocalPointId, DeputyId = DeputyId, NextContactOn = NextContactOn, Description = Description };

    /// <summary>A record as it stands.</summary>
    public static PartnerForm Of(Partner partner) => new()
    {
        Version = partner.Version,
        Tier = partner.Tier,
        FocalPointId = partner.FocalPointId,
        DeputyId = partner.DeputyId,
        NextContactOn = partner.NextContactOn,
        Languages = [.. partner.Languages],
        Themes = [.. partner.Themes],
        Districts = [.. partner.Districts],
        Communities = partner.Communities,
    };
}

/// <summary>English words for what a partner's record holds, said through the localiser.</summary>
public static class PartnerWords
{
    /// <summary>Codes of the languages to choose from, by their English names; a partner's others are kept.</summary>
    public static readonly IReadOnlyList<string> Languages =
        ["sq", "am", "ar", "bn", "bg", "yue", "hr", "cs", "nl", "en", "fr", "de", "el", "gu", "hi", "hu", "it", "ku", "lt", "pl", "pt", "pa", "ro", "ru", "so", "es", "sw", "ta", "ti", "tr", "uk", "ur", "vi", "zh"];

    /// <summary>The languages to choose from, with those a record has already.</summary>
    public static IReadOnlyList<FieldItem> LanguageItems(IEnumerable<string> known) => [.. Languages.Union(known).Select(code => new FieldItem(code, LanguageNames.Of(code)))];

    /// <summary>A state, for staff.</summary>
    public static string Of(PartnerState state) => PartnerStates.Table.Names[state].ForStaff;

    /// <summary>The colour of a state's tag.</summary>
    public static string Kind(PartnerState state) => state switch { PartnerState.Active => "good", PartnerState.Prospect => "open", PartnerState.Dormant => "waiting", _ => "quiet" };

    /// <summary>A tier.</summary>
    public static string Of(PartnerTier tier) => tier switch { PartnerTier.Close => "Close", PartnerTier.Regular => "Regular", _ => "Light" };

    /// <summary>A kind of restricted note, as a heading.</summary>
    public static string Of(PartnerNoteKind kind) => kind == PartnerNoteKind.Trust ? "Notes on trust" : "Notes on reach";

    /// <summary>The button that shows them.</summary>
    public static string Show(PartnerNoteKind kind) => kind == PartnerNoteKind.Trust ? "Show the notes on trust" : "Show the notes on reach";

    /// <summary>The field of a kind of note.</summary>
    public static PartnerField Field(PartnerNoteKind kind) => PartnerRules.FieldOf(kind);
}
