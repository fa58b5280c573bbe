using GrantsPortal.Web.Shared.Forms;
using GrantsPortal.Web.Shared.Languages;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace GrantsPortal.Web.Shared.TagHelpers;

/// <summary>
/// What every form control shares: its name and value from the model, label, hint, error, and its place in the error
/// summary. Attributes a helper does not know go to the control; <c>class</c> goes to the group around it.
/// What stands between the tags is shown between hint and control.
/// </summary>
public abstract class FieldTagHelper : TagHelper
{
    /// <summary>The view this stands in.</summary>
    [HtmlAttributeNotBound, ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    /// <summary>The model's property.</summary>
    public ModelExpression? For { get; set; }

    /// <summary>The field's name where there is no property, as on a form whose questions are data.</summary>
    public string? Name { get; set; }

    /// <summary>The value to show where there is no property.</summary>
    public object? Value { get; set; }

    /// <summary>What is asked, in the reader's language; the property's display name unless given.</summary>
    public string? Label { get; set; }

    /// <summary>How to answer, in the reader's language.</summary>
    public string? Hint { get; set; }

    /// <summary>Says "(optional)" beside the label.</summary>
    public bool Optional { get; set; }

    /// <summary>Size of the label: s, m, l or xl; plain unless given.</summary>
    public string? Size { get; set; }

    /// <summary>The label is the page's heading (h1).</summary>
    public bool Heading { get; set; }

    /// <summary>Keeps the label for screen readers alone, as in a row of filters that explains itself.</summary>
    public bool HideLabel { get; set; }

    /// <summary>The localiser.</summary>
    protected IStringLocalizer<Texts> T => Service<IStringLocalizer<Texts>>();

    /// <summary>The name the form sends.</summary>
    protected string FullName => Name ?? ViewContext.ViewData.TemplateInfo.GetFullHtmlFieldName(For?.Name ?? throw new InvalidOperationException("A field needs for or name."));

    /// <summary>The control's id.</summary>
    protected string Id => IdOf(FullName);

    /// <summary>What was asked.</summary>
    protected string LabelText => Label ?? (For?.Metadata.DisplayName is { } name ? T[name] : FullName);

    /// <summary>The errors at this field.</summary>
    protected IReadOnlyList<string> Errors { get; private set; } = [];

    /// <summary>Ids of what describes the control; null when nothing does.</summary>
    protected string? DescribedBy { get; private set; }

    /// <summary>Attributes for the control that no helper knows.</summary>
    protected IHtmlContent Extra { get; private set; } = Html.None;

    /// <inheritdoc/>
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var inside = await output.GetChildContentAsync();
        Service<FieldRegister>().Add(FullName, FocusId);
        Errors = ErrorsOf(FullName);
        DescribedBy = string.Join(' ', Describing()) is { Length: > 0 } ids ? ids : null;
        var group = (output.Attributes["class"]?.Value?.ToString() + " " + GroupClass).Trim();
        Extra = Html.Join(output.Attributes.Where(a => a.Name != "class").Select(a => Html.Attribute(a.Name, a.Value)));

        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.Clear();
        output.Attributes.SetAttribute("class", $"govuk-form-group {group}{(Errors.Count > 0 ? " govuk-form-group--error" : "")}".Replace("  ", " ", StringComparison.Ordinal).TrimEnd());
        foreach (var (name, value) in GroupAttributes())
        {
            output.Attributes.SetAttribute(name, value);
        }

        output.Content.SetHtmlContent(Body(inside));
    }

    /// <summary>The id that takes the focus from the error summary.</summary>
    protected virtual string FocusId => Id;

    /// <summary>Classes of the group around the control.</summary>
    protected virtual string GroupClass => "";

    /// <summary>Attributes of the group around the control.</summary>
    protected virtual IEnumerable<(string Name, string Value)> GroupAttributes() => [];

    /// <summary>The control itself.</summary>
    protected abstract IHtmlContent Control();

