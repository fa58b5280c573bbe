using System.Globalization;
using GrantsPortal.Platform;

namespace GrantsPortal.Awards.Agreements;

/// <summary>The city's signature.</summary>
/// <param name="Name">The name typed.</param>
/// <param name="Account">The name on the account that typed it.</param>
/// <param name="At">When it reached the server, in UTC.</param>
/// <param name="Agreement">SHA-256 of the agreement it is under, in hexadecimal.</param>
public sealed record CounterSignature(string Name, string Account, DateTimeOffset At, string Agreement);

/// <summary>The agreement word for word as it was accepted, with the city's signature below.</summary>
public static class CounterSignedDocument
{
    /// <summary>What the document is called.</summary>
    public static string Title(Award award) => $"Grant agreement {award.Reference}, counter-signed";

    /// <summary>The document, from the agreement that was accepted.</summary>
    public static string Html(string agreement, string language, CounterSignature signature, PortalOptions portal) =>
        DocumentPage.Below(
            agreement,
            "Counter-signature of the city",
            new("Signed by", signature.Name, "mark"),
            new("Signed in as", signature.Account),
            new("For", portal.City),
            new("On", Instants.Long(signature.At, portal.Zone, CultureInfo.GetCultureInfo(language))),
            new("Under the agreement with SHA-256", signature.Agreement, "hash"));
}
