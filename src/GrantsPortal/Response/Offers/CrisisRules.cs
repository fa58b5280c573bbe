using GrantsPortal.Platform;
using GrantsPortal.Platform.Text;

namespace GrantsPortal.Response.Offers;

/// <summary>What a partner can say of a crisis beforehand.</summary>
public static class CrisisRules
{
    /// <summary>Most characters about one offer.</summary>
    public const int Characters = 400;

    /// <summary>Most languages named.</summary>
    public const int MostLanguages = 30;

    /// <summary>
    /// What is wrong with what is offered: at <c>Words[n]</c> (n the capability's number) <c>crisis.words-long</c> (most); at
    /// <c>Languages</c> <c>crisis.languages-missing</c> when languages are offered and none is named, <c>crisis.languages-many</c> (most).
    /// </summary>
    public static IReadOnlyList<Refusal> Check(IReadOnlyList<CrisisOffer> offers) =>
    [
        .. offers.Where(offer => offer.Words.Length > Characters).Select(offer => new Refusal("crisis.words-long", Characters).At($"Words[{(int)offer.Capability}]")),
        .. offers.Where(offer => offer.Capability == CrisisCapability.Languages).SelectMany(offer => CodeList.Of(offer.Languages).Count switch
        {
            0 => [new Refusal("crisis.languages-missing").At("Languages")],
            > MostLanguages => [new Refusal("crisis.languages-many", MostLanguages).At("Languages")],
            _ => Array.Empty<Refusal>(),
        }),
    ];
}
