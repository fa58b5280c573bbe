using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Jobs;
using GrantsPortal.Web.Shared;
using GrantsPortal.Web.Shared.Languages;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace GrantsPortal.Web.Platform;

/// <summary>What the portal does by itself.</summary>
[Authorize(Policies.ReadAdmin)]
public sealed class JobsController(PortalDatabase database, JobRunner runner, JobDesk desk, IOptions<JobOptions> options, Sentences sentences, IStringLocalizer<Texts> texts) : Controller
{
    /// <summary>Every job: when it ran, what came of it, when it is due.</summary>
    [HttpGet(PlatformRoutes.Jobs)]
    public async Task<IActionResult> Index()
    {
        await using var work = await database.Read();
        var runs = (await JobRepository.All(work)).ToDictionary(run => run.Name);
        return View(new JobsPage(
            [.. runner.Jobs.Select(job => new JobLine(job.Name, job.Does, runs.GetValueOrDefault(job.Name) ?? new JobRun { Name = job.Name }))],
            work.Now,
            options.Value.Enabled));
    }

    /// <summary>Makes a job due at once.</summary>
    [HttpPost(PlatformRoutes.Jobs + "/{name}/run"), Authorize(Policies.Administer)]
    public async Task<IActionResult> Run(string name)
    {
        var outcome = await desk.RunNow(User.Actor(), name);
        if (outcome.Refusals is [{ Code: "job.not-found" }])
        {
            return NotFound();
        }

        if (outcome.Refused)
        {
            TempData.SayNote(sentences.Say(outcome.Refusals[0]));
        }
        else
        {
            TempData.SayDone(texts["{0} is due now and begins in a moment", name]);
        }

        return LocalRedirect(PlatformRoutes.Jobs);
    }
}

/// <summary>One job with its last run.</summary>
public sealed record JobLine(string Name, string Does, JobRun Run);

/// <summary>What the page of jobs shows.</summary>
public sealed record JobsPage(IReadOnlyList<JobLine> Jobs, DateTimeOffset Now, bool Enabled);
