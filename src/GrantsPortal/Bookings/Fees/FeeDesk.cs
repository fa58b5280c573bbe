using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using Microsoft.Extensions.Options;

namespace GrantsPortal.Bookings.Fees;

/// <summary>What staff set: the fee of an occasion, and its codes. Who asked before keeps what was said to them.</summary>
public sealed class FeeDesk(PortalDatabase database, IOptions<PortalOptions> portal)
{
    /// <summary>
    /// Sets the fee. Null when there is no such occasion; refused like <see cref="FeeRules.Check(Actor, FeePlan)"/>, or with
    /// <c>occasion.changed-meanwhile</c>, <c>occasion.called-off</c>.
    /// </summary>
    public async Task<Outcome?> Plan(Actor actor, long id, int version, FeePlan plan)
    {
        await using var work = await database.Write(actor);
        if (await OccasionRepository.Lock(work, id) is not { } occasion)
        {
            return null;
        }

        if (FeeRules.Check(actor, plan) is { Count: > 0 } wrong)
        {
            return Outcome.Refuse(wrong);
        }

        if (occasion.State == OccasionState.Cancelled)
        {
            return new Refusal("occasion.called-off");
        }

        var fee = new OccasionFee
        {
            OccasionId = id,
            PriceMinor = plan.Price?.Minor ?? 0,
            Currency = plan.Price?.Currency ?? portal.Value.Currency,
            TaxName = plan.TaxPercent > 0 ? plan.TaxName.Trim() : "",
            TaxBasisPoints = (int)(plan.TaxPercent * 100),
            PartnerPercent = plan.PartnerPercent,
            PartnerByAward = plan.PartnerByAward,
            PartnerKinds = string.Join(',', plan.PartnerKinds),
            SmallPercent = plan.SmallPercent,
            SmallBelowMinor = plan.SmallPercent > 0 ? plan.SmallBelow?.Minor : null,
            FullRefundDays = plan.Policy.FullDays,
            LaterRefundPercent = plan.Policy.LaterPercent,
            LaterRefundDays = plan.Policy.LaterDays,
        };
        if (!await FeeRepository.Put(work, fee, version))
        {
            return new Refusal("occasion.changed-meanwhile");
        }

        work.Audit("fee.set", nameof(Occasion), id, new { fee.PriceMinor, fee.Currency, fee.TaxBasisPoints, fee.PartnerPercent, fee.SmallPercent, fee.FullRefundDays, fee.LaterRefundPercent });
        await work.Commit();
        return Outcome.Ok;
    }

    /// <summary>Adds a code. Null when there is no such occasion; refused like <see cref="FeeRules.Check(Actor, CodePlan, DateTimeOffset)"/>, or with <c>fee.code-there</c> at <c>Code</c>.</summary>
    public async Task<Outcome?> AddCode(Actor actor, long id, CodePlan plan)
    {
        await using var work = await database.Write(actor);
        if (await OccasionRepository.Find(work, id) is null)
        {
            return null;
        }

        if (FeeRules.Check(actor, plan, work.Now) is { Count: > 0 } wrong)
        {
            return Outcome.Refuse(wrong);
        }

        var code = FeeRules.ReadCode(plan.Code)!;
        if (!await FeeRepository.Insert(work, id, code, plan))
        {
            return new Refusal("fee.code-there", code).At("Code");
        }

        work.Audit("fee.code-added", nameof(Occasion), id, new { plan.PercentOff, plan.MostUses, plan.ValidUntil });
        await work.Commit();
        return Outcome.Ok;
    }

    /// <summary>Closes a code: whoever used it keeps their price. Null when there is no open code; refused with <c>fee.not-staff</c>.</summary>
    public async Task<Outcome?> CloseCode(Actor actor, long id, long code)
    {
        await using var work = await database.Write(actor);
        if (!BookingRules.IsStaff(actor))
        {
            return new Refusal("fee.not-staff");
        }

        if (!await FeeRepository.CloseCode(work, id, code))
        {
            return null;
        }

        work.Audit("fee.code-closed", nameof(Occasion), id, new { code });
        await work.Commit();
        return Outcome.Ok;
    }
}
