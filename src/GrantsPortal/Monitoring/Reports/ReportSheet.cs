using GrantsPortal.Awards;
using GrantsPortal.Organisations;
using GrantsPortal.Platform.Database;

namespace GrantsPortal.Monitoring.Reports;

/// <summary>A report with everything in it, as it stands.</summary>
public sealed record ReportSheet
{
    /// <summary>The award.</summary>
    public required Award Award { get; init; }

    /// <summary>The report.</summary>
    public required Report Report { get; init; }

    /// <summary>What the reader may do in the organisation; null for those who are no members.</summary>
    public MemberRole? Role { get; init; }

    /// <summary>The budget.</summary>
    public required IReadOnlyList<SpendingLine> Budget { get; init; }

    /// <summary>What is written, by part.</summary>
    public required IReadOnlyDictionary<string, ReportAnswer> Answers { get; init; }

    /// <summary>The items by their days.</summary>
    public required IReadOnlyList<SpendingItem> Items { get; init; }

    /// <summary>The receipts by item.</summary>
    public required ILookup<long, Receipt> Receipts { get; init; }

    /// <summary>What earlier reports count, by line.</summary>
    public required IReadOnlyList<LineSum> Earlier { get; init; }

    /// <summary>What it comes to.</summary>
    public SpendingFigures Figures => SpendingRules.Figures(Budget, Earlier, Items, Report.Currency);

    /// <summary>What is written, as text by part.</summary>
    public IReadOnlyDictionary<string, string> Texts => Answers.ToDictionary(answer => answer.Key, answer => answer.Value.Value, StringComparer.Ordinal);

    /// <summary>Whether the reader may write in it now.</summary>
    public bool MayWrite => ReportRules.MayWrite(Report, Role) is null;

    /// <summary>What it still lacks before it can be sent in.</summary>
    public IReadOnlyList<ReportGap> Gaps(ReportOptions options) => ReportRules.Gaps(
        new ReportCase(Report, Texts, Items, Items.ToDictionary(item => item.Id, item => Receipts[item.Id].Count()), Figures), options);

    /// <summary>What it says, for freezing.</summary>
    public ReportContent Content() => new()
    {
        Award = Award.Reference,
        Number = Report.Number,
        Submission = Report.Submissions,
        Kind = Report.Kind,
        FromOn = Report.FromOn,
        ToOn = Report.ToOn,
        Organisation = Award.OrganisationName,
        Currency = Report.Currency,
        Texts = new SortedDictionary<string, string>(Texts.Where(text => text.Value.Length > 0).ToDictionary(), StringComparer.Ordinal),
        Lines = [.. Figures.Lines.Select(line => new FrozenLine(line.Number, line.Name, line.BudgetMinor, line.EarlierMinor, line.NowMinor))],
        Items = ReportContent.Freeze(Items, Receipts.SelectMany(group => group)),
        SpentMinor = Items.Sum(item => item.AmountMinor),
        DisallowedMinor = Items.Where(item => !item.Counts).Sum(item => item.AmountMinor),
    };

    /// <summary>The report of an award by its number, if the person is a member of the organisation; null otherwise.</summary>
    public static async Task<ReportSheet?> For(UnitOfWork work, string reference, int number, long person)
    {
        if (await AwardRepository.FindFor(work, reference, person) is not { } award || await ReportRepository.Find(work, award.Id, number) is not { } report)
        {
            return null;
        }

        return await Read(work, award, report) with { Role = (await OrganisationRepository.MembershipOf(work, award.OrganisationId, person))?.Role };
    }

    /// <summary>A report for staff and for code, or null.</summary>
    public static async Task<ReportSheet?> Of(UnitOfWork work, long id) =>
        await ReportRepository.Find(work, id) is { } report ? await Read(work, (await AwardRepository.Find(work, report.AwardId))!, report) : null;

    /// <summary>The same read anew.</summary>
    public async Task<ReportSheet> Again(UnitOfWork work) =>
        await Read(work, Award, (await ReportRepository.Find(work, Report.Id))!) with { Role = Role };

    private static async Task<ReportSheet> Read(UnitOfWork work, Award award, Report report) => new()
    {
        Award = award,
        Report = report,
        Budget = await SpendingLines.Of(work, award),
        Answers = (await ReportRepository.AnswersOf(work, report.Id)).ToDictionary(answer => answer.PartKey, StringComparer.Ordinal),
        Items = await ReportRepository.ItemsOf(work, report.Id),
        Receipts = (await ReportRepository.ReceiptsOf(work, report.Id)).ToLookup(receipt => receipt.ItemId),
        Earlier = await ReportRepository.Earlier(work, award.Id, report.Number),
    };
}
