using GrantsPortal.Platform;
using GrantsPortal.Platform.Checks;
using GrantsPortal.Web.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace GrantsPortal.Web.Platform;

/// <summary>The administrators' first page.</summary>
[Authorize(Policies.ReadAdmin)]
public sealed class AdminController(Doctor doctor) : Controller
{
    /// <summary>What is wrong now, then where everything is.</summary>
    [HttpGet(PlatformRoutes.Admin)]
    public async Task<IActionResult> Index(CancellationToken cancel) =>
        View(new AdminPage(await doctor.Look(slow: false, cancel)));
}

/// <summary>What the administrators' first page shows.</summary>
public sealed record AdminPage(IReadOnlyList<Finding> Findings)
{
    /// <summary>What somebody has to mend.</summary>
    public IReadOnlyList<Finding> Wrong => [.. Findings.Where(finding => finding.Health == Health.Wrong)];

    /// <summary>Everything else that was looked at.</summary>
    public IReadOnlyList<Finding> Rest => [.. Findings.Where(finding => finding.Health != Health.Wrong)];
}
