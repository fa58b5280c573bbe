using GrantsPortal.Organisations;
using GrantsPortal.Platform.Mail;

namespace GrantsPortal.Applications.Consortia;

/// <summary>Asks an organisation whether it applies together with another. What it is to do stands behind sign-in.</summary>
public sealed record ConsortiumAsked(string Partner, string Organisation, string Call, long Id, bool Discreet) : Message
{
    /// <summary>Where it can be read and answered.</summary>
    public string Path => Discreet ? MyRoutes.Home : ApplicationRoutes.Consortium(Id);

    /// <summary>An example.</summary>
    public static ConsortiumAsked Sample => new("Canal Street Families", "Riverside Youth Collective", "Neighbours together", 7, false);
}
