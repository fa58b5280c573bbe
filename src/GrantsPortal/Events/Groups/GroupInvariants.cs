using GrantsPortal.Platform.Checks;
using GrantsPortal.Platform.Database;

namespace GrantsPortal.Events.Groups;

/// <summary>The count of seats of small groups is true.</summary>
public sealed class GroupsEqualChoices : IInvariant
{
    /// <inheritdoc/>
    public string Holds => "The seats counted in each small group are those chosen, never more than there are, by people who have a place.";

    /// <inheritdoc/>
    public async Task<IReadOnlyList<string>> Check(UnitOfWork work)
    {
        var wrong = await work.List<SmallGroup>(
            $"""
            SELECT g.Id, g.SlotId, s.StartsAt, s.EndsAt, g.Title, g.About, g.Room, g.Seats, g.Taken, g.Version
            FROM SmallGroup g
            JOIN GroupSlot s ON s.Id = g.SlotId
            WHERE g.Taken > g.Seats
                OR g.Taken <> (SELECT COUNT(*) FROM GroupChoice c WHERE c.GroupId = g.Id)
                OR EXISTS (SELECT 1 FROM GroupChoice d JOIN Booking b ON b.Id = d.BookingId WHERE d.GroupId = g.Id AND b.State NOT IN ('Confirmed', 'Attended', 'NoShow'))
            ORDER BY g.Id
            {Dialect.Page}
            """,
            new { take = 100 });
        return [.. wrong.Select(group => $"The small group “{group.Title}” ({group.Id}) counts {group.Taken} of {group.Seats} seats, which its choices do not bear out.")];
    }
}
