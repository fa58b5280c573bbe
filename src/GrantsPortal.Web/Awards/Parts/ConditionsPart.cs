using GrantsPortal.Awards;
using GrantsPortal.Awards.Conditions;
using GrantsPortal.Platform.Database;

namespace GrantsPortal.Web.Awards.Parts;

/// <summary>What an award needs before its first payment, in short.</summary>
public sealed class ConditionsPart : IAwardPart
{
    /// <inheritdoc/>
    public int Order => 20;

    /// <inheritdoc/>
    public async Task<AwardPart?> ForMember(AwardSight sight, UnitOfWork work) =>
        await ConditionRepository.Of(work, sight.Award.Id) is { Count: > 0 } conditions && ConditionRules.Takes(sight.Award.State)
            ? new AwardPart("conditions", "What we need before the first payment", "/Awards/Parts/_Conditions.cshtml", new ConditionsBrief(conditions, false, AwardRoutes.MyConditions(sight.Award.Reference), "Hand in, or see what was handed in"))
            : null;

    /// <inheritdoc/>
    public async Task<AwardPart?> ForStaff(AwardSight sight, UnitOfWork work)
    {
        var conditions = await ConditionRepository.Of(work, sight.Award.Id);
        var mayChange = ConditionRules.MayChange(sight.Actor, sight.Award) is null;
        return conditions.Count > 0 || mayChange
            ? new AwardPart("conditions", "Needed before the first payment", "/Awards/Parts/_Conditions.cshtml", new ConditionsBrief(conditions, true, AwardRoutes.ManageConditions(sight.Award.Reference), mayChange ? "Look at them, add or change" : "Look at them"))
            : null;
    }
}

/// <summary>Conditions in short.</summary>
/// <param name="Conditions">The conditions.</param>
/// <param name="Staff">Whether staff read it.</param>
/// <param name="Path">The page with all of them.</param>
/// <param name="Link">What the link says, in English.</param>
public sealed record ConditionsBrief(IReadOnlyList<AwardCondition> Conditions, bool Staff, string Path, string Link);
