using GrantsPortal.Introductions.Offers;
using GrantsPortal.Organisations;
using GrantsPortal.Platform.Database;

namespace GrantsPortal.Introductions.Matching;

/// <summary>A proposal with the organisation it is of.</summary>
/// <param name="Organisation">Who is proposed.</param>
/// <param name="Visible">Whether it may be proposed to others by name.</param>
/// <param name="Notes">What it writes of its entries that were matched.</param>
/// <param name="Proposal">The score and the reasons.</param>
public sealed record FoundPartner(Organisation Organisation, bool Visible, IReadOnlyList<string> Notes, Proposal Proposal);

/// <summary>Finds partners for an organisation, in a fixed number of queries.</summary>
public static class Matcher
{
    /// <summary>How many partners that share something are looked at.</summary>
    public const int MostCandidates = 200;

    /// <summary>
    /// The partners to be proposed to an organisation. <paramref name="hidden"/> looks at those who are not shown by name
    /// too, for staff alone; <paramref name="mostAsked"/> leaves out those who were asked so often in the last 30 days.
    /// </summary>
    public static async Task<IReadOnlyList<FoundPartner>> For(UnitOfWork work, Organisation self, DateOnly today, bool hidden, int most, int? mostAsked = null)
    {
        var candidates = await PartnerRepository.Candidates(work, self.Id, today, hidden, MostCandidates);
        if (candidates.Count == 0)
        {
            return [];
        }

        var known = await MatchRepository.Known(work, self.Id, candidates);
        var organisations = (await OrganisationRepository.Find(work, candidates)).Where(one => mostAsked is null || known[one.Id].AskedLately < mostAsked).ToDictionary(one => one.Id);
        var visible = (await PartnerRepository.Profiles(work, candidates)).Where(profile => profile.Visible).Select(profile => profile.OrganisationId).ToHashSet();
        var entries = (await PartnerRepository.Entries(work, [.. candidates, self.Id], today)).ToLookup(entry => entry.OrganisationId);
        var ranked = MatchRules.Rank(Partner(self, entries), organisations.Values.Select(one => Partner(one, entries)), known, most);
        return [.. ranked.Select(proposal => new FoundPartner(
            organisations[proposal.Partner.Id], visible.Contains(proposal.Partner.Id), Notes(proposal.Reasons, entries[proposal.Partner.Id]), proposal))];
    }

    /// <summary>What speaks for two organisations meeting, seen from the first, whatever is known between them.</summary>
    public static async Task<IReadOnlyList<MatchReason>> Reasons(UnitOfWork work, Organisation self, Organisation other, DateOnly today)
    {
        var entries = (await PartnerRepository.Entries(work, [self.Id, other.Id], today)).ToLookup(entry => entry.OrganisationId);
        return MatchRules.Reasons(Partner(self, entries), Partner(other, entries));
    }

    private static MatchPartner Partner(Organisation one, ILookup<long, PartnerEntry> entries) => MatchPartner.Of(one.Id, one.Name, one.District, entries[one.Id]);

    private static List<string> Notes(IReadOnlyList<MatchReason> reasons, IEnumerable<PartnerEntry> entries)
    {
        var found = reasons.Where(reason => reason.Completes).Select(reason => (Side: reason.Kind == ReasonKind.YouSeek ? EntrySide.Offer : EntrySide.Seek, Kind: reason.Of)).ToHashSet();
        return [.. entries.Where(entry => entry.Note.Length > 0 && found.Contains((entry.Side, entry.Kind))).Select(entry => entry.Note).Distinct().Take(3)];
    }
}
