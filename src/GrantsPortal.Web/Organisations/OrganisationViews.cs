using GrantsPortal.Organisations;
using GrantsPortal.Organisations.Members;
using GrantsPortal.Organisations.Recovery;
using GrantsPortal.Organisations.Signing;
using GrantsPortal.Web.Shared.Conflicts;

namespace GrantsPortal.Web.Organisations;

/// <summary>The page that registers an organisation.</summary>
public sealed record RegisterView(NameForm Form, IReadOnlyList<Twin> Twins);

/// <summary>The page of one organisation, for a member.</summary>
public sealed record ShowView(Organisation Organisation, Membership Me, IReadOnlyList<Member> Members, OwnershipRecovery? Recovery, StandingRule Signing);

/// <summary>A page that edits a part of an organisation's details.</summary>
public sealed record EditView<TForm>(Organisation Organisation, Membership Me, TForm Form)
    where TForm : DetailsForm
{
    /// <summary>What somebody else saved meanwhile; null when nobody did.</summary>
    public ConflictView? Conflict { get; init; }

    /// <summary>Whether this is a step of registering, which goes on to the next.</summary>
    public bool First { get; init; }
}
