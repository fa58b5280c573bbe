using GrantsPortal.Organisations;
using GrantsPortal.Platform.Mail;

namespace GrantsPortal.Applications.Consortia;

/// <summary>Says what a partner answered, or that it left; without a state, that it was taken out of an application.</summary>
public sealed record ConsortiumNews(string Partner, string Organisation, string Call, string Page, ConsortiumState? State, bool Discreet) : Message
{
    /// <summary>Whether it joined.</summary>
    public bool Joined => State == ConsortiumState.Joined;

    /// <summary>Whether it declined.</summary>
    public bool Declined => State == ConsortiumState.Declined;

    /// <summary>Whether it left.</summary>
    public bool Left => State == ConsortiumState.Left;

    /// <summary>Where it can be read.</summary>
    public string Path => Discreet ? MyRoutes.Home : Page;

    /// <summary>An example.</summary>
    public static ConsortiumNews Sample => new(
        "Canal Street Families", "Riverside Youth Collective", "Neighbours together", ApplicationRoutes.Partners("GP-2026-0042"), ConsortiumState.Joined, false);
}
