using GrantsPortal.People.Security;
using GrantsPortal.Platform;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.WebUtilities;

namespace GrantsPortal.People.SignIn;

/// <summary>Passkeys of accounts.</summary>
public sealed partial class AccountStore : IUserPasskeyStore<Account>
{
    /// <inheritdoc/>
    public Task AddOrUpdatePasskeyAsync(Account user, UserPasskeyInfo passkey, CancellationToken cancellationToken) => Change(async work =>
    {
        await PasskeyRepository.Keep(work, user.Id, Passkeys.Hash(passkey.CredentialId), passkey.Name, Passkeys.Write(passkey));
        return true;
    });

    /// <inheritdoc/>
    public async Task<IList<UserPasskeyInfo>> GetPasskeysAsync(Account user, CancellationToken cancellationToken) =>
        [.. (await Read(work => PasskeyRepository.Of(work, user.Id))).Select(Passkeys.Read)];

    /// <inheritdoc/>
    public Task<Account?> FindByPasskeyIdAsync(byte[] credentialId, CancellationToken cancellationToken) => Read(async work =>
        await PasskeyRepository.Find(work, Passkeys.Hash(credentialId)) is { } row ? await AccountRepository.Find(work, row.PersonId) : null);

    /// <inheritdoc/>
    public Task<UserPasskeyInfo?> FindPasskeyAsync(Account user, byte[] credentialId, CancellationToken cancellationToken) => Read(async work =>
        await PasskeyRepository.Find(work, Passkeys.Hash(credentialId)) is { } row && row.PersonId == user.Id ? Passkeys.Read(row) : null);

    /// <inheritdoc/>
    public Task RemovePasskeyAsync(Account user, byte[] credentialId, CancellationToken cancellationToken) =>
        Change(work => PasskeyRepository.Remove(work, user.Id, Passkeys.Hash(credentialId)));
}

/// <summary>Passkeys as they are written down.</summary>
internal static class Passkeys
{
    public static string Hash(byte[] credentialId) => Secrets.Hash(WebEncoders.Base64UrlEncode(credentialId));

    public static string Write(UserPasskeyInfo passkey) => Json.Write(new Document(
        passkey.CredentialId, passkey.PublicKey, passkey.CreatedAt, passkey.SignCount, passkey.Transports,
        passkey.IsUserVerified, passkey.IsBackupEligible, passkey.IsBackedUp, passkey.AttestationObject, passkey.ClientDataJson));

    public static UserPasskeyInfo Read(PasskeyRow row)
    {
        var d = Json.Read<Document>(row.Document);
        return new UserPasskeyInfo(d.CredentialId, d.PublicKey, d.CreatedAt, d.SignCount, d.Transports, d.Verified, d.BackupEligible, d.BackedUp, d.Attestation, d.ClientData)
        {
            Name = row.Name,
        };
    }

    private sealed record Document(
        byte[] CredentialId, byte[] PublicKey, DateTimeOffset CreatedAt, uint SignCount, string[]? Transports,
        bool Verified, bool BackupEligible, bool BackedUp, byte[] Attestation, byte[] ClientData);
}
