using GrantsPortal.People.Security;
using GrantsPortal.People.SignIn;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using Microsoft.Extensions.Options;

namespace GrantsPortal.People.Users;

/// <summary>A page of users, with their roles, and the key that the next page starts after.</summary>
public sealed record UserPage(IReadOnlyList<UserRow> Users, ILookup<long, string> Roles, UserRow? Last);

/// <summary>One user as administrators see them.</summary>
public sealed record UserView(Account Account, IReadOnlyList<string> Roles, int SignIns, int Passkeys);

/// <summary>What administrators do to accounts. Each act is audited and told to the person by e-mail; it counts from their next request.</summary>
public sealed class UserDesk(PortalDatabase database, IOptions<PortalOptions> portal)
{
    /// <summary>How long an invitation holds.</summary>
    public static readonly TimeSpan WelcomeHolds = TimeSpan.FromDays(7);

    /// <summary>Users by name after a key.</summary>
    public async Task<UserPage> List(string? search, string? role, string? afterText, long afterId)
    {
        await using var work = await database.Read();
        var rows = await UserRepository.List(work, search, Roles.All.Contains(role) ? role : null, afterText, afterId);
        var page = rows.Take(UserRepository.PageSize).ToList();
        var roles = page.Count == 0 ? [] : await UserRepository.Roles(work, [.. page.Select(user => user.Id)]);
        return new UserPage(page, roles.ToLookup(row => row.PersonId, row => row.Role), rows.Count > page.Count ? page[^1] : null);
    }

    /// <summary>One user, or null.</summary>
    public async Task<UserView?> Find(long person)
    {
        await using var work = await database.Read();
        return await AccountRepository.Find(work, person) is not { } account ? null : new UserView(
            account,
            await AccountRepository.Roles(work, person),
            (await SignInTicketRepository.Of(work, person, work.Now)).Count,
            (await PasskeyRepository.Of(work, person)).Count);
    }

    /// <summary>
    /// Makes an account with roles and sends a link to set a password. Refused at <c>Name</c> and <c>Email</c> as their rules
    /// do, with <c>person.email-taken</c>, or at <c>Roles</c> with <c>user.no-role</c>.
    /// </summary>
    public async Task<Outcome<Person>> Invite(Actor actor, string? name, string? email, IReadOnlyCollection<string> roles)
    {
        var (cleanName, cleanEmail) = (PersonNames.Clean(name), EmailAddresses.Clean(email));
        var known = Roles.All.Intersect(roles).ToList();
        List<Refusal> refusals = [.. cleanName.Refusals.Select(r => r.At("Name")), .. cleanEmail.Refusals.Select(r => r.At("Email"))];
        if (known.Count == 0)
        {
            refusals.Add(new Refusal("user.no-role").At("Roles"));
        }

        if (refusals.Count > 0)
        {
            return Outcome<Person>.Refuse(refusals);
        }

        await using var work = await database.Write(actor);
        var account = PeopleDesk.NewAccount(work, cleanName.Value, cleanEmail.Value, null, portal.Value.SourceLanguage, confirmed: false);
        if (!await AccountRepository.Insert(work, account))
        {
            return new Refusal("person.email-taken").At("Email");
        }

        foreach (var role in known)
        {
            await AccountRepository.AddRole(work, account.Id, role);
        }

        await SendWelcome(work, account, known);
        work.Audit("user.invited", nameof(Person), account.Id, new { roles = known });
        await work.Commit();
        return account.ToPerson();
    }

    /// <summary>Sends a fresh invitation to somebody who has not set a password. Refused with <c>user.has-password</c>.</summary>
    public Task<Outcome> InviteAgain(Actor actor, long person) => Act(actor, person, "user.invited-again", null, async (work, account) =>
    {
        if (account.PasswordHash is not null)
        {
            return new Refusal("user.has-password");
        }

        await SendWelcome(work, account, await AccountRepository.Roles(work, person));
        return Outcome.Ok;
    });

