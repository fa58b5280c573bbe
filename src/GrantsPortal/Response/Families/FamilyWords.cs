using GrantsPortal.Introductions;
using GrantsPortal.Introductions.Offers;
using GrantsPortal.Organisations;
using GrantsPortal.Partnerships.Needs;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using Microsoft.Extensions.Options;

namespace GrantsPortal.Response.Families;

/// <summary>Looks every free text of the register through for names, and knows what can be chosen instead of typed.</summary>
public sealed class FamilyWords(CityDistricts districts, IOptions<PortalOptions> portal, IOptions<IntroductionOptions> introductions)
{
    /// <summary>The languages to choose from; none is typed, so that nothing else is.</summary>
    public IReadOnlyList<string> Languages => introductions.Value.List(EntryKind.Language);

    /// <summary>The districts to choose from.</summary>
    public Task<IReadOnlyList<string>> Districts(UnitOfWork work) => districts.All(work);

    /// <summary>Phrases that are no names of persons.</summary>
    public async Task<IReadOnlyList<string>> Allowed(UnitOfWork work, long organisation) =>
    [
        portal.Value.City, .. Languages, .. await districts.All(work),
        .. await OrganisationRepository.Find(work, organisation) is { } partner ? [partner.Name] : Array.Empty<string>(),
    ];

    /// <summary>What looks like personal data in texts about a partner.</summary>
    public async Task<IReadOnlyList<(string Field, PersonalPoint Point)>> Points(UnitOfWork work, long organisation, params FamilyText[] texts)
    {
        // Other partners are known too where they are named in full; the browser is not sent all of them.
        var named = (await FamilyRepository.PartnerNames(work)).Where(name => texts.Any(text => text.Text?.Contains(name, StringComparison.Ordinal) == true));
        return FamilyTextRules.Points(texts, await NeedMoves.Known(work, organisation), [.. await Allowed(work, organisation), .. named]);
    }

    /// <summary>Refused like <see cref="FamilyTextRules.Against"/>.</summary>
    public async Task<IReadOnlyList<Refusal>> Against(UnitOfWork work, long organisation, string? answeredFor, params FamilyText[] texts) =>
        FamilyTextRules.Against(await Points(work, organisation, texts), answeredFor);
}
