using GrantsPortal.Partnerships.Access;
using GrantsPortal.Partnerships.Partners;
using GrantsPortal.Platform.Database;

namespace GrantsPortal.Bookings.Fees;

/// <summary>What was made out to partners for places they paid for.</summary>
public sealed class PartnerFees : IPartnerDocuments
{
    /// <inheritdoc/>
    public async Task<IReadOnlyList<PartnerDocument>> Of(UnitOfWork work, long organisation, DateTimeOffset? before, int take) =>
        [.. (await PartnerFeeRepository.Documents(work, organisation, before, take)).Select(one => new PartnerDocument(
            one.At, one.Reference, one.Kind == nameof(FeeDocumentKind.Invoice) ? "Invoice and receipt for places at “{0}”, {1}" : "Credit note for places at “{0}”, {1}", [one.What, one.Amount],
            FeeRoutes.OfPartner(organisation, one.Reference), PartnerField.Fees))];
}

/// <summary>Invoices and credit notes by the organisations they are made out to.</summary>
public static class PartnerFeeRepository
{
    /// <summary>Those of an organisation, the latest first; the reference is the number.</summary>
    public static Task<IReadOnlyList<Happening>> Documents(UnitOfWork work, long organisation, DateTimeOffset? before, int take) =>
        work.List<Happening>(
            $"""
            SELECT d.CreatedAt AS At, d.Kind, o.Title AS What, '' AS Other, d.Number AS Reference, d.Id, d.AmountMinor, d.Currency
            FROM BookingParty p
            JOIN FeeDocument d ON d.PartyId = p.Id
            JOIN Occasion o ON o.Id = p.OccasionId
            WHERE p.OrganisationId = @organisation AND (@before IS NULL OR d.CreatedAt < @before)
            ORDER BY d.CreatedAt DESC, d.Id DESC
            {Dialect.Page}
            """,
            new { organisation, before, take });
}
