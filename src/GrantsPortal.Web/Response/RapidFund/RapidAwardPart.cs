using GrantsPortal.Awards;
using GrantsPortal.Awards.Agreements;
using GrantsPortal.Organisations.Signing;
using GrantsPortal.Payments;
using GrantsPortal.Platform.Database;
using GrantsPortal.Web.Awards.Parts;
using GrantsPortal.Web.Shared.Languages;

namespace GrantsPortal.Web.Response.RapidFund;

/// <summary>An offer of the short road with its one button, and for everybody that the money goes before the papers.</summary>
public sealed class RapidAwardPart(Sentences sentences) : IAwardPart
{
    /// <inheritdoc/>
    public int Order => 10;

    /// <inheritdoc/>
    public async Task<AwardPart?> ForMember(AwardSight sight, UnitOfWork work)
    {
        if (sight.Award.State is not (AwardState.Offered or AwardState.Active) || !await AwardRepository.IsRapid(work, sight.Award.Id))
        {
            return null;
        }

        var given = sight.Award.State == AwardState.Offered ? await SignatureRepository.Of(work, sight.Award.Id) : [];
        var step = SignatureRules.Sign(sight.Award, sight.Role, sight.Actor.Person, given, sight.At);
        return new AwardPart("rapid", null, "/Response/RapidFund/_MyAward.cshtml", new RapidAwardView(
            sight.Award, SignatureRules.Counting(given).Count, sight.Award.State == AwardState.Offered && step.Refused ? sentences.Say(step.Refusals[0]) : null)
        {
            Paid = (await PaymentRepository.OfAward(work, sight.Award.Id)).Any(payment => payment.State == PaymentState.Paid),
        });
    }

    /// <inheritdoc/>
    public async Task<AwardPart?> ForStaff(AwardSight sight, UnitOfWork work) =>
        sight.Award.State is AwardState.Offered or AwardState.Active && await AwardRepository.IsRapid(work, sight.Award.Id)
            ? new AwardPart("rapid", null, "/Response/RapidFund/_StaffAward.cshtml", new RapidAwardView(sight.Award, 0, null))
            : null;
}

/// <summary>An award of the short road.</summary>
/// <param name="Award">The award.</param>
/// <param name="Signed">How many Owners have pressed the button.</param>
/// <param name="Against">Why the reader cannot.</param>
public sealed record RapidAwardView(Award Award, int Signed, string? Against)
{
    /// <summary>Whether the money has arrived.</summary>
    public bool Paid { get; init; }

    /// <summary>How many have to.</summary>
    public int Needed => SigningRules.Needed(Award.SigningRule);
}
