using GrantsPortal.Platform;
using GrantsPortal.Web.Shared.Languages;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace GrantsPortal.Web.Calls;

/// <summary>A refusal as its sentence: <c>&lt;refusal-text value="why" /&gt;</c>.</summary>
[HtmlTargetElement("refusal-text", TagStructure = TagStructure.WithoutEndTag)]
public sealed class RefusalTagHelper(Sentences sentences) : TagHelper
{
    /// <summary>The refusal.</summary>
    public Refusal? Value { get; set; }

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        output.Content.SetContent(Value is null ? "" : sentences.Say(Value));
    }
}
