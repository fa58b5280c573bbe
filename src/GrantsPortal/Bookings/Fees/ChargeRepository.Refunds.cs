using GrantsPortal.Platform.Database;

namespace GrantsPortal.Bookings.Fees;

/// <summary>Refunds, documents, and lists for staff.</summary>
public static partial class ChargeRepository
{
    private const string RefundColumns =
        """
        r.Id, r.CheckoutId, r.LineId, r.AmountMinor, r.Currency, r.Reason, r.State, r.Attempt, r.ProviderId, r.AskedAt, r.TriedAt, r.FailureCode,
        r.FailureText, r.Note
        """;

    private const string DocumentColumns = "d.Id, d.Number, d.Kind, d.ChargeId, d.PartyId, d.RefundId, d.AmountMinor, d.TaxMinor, d.Currency, d.Month, d.Hash, d.PdfId, d.CreatedAt";

    /// <summary>The refund; or null.</summary>
    public static Task<FeeRefund?> Refund(UnitOfWork work, long id) =>
        work.Find<FeeRefund>($"SELECT {RefundColumns} FROM FeeRefund r WHERE r.Id = @id", new { id });

    /// <summary>The refund by its name at Stripe; or null.</summary>
    public static Task<FeeRefund?> RefundOf(UnitOfWork work, string provider) =>
        work.Find<FeeRefund>($"SELECT {RefundColumns} FROM FeeRefund r WHERE r.ProviderId = @provider", new { provider });

    /// <summary>What was given back of payment pages, in its order.</summary>
    public static Task<IReadOnlyList<FeeRefund>> Refunds(UnitOfWork work, IReadOnlyCollection<long> checkouts) =>
        work.List<FeeRefund>($"SELECT {RefundColumns} FROM FeeRefund r WHERE r.CheckoutId IN @checkouts ORDER BY r.Id", new { checkouts });

    /// <summary>Refunds in a state, the oldest first; at most 200.</summary>
    public static Task<IReadOnlyList<FeeRefund>> RefundsIn(UnitOfWork work, RefundState state) =>
        work.List<FeeRefund>($"SELECT {RefundColumns} FROM FeeRefund r WHERE r.State = @state ORDER BY r.Id {Dialect.Page}", new { state, take = 200 });

    /// <summary>Adds a refund; false when Stripe's is known.</summary>
    public static Task<bool> Insert(UnitOfWork work, FeeRefund refund) =>
        work.TryInsert(
            """
            INSERT INTO FeeRefund (Id, CheckoutId, LineId, AmountMinor, Currency, Reason, State, Attempt, ProviderId, AskedAt)
            VALUES (@Id, @CheckoutId, @LineId, @AmountMinor, @Currency, @Reason, @State, @Attempt, @ProviderId, @AskedAt)
            """,
            new { refund.Id, refund.CheckoutId, refund.LineId, refund.AmountMinor, refund.Currency, refund.Reason, refund.State, refund.Attempt, refund.ProviderId, refund.AskedAt });

    /// <summary>Moves a refund to another state with what is known of it; false when somebody was quicker.</summary>
    public static Task<bool> Move(UnitOfWork work, FeeRefund refund, RefundState to, string? provider, string? code, string? text, string? note = null) =>
        work.Guarded(
            """
            UPDATE FeeRefund
            SET State = @to, ProviderId = @provider, FailureCode = @code, FailureText = @text, Note = COALESCE(@note, Note), TriedAt = NULL,
                DoneAt = CASE WHEN @to IN ('Done', 'Settled') THEN @now ELSE NULL END
            WHERE Id = @Id AND State = @State AND Attempt = @Attempt
            """,
            new { refund.Id, refund.State, refund.Attempt, to, provider, code, text, note, now = work.Now });

    /// <summary>Counts another attempt; false when somebody was quicker.</summary>
    public static Task<bool> Anew(UnitOfWork work, FeeRefund refund, RefundState to) =>
        work.Guarded(
            "UPDATE FeeRefund SET State = @to, Attempt = Attempt + 1, ProviderId = NULL, FailureCode = NULL, FailureText = NULL, TriedAt = NULL WHERE Id = @Id AND State = @State AND Attempt = @Attempt",
            new { refund.Id, refund.State, refund.Attempt, to });

    /// <summary>Notes that Stripe is about to be asked; false when somebody is asking, or it moved.</summary>
    public static Task<bool> Tried(UnitOfWork work, FeeRefund refund) =>
        work.Guarded("UPDATE FeeRefund SET TriedAt = @now WHERE Id = @Id AND State = 'Asked' AND Attempt = @Attempt AND TriedAt IS NULL", new { refund.Id, refund.Attempt, now = work.Now });

    /// <summary>Notes that Stripe certainly took nothing.</summary>
    public static Task NeverTried(UnitOfWork work, FeeRefund refund) =>
        work.Execute("UPDATE FeeRefund SET TriedAt = NULL WHERE Id = @Id AND State = 'Asked' AND Attempt = @Attempt", new { refund.Id, refund.Attempt });

