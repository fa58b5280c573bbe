using System.Globalization;
using GrantsPortal.Platform.Text;
using Microsoft.Extensions.Localization;

namespace GrantsPortal.Web.Shared.Languages;

/// <summary>The localiser of pages: the portal's texts in the language the request is answered in.</summary>
public sealed class PageTexts(PortalTexts texts) : IStringLocalizerFactory, IStringLocalizer
{
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
        texts.Language(CultureInfo.CurrentUICulture.Name).Select(text => new LocalizedString(text.Key, text.Value));

    private string? Find(string name) => texts.Find(CultureInfo.CurrentUICulture, name);
}
