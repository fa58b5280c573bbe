using System.Collections;
using GrantsPortal.Web.Shared.Forms;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace GrantsPortal.Web.Shared.TagHelpers;

/// <summary>What fields with given choices share.</summary>
public abstract class ChoiceFieldTagHelper : FieldTagHelper
{
    /// <summary>The choices.</summary>
    public IEnumerable<FieldItem> Items { get; set; } = [];

    /// <summary>The values that are chosen: as typed, else as the model has them.</summary>
    protected HashSet<string> Chosen()
    {
        if (ViewContext.ModelState.TryGetValue(FullName, out var entry) && entry.RawValue is not null)
        {
            return entry.RawValue switch
            {
                string[] several => [.. several],
                var one => [one.ToString() ?? ""],
            };
        }

        return (For?.Model ?? Value) switch
        {
            null => [],
            string one => [one],
            bool yes => [yes ? "true" : "false"],
            IEnumerable several => [.. several.Cast<object?>().Select(v => v?.ToString() ?? "")],
            var one => [one.ToString() ?? ""],
        };
    }
}

/// <summary>One of many: <c>&lt;select-field for="FundId" items="Model.Funds" empty="Choose a fund" /&gt;</c>.</summary>
[HtmlTargetElement("select-field")]
public sealed class SelectFieldTagHelper : ChoiceFieldTagHelper
{
    /// <summary>Words of the first, empty choice; none unless given.</summary>
    public string? Empty { get; set; }

    /// <summary>HTML autocomplete token.</summary>
    public string? Autocomplete { get; set; }

    /// <inheritdoc/>
    protected override IHtmlContent Control()
    {
        var chosen = Chosen();
        IHtmlContent Option(FieldItem item) => Html.Of(
            $"<option value=\"{item.Value}\"{Html.Attribute("selected", chosen.Contains(item.Value) ? "" : null)}{Html.Attribute("disabled", item.Disabled ? "" : null)}>{item.Text}</option>");
        var options = Html.Join(Items.GroupBy(item => item.Group).Select(group => group.Key is null
            ? Html.Join(group.Select(Option))
            : Html.Of($"<optgroup label=\"{group.Key}\">{Html.Join(group.Select(Option))}</optgroup>")));
        return Html.Of(
            $"<select class=\"govuk-select{ErrorClass("govuk-select")}\" id=\"{Id}\" name=\"{FullName}\"{Html.Attribute("autocomplete", Autocomplete)}{Html.Attribute("aria-describedby", DescribedBy)}{Html.Attribute("aria-invalid", Errors.Count > 0 ? "true" : null)}{Extra}>{Html.If(Empty is not null, $"<option value=\"\">{Empty}</option>")}{options}</select>");
    }
}

/// <summary>One of a few: <c>&lt;radios-field for="Answer" items="Model.Answers" inline="true" /&gt;</c>.</summary>
[HtmlTargetElement("radios-field")]
public sealed class RadiosFieldTagHelper : ChoiceFieldTagHelper
{
    /// <summary>Side by side, for two short choices.</summary>
    public bool Inline { get; set; }

    /// <summary>Smaller, for staff's desks.</summary>
    public bool Small { get; set; }

    /// <inheritdoc/>
    protected override IHtmlContent Body(IHtmlContent inside) => InFieldset(inside);

    /// <inheritdoc/>
    protected override IHtmlContent Control()
    {
        var chosen = Chosen();
        return Html.Of($"<div class=\"govuk-radios{(Inline ? " govuk-radios--inline" : "")}{(Small ? " govuk-radios--small" : "")}\" data-module=\"govuk-radios\">{Html.Join(Items.Select((item, i) => Item(item, i == 0 ? Id : $"{Id}-{i + 1}", chosen)))}</div>");
    }

