using GrantsPortal.Platform.Mail;

namespace GrantsPortal.Payments.Payees;

/// <summary>Bank details were confirmed or refused; to every Owner, or to the person whose they are.</summary>
/// <param name="Organisation">Whose they are; empty for a person, and where letters are read behind sign-in.</param>
/// <param name="Account">The account, masked.</param>
/// <param name="Confirmed">Whether it was confirmed.</param>
/// <param name="Reason">Why it was refused; empty otherwise.</param>
/// <param name="Path">Where they stand.</param>
public sealed record BankDetailsDecided(string Organisation, string Account, bool Confirmed, string Reason, string Path) : Message
{
    /// <summary>For the preview.</summary>
    public static BankDetailsDecided Sample => new("Harbour Women's Circle", "GB •••• 1234", false, "The account is in another name.", "/my/organisation/harbour-womens-circle/bank");

    /// <inheritdoc/>
    public override MessageKind Kind => MessageKind.Letter;
}
