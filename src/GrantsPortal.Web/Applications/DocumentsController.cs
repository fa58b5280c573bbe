using GrantsPortal.Applications;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Files;
using GrantsPortal.Web.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace GrantsPortal.Web.Applications;

/// <summary>
/// Documents of applications, as attachments: for those whose application it is; of what was submitted also for the city's
/// staff and for those another module lets read it. Nobody else learns that there is one.
/// </summary>
[Authorize(Policies.SignedIn)]
public sealed class DocumentsController(PortalDatabase database, FileStore files, IEnumerable<IApplicationAccess> others) : Controller
{
    /// <summary>The document's content.</summary>
    [HttpGet("/documents/{reference}/{id:long}")]
    public async Task<IActionResult> Get(string reference, long id)
    {
        await using var work = await database.Read();
        var application = await ApplicationRepository.FindByReference(work, reference);
        var document = application is null ? null : await ApplicationRepository.Document(work, application.Id, id);
        if (document is null || !await MayRead(work, application!, document) || !files.Has(document.Hash))
        {
            return NotFound();
        }

        return File(files.Open(document.Hash), document.ContentType, document.Name);
    }

    private async Task<bool> MayRead(UnitOfWork work, Application application, ApplicationDocument document)
    {
        var actor = User.Actor();
        if (await ApplicationRepository.FindFor(work, application.Reference, actor.Person) is not null)
        {
            return true;
        }

        if (application.State == ApplicationState.Draft)
        {
            return application.OfficerMayLook && actor.Is(Roles.ProgrammeOfficer) && document.RemovedAt is null;
        }

        if (!await WasSubmitted(work, application, document))
        {
            return false;
        }

        if (actor.Is([.. Roles.Staff]))
        {
            return true;
        }

        foreach (var module in others)
        {
            if (await module.MayRead(work, actor, application.Id))
            {
                return true;
            }
        }

        return false;
    }

    private static async Task<bool> WasSubmitted(UnitOfWork work, Application application, ApplicationDocument document)
    {
        for (var number = application.SubmissionNumber; number > 0; number--)
        {
            var submission = await ApplicationRepository.Submission(work, application.Id, number);
            if (submission?.Read().Documents.Any(sent => sent.Id == document.Id) == true)
            {
                return true;
            }
        }

        return false;
    }
}
