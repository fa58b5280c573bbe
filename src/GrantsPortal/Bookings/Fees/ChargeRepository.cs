using GrantsPortal.Platform.Database;

namespace GrantsPortal.Bookings.Fees;

/// <summary>Charges, their lines, and the payment pages they are paid on. Refunds and documents stand in files beside this one.</summary>
public static partial class ChargeRepository
{
    private const string Columns = "c.Id, c.PartyId, c.OccasionId, c.State, c.AmountMinor, c.Currency, c.CreatedAt, c.PaidAt";

    private const string LineColumns = "l.Id, l.ChargeId, l.BookingId, l.State, l.AmountMinor, l.NetMinor, l.TaxMinor, l.CheckoutId, l.DroppedAt";

    private const string CheckoutColumns =
        """
        k.Id, k.ChargeId, k.Number, k.State, k.AmountMinor, k.Currency, k.RequestKey, k.SessionId, k.Url, k.PaymentId, k.PaidMinor, k.CreatedAt, k.ExpiresAt
        """;

    /// <summary>The charge; or null.</summary>
    public static Task<BookingCharge?> Find(UnitOfWork work, long id) =>
        work.Find<BookingCharge>($"SELECT {Columns} FROM BookingCharge c WHERE c.Id = @id", new { id });

    /// <summary>A party's charges in their order, and those that its places were paid by before they were moved to it; at most 100.</summary>
    public static Task<IReadOnlyList<BookingCharge>> OfParty(UnitOfWork work, long party) =>
        work.List<BookingCharge>(
            $"""
            SELECT {Columns} FROM BookingCharge c
            WHERE c.PartyId = @party OR c.Id IN (SELECT l.ChargeId FROM ChargeLine l JOIN Booking b ON b.Id = l.BookingId WHERE b.PartyId = @party)
            ORDER BY c.Id
            {Dialect.Page}
            """,
            new { party, take = 100 });

    /// <summary>The lines of charges in their order.</summary>
    public static Task<IReadOnlyList<ChargeLine>> Lines(UnitOfWork work, IReadOnlyCollection<long> charges) =>
        work.List<ChargeLine>($"SELECT {LineColumns} FROM ChargeLine l WHERE l.ChargeId IN @charges ORDER BY l.Id", new { charges });

    /// <summary>The line of a booking that is owed or paid; or null.</summary>
    public static Task<ChargeLine?> LivingLine(UnitOfWork work, long booking) =>
        work.Find<ChargeLine>($"SELECT {LineColumns} FROM ChargeLine l WHERE l.BookingId = @booking AND l.State IN ('Owed', 'Paid')", new { booking });

    /// <summary>The latest line of a booking; or null.</summary>
    public static Task<ChargeLine?> LineOf(UnitOfWork work, long booking) =>
        work.Find<ChargeLine>($"SELECT {LineColumns} FROM ChargeLine l WHERE l.BookingId = @booking ORDER BY l.Id DESC {Dialect.Page}", new { booking, take = 1 });

    /// <summary>Adds a charge.</summary>
    public static Task Insert(UnitOfWork work, BookingCharge charge) =>
        work.Execute(
            """
            INSERT INTO BookingCharge (Id, PartyId, OccasionId, State, AmountMinor, Currency, CreatedAt)
            VALUES (@Id, @PartyId, @OccasionId, @State, @AmountMinor, @Currency, @CreatedAt)
            """,
            new { charge.Id, charge.PartyId, charge.OccasionId, charge.State, charge.AmountMinor, charge.Currency, charge.CreatedAt });

    /// <summary>Adds a line.</summary>
    public static Task Insert(UnitOfWork work, ChargeLine line) =>
        work.Execute(
            """
            INSERT INTO ChargeLine (Id, ChargeId, BookingId, State, AmountMinor, NetMinor, TaxMinor)
            VALUES (@Id, @ChargeId, @BookingId, @State, @AmountMinor, @NetMinor, @TaxMinor)
            """,
            new { line.Id, line.ChargeId, line.BookingId, line.State, line.AmountMinor, line.NetMinor, line.TaxMinor });

    /// <summary>Moves a charge to another state with its sum; false when somebody was quicker.</summary>
    public static Task<bool> Move(UnitOfWork work, BookingCharge charge, ChargeState to, long amountMinor) =>
        work.Guarded(
            """
            UPDATE BookingCharge
            SET State = @to, AmountMinor = @amountMinor, PaidAt = CASE WHEN @to = 'Paid' THEN @now ELSE PaidAt END,
                EndedAt = CASE WHEN @to = 'Ended' THEN @now ELSE EndedAt END
            WHERE Id = @Id AND State = @State
            """,
            new { charge.Id, charge.State, to, amountMinor, now = work.Now });

    /// <summary>Moves a line to another state, with the payment page that paid it; false when somebody was quicker.</summary>
    public static Task<bool> Move(UnitOfWork work, ChargeLine line, LineState to, long? checkout) =>
        work.Guarded(
            """
            UPDATE ChargeLine
            SET State = @to, CheckoutId = @checkout, DroppedAt = CASE WHEN @to = 'Dropped' THEN @now ELSE DroppedAt END
            WHERE Id = @Id AND State = @State
            """,
            new { line.Id, line.State, to, checkout, now = work.Now });

