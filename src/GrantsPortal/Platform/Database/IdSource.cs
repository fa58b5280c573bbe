using System.Security.Cryptography;

namespace GrantsPortal.Platform.Database;

/// <summary>
/// Makes record ids in the program: 41 bits of milliseconds since 2025, 8 bits of instance, 12 of sequence. They sort
/// by time, so that lists can page by id, and never repeat within an instance.
/// </summary>
public sealed class IdSource(TimeProvider clock)
{
    private static readonly DateTimeOffset Epoch = new(2025, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private readonly long _instance = RandomNumberGenerator.GetInt32(256);
    private long _last;

    /// <summary>The next id; greater than any given before by this instance.</summary>
    public long Next()
    {
        var floor = ((long)(clock.GetUtcNow() - Epoch).TotalMilliseconds << 20) | (_instance << 12);
        while (true)
        {
            var last = Interlocked.Read(ref _last);
            var next = floor > last ? floor : Following(last);
            if (Interlocked.CompareExchange(ref _last, next, last) == last)
            {
                return next;
            }
        }
    }

    private long Following(long last) =>
        (last & 0xFFF) < 0xFFF ? last + 1 : (((last >> 20) + 1) << 20) | (_instance << 12);
}
