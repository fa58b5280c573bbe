using GrantsPortal.Platform.Database;

namespace GrantsPortal.Payments.Recovery;

/// <summary>Money asked back, what came of it, and its payment links.</summary>
public static partial class RepaymentRepository
{
    private const string Columns =
        """
        r.Id, r.Reference, r.AwardId, a.Reference AS AwardReference, a.Title AS AwardTitle, r.OrganisationId, o.Name AS OrganisationName,
        r.ProgrammeId, r.AmountMinor, r.ReceivedMinor, r.SurplusMinor, r.Currency, r.Reason, r.State, r.DueOn, r.AskedBy, b.Name AS AskedByName,
        r.AskedAt, r.RemindedAt, r.Reminders, r.PaidOn, r.ClosedBy, c.Name AS ClosedByName, r.ClosedAt, r.CloseReason, r.Version
        """;

    private const string From =
        """
        FROM Repayment r
        JOIN Award a ON a.Id = r.AwardId
        JOIN Organisation o ON o.Id = r.OrganisationId
        LEFT JOIN Person b ON b.Id = r.AskedBy
        LEFT JOIN Person c ON c.Id = r.ClosedBy
        """;

    /// <summary>The repayment, or null; for code.</summary>
    public static Task<Repayment?> Find(UnitOfWork work, long id) =>
        work.Find<Repayment>($"SELECT {Columns} {From} WHERE r.Id = @id", new { id });

    /// <summary>The repayment by its reference, or null; for staff and for what the bank names.</summary>
    public static Task<Repayment?> FindByReference(UnitOfWork work, string reference) =>
        work.Find<Repayment>($"SELECT {Columns} {From} WHERE r.Reference = @reference", new { reference });

    /// <summary>Some repayments by reference; at most 500.</summary>
    public static Task<IReadOnlyList<Repayment>> FindByReferences(UnitOfWork work, IReadOnlyCollection<string> references) =>
        work.List<Repayment>($"SELECT {Columns} {From} WHERE r.Reference IN @references ORDER BY r.Id {Dialect.Page}", new { references, take = 500 });

    /// <summary>The repayment by its reference, for a member of the organisation that is asked.</summary>
    public static Task<Repayment?> FindFor(UnitOfWork work, string reference, long person) =>
        work.Find<Repayment>(
            $"""
            SELECT {Columns}
            {From}
            JOIN Membership m ON m.OrganisationId = r.OrganisationId AND m.PersonId = @person
            WHERE r.Reference = @reference
            """,
            new { reference, person });

    /// <summary>Everything asked back of an award, newest first; at most 100.</summary>
    public static Task<IReadOnlyList<Repayment>> OfAward(UnitOfWork work, long award) =>
        work.List<Repayment>($"SELECT {Columns} {From} WHERE r.AwardId = @award ORDER BY r.Id DESC {Dialect.Page}", new { award, take = 100 });

    /// <summary>A page of the staff's list, newest first.</summary>
    public static Task<IReadOnlyList<Repayment>> List(UnitOfWork work, RepaymentState? state, bool surplus, long? before, int take) =>
        work.List<Repayment>(
            $"""
            SELECT {Columns}
            {From}
            WHERE (@state IS NULL OR r.State = @state) AND (@all = 1 OR r.SurplusMinor > 0) AND (@before IS NULL OR r.Id < @before)
            ORDER BY r.Id DESC
            {Dialect.Page}
            """,
            new { state, all = surplus ? 0 : 1, before, take });

    /// <summary>How many there are in each state, and how much is missing, by currency.</summary>
    public static Task<IReadOnlyList<RepaymentCount>> Counts(UnitOfWork work) =>
        work.List<RepaymentCount>(
            """
            SELECT r.State, r.Currency, COUNT(*) AS Number, SUM(r.AmountMinor - r.ReceivedMinor) AS LeftMinor, SUM(r.SurplusMinor) AS SurplusMinor
            FROM Repayment r
            GROUP BY r.State, r.Currency
            """);

    /// <summary>What of an award is asked back and has not come, in minor units.</summary>
    public static async Task<long> Outstanding(UnitOfWork work, long award) =>
        await work.Scalar<long?>("SELECT SUM(r.AmountMinor - r.ReceivedMinor) FROM Repayment r WHERE r.AwardId = @award AND r.State = 'Asked'", new { award }) ?? 0;