    /// <summary>The documents of charges, the first first.</summary>
    public static Task<IReadOnlyList<FeeDocument>> Documents(UnitOfWork work, IReadOnlyCollection<long> charges) =>
        work.List<FeeDocument>($"SELECT {DocumentColumns} FROM FeeDocument d WHERE d.ChargeId IN @charges ORDER BY d.Id", new { charges });

    /// <summary>The documents of what a person asked for; at most 500.</summary>
    public static Task<IReadOnlyList<FeeDocument>> DocumentsOfPerson(UnitOfWork work, long person) =>
        work.List<FeeDocument>(
            $"SELECT {DocumentColumns} FROM BookingParty p JOIN FeeDocument d ON d.PartyId = p.Id WHERE p.BookedBy = @person ORDER BY d.Id {Dialect.Page}", new { person, take = 500 });

    /// <summary>A document by its number; or null.</summary>
    public static Task<FeeDocument?> Document(UnitOfWork work, string number) =>
        work.Find<FeeDocument>($"SELECT {DocumentColumns} FROM FeeDocument d WHERE d.Number = @number", new { number });

    /// <summary>A document by its number, of those made out to an organisation; or null.</summary>
    public static Task<FeeDocument?> Document(UnitOfWork work, long organisation, string number) =>
        work.Find<FeeDocument>($"SELECT {DocumentColumns} FROM FeeDocument d JOIN BookingParty p ON p.Id = d.PartyId WHERE d.Number = @number AND p.OrganisationId = @organisation", new { organisation, number });

    /// <summary>The text of a document.</summary>
    public static async Task<string> Html(UnitOfWork work, long document) =>
        await work.Scalar<string>("SELECT Html FROM FeeDocument WHERE Id = @document", new { document }) ?? throw new InvalidOperationException("A document without its text.");

    /// <summary>Adds a document.</summary>
    public static Task Insert(UnitOfWork work, FeeDocument document, string html) =>
        work.Execute(
            """
            INSERT INTO FeeDocument (Id, Number, Kind, ChargeId, PartyId, RefundId, AmountMinor, TaxMinor, Currency, Month, Html, Hash, CreatedAt)
            VALUES (@Id, @Number, @Kind, @ChargeId, @PartyId, @RefundId, @AmountMinor, @TaxMinor, @Currency, @Month, @html, @Hash, @CreatedAt)
            """,
            new { document.Id, document.Number, document.Kind, document.ChargeId, document.PartyId, document.RefundId, document.AmountMinor, document.TaxMinor, document.Currency, document.Month, document.Hash, document.CreatedAt, html });

    /// <summary>Keeps the print of a document; false when it has one.</summary>
    public static Task<bool> Printed(UnitOfWork work, long document, long pdf) =>
        work.Guarded("UPDATE FeeDocument SET PdfId = @pdf WHERE Id = @document AND PdfId IS NULL", new { document, pdf });

    /// <summary>What the parties of an occasion owe, paid and got back, in the order of asking; at most 2,000.</summary>
    public static Task<IReadOnlyList<PartyMoney>> OfOccasion(UnitOfWork work, long occasion) =>
        work.List<PartyMoney>(
            $"""
            SELECT p.Id AS PartyId, p.Place, c.Name AS BookedByName, g.Name AS OrganisationName, f.Reason, f.PriceMinor, f.Currency, d.Code,
                (SELECT COUNT(*) FROM Booking b WHERE b.PartyId = p.Id AND b.State <> 'Cancelled') AS People,
                (SELECT COALESCE(SUM(h.AmountMinor), 0) FROM BookingCharge h WHERE h.PartyId = p.Id AND h.State = 'Open') AS OwedMinor,
                (SELECT COALESCE(SUM(k.PaidMinor), 0) FROM BookingCharge h JOIN FeeCheckout k ON k.ChargeId = h.Id WHERE h.PartyId = p.Id) AS PaidMinor,
                (SELECT COALESCE(SUM(r.AmountMinor), 0) FROM BookingCharge h JOIN FeeCheckout k ON k.ChargeId = h.Id JOIN FeeRefund r ON r.CheckoutId = k.Id
                    WHERE h.PartyId = p.Id AND r.State <> 'Failed') AS ReturnedMinor,
                (SELECT COUNT(*) FROM BookingCharge h JOIN FeeCheckout k ON k.ChargeId = h.Id JOIN FeeRefund r ON r.CheckoutId = k.Id
                    WHERE h.PartyId = p.Id AND r.State = 'Failed') AS Failed
            FROM BookingParty p
            JOIN PartyFee f ON f.PartyId = p.Id
            JOIN Person c ON c.Id = p.BookedBy
            LEFT JOIN Organisation g ON g.Id = p.OrganisationId
            LEFT JOIN FeeCode d ON d.Id = f.CodeId
            WHERE p.OccasionId = @occasion
            ORDER BY p.Place
            {Dialect.Page}
            """,
            new { occasion, take = 2_000 });
}
