using GrantsPortal.Partnerships;
using GrantsPortal.Platform;

namespace GrantsPortal.Networks.Graph;

/// <summary>A referral to be noted.</summary>
/// <param name="FromId">Who sent.</param>
/// <param name="ToId">To whom.</param>
/// <param name="HappenedOn">On which day.</param>
/// <param name="Themes">What for; codes of themes.</param>
/// <param name="Note">A few words, without names of people.</param>
public sealed record ReferralPlan(long FromId, long ToId, DateOnly? HappenedOn, IReadOnlyList<string> Themes, string Note);

/// <summary>What a referral must be.</summary>
public static class ReferralRules
{
    /// <summary>The longest note, in characters.</summary>
    public const int NoteLength = 300;

    /// <summary>What stands against noting one.</summary>
    public static IReadOnlyList<Refusal> Check(Actor actor, ReferralPlan plan, DateOnly today, IReadOnlyCollection<string> themes)
    {
        if (!CommitmentRules.MayKeep(actor))
        {
            return [new Refusal("referral.officers-only")];
        }

        var against = new List<Refusal>();
        void Refuse(bool when, string code, string field, params object?[] args)
        {
            if (when)
            {
                against.Add(new Refusal(code, args).At(field));
            }
        }

        Refuse(plan.FromId == 0, "referral.from-missing", nameof(plan.FromId));
        Refuse(plan.ToId == 0, "referral.to-missing", nameof(plan.ToId));
        Refuse(plan.FromId != 0 && plan.FromId == plan.ToId, "referral.same", nameof(plan.ToId));
        Refuse(plan.HappenedOn is null, "referral.day-missing", nameof(plan.HappenedOn));
        Refuse(plan.HappenedOn > today, "referral.day-ahead", nameof(plan.HappenedOn));
        Refuse(plan.HappenedOn < today.AddYears(-10), "referral.day-long-ago", nameof(plan.HappenedOn));
        Refuse(plan.Themes.Any(theme => !themes.Contains(theme)), "referral.theme-unknown", nameof(plan.Themes));
        Refuse(plan.Note.Length > NoteLength, "referral.note-long", nameof(plan.Note), NoteLength);
        return against;
    }
}
