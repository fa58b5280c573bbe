using GrantsPortal.Platform;

namespace GrantsPortal.Organisations.Signing;

/// <summary>
/// How an organisation's signing rule changes: any Owner may ask for two signatures at once; that one be enough again,
/// two Owners have to agree on.
/// </summary>
public static class SigningRules
{
    /// <summary>How many Owners have to sign.</summary>
    public static int Needed(SigningRule rule) => rule == SigningRule.TwoOwners ? 2 : 1;

    /// <summary>Whether so many signatures of its Owners are all that an organisation's rule asks for.</summary>
    public static bool IsEnough(SigningRule rule, int given) => given >= Needed(rule);

    /// <summary>Refuses a name typed as a signature, at <c>Name</c>: with <paramref name="missing"/> when it has fewer than two letters, with <paramref name="tooLong"/> (most) when it is longer than <paramref name="most"/> characters.</summary>
    public static Refusal? TypedName(string? name, int most, string missing, string tooLong) => (name ?? "").Trim() switch
    {
        var text when text.Count(char.IsLetter) < 2 => new Refusal(missing).At("Name"),
        var text when text.Length > most => new Refusal(tooLong, most).At("Name"),
        _ => null,
    };

    /// <summary>Asks for two signatures: refused with <c>signing.owners-only</c>, <c>signing.already</c>, <c>signing.one-owner</c> while there are not two.</summary>
    /// <param name="role">What the person may do in the organisation.</param>
    /// <param name="rule">The rule now.</param>
    /// <param name="owners">Owners who can sign in.</param>
    public static Refusal? Tighten(MemberRole role, SigningRule rule, int owners) => rule switch
    {
        _ when role != MemberRole.Owner => new Refusal("signing.owners-only"),
        SigningRule.TwoOwners => new Refusal("signing.already"),
        _ when owners < 2 => new Refusal("signing.one-owner"),
        _ => null,
    };

    /// <summary>Asks that one be enough: refused with <c>signing.owners-only</c>, <c>signing.already</c>, <c>signing.asked-already</c>.</summary>
    public static Refusal? AskLoosening(MemberRole role, StandingRule signing) => signing switch
    {
        _ when role != MemberRole.Owner => new Refusal("signing.owners-only"),
        { SigningRule: SigningRule.OneOwner } => new Refusal("signing.already"),
        { LooseningAskedBy: not null } => new Refusal("signing.asked-already"),
        _ => null,
    };

    /// <summary>Agrees that one be enough: refused with <c>signing.owners-only</c>, <c>signing.not-asked</c>, <c>signing.own-request</c>.</summary>
    public static Refusal? Loosen(MemberRole role, StandingRule signing, long person) => signing switch
    {
        _ when role != MemberRole.Owner => new Refusal("signing.owners-only"),
        { SigningRule: SigningRule.OneOwner } or { LooseningAskedBy: null } => new Refusal("signing.not-asked"),
        _ when signing.LooseningAskedBy == person => new Refusal("signing.own-request"),
        _ => null,
    };
}
