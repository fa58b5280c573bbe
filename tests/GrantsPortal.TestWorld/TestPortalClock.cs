namespace GrantsPortal.TestWorld;

/// <summary>A clock that goes with a city's, for what has to be there before the city is.</summary>
public sealed class TestPortalClock : TimeProvider
{
    /// <summary>The clock it goes with.</summary>
    public TimeProvider Follow { get; set; } = System;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => Follow.GetUtcNow();
}
