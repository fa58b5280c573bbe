using System.Globalization;
using CsCheck;
using GrantsPortal.Platform;
using Xunit;

namespace GrantsPortal.Database.Tests.Payments.Walk;

/// <summary>
/// Under any order of prepare, approve, release, crash, retry, duplicate and reordered webhooks and statements, variations and
/// early ends, the ledger balances, no instalment is paid twice, none is lost, and what is paid, free and bound is the budget.
/// </summary>
public sealed class MoneyWalkTests
{
    /// <summary>How many walks are taken; <c>GRANTSPORTAL_WALKS</c> asks for more.</summary>
    private static readonly int Walks = int.TryParse(Environment.GetEnvironmentVariable("GRANTSPORTAL_WALKS"), CultureInfo.InvariantCulture, out var asked) ? asked : 12;

    /// <summary>A payment comes back, two people try it again at the same time, and what they opened is paid.</summary>
    private static readonly MoneyStep[] TriedAgainTwice =
    [
        new(MoneyAct.Prepare), new(MoneyAct.Approve, Person: 1), new(MoneyAct.Batch), new(MoneyAct.Release, Person: 2, Luck: 7), new(MoneyAct.Statement, Luck: 7),
        new(MoneyAct.Retry), new(MoneyAct.Retry, Person: 1),
        new(MoneyAct.Prepare, Pick: 3), new(MoneyAct.Prepare, Pick: 4), new(MoneyAct.Approve, Pick: 3, Person: 1), new(MoneyAct.Approve, Pick: 4, Person: 1),
        new(MoneyAct.Batch), new(MoneyAct.Release, Person: 2),
    ];

    [Fact]
    public async Task However_money_goes_the_books_balance_and_every_instalment_is_paid_once()
    {
        await using var world = await MoneyCity.Found();
        MoneyStep.Walks.Sample(
            steps => Walk(world, steps).GetAwaiter().GetResult(),
            iter: Walks,
            threads: 1,
            print: steps => string.Join(' ', steps.Select(step => step.ToString())));
    }

    [Fact]
    public async Task A_payment_that_came_back_and_is_tried_again_by_two_people_is_paid_once()
    {
        await using var world = await MoneyCity.Found();
        await Walk(world, TriedAgainTwice);
    }

    /// <summary>The control: without the index on what lives, that very walk pays an instalment twice, and both model and portal see it.</summary>
    [Fact]
    public async Task Without_the_index_on_live_payments_the_same_walk_pays_an_instalment_twice()
    {
        await using var world = await MoneyCity.Found();
        await world.City.Write(Actor.System, work => work.Execute("DROP INDEX UX_Payment_LiveInstalment"));
        var walk = await MoneyWalk.Begin(world);
        foreach (var step in TriedAgainTwice)
        {
            await walk.Take(step);
        }

        Assert.Contains(2, (await walk.Arrivals()).Values);
        Assert.NotEmpty(await world.City.BrokenMoney());
    }

    private static async Task Walk(MoneyCity world, IReadOnlyList<MoneyStep> steps)
    {
        var walk = await MoneyWalk.Begin(world);
        foreach (var step in steps)
        {
            await walk.Take(step);
            await walk.Holds();
        }

        await walk.Settle();
        await walk.IsSettled();
    }
}
