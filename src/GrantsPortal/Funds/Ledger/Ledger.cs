using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;

namespace GrantsPortal.Funds.Ledger;

/// <summary>
/// The city's money in double entry: entries are only ever added, balances are stored beside them and move under a
/// guard. Everything happens in the caller's unit of work.
/// </summary>
public static class Ledger
{
    /// <summary>
    /// Posts lines under a key that names what happened, such as <c>commit:award:12</c>. Value false: a posting with this
    /// key is there already, and nothing was written. Refused with <c>ledger.not-enough</c> (account, available, needed)
    /// when a balance that may not would fall below zero; what is free may when <paramref name="overdraw"/> says why, which
    /// is then kept on the posting. A refusal leaves the unit of work as it was. Throws <see cref="ArgumentException"/> when
    /// the lines do not add up to zero in each fund, year and currency.
    /// </summary>
    public static async Task<Outcome<bool>> Post(UnitOfWork work, string key, IReadOnlyList<LedgerLine> lines, DateOnly on, string? overdraw = null)
    {
        if (key is not { Length: > 0 and <= LedgerRules.KeyLimit } || !LedgerRules.Balances(lines))
        {
            throw new ArgumentException($"The posting {key} does not add up to zero, or its key is empty or too long.", nameof(lines));
        }

        if (await LedgerRepository.IsPosted(work, key))
        {
            return false;
        }

        var reason = string.IsNullOrWhiteSpace(overdraw) ? null : overdraw.Trim();
        var (done, overdrawn) = (new List<BalanceMove>(), false);
        foreach (var move in LedgerRules.Moves(lines))
        {
            if (!move.Guarded)
            {
                await LedgerRepository.Add(work, move);
            }
            else if (!await LedgerRepository.Take(work, move))
            {
                if (move.Account != LedgerAccount.Free || reason is null)
                {
                    await Undo(work, done);
                    return await LedgerRepository.IsPosted(work, key) ? false : await NotEnough(work, move);
                }

                await LedgerRepository.Add(work, move);
                overdrawn = true;
            }

            done.Add(move);
        }

        if (await LedgerRepository.Insert(work, key, on, overdrawn ? reason : null) is not { } posting)
        {
            await Undo(work, done);
            return false;
        }

        foreach (var (line, number) in lines.Select((line, i) => (line, i + 1)))
        {
            await LedgerRepository.Insert(work, posting, number, line, on);
        }

        if (overdrawn)
        {
            work.Audit("ledger.overdrawn", "LedgerPosting", posting, new { key, reason });
        }

        return true;
    }

    /// <summary>What a record's balances are: committed, sent, paid, returned, by year and in all.</summary>
    public static async Task<LedgerFigures> Of(UnitOfWork work, SubjectKind kind, long id) =>
        LedgerFigures.From(await LedgerRepository.BalancesOf(work, kind, id));

    /// <summary>The figures of a fund: of one year or all, now or at the end of a day.</summary>
    public static async Task<LedgerFigures> OfFund(UnitOfWork work, long fund, int? year = null, DateOnly? at = null) =>
        LedgerFigures.From(at is { } day ? await LedgerRepository.BalancesAt(work, fund, year, day) : await LedgerRepository.Balances(work, fund, year));

    /// <summary>
    /// Where an account holds something for a record: one holding for each fund, year and currency. What releases or spreads the
    /// rest of a record posts these.
    /// </summary>
    public static Task<IReadOnlyList<Holding>> Held(UnitOfWork work, SubjectKind kind, long id, LedgerAccount account) =>
        LedgerRepository.Held(work, kind, id, account);

    private static async Task Undo(UnitOfWork work, IEnumerable<BalanceMove> done)
    {
        foreach (var move in done)
        {
            await LedgerRepository.Add(work, move with { AmountMinor = -move.AmountMinor });
        }
    }

    private static async Task<Refusal> NotEnough(UnitOfWork work, BalanceMove move) =>
        new("ledger.not-enough", move.Account, Money.FromMinor(await LedgerRepository.Balance(work, move), move.Currency), Money.FromMinor(-move.AmountMinor, move.Currency));
}
