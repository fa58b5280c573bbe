using GrantsPortal.Applications;
using GrantsPortal.Applications.Consortia;
using GrantsPortal.Awards;
using GrantsPortal.Awards.Conditions;
using GrantsPortal.Awards.Decisions;
using GrantsPortal.Awards.Variations;
using GrantsPortal.Awards.Years;
using GrantsPortal.Bookings;
using GrantsPortal.Bookings.Fees;
using GrantsPortal.Calls;
using GrantsPortal.DueDiligence.Screening;
using GrantsPortal.Events;
using GrantsPortal.Introductions;
using GrantsPortal.Monitoring.Reports;
using GrantsPortal.Organisations.Recovery;
using GrantsPortal.Partnerships;
using GrantsPortal.Partnerships.Agreements;
using GrantsPortal.Partnerships.Briefs;
using GrantsPortal.Partnerships.Needs;
using GrantsPortal.Partnerships.Partners;
using GrantsPortal.Payments;
using GrantsPortal.Payments.Bank.Batches;
using GrantsPortal.Payments.Claims;
using GrantsPortal.Payments.Recovery;
using GrantsPortal.Platform.States;
using GrantsPortal.Response.Exercises;
using GrantsPortal.Response.Families;
using GrantsPortal.Response.Incidents;
using GrantsPortal.Response.Matters;
using GrantsPortal.Response.RapidFund;
using GrantsPortal.Response.Readiness;
using GrantsPortal.Reviews;

namespace GrantsPortal;

/// <summary>Every state machine there is, in the order of a grant's life.</summary>
public static class GrantsPortalStates
{
    /// <summary>The tables.</summary>
    public static readonly IReadOnlyList<IStateTable> All =
    [
        CallStates.Table, ApplicationStates.Table, ConsortiumStates.Table, ReviewStates.Table, DecisionStates.Table, AwardStates.Table, ConditionStates.Table,
        VariationStates.Table, AwardYearStates.Table, PaymentStates.Table, BatchStates.Table, RepaymentStates.Table, ReportStates.Table, MatchStates.Table,
        ClaimStates.Table, RecoveryStates.Table, BookingStates.Table, ChargeStates.Table, RefundStates.Table, EventStates.Table, IntroductionStates.Table,
        CommitmentStates.Table, PartnerStates.Table, NeedStates.Table, BriefStates.Table, PartnerAgreementStates.Table, PartnerGoalStates.Table,
        IncidentStates.Table, MatterStates.Table, SupportStates.Table, FamilyMatchStates.Table, RapidTemplateStates.Table, RiskStates.Table, ExerciseStates.Table,
    ];
}
