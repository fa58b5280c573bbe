using GrantsPortal.Partnerships.Access;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;

namespace GrantsPortal.Partnerships.Partners;

/// <summary>One thing that happened with a partner.</summary>
/// <param name="At">When, in UTC.</param>
/// <param name="Sentence">What, as an English sentence with {0}, {1}, said through the localiser.</param>
/// <param name="Args">What stands in it; instants, days and money are written out.</param>
/// <param name="Path">Its page on the desk; null where it has none.</param>
/// <param name="Field">As what it may be read.</param>
public sealed record StoryLine(DateTimeOffset At, string Sentence, IReadOnlyList<object> Args, string? Path, PartnerField Field)
{
    /// <summary>What those read who may not read <see cref="Field"/>, as far as they may read its own; null for nothing.</summary>
    public StoryLine? Otherwise { get; init; }

    /// <summary>The day it happened on, where no hour is known of it; <see cref="At"/> is then that day's noon.</summary>
    public DateOnly? On { get; init; }
}

/// <summary>A module's part of a partner's timeline. Register each with <c>AddSingleton&lt;IPartnerStory, …&gt;()</c>; the timeline knows none by name.</summary>
public interface IPartnerStory
{
    /// <summary>What happened with a partner before an instant (at any time where it is null), the latest first, at most so many; in few queries.</summary>
    Task<IReadOnlyList<StoryLine>> Of(UnitOfWork work, long organisation, DateTimeOffset? before, int take);
}

/// <summary>One thing that happened, as modules read it from the database for the story; what does not belong to its kind is empty.</summary>
public sealed class Happening
{
    /// <summary>When, in UTC.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>What kind of thing it was, as the module names it.</summary>
    public string Kind { get; init; } = "";

    /// <summary>Name of what it happened to.</summary>
    public string What { get; init; } = "";

    /// <summary>What else the sentence names.</summary>
    public string Other { get; init; } = "";

    /// <summary>Reference of the record that leads to its page.</summary>
    public string Reference { get; init; } = "";

    /// <summary>Id of that record.</summary>
    public long Id { get; init; }

    /// <summary>How much, in minor units; or how many, where there is no currency.</summary>
    public long? AmountMinor { get; init; }

    /// <summary>ISO 4217 code.</summary>
    public string? Currency { get; init; }

    /// <summary>The name, or else the reference.</summary>
    public string Named => What.Length > 0 ? What : Reference;

    /// <summary>The amount for reading; empty where there is none.</summary>
    public string Amount => AmountMinor is { } minor && Currency is { } currency ? Money.FromMinor(minor, currency).Format() : "";
}

/// <summary>A document that the city holds of a partner.</summary>
/// <param name="At">When it came or was made, in UTC.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Sentence">What it is, as an English sentence with {0}, {1}, said through the localiser.</param>
/// <param name="Args">What stands in it.</param>
/// <param name="Path">Where it may be read; that page has a lock of its own.</param>
/// <param name="Field">As what that it exists may be read, besides <see cref="PartnerField.Documents"/>.</param>
public sealed record PartnerDocument(DateTimeOffset At, string Name, string Sentence, IReadOnlyList<object> Args, string Path, PartnerField Field);

/// <summary>A module's documents of a partner. Register each with <c>AddSingleton&lt;IPartnerDocuments, …&gt;()</c>.</summary>
public interface IPartnerDocuments
{
    /// <summary>The documents of a partner from before an instant (of any time where it is null), the latest first, at most so many; in few queries.</summary>
    Task<IReadOnlyList<PartnerDocument>> Of(UnitOfWork work, long organisation, DateTimeOffset? before, int take);
}
