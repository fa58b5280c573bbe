namespace GrantsPortal.Web.Shared.Forms;

/// <summary>One choice of a select, of radios or of checkboxes; its texts are already in the reader's language.</summary>
/// <param name="Value">What the form sends.</param>
/// <param name="Text">What the person reads.</param>
/// <param name="Hint">A line below it, when it needs one.</param>
public sealed record FieldItem(string Value, string Text, string? Hint = null)
{
    /// <summary>Shown but not to be chosen.</summary>
    public bool Disabled { get; init; }

    /// <summary>The heading a select shows it under.</summary>
    public string? Group { get; init; }
}
