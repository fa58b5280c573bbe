using GrantsPortal.Introductions.Offers;
using GrantsPortal.Organisations;
using GrantsPortal.Platform.Database;
using GrantsPortal.Web.Shared.Forms;
using GrantsPortal.Web.Shared.Languages;
using Microsoft.Extensions.Localization;

namespace GrantsPortal.Web.Introductions;

/// <summary>What members' and staff's pages share in writing entries.</summary>
internal static class EntriesPages
{
    /// <summary>The page with what was typed, or with what is kept.</summary>
    public static async Task<EntriesPage> Read(
        UnitOfWork work, Vocabulary vocabulary, IStringLocalizer<Texts> texts, Organisation organisation, EntrySide side, EntryKind kind, string back, bool officer, DateOnly usual, EntriesForm? typed)
    {
        var choices = await vocabulary.Of(work, kind);
        return new EntriesPage(organisation, side, kind, [.. choices.Select(words => new FieldItem(words, texts[words]))], typed ?? await Kept(work, organisation.Id, side, kind, choices, usual), back, officer);
    }

    private static async Task<EntriesForm> Kept(UnitOfWork work, long organisation, EntrySide side, EntryKind kind, IReadOnlyList<string> choices, DateOnly usual)
    {
        var kept = (await PartnerRepository.Entries(work, organisation)).Where(entry => entry.Side == side && entry.Kind == kind).ToList();
        var known = choices.ToLookup(OfferRules.Term);
        return new EntriesForm
        {
            Chosen = [.. kept.SelectMany(entry => known[entry.Term].Take(1))],
            Own = string.Join('\n', kept.Where(entry => !known.Contains(entry.Term)).Select(entry => entry.Words)),
            Note = kept.FirstOrDefault()?.Note,
            Until = kept.Count > 0 ? kept.Min(entry => entry.Until) : usual,
        };
    }
}
