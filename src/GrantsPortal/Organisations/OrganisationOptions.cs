namespace GrantsPortal.Organisations;

/// <summary>What a city can set about organisations; section <c>Organisations</c> of the configuration.</summary>
public sealed class OrganisationOptions
{
    /// <summary>Days between the start of a recovery of ownership and the new Owner's entry, in which members can object.</summary>
    public int RecoveryDays { get; set; } = 7;

    /// <summary>Days an invitation can be answered.</summary>
    public int InvitationDays { get; set; } = 7;

    /// <summary>The most invitations of one organisation that may wait for an answer at once.</summary>
    public int MostInvitations { get; set; } = 30;
}
