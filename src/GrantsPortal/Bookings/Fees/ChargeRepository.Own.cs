using GrantsPortal.Platform.Database;

namespace GrantsPortal.Bookings.Fees;

/// <summary>What a person's own bookings have to do with money.</summary>
public static partial class ChargeRepository
{
    /// <summary>Those of some bookings that are to be paid, were paid or given back; one line each.</summary>
    public static Task<IReadOnlyList<BookingLine>> LinesOf(UnitOfWork work, IReadOnlyCollection<long> bookings) =>
        work.List<BookingLine>("SELECT l.BookingId, l.State FROM ChargeLine l WHERE l.BookingId IN @bookings AND l.State <> 'Dropped' ORDER BY l.Id", new { bookings });

    /// <summary>The letters of a code; null when there is none.</summary>
    public static async Task<string?> CodeOf(UnitOfWork work, long? code) =>
        code is { } id ? await work.Scalar<string>("SELECT Code FROM FeeCode WHERE Id = @id", new { id }) : null;
}

/// <summary>Where the money for a booking stands.</summary>
public sealed class BookingLine
{
    /// <summary>The booking.</summary>
    public long BookingId { get; init; }

    /// <summary>Where it stands.</summary>
    public LineState State { get; init; }
}
