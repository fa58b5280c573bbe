using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;

namespace GrantsPortal.Bookings.Calendar;

/// <summary>Gives people the address that their calendar follows.</summary>
public sealed class CalendarDesk(PortalDatabase database)
{
    /// <summary>Makes the person's address, or a new one in place of the old, which is of no use from then on; gives its secret.</summary>
    public async Task<string> Renew(Actor actor)
    {
        await using var work = await database.Write(actor);
        var secret = BookingCodes.Secret();
        await CalendarRepository.Renew(work, actor.Person, secret);
        work.Audit("calendar.renewed", "Person", actor.Person);
        await work.Commit();
        return secret;
    }
}
