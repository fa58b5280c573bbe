using GrantsPortal.Awards;
using GrantsPortal.Platform.Database;
using GrantsPortal.Web.Shared.Languages;

namespace GrantsPortal.Web.Awards.Parts;

/// <summary>The offer and its answer: for members what to do, or what became of it; for staff what waits for an officer.</summary>
public sealed class AnswerPart(Sentences sentences) : IAwardPart
{
    /// <inheritdoc/>
    public int Order => 10;

    /// <inheritdoc/>
    public Task<AwardPart?> ForMember(AwardSight sight, UnitOfWork work)
    {
        var against = AwardRules.MayAnswer(sight.Award, sight.Role, sight.At);
        return Task.FromResult<AwardPart?>(sight.Award.State is AwardState.Offered or AwardState.Refused or AwardState.Lapsed
            ? new AwardPart("next", null, "/Awards/Parts/_Answer.cshtml", new AnswerView(sight.Award, against is null ? null : sentences.Say(against)))
            : null);
    }

    /// <inheritdoc/>
    public Task<AwardPart?> ForStaff(AwardSight sight, UnitOfWork work) =>
        Task.FromResult<AwardPart?>(sight.Award.PublicationAsked is not null || (sight.Award.State == AwardState.Accepted && sight.IsOfficer)
            ? new AwardPart("next", null, "/Awards/Parts/_ForOfficers.cshtml", sight)
            : null);
}

/// <summary>An offer before the eyes of a member.</summary>
/// <param name="Award">The award.</param>
/// <param name="Against">Why the reader cannot answer; null when they can.</param>
public sealed record AnswerView(Award Award, string? Against);
