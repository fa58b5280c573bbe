using GrantsPortal.Awards;
using GrantsPortal.Awards.Agreements;
using GrantsPortal.Organisations.Signing;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Web.Shared.Languages;

namespace GrantsPortal.Web.Awards.Parts;

/// <summary>The offer and its answer: for members what to do, or what became of it; for staff what waits for somebody.</summary>
public sealed class AnswerPart(Sentences sentences) : IAwardPart
{
    /// <inheritdoc/>
    public int Order => 10;

    /// <inheritdoc/>
    public async Task<AwardPart?> ForMember(AwardSight sight, UnitOfWork work)
    {
        if (sight.Award.State is not (AwardState.Offered or AwardState.Refused or AwardState.Lapsed))
        {
            return null;
        }

        // Offers of the short road have a part of their own, with one button.
        if (sight.Award.State == AwardState.Offered && await AwardRepository.IsRapid(work, sight.Award.Id))
        {
            return null;
        }

        var given = sight.Award.State == AwardState.Offered ? await SignatureRepository.Of(work, sight.Award.Id) : [];
        var step = SignatureRules.Sign(sight.Award, sight.Role, sight.Actor.Person, given, sight.At);
        return new AwardPart("next", null, "/Awards/Parts/_Answer.cshtml", new AnswerView(sight.Award, SignatureRules.Counting(given), step.Done ? null : step.Refusals[0].Code, step.Done ? null : sentences.Say(step.Refusals[0])));
    }

    /// <inheritdoc/>
    public async Task<AwardPart?> ForStaff(AwardSight sight, UnitOfWork work)
    {
        var award = sight.Award;
        var given = award.State == AwardState.Offered && award.SigningRule == SigningRule.TwoOwners ? SignatureRules.Counting(await SignatureRepository.Of(work, award.Id)) : [];
        var mayCounterSign = sight.Actor.Is(Roles.Approver) && await CounterSignDesk.Against(work, sight.Actor, award.Id) is null;
        return award.PublicationAsked is not null || (award.State == AwardState.Accepted && sight.IsOfficer) || given.Count > 0 || mayCounterSign
            ? new AwardPart("next", null, "/Awards/Parts/_ForOfficers.cshtml", new StaffNextView(sight, given, mayCounterSign))
            : null;
    }
}

/// <summary>An offer before the eyes of a member.</summary>
/// <param name="Award">The award.</param>
/// <param name="Signatures">The signatures given that count.</param>
/// <param name="Code">Code of why the reader cannot sign; null when they can.</param>
/// <param name="Against">The same as a sentence.</param>
public sealed record AnswerView(Award Award, IReadOnlyList<AwardSignature> Signatures, string? Code, string? Against)
{
    /// <summary>How many Owners have to sign.</summary>
    public int Needed => SigningRules.Needed(Award.SigningRule);

    /// <summary>Whether the reader signed and another still has to.</summary>
    public bool Signed => Code == "award.signed-already";
}

/// <summary>What waits for staff.</summary>
/// <param name="Sight">The award and who looks at it.</param>
/// <param name="Signatures">The signatures under an offer that needs another.</param>
/// <param name="MayCounterSign">Whether the reader may sign for the city now.</param>
public sealed record StaffNextView(AwardSight Sight, IReadOnlyList<AwardSignature> Signatures, bool MayCounterSign)
{
    /// <summary>The award.</summary>
    public Award Award => Sight.Award;
}
