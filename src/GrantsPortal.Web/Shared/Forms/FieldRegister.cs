namespace GrantsPortal.Web.Shared.Forms;

/// <summary>The fields a page has shown so far, in reading order, so that the error summary leads to each. One per request.</summary>
public sealed class FieldRegister
{
    private readonly List<(string Name, string Id)> _fields = [];

    /// <summary>Whether the page has placed its error summary itself.</summary>
    public bool SummaryPlaced { get; set; }

    /// <summary>The fields by name, with the id of the control that takes the focus.</summary>
    public IReadOnlyList<(string Name, string Id)> Fields => _fields;

    /// <summary>Notes a field; the first of a name wins.</summary>
    public void Add(string name, string id)
    {
        if (!_fields.Exists(f => string.Equals(f.Name, name, StringComparison.OrdinalIgnoreCase)))
        {
            _fields.Add((name, id));
        }
    }
}