    /// <summary>
    /// Sets which roles a user holds. Refused with <c>person.last-administrator</c>, or with <c>user.roles-changed</c> when
    /// they are no longer those that were seen.
    /// </summary>
    public async Task<Outcome> SetRoles(Actor actor, long person, IReadOnlyCollection<string> roles, IReadOnlyCollection<string>? seen = null)
    {
        await using var work = await database.Write(actor);
        if (await AccountRepository.Find(work, person) is not { } account)
        {
            return new Refusal("user.unknown");
        }

        var before = await AccountRepository.Roles(work, person);
        if (seen is not null && !before.ToHashSet().SetEquals(seen))
        {
            return new Refusal("user.roles-changed");
        }

        List<string> given = [.. Roles.All.Intersect(roles).Except(before)];
        List<string> taken = [.. before.Except(roles)];
        if (given.Count + taken.Count == 0)
        {
            return Outcome.Ok;
        }

        if (taken.Contains(Roles.Administrator) && await UserRepository.IsLastAdministrator(work, person))
        {
            return new Refusal("person.last-administrator");
        }

        foreach (var role in given)
        {
            await AccountRepository.AddRole(work, person, role);
        }

        foreach (var role in taken)
        {
            await AccountRepository.RemoveRole(work, person, role);
        }

        work.Audit("user.roles-changed", nameof(Person), person, new { given, taken });
        work.Mail(account.ToPerson().AsRecipient(), new AccountChanged(AccountChange.Roles, work.Now), nameof(Person), person);
        await work.Commit();
        return Outcome.Ok;
    }

    /// <summary>Switches an account off; its sign-ins end. Refused with <c>person.last-administrator</c>, <c>user.self</c> or <c>user.already</c>.</summary>
    public Task<Outcome> Disable(Actor actor, long person) => Act(actor, person, "user.disabled", AccountChange.Disabled, async (work, account) =>
    {
        if (account.Id == actor.PersonId)
        {
            return new Refusal("user.self");
        }

        if (await UserRepository.IsLastAdministrator(work, person))
        {
            return new Refusal("person.last-administrator");
        }

        await SignInTicketRepository.EndAll(work, person);
        return await UserRepository.Switch(work, person, on: false) ? Outcome.Ok : new Refusal("user.already");
    });

    /// <summary>Switches an account on again. Refused with <c>user.already</c>.</summary>
    public Task<Outcome> Enable(Actor actor, long person) => Act(actor, person, "user.enabled", AccountChange.Enabled, async (work, _) =>
        await UserRepository.Switch(work, person, on: true) ? Outcome.Ok : new Refusal("user.already"));

    /// <summary>Opens an account that wrong attempts locked. Refused with <c>user.already</c>.</summary>
    public Task<Outcome> Unlock(Actor actor, long person) => Act(actor, person, "user.unlocked", AccountChange.Unlocked, async (work, _) =>
        await UserRepository.Unlock(work, person) ? Outcome.Ok : new Refusal("user.already"));

    /// <summary>Takes authenticator app, recovery codes and passkeys away from somebody who lost them; their sign-ins end.</summary>
    public Task<Outcome> ResetSecondFactor(Actor actor, long person) => Act(actor, person, "user.second-factor-reset", AccountChange.SecondFactorReset, async (work, _) =>
    {
        await RecoveryCodes.Forget(work, person);
        await PasskeyRepository.RemoveAll(work, person);
        await SignInTicketRepository.EndAll(work, person);
        return await UserRepository.RemoveApp(work, person) ? Outcome.Ok : new Refusal("user.unknown");
    });

    private async Task<Outcome> Act(Actor actor, long person, string act, string? tell, Func<UnitOfWork, Account, Task<Outcome>> change)
    {
        await using var work = await database.Write(actor);
        if (await AccountRepository.Find(work, person) is not { } account)
        {
            return new Refusal("user.unknown");
        }

        var outcome = await change(work, account);
        if (outcome.Refused)
        {
            return outcome;
        }

        work.Audit(act, nameof(Person), person);
        if (tell is not null)
        {
            work.Mail(account.ToPerson().AsRecipient(), new AccountChanged(tell, work.Now), nameof(Person), person);
        }

        await work.Commit();
        return Outcome.Ok;
    }

    private static async Task SendWelcome(UnitOfWork work, Account account, IReadOnlyCollection<string> roles)
    {
        var token = await AccountLinkRepository.Insert(work, LinkPurpose.Welcome, account.Email, WelcomeHolds, account.Id, account.SecurityStamp);
        var asReviewer = roles.All(role => role == Roles.Reviewer);
        work.Mail(account.ToPerson().AsRecipient(), new WelcomeInvitation(AccountRoutes.Welcome(token), work.Now + WelcomeHolds, asReviewer), nameof(Person), account.Id);
    }
}
