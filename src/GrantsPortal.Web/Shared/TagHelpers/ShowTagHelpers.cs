using System.Globalization;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Text;
using GrantsPortal.Web.Shared.Languages;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace GrantsPortal.Web.Shared.TagHelpers;

/// <summary>A state as words on a colour: <c>&lt;state-tag state="Model.State" /&gt;</c>.</summary>
[HtmlTargetElement("state-tag", TagStructure = TagStructure.WithoutEndTag)]
public sealed class StateTagTagHelper(IStringLocalizer<Texts> texts) : TagHelper
{
    /// <summary>The state: an enum value or its name.</summary>
    public object? State { get; set; }

    /// <summary>Words of the reader's language, where the state's usual ones do not fit.</summary>
    public string? Words { get; set; }

    /// <summary>quiet, open, going, waiting, good, bad or done, where the state's usual colour does not fit.</summary>
    public string? Kind { get; set; }

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var name = State?.ToString() ?? "";
        output.TagName = "strong";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", $"govuk-tag tag--{Kind ?? StateWords.KindOf(name)}");
        output.Content.SetContent(Words ?? texts[StateWords.Of(name)]);
    }
}

/// <summary>An instant written out in the city's zone: <c>&lt;instant value="Model.Closes" /&gt;</c>; with <c>short</c> for tables.</summary>
[HtmlTargetElement("instant", TagStructure = TagStructure.WithoutEndTag)]
public sealed class InstantTagHelper(Written written) : TagHelper
{
    /// <summary>The instant; nothing is shown for null.</summary>
    public DateTimeOffset? Value { get; set; }

    /// <summary>Without weekday and zone, for tables.</summary>
    public bool Short { get; set; }

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (Value is not { } instant)
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = "time";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("datetime", instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
        output.Content.SetContent(Short ? written.ShortInstant(instant) : written.Instant(instant));
    }
}

/// <summary>A calendar day: <c>&lt;day value="Model.Starts" /&gt;</c>.</summary>
[HtmlTargetElement("day", TagStructure = TagStructure.WithoutEndTag)]
public sealed class DayTagHelper(Written written) : TagHelper
{
    /// <summary>The day; nothing is shown for null.</summary>
    public DateOnly? Value { get; set; }

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (Value is not { } day)
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = "time";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("datetime", day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        output.Content.SetContent(written.Day(day));
    }
}

/// <summary>An amount: <c>&lt;money amount="12000" currency="GBP" /&gt;</c> in minor units, or <c>&lt;money value="Model.Asked" /&gt;</c>.</summary>
[HtmlTargetElement("money", TagStructure = TagStructure.WithoutEndTag)]
public sealed class MoneyTagHelper(Written written) : TagHelper
{
    /// <summary>The amount in minor units (pence, cents).</summary>
    public long? Amount { get; set; }

    /// <summary>ISO 4217 code; the portal's unless given.</summary>
    public string? Currency { get; set; }

    /// <summary>The amount as a value with its currency.</summary>
    public Money? Value { get; set; }

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var text = Value?.Format() ?? (Amount is { } minor ? written.Amount(minor, Currency) : null);
        if (text is null)
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "figures");
        output.Content.SetContent(text);
    }
}

/// <summary>Markdown that somebody wrote, made safe: <c>&lt;markdown text="@Model.Description" /&gt;</c>.</summary>
[HtmlTargetElement("markdown", TagStructure = TagStructure.WithoutEndTag)]
public sealed class MarkdownTagHelper : TagHelper
{
    /// <summary>The Markdown.</summary>
    public string? Text { get; set; }

    /// <summary>Level of its highest heading.</summary>
    public int TopHeading { get; set; } = 2;

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "prose");
        output.Content.SetHtmlContent(SafeMarkdown.ToHtml(Text, TopHeading));
    }
}

/// <summary>How long is left until a deadline, in words: <c>&lt;time-left until="Model.Closes" /&gt;</c>.</summary>
[HtmlTargetElement("time-left", TagStructure = TagStructure.WithoutEndTag)]
public sealed class TimeLeftTagHelper(Written written, TimeProvider clock, IStringLocalizer<Texts> texts) : TagHelper
{
    /// <summary>The deadline; nothing is shown for null.</summary>
    public DateTimeOffset? Until { get; set; }

    /// <summary>What to say when it has passed; "Closed" unless given.</summary>
    public string? Over { get; set; }

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (Until is not { } until)
        {
            output.SuppressOutput();
            return;
        }

        var left = written.Left(until);
        var mood = left is null ? " time-left--over" : until - clock.GetUtcNow() < TimeSpan.FromDays(7) ? " time-left--soon" : "";
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", $"time-left{mood}");
        output.Content.SetContent(left ?? Over ?? texts["Closed"]);
    }
}

