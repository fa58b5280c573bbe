using GrantsPortal.Platform.Database;

namespace GrantsPortal.Payments.Stripe;

/// <summary>Connected accounts and events of Stripe. Transfers and payouts stand in the file beside this one.</summary>
public static partial class StripeRepository
{
    private const string AccountColumns =
        """
        s.AccountId, s.OrganisationId, o.Name AS OrganisationName, o.Slug AS OrganisationSlug, s.Country, s.DetailsSubmitted, s.TransfersOpen,
        s.PayoutsOpen, s.DisabledReason, s.CurrentlyDue, s.PastDue, s.Pending, s.Deadline, s.ClosedAt, s.CreatedBy, s.CreatedAt, s.SeenAt
        """;

    /// <summary>The connected account, or null.</summary>
    public static Task<StripeAccount?> Account(UnitOfWork work, string id) =>
        work.Find<StripeAccount>($"SELECT {AccountColumns} FROM StripeAccount s JOIN Organisation o ON o.Id = s.OrganisationId WHERE s.AccountId = @id", new { id });

    /// <summary>The connected account of an organisation, or null.</summary>
    public static Task<StripeAccount?> AccountOf(UnitOfWork work, long organisation) =>
        work.Find<StripeAccount>(
            $"SELECT {AccountColumns} FROM StripeAccount s JOIN Organisation o ON o.Id = s.OrganisationId WHERE s.OrganisationId = @organisation AND s.ClosedAt IS NULL",
            new { organisation });

    /// <summary>How many accounts an organisation ever began.</summary>
    public static async Task<int> AccountsEver(UnitOfWork work, long organisation) =>
        (int)await work.Scalar<long>("SELECT COUNT(*) FROM StripeAccount WHERE OrganisationId = @organisation", new { organisation });

    /// <summary>Accounts that were not looked at since an instant, the longest first.</summary>
    public static Task<IReadOnlyList<StripeAccount>> AccountsNotSeenSince(UnitOfWork work, DateTimeOffset since, int take) =>
        work.List<StripeAccount>(
            $"""
            SELECT {AccountColumns}
            FROM StripeAccount s
            JOIN Organisation o ON o.Id = s.OrganisationId
            WHERE s.ClosedAt IS NULL AND s.SeenAt < @since
            ORDER BY s.SeenAt
            {Dialect.Page}
            """,
            new { since, take });

    /// <summary>Connected accounts that cannot be paid as they were last seen, by name.</summary>
    public static Task<IReadOnlyList<StripeAccount>> NotReady(UnitOfWork work) =>
        work.List<StripeAccount>(
            $"""
            SELECT {AccountColumns}
            FROM StripeAccount s
            JOIN Organisation o ON o.Id = s.OrganisationId
            WHERE s.ClosedAt IS NULL AND (s.DetailsSubmitted = @no OR s.TransfersOpen = @no OR s.PayoutsOpen = @no)
            ORDER BY o.Name
            {Dialect.Page}
            """,
            new { no = false, take = 100 });

    /// <summary>Accounts of a person's organisations that Stripe asks something of after they were set up once; for Owners.</summary>
    public static Task<IReadOnlyList<StripeAccount>> AskedOf(UnitOfWork work, long person) =>
        work.List<StripeAccount>(
            $"""
            SELECT {AccountColumns}
            FROM StripeAccount s
            JOIN Organisation o ON o.Id = s.OrganisationId
            JOIN Membership m ON m.OrganisationId = s.OrganisationId AND m.PersonId = @person AND m.Role = 'Owner'
            WHERE s.ClosedAt IS NULL AND s.DetailsSubmitted = @yes AND (s.CurrentlyDue <> '' OR s.PastDue <> '')
            ORDER BY o.Name
            {Dialect.Page}
            """,
            new { person, yes = true, take = 20 });

