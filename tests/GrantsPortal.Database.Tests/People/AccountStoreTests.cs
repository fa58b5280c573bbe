using System.Security.Claims;
using GrantsPortal.People.SignIn;
using GrantsPortal.Platform;
using GrantsPortal.TestWorld;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace GrantsPortal.Database.Tests.People;

public sealed class AccountStoreTests : IDisposable
{
    private readonly City _city = new();
    private readonly IServiceScope _scope;
    private readonly UserManager<Account> _users;

    public AccountStoreTests()
    {
        _scope = _city.Portal.Services.CreateScope();
        _users = _scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
    }

    public void Dispose()
    {
        _scope.Dispose();
        _city.Dispose();
    }

    [Fact]
    public async Task An_account_is_found_by_id_and_by_address_however_written()
    {
        var amal = await _city.Person("Amal Haddad");
        Assert.Equal(amal.Id, (await _users.FindByEmailAsync(amal.Email.ToUpperInvariant()))!.Id);
        Assert.Equal(amal.Id, (await _users.FindByIdAsync(amal.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)))!.Id);
        Assert.Null(await _users.FindByIdAsync("nonsense"));
    }

    [Fact]
    public async Task Two_edits_of_one_account_do_not_overwrite_each_other()
    {
        var amal = await _city.Person("Amal Haddad");
        var (one, two) = ((await _users.FindByEmailAsync(amal.Email))!, (await _users.FindByEmailAsync(amal.Email))!);
        one.Name = "Amal H";
        two.Name = "A Haddad";
        Assert.True((await _users.UpdateAsync(one)).Succeeded);
        Assert.Equal("ConcurrencyFailure", (await _users.UpdateAsync(two)).Errors.Single().Code);
        Assert.Equal("Amal H", (await _users.FindByEmailAsync(amal.Email))!.Name);
    }

    [Fact]
    public async Task One_address_has_one_account()
    {
        var amal = await _city.Person("Amal Haddad");
        var second = await _users.CreateAsync(new Account { Name = "Mallory", Email = amal.Email.ToUpperInvariant() });
        Assert.False(second.Succeeded);
    }

    [Fact]
    public async Task Roles_are_those_of_the_contract_and_no_others()
    {
        var amal = (await _users.FindByEmailAsync((await _city.Person("Amal Haddad")).Email))!;
        Assert.True((await _users.AddToRoleAsync(amal, Roles.Reviewer)).Succeeded);
        Assert.True(await _users.IsInRoleAsync(amal, Roles.Reviewer));
        Assert.Equal(amal.Id, (await _users.GetUsersInRoleAsync(Roles.Reviewer)).Single().Id);
        await _users.RemoveFromRoleAsync(amal, Roles.Reviewer);
        Assert.Empty(await _users.GetRolesAsync(amal));
        await Assert.ThrowsAsync<ArgumentException>(() => _users.AddToRoleAsync(amal, "Emperor"));
    }

    [Fact]
    public async Task Claims_logins_and_tokens_come_back_as_they_were_kept()
    {
        var amal = (await _users.FindByEmailAsync((await _city.Person("Amal Haddad")).Email))!;
        await _users.AddClaimAsync(amal, new Claim("desk", "north"));
        await _users.ReplaceClaimAsync(amal, new Claim("desk", "north"), new Claim("desk", "south"));
        Assert.Equal("south", (await _users.GetClaimsAsync(amal)).Single().Value);
        Assert.Equal(amal.Id, (await _users.GetUsersForClaimAsync(new Claim("desk", "south"))).Single().Id);

        await _users.AddLoginAsync(amal, new UserLoginInfo("City", "amal", "City directory"));
        Assert.Equal(amal.Id, (await _users.FindByLoginAsync("City", "amal"))!.Id);
        await _users.RemoveLoginAsync(amal, "City", "amal");
        Assert.Empty(await _users.GetLoginsAsync(amal));

        await _users.SetAuthenticationTokenAsync(amal, "City", "refresh", "one");
        await _users.SetAuthenticationTokenAsync(amal, "City", "refresh", "two");
        Assert.Equal("two", await _users.GetAuthenticationTokenAsync(amal, "City", "refresh"));
    }

    [Fact]
    public async Task The_key_of_an_app_is_sealed_and_recovery_codes_are_hashes()
    {
        var amal = (await _users.FindByEmailAsync((await _city.Person("Amal Haddad")).Email))!;
        await _users.ResetAuthenticatorKeyAsync(amal);
        var key = (await _users.GetAuthenticatorKeyAsync(amal))!;
        var stored = await _city.Read(work => work.Scalar<string>("SELECT AuthenticatorKey FROM Person WHERE Id = @id", new { id = amal.Id }));
        Assert.DoesNotContain(key, stored!, StringComparison.Ordinal);

        var codes = (await _users.GenerateNewTwoFactorRecoveryCodesAsync(amal, 3))!.ToList();
        var hashes = await _city.Read(work => work.List<string>("SELECT CodeHash FROM RecoveryCode"));
        Assert.Empty(codes.Intersect(hashes));
        Assert.True((await _users.RedeemTwoFactorRecoveryCodeAsync(amal, codes[0])).Succeeded);
        Assert.False((await _users.RedeemTwoFactorRecoveryCodeAsync(amal, codes[0])).Succeeded);
        Assert.Equal(2, await _users.CountRecoveryCodesAsync(amal));
    }

    [Fact]
    public async Task A_passkey_comes_back_with_every_byte_and_its_counter_moves_on()
    {
        var amal = (await _users.FindByEmailAsync((await _city.Person("Amal Haddad")).Email))!;
        var made = new UserPasskeyInfo([1, 2, 3], [4, 5], _city.Now, 1, ["internal"], true, true, false, [6], [7]) { Name = "My phone" };
        await _users.AddOrUpdatePasskeyAsync(amal, made);
        made.SignCount = 9;
        await _users.AddOrUpdatePasskeyAsync(amal, made);

        var kept = (await _users.GetPasskeysAsync(amal)).Single();
        Assert.Equal((9u, "My phone"), (kept.SignCount, kept.Name));
        Assert.Equal(made.PublicKey, kept.PublicKey);
        Assert.Equal(amal.Id, (await _users.FindByPasskeyIdAsync([1, 2, 3]))!.Id);
        await _users.RemovePasskeyAsync(amal, [1, 2, 3]);
        Assert.Null(await _users.FindByPasskeyIdAsync([1, 2, 3]));
    }
}
