using GrantsPortal.Platform;

namespace GrantsPortal.Funds;

/// <summary>What a programme must be.</summary>
public static class ProgrammeRules
{
    /// <summary>
    /// Refuses: <c>programme.not-officer</c>, <c>programme.name-missing</c>, <c>programme.name-long</c>, <c>programme.currency-unknown</c>.
    /// </summary>
    public static IReadOnlyList<Refusal> Check(Actor actor, ProgrammeText text)
    {
        if (!FundRules.MayRun(actor))
        {
            return [new Refusal("programme.not-officer")];
        }

        var wrong = new List<Refusal>();
        if (string.IsNullOrWhiteSpace(text.Name))
        {
            wrong.Add(new Refusal("programme.name-missing").At("Name"));
        }
        else if (text.Name.Trim().Length > 200)
        {
            wrong.Add(new Refusal("programme.name-long", 200).At("Name"));
        }

        if (text.Currency is not { Length: 3 } || !text.Currency.All(char.IsAsciiLetterUpper))
        {
            wrong.Add(new Refusal("programme.currency-unknown").At("Currency"));
        }

        return wrong;
    }
}
