using GrantsPortal.Platform.Text;

namespace GrantsPortal.Resources;

/// <summary>What acts have made of a resource.</summary>
public enum ResourceState
{
    /// <summary>Being written; seen by staff alone.</summary>
    Draft,

    /// <summary>In the library.</summary>
    Published,

    /// <summary>No longer in the library.</summary>
    Archived,
}

/// <summary>What a resource is.</summary>
public enum ResourceKind
{
    /// <summary>Several things that belong together.</summary>
    Toolkit,

    /// <summary>Explains how something is done.</summary>
    Guide,

    /// <summary>To be filled in or adapted.</summary>
    Template,

    /// <summary>To be watched or listened to.</summary>
    Recording,

    /// <summary>What somebody found out.</summary>
    Study,
}

/// <summary>A toolkit or guide of the library, in one language: to be read there, taken away as a file, or found elsewhere.</summary>
public sealed record Resource
{
    /// <summary>Record id.</summary>
    public long Id { get; init; }

    /// <summary>Its part of the address; unique.</summary>
    public string Slug { get; init; } = "";

    /// <summary>What acts have made of it.</summary>
    public ResourceState State { get; init; }

    /// <summary>What it is.</summary>
    public ResourceKind Kind { get; init; }

    /// <summary>BCP 47 code of the language it is in.</summary>
    public string Language { get; init; } = "en";

    /// <summary>Title, in its language.</summary>
    public string Title { get; init; } = "";

    /// <summary>One or two sentences, in its language.</summary>
    public string Summary { get; init; } = "";

    /// <summary>What it says, in its language; Markdown. Empty where it is a file or lies elsewhere.</summary>
    public string Body { get; init; } = "";

    /// <summary>Who made it.</summary>
    public string Source { get; init; } = "";

    /// <summary>What one may do with it.</summary>
    public string Licence { get; init; } = "";

    /// <summary>Where it lies elsewhere; https.</summary>
    public string? Link { get; init; }

    /// <summary>The file to take away.</summary>
    public long? FileId { get; init; }

    /// <summary>Name of the file.</summary>
    public string? FileName { get; init; }

    /// <summary>Length of the file in bytes.</summary>
    public long? FileBytes { get; init; }

    /// <summary>Its themes as kept.</summary>
    public string Themes { get; init; } = "";

    /// <summary>Codes of its themes.</summary>
    public IReadOnlyList<string> ThemeCodes => CodeList.Of(Themes);

    /// <summary>The officer who looks after it.</summary>
    public long OwnerId { get; init; }

    /// <summary>When it was put into the library, in UTC.</summary>
    public DateTimeOffset? PublishedAt { get; init; }

    /// <summary>When somebody last made sure that it holds, in UTC.</summary>
    public DateTimeOffset CheckedAt { get; init; }

    /// <summary>Counts edits.</summary>
    public int Version { get; init; }
}

/// <summary>What an officer writes of a resource.</summary>
public sealed record ResourceText
{
    /// <summary>What it is.</summary>
    public ResourceKind Kind { get; init; }

    /// <summary>BCP 47 code of the language it is in.</summary>
    public string Language { get; init; } = "en";

    /// <summary>Title.</summary>
    public string Title { get; init; } = "";

    /// <summary>One or two sentences.</summary>
    public string Summary { get; init; } = "";

    /// <summary>What it says; Markdown.</summary>
    public string Body { get; init; } = "";

    /// <summary>Who made it.</summary>
    public string Source { get; init; } = "";

    /// <summary>What one may do with it.</summary>
    public string Licence { get; init; } = "";

    /// <summary>Where it lies elsewhere.</summary>
    public string? Link { get; init; }

    /// <summary>Codes of its themes.</summary>
    public IReadOnlyList<string> Themes { get; init; } = [];

    /// <summary>The courses it belongs to.</summary>
    public IReadOnlyList<long> Courses { get; init; } = [];
}
