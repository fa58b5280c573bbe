using GrantsPortal.Partnerships.Access;
using GrantsPortal.Platform;

namespace GrantsPortal.Partnerships.Engagements;

/// <summary>What somebody sees of an engagement.</summary>
/// <param name="Restricted">Whether it is restricted.</param>
/// <param name="MayRead">Whether they may read who was there and what was said.</param>
/// <param name="MayCorrect">Whether they may correct it.</param>
public sealed record EngagementEyes(bool Restricted, bool MayRead, bool MayCorrect)
{
    /// <summary>Whether what was said is shown; of a restricted one only to whom asked for it by a button, which the audit trail keeps.</summary>
    public bool Words(bool asked) => MayRead && (asked || !Restricted);

    /// <summary>
    /// What the actor sees of an engagement. Its own officer loses sight of a restricted one with the partner, as the access table has it; one that did not pass
    /// on at a handover is sealed, and auditors alone read it.
    /// </summary>
    public static EngagementEyes Of(Actor actor, Engagement engagement, PartnerReading reading)
    {
        var read = engagement.SealedAt is null ? reading.May(engagement.Restricted ? PartnerField.RestrictedWords : PartnerField.EngagementWords) : (reading.Eyes & PartnerEyes.Auditor) != 0;
        return new(engagement.Restricted, read, read && EngagementRules.MayCorrect(actor, engagement) is null);
    }
}
