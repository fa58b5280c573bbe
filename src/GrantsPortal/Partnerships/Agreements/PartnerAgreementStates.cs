using GrantsPortal.Platform.States;

namespace GrantsPortal.Partnerships.Agreements;

/// <summary>The machine of a memorandum or partnership plan. That one has lapsed follows from its last day and is not stored.</summary>
public static class PartnerAgreementStates
{
    /// <summary>It is opened for signatures.</summary>
    public const string Offer = "offer";

    /// <summary>The city takes it back to change it.</summary>
    public const string TakeBack = "take-back";

    /// <summary>A partner sends it back with what it wants otherwise.</summary>
    public const string SendBack = "send-back";

    /// <summary>The last signature is given.</summary>
    public const string Sign = "sign";

    /// <summary>It is ended, or given up.</summary>
    public const string End = "end";

    private const string Staff = "Focal point, programme officer or administrator";

    /// <summary>The table.</summary>
    public static readonly StateTable<PartnerAgreementState> Table = new(
        "partnership agreement",
        new Dictionary<PartnerAgreementState, StateName>
        {
            [PartnerAgreementState.Draft] = new("Draft", "Being written"),
            [PartnerAgreementState.Offered] = new("Offered", "To sign"),
            [PartnerAgreementState.InForce] = new("In force", "In force"),
            [PartnerAgreementState.Ended] = new("Ended", "Ended"),
        },
        [
            new(PartnerAgreementState.Draft, Offer, "Offer it for signing", PartnerAgreementState.Offered, Staff, nameof(PartnerAgreementOffered)),
            new(PartnerAgreementState.Draft, End, "Give it up", PartnerAgreementState.Ended, Staff),
            new(PartnerAgreementState.Offered, TakeBack, "Take it back to change it", PartnerAgreementState.Draft, Staff),
            new(PartnerAgreementState.Offered, SendBack, "Ask for changes", PartnerAgreementState.Draft, "Owner of a partner", nameof(PartnerAgreementSentBack)),
            new(PartnerAgreementState.Offered, Sign, "Sign", PartnerAgreementState.InForce, "Whoever gives the last signature: an Owner of a partner, or an approver or the focal point for the city", nameof(PartnerAgreementInForce)),
            new(PartnerAgreementState.Offered, End, "Give it up", PartnerAgreementState.Ended, Staff, nameof(PartnerAgreementEnded)),
            new(PartnerAgreementState.InForce, End, "End it early", PartnerAgreementState.Ended, Staff, nameof(PartnerAgreementEnded)),
        ]);
}
