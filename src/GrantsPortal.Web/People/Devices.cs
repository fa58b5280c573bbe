using GrantsPortal.Web.Shared.Languages;
using Microsoft.Extensions.Localization;

namespace GrantsPortal.Web.People;

/// <summary>What a browser calls itself, in words that its owner recognises.</summary>
public static class Devices
{
    // Order matters: Edge and Opera call themselves Chrome as well, Chrome calls itself Safari.
    private static readonly (string Mark, string Name)[] Browsers =
        [("Edg", "Edge"), ("OPR/", "Opera"), ("SamsungBrowser", "Samsung Internet"), ("Firefox/", "Firefox"), ("FxiOS", "Firefox"), ("CriOS", "Chrome"), ("Chrome/", "Chrome"), ("Safari/", "Safari")];

    private static readonly (string Mark, string Name)[] Systems =
        [("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"), ("Windows", "Windows"), ("CrOS", "ChromeOS"), ("Macintosh", "Mac"), ("Linux", "Linux")];

    /// <summary>"Firefox on Windows", or "A browser" when it is not known.</summary>
    public static string Name(string? device, IStringLocalizer<Texts> texts)
    {
        var browser = Browsers.FirstOrDefault(b => device?.Contains(b.Mark, StringComparison.Ordinal) == true).Name;
        var system = Systems.FirstOrDefault(s => device?.Contains(s.Mark, StringComparison.Ordinal) == true).Name;
        return (browser, system) switch
        {
            (null, null) => texts["A browser"],
            (null, _) => system,
            (_, null) => browser,
            _ => texts["{0} on {1}", browser, system],
        };
    }
}
