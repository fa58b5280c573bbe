namespace GrantsPortal.TestWorld;

/// <summary>The product's own source files, for tests that read them.</summary>
public static class Sources
{
    /// <summary>The folder that holds the solution.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>Every C# file below a folder of the repository, generated ones left out.</summary>
    public static IReadOnlyList<string> CSharp(string folder) =>
        [.. Directory.EnumerateFiles(Path.Combine(Root, folder), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
                && !file.Contains($"{Path.DirectorySeparatorChar}bin{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)];

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "GrantsPortal.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("The tests are not run from within the repository.");
    }
}
