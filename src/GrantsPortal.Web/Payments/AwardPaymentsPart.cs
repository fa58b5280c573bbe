using GrantsPortal.Awards;
using GrantsPortal.Organisations;
using GrantsPortal.Payments;
using GrantsPortal.Payments.Blocks;
using GrantsPortal.Payments.Payees;
using GrantsPortal.Payments.Schedule;
using GrantsPortal.Platform.Database;
using GrantsPortal.Web.Awards.Parts;
using GrantsPortal.Web.Shared.Languages;
using Microsoft.Extensions.Localization;

namespace GrantsPortal.Web.Payments;

/// <summary>The payments of an award on its page: each instalment with where it stands, and the account it is paid to.</summary>
public sealed class AwardPaymentsPart(PaymentBlocks blocks, IStringLocalizer<Texts> texts) : IAwardPart
{
    /// <inheritdoc/>
    public int Order => 30;

    /// <inheritdoc/>
    public async Task<AwardPart?> ForMember(AwardSight sight, UnitOfWork work)
    {
        if (!Shown(sight.Award))
        {
            return null;
        }

        var plan = await SchedulePlan.Of(work, sight.Award);
        var due = plan.Payments.Where(payment => payment is { State: PaymentState.Due or PaymentState.Approved, ReleasedAt: null }).ToList();
        var against = await blocks.Of(work, due);
        var organisation = (await OrganisationRepository.Find(work, sight.Award.OrganisationId))!;
        var steps = plan.Instalments.Select(instalment => new PaymentStepView(
            instalment, plan.MilestoneOf(instalment), plan.PaymentOf(instalment),
            plan.PaymentOf(instalment) is { } payment ? [.. against[payment.Id].Select(Said).OfType<string>().Distinct()] : [])).ToList();
        return new AwardPart("payments", "Payments to you", "/Payments/_MyPayments.cshtml", new MyPaymentsView(
            sight, organisation, steps, await PayeeRepository.OfOrganisation(work, sight.Award.OrganisationId)));
    }

    /// <inheritdoc/>
    public async Task<AwardPart?> ForStaff(AwardSight sight, UnitOfWork work) =>
        Shown(sight.Award)
            ? new AwardPart("payments", "Payments", "/Payments/_StaffPayments.cshtml", new StaffPaymentsView(
                new ScheduleView(sight.Award, await SchedulePlan.Of(work, sight.Award), false), ScheduleRules.MayPlan(sight.Award, sight.Actor) is null,
                await PayeeRepository.OfOrganisation(work, sight.Award.OrganisationId)))
            : null;

    private static bool Shown(Award award) =>
        award.Source == RecordSource.Portal && award.State is not (AwardState.Offered or AwardState.Refused or AwardState.Lapsed);

    private string? Said(PaymentBlock block) => PaymentWords.Member(block.Why.Code) is { } words ? texts[words, [.. block.Why.Args.Select(arg => arg ?? "")]].Value : null;
}

/// <summary>One instalment as members see it.</summary>
/// <param name="Instalment">The instalment.</param>
/// <param name="Milestone">What it waits for, if that is a milestone.</param>
/// <param name="Payment">The latest attempt to pay it.</param>
/// <param name="Waits">Why it is not paid although it is due, in plain words.</param>
public sealed record PaymentStepView(Instalment Instalment, Milestone? Milestone, Payment? Payment, IReadOnlyList<string> Waits);

/// <summary>The payments of an award for its members.</summary>
public sealed record MyPaymentsView(AwardSight Sight, Organisation Organisation, IReadOnlyList<PaymentStepView> Steps, IReadOnlyList<PayeeAccount> Accounts);

/// <summary>The payments of an award for staff.</summary>
public sealed record StaffPaymentsView(ScheduleView Schedule, bool MayPlan, IReadOnlyList<PayeeAccount> Accounts);
