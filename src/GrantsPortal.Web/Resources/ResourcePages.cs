using GrantsPortal.Platform;
using GrantsPortal.Resources;
using GrantsPortal.Training;
using GrantsPortal.Web.Shared.Languages;

namespace GrantsPortal.Web.Resources;

/// <summary>What the module's pages need.</summary>
public static class ResourcePages
{
    /// <summary>Registers it.</summary>
    public static IServiceCollection AddResourcePages(this IServiceCollection services) => services.AddSingleton<IRefusalSentences, ResourceSentences>();
}

/// <summary>The library as searched.</summary>
/// <param name="Resources">What was found.</param>
/// <param name="Query">What was looked for.</param>
/// <param name="More">Where the list goes on; null at its end.</param>
/// <param name="Themes">Themes to choose from.</param>
/// <param name="Languages">Languages to choose from.</param>
public sealed record LibraryPage(IReadOnlyList<Resource> Resources, ResourceQuery Query, ResourceCursor? More, IReadOnlyList<PortalTheme> Themes, IReadOnlyList<string> Languages)
{
    /// <summary>Whether the list was narrowed.</summary>
    public bool Narrowed => !string.IsNullOrWhiteSpace(Query.Search) || Query.Theme is not null || Query.Language is not null || Query.Kind is not null;
}

/// <summary>A resource for everybody.</summary>
public sealed record ResourcePage(Resource Resource, IReadOnlyList<PortalTheme> Themes, IReadOnlyList<Course> Courses);

/// <summary>The desk's list.</summary>
public sealed record LibraryDeskPage(IReadOnlyList<Resource> Resources);

/// <summary>A resource on the desk.</summary>
public sealed record ResourceDeskPage(Resource? Resource, ResourceForm Form, IReadOnlyList<PortalTheme> Themes, IReadOnlyList<string> Languages, IReadOnlyList<Course> Courses);

/// <summary>A resource as typed.</summary>
public sealed class ResourceForm
{
    /// <summary>The version it was opened at.</summary>
    public int Version { get; set; }

    /// <summary>What it is.</summary>
    public ResourceKind Kind { get; set; } = ResourceKind.Guide;

    /// <summary>BCP 47 code of the language it is in.</summary>
    public string? Language { get; set; }

    /// <summary>Title.</summary>
    public string? Title { get; set; }

    /// <summary>One or two sentences.</summary>
    public string? Summary { get; set; }

    /// <summary>What it says.</summary>
    public string? Body { get; set; }

    /// <summary>Who made it.</summary>
    public string? Source { get; set; }

    /// <summary>What one may do with it.</summary>
    public string? Licence { get; set; }

    /// <summary>Where it lies elsewhere.</summary>
    public string? Link { get; set; }

    /// <summary>Codes of its themes.</summary>
    public List<string> Themes { get; set; } = [];

    /// <summary>The courses it belongs to.</summary>
    public List<long> Courses { get; set; } = [];

    /// <summary>A resource as it stands.</summary>
    public static ResourceForm Of(Resource resource, IReadOnlyList<long> courses) => new()
    {
        Version = resource.Version,
        Kind = resource.Kind,
        Language = resource.Language,
        Title = resource.Title,
        Summary = resource.Summary,
        Body = resource.Body,
        Source = resource.Source,
        Licence = resource.Licence,
        Link = resource.Link,
        Themes = [.. resource.ThemeCodes],
        Courses = [.. courses],
    };

    /// <summary>What the use case takes.</summary>
    public ResourceText Read() => new()
    {
        Kind = Kind,
        Language = Language ?? "",
        Title = Title ?? "",
        Summary = Summary ?? "",
        Body = Body ?? "",
        Source = Source ?? "",
        Licence = Licence ?? "",
        Link = Link,
        Themes = Themes,
        Courses = Courses,
    };
}

/// <summary>English words for what the module's records hold, said through the localiser.</summary>
public static class ResourceWords
{
    /// <summary>What a resource is.</summary>
    public static string Of(ResourceKind kind) => kind switch
    {
        ResourceKind.Toolkit => "Toolkit",
        ResourceKind.Guide => "Guide",
        ResourceKind.Template => "Template",
        ResourceKind.Recording => "Recording",
        _ => "Study",
    };

    /// <summary>What acts have made of it.</summary>
    public static string Of(ResourceState state) => state switch
    {
        ResourceState.Draft => "Draft",
        ResourceState.Published => "In the library",
        _ => "Taken out",
    };
}
