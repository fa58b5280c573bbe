using GrantsPortal.Platform.Mail;

namespace GrantsPortal.Organisations.Invitations;

/// <summary>Invites an address to an organisation. The link only shows the invitation.</summary>
/// <param name="Organisation">The organisation's name.</param>
/// <param name="Role">The role offered.</param>
/// <param name="By">Name of the Owner who invites.</param>
/// <param name="Path">Where it is answered.</param>
/// <param name="Expires">Until when, in UTC.</param>
public sealed record MembershipInvitation(string Organisation, string Role, string By, string Path, DateTimeOffset Expires) : Message
{
    /// <summary>For the preview.</summary>
    public static MembershipInvitation Sample { get; } = new("Riverside Youth Forum", "Editor", "Amina Yusuf", "/invitations/sample", new DateTimeOffset(2026, 6, 23, 12, 0, 0, TimeSpan.Zero));

    /// <inheritdoc/>
    public override MessageKind Kind => MessageKind.Account;
}