    /// <summary>What is asked and may have to be brought to mind, the earliest first.</summary>
    public static Task<IReadOnlyList<Repayment>> ToRemind(UnitOfWork work, DateOnly dueBy, int reminders) =>
        work.List<Repayment>(
            $"SELECT {Columns} {From} WHERE r.State = 'Asked' AND r.DueOn <= @dueBy AND r.Reminders < @reminders ORDER BY r.DueOn, r.Id {Dialect.Page}",
            new { dueBy, reminders, take = 500 });

    /// <summary>What members of an organisation have to pay back, the earliest first.</summary>
    public static Task<IReadOnlyList<Repayment>> AskedOf(UnitOfWork work, long person) =>
        work.List<Repayment>(
            $"""
            SELECT {Columns}
            {From}
            JOIN Membership m ON m.OrganisationId = r.OrganisationId AND m.PersonId = @person AND m.Role IN ('Owner', 'Editor')
            WHERE r.State = 'Asked'
            ORDER BY r.DueOn, r.Id
            {Dialect.Page}
            """,
            new { person, take = 50 });

    /// <summary>What came that was too much and has not been given back, oldest first.</summary>
    public static Task<IReadOnlyList<Repayment>> WithSurplus(UnitOfWork work) =>
        work.List<Repayment>($"SELECT {Columns} {From} WHERE r.SurplusMinor > 0 ORDER BY r.Id {Dialect.Page}", new { take = 50 });

    /// <summary>Adds a repayment.</summary>
    public static Task<int> Insert(UnitOfWork work, Repayment repayment) =>
        work.Execute(
            """
            INSERT INTO Repayment (Id, Reference, AwardId, OrganisationId, ProgrammeId, AmountMinor, ReceivedMinor, SurplusMinor, Currency, Reason, State,
                DueOn, AskedBy, AskedAt, Reminders, Version)
            VALUES (@Id, @Reference, @AwardId, @OrganisationId, @ProgrammeId, @AmountMinor, 0, 0, @Currency, @Reason, 'Asked',
                @DueOn, @by, @now, 0, 1)
            """,
            new
            {
                repayment.Id,
                repayment.Reference,
                repayment.AwardId,
                repayment.OrganisationId,
                repayment.ProgrammeId,
                repayment.AmountMinor,
                repayment.Currency,
                repayment.Reason,
                repayment.DueOn,
                by = work.Actor.PersonId,
                now = work.Now,
            });

    /// <summary>Counts money that came, under the version it was divided by; false when somebody was quicker.</summary>
    public static Task<bool> Count(UnitOfWork work, Repayment repayment, Division division, DateOnly on) =>
        work.Guarded(
            """
            UPDATE Repayment
            SET ReceivedMinor = ReceivedMinor + @CountedMinor, SurplusMinor = SurplusMinor + @SurplusMinor, State = @To,
                PaidOn = CASE WHEN @To = 'Paid' AND State <> 'Paid' THEN @on ELSE PaidOn END, Version = Version + 1
            WHERE Id = @id AND Version = @version AND State = @from AND ReceivedMinor + @CountedMinor <= AmountMinor
            """,
            new { id = repayment.Id, version = repayment.Version, from = repayment.State, division.CountedMinor, division.SurplusMinor, division.To, on });

    /// <summary>Cancels it or gives the rest up; false when somebody was quicker.</summary>
    public static Task<bool> Close(UnitOfWork work, Repayment repayment, RepaymentState to, string reason) =>
        work.Guarded(
            """
            UPDATE Repayment
            SET State = @to, ClosedBy = @by, ClosedAt = @now, CloseReason = @reason, Version = Version + 1
            WHERE Id = @id AND Version = @version AND State = 'Asked'
            """,
            new { id = repayment.Id, version = repayment.Version, to, by = work.Actor.Person, now = work.Now, reason });

    /// <summary>Notes that it was brought to mind; false when it was, or when it is no longer asked.</summary>
    public static Task<bool> Reminded(UnitOfWork work, Repayment repayment, int reminders) =>
        work.Guarded(
            "UPDATE Repayment SET Reminders = @reminders, RemindedAt = @now WHERE Id = @id AND State = 'Asked' AND Reminders = @before",
            new { id = repayment.Id, before = repayment.Reminders, reminders, now = work.Now });
}

/// <summary>How many repayments are in a state.</summary>
public sealed class RepaymentCount
{
    /// <summary>The state.</summary>
    public RepaymentState State { get; init; }

    /// <summary>ISO 4217 code.</summary>
    public string Currency { get; init; } = "";

    /// <summary>How many.</summary>
    public long Number { get; init; }

    /// <summary>What is missing, in minor units.</summary>
    public long LeftMinor { get; init; }

    /// <summary>What has to be given back, in minor units.</summary>
    public long SurplusMinor { get; init; }
}
