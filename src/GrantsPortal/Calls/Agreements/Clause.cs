namespace GrantsPortal.Calls.Agreements;

/// <summary>A clause of the city's library: what agreements are put together from.</summary>
public sealed class Clause
{
    /// <summary>Record id.</summary>
    public long Id { get; init; }

    /// <summary>What officers call it; unique.</summary>
    public string Name { get; init; } = "";

    /// <summary>Since when it is offered to no template any more, in UTC; null while it is.</summary>
    public DateTimeOffset? RetiredAt { get; init; }

    /// <summary>Counts edits of its name and standing.</summary>
    public int Version { get; init; }
}

/// <summary>What a clause says in a language. It is never changed: other words are its next version.</summary>
public sealed class ClauseText
{
    /// <summary>The clause.</summary>
    public long ClauseId { get; init; }

    /// <summary>BCP 47 code.</summary>
    public string Language { get; init; } = "";

    /// <summary>Counts the versions in this language from 1.</summary>
    public int Number { get; init; }

    /// <summary>Its heading in the agreement.</summary>
    public string Heading { get; init; } = "";

    /// <summary>What it says; Markdown with places.</summary>
    public string Body { get; init; } = "";

    /// <summary>When it was written, in UTC.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Name of who wrote it; null for the portal itself.</summary>
    public string? WrittenBy { get; init; }
}

/// <summary>A clause as the library lists it.</summary>
public sealed class ClauseRow
{
    /// <summary>Record id.</summary>
    public long Id { get; init; }

    /// <summary>What officers call it.</summary>
    public string Name { get; init; } = "";

    /// <summary>Since when it is offered to no template any more, in UTC.</summary>
    public DateTimeOffset? RetiredAt { get; init; }

    /// <summary>How many calls use it.</summary>
    public long Calls { get; init; }
}

/// <summary>A call that uses a clause.</summary>
public sealed class ClauseUse
{
    /// <summary>The call's part of its address.</summary>
    public string Slug { get; init; } = "";

    /// <summary>The call's title.</summary>
    public string Title { get; init; } = "";

    /// <summary>BCP 47 code of the template's language.</summary>
    public string Language { get; init; } = "";

    /// <summary>The version it uses.</summary>
    public int Number { get; init; }
}
