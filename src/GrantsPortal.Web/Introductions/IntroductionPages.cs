using GrantsPortal.Introductions;
using GrantsPortal.Introductions.Matching;
using GrantsPortal.Introductions.Offers;
using GrantsPortal.Organisations;
using GrantsPortal.People;
using GrantsPortal.Web.Bookings;
using GrantsPortal.Web.Bookings.Desk;
using GrantsPortal.Web.Partnerships;
using GrantsPortal.Web.Shared;
using GrantsPortal.Web.Shared.Forms;
using GrantsPortal.Web.Shared.Languages;

namespace GrantsPortal.Web.Introductions;

/// <summary>What the module's pages need.</summary>
public static class IntroductionPages
{
    /// <summary>Registers it.</summary>
    public static IServiceCollection AddIntroductionPages(this IServiceCollection services) => services
        .AddSingleton<IRefusalSentences, IntroductionSentences>()
        .AddSingleton<IMySection, MyIntroductionsSection>()
        .AddSingleton<IBookingPart, MeetingPart>()
        .AddSingleton<IPartnerPart, IntroductionsPartnerPart>()
        .AddSingleton<IBookingPart, TablePart>()
        .AddSingleton(new OccasionTab(TablesController.Tab, "Tables", 70));
}

/// <summary>What an organisation offers and seeks, to be read and changed.</summary>
/// <param name="Organisation">The organisation.</param>
/// <param name="Profile">How far it takes part.</param>
/// <param name="Entries">What it offers and seeks.</param>
/// <param name="Today">The city's day.</param>
/// <param name="Me">The reader's membership; null for staff.</param>
public sealed record OffersPage(Organisation Organisation, PartnerProfile Profile, IReadOnlyList<PartnerEntry> Entries, DateOnly Today, Membership? Me)
{
    /// <summary>Whether the reader may write.</summary>
    public bool MayWrite { get; init; } = Me?.MayEdit ?? false;

    /// <summary>The entries of a side and kind.</summary>
    public IReadOnlyList<PartnerEntry> Of(EntrySide side, EntryKind kind) => [.. Entries.Where(entry => entry.Side == side && entry.Kind == kind)];

    /// <summary>Where they are written.</summary>
    public string Path(EntrySide side, EntryKind kind) => Me is null ? IntroductionRoutes.PartnerEntries(Organisation.Slug, side, kind) : IntroductionRoutes.Entries(Organisation.Slug, side, kind);
}

/// <summary>Where the entries of one side and kind are written.</summary>
/// <param name="Organisation">The organisation.</param>
/// <param name="Side">Offered or sought.</param>
/// <param name="Kind">The kind.</param>
/// <param name="Choices">The city's list.</param>
/// <param name="Form">What is written.</param>
/// <param name="Back">Where the whole is.</param>
/// <param name="Officer">Whether an officer writes.</param>
public sealed record EntriesPage(Organisation Organisation, EntrySide Side, EntryKind Kind, IReadOnlyList<FieldItem> Choices, EntriesForm Form, string Back, bool Officer);

/// <summary>A person's introductions.</summary>
/// <param name="All">Every one, the latest first.</param>
/// <param name="Circles">The organisations the person may ask for, with who may fit.</param>
/// <param name="Readers">Organisations of which the person is a Viewer.</param>
public sealed record MyIntroductionsPage(IReadOnlyList<MyIntroduction> All, IReadOnlyList<PartnerCircle> Circles, IReadOnlyList<Membership> Readers);

/// <summary>An organisation with who may fit.</summary>
public sealed record PartnerCircle(Membership Membership, PartnerProfile Profile, int Entries, IReadOnlyList<FoundPartner> Found);

/// <summary>Where an organisation asks to be introduced to another.</summary>
public sealed record AskIntroductionPage(Organisation Mine, Organisation Other, bool Visible, IReadOnlyList<MatchReason> Reasons, IReadOnlyList<Person> Members, AskIntroductionForm Form);

/// <summary>One introduction, for a side.</summary>
/// <param name="Introduction">The introduction.</param>
/// <param name="Mine">The reader's organisation.</param>
/// <param name="Me">The reader's membership.</param>
/// <param name="Side">What the reader's side said.</param>
/// <param name="Other">The other organisation; null while it may not be named.</param>
/// <param name="Hidden">Whether the reader's organisation is not named to the other yet.</param>
/// <param name="Contact">The other's contact; null before both have agreed.</param>
/// <param name="Members">The members whose contact can be passed on.</param>
/// <param name="MayAnswer">Whether the side can still answer.</param>
public sealed record MyIntroductionPage(
    Introduction Introduction, Organisation Mine, Membership Me, IntroductionSide Side, Organisation? Other, bool Hidden, PassedContact? Contact, IReadOnlyList<Person> Members, bool MayAnswer)
{
    /// <summary>The answer as typed.</summary>
    public AnswerForm Answer { get; init; } = new();
}

/// <summary>The staff's list.</summary>
public sealed record IntroductionsDeskPage(IReadOnlyList<IntroductionRow> Rows, IntroductionState? State, string? Search, IReadOnlyDictionary<IntroductionState, int> Counts, OutcomeFigures Outcomes, string? Next, bool First);

/// <summary>Where an officer puts two together.</summary>
public sealed record NewIntroductionPage(NewIntroductionForm Form, IReadOnlyList<MatchReason> Reasons, bool AskAgain);

/// <summary>One introduction, for staff.</summary>
public sealed record IntroductionDeskPage(Introduction Introduction, IReadOnlyList<DeskSide> Sides, string? AskedBy, bool MayAct)
{
    /// <summary>The first side, from which the reasons are seen.</summary>
    public DeskSide Low => Sides[0];
}

/// <summary>A side of an introduction, for staff.</summary>
public sealed record DeskSide(Organisation Organisation, IntroductionSide Side, bool Visible, string? Contact, string? AnsweredBy);

/// <summary>The staff's list of partners.</summary>
public sealed record PartnersPage(IReadOnlyList<PartnerRow> Rows, PartnerFilter Show, string? Search, PartnerCounts Counts, string? Next, bool First);

/// <summary>A partner, for staff.</summary>
public sealed record PartnerPage(OffersPage Offers, IReadOnlyList<FoundPartner> Found, IReadOnlyList<IntroductionRow> Introductions, bool MayAct);
