namespace GrantsPortal.Organisations;

/// <summary>Where a person's own pages are.</summary>
public static class MyRoutes
{
    /// <summary>What needs me: the first page after signing in.</summary>
    public const string Home = "/my";
}

/// <summary>Where organisations' pages are.</summary>
public static class OrganisationRoutes
{
    /// <summary>The person's organisations, or the only one.</summary>
    public const string Mine = "/my/organisation";

    /// <summary>Registers an organisation.</summary>
    public const string Register = "/my/organisation/new";

    /// <summary>Asks the Owners of an organisation to be let in; POST.</summary>
    public const string Join = "/my/organisation/join";

    /// <summary>The staff's list.</summary>
    public const string ManageAll = "/manage/organisations";

    /// <summary>One organisation, for its members.</summary>
    public static string Show(string slug) => $"{Mine}/{slug}";

    /// <summary>Its name, kind and number.</summary>
    public static string Name(string slug) => $"{Mine}/{slug}/name";

    /// <summary>How to reach it.</summary>
    public static string Contact(string slug) => $"{Mine}/{slug}/contact";

    /// <summary>How letters reach it and how its awards are published.</summary>
    public static string Safety(string slug) => $"{Mine}/{slug}/safety";

    /// <summary>How many Owners sign for it.</summary>
    public static string Signing(string slug) => $"{Mine}/{slug}/signing";

    /// <summary>Its members.</summary>
    public static string Members(string slug) => $"{Mine}/{slug}/members";

    /// <summary>A recovery of its ownership, as members see it.</summary>
    public static string Recovery(string slug) => $"{Mine}/{slug}/recovery";

    /// <summary>An invitation, by the token in its e-mail.</summary>
    public static string Invitation(string token) => $"/invitations/{token}";

    /// <summary>An invitation to the signed-in person's own address.</summary>
    public static string MyInvitation(long id) => FormattableString.Invariant($"/my/invitations/{id}");

    /// <summary>One organisation, for staff.</summary>
    public static string Manage(string slug) => $"{ManageAll}/{slug}";
}
