namespace GrantsPortal.Calls.Agreements;

/// <summary>
/// What a call's agreements say in one language: an opening, clauses of the library, special conditions. A call without
/// any has the terms among its letters instead.
/// </summary>
public sealed record AgreementTemplate
{
    /// <summary>The call.</summary>
    public long CallId { get; init; }

    /// <summary>BCP 47 code.</summary>
    public string Language { get; init; } = "";

    /// <summary>What comes before the clauses; Markdown with places.</summary>
    public string Opening { get; init; } = "";

    /// <summary>What holds for this call beyond the clauses; Markdown with places, may be empty.</summary>
    public string Special { get; init; } = "";

    /// <summary>When it was last changed, in UTC.</summary>
    public DateTimeOffset ChangedAt { get; init; }

    /// <summary>Counts edits; 0 for one that is not written yet.</summary>
    public int Version { get; init; }
}

/// <summary>A clause in a template, with the version the template holds and the newest there is.</summary>
public sealed class TemplateClause
{
    /// <summary>The clause.</summary>
    public long ClauseId { get; init; }

    /// <summary>Its place in the agreement, from 1.</summary>
    public int Place { get; init; }

    /// <summary>The version the template holds.</summary>
    public int Number { get; init; }

    /// <summary>The newest version in the template's language.</summary>
    public int Newest { get; init; }

    /// <summary>What officers call it.</summary>
    public string Name { get; init; } = "";

    /// <summary>Its heading, in the version held.</summary>
    public string Heading { get; init; } = "";

    /// <summary>What it says, in the version held.</summary>
    public string Body { get; init; } = "";

    /// <summary>Whether the library has newer words than the template.</summary>
    public bool Behind => Newest > Number;
}

/// <summary>A clause that a template may take: it has words in the template's language.</summary>
public sealed class ClauseChoice
{
    /// <summary>The clause.</summary>
    public long ClauseId { get; init; }

    /// <summary>What officers call it.</summary>
    public string Name { get; init; } = "";

    /// <summary>The newest version in the language.</summary>
    public int Number { get; init; }

    /// <summary>Its heading in that version.</summary>
    public string Heading { get; init; } = "";

    /// <summary>What it says in that version.</summary>
    public string Body { get; init; } = "";
}

/// <summary>A clause as an officer puts it into a template.</summary>
/// <param name="ClauseId">The clause.</param>
/// <param name="Place">Where it comes; clauses without a place come last, in the library's order.</param>
/// <param name="Newest">Takes the library's newest words instead of those the template holds.</param>
public sealed record ChosenClause(long ClauseId, int? Place, bool Newest = false);
