using GrantsPortal.People;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;

namespace GrantsPortal.Funds.Overdrawing;

/// <summary>An approver, and whether they may commit more than is free.</summary>
public sealed class ApproverRight
{
    /// <summary>The person.</summary>
    public long PersonId { get; init; }

    /// <summary>Their name.</summary>
    public string Name { get; init; } = "";

    /// <summary>Their address.</summary>
    public string Email { get; init; } = "";

    /// <summary>When the right was given, in UTC; null where it is not held.</summary>
    public DateTimeOffset? GivenAt { get; init; }

    /// <summary>Name of who gave it.</summary>
    public string? GivenByName { get; init; }

    /// <summary>Whether it is held.</summary>
    public bool Holds => GivenAt is not null;
}

/// <summary>Who may commit more than is free. The right is an administrator's to give, one approver at a time.</summary>
public sealed class OverdrawDesk(PortalDatabase database)
{
    /// <summary>Gives the right. Refused as <see cref="FundRules.MayGiveOverdraw"/> says; giving it again changes nothing.</summary>
    public async Task<Outcome> Give(Actor actor, long person)
    {
        await using var work = await database.Write(actor);
        var approver = (await PersonRepository.WithRole(work, Roles.Approver)).Any(one => one.Id == person);
        if (FundRules.MayGiveOverdraw(actor, person, approver) is { } refusal)
        {
            return refusal;
        }

        if (await OverdrawRepository.Give(work, person))
        {
            work.Audit("overdraw.given", "Person", person);
            await work.Commit();
        }

        return Outcome.Ok;
    }

    /// <summary>Takes the right away. Refused with <c>overdraw.not-administrator</c>.</summary>
    public async Task<Outcome> Take(Actor actor, long person)
    {
        if (!actor.Is(Roles.Administrator))
        {
            return new Refusal("overdraw.not-administrator");
        }

        await using var work = await database.Write(actor);
        if (await OverdrawRepository.Take(work, person))
        {
            work.Audit("overdraw.taken", "Person", person);
            await work.Commit();
        }

        return Outcome.Ok;
    }
}

/// <summary>The rights to commit more than is free.</summary>
public static class OverdrawRepository
{
    /// <summary>Whether the actor is an approver who holds the right.</summary>
    public static async Task<bool> Holds(UnitOfWork work, Actor actor) =>
        actor.Is(Roles.Approver) && actor.PersonId is { } person
        && await work.Scalar<long>("SELECT COUNT(*) FROM OverdrawRight WHERE PersonId = @person", new { person }) > 0;

    /// <summary>Every approver by name, with the right where they hold it; at most 500.</summary>
    public static Task<IReadOnlyList<ApproverRight>> Approvers(UnitOfWork work) =>
        work.List<ApproverRight>(
            $"""
            SELECT p.Id AS PersonId, p.Name, p.Email, o.GivenAt, q.Name AS GivenByName
            FROM Person p
            JOIN PersonRole r ON r.PersonId = p.Id AND r.Role = 'Approver'
            LEFT JOIN OverdrawRight o ON o.PersonId = p.Id
            LEFT JOIN Person q ON q.Id = o.GivenBy
            WHERE p.DisabledAt IS NULL
            ORDER BY p.Name, p.Id
            {Dialect.Page}
            """,
            new { take = 500 });

    /// <summary>Gives the right; false when it is held already.</summary>
    public static Task<bool> Give(UnitOfWork work, long person) =>
        work.TryInsert(
            "INSERT INTO OverdrawRight (PersonId, GivenBy, GivenAt) VALUES (@person, @by, @now)",
            new { person, by = work.Actor.Person, now = work.Now });

    /// <summary>Takes the right away; false when it was not held.</summary>
    public static Task<bool> Take(UnitOfWork work, long person) =>
        work.Guarded("DELETE FROM OverdrawRight WHERE PersonId = @person", new { person });
}
