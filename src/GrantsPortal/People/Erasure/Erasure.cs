using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;

namespace GrantsPortal.People.Erasure;

/// <summary>A module's reason why somebody cannot leave yet, such as an organisation that would lose its last Owner.</summary>
public interface IErasureObjection
{
    /// <summary>Why the person cannot be erased, as a refusal with a sentence; null when nothing stands against it.</summary>
    Task<Refusal?> Against(long person, UnitOfWork work);
}

/// <summary>A module's part of what a person can download about themself.</summary>
public interface IPersonalRecords
{
    /// <summary>Name of the part in the document, such as <c>memberships</c>.</summary>
    string Part { get; }

    /// <summary>What the module holds about the person, to be written as JSON; null when nothing.</summary>
    Task<object?> Of(long person, UnitOfWork work);
}

/// <summary>Somebody erased their account; modules take the name out of what they hold.</summary>
/// <param name="PersonId">The person.</param>
/// <param name="Email">The address the person had, for what is kept by address alone.</param>
public sealed record PersonErased(long PersonId, string Email);