/// <summary>Leads through a list by key: <c>&lt;pager previous="@url" next="@url" /&gt;</c>; nothing without either.</summary>
[HtmlTargetElement("pager", TagStructure = TagStructure.WithoutEndTag)]
public sealed class PagerTagHelper(IStringLocalizer<Texts> texts) : TagHelper
{
    /// <summary>Address of the page before; null on the first.</summary>
    public string? Previous { get; set; }

    /// <summary>Address of the page after; null on the last.</summary>
    public string? Next { get; set; }

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        // An attribute bound to null arrives as an empty text.
        if (string.IsNullOrEmpty(Previous) && string.IsNullOrEmpty(Next))
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = "nav";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "govuk-pagination");
        output.Attributes.SetAttribute("aria-label", texts["Pages of this list"]);
        output.Content.SetHtmlContent(Html.Join(
        [
            Html.If(!string.IsNullOrEmpty(Previous), $"<div class=\"govuk-pagination__prev\"><a class=\"govuk-link govuk-pagination__link\" href=\"{Previous}\" rel=\"prev\"><svg class=\"govuk-pagination__icon govuk-pagination__icon--prev\" xmlns=\"http://www.w3.org/2000/svg\" height=\"13\" width=\"15\" aria-hidden=\"true\" focusable=\"false\" viewBox=\"0 0 15 13\"><path d=\"m6.5938-0.0078125-6.7266 6.7266 6.7441 6.4062 1.377-1.449-4.1856-3.9768h12.896v-2h-12.984l4.2931-4.293-1.414-1.414z\"></path></svg><span class=\"govuk-pagination__link-title\">{texts["Previous page"]}</span></a></div>"),
            Html.If(!string.IsNullOrEmpty(Next), $"<div class=\"govuk-pagination__next\"><a class=\"govuk-link govuk-pagination__link\" href=\"{Next}\" rel=\"next\"><span class=\"govuk-pagination__link-title\">{texts["Next page"]}</span><svg class=\"govuk-pagination__icon govuk-pagination__icon--next\" xmlns=\"http://www.w3.org/2000/svg\" height=\"13\" width=\"15\" aria-hidden=\"true\" focusable=\"false\" viewBox=\"0 0 15 13\"><path d=\"m8.107-0.0078125-1.4136 1.414 4.2926 4.293h-12.986v2h12.896l-4.1855 3.9766 1.377 1.4492 6.7441-6.4062-6.7246-6.7266z\"></path></svg></a></div>"),
        ]));
    }
}

/// <summary>A list of what was answered: <c>&lt;field-summary&gt;&lt;field-row key="…"&gt;…&lt;/field-row&gt;&lt;/field-summary&gt;</c>.</summary>
[HtmlTargetElement("field-summary")]
public sealed class FieldSummaryTagHelper : TagHelper
{
    /// <summary>Without lines between the rows.</summary>
    public bool Plain { get; set; }

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "dl";
        var own = output.Attributes["class"]?.Value?.ToString();
        output.Attributes.SetAttribute("class", $"govuk-summary-list{(Plain ? " govuk-summary-list--no-border" : "")} {own}".TrimEnd());
    }
}

/// <summary>One row of a <c>&lt;field-summary&gt;</c>; a change link is shown when there is an address for it.</summary>
[HtmlTargetElement("field-row", ParentTag = "field-summary")]
public sealed class FieldRowTagHelper(IStringLocalizer<Texts> texts) : TagHelper
{
    /// <summary>What was asked, in the reader's language.</summary>
    public string Key { get; set; } = "";

    /// <summary>The answer as text; what stands between the tags otherwise.</summary>
    public string? Value { get; set; }

    /// <summary>Address of the page that changes it.</summary>
    public string? Change { get; set; }

    /// <inheritdoc/>
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        IHtmlContent answer = Value is null ? await output.GetChildContentAsync() : Html.Of($"{Value}");
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", $"govuk-summary-list__row{(string.IsNullOrEmpty(Change) ? " govuk-summary-list__row--no-actions" : "")}");
        output.Content.SetHtmlContent(Html.Of(
            $"<dt class=\"govuk-summary-list__key\">{Key}</dt><dd class=\"govuk-summary-list__value\">{answer}</dd>{Html.If(!string.IsNullOrEmpty(Change), $"<dd class=\"govuk-summary-list__actions\"><a class=\"govuk-link\" href=\"{Change}\">{texts["Change"]}<span class=\"govuk-visually-hidden\"> {Key}</span></a></dd>")}"));
    }
}
