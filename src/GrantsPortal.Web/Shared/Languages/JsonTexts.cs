using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Localization;

namespace GrantsPortal.Web.Shared.Languages;

/// <summary>
/// The localiser over Texts/{language}.json: an object from English sentence to sentence. What a language lacks is said
/// in the language it derives from, else in English.
/// </summary>
public sealed class JsonTexts(IHostEnvironment environment, ILogger<JsonTexts> log) : IStringLocalizerFactory, IStringLocalizer
{
    private readonly ConcurrentDictionary<string, IReadOnlyDictionary<string, string>> _languages = new(StringComparer.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public IStringLocalizer Create(Type resourceSource) => this;

    /// <inheritdoc/>
    public IStringLocalizer Create(string baseName, string location) => this;

    /// <inheritdoc/>
    public LocalizedString this[string name]
    {
        get
        {
            var text = Find(name);
            return new LocalizedString(name, text ?? name, text is null);
        }
    }

    /// <inheritdoc/>
    public LocalizedString this[string name, params object[] arguments]
    {
        get
        {
            var text = Find(name);
            return new LocalizedString(name, string.Format(CultureInfo.CurrentCulture, text ?? name, arguments), text is null);
        }
    }

    /// <inheritdoc/>
    public IEnumerable<LocalizedString> GetAllStrings(bool includeParentCultures) =>
        Language(CultureInfo.CurrentUICulture.Name).Select(text => new LocalizedString(text.Key, text.Value));

    private string? Find(string name)
    {
        for (var culture = CultureInfo.CurrentUICulture; culture.Name.Length > 0; culture = culture.Parent)
        {
            if (Language(culture.Name).TryGetValue(name, out var text) && text.Length > 0)
            {
                return text;
            }
        }

        return null;
    }

    private IReadOnlyDictionary<string, string> Language(string code) => _languages.GetOrAdd(code, Read);

    private IReadOnlyDictionary<string, string> Read(string code)
    {
        var file = environment.ContentRootFileProvider.GetFileInfo($"Texts/{code}.json");
        if (!file.Exists)
        {
            return new Dictionary<string, string>();
        }

        try
        {
            using var stream = file.CreateReadStream();
            return JsonSerializer.Deserialize<Dictionary<string, string>>(stream) ?? [];
        }
        catch (JsonException fault)
        {
            log.LogError(fault, "The texts of {Language} cannot be read; English is shown instead", code);
            return new Dictionary<string, string>();
        }
    }
}
