using GrantsPortal.Web.Shared.Forms;
using GrantsPortal.Web.Shared.Languages;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace GrantsPortal.Web.Shared.TagHelpers;

/// <summary>Every form that changes something leaves checking to the server (novalidate) and carries the anti-forgery token, also with a plain <c>action</c>.</summary>
[HtmlTargetElement("form", Attributes = "[method=post]")]
public sealed class PostFormTagHelper(IAntiforgery antiforgery) : TagHelper
{
    /// <summary>The view this stands in.</summary>
    [HtmlAttributeNotBound, ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (!output.Attributes.ContainsName("novalidate"))
        {
            output.Attributes.SetAttribute(new TagHelperAttribute("novalidate"));
        }

        // MVC's own helper leaves the token out when the action is written as an address; two tokens would be refused.
        if (!context.AllAttributes.ContainsName("asp-antiforgery") && !output.PostContent.GetContent().Contains("__RequestVerificationToken", StringComparison.Ordinal))
        {
            output.PostContent.AppendHtml(antiforgery.GetHtml(ViewContext.HttpContext));
        }
    }
}

/// <summary>A button that sends the form once, however often it is pressed: <c>&lt;submit-button&gt;Save and continue&lt;/submit-button&gt;</c>.</summary>
[HtmlTargetElement("submit-button")]
public sealed class SubmitButtonTagHelper : TagHelper
{
    /// <summary>secondary, warning or link; the main button unless given.</summary>
    public string? Kind { get; set; }

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "button";
        output.TagMode = TagMode.StartTagAndEndTag;
        var own = output.Attributes["class"]?.Value?.ToString();
        var look = Kind switch { null => "govuk-button", "link" => "button-link", _ => $"govuk-button govuk-button--{Kind}" };
        output.Attributes.SetAttribute("class", own is null ? look : $"{look} {own}");
        output.Attributes.SetAttribute("type", "submit");
        output.Attributes.SetAttribute("data-module", "govuk-button");
        output.Attributes.SetAttribute("data-prevent-double-click", "true");
    }
}

/// <summary>
/// What is wrong with the form, each line leading to its field. The layout places it on top of the page's content; a page
/// that wants it elsewhere writes <c>&lt;error-summary /&gt;</c> itself.
/// </summary>
[HtmlTargetElement("error-summary", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ErrorSummaryTagHelper(IStringLocalizer<Texts> texts, FieldRegister fields) : TagHelper
{
    /// <summary>The view this stands in.</summary>
    [HtmlAttributeNotBound, ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    /// <summary>Set by the layout: show it only when the page did not place one, and not for an address that could not be read.</summary>
    public bool Fallback { get; set; }

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        var reading = HttpMethods.IsGet(ViewContext.HttpContext.Request.Method) || HttpMethods.IsHead(ViewContext.HttpContext.Request.Method);
        if (Fallback && (fields.SummaryPlaced || reading))
        {
            return;
        }

        fields.SummaryPlaced = true;
        var state = ViewContext.ModelState;
        output.Content.SetHtmlContent(new Html.Late(() => Summary(state)));
    }

    private IHtmlContent Summary(ModelStateDictionary state)
    {
        var places = fields.Fields.Select((field, place) => (field, place)).ToDictionary(f => f.field.Name, f => (f.field.Id, f.place), StringComparer.OrdinalIgnoreCase);
        var lines = state.Where(entry => entry.Value?.Errors.Count > 0)
            .Select(entry => (entry.Value!.Errors, Place: places.TryGetValue(entry.Key, out var known) ? known : (Id: null!, place: int.MaxValue)))
            .OrderBy(line => line.Place.place)
            .SelectMany(line => line.Errors.Select(error => (line.Place.Id, Text: error.ErrorMessage.Length > 0 ? error.ErrorMessage : texts["This cannot be read: check it and try again"].Value)))
            .Distinct().ToList();
        return lines.Count == 0 ? Html.None : Html.Of(
            $"<div class=\"govuk-error-summary\" data-module=\"govuk-error-summary\"><div role=\"alert\"><h2 class=\"govuk-error-summary__title\">{texts["There is a problem"]}</h2><div class=\"govuk-error-summary__body\"><ul class=\"govuk-list govuk-error-summary__list\">{Html.Join(lines.Select(line => line.Id is null ? Html.Of($"<li>{line.Text}</li>") : Html.Of($"<li><a href=\"#{line.Id}\">{line.Text}</a></li>")))}</ul></div></div></div>");
    }
}
