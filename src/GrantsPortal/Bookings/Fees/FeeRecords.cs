using GrantsPortal.People.Erasure;
using GrantsPortal.Platform.Database;

namespace GrantsPortal.Bookings.Fees;

/// <summary>What a person paid for places, among what they download. Invoices stay as they were made when somebody goes, as books have to.</summary>
public sealed class FeeRecords : IPersonalRecords
{
    /// <inheritdoc/>
    public string Part => "booking fees";

    /// <inheritdoc/>
    public async Task<object?> Of(long person, UnitOfWork work) => await ChargeRepository.DocumentsOfPerson(work, person) is { Count: > 0 } documents
        ? documents.Select(document => new { document.Number, document.Kind, document.Amount.Amount, document.Currency, document.CreatedAt }).ToList()
        : null;
}
