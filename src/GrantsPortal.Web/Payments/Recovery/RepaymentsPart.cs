using GrantsPortal.Awards;
using GrantsPortal.Payments.Recovery;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Web.Awards.Parts;

namespace GrantsPortal.Web.Payments.Recovery;

/// <summary>Money asked back, on an award's page.</summary>
public sealed class RepaymentsPart : IAwardPart
{
    /// <inheritdoc/>
    public int Order => 35;

    /// <inheritdoc/>
    public async Task<AwardPart?> ForMember(AwardSight sight, UnitOfWork work) =>
        await RepaymentRepository.OfAward(work, sight.Award.Id) is { Count: > 0 } repayments ? Part(new RepaymentsView(sight.Award, repayments, null, RecoveryRoutes.Mine(sight.Award.Reference))) : null;

    /// <inheritdoc/>
    public async Task<AwardPart?> ForStaff(AwardSight sight, UnitOfWork work)
    {
        if (sight.Award.ProgrammeId is null || sight.Award.DecisionId is null)
        {
            return null;
        }

        var (repayments, most) = (await RepaymentRepository.OfAward(work, sight.Award.Id), await RecoveryDesk.Most(work, sight.Award));
        var ask = most.Minor > 0 && sight.Actor.Is(Roles.Finance, Roles.ProgrammeOfficer) ? RecoveryRoutes.AskOf(sight.Award.Reference) : null;
        return repayments.Count > 0 || ask is not null ? Part(new RepaymentsView(sight.Award, repayments, ask, null)) : null;
    }

    private static AwardPart Part(RepaymentsView view) => new("repayments", "Money asked back", "/Payments/Recovery/_Repayments.cshtml", view);
}

/// <summary>Money asked back of an award.</summary>
/// <param name="Award">The award.</param>
/// <param name="Repayments">What was asked, newest first.</param>
/// <param name="Ask">Where to ask; null when the reader cannot, or nothing is left to ask.</param>
/// <param name="Mine">The members' page; null for staff.</param>
public sealed record RepaymentsView(Award Award, IReadOnlyList<Repayment> Repayments, string? Ask, string? Mine);
