using GrantsPortal.Platform.Mail;

namespace GrantsPortal.Applications.Intake;

/// <summary>Says that an application is not eligible and why; <paramref name="Reason"/> is empty where the organisation wants letters behind sign-in.</summary>
public sealed record ApplicationIneligible(string Reference, string Call, string Organisation, string Reason) : Message
{
    /// <inheritdoc/>
    public override MessageKind Kind => MessageKind.Letter;

    /// <summary>Where it can be read.</summary>
    public string Path => ApplicationRoutes.Mine(Reference);

    /// <summary>An example.</summary>
    public static ApplicationIneligible Sample => new(
        "GP-2026-0042", "Neighbours together", "Riverside Youth Collective", "This call is for work inside the city; your project takes place outside it.");
}
