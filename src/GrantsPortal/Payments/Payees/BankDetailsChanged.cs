using GrantsPortal.Platform.Mail;

namespace GrantsPortal.Payments.Payees;

/// <summary>Bank details were entered or changed; to every Owner, or to the person whose they are.</summary>
/// <param name="Organisation">Whose they are; empty for a person, and where letters are read behind sign-in.</param>
/// <param name="Old">The account in force, masked; empty when there is none.</param>
/// <param name="New">The account entered, masked.</param>
/// <param name="By">Who entered it; empty where letters are read behind sign-in.</param>
/// <param name="At">When, in UTC.</param>
/// <param name="Path">Where they stand.</param>
public sealed record BankDetailsChanged(string Organisation, string Old, string New, string By, DateTimeOffset At, string Path) : Message
{
    /// <summary>For the preview.</summary>
    public static BankDetailsChanged Sample => new("Harbour Women's Circle", "GB •••• 6819", "GB •••• 1234", "Amina Yusuf", new DateTimeOffset(2026, 6, 16, 12, 0, 0, TimeSpan.Zero), "/my/organisation/harbour-womens-circle/bank");

    /// <inheritdoc/>
    public override MessageKind Kind => MessageKind.Account;
}
