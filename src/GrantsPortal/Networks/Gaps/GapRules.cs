using GrantsPortal.Platform.Text;

namespace GrantsPortal.Networks.Gaps;

/// <summary>What the city does for some of its people, counted.</summary>
/// <param name="Partners">Partners there.</param>
/// <param name="Engagements">Contacts with them within the period.</param>
/// <param name="Awards">Awards to them within the period.</param>
public readonly record struct Reach(int Partners, int Engagements, int Awards);

/// <summary>A line of the table of gaps.</summary>
/// <param name="Name">District, community or theme.</param>
/// <param name="People">How many people; null when the city has no figure.</param>
/// <param name="Reach">What is done.</param>
public sealed record GapLine(string Name, int? People, Reach Reach)
{
    /// <summary>Partners per 10,000 people; null where it would say nothing.</summary>
    public decimal? PartnerRate => GapRules.Rate(Reach.Partners, People);

    /// <summary>Contacts per 10,000 people.</summary>
    public decimal? EngagementRate => GapRules.Rate(Reach.Engagements, People);

    /// <summary>Awards per 10,000 people.</summary>
    public decimal? AwardRate => GapRules.Rate(Reach.Awards, People);
}

/// <summary>Holds what is done against who lives here.</summary>
public static class GapRules
{
    /// <summary>Fewer people than this give no rate: one partner more would look like a turn of fortune.</summary>
    public const int FewestPeople = 1000;

    /// <summary>Fewer than this are not told for a community: it might be known who they are.</summary>
    public const int FewestTold = 3;

    /// <summary>How many per 10,000 people, to one decimal; null without a figure, or for fewer than <see cref="FewestPeople"/>.</summary>
    public static decimal? Rate(int count, int? people) => people is >= FewestPeople and var known ? Math.Round(count * 10_000m / known, 1, MidpointRounding.AwayFromZero) : null;

    /// <summary>
    /// One line for each name: what is done by the partners that are of it, beside the people of the figures. Lines without any partner or with the
    /// lowest rate of partners come first, those without a figure last.
    /// </summary>
    /// <param name="names">Names, each with the people there are; null for no figure.</param>
    /// <param name="partners">The partners.</param>
    /// <param name="isOf">Whether a partner is of a name.</param>
    /// <param name="engagements">Contacts by partner.</param>
    /// <param name="awards">Awards by partner.</param>
    public static IReadOnlyList<GapLine> Lines(
        IEnumerable<(string Name, int? People)> names, IReadOnlyCollection<NetworkPartner> partners, Func<NetworkPartner, string, bool> isOf,
        IReadOnlyDictionary<long, int> engagements, IReadOnlyDictionary<long, int> awards) =>
    [
        .. names.Select(one =>
            {
                var there = partners.Where(partner => isOf(partner, one.Name)).ToList();
                return new GapLine(one.Name, one.People, new Reach(there.Count, there.Sum(partner => engagements.GetValueOrDefault(partner.Id)), there.Sum(partner => awards.GetValueOrDefault(partner.Id))));
            })
            .OrderBy(line => line.PartnerRate is null).ThenBy(line => line.PartnerRate).ThenBy(line => Folded.Of(line.Name), StringComparer.Ordinal),
    ];

    /// <summary>Whether a partner serves a community: its own words hold the name, compared as names are.</summary>
    public static bool Serves(NetworkPartner partner, string community) =>
        partner.Communities is { } words && Folded.Of(community) is { Length: > 0 } name && $" {Folded.Of(words)} ".Contains($" {name} ", StringComparison.Ordinal);

    /// <summary>The names of one kind that figures hold, with their people summed; a line for the whole city counts before the districts' sum.</summary>
    public static IReadOnlyList<(string Name, int People)> Totals(IEnumerable<PopulationLine> lines, Func<PopulationLine, string> name) =>
    [
        .. lines.Where(line => name(line).Length > 0).GroupBy(name, StringComparer.Ordinal)
            .Select(group => (group.Key, group.FirstOrDefault(line => line.District.Length == 0) is { } whole ? whole.People : group.Sum(line => line.People)))
            .OrderBy(one => Folded.Of(one.Key), StringComparer.Ordinal),
    ];
}
