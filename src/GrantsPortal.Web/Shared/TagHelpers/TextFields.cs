using GrantsPortal.Platform;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Options;

namespace GrantsPortal.Web.Shared.TagHelpers;

/// <summary>One line of text: <c>&lt;text-field for="Name" label="…" width="20" autocomplete="name" /&gt;</c>.</summary>
[HtmlTargetElement("text-field")]
public class TextFieldTagHelper : FieldTagHelper
{
    /// <summary>text, email, tel, url or search.</summary>
    public string Type { get; set; } = "text";

    /// <summary>About how many characters are expected: 2, 3, 4, 5, 10, 20, 30; or full (the default), one-half, two-thirds.</summary>
    public string Width { get; set; } = "full";

    /// <summary>HTML autocomplete token.</summary>
    public string? Autocomplete { get; set; }

    /// <summary>HTML inputmode.</summary>
    public string? Inputmode { get; set; }

    /// <summary>Set to false for names, codes and addresses.</summary>
    public bool? Spellcheck { get; set; }

    /// <summary>Shown joined to the front of the box, such as a currency sign.</summary>
    public string? Prefix { get; set; }

    /// <summary>Shown joined to the end of the box, such as a unit.</summary>
    public string? Suffix { get; set; }

    /// <inheritdoc/>
    protected override IHtmlContent Control()
    {
        var plain = Type is "email" or "tel" or "url";
        var input = Html.Of($"<input class=\"govuk-input{WidthClass}{ErrorClass("govuk-input")}\" id=\"{Id}\" name=\"{FullName}\" type=\"{Type}\"{Html.Attribute("value", Shown())}{Html.Attribute("autocomplete", Autocomplete ?? (Type == "email" ? "email" : null))}{Html.Attribute("inputmode", Inputmode)}{Html.Attribute("spellcheck", (Spellcheck ?? (plain ? false : null))?.ToString().ToLowerInvariant())}{Html.Attribute("autocapitalize", plain ? "none" : null)}{Html.Attribute("aria-describedby", DescribedBy)}{Html.Attribute("aria-invalid", Errors.Count > 0 ? "true" : null)}{Extra}>");
        return Prefix is null && Suffix is null ? input : Html.Of(
            $"<div class=\"govuk-input__wrapper\">{Html.If(Prefix is not null, $"<div class=\"govuk-input__prefix\" aria-hidden=\"true\">{Prefix}</div>")}{input}{Html.If(Suffix is not null, $"<div class=\"govuk-input__suffix\" aria-hidden=\"true\">{Suffix}</div>")}</div>");
    }

    private string WidthClass => Width switch
    {
        "full" => "",
        "one-half" or "two-thirds" or "one-third" => $" govuk-!-width-{Width}",
        _ => $" govuk-input--width-{Width}",
    };
}

/// <summary>A whole number; with <c>decimals</c> also fractions: <c>&lt;number-field for="People" suffix="people" /&gt;</c>.</summary>
[HtmlTargetElement("number-field")]
public sealed class NumberFieldTagHelper : TextFieldTagHelper
{
    /// <summary>Whether fractions may be written.</summary>
    public bool Decimals { get; set; }

    /// <inheritdoc/>
    public override Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        Width = Width == "full" ? "5" : Width;
        Inputmode ??= Decimals ? "decimal" : "numeric";
        Spellcheck ??= false;
        return base.ProcessAsync(context, output);
    }
}

/// <summary>An amount of money as people write it; bind to <c>[BindMoney] decimal?</c>: <c>&lt;money-field for="Amount" /&gt;</c>.</summary>
[HtmlTargetElement("money-field")]
public sealed class MoneyFieldTagHelper : TextFieldTagHelper
{
    /// <summary>ISO 4217 code; the portal's unless given.</summary>
    public string? Currency { get; set; }

    /// <inheritdoc/>
    public override Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        Currency ??= Service<IOptions<PortalOptions>>().Value.Currency;
        Width = Width == "full" ? "10" : Width;
        Inputmode ??= "decimal";
        Spellcheck ??= false;
        Prefix ??= Currency switch { "GBP" => "£", "EUR" => "€", "USD" => "$", "CAD" => "CA$", _ => Currency };
        return base.ProcessAsync(context, output);
    }

    /// <inheritdoc/>
    protected override string? Format(object model) => model switch
    {
        Money money => Plain(money.Amount),
        decimal amount => Plain(amount),
        long minor => Plain(Money.FromMinor(minor, Currency!).Amount),
        _ => base.Format(model),
    };

    private string Plain(decimal amount) =>
        amount.ToString("N" + (amount == decimal.Truncate(amount) ? 0 : Money.DigitsOf(Currency!)), System.Globalization.CultureInfo.CurrentCulture);
}

/// <summary>A password, with a button to look at it; what was typed is never sent back: <c>&lt;password-field for="Password" autocomplete="new-password" /&gt;</c>.</summary>
[HtmlTargetElement("password-field")]
public sealed class PasswordFieldTagHelper : FieldTagHelper
{
    /// <summary>current-password or new-password.</summary>
    public string Autocomplete { get; set; } = "current-password";

