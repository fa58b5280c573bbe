using GrantsPortal.Awards;
using GrantsPortal.Awards.Letters;
using GrantsPortal.Platform.Database;
using GrantsPortal.Web.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace GrantsPortal.Web.Awards;

/// <summary>Decision letters behind sign-in, for every member of the organisation.</summary>
[Authorize(Policies.SignedIn)]
public sealed class MyLettersController(PortalDatabase database) : Controller
{
    /// <summary>The latest letter about an application, with any earlier ones below; not found before one was sent.</summary>
    [HttpGet("/my/applications/{reference}/letter")]
    public async Task<IActionResult> Show(string reference)
    {
        await using var work = await database.Read();
        var letters = await LetterRepository.For(work, reference, User.Actor().Person);
        return letters.Count > 0 ? View(letters) : NotFound();
    }
}