    /// <summary>Keeps a new account; false when the organisation has one.</summary>
    public static Task<bool> Insert(UnitOfWork work, SeenAccount seen, long organisation) =>
        work.TryInsert(
            """
            INSERT INTO StripeAccount (AccountId, OrganisationId, Country, DetailsSubmitted, TransfersOpen, PayoutsOpen, DisabledReason,
                CurrentlyDue, PastDue, Pending, Deadline, CreatedBy, CreatedAt, SeenAt)
            VALUES (@Id, @organisation, @Country, @DetailsSubmitted, @TransfersOpen, @PayoutsOpen, @DisabledReason,
                @due, @past, @pending, @Deadline, @by, @now, @now)
            """,
            new
            {
                seen.Id,
                organisation,
                seen.Country,
                seen.DetailsSubmitted,
                seen.TransfersOpen,
                seen.PayoutsOpen,
                seen.DisabledReason,
                due = StripeAccount.Joined(seen.CurrentlyDue),
                past = StripeAccount.Joined(seen.PastDue),
                pending = StripeAccount.Joined(seen.Pending),
                seen.Deadline,
                by = work.Actor.Person,
                now = work.Now,
            });

    /// <summary>Keeps how an account looked at an instant; false when it was looked at later already.</summary>
    public static Task<bool> Seen(UnitOfWork work, SeenAccount seen, DateTimeOffset at) =>
        work.Guarded(
            """
            UPDATE StripeAccount
            SET DetailsSubmitted = @DetailsSubmitted, TransfersOpen = @TransfersOpen, PayoutsOpen = @PayoutsOpen, DisabledReason = @DisabledReason,
                CurrentlyDue = @due, PastDue = @past, Pending = @pending, Deadline = @Deadline, SeenAt = @at
            WHERE AccountId = @Id AND SeenAt <= @at AND ClosedAt IS NULL
            """,
            new
            {
                seen.Id,
                seen.DetailsSubmitted,
                seen.TransfersOpen,
                seen.PayoutsOpen,
                seen.DisabledReason,
                due = StripeAccount.Joined(seen.CurrentlyDue),
                past = StripeAccount.Joined(seen.PastDue),
                pending = StripeAccount.Joined(seen.Pending),
                seen.Deadline,
                at,
            });

    /// <summary>Notes that an account is no longer connected; false when that is known.</summary>
    public static Task<bool> Close(UnitOfWork work, string id, DateTimeOffset at) =>
        work.Guarded(
            "UPDATE StripeAccount SET ClosedAt = @at, TransfersOpen = @no, PayoutsOpen = @no, SeenAt = @at WHERE AccountId = @id AND ClosedAt IS NULL",
            new { id, at, no = false });

    /// <summary>Whether an event was taken before.</summary>
    public static async Task<bool> Knows(UnitOfWork work, string eventId) =>
        await work.Scalar<long>("SELECT COUNT(*) FROM StripeEvent WHERE EventId = @eventId", new { eventId }) > 0;

    /// <summary>Keeps an event under its own id; false when it is there.</summary>
    public static Task<bool> Insert(UnitOfWork work, ReceivedEvent received, EventEffect effect) =>
        work.TryInsert(
            """
            INSERT INTO StripeEvent (EventId, Type, AccountId, ObjectId, ApiVersion, HappenedAt, ReceivedAt, Effect)
            VALUES (@Id, @Type, @AccountId, @ObjectId, @ApiVersion, @HappenedAt, @now, @effect)
            """,
            new { received.Id, received.Type, received.AccountId, received.ObjectId, received.ApiVersion, received.HappenedAt, effect, now = work.Now });

    /// <summary>When the latest event came, in UTC; null when none ever did.</summary>
    public static async Task<DateTimeOffset?> LastEvent(UnitOfWork work) =>
        (await work.Find<Arrival>($"SELECT e.ReceivedAt FROM StripeEvent e ORDER BY e.ReceivedAt DESC {Dialect.Page}", new { take = 1 }))?.ReceivedAt;

    private sealed class Arrival
    {
        public DateTimeOffset ReceivedAt { get; init; }
    }
}
