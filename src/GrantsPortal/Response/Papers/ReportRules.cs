using GrantsPortal.Response.CallDown;

namespace GrantsPortal.Response.Papers;

/// <summary>How quickly partners were reached.</summary>
/// <param name="Minutes">Within so many minutes of being asked.</param>
/// <param name="Answered">How many had answered.</param>
public sealed record ReachedWithin(int Minutes, int Answered);

/// <summary>The figures of an after-action report.</summary>
/// <param name="Listed">Partners on the list.</param>
/// <param name="Asked">Partners asked.</param>
/// <param name="Answered">Partners that answered.</param>
/// <param name="MedianMinutes">Minutes from being asked to the first answer, half being quicker; null when nobody answered.</param>
/// <param name="Within">How many had answered after some times.</param>
/// <param name="NeedHelp">How many needed help at the end.</param>
/// <param name="CanHelp">How many could help at the end.</param>
public sealed record ReportFigures(int Listed, int Asked, int Answered, int? MedianMinutes, IReadOnlyList<ReachedWithin> Within, int NeedHelp, int CanHelp);

/// <summary>Works the figures out from the list.</summary>
public static class ReportRules
{
    /// <summary>The times that reports compare.</summary>
    public static readonly IReadOnlyList<int> Minutes = [5, 15, 30, 60, 120];

    /// <summary>The figures of a list. Minutes count from when each partner was asked; whole minutes, rounded up.</summary>
    public static ReportFigures Of(IReadOnlyList<IncidentPartner> partners)
    {
        var waits = partners.Where(partner => partner is { AskedAt: not null, AnsweredAt: not null })
            .Select(partner => (partner.AnsweredAt!.Value - partner.AskedAt!.Value).TotalMinutes).Order().ToList();
        return new ReportFigures(
            partners.Count, partners.Count(partner => partner.AskedAt is not null), partners.Count(partner => partner.AnsweredAt is not null),
            waits.Count == 0 ? null : (int)Math.Ceiling(waits[(waits.Count - 1) / 2]),
            [.. Minutes.Select(minutes => new ReachedWithin(minutes, waits.Count(wait => wait <= minutes)))],
            partners.Count(partner => partner.Standing == PartnerStanding.NeedHelp), partners.Count(partner => partner.Standing == PartnerStanding.CanHelp));
    }
}
