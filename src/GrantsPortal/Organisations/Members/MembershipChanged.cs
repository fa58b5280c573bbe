using GrantsPortal.Platform.Mail;

namespace GrantsPortal.Organisations.Members;

/// <summary>What happened to a membership.</summary>
public enum MemberChange
{
    /// <summary>The person became a member.</summary>
    Joined,

    /// <summary>The person has another role.</summary>
    Role,

    /// <summary>An Owner removed the person.</summary>
    Removed,

    /// <summary>The person left.</summary>
    Left,
}

/// <summary>Tells a person what happened to their own membership.</summary>
/// <param name="Organisation">The organisation's name.</param>
/// <param name="Change">Name of a <see cref="MemberChange"/>.</param>
/// <param name="Role">The role it is about.</param>
/// <param name="By">Name of who did it; empty for the person themself or the portal.</param>
/// <param name="Path">Where the organisation is.</param>
public sealed record MembershipChanged(string Organisation, string Change, string Role, string By, string Path) : Message
{
    /// <summary>For the preview.</summary>
    public static MembershipChanged Sample { get; } = new("Riverside Youth Forum", "Role", "Editor", "Amina Yusuf", "/my/organisation/riverside-youth-forum");

    /// <inheritdoc/>
    public override MessageKind Kind => MessageKind.Account;
}

/// <summary>Tells an Owner that the organisation's members changed.</summary>
/// <param name="Organisation">The organisation's name.</param>
/// <param name="Who">The member it is about.</param>
/// <param name="Change">Name of a <see cref="MemberChange"/>.</param>
/// <param name="Role">The role it is about.</param>
/// <param name="By">Name of who did it; empty for the member themself or the portal.</param>
/// <param name="Path">Where the members are.</param>
public sealed record MembersChanged(string Organisation, string Who, string Change, string Role, string By, string Path) : Message
{
    /// <summary>For the preview.</summary>
    public static MembersChanged Sample { get; } = new("Riverside Youth Forum", "Jonas Keller", "Joined", "Editor", "", "/my/organisation/riverside-youth-forum/members");
}
