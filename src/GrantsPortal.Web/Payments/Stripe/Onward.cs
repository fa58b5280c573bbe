using Microsoft.AspNetCore.Mvc;

namespace GrantsPortal.Web.Payments.Stripe;

/// <summary>
/// Leads on to a page of Stripe's after a button was pressed. The content security policy lets forms go nowhere but to the
/// portal, redirects included, so the answer is a page that goes on by itself and holds the link.
/// </summary>
public static class Onward
{
    /// <summary>The page that goes on to an address Stripe gave.</summary>
    public static IActionResult To(Controller controller, string address)
    {
        var to = new Uri(address, UriKind.Absolute);
        controller.Response.Headers["Refresh"] = $"0;url={to.AbsoluteUri}";
        return controller.View("/Payments/Stripe/Onward.cshtml", to);
    }
}
