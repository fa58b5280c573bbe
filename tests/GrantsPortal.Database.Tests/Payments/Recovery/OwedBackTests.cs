using GrantsPortal.Awards.Standing;
using GrantsPortal.Payments.Recovery;
using GrantsPortal.Platform;
using GrantsPortal.TestWorld;
using Xunit;

namespace GrantsPortal.Database.Tests.Payments.Recovery;

/// <summary>What is owed back when an award ends early becomes somebody's task until it is asked.</summary>
public sealed class OwedBackTests : IDisposable
{
    private readonly City _city = new();

    public void Dispose() => _city.Dispose();

    [Fact]
    public async Task What_is_owed_after_an_early_end_is_a_task_of_Finance_and_officers_until_it_is_asked()
    {
        var paid = await _city.PaidOut(100_000);
        Assert.Empty(await Tasks(paid.Fay));
        await _city.Ended(paid, 30_000);
        var task = $"Ask £300 back from {paid.Applicant.Organisation.Name}: award {paid.Award.Reference} ended early";
        Assert.Equal([task], await Tasks(paid.Fay));
        Assert.Equal([task], await Tasks(paid.Officer));
        Assert.Empty(await Tasks(paid.Ada));
        Assert.Empty(await Tasks(City.As(paid.Applicant.Owner)));

        var part = await _city.AskedBack(paid, 10_000);
        Assert.StartsWith("Ask £200 back", Assert.Single(await Tasks(paid.Fay)), StringComparison.Ordinal);
        Assert.True((await _city.Portal.Get<RecoveryDesk>().Cancel(paid.Femi, part.Reference, part.Version, "Asked in the wrong sum")).Done);
        Assert.Equal([task], await Tasks(paid.Fay));
        await _city.AskedBack(paid, 30_000);
        Assert.Empty(await Tasks(paid.Fay));
    }

    [Fact]
    public async Task What_was_asked_before_the_end_is_not_what_its_letter_says_and_never_more_than_was_paid_is_to_ask()
    {
        var paid = await _city.PaidOut(100_000);
        await _city.AskedBack(paid, 20_000);
        await _city.Ended(paid, 100_000);
        Assert.StartsWith("Ask £800 back", Assert.Single(await Tasks(paid.Fay)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_early_end_without_debt_raises_nothing()
    {
        var paid = await _city.PaidOut(100_000);
        await _city.Ended(paid, 0);
        Assert.Equal(StandingAct.Terminated, Assert.Single(await _city.Read(work => StandingRepository.Of(work, paid.Award.Id))).Act);
        Assert.Empty(await Tasks(paid.Fay));
    }

    private Task<IReadOnlyList<string>> Tasks(Actor actor) => _city.TasksOf<RecoveryTasks>(actor);
}
