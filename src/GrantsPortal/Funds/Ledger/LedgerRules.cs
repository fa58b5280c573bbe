namespace GrantsPortal.Funds.Ledger;

/// <summary>What a posting does to one stored balance.</summary>
/// <param name="Account">The account.</param>
/// <param name="ProgrammeId">The fund.</param>
/// <param name="Year">The budget year.</param>
/// <param name="Subject">What the balance is about; <see cref="SubjectKind.None"/> for the fund's own.</param>
/// <param name="SubjectId">Which; 0 for the fund's own.</param>
/// <param name="AmountMinor">What is added, in minor units.</param>
/// <param name="Currency">ISO 4217 code.</param>
/// <param name="Guarded">Whether the balance may not fall below zero by it.</param>
public sealed record BalanceMove(LedgerAccount Account, long ProgrammeId, int Year, SubjectKind Subject, long SubjectId, long AmountMinor, string Currency, bool Guarded);

/// <summary>What holds of every posting, and the balances it moves.</summary>
public static class LedgerRules
{
    /// <summary>Most characters of a posting's key.</summary>
    public const int KeyLimit = 80;

    /// <summary>
    /// Whether the lines add up to zero within each fund, year and currency, so that in each of them free, committed,
    /// sent and paid less returned stay what is budgeted. Throws <see cref="OverflowException"/> rather than wrapping round.
    /// </summary>
    public static bool Balances(IReadOnlyList<LedgerLine> lines) =>
        lines.Count > 0
        && lines.GroupBy(line => (line.ProgrammeId, line.Year, line.Currency)).All(group => Total(group) == 0);

    /// <summary>
    /// The balances that lines move, always in the same order so that two writers never wait for one another. There is one
    /// for the fund in each year and account, and one for each subject in the accounts where money is counted by subject.
    /// </summary>
    public static IReadOnlyList<BalanceMove> Moves(IReadOnlyList<LedgerLine> lines) =>
    [
        .. lines.SelectMany(Levels)
            .GroupBy(line => (line.ProgrammeId, line.Year, line.Account, line.Subject, line.SubjectId, line.Currency))
            .Select(group => (group.Key, Amount: Total(group)))
            .Where(move => move.Amount != 0)
            .OrderBy(move => move.Key)
            .Select(move => new BalanceMove(
                move.Key.Account, move.Key.ProgrammeId, move.Key.Year, move.Key.Subject, move.Key.SubjectId, move.Amount, move.Key.Currency,
                move.Amount < 0 && NeverBelowZero(move.Key.Account))),
    ];

    /// <summary>Accounts whose balance no posting may take below zero; <see cref="LedgerAccount.Free"/> may with a reason.</summary>
    public static bool NeverBelowZero(LedgerAccount account) =>
        account is LedgerAccount.Free or LedgerAccount.Called or LedgerAccount.Recommended or LedgerAccount.Committed or LedgerAccount.Sent or LedgerAccount.Paid;

    /// <summary>Accounts whose balance is kept for each subject too.</summary>
    public static bool BySubject(LedgerAccount account) =>
        account is LedgerAccount.Called or LedgerAccount.Recommended or LedgerAccount.Committed or LedgerAccount.Sent or LedgerAccount.Paid or LedgerAccount.Returned;

    /// <summary>Accounts that only note what is meant to happen and stand outside the budget.</summary>
    public static bool IsMemorandum(LedgerAccount account) =>
        account is LedgerAccount.Called or LedgerAccount.CalledAgainst or LedgerAccount.Recommended or LedgerAccount.RecommendedAgainst;

    private static IEnumerable<LedgerLine> Levels(LedgerLine line)
    {
        yield return line with { Subject = SubjectKind.None, SubjectId = 0 };
        if (line.Subject != SubjectKind.None && BySubject(line.Account))
        {
            yield return line;
        }
    }

    private static long Total(IEnumerable<LedgerLine> lines) => lines.Aggregate(0L, (sum, line) => checked(sum + line.AmountMinor));
}
