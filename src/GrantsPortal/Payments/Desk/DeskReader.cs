using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using GrantsPortal.Payments.Blocks;
using GrantsPortal.Platform.Database;

namespace GrantsPortal.Payments.Desk;

/// <summary>The views of Finance's desk.</summary>
public enum DeskView
{
    /// <summary>Due, and nothing stands against preparing it.</summary>
    Due,

    /// <summary>Due, and something stands against it.</summary>
    Blocked,

    /// <summary>Prepared; waits for a second person.</summary>
    Prepared,

    /// <summary>Approved; waits to be released, or is being sent.</summary>
    Approved,

    /// <summary>With the bank or Stripe.</summary>
    Sent,

    /// <summary>Failed, and nothing followed.</summary>
    Failed,

    /// <summary>Planned.</summary>
    Planned,

    /// <summary>Paid.</summary>
    Paid,
}

/// <summary>How many payments one kind of thing stands against.</summary>
/// <param name="Code">Its code, such as <c>block.condition</c>.</param>
/// <param name="Number">How many payments.</param>
public sealed record BlockKind(string Code, int Number);

/// <summary>What the payments of a fund and year come to, by view; blocked ones are among the due.</summary>
public sealed record FundLine(long ProgrammeId, string Name, int Year, string Currency, IReadOnlyDictionary<DeskView, long> Minor);

/// <summary>One page of the desk.</summary>
/// <param name="Payments">The payments of the view.</param>
/// <param name="Blocks">What stands against those among them that are not out yet.</param>
/// <param name="Counts">How many payments each view holds.</param>
/// <param name="Kinds">What stands against the blocked, the most frequent first.</param>
/// <param name="Funds">Totals by fund and year.</param>
/// <param name="Next">Where the next page starts; null on the last.</param>
public sealed record DeskPage(
    IReadOnlyList<Payment> Payments, ILookup<long, PaymentBlock> Blocks, IReadOnlyDictionary<DeskView, long> Counts,
    IReadOnlyList<BlockKind> Kinds, IReadOnlyList<FundLine> Funds, string? Next);

/// <summary>Reads the desk: what is due and blocked is worked out for all due payments at once (at most 2,000), never one by one.</summary>
public sealed class DeskReader(PaymentBlocks blocks)
{
    /// <summary>Payments on a page.</summary>
    public const int PageSize = 100;

    /// <summary>One page of a view.</summary>
    /// <param name="work">The unit of work.</param>
    /// <param name="view">The view.</param>
    /// <param name="filter">What it is narrowed to.</param>
    /// <param name="why">Only payments that this kind of thing stands against.</param>
    /// <param name="after">Where the page starts, as <see cref="DeskPage.Next"/> said.</param>
    public async Task<DeskPage> Read(UnitOfWork work, DeskView view, PaymentFilter filter, string? why, string? after)
    {
        var due = await PaymentRepository.Due(work, filter);
        var against = await blocks.Of(work, due);
        var blocked = due.Where(payment => against[payment.Id].Any()).ToList();
        var counts = (await PaymentRepository.Counts(work, filter)).GroupBy(count => ViewOf(count.State, count.Prepared == 1)).Where(group => group.Key is not null)
            .ToDictionary(group => group.Key!.Value, group => group.Sum(count => count.Number));
        counts[DeskView.Blocked] = blocked.Count;
        counts[DeskView.Due] = counts.GetValueOrDefault(DeskView.Due) - blocked.Count;
        var (on, id) = Start(after);
        IReadOnlyList<Payment> found = view switch
        {
            DeskView.Due => [.. From(due.Where(payment => !against[payment.Id].Any()), on, id)],
            DeskView.Blocked => [.. From(blocked.Where(payment => why is null || against[payment.Id].Any(block => block.Why.Code == why)), on, id)],
            DeskView.Failed or DeskView.Paid => await PaymentRepository.Newest(work, StateOf(view), filter, id == 0 ? null : id, PageSize + 1),
            _ => await PaymentRepository.In(work, StateOf(view), filter, on, id, PageSize + 1),
        };
        var page = found.Take(PageSize).ToList();
        return new DeskPage(
            page,
            view is DeskView.Due or DeskView.Blocked ? against : await blocks.Of(work, [.. page.Where(payment => payment.State is PaymentState.Due or PaymentState.Approved && payment.ReleasedAt is null)]),
            counts,
            [.. blocked.SelectMany(payment => against[payment.Id].Select(block => block.Why.Code).Distinct()).CountBy(code => code).OrderByDescending(kind => kind.Value).ThenBy(kind => kind.Key, StringComparer.Ordinal).Select(kind => new BlockKind(kind.Key, kind.Value))],
            Lines(await PaymentRepository.Totals(work, filter)),
            found.Count > PageSize ? string.Create(CultureInfo.InvariantCulture, $"{page[^1].DueOn:yyyyMMdd}-{page[^1].Id}") : null);
    }

    /// <summary>Chosen payments with what stands against them, for the page that says what will happen.</summary>
    public async Task<(IReadOnlyList<Payment> Payments, ILookup<long, PaymentBlock> Blocks)> Chosen(UnitOfWork work, IReadOnlyCollection<string> references)
    {
        var payments = await PaymentRepository.FindByReferences(work, [.. references.Take(PaymentDesk.Most)]);
        return (payments, await blocks.Of(work, payments));
    }

    /// <summary>The same as long as none of the payments changed.</summary>
    public static string Seen(IEnumerable<Payment> payments) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join(
        '|', payments.OrderBy(payment => payment.Id).Select(payment => string.Create(CultureInfo.InvariantCulture, $"{payment.Id}:{payment.Version}"))))))[..16];

    private static DeskView? ViewOf(PaymentState state, bool prepared) => state switch
    {
        PaymentState.Scheduled => DeskView.Planned,
        PaymentState.Due => prepared ? DeskView.Prepared : DeskView.Due,
        PaymentState.Approved => DeskView.Approved,
        PaymentState.Sent => DeskView.Sent,
        PaymentState.Paid => DeskView.Paid,
        PaymentState.Failed => DeskView.Failed,
        _ => null,
    };

    private static PaymentState StateOf(DeskView view) => view switch
    {
        DeskView.Prepared => PaymentState.Due,
        DeskView.Approved => PaymentState.Approved,
        DeskView.Sent => PaymentState.Sent,
        DeskView.Failed => PaymentState.Failed,
        DeskView.Paid => PaymentState.Paid,
        _ => PaymentState.Scheduled,
    };

    private static IReadOnlyList<FundLine> Lines(IReadOnlyList<FundTotal> totals) =>
    [
        .. totals.GroupBy(total => (total.ProgrammeId, total.ProgrammeName, total.Year, total.Currency)).Select(fund => new FundLine(
            fund.Key.ProgrammeId, fund.Key.ProgrammeName, fund.Key.Year, fund.Key.Currency,
            fund.Where(total => ViewOf(total.State, total.Prepared == 1) is not null).GroupBy(total => ViewOf(total.State, total.Prepared == 1)!.Value).ToDictionary(view => view.Key, view => view.Sum(total => total.AmountMinor)))),
    ];

    private static IEnumerable<Payment> From(IEnumerable<Payment> payments, DateOnly? on, long id) =>
        payments.Where(payment => on is null || payment.DueOn > on || (payment.DueOn == on && payment.Id > id)).Take(PageSize + 1);

    private static (DateOnly? On, long Id) Start(string? after) =>
        after?.Split('-') is [var day, var id] && DateOnly.TryParseExact(day, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var on) && long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var last)
            ? (on, last) : (null, 0);
}
