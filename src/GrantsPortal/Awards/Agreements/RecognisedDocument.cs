using GrantsPortal.Platform;

namespace GrantsPortal.Awards.Agreements;

/// <summary>A document that was recognised by its hash.</summary>
public sealed class RecognisedDocument
{
    /// <summary>The award's reference.</summary>
    public string Reference { get; init; } = "";

    /// <summary>Who gets the award.</summary>
    public string OrganisationName { get; init; } = "";

    /// <summary>Its number among the award's documents.</summary>
    public int Number { get; init; }

    /// <summary>What it is.</summary>
    public AwardDocumentKind Kind { get; init; }

    /// <summary>What it is called.</summary>
    public string Title { get; init; } = "";

    /// <summary>When it was kept, in UTC.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary><c>html</c> or <c>pdf</c>.</summary>
    public string Form { get; init; } = "";
}

/// <summary>Hashes as people paste them.</summary>
public static class HashRules
{
    /// <summary>
    /// The hash in lower case, without spaces or the words before it. Refused with <c>document.hash-missing</c>, or
    /// <c>document.hash-odd</c> when it is no SHA-256 in hexadecimal.
    /// </summary>
    public static Outcome<string> Read(string? typed)
    {
        var text = string.Concat((typed ?? "").Where(c => !char.IsWhiteSpace(c) && c != ':')).ToLowerInvariant();
        var hash = text.StartsWith("sha-256", StringComparison.Ordinal) ? text[7..] : text;
        return hash switch
        {
            "" => new Refusal("document.hash-missing").At("Hash"),
            { Length: 64 } when hash.All(char.IsAsciiHexDigit) => hash,
            _ => new Refusal("document.hash-odd").At("Hash"),
        };
    }
}
