using GrantsPortal.Partnerships.Agreements;

namespace GrantsPortal.Web.Partnerships.Agreements;

/// <summary>English words for what agreements hold, said through the localiser.</summary>
public static class AgreementWords
{
    /// <summary>What it is.</summary>
    public static string Of(PartnerAgreementKind kind) => kind == PartnerAgreementKind.Memorandum ? "Memorandum of understanding" : "Partnership plan";

    /// <summary>How it stands.</summary>
    public static string Of(PartnerAgreementStanding standing) => standing switch
    {
        PartnerAgreementStanding.Draft => "Draft",
        PartnerAgreementStanding.Offered => "To sign",
        PartnerAgreementStanding.Coming => "Signed, begins later",
        PartnerAgreementStanding.InForce => "In force",
        PartnerAgreementStanding.Lapsed => "Lapsed",
        _ => "Ended",
    };

    /// <summary>The colour of that.</summary>
    public static string Kind(PartnerAgreementStanding standing) => standing switch
    {
        PartnerAgreementStanding.Draft => "quiet",
        PartnerAgreementStanding.Offered => "waiting",
        PartnerAgreementStanding.Coming => "going",
        PartnerAgreementStanding.InForce => "good",
        PartnerAgreementStanding.Lapsed => "bad",
        _ => "done",
    };

    /// <summary>A filter of the list.</summary>
    public static string Of(AgreementFilter filter) => filter switch
    {
        AgreementFilter.Standing => "All that stand",
        AgreementFilter.InForce => "In force",
        AgreementFilter.Ending => "Ending within 90 days",
        AgreementFilter.Overdue => "Goals overdue",
        AgreementFilter.Offered => "To sign",
        AgreementFilter.Draft => "Drafts",
        _ => "Lapsed or ended",
    };

    /// <summary>How a goal stands, overdue said as such.</summary>
    public static string Of(PartnerGoal goal, DateOnly today) => goal.IsOverdue(today) ? "Overdue" : PartnerGoalStates.Table.Names[goal.State].ForStaff;

    /// <summary>The colour of that.</summary>
    public static string Kind(PartnerGoal goal, DateOnly today) => goal.IsOverdue(today) ? "bad" : goal.State switch { PartnerGoalState.Open => "going", PartnerGoalState.Met => "good", _ => "quiet" };
}
