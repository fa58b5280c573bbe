using GrantsPortal.Platform;

namespace GrantsPortal.Organisations.Members;

/// <summary>
/// Who may do what with an organisation's members: Owners look after them, everybody may leave, and the last Owner
/// stays until there is another.
/// </summary>
public static class MemberRules
{
    /// <summary>Whether a role may invite, answer requests, change roles and remove: refused with <c>member.owners-only</c>.</summary>
    public static Outcome Manage(MemberRole by) => by == MemberRole.Owner ? Outcome.Ok : new Refusal("member.owners-only");

    /// <summary>Gives a member another role. <paramref name="otherOwners"/> are those besides the member who can sign in.</summary>
    public static Outcome ChangeRole(MemberRole by, MemberRole from, MemberRole to, int otherOwners) =>
        by != MemberRole.Owner ? new Refusal("member.owners-only")
        : from == to ? new Refusal("member.same-role")
        : from == MemberRole.Owner && otherOwners == 0 ? new Refusal("member.last-owner")
        : Outcome.Ok;

    /// <summary>Removes another member.</summary>
    public static Outcome Remove(MemberRole by, MemberRole of, int otherOwners) =>
        by != MemberRole.Owner ? new Refusal("member.owners-only")
        : Leave(of, otherOwners);

    /// <summary>Leaves the organisation.</summary>
    public static Outcome Leave(MemberRole role, int otherOwners) =>
        role == MemberRole.Owner && otherOwners == 0 ? new Refusal("member.last-owner") : Outcome.Ok;
}