    private IHtmlContent Item(FieldItem item, string id, HashSet<string> chosen) => Html.Of(
        $"<div class=\"govuk-radios__item\"><input class=\"govuk-radios__input\" id=\"{id}\" name=\"{FullName}\" type=\"radio\" value=\"{item.Value}\"{Html.Attribute("checked", chosen.Contains(item.Value) ? "" : null)}{Html.Attribute("disabled", item.Disabled ? "" : null)}{Html.Attribute("aria-describedby", item.Hint is null ? null : $"{id}-item-hint")}{Extra}><label class=\"govuk-label govuk-radios__label\" for=\"{id}\">{item.Text}</label>{Html.If(item.Hint is not null, $"<div id=\"{id}-item-hint\" class=\"govuk-hint govuk-radios__hint\">{item.Hint}</div>")}</div>");
}

/// <summary>Any of several, bound to a list of strings: <c>&lt;checkboxes-field for="Themes" items="Model.Themes" /&gt;</c>.</summary>
[HtmlTargetElement("checkboxes-field")]
public sealed class CheckboxesFieldTagHelper : ChoiceFieldTagHelper
{
    /// <summary>Smaller, for staff's desks.</summary>
    public bool Small { get; set; }

    /// <inheritdoc/>
    protected override IHtmlContent Body(IHtmlContent inside) => InFieldset(inside);

    /// <inheritdoc/>
    protected override IHtmlContent Control()
    {
        var chosen = Chosen();
        return Html.Of($"<div class=\"govuk-checkboxes{(Small ? " govuk-checkboxes--small" : "")}\" data-module=\"govuk-checkboxes\">{Html.Join(Items.Select((item, i) => Item(item, i == 0 ? Id : $"{Id}-{i + 1}", chosen)))}</div>");
    }

    private IHtmlContent Item(FieldItem item, string id, HashSet<string> chosen) => Html.Of(
        $"<div class=\"govuk-checkboxes__item\"><input class=\"govuk-checkboxes__input\" id=\"{id}\" name=\"{FullName}\" type=\"checkbox\" value=\"{item.Value}\"{Html.Attribute("checked", chosen.Contains(item.Value) ? "" : null)}{Html.Attribute("disabled", item.Disabled ? "" : null)}{Html.Attribute("aria-describedby", item.Hint is null ? null : $"{id}-item-hint")}{Extra}><label class=\"govuk-label govuk-checkboxes__label\" for=\"{id}\">{item.Text}</label>{Html.If(item.Hint is not null, $"<div id=\"{id}-item-hint\" class=\"govuk-hint govuk-checkboxes__hint\">{item.Hint}</div>")}</div>");
}

/// <summary>Yes or not, bound to a bool; the label is the sentence agreed to: <c>&lt;checkbox-field for="Agreed" label="…" /&gt;</c>.</summary>
[HtmlTargetElement("checkbox-field")]
public sealed class CheckboxFieldTagHelper : FieldTagHelper
{
    /// <summary>Smaller, for staff's desks.</summary>
    public bool Small { get; set; }

    /// <inheritdoc/>
    protected override IHtmlContent Body(IHtmlContent inside) => Html.Join([inside, Html.If(Errors.Count > 0, $"{HintAndError()}"), Control()]);

    /// <inheritdoc/>
    protected override IHtmlContent Control()
    {
        // The hidden "false" that follows a box comes back with it: "true,false".
        var on = Shown() is { } typed && typed.Split(',')[0].Equals("true", StringComparison.OrdinalIgnoreCase);
        var hint = Html.If(Hint is not null && Errors.Count == 0, $"<div id=\"{Id}-hint\" class=\"govuk-hint govuk-checkboxes__hint\">{Hint}</div>");
        return Html.Of($"<div class=\"govuk-checkboxes{(Small ? " govuk-checkboxes--small" : "")}\" data-module=\"govuk-checkboxes\"><div class=\"govuk-checkboxes__item\"><input class=\"govuk-checkboxes__input\" id=\"{Id}\" name=\"{FullName}\" type=\"checkbox\" value=\"true\"{Html.Attribute("checked", on ? "" : null)}{Html.Attribute("aria-describedby", DescribedBy)}{Extra}><label class=\"govuk-label govuk-checkboxes__label\" for=\"{Id}\">{LabelText}</label>{hint}</div></div><input name=\"{FullName}\" type=\"hidden\" value=\"false\">");
    }
}
