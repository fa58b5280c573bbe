using GrantsPortal.TestWorld;

namespace GrantsPortal.Web.Tests.People;

/// <summary>One city for the tests of a class, each of which makes its own people.</summary>
public sealed class PeopleCity : IDisposable
{
    /// <summary>The city.</summary>
    public City City { get; } = new();

    /// <inheritdoc/>
    public void Dispose() => City.Dispose();
}
