namespace GrantsPortal.Awards.Agreements;

/// <summary>What a document of an award is.</summary>
public enum AwardDocumentKind
{
    /// <summary>The terms as the organisation accepted them.</summary>
    Agreement,

    /// <summary>The agreement with the city's signature.</summary>
    CounterSigned,

    /// <summary>A change that was agreed.</summary>
    Variation,

    /// <summary>The city's confirmation of a later year.</summary>
    YearConfirmation,

    /// <summary>The end before its time.</summary>
    Termination,

    /// <summary>The final figures.</summary>
    CloseOut,
}

/// <summary>A document of an award. It is never changed nor removed: what follows is another document.</summary>
public sealed class AwardDocument
{
    /// <summary>Record id.</summary>
    public long Id { get; init; }

    /// <summary>The award.</summary>
    public long AwardId { get; init; }

    /// <summary>What it is.</summary>
    public AwardDocumentKind Kind { get; init; }

    /// <summary>Counts the award's documents from 1, in the order they were made.</summary>
    public int Number { get; init; }

    /// <summary>What it is called, in its own language.</summary>
    public string Title { get; init; } = "";

    /// <summary>The document as HTML: the document itself.</summary>
    public long HtmlId { get; init; }

    /// <summary>The PDF made from it; null where none could be made.</summary>
    public long? PdfId { get; init; }

    /// <summary>SHA-256 of the HTML, in hexadecimal.</summary>
    public string Hash { get; init; } = "";

    /// <summary>SHA-256 of the PDF, in hexadecimal; null where there is none.</summary>
    public string? PdfHash { get; init; }

    /// <summary>BCP 47 code of the language it is in.</summary>
    public string Language { get; init; } = "";

    /// <summary>When it was kept, in UTC.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Whose act made it; null for the portal itself.</summary>
    public long? CreatedBy { get; init; }
}
