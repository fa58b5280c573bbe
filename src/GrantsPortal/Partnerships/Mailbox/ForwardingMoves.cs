using GrantsPortal.Partnerships.Partners;
using GrantsPortal.Platform.Database;

namespace GrantsPortal.Partnerships.Mailbox;

/// <summary>Whether an officer's address for a partner still holds.</summary>
internal static class ForwardingMoves
{
    /// <summary>Whether somebody is the partner's focal point or deputy, or covers for one of them, on a day.</summary>
    public static async Task<bool> ActsFor(UnitOfWork work, long organisation, long officer, DateOnly today) =>
        await PartnerRecords.Find(work, organisation) is { } partner && CoverRules.Sees(partner, officer, await PartnerRecords.Covers(work, today), today);
}
