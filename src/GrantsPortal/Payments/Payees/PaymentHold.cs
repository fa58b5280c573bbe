using GrantsPortal.Platform.Database;

namespace GrantsPortal.Payments.Payees;

/// <summary>Why the payments of a payee are frozen.</summary>
public enum HoldKind
{
    /// <summary>Its bank details were changed and nobody has confirmed them.</summary>
    BankDetails,

    /// <summary>Ownership of the organisation is being recovered, or was.</summary>
    Recovery,

    /// <summary>A member of staff stopped them.</summary>
    Staff,
}

/// <summary>Something that freezes every payment to a payee until it is lifted.</summary>
public sealed class PaymentHold
{
    /// <summary>Record id.</summary>
    public long Id { get; init; }

    /// <summary>The organisation, when it is one.</summary>
    public long? OrganisationId { get; init; }

    /// <summary>The person, when it is one.</summary>
    public long? PersonId { get; init; }

    /// <summary>Name of the organisation or person.</summary>
    public string PayeeName { get; init; } = "";

    /// <summary>Why, as a kind.</summary>
    public HoldKind Kind { get; init; }

    /// <summary>Why, in words; read by staff.</summary>
    public string Reason { get; init; } = "";

    /// <summary>Who placed it; null for the portal itself.</summary>
    public long? PlacedBy { get; init; }

    /// <summary>When, in UTC.</summary>
    public DateTimeOffset PlacedAt { get; init; }

    /// <summary>Who lifted it.</summary>
    public long? LiftedBy { get; init; }

    /// <summary>When, in UTC; null while it stands.</summary>
    public DateTimeOffset? LiftedAt { get; init; }

    /// <summary>Why it was lifted.</summary>
    public string? LiftReason { get; init; }
}

/// <summary>Holds on payments.</summary>
public static class HoldRepository
{
    private const string Columns =
        """
        d.Id, d.OrganisationId, d.PersonId, COALESCE(o.Name, h.Name) AS PayeeName, d.Kind, d.Reason, d.PlacedBy, d.PlacedAt, d.LiftedBy,
        d.LiftedAt, d.LiftReason
        """;

    private const string From =
        """
        FROM PaymentHold d
        LEFT JOIN Organisation o ON o.Id = d.OrganisationId
        LEFT JOIN Person h ON h.Id = d.PersonId
        """;

    /// <summary>The hold, or null.</summary>
    public static Task<PaymentHold?> Find(UnitOfWork work, long id) =>
        work.Find<PaymentHold>($"SELECT {Columns} {From} WHERE d.Id = @id", new { id });

    /// <summary>What stands against paying many organisations and people; at most 4,000.</summary>
    public static Task<IReadOnlyList<PaymentHold>> Standing(UnitOfWork work, IReadOnlyCollection<long> organisations, IReadOnlyCollection<long> people) =>
        work.List<PaymentHold>(
            $"""
            SELECT {Columns}
            {From}
            WHERE d.LiftedAt IS NULL AND (d.OrganisationId IN @organisations OR d.PersonId IN @people)
            ORDER BY d.Id
            {Dialect.Page}
            """,
            new { organisations, people, take = 4000 });

    /// <summary>Everything that stands, oldest first, after a given one.</summary>
    public static Task<IReadOnlyList<PaymentHold>> Open(UnitOfWork work, long after, int take) =>
        work.List<PaymentHold>($"SELECT {Columns} {From} WHERE d.LiftedAt IS NULL AND d.Id > @after ORDER BY d.Id {Dialect.Page}", new { after, take });

    /// <summary>Freezes a payee; false when a hold of the kind stands already.</summary>
    public static Task<bool> Place(UnitOfWork work, long? organisation, long? person, HoldKind kind, string reason) =>
        work.TryInsert(
            """
            INSERT INTO PaymentHold (Id, OrganisationId, PersonId, Kind, Reason, PlacedBy, PlacedAt)
            VALUES (@id, @organisation, @person, @kind, @reason, @by, @now)
            """,
            new { id = work.NewId(), organisation, person, kind, reason, by = work.Actor.PersonId, now = work.Now });

    /// <summary>Lifts a hold; false when it was lifted before.</summary>
    public static Task<bool> Lift(UnitOfWork work, long id, string reason) =>
        work.Guarded(
            "UPDATE PaymentHold SET LiftedBy = @by, LiftedAt = @now, LiftReason = @reason WHERE Id = @id AND LiftedAt IS NULL",
            new { id, by = work.Actor.PersonId, now = work.Now, reason });

    /// <summary>Lifts the holds of a kind from a payee.</summary>
    public static Task<int> LiftKind(UnitOfWork work, long? organisation, long? person, HoldKind kind, string reason) =>
        work.Execute(
            """
            UPDATE PaymentHold
            SET LiftedBy = @by, LiftedAt = @now, LiftReason = @reason
            WHERE Kind = @kind AND LiftedAt IS NULL AND (OrganisationId = @organisation OR PersonId = @person)
            """,
            new { organisation, person, kind, by = work.Actor.PersonId, now = work.Now, reason });
}
