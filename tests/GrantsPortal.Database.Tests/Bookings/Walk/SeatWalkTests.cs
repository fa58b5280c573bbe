using System.Globalization;
using CsCheck;
using GrantsPortal.Platform;
using Xunit;

namespace GrantsPortal.Database.Tests.Bookings.Walk;

/// <summary>
/// Under any order of asking, offers, paying, announcements late, twice and reordered, pages that run out, places given up,
/// given away, moved and let go, no date is oversold, no paid booking is lost, no unpaid one confirmed, and every penny bought a
/// place or went back.
/// </summary>
public sealed class SeatWalkTests
{
    /// <summary>How many walks are taken; <c>GRANTSPORTAL_WALKS</c> asks for more.</summary>
    private static readonly int Walks = int.TryParse(Environment.GetEnvironmentVariable("GRANTSPORTAL_WALKS"), CultureInfo.InvariantCulture, out var asked) ? asked : 10;

    /// <summary>A page is announced as paid on before anybody paid on it.</summary>
    private static readonly SeatStep[] AnnouncedUnpaid = [new(SeatAct.Book, Luck: 1), new(SeatAct.Open), new(SeatAct.Announce, Luck: 0), new(SeatAct.Wait, Luck: 2), new(SeatAct.Jobs)];

    /// <summary>Of two places one is given up; Stripe's answer is lost, and a day later it has forgotten the key.</summary>
    private static readonly SeatStep[] AnswerLost =
    [
        new(SeatAct.Book, Luck: 1), new(SeatAct.Open), new(SeatAct.Pay), new(SeatAct.Jobs, Pick: 1), new(SeatAct.Cancel), new(SeatAct.Jobs, Luck: 0),
        new(SeatAct.Wait, Luck: 0), new(SeatAct.Jobs), new(SeatAct.Wait), new(SeatAct.Jobs),
    ];

    [Fact]
    public async Task However_places_are_asked_for_paid_and_given_up_nothing_is_oversold_lost_or_had_for_nothing()
    {
        await using var world = await SeatCity.Found();
        SeatStep.Walks.Sample(
            steps => Walk(world, steps).GetAwaiter().GetResult(),
            iter: Walks,
            threads: 1,
            print: steps => string.Join(' ', steps.Select(step => step.ToString())));
    }

    /// <summary>The first control: who takes an announcement at its word gives a place for nothing, and the walk sees it.</summary>
    [Fact]
    public async Task Who_believes_an_announcement_confirms_what_nobody_paid()
    {
        await using var world = await SeatCity.Found();
        await Walk(world, AnnouncedUnpaid);
        world.Gullible.Listens = true;
        var walk = await Take(world, AnnouncedUnpaid);
        Assert.NotEmpty(await walk.Unpaid());
    }

    /// <summary>The second control: without noting that Stripe is about to be asked, money for one place goes back twice, and the walk sees it.</summary>
    [Fact]
    public async Task Without_noting_what_is_asked_of_Stripe_money_goes_back_twice()
    {
        await using var world = await SeatCity.Found();
        await Walk(world, AnswerLost);
        await world.City.Write(Actor.System, work => work.Execute(
            "CREATE TRIGGER Forgets AFTER UPDATE OF TriedAt ON FeeRefund WHEN NEW.TriedAt IS NOT NULL BEGIN UPDATE FeeRefund SET TriedAt = NULL WHERE Id = NEW.Id; END"));
        var walk = await Take(world, AnswerLost);
        Assert.NotEmpty(await walk.Unpaid());
    }

    private static async Task<SeatWalk> Take(SeatCity world, IReadOnlyList<SeatStep> steps)
    {
        var walk = await SeatWalk.Begin(world);
        foreach (var step in steps)
        {
            await walk.Take(step);
        }

        return walk;
    }

    private static async Task Walk(SeatCity world, IReadOnlyList<SeatStep> steps)
    {
        var walk = await SeatWalk.Begin(world);
        foreach (var step in steps)
        {
            await walk.Take(step);
            await walk.Holds();
        }

        await walk.Settle();
        await walk.IsSettled();
    }
}
