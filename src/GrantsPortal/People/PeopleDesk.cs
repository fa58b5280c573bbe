using GrantsPortal.People.SignIn;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace GrantsPortal.People;

/// <summary>Makes accounts in the portal's own name: for demo data, for the first administrator, for tests.</summary>
public sealed class PeopleDesk(PortalDatabase database, IPasswordHasher<Account> hasher, IOptions<PortalOptions> portal)
{
    /// <summary>
    /// Makes somebody with a confirmed address and these roles. Without a password they set one by a reset link. Refused as
    /// <see cref="PersonNames"/>, <see cref="EmailAddresses"/> and <see cref="PasswordRules"/> do, or with <c>person.email-taken</c>.
    /// </summary>
    public async Task<Outcome<Person>> Create(string name, string email, string? password = null, params string[] roles)
    {
        var (cleanName, cleanEmail) = (PersonNames.Clean(name), EmailAddresses.Clean(email));
        List<Refusal> refusals = [.. cleanName.Refusals, .. cleanEmail.Refusals];
        refusals.AddRange(password is null ? [] : PasswordRules.Check(password, name, email, portal.Value.City));
        if (refusals.Count > 0)
        {
            return Outcome<Person>.Refuse(refusals);
        }

        var hash = password is null ? null : hasher.HashPassword(new Account(), password);
        await using var work = await database.Write(Actor.System);
        var account = NewAccount(work, cleanName.Value, cleanEmail.Value, hash, portal.Value.SourceLanguage);
        if (!await AccountRepository.Insert(work, account))
        {
            return new Refusal("person.email-taken");
        }

        foreach (var role in roles)
        {
            await AccountRepository.AddRole(work, account.Id, role);
        }

        work.Audit("person.created", nameof(Person), account.Id, new { roles });
        await work.Commit();
        return account.ToPerson();
    }

    /// <summary>An account that is not stored yet.</summary>
    internal static Account NewAccount(UnitOfWork work, string name, string email, string? passwordHash, string language, bool confirmed = true) => new()
    {
        Id = work.NewId(),
        Name = name,
        Email = email,
        NormalizedEmail = EmailAddresses.Normalize(email),
        EmailConfirmed = confirmed,
        PasswordHash = passwordHash,
        SecurityStamp = Secrets.Stamp(),
        Language = language,
        CreatedAt = work.Now,
    };
}
