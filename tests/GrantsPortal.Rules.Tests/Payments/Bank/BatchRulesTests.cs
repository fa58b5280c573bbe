using GrantsPortal.Payments;
using GrantsPortal.Payments.Bank.Batches;
using GrantsPortal.Platform;
using Xunit;

namespace GrantsPortal.Rules.Tests.Payments.Bank;

public sealed class BatchRulesTests
{
    private static readonly DateOnly Today = new(2026, 6, 16);
    private static readonly Payment Free = new() { Reference = "PY-2026-0001", State = PaymentState.Approved, Method = PaymentMethod.BankTransfer, AmountMinor = 100, Currency = "GBP", PreparedBy = 1 };

    [Fact]
    public void A_batch_is_made_of_free_approved_payments_of_one_currency()
    {
        Assert.Empty(BatchRules.MayMake(Person(1, Roles.Finance), [Free], Today, Today));
        Assert.Equal("batch.finance-only", Make(Person(1, Roles.Approver), Free));
        Assert.Equal("batch.empty", Make(Person(1, Roles.Finance)));
        Assert.Equal("batch.currencies", Make(Person(1, Roles.Finance), Free, Free with { Currency = "EUR" }));
        Assert.Equal("batch.not-free", Make(Person(1, Roles.Finance), Free with { BatchId = 7 }));
        Assert.Equal("batch.not-free", Make(Person(1, Roles.Finance), Free with { Method = PaymentMethod.Stripe }));
        Assert.Equal("batch.not-free", Make(Person(1, Roles.Finance), Free with { State = PaymentState.Due }));
    }

    [Theory]
    [InlineData(null, "batch.date-missing")]
    [InlineData("2026-06-15", "batch.date-past")]
    [InlineData("2026-08-16", "batch.date-far")]
    [InlineData("2026-08-15", null)]
    public void The_day_lies_ahead_and_not_far(string? day, string? code) =>
        Assert.Equal(code, BatchRules.MayMake(Person(1, Roles.Finance), [Free], day is null ? null : DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture), Today).SingleOrDefault()?.Code);

    [Theory]
    [InlineData(3, Roles.Finance, null)]
    [InlineData(3, Roles.Approver, null)]
    [InlineData(3, Roles.Administrator, "batch.second-role")]
    [InlineData(2, Roles.Finance, "batch.made-by-you")]
    [InlineData(1, Roles.Finance, "batch.prepared-by-you")]
    [InlineData(9, Roles.Approver, "batch.decided-by-you")]
    public void Nobody_releases_what_they_prepared_put_together_or_decided_on_at_once(long person, string role, string? code) =>
        Assert.Equal(code, BatchRules.MayRelease(new PaymentBatch { PreparedBy = 2, ExecuteOn = Today }, [Free with { OtherDeciderId = 9 }], Person(person, role), Today)?.Code);

    [Fact]
    public void A_batch_is_released_once_and_before_its_day_is_gone()
    {
        var batch = new PaymentBatch { PreparedBy = 2, ExecuteOn = Today };
        Assert.Equal("state.not-from-here", BatchRules.MayRelease(batch with { State = BatchState.Released }, [Free], Person(3, Roles.Finance), Today)?.Code);
        Assert.Equal("batch.date-gone", BatchRules.MayRelease(batch, [Free], Person(3, Roles.Finance), Today.AddDays(1))?.Code);
        Assert.Equal("state.not-from-here", BatchRules.MayCancel(batch with { State = BatchState.Released }, Person(3, Roles.Finance), "Because")?.Code);
    }

    [Fact]
    public void The_file_is_for_Finance_once_it_is_released()
    {
        Assert.Equal("batch.finance-only", BatchRules.MayDownload(new PaymentBatch { FileId = 1 }, Person(3, Roles.Approver, Roles.Administrator, Roles.Auditor))?.Code);
        Assert.Equal("batch.not-released", BatchRules.MayDownload(new PaymentBatch(), Person(3, Roles.Finance))?.Code);
        Assert.Null(BatchRules.MayDownload(new PaymentBatch { FileId = 1 }, Person(3, Roles.Finance)));
    }

    [Theory]
    [InlineData("2026-06-18", "2026-06-19")]
    [InlineData("2026-06-19", "2026-06-22")]
    [InlineData("2026-06-20", "2026-06-22")]
    [InlineData("2026-06-21", "2026-06-22")]
    public void Banks_work_from_Monday_to_Friday(string day, string next) =>
        Assert.Equal(next, BatchRules.NextWorkday(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture)).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));

    private static string Make(Actor actor, params Payment[] payments) => BatchRules.MayMake(actor, payments, Today, Today)[0].Code;

    private static Actor Person(long id, params string[] roles) => new(id, "Somebody", roles.ToHashSet());
}
