using System.Security.Claims;
using GrantsPortal.Applications;
using GrantsPortal.Bookings;
using GrantsPortal.DueDiligence;
using GrantsPortal.Events;
using GrantsPortal.Following;
using GrantsPortal.Funds;
using GrantsPortal.Introductions;
using GrantsPortal.Organisations;
using GrantsPortal.Partnerships;
using GrantsPortal.Partnerships.Partners;
using GrantsPortal.Partnerships.PublicDirectory;
using GrantsPortal.Payments.Claims;
using GrantsPortal.Platform;
using GrantsPortal.Resources;
using GrantsPortal.Response;
using GrantsPortal.Response.Families;
using GrantsPortal.Training;

namespace GrantsPortal.Web.Shared;

/// <summary>One entry of a navigation.</summary>
/// <param name="Label">English label, said through the localiser.</param>
/// <param name="Path">Where it leads; also marks it current on every page below.</param>
/// <param name="Seen">Who sees it.</param>
public sealed record NavigationItem(string Label, string Path, Func<ClaimsPrincipal, bool> Seen)
{
    /// <summary>Further paths that belong to this entry.</summary>
    public IReadOnlyList<string> Also { get; init; } = [];

    /// <summary>Whether a request for a path is at this entry or below it.</summary>
    public bool Holds(PathString path) => path.StartsWithSegments(Path) || Also.Any(other => path.StartsWithSegments(other));
}

/// <summary>Every navigation of the portal, and who sees what of it: the one place to add an entry.</summary>
public static class NavigationItems
{
    /// <summary>The row below the header, on every page.</summary>
    public static readonly IReadOnlyList<NavigationItem> Main =
    [
        new("Calls", "/calls", Everybody),
        new("Awards", "/awards", Everybody),
        new("Training", TrainingRoutes.Catalogue, Everybody),
        new("Resources", ResourceRoutes.Library, Everybody),
        new("Partners", DirectoryRoutes.Browse, Everybody),
        new("Events", EventRoutes.Browse, Everybody),
        new("What needs me", "/my", SignedIn),
        new("Reviews", "/reviews", In(Roles.Reviewer)),
        new("Manage", "/manage", Desk),
        new("Administration", "/admin", In(Roles.Administrator, Roles.Auditor)),
    ];

    /// <summary>The second row on the desks of the city's staff.</summary>
    public static readonly IReadOnlyList<NavigationItem> Manage =
    [
        new("Calls", "/manage/calls", Desk),
        new("Applications", "/manage/applications", Desk),
        new("Panels", "/manage/panels", Desk),
        new("Awards", "/manage/awards", Desk),
        new("Funds", FundRoutes.Figures, Desk) { Also = [FundRoutes.Sources, FundRoutes.Ledger, FundRoutes.YearEnd, FundRoutes.Overdrawing] },
        new("Reports", "/manage/reports", Desk),
        new("Payments", "/manage/payments", Payments),
        new("Screening", DueDiligenceRoutes.Screening, person => person.IsInRole(Roles.FocalPoint) && !Payments(person)),
        new("Training", TrainingRoutes.Desk, Desk),
        new("Resources", ResourceRoutes.Desk, Desk),
        new("Events", EventRoutes.Desk, Desk),
        new("Partnerships", PartnershipRoutes.All, Policies.MayReadPartnerships),
        new("Incidents", ResponseRoutes.All, Policies.MayReadPartnerships),
        new("Organisations", OrganisationRoutes.ManageAll, Desk),
        new("Introductions", IntroductionRoutes.Desk, Desk),
        new("Messages", "/manage/messages", In(Roles.Administrator, Roles.ProgrammeOfficer, Roles.Auditor)),
    ];

    /// <summary>The second row on the administrator's desk.</summary>
    public static readonly IReadOnlyList<NavigationItem> Administration =
    [
        new("Users", "/admin/users", In(Roles.Administrator, Roles.Auditor)),
        new("Settings", "/admin/settings", In(Roles.Administrator, Roles.Auditor)),
        new("E-mails", "/admin/emails", In(Roles.Administrator, Roles.Auditor)),
        new("Audit trail", "/admin/audit", In(Roles.Administrator, Roles.Auditor)),
        new("Jobs", "/admin/jobs", In(Roles.Administrator, Roles.Auditor)),
        new("Partners’ fields", PartnerRoutes.Access, In(Roles.Administrator, Roles.Auditor)),
        new("Records kept", PartnerRoutes.Kept, In(Roles.Administrator, Roles.Auditor)),
    ];

    /// <summary>The second row on a person's own pages.</summary>
    public static readonly IReadOnlyList<NavigationItem> Mine =
    [
        new("What needs me", "/my", SignedIn),
        new("Applications", "/my/applications", SignedIn) { Also = [ApplicationRoutes.Consortia] },
        new("Bookings", BookingRoutes.Mine, SignedIn),
        new("Introductions", IntroductionRoutes.Mine, SignedIn),
        new("Partnership", PartnerRoutes.Mine, SignedIn),
        new("In a crisis", ResponseRoutes.Mine, SignedIn) { Also = [FamilyRoutes.Mine] },
        new("Organisation", "/my/organisation", SignedIn) { Also = [PartnershipRoutes.Mine] },
    ];

    /// <summary>The second row on the pages of reviewers.</summary>
    public static readonly IReadOnlyList<NavigationItem> Reviewing =
    [
        new("Reviews", "/reviews", SignedIn),
        new("Fees and expenses", ClaimRoutes.Mine, SignedIn),
    ];

    /// <summary>The account menu.</summary>
    public static readonly IReadOnlyList<NavigationItem> Account =
    [
        new("Password and security", "/account/security", SignedIn),
        new("Your data", "/account/data", SignedIn),
    ];

    /// <summary>Below every page.</summary>
    public static readonly IReadOnlyList<NavigationItem> Footer =
    [
        new("Hear what is new", FollowRoutes.Ask, Everybody),
        new("Accessibility", "/accessibility", Everybody),
        new("Privacy", "/privacy", Everybody),
        new("What each state means", PlatformRoutes.States, Desk),
    ];

    /// <summary>The second row that belongs to a path, if any.</summary>
    public static IReadOnlyList<NavigationItem> SecondRow(PathString path) =>
        path.StartsWithSegments("/manage") ? Manage
        : path.StartsWithSegments("/admin") ? Administration
        : path.StartsWithSegments("/my") ? Mine
        : path.StartsWithSegments("/reviews") ? Reviewing
        : [];

    /// <summary>The entry of a row that a path is at: the one with the longest path that holds it.</summary>
    public static NavigationItem? Current(IEnumerable<NavigationItem> row, PathString path) =>
        row.Where(item => item.Holds(path)).MaxBy(item => item.Path.Length);

    private static bool Everybody(ClaimsPrincipal person) => true;

    private static bool SignedIn(ClaimsPrincipal person) => person.Identity?.IsAuthenticated == true;

    private static bool Desk(ClaimsPrincipal person) => Roles.Staff.Any(person.IsInRole);

    private static bool Payments(ClaimsPrincipal person) => In(Roles.Finance, Roles.Approver, Roles.ProgrammeOfficer, Roles.Auditor, Roles.Administrator)(person);

    private static Func<ClaimsPrincipal, bool> In(params string[] roles) => person => roles.Any(person.IsInRole);
}
