using System.Security.Claims;
using GrantsPortal.People.Security;
using Microsoft.AspNetCore.Identity;

namespace GrantsPortal.People.SignIn;

/// <summary>What an account has several of: roles, claims, outside logins, tokens, recovery codes.</summary>
public sealed partial class AccountStore :
    IUserRoleStore<Account>, IUserClaimStore<Account>, IUserLoginStore<Account>, IUserAuthenticationTokenStore<Account>,
    IUserAuthenticatorKeyStore<Account>, IUserTwoFactorRecoveryCodeStore<Account>
{
    /// <inheritdoc/>
    public Task AddToRoleAsync(Account user, string roleName, CancellationToken cancellationToken) => Change(work => AccountRepository.AddRole(work, user.Id, Known(roleName)));

    /// <inheritdoc/>
    public Task RemoveFromRoleAsync(Account user, string roleName, CancellationToken cancellationToken) => Change(work => AccountRepository.RemoveRole(work, user.Id, Known(roleName)));

    /// <inheritdoc/>
    public async Task<IList<string>> GetRolesAsync(Account user, CancellationToken cancellationToken) => [.. await Read(work => AccountRepository.Roles(work, user.Id))];

    /// <inheritdoc/>
    public async Task<bool> IsInRoleAsync(Account user, string roleName, CancellationToken cancellationToken) =>
        (await Read(work => AccountRepository.Roles(work, user.Id))).Contains(Known(roleName));

    /// <inheritdoc/>
    public async Task<IList<Account>> GetUsersInRoleAsync(string roleName, CancellationToken cancellationToken) =>
        [.. await Read(work => AccountRepository.WithRole(work, Known(roleName)))];

    /// <inheritdoc/>
    public async Task<IList<Claim>> GetClaimsAsync(Account user, CancellationToken cancellationToken) =>
        [.. (await Read(work => AccountListRepository.Claims(work, user.Id))).Select(row => new Claim(row.Type, row.Value ?? ""))];

    /// <inheritdoc/>
    public Task AddClaimsAsync(Account user, IEnumerable<Claim> claims, CancellationToken cancellationToken) => Change(async work =>
    {
        foreach (var claim in claims)
        {
            await AccountListRepository.AddClaim(work, user.Id, claim.Type, claim.Value);
        }

        return true;
    });

    /// <inheritdoc/>
    public Task ReplaceClaimAsync(Account user, Claim claim, Claim newClaim, CancellationToken cancellationToken) => Change(async work =>
    {
        await AccountListRepository.RemoveClaim(work, user.Id, claim.Type, claim.Value);
        return await AccountListRepository.AddClaim(work, user.Id, newClaim.Type, newClaim.Value);
    });

    /// <inheritdoc/>
    public Task RemoveClaimsAsync(Account user, IEnumerable<Claim> claims, CancellationToken cancellationToken) => Change(async work =>
    {
        foreach (var claim in claims)
        {
            await AccountListRepository.RemoveClaim(work, user.Id, claim.Type, claim.Value);
        }

        return true;
    });

    /// <inheritdoc/>
    public async Task<IList<Account>> GetUsersForClaimAsync(Claim claim, CancellationToken cancellationToken) =>
        [.. await Read(work => AccountRepository.WithClaim(work, claim.Type, claim.Value))];

    /// <inheritdoc/>
    public Task AddLoginAsync(Account user, UserLoginInfo login, CancellationToken cancellationToken) =>
        Change(work => AccountListRepository.AddLogin(work, user.Id, login.LoginProvider, login.ProviderKey, login.ProviderDisplayName));

    /// <inheritdoc/>
    public Task RemoveLoginAsync(Account user, string loginProvider, string providerKey, CancellationToken cancellationToken) =>
        Change(work => AccountListRepository.RemoveLogin(work, user.Id, loginProvider, providerKey));

    /// <inheritdoc/>
    public async Task<IList<UserLoginInfo>> GetLoginsAsync(Account user, CancellationToken cancellationToken) =>
        [.. (await Read(work => AccountListRepository.Logins(work, user.Id))).Select(row => new UserLoginInfo(row.Provider, row.ProviderKey, row.DisplayName))];

    /// <inheritdoc/>
    public Task<Account?> FindByLoginAsync(string loginProvider, string providerKey, CancellationToken cancellationToken) =>
        Read(work => AccountRepository.FindByLogin(work, loginProvider, providerKey));

    /// <inheritdoc/>
    public Task SetTokenAsync(Account user, string loginProvider, string name, string? value, CancellationToken cancellationToken) => Change(async work =>
    {
        await TokenRepository.Set(work, user.Id, loginProvider, name, value);
        return true;
    });

    /// <inheritdoc/>
    public Task RemoveTokenAsync(Account user, string loginProvider, string name, CancellationToken cancellationToken) =>
        Change(work => TokenRepository.Remove(work, user.Id, loginProvider, name));

    /// <inheritdoc/>
    public Task<string?> GetTokenAsync(Account user, string loginProvider, string name, CancellationToken cancellationToken) =>
        Read(work => TokenRepository.Find(work, user.Id, loginProvider, name));

    /// <inheritdoc/>
    public Task SetAuthenticatorKeyAsync(Account user, string key, CancellationToken cancellationToken) => Set(() => user.AuthenticatorKey = keys.Seal(key));

    /// <inheritdoc/>
    public Task<string?> GetAuthenticatorKeyAsync(Account user, CancellationToken cancellationToken) => Task.FromResult(keys.Open(user.AuthenticatorKey));

    /// <inheritdoc/>
    public Task ReplaceCodesAsync(Account user, IEnumerable<string> recoveryCodes, CancellationToken cancellationToken) => Change(async work =>
    {
        await RecoveryCodes.Replace(work, user.Id, recoveryCodes);
        return true;
    });

    /// <inheritdoc/>
    public Task<bool> RedeemCodeAsync(Account user, string code, CancellationToken cancellationToken) => Change(work => RecoveryCodes.Redeem(work, user.Id, code));

    /// <inheritdoc/>
    public Task<int> CountCodesAsync(Account user, CancellationToken cancellationToken) => Read(work => RecoveryCodes.Left(work, user.Id));

    // Identity asks with its normalised name; the roles are a fixed set.
    private static string Known(string role) =>
        Platform.Roles.All.FirstOrDefault(known => string.Equals(known, role, StringComparison.OrdinalIgnoreCase))
        ?? throw new ArgumentException($"There is no role {role}.", nameof(role));
}
