using GrantsPortal.Bookings;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;

namespace GrantsPortal.Introductions.Tables;

/// <summary>Lays an occasion's tables and seats its guests. Acts answer null when there is no such occasion, and are refused with <c>introduction.officers-only</c> to others.</summary>
public sealed class TableDesk(PortalDatabase database, TableSolver solver)
{
    /// <summary>
    /// Says how many tables and rounds there are. Refused like <see cref="TableRules.CheckPlan"/>, or with <c>tables.changed-meanwhile</c>.
    /// </summary>
    public Task<Outcome?> Lay(Actor actor, long occasion, int version, int tables, int seats, int rounds) => Act(actor, occasion, async work =>
    {
        if (TableRules.CheckPlan(tables, seats, rounds) is { Count: > 0 } odd)
        {
            return Outcome.Refuse(odd);
        }

        var plan = await TableRepository.Plan(work, occasion);
        var laid = (plan ?? new TablePlan { OccasionId = occasion }) with { Tables = tables, Seats = seats, Rounds = rounds, Version = version };
        if (!(plan is null ? await TableRepository.Insert(work, laid) : await TableRepository.Update(work, laid)))
        {
            return new Refusal("tables.changed-meanwhile");
        }

        work.Audit("tables.laid", nameof(Occasion), occasion, new { tables, seats, rounds });
        return Outcome.Ok;
    });

    /// <summary>
    /// Seats everybody who has a place; what was settled by hand stays. The solver runs outside the transaction. Refused like
    /// <see cref="TableSolver.Solve"/>, with <c>tables.not-laid</c>, or with <c>tables.changed-meanwhile</c>.
    /// </summary>
    public async Task<Outcome?> Solve(Actor actor, long occasion)
    {
        TableSight sight;
        await using (var work = await database.Read())
        {
            if (await OccasionRepository.Find(work, occasion) is null)
            {
                return null;
            }

            sight = await TableRepository.Sight(work, occasion);
        }

        if (!IntroductionRules.IsOfficer(actor) || sight.Plan is null)
        {
            return new Refusal(sight.Plan is null ? "tables.not-laid" : "introduction.officers-only");
        }

        var solved = solver.Solve(sight.Ask);
        return solved.Refused ? Outcome.Refuse(solved.Refusals) : await Act(actor, occasion, async work =>
        {
            if (!await TableRepository.Update(work, sight.Plan with { Method = solved.Value.Method, SolvedAt = work.Now }))
            {
                return new Refusal("tables.changed-meanwhile");
            }

            await TableRepository.PutPlaces(work, occasion, solved.Value.Seating, sight.Ask.Fixed.ToList());
            work.Audit("tables.seated", nameof(Occasion), occasion, new { guests = sight.Guests.Count, method = solved.Value.Method, value = TableRules.Value(sight.Ask, solved.Value.Seating) });
            return Outcome.Ok;
        });
    }

    /// <summary>
    /// Settles a guest's table by hand, in one round or (null) in all; or, with no table, lets it be found anew. Refused with
    /// <c>tables.not-laid</c>, <c>tables.no-such-place</c>, <c>tables.full</c> or <c>tables.apart</c>.
    /// </summary>
    public Task<Outcome?> Settle(Actor actor, long occasion, long guest, int? round, int? table) => Act(actor, occasion, async work =>
    {
        var sight = await TableRepository.Sight(work, occasion);
        if (sight.Plan is not { } plan)
        {
            return new Refusal("tables.not-laid");
        }

        var rounds = round is { } one ? [one] : Enumerable.Range(1, plan.Rounds).ToList();
        if (sight.Guests.All(known => known.Id != guest) || rounds.Any(each => each < 1 || each > plan.Rounds) || table < 1 || table > plan.Tables)
        {
            return new Refusal("tables.no-such-place");
        }

        foreach (var each in rounds)
        {
            if (table is { } wanted && TableRules.MaySettle(sight.Ask, sight.Seating.Rounds[each - 1], each, guest, wanted) is { } against)
            {
                return against;
            }

            var at = table ?? sight.Seating.Rounds[each - 1].GetValueOrDefault(guest);
            if (at > 0)
            {
                await TableRepository.Settle(work, occasion, each, guest, at, table is not null);
            }
        }

        if (!await TableRepository.Update(work, plan))
        {
            return new Refusal("tables.changed-meanwhile");
        }

        work.Audit(table is null ? "tables.place-freed" : "tables.place-settled", nameof(Occasion), occasion, new { booking = guest, round, table });
        return Outcome.Ok;
    });

    /// <summary>Keeps that two guests sit together or apart, or (null) forgets it. Refused with <c>tables.no-such-place</c> or <c>tables.same-guest</c>.</summary>
    public Task<Outcome?> Wish(Actor actor, long occasion, long one, long other, bool? together) => Act(actor, occasion, async work =>
    {
        if (one == other)
        {
            return new Refusal("tables.same-guest").At("Other");
        }

        var sight = await TableRepository.Sight(work, occasion);
        var pair = GuestPair.Of(one, other);
        if (together is null)
        {
            await TableRepository.DropWish(work, occasion, pair);
        }
        else if (sight.Guests.Any(guest => guest.Id == one) && sight.Guests.Any(guest => guest.Id == other))
        {
            await TableRepository.PutWish(work, occasion, pair, together.Value);
        }
        else
        {
            return new Refusal("tables.no-such-place").At("Other");
        }

        work.Audit("tables.wish-kept", nameof(Occasion), occasion, new { one, other, together });
        return Outcome.Ok;
    });

    /// <summary>Lets the guests see their tables, or no longer. Refused with <c>tables.not-seated</c>.</summary>
    public Task<Outcome?> Show(Actor actor, long occasion, bool shown) => Act(actor, occasion, async work =>
    {
        if (await TableRepository.Plan(work, occasion) is not { SolvedAt: not null } plan)
        {
            return new Refusal("tables.not-seated");
        }

        if (!await TableRepository.Update(work, plan with { ShownAt = shown ? plan.ShownAt ?? work.Now : null }))
        {
            return new Refusal("tables.changed-meanwhile");
        }

        work.Audit(shown ? "tables.shown" : "tables.hidden", nameof(Occasion), occasion);
        return Outcome.Ok;
    });

    private async Task<Outcome?> Act(Actor actor, long occasion, Func<UnitOfWork, Task<Outcome>> act)
    {
        await using var work = await database.Write(actor);
        if (await OccasionRepository.Find(work, occasion) is null)
        {
            return null;
        }

        if (!IntroductionRules.IsOfficer(actor))
        {
            return new Refusal("introduction.officers-only");
        }

        var outcome = await act(work);
        if (outcome.Done)
        {
            await work.Commit();
        }

        return outcome;
    }
}
