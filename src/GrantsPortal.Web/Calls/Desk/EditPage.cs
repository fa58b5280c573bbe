using GrantsPortal.Web.Shared.Conflicts;

namespace GrantsPortal.Web.Calls.Desk;

/// <summary>A page that edits a part of a call.</summary>
public sealed record EditPage<TForm>(DeskCall Desk, TForm Form)
    where TForm : EditForm
{
    /// <summary>What somebody else changed meanwhile.</summary>
    public ConflictView? Conflict { get; init; }
}
