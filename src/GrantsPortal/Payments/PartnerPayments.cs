using GrantsPortal.Awards;
using GrantsPortal.Partnerships.Access;
using GrantsPortal.Partnerships.Partners;
using GrantsPortal.Platform.Database;

namespace GrantsPortal.Payments;

/// <summary>What partners were paid, and what was asked back.</summary>
public sealed class PartnerPayments : IPartnerStory
{
    /// <inheritdoc/>
    public async Task<IReadOnlyList<StoryLine>> Of(UnitOfWork work, long organisation, DateTimeOffset? before, int take) =>
        [.. (await PartnerPaymentRepository.Happened(work, organisation, before, take)).Select(one => new StoryLine(one.At, Sentence(one.Kind), [one.Named, one.Amount], AwardRoutes.Manage(one.Reference), PartnerField.Funding))];

    private static string Sentence(string kind) => kind switch
    {
        "Paid" => "The city paid {1} for “{0}”",
        "AskedBack" => "The city asked {1} of “{0}” back",
        _ => "{1} of “{0}” came back",
    };
}

/// <summary>An award of a partner and its money, as the partner's page shows it.</summary>
public sealed class PartnerFunding
{
    /// <summary>Reference of the award.</summary>
    public string Reference { get; init; } = "";

    /// <summary>What it is for.</summary>
    public string Title { get; init; } = "";

    /// <summary>Where it stands.</summary>
    public AwardState State { get; init; }

    /// <summary>On which day it was awarded.</summary>
    public DateOnly AwardedOn { get; init; }

    /// <summary>What was granted, in minor units.</summary>
    public long AmountMinor { get; init; }

    /// <summary>ISO 4217 code of all its amounts.</summary>
    public string Currency { get; init; } = "";

    /// <summary>What was paid so far.</summary>
    public long PaidMinor { get; init; }

    /// <summary>What came back.</summary>
    public long ReturnedMinor { get; init; }

    /// <summary>Whether it was paid elsewhere, before this portal knew of it, so that nothing is known of its payments.</summary>
    public bool Elsewhere { get; init; }
}

/// <summary>Money by the organisations that it went to.</summary>
public static class PartnerPaymentRepository
{
    /// <summary>The awards of an organisation that were offered, with what was paid and what came back, the latest first; at most 100.</summary>
    public static Task<IReadOnlyList<PartnerFunding>> Funding(UnitOfWork work, long organisation) =>
        work.List<PartnerFunding>(
            $"""
            SELECT a.Reference, a.Title, a.State, a.AwardedOn, a.AmountMinor, a.Currency,
                COALESCE((SELECT SUM(p.AmountMinor) FROM Payment p WHERE p.AwardId = a.Id AND p.State = 'Paid'), 0) AS PaidMinor,
                COALESCE((SELECT SUM(r.ReceivedMinor) FROM Repayment r WHERE r.AwardId = a.Id), 0) AS ReturnedMinor,
                CASE WHEN a.Source = 'Portal' THEN 0 ELSE 1 END AS Elsewhere
            FROM Award a
            WHERE a.OrganisationId = @organisation AND (a.OfferedAt IS NOT NULL OR a.Source <> 'Portal')
            ORDER BY a.AwardedOn DESC, a.Id DESC
            {Dialect.Page}
            """,
            new { organisation, take = 100 });

    /// <summary>Payments that arrived, money asked back, and what came of it, the latest first.</summary>
    public static Task<IReadOnlyList<Happening>> Happened(UnitOfWork work, long organisation, DateTimeOffset? before, int take) =>
        work.List<Happening>(
            $"""
            SELECT x.At, x.Kind, a.Title AS What, '' AS Other, a.Reference, a.Id, x.AmountMinor, a.Currency
            FROM (
                SELECT p.AwardId, p.PaidAt AS At, 'Paid' AS Kind, p.AmountMinor FROM Payment p WHERE p.OrganisationId = @organisation AND p.State = 'Paid' AND p.PaidAt IS NOT NULL
                UNION ALL
                SELECT r.AwardId, r.AskedAt, 'AskedBack', r.AmountMinor FROM Repayment r WHERE r.OrganisationId = @organisation
                UNION ALL
                SELECT r.AwardId, c.NotedAt, 'CameBack', c.CountedMinor
                FROM Repayment r
                JOIN RepaymentReceipt c ON c.RepaymentId = r.Id AND c.CountedMinor > 0
                WHERE r.OrganisationId = @organisation) x
            JOIN Award a ON a.Id = x.AwardId
            WHERE @before IS NULL OR x.At < @before
            ORDER BY x.At DESC, a.Id DESC
            {Dialect.Page}
            """,
            new { organisation, before, take });
}
