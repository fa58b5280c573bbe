using GrantsPortal.Calls;
using GrantsPortal.Funds.Ledger;
using GrantsPortal.Payments;
using GrantsPortal.Payments.Claims;
using GrantsPortal.People;
using GrantsPortal.Platform;
using GrantsPortal.TestWorld;
using Xunit;

namespace GrantsPortal.Database.Tests.Payments;

public sealed class ClaimTests : IAsyncLifetime
{
    private readonly City _city = new();
    private Call _call = null!;
    private Person _rosa = null!;
    private Actor _officer = null!;

    private ClaimDesk Desk => _city.Portal.Get<ClaimDesk>();

    public async ValueTask InitializeAsync()
    {
        _officer = await _city.Officer();
        _call = await _city.OpenCall();
        _rosa = await _city.Person("Rosa Reviewer", Roles.Reviewer);
        await _city.InPool(_call.Id, _rosa);
    }

    public ValueTask DisposeAsync()
    {
        _city.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task An_approved_claim_is_committed_once_and_becomes_one_due_payment_to_the_person()
    {
        var reference = await Claimed(City.As(_rosa, Roles.Reviewer));
        var decided = await Task.WhenAll(
            Task.Run(() => Desk.Decide(_officer, reference, 1, ClaimStates.Approve, null)),
            Task.Run(() => Desk.Decide(_officer, reference, 1, ClaimStates.Approve, null)));
        Assert.Single(decided, outcome => outcome.Done);

        var claim = (await _city.Read(work => ClaimRepository.Find(work, reference)))!;
        Assert.Equal((ClaimState.Approved, PaymentState.Due), (claim.State, claim.PaymentState));
        var payment = (await _city.Read(work => PaymentRepository.FindByReference(work, claim.PaymentReference!)))!;
        Assert.Equal((_rosa.Id, 4620L, claim.Id), (payment.PersonId, payment.AmountMinor, payment.ClaimId));
        Assert.Equal(4620, (await _city.Read(work => Ledger.Of(work, SubjectKind.Claim, claim.Id))).CommittedMinor);
        Assert.Empty(await _city.Broken());
    }

    [Fact]
    public async Task Nobody_decides_on_their_own_claim_and_a_declined_one_commits_nothing()
    {
        var both = City.As(_rosa, Roles.Reviewer, Roles.ProgrammeOfficer);
        var reference = await Claimed(both);
        Assert.Equal("claim.own", (await Desk.Decide(both, reference, 1, ClaimStates.Approve, null)).Refusals[0].Code);
        Assert.Equal("claim.reason-missing", (await Desk.Decide(_officer, reference, 1, ClaimStates.Decline, " ")).Refusals[0].Code);
        Assert.True((await Desk.Decide(_officer, reference, 1, ClaimStates.Decline, "The meeting was moved.")).Done);
        var claim = (await _city.Read(work => ClaimRepository.Find(work, reference)))!;
        Assert.Null(claim.PaymentReference);
        Assert.Equal(0, (await _city.Read(work => Ledger.Of(work, SubjectKind.Claim, claim.Id))).CommittedMinor);
        Assert.Equal("state.not-from-here", (await Desk.Withdraw(City.As(_rosa), reference)).Refusals[0].Code);
    }

    [Fact]
    public async Task Only_members_of_the_panel_claim_and_only_their_own_is_found()
    {
        var stranger = City.As(await _city.Person("Sam Stranger"));
        Assert.Equal("claim.not-in-panel", (await Desk.Submit(stranger, Text(), null, "")).Refusals[0].Code);
        var reference = await Claimed(City.As(_rosa));
        Assert.Equal("claim.unknown", (await Desk.Withdraw(stranger, reference)).Refusals[0].Code);
        Assert.True((await Desk.Withdraw(City.As(_rosa), reference)).Done);
    }

    [Fact]
    public async Task An_expense_needs_a_receipt_and_a_limit_holds() =>
        Assert.Equal(
            ["claim.above", "claim.receipt-missing"],
            (await Desk.Submit(City.As(_rosa), Text() with { Kind = ClaimKind.Expense, Amount = 1000.01m }, null, "")).Refusals.Select(refusal => refusal.Code));

    private async Task<string> Claimed(Actor actor) => (await Desk.Submit(actor, Text(), null, "")).Value;

    private ClaimText Text() => new(_call.Id, ClaimKind.Fee, DateOnly.FromDateTime(_city.Now.UtcDateTime.Date), "Panel meeting", 46.20m, false);
}
