using System.Security.Claims;
using GrantsPortal.Platform;

namespace GrantsPortal.Web.Shared;

/// <summary>Who may use which pages. Reading a desk and acting at it are separate, since auditors only read.</summary>
public static class Policies
{
    /// <summary>Anybody signed in.</summary>
    public const string SignedIn = nameof(SignedIn);

    /// <summary>Reads the desks under /manage: every staff role.</summary>
    public const string ReadDesk = nameof(ReadDesk);

    /// <summary>Runs calls, applications, panels and awards: programme officers.</summary>
    public const string RunCalls = nameof(RunCalls);

    /// <summary>Looks after partnerships and organisations: focal-point and programme officers.</summary>
    public const string LookAfterPartners = nameof(LookAfterPartners);

    /// <summary>Screens: programme officers, focal-point officers, finance.</summary>
    public const string Screen = nameof(Screen);

    /// <summary>Decides on claims of panel members: programme officers, finance.</summary>
    public const string DecideClaims = nameof(DecideClaims);

    /// <summary>Reviews: reviewers.</summary>
    public const string Review = nameof(Review);

    /// <summary>Decides: approvers.</summary>
    public const string Decide = nameof(Decide);

    /// <summary>Answers variations: programme officers and approvers; which of them, the rule says.</summary>
    public const string DecideOnAwards = nameof(DecideOnAwards);

    /// <summary>Reads the pages under /admin: administrators and auditors.</summary>
    public const string ReadAdmin = nameof(ReadAdmin);

    /// <summary>Runs the system: administrators.</summary>
    public const string Administer = nameof(Administer);

    /// <summary>Reads the desks of payments: whoever pays, decides or runs awards, and auditors.</summary>
    public const string ReadMoney = nameof(ReadMoney);

    /// <summary>Stops payments to an organisation: Finance, approvers and programme officers.</summary>
    public const string StopPayments = nameof(StopPayments);

    /// <summary>Approves and releases payments: Finance and approvers; the use case keeps four eyes.</summary>
    public const string Pay = nameof(Pay);

    /// <summary>Prepares payments and keeps the books: Finance.</summary>
    public const string Finance = nameof(Finance);

    /// <summary>Asks money of an award back: Finance and programme officers.</summary>
    public const string AskBack = nameof(AskBack);

    /// <summary>Reads the record of partnerships: focal points, programme officers, administrators, auditors.</summary>
    public const string ReadPartnerships = nameof(ReadPartnerships);

    /// <summary>Keeps the record of partnerships: focal points, programme officers, administrators.</summary>
    public const string KeepPartnerships = nameof(KeepPartnerships);

    /// <summary>Signs agreements with partners for the city: approvers and focal points; which of them, the rule says.</summary>
    public const string SignAgreements = nameof(SignAgreements);

    private static readonly string[] PartnershipKeepers = [Roles.FocalPoint, Roles.ProgrammeOfficer, Roles.Administrator];

    private static readonly string[] MoneyReaders = [Roles.Finance, Roles.Approver, Roles.ProgrammeOfficer, Roles.Auditor, Roles.Administrator];

    private static readonly string[] PartnerOfficers = [Roles.ProgrammeOfficer, Roles.FocalPoint];

    /// <summary>Whether somebody is let in by <see cref="ReadMoney"/>; for links that others need not see.</summary>
    public static bool MayReadMoney(ClaimsPrincipal person) => MoneyReaders.Any(person.IsInRole);

    /// <summary>Whether somebody may act where <see cref="LookAfterPartners"/> stands, for pages that show its buttons.</summary>
    public static bool MayLookAfterPartners(ClaimsPrincipal person) => PartnerOfficers.Any(person.IsInRole);

    /// <summary>Whether somebody is let in by <see cref="ReadPartnerships"/>, for links that others need not see.</summary>
    public static bool MayReadPartnerships(ClaimsPrincipal person) => person.IsInRole(Roles.Auditor) || PartnershipKeepers.Any(person.IsInRole);

    /// <summary>Registers the policies.</summary>
    public static IServiceCollection AddPortalPolicies(this IServiceCollection services) => services.AddAuthorization(options =>
    {
        options.AddPolicy(SignedIn, policy => policy.RequireAuthenticatedUser());
        options.AddPolicy(ReadDesk, policy => policy.RequireRole(Roles.Staff));
        options.AddPolicy(RunCalls, policy => policy.RequireRole(Roles.ProgrammeOfficer));
        options.AddPolicy(LookAfterPartners, policy => policy.RequireRole(PartnerOfficers));
        options.AddPolicy(ReadPartnerships, policy => policy.RequireRole([.. PartnershipKeepers, Roles.Auditor]));
        options.AddPolicy(KeepPartnerships, policy => policy.RequireRole(PartnershipKeepers));
        options.AddPolicy(SignAgreements, policy => policy.RequireRole(Roles.Approver, Roles.FocalPoint));
        options.AddPolicy(Screen, policy => policy.RequireRole(Roles.ProgrammeOfficer, Roles.FocalPoint, Roles.Finance));
        options.AddPolicy(DecideClaims, policy => policy.RequireRole(Roles.ProgrammeOfficer, Roles.Finance));
        options.AddPolicy(Review, policy => policy.RequireRole(Roles.Reviewer));
        options.AddPolicy(Decide, policy => policy.RequireRole(Roles.Approver));
        options.AddPolicy(DecideOnAwards, policy => policy.RequireRole(Roles.ProgrammeOfficer, Roles.Approver));
        options.AddPolicy(ReadMoney, policy => policy.RequireRole(MoneyReaders));
        options.AddPolicy(StopPayments, policy => policy.RequireRole(Roles.Finance, Roles.Approver, Roles.ProgrammeOfficer));
        options.AddPolicy(Pay, policy => policy.RequireRole(Roles.Finance, Roles.Approver));
        options.AddPolicy(Finance, policy => policy.RequireRole(Roles.Finance));
        options.AddPolicy(AskBack, policy => policy.RequireRole(Roles.Finance, Roles.ProgrammeOfficer));
        options.AddPolicy(ReadAdmin, policy => policy.RequireRole(Roles.Administrator, Roles.Auditor));
        options.AddPolicy(Administer, policy => policy.RequireRole(Roles.Administrator));
    });
}
