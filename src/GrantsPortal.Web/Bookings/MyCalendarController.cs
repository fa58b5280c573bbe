using GrantsPortal.Bookings;
using GrantsPortal.Bookings.Calendar;
using GrantsPortal.Web.Shared;
using GrantsPortal.Web.Shared.Languages;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace GrantsPortal.Web.Bookings;

/// <summary>The address of one's own calendar.</summary>
[Authorize(Policies.SignedIn)]
public sealed class MyCalendarController(CalendarDesk desk, IStringLocalizer<Texts> texts) : Controller
{
    /// <summary>Makes the address of one's own calendar, or a new one.</summary>
    [HttpPost(BookingRoutes.RenewCalendar)]
    public async Task<IActionResult> Renew()
    {
        await desk.Renew(User.Actor());
        TempData.SayDone(texts["This is the address of your calendar now. An earlier one is of no use any more"]);
        return LocalRedirect(BookingRoutes.Mine + "#calendar");
    }
}
