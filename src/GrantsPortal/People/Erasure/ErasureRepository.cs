using GrantsPortal.People.Security;
using GrantsPortal.People.SignIn;
using GrantsPortal.Platform.Database;

namespace GrantsPortal.People.Erasure;

/// <summary>Takes a person's name, address and secrets out of the database. The row stays, so that what they did keeps its author's id.</summary>
public static class ErasureRepository
{
    /// <summary>Anonymises a person, and the e-mails to them or to their address; what waits to be sent to them is not sent any more.</summary>
    public static async Task Anonymise(UnitOfWork work, long person, string address, string nobody)
    {
        var gone = FormattableString.Invariant($"erased-{person}@erased.invalid");
        await work.Execute(
            """
            UPDATE Person
            SET Name = @nobody, Email = @gone, NormalizedEmail = @normalized, EmailConfirmed = 0, PasswordHash = NULL, SecurityStamp = @stamp,
                AuthenticatorKey = NULL, TwoFactorEnabled = 0, LockoutEnd = NULL, AccessFailedCount = 0, LastSignInAt = NULL,
                ErasedAt = @now, SearchText = '', Version = Version + 1
            WHERE Id = @person
            """,
            new { person, nobody, gone, normalized = EmailAddresses.Normalize(gone), stamp = Secrets.Stamp(), now = work.Now });
        await work.Execute("DELETE FROM PersonRole WHERE PersonId = @person", new { person });
        await work.Execute("DELETE FROM PersonClaim WHERE PersonId = @person", new { person });
        await work.Execute("DELETE FROM PersonLogin WHERE PersonId = @person", new { person });
        await work.Execute("DELETE FROM PersonToken WHERE PersonId = @person", new { person });
        await work.Execute("DELETE FROM Passkey WHERE PersonId = @person", new { person });
        await work.Execute("DELETE FROM NoticePreference WHERE PersonId = @person", new { person });
        await RecoveryCodes.Forget(work, person);
        await AccountLinkRepository.ForgetOf(work, person);
        await SignInTicketRepository.EndAll(work, person);
        await work.Execute("DELETE FROM OutboxEnclosure WHERE MessageId IN (SELECT m.Id FROM OutboxMessage m WHERE m.PersonId = @person OR m.ToAddress = @address)", new { person, address });
        await work.Execute(
            """
            UPDATE OutboxMessage
            SET ToAddress = @gone, ToName = @nobody, Subject = '', HtmlBody = '', TextBody = '', LastError = NULL,
                State = CASE WHEN State IN ('Queued', 'Held', 'Dead') THEN 'Suppressed' ELSE State END, Version = Version + 1
            WHERE PersonId = @person OR ToAddress = @address
            """,
            new { person, nobody, gone, address });
    }
}
