namespace GrantsPortal.Publishing.Demo;

/// <summary>The clock of the story: it stands still until it is moved, and only ever moves on.</summary>
public sealed class DemoClock(DateTimeOffset start) : TimeProvider
{
    private DateTimeOffset _now = start;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => _now;

    /// <summary>Moves on to an instant; an earlier one changes nothing, so that records keep the order they were made in.</summary>
    public void MoveTo(DateTimeOffset instant) => _now = instant > _now ? instant : _now;

    /// <summary>Moves on by minutes.</summary>
    public void Pass(double minutes) => _now = _now.AddMinutes(minutes);
}
