namespace GrantsPortal.Web.Shared.Languages;

/// <summary>Names the portal's one set of texts: inject <c>IStringLocalizer&lt;Texts&gt;</c>; the English sentence is the key.</summary>
public sealed class Texts;
