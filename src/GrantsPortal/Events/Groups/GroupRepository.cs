using GrantsPortal.Platform.Database;

namespace GrantsPortal.Events.Groups;

/// <summary>Small groups, and who is in which.</summary>
public static class GroupRepository
{
    private const string Columns = "g.Id, g.SlotId, s.StartsAt, s.EndsAt, g.Title, g.About, g.Room, g.Seats, g.Taken, g.Version";

    /// <summary>The groups of an occasion by time; at most 100.</summary>
    public static Task<IReadOnlyList<SmallGroup>> OfOccasion(UnitOfWork work, long occasion) =>
        work.List<SmallGroup>(
            $"SELECT {Columns} FROM GroupSlot s JOIN SmallGroup g ON g.SlotId = s.Id WHERE s.OccasionId = @occasion ORDER BY s.StartsAt, g.Id {Dialect.Page}",
            new { occasion, take = GroupRules.MostGroups });

    /// <summary>The group of an occasion; or null.</summary>
    public static Task<SmallGroup?> Find(UnitOfWork work, long occasion, long id) =>
        work.Find<SmallGroup>($"SELECT {Columns} FROM SmallGroup g JOIN GroupSlot s ON s.Id = g.SlotId WHERE g.Id = @id AND s.OccasionId = @occasion", new { occasion, id });

    /// <summary>What a booking has chosen; at most 100.</summary>
    public static Task<IReadOnlyList<GroupChoice>> Of(UnitOfWork work, long booking) =>
        work.List<GroupChoice>($"SELECT BookingId, SlotId, GroupId FROM GroupChoice WHERE BookingId = @booking ORDER BY SlotId {Dialect.Page}", new { booking, take = 100 });

    /// <summary>Everybody in a group of an occasion, by name; at most 10,000.</summary>
    public static Task<IReadOnlyList<GroupMember>> Members(UnitOfWork work, long occasion) =>
        work.List<GroupMember>(
            $"""
            SELECT c.GroupId, b.Name, b.Reference, o.Name AS OrganisationName
            FROM GroupSlot s
            JOIN GroupChoice c ON c.SlotId = s.Id
            JOIN Booking b ON b.Id = c.BookingId
            JOIN BookingParty p ON p.Id = b.PartyId
            LEFT JOIN Organisation o ON o.Id = p.OrganisationId
            WHERE s.OccasionId = @occasion
            ORDER BY b.Name, b.Id
            {Dialect.Page}
            """,
            new { occasion, take = 10_000 });

    /// <summary>Takes a seat in a group if one is free: false when none is. The guard that keeps a group from being oversold, whatever was read before.</summary>
    public static Task<bool> Take(UnitOfWork work, long group) =>
        work.Guarded("UPDATE SmallGroup SET Taken = Taken + 1 WHERE Id = @group AND Taken < Seats", new { group });

    /// <summary>Lets a seat in a group go.</summary>
    public static async Task Release(UnitOfWork work, long group)
    {
        if (!await work.Guarded("UPDATE SmallGroup SET Taken = Taken - 1 WHERE Id = @group AND Taken > 0", new { group }))
        {
            throw new InvalidOperationException($"The small group {group} has no seat to let go.");
        }
    }

    /// <summary>Keeps a first choice; false when there is one at that time.</summary>
    public static Task<bool> Choose(UnitOfWork work, long booking, SmallGroup group) =>
        work.TryInsert("INSERT INTO GroupChoice (BookingId, SlotId, GroupId, ChosenAt) VALUES (@booking, @SlotId, @Id, @now)", new { booking, group.SlotId, group.Id, now = work.Now });

    /// <summary>Keeps another choice at the same time; false when it was changed meanwhile.</summary>
    public static Task<bool> Change(UnitOfWork work, GroupChoice from, long to) =>
        work.Guarded(
            "UPDATE GroupChoice SET GroupId = @to, ChosenAt = @now WHERE BookingId = @BookingId AND SlotId = @SlotId AND GroupId = @GroupId",
            new { from.BookingId, from.SlotId, from.GroupId, to, now = work.Now });

    /// <summary>Forgets a choice; false when it was changed meanwhile.</summary>
    public static Task<bool> Leave(UnitOfWork work, GroupChoice choice) =>
        work.Guarded("DELETE FROM GroupChoice WHERE BookingId = @BookingId AND SlotId = @SlotId AND GroupId = @GroupId", new { choice.BookingId, choice.SlotId, choice.GroupId });

    /// <summary>The time of an occasion's groups, kept if it was not.</summary>
    public static async Task<long> Slot(UnitOfWork work, long occasion, DateTimeOffset startsAt, DateTimeOffset endsAt)
    {
        if (await work.Find<GroupSlot>("SELECT Id, StartsAt, EndsAt FROM GroupSlot WHERE OccasionId = @occasion AND StartsAt = @startsAt AND EndsAt = @endsAt", new { occasion, startsAt, endsAt }) is { } known)
        {
            return known.Id;
        }

        var id = work.NewId();
        await work.Execute("INSERT INTO GroupSlot (Id, OccasionId, StartsAt, EndsAt) VALUES (@id, @occasion, @startsAt, @endsAt)", new { id, occasion, startsAt, endsAt });
        return id;
    }

    /// <summary>Adds a group.</summary>
    public static Task Insert(UnitOfWork work, SmallGroup group) =>
        work.Execute(
            "INSERT INTO SmallGroup (Id, SlotId, Title, About, Room, Seats, Taken, Version) VALUES (@Id, @SlotId, @Title, @About, @Room, @Seats, 0, 1)",
            new { group.Id, group.SlotId, group.Title, group.About, group.Room, group.Seats });

    /// <summary>Changes a group; false when somebody was quicker, or it would have fewer seats than are taken.</summary>
    public static Task<bool> Update(UnitOfWork work, SmallGroup group, int version) =>
        work.Guarded(
            """
            UPDATE SmallGroup
            SET SlotId = @SlotId, Title = @Title, About = @About, Room = @Room, Seats = @Seats, Version = Version + 1
            WHERE Id = @Id AND Version = @version AND Taken <= @Seats AND (SlotId = @SlotId OR Taken = 0)
            """,
            new { group.Id, group.SlotId, group.Title, group.About, group.Room, group.Seats, version });

    /// <summary>Removes a group; false when somebody is in it.</summary>
    public static Task<bool> Remove(UnitOfWork work, long id) => work.Guarded("DELETE FROM SmallGroup WHERE Id = @id AND Taken = 0", new { id });

    /// <summary>Removes the times of an occasion that no group is at.</summary>
    public static Task RemoveEmptySlots(UnitOfWork work, long occasion) =>
        work.Execute(
            "DELETE FROM GroupSlot WHERE OccasionId = @occasion AND NOT EXISTS (SELECT 1 FROM SmallGroup g WHERE g.SlotId = GroupSlot.Id)", new { occasion });

    /// <summary>Copies the groups to another occasion, at other times, with nobody in them.</summary>
    public static async Task Copy(UnitOfWork work, long from, long to, Func<DateTimeOffset, DateTimeOffset> moved)
    {
        foreach (var group in await OfOccasion(work, from))
        {
            await Insert(work, group with { Id = work.NewId(), SlotId = await Slot(work, to, moved(group.StartsAt), moved(group.EndsAt)) });
        }
    }
}
