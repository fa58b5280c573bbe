using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;

namespace GrantsPortal.Partnerships.Engagements;

/// <summary>What somebody sees of an engagement.</summary>
/// <param name="Restricted">Whether it is restricted.</param>
/// <param name="MayRead">Whether they may read what was said.</param>
/// <param name="MayCorrect">Whether they may correct it.</param>
public sealed record EngagementEyes(bool Restricted, bool MayRead, bool MayCorrect)
{
    /// <summary>Whether what was said is shown; of a restricted one only to whom asked for it by a button, which the audit trail keeps.</summary>
    public bool Words(bool asked) => MayRead && (asked || !Restricted);

    /// <summary>What the actor sees of an engagement.</summary>
    public static Task<EngagementEyes> Of(UnitOfWork work, Actor actor, Engagement engagement)
    {
        var own = actor.PersonId == engagement.OfficerId;
        return Task.FromResult(new EngagementEyes(engagement.Restricted, !engagement.Restricted || own, own && EngagementRules.MayCorrect(actor, engagement) is null));
    }
}
