namespace GrantsPortal.Calls;

/// <summary>What a letter template is for.</summary>
public enum LetterKind
{
    /// <summary>The award is offered.</summary>
    Award,

    /// <summary>The application was not successful.</summary>
    Decline,

    /// <summary>The application is on the reserve list.</summary>
    Reserve,

    /// <summary>The application was not eligible.</summary>
    Ineligible,

    /// <summary>The terms that an accepted award is made under.</summary>
    Terms,
}

/// <summary>A letter's words, with places such as <c>{{organisation}}</c>; Markdown.</summary>
public sealed record LetterTemplate
{
    /// <summary>What it is for.</summary>
    public LetterKind Kind { get; init; }

    /// <summary>BCP 47 code.</summary>
    public string Language { get; init; } = "en";

    /// <summary>The e-mail's subject, or the document's heading.</summary>
    public string Subject { get; init; } = "";

    /// <summary>The letter; Markdown.</summary>
    public string Body { get; init; } = "";

    /// <summary>Counts edits; 0 for the portal's own words.</summary>
    public int Version { get; init; }
}
