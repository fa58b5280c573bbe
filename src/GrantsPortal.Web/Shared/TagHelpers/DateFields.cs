using System.Globalization;
using GrantsPortal.Web.Shared.Forms;
using GrantsPortal.Web.Shared.Languages;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace GrantsPortal.Web.Shared.TagHelpers;

/// <summary>A date in three boxes, bound to <c>DateOnly?</c>: <c>&lt;date-field for="Opens" label="…" /&gt;</c>.</summary>
[HtmlTargetElement("date-field")]
public class DateFieldTagHelper : FieldTagHelper
{
    /// <summary>"bday" for somebody's birthday; nothing otherwise.</summary>
    public string? Autocomplete { get; set; }

    /// <inheritdoc/>
    protected override string FocusId => $"{Id}_Day";

    /// <summary>The date to show when nothing was typed.</summary>
    protected virtual DateOnly? Date => (For?.Model ?? Value) as DateOnly?;

    /// <inheritdoc/>
    protected override IHtmlContent Body(IHtmlContent inside) => InFieldset(inside);

    /// <inheritdoc/>
    protected override IHtmlContent Control() => Html.Of(
        $"<div class=\"govuk-date-input\" id=\"{Id}\">{Box("Day", T["Day"], 2, Date?.Day)}{Box("Month", T["Month"], 2, Date?.Month)}{Box("Year", T["Year"], 4, Date?.Year)}</div>");

    private IHtmlContent Box(string part, string label, int width, int? value) => Html.Of(
        $"<div class=\"govuk-date-input__item\"><div class=\"govuk-form-group\"><label class=\"govuk-label govuk-date-input__label\" for=\"{Id}_{part}\">{label}</label><input class=\"govuk-input govuk-date-input__input govuk-input--width-{width}{ErrorClass("govuk-input")}\" id=\"{Id}_{part}\" name=\"{FullName}.{part}\" type=\"text\" inputmode=\"numeric\"{Html.Attribute("autocomplete", Autocomplete is null ? null : $"{Autocomplete}-{part.ToLowerInvariant()}")}{Html.Attribute("value", Shown($"{FullName}.{part}", () => value?.ToString(CultureInfo.InvariantCulture)))}{Html.Attribute("aria-invalid", Errors.Count > 0 ? "true" : null)}{Extra}></div></div>");
}

/// <summary>A date and time on the city's clock, the zone named beside it, bound to <see cref="LocalInstantInput"/>: <c>&lt;instant-field for="Closes" /&gt;</c>.</summary>
[HtmlTargetElement("instant-field")]
public sealed class InstantFieldTagHelper : DateFieldTagHelper
{
    /// <inheritdoc/>
    protected override DateOnly? Date => Input?.Date;

    private LocalInstantInput? Input => (For?.Model ?? Value) switch
    {
        LocalInstantInput input => input,
        DateTimeOffset instant => LocalInstantInput.From(instant, Service<Written>().Zone),
        _ => null,
    };

    /// <inheritdoc/>
    protected override IHtmlContent Control() => Html.Of(
        $"<div class=\"instant-input\">{base.Control()}<div class=\"govuk-form-group instant-input__time\"><label class=\"govuk-label govuk-date-input__label\" for=\"{Id}_Time\">{T["Time"]}</label><input class=\"govuk-input govuk-input--width-4{ErrorClass("govuk-input")}\" id=\"{Id}_Time\" name=\"{FullName}.Time\" type=\"text\" inputmode=\"numeric\" aria-describedby=\"{Id}-zone\"{Html.Attribute("value", Shown($"{FullName}.Time", () => Input?.Time.ToString("HH:mm", CultureInfo.InvariantCulture)))}{Html.Attribute("aria-invalid", Errors.Count > 0 ? "true" : null)}></div><span class=\"instant-input__zone\" id=\"{Id}-zone\">{Service<Written>().ZoneName}</span></div>");
}