    /// <summary>Lets a line stand for another booking: the place was given to a colleague or moved.</summary>
    public static Task<bool> Carry(UnitOfWork work, long line, long booking) =>
        work.Guarded("UPDATE ChargeLine SET BookingId = @booking WHERE Id = @line", new { line, booking });

    /// <summary>The payment page; or null.</summary>
    public static Task<FeeCheckout?> Checkout(UnitOfWork work, long id) =>
        work.Find<FeeCheckout>($"SELECT {CheckoutColumns} FROM FeeCheckout k WHERE k.Id = @id", new { id });

    /// <summary>The payment page by its name at Stripe, or by our key where its name is not known yet; or null.</summary>
    public static Task<FeeCheckout?> Checkout(UnitOfWork work, string session, string? key) =>
        work.Find<FeeCheckout>($"SELECT {CheckoutColumns} FROM FeeCheckout k WHERE k.SessionId = @session OR (k.SessionId IS NULL AND k.RequestKey = @key)", new { session, key });

    /// <summary>The payment page that a payment was made on; or null.</summary>
    public static Task<FeeCheckout?> CheckoutOfPayment(UnitOfWork work, string payment) =>
        work.Find<FeeCheckout>($"SELECT {CheckoutColumns} FROM FeeCheckout k WHERE k.PaymentId = @payment", new { payment });

    /// <summary>The payment pages of charges in their order.</summary>
    public static Task<IReadOnlyList<FeeCheckout>> Checkouts(UnitOfWork work, IReadOnlyCollection<long> charges) =>
        work.List<FeeCheckout>($"SELECT {CheckoutColumns} FROM FeeCheckout k WHERE k.ChargeId IN @charges ORDER BY k.Id", new { charges });

    /// <summary>Payment pages that may have been paid without our hearing of it: those over, and those not looked at since an instant; the longest ago first; at most 100.</summary>
    public static Task<IReadOnlyList<FeeCheckout>> ToLookAt(UnitOfWork work, DateTimeOffset now, DateTimeOffset since) =>
        work.List<FeeCheckout>(
            $"""
            SELECT {CheckoutColumns} FROM FeeCheckout k
            WHERE k.State IN ('Open', 'Closing') AND k.SessionId IS NOT NULL AND (k.ExpiresAt < @now OR COALESCE(k.LookedAt, k.CreatedAt) < @since OR k.State = 'Closing')
            ORDER BY COALESCE(k.LookedAt, k.CreatedAt), k.Id
            {Dialect.Page}
            """,
            new { now, since, take = 100 });

    /// <summary>Adds a payment page that is about to be made; false when another one of its charge was quicker.</summary>
    public static Task<bool> Insert(UnitOfWork work, FeeCheckout checkout) =>
        work.TryInsert(
            """
            INSERT INTO FeeCheckout (Id, ChargeId, Number, State, AmountMinor, Currency, RequestKey, PaidMinor, CreatedAt, ExpiresAt)
            VALUES (@Id, @ChargeId, @Number, @State, @AmountMinor, @Currency, @RequestKey, 0, @CreatedAt, @ExpiresAt)
            """,
            new { checkout.Id, checkout.ChargeId, checkout.Number, checkout.State, checkout.AmountMinor, checkout.Currency, checkout.RequestKey, checkout.CreatedAt, checkout.ExpiresAt });

    /// <summary>Notes the name and address of a payment page that was made; false when it is no longer wanted.</summary>
    public static Task<bool> Made(UnitOfWork work, long id, string session, string? url) =>
        work.Guarded("UPDATE FeeCheckout SET State = 'Open', SessionId = @session, Url = @url WHERE Id = @id AND (State = 'Asked' OR (State = 'Open' AND SessionId = @session))", new { id, session, url });

    /// <summary>Notes the name of a payment page that is no longer wanted, so that it is closed.</summary>
    public static Task<bool> MadeToClose(UnitOfWork work, long id, string session) =>
        work.Guarded("UPDATE FeeCheckout SET State = 'Closing', SessionId = @session WHERE Id = @id AND State IN ('Closing', 'NotMade') AND SessionId IS NULL", new { id, session });

    /// <summary>Moves a payment page from one state to another; false when it is not there.</summary>
    public static Task<bool> Move(UnitOfWork work, long id, CheckoutState from, CheckoutState to) =>
        work.Guarded("UPDATE FeeCheckout SET State = @to WHERE Id = @id AND State = @from", new { id, from, to });

    /// <summary>Every payment page of a charge that can still be paid on is to be closed.</summary>
    public static Task CloseAll(UnitOfWork work, long charge) =>
        work.Execute("UPDATE FeeCheckout SET State = 'Closing' WHERE ChargeId = @charge AND State IN ('Open', 'Asked')", new { charge });

    /// <summary>Notes that a payment page was paid on; false when that is known.</summary>
    public static Task<bool> Paid(UnitOfWork work, long id, string session, string? payment, long paidMinor) =>
        work.Guarded(
            "UPDATE FeeCheckout SET State = 'Paid', SessionId = @session, PaymentId = @payment, PaidMinor = @paidMinor, PaidAt = @now WHERE Id = @id AND State <> 'Paid'",
            new { id, session, payment, paidMinor, now = work.Now });

    /// <summary>Notes that a payment page was looked at.</summary>
    public static Task LookedAt(UnitOfWork work, long id) =>
        work.Execute("UPDATE FeeCheckout SET LookedAt = @now WHERE Id = @id", new { id, now = work.Now });
}