    /// <summary>Ids of what describes the control, in reading order.</summary>
    protected virtual IEnumerable<string> Describing()
    {
        if (Hint is not null)
        {
            yield return $"{Id}-hint";
        }

        if (Errors.Count > 0)
        {
            yield return $"{Id}-error";
        }
    }

    /// <summary>Label, hint, error, then the control; helpers with a fieldset wrap them.</summary>
    protected virtual IHtmlContent Body(IHtmlContent inside)
    {
        var label = Html.Of($"<label class=\"govuk-label{LabelClass("govuk-label")}\" for=\"{Id}\">{LabelText}{OptionalMark()}</label>");
        return Html.Join([Heading ? Html.Of($"<h1 class=\"govuk-label-wrapper\">{label}</h1>") : label, HintAndError(), inside, Control()]);
    }

    /// <summary>The same inside a fieldset, for controls of several parts.</summary>
    protected IHtmlContent InFieldset(IHtmlContent inside)
    {
        IHtmlContent legend = Html.Of($"{LabelText}{OptionalMark()}");
        legend = Heading ? Html.Of($"<h1 class=\"govuk-fieldset__heading\">{legend}</h1>") : legend;
        return Html.Of($"<fieldset class=\"govuk-fieldset\"{Html.Attribute("aria-describedby", DescribedBy)}><legend class=\"govuk-fieldset__legend{LabelClass("govuk-fieldset__legend")}\">{legend}</legend>{HintAndError()}{inside}{Control()}</fieldset>");
    }

    /// <summary>Hint and error as they stand above a control.</summary>
    protected IHtmlContent HintAndError() => Html.Join(
    [
        Html.If(Hint is not null, $"<div id=\"{Id}-hint\" class=\"govuk-hint\">{Hint}</div>"),
        Html.If(Errors.Count > 0, $"<p id=\"{Id}-error\" class=\"govuk-error-message\"><span class=\"govuk-visually-hidden\">{T["Error:"]}</span> {string.Join(" ", Errors)}</p>"),
    ]);

    /// <summary>What to show in the control: what was typed, else the model's value.</summary>
    protected string? Shown(string? name = null, Func<object?>? value = null)
    {
        var key = name ?? FullName;
        if (ViewContext.ModelState.TryGetValue(key, out var entry) && entry.AttemptedValue is { } typed)
        {
            return typed;
        }

        var model = value is null ? For?.Model ?? Value : value();
        return model is null ? null : Format(model);
    }

    /// <summary>A model value as the control shows it.</summary>
    protected virtual string? Format(object model) => Convert.ToString(model, System.Globalization.CultureInfo.CurrentCulture);

    /// <summary>The errors of a name, in the words of the model state.</summary>
    protected IReadOnlyList<string> ErrorsOf(string name) =>
        ViewContext.ModelState.TryGetValue(name, out var entry)
            ? [.. entry.Errors.Select(Sentence).Distinct()]
            : [];

    /// <summary>A service of the request.</summary>
    protected TService Service<TService>() where TService : notnull => ViewContext.HttpContext.RequestServices.GetRequiredService<TService>();

    /// <summary>The id made from a name.</summary>
    protected static string IdOf(string name) => TagBuilder.CreateSanitizedId(name, "_") ?? name;

    /// <summary>The classes an input takes in an error state.</summary>
    protected string ErrorClass(string block) => Errors.Count > 0 ? $" {block}--error" : "";

    private string Sentence(ModelError error) => error.ErrorMessage.Length > 0 ? error.ErrorMessage : T["This cannot be read: check it and try again"];

    private string LabelClass(string block) => (Size is null ? "" : $" {block}--{Size}") + (HideLabel ? " govuk-visually-hidden" : "");

    private IHtmlContent OptionalMark() => Html.If(Optional, $" <span class=\"field-optional\">{T["(optional)"]}</span>");
}
