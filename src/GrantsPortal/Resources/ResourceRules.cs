using GrantsPortal.Bookings;
using GrantsPortal.Platform;

namespace GrantsPortal.Resources;

/// <summary>What holds of resources.</summary>
public static class ResourceRules
{
    /// <summary>Most characters of a title.</summary>
    public const int TitleCharacters = 160;

    /// <summary>Most characters of a summary.</summary>
    public const int SummaryCharacters = 400;

    /// <summary>
    /// What is wrong with a resource: <c>resource.not-staff</c>; at its field <c>resource.title-missing</c>,
    /// <c>resource.too-long</c> (most), <c>resource.summary-missing</c>, <c>resource.language-unknown</c>,
    /// <c>resource.source-missing</c>, <c>resource.link-wrong</c>, <c>resource.theme-unknown</c>.
    /// </summary>
    public static IReadOnlyList<Refusal> Check(Actor actor, ResourceText text, IReadOnlyList<string> languages, IReadOnlyList<PortalTheme> themes)
    {
        if (!BookingRules.IsStaff(actor))
        {
            return [new Refusal("resource.not-staff")];
        }

        List<Refusal> wrong = [];
        void Holds(bool holds, string code, string field, params object?[] args)
        {
            if (!holds)
            {
                wrong.Add(new Refusal(code, args).At(field));
            }
        }

        Holds(!string.IsNullOrWhiteSpace(text.Title), "resource.title-missing", "Title");
        Holds(text.Title.Trim().Length <= TitleCharacters, "resource.too-long", "Title", TitleCharacters);
        Holds(!string.IsNullOrWhiteSpace(text.Summary), "resource.summary-missing", "Summary");
        Holds(text.Summary.Trim().Length <= SummaryCharacters, "resource.too-long", "Summary", SummaryCharacters);
        Holds(languages.Contains(text.Language), "resource.language-unknown", "Language");
        Holds(!string.IsNullOrWhiteSpace(text.Source), "resource.source-missing", "Source");
        Holds(text.Source.Trim().Length <= 500, "resource.too-long", "Source", 500);
        Holds(text.Licence.Trim().Length <= 200, "resource.too-long", "Licence", 200);
        Holds(string.IsNullOrWhiteSpace(text.Link) || IsLink(text.Link.Trim()), "resource.link-wrong", "Link");
        Holds(text.Themes.All(code => themes.Any(theme => theme.Code == code)), "resource.theme-unknown", "Themes");
        return wrong;
    }

    /// <summary>What stands against publishing: <c>resource.not-staff</c>, <c>resource.published</c>, <c>resource.empty</c> when there is neither text, file nor link.</summary>
    public static Refusal? MayPublish(Actor actor, Resource resource) =>
        !BookingRules.IsStaff(actor) ? new Refusal("resource.not-staff")
        : resource.State == ResourceState.Published ? new Refusal("resource.published")
        : resource.Body.Length == 0 && resource.FileId is null && resource.Link is null ? new Refusal("resource.empty")
        : null;

    private static bool IsLink(string text) => text.Length <= 500 && Uri.TryCreate(text, UriKind.Absolute, out var link) && link.Scheme == "https";
}
