using GrantsPortal.Platform;
using Microsoft.AspNetCore.Mvc;

namespace GrantsPortal.Web.People;

/// <summary>A link that does nothing any more: why, and where to get another.</summary>
public sealed record DeadLinkPage(Refusal Why, string Again);

/// <summary>Answers links that are used, expired or unknown.</summary>
public static class DeadLinks
{
    /// <summary>A page with status 410 that says why and leads on.</summary>
    public static ViewResult DeadLink(this Controller controller, Refusal why, string again)
    {
        controller.Response.StatusCode = StatusCodes.Status410Gone;
        return controller.View("DeadLink", new DeadLinkPage(why, again));
    }
}
