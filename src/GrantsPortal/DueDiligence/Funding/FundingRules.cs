using GrantsPortal.Organisations;
using GrantsPortal.Platform;

namespace GrantsPortal.DueDiligence.Funding;

/// <summary>What somebody says of other funding; the amount in whole units of the award's currency.</summary>
public sealed record FundingText(FundingKind? Kind, string? Giver, FundingState? State, decimal? Amount, string? ForWhat, DateOnly? AnswerBy);

/// <summary>Who may say what of other funding, and how it adds up.</summary>
public static class FundingRules
{
    /// <summary>
    /// Refuses what is said: <c>funding.not-yours</c>, <c>funding.kind-missing</c>, <c>funding.giver-missing</c>,
    /// <c>funding.state-missing</c>, <c>funding.amount-missing</c>, <c>funding.what-missing</c>.
    /// </summary>
    public static IReadOnlyList<Refusal> Check(Actor actor, MemberRole? role, FundingText text, string currency)
    {
        var refusals = new List<Refusal>();
        if (!actor.Is(Roles.ProgrammeOfficer) && role is not (MemberRole.Owner or MemberRole.Editor))
        {
            refusals.Add(new Refusal("funding.not-yours"));
        }

        if (text.Kind is null)
        {
            refusals.Add(new Refusal("funding.kind-missing").At("Kind"));
        }

        if (text.Giver?.Trim() is not { Length: > 0 and <= 200 })
        {
            refusals.Add(new Refusal("funding.giver-missing").At("Giver"));
        }

        if (text.State is null)
        {
            refusals.Add(new Refusal("funding.state-missing").At("State"));
        }

        if (text.Amount is not > 0 or > 1_000_000_000_000 || decimal.Round(text.Amount.Value, Money.DigitsOf(currency)) != text.Amount)
        {
            refusals.Add(new Refusal("funding.amount-missing").At("Amount"));
        }

        if (text.ForWhat?.Trim() is not { Length: > 0 and <= 1000 })
        {
            refusals.Add(new Refusal("funding.what-missing").At("ForWhat"));
        }

        return refusals;
    }

    /// <summary>The sums.</summary>
    public static FundingTotals Totals(Money award, IReadOnlyCollection<OtherFunding> others)
    {
        Money Sum(Func<OtherFunding, bool> which) => others.Where(which).Aggregate(Money.Zero(award.Currency), (sum, one) => sum + one.Amount);
        return new FundingTotals(
            award,
            Sum(one => one is { Kind: not FundingKind.InKind, State: FundingState.Asked }),
            Sum(one => one is { Kind: FundingKind.Money, State: FundingState.Received }),
            Sum(one => one is { Kind: FundingKind.Match, State: FundingState.Received }),
            Sum(one => one is { Kind: FundingKind.InKind, State: FundingState.Received }));
    }
}
