using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;

namespace GrantsPortal.Payments.Bank.Statements;

/// <summary>What an entry that waits may belong to, because the amount is the same; for a person to judge.</summary>
public sealed class Alike
{
    /// <summary>Reference of a payment or of money asked back.</summary>
    public string Reference { get; init; } = "";

    /// <summary>Who is paid, or pays back.</summary>
    public string Name { get; init; } = "";

    /// <summary>In minor units.</summary>
    public long AmountMinor { get; init; }

    /// <summary>ISO 4217 code.</summary>
    public string Currency { get; init; } = "GBP";

    /// <summary>The amount.</summary>
    public Money Amount => Money.FromMinor(AmountMinor, Currency);
}

/// <summary>Finds payments and money asked back by amount. Nothing is ever matched by it: people choose.</summary>
public static class AlikeRepository
{
    private const int Most = 5;

    /// <summary>What a line may belong to: what was sent and of which no entry told yet, or, for money that came in, what is missing of money asked back.</summary>
    public static async Task<IReadOnlyList<Alike>> Of(UnitOfWork work, BankLine line) =>
        line.IsCredit ? [.. await Repayments(work, line), .. await Back(work, line)] : await Out(work, line);

    private static Task<IReadOnlyList<Alike>> Out(UnitOfWork work, BankLine line) =>
        work.List<Alike>(
            $"""
            SELECT p.Reference, y.Holder AS Name, p.AmountMinor, p.Currency
            FROM Payment p
            JOIN PayeeAccount y ON y.Id = p.PayeeAccountId
            WHERE p.State = 'Sent' AND p.Method = 'BankTransfer' AND p.AmountMinor = @AmountMinor AND p.Currency = @Currency
              AND NOT EXISTS (SELECT 1 FROM BankLine l WHERE l.PaymentId = p.Id AND l.IsCredit = 0)
            ORDER BY p.Id DESC
            {Dialect.Page}
            """,
            new { line.AmountMinor, line.Currency, take = Most });

    private static Task<IReadOnlyList<Alike>> Back(UnitOfWork work, BankLine line) =>
        work.List<Alike>(
            $"""
            SELECT p.Reference, y.Holder AS Name, p.AmountMinor, p.Currency
            FROM Payment p
            JOIN PayeeAccount y ON y.Id = p.PayeeAccountId
            WHERE p.State IN ('Sent', 'Paid') AND p.Method = 'BankTransfer' AND p.AmountMinor = @AmountMinor AND p.Currency = @Currency
              AND NOT EXISTS (SELECT 1 FROM BankLine l WHERE l.PaymentId = p.Id AND l.IsCredit = 1)
            ORDER BY p.Id DESC
            {Dialect.Page}
            """,
            new { line.AmountMinor, line.Currency, take = Most });

    private static Task<IReadOnlyList<Alike>> Repayments(UnitOfWork work, BankLine line) =>
        work.List<Alike>(
            $"""
            SELECT r.Reference, o.Name, r.AmountMinor - r.ReceivedMinor AS AmountMinor, r.Currency
            FROM Repayment r
            JOIN Organisation o ON o.Id = r.OrganisationId
            WHERE r.State = 'Asked' AND r.AmountMinor - r.ReceivedMinor = @AmountMinor AND r.Currency = @Currency
            ORDER BY r.Id DESC
            {Dialect.Page}
            """,
            new { line.AmountMinor, line.Currency, take = Most });
}