    /// <inheritdoc/>
    protected override string GroupClass => "govuk-password-input";

    /// <inheritdoc/>
    protected override IEnumerable<(string Name, string Value)> GroupAttributes() =>
    [
        ("data-module", "govuk-password-input"),
        ("data-i18n.show-password", T["Show"]),
        ("data-i18n.hide-password", T["Hide"]),
        ("data-i18n.show-password-aria-label", T["Show what you typed"]),
        ("data-i18n.hide-password-aria-label", T["Hide what you typed"]),
        ("data-i18n.password-shown-announcement", T["Your password is visible"]),
        ("data-i18n.password-hidden-announcement", T["Your password is hidden"]),
    ];

    /// <inheritdoc/>
    protected override IHtmlContent Control() => Html.Of(
        $"<div class=\"govuk-input__wrapper govuk-password-input__wrapper\"><input class=\"govuk-input govuk-password-input__input govuk-js-password-input-input{ErrorClass("govuk-input")}\" id=\"{Id}\" name=\"{FullName}\" type=\"password\" spellcheck=\"false\" autocapitalize=\"none\" autocomplete=\"{Autocomplete}\"{Html.Attribute("aria-describedby", DescribedBy)}{Html.Attribute("aria-invalid", Errors.Count > 0 ? "true" : null)}{Extra}><button type=\"button\" class=\"govuk-button govuk-button--secondary govuk-password-input__toggle govuk-js-password-input-toggle\" data-module=\"govuk-button\" aria-controls=\"{Id}\" aria-label=\"{T["Show what you typed"]}\" hidden>{T["Show"]}</button></div>");
}

/// <summary>
/// Several lines of text, with a count that is the same here and on the server and never cuts:
/// <c>&lt;textarea-field for="Summary" rows="8" word-limit="300" /&gt;</c>.
/// </summary>
[HtmlTargetElement("textarea-field")]
public sealed class TextareaFieldTagHelper : FieldTagHelper
{
    /// <summary>Lines shown.</summary>
    public int Rows { get; set; } = 6;

    /// <summary>The most words accepted; the server counts with <c>WordCount.Of</c>.</summary>
    public int? WordLimit { get; set; }

    /// <summary>The most characters accepted; the server counts with <c>WordCount.CharactersOf</c>.</summary>
    public int? CharacterLimit { get; set; }

    private int? Limit => WordLimit ?? CharacterLimit;

    /// <inheritdoc/>
    protected override string GroupClass => Limit is null ? "" : "govuk-character-count";

    /// <inheritdoc/>
    protected override IEnumerable<(string Name, string Value)> GroupAttributes() => Limit is not { } limit ? [] :
    [
        ("data-script", "word-count"),
        ("data-limit", limit.ToString(System.Globalization.CultureInfo.InvariantCulture)),
        ("data-count-by", WordLimit is null ? "characters" : "words"),
        ("data-within", WordLimit is null ? T["{0} of {1} characters"].Value : T["{0} of {1} words"].Value),
        ("data-over", WordLimit is null ? T["{0} of {1} characters: {2} too many"].Value : T["{0} of {1} words: {2} too many"].Value),
    ];

    /// <inheritdoc/>
    protected override IEnumerable<string> Describing() => Limit is null ? base.Describing() : base.Describing().Append($"{Id}-count");

    /// <inheritdoc/>
    protected override IHtmlContent Control() => Html.Of(
        $"<textarea class=\"govuk-textarea{ErrorClass("govuk-textarea")}\" id=\"{Id}\" name=\"{FullName}\" rows=\"{Rows}\"{Html.Attribute("aria-describedby", DescribedBy)}{Html.Attribute("aria-invalid", Errors.Count > 0 ? "true" : null)}{Extra}>\n{Shown()}</textarea>{Html.If(Limit is not null, $"<div id=\"{Id}-count\" class=\"govuk-hint govuk-character-count__message\" data-count-shown>{(WordLimit is { } words ? T["You can write up to {0} words", words] : T["You can write up to {0} characters", CharacterLimit ?? 0])}</div><div class=\"govuk-visually-hidden\" aria-live=\"polite\" data-count-spoken></div>")}");
}

/// <summary>A file to upload: <c>&lt;file-field for="Document" accept=".pdf,.docx" /&gt;</c>; files already there go between the tags.</summary>
[HtmlTargetElement("file-field")]
public sealed class FileFieldTagHelper : FieldTagHelper
{
    /// <summary>Kinds of file offered first; the server decides by content.</summary>
    public string? Accept { get; set; }

    /// <summary>Whether several may be chosen at once.</summary>
    public bool Multiple { get; set; }

    /// <inheritdoc/>
    protected override IHtmlContent Control() => Html.Of(
        $"<input class=\"govuk-file-upload{ErrorClass("govuk-file-upload")}\" id=\"{Id}\" name=\"{FullName}\" type=\"file\"{Html.Attribute("accept", Accept)}{Html.Attribute("multiple", Multiple ? "" : null)}{Html.Attribute("aria-describedby", DescribedBy)}{Extra}>");
}
