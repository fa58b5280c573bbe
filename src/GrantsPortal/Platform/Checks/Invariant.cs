using GrantsPortal.Platform.Database;

namespace GrantsPortal.Platform.Checks;

/// <summary>Something that must hold of what is stored; <c>verify</c> checks every one and names what breaks it.</summary>
public interface IInvariant
{
    /// <summary>What must hold, as a sentence.</summary>
    string Holds { get; }

    /// <summary>Sentences naming what breaks it, at most a hundred; empty when it holds.</summary>
    Task<IReadOnlyList<string>> Check(UnitOfWork work);
}
