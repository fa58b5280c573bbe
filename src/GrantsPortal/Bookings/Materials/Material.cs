namespace GrantsPortal.Bookings.Materials;

/// <summary>For whom a material is.</summary>
public enum MaterialMoment
{
    /// <summary>For everybody with a place, from its publication on.</summary>
    Before,

    /// <summary>For those who were there.</summary>
    After,
}

/// <summary>A file or a link shared with the people of an occasion.</summary>
public sealed record Material
{
    /// <summary>Record id.</summary>
    public long Id { get; init; }

    /// <summary>The occasion.</summary>
    public long OccasionId { get; init; }

    /// <summary>For whom it is.</summary>
    public MaterialMoment Moment { get; init; }

    /// <summary>What it is.</summary>
    public string Title { get; init; } = "";

    /// <summary>BCP 47 code of the language it is in.</summary>
    public string Language { get; init; } = "en";

    /// <summary>Where it is, of a link; null of a file.</summary>
    public string? Url { get; init; }

    /// <summary>The document, of a file; null of a link.</summary>
    public long? FileId { get; init; }

    /// <summary>The file's name.</summary>
    public string? FileName { get; init; }

    /// <summary>The file's length.</summary>
    public long? Bytes { get; init; }

    /// <summary>SHA-256 of the file.</summary>
    public string? Hash { get; init; }

    /// <summary>What the file is.</summary>
    public string? ContentType { get; init; }

    /// <summary>When it was shared, in UTC.</summary>
    public DateTimeOffset AddedAt { get; init; }
}

/// <summary>A material as an officer shares it.</summary>
/// <param name="Moment">For whom it is.</param>
/// <param name="Title">What it is.</param>
/// <param name="Language">BCP 47 code of the language it is in.</param>
/// <param name="Url">Where it is, of a link.</param>
public sealed record MaterialPlan(MaterialMoment Moment, string? Title, string? Language, string? Url);

/// <summary>Somebody who has not been told of a material that is for them.</summary>
public sealed class ToTell
{
    /// <summary>Their booking.</summary>
    public long BookingId { get; init; }

    /// <summary>The occasion.</summary>
    public long OccasionId { get; init; }

    /// <summary>The material.</summary>
    public long MaterialId { get; init; }
}
