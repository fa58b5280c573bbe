using GrantsPortal.Platform;
using GrantsPortal.Platform.Documents;
using GrantsPortal.Platform.Text;

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
    public static string Title(Award award, TextsIn says) => says["Grant agreement {0}, counter-signed", award.Reference];

    /// <summary>The document, from the agreement that was accepted.</summary>
    public static string Html(string agreement, TextsIn says, CounterSignature signature, PortalOptions portal) =>
        DocumentPage.Below(
            agreement,
            says["Counter-signature of the city"],
            new(says["Signed by"], signature.Name, "mark"),
            new(says["Signed in as"], signature.Account),
            new(says["For"], portal.City),
            new(says["On"], Instants.Long(signature.At, portal.Zone, says.Culture)),
            new(says["Under the agreement with {0}", "SHA-256"], signature.Agreement, "hash"));
}
