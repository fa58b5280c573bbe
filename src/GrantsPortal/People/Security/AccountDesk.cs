using GrantsPortal.People.SignIn;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Mail;
using Microsoft.Extensions.Options;

namespace GrantsPortal.People.Security;

/// <summary>What one sees of one's own account.</summary>
public sealed record AccountOverview(Account Account, int CodesLeft, IReadOnlyList<PasskeyRow> Passkeys, NoticeFrequency Notices, IReadOnlyList<SignInRow> SignIns);

/// <summary>One's own account: what is set up, where one is signed in, what one wants.</summary>
public sealed class AccountDesk(PortalDatabase database, IOptions<PortalOptions> portal)
{
    /// <summary>The account of the person who acts.</summary>
    public async Task<AccountOverview> Overview(Actor actor)
    {
        await using var work = await database.Read();
        var account = await AccountRepository.Find(work, actor.Person) ?? throw new InvalidOperationException("The person who acts has no account.");
        return new AccountOverview(
            account,
            await RecoveryCodes.Left(work, actor.Person),
            await PasskeyRepository.Of(work, actor.Person),
            await PreferenceRepository.Frequency(work, actor.Person),
            await SignInTicketRepository.Of(work, actor.Person, work.Now));
    }

    /// <summary>
    /// Keeps name, language and notices as they follow on a version of the account. Refused at <c>Name</c> as <see cref="PersonNames"/>
    /// does, at <c>Language</c> with <c>person.language-unknown</c>, or with <c>person.changed-meanwhile</c> when the account was saved since.
    /// </summary>
    public async Task<Outcome> Prefer(Actor actor, int version, string? name, string? language, NoticeFrequency notices)
    {
        var clean = PersonNames.Clean(name);
        if (clean.Refused)
        {
            return clean.Refusals[0].At("Name");
        }

        if (!portal.Value.Languages.Contains(language, StringComparer.Ordinal))
        {
            return new Refusal("person.language-unknown").At("Language");
        }

        await using var work = await database.Write(actor);
        var account = (await AccountRepository.Find(work, actor.Person))!;
        account.Name = clean.Value;
        account.Language = language!;
        account.Version = version;
        if (!await AccountRepository.Update(work, account))
        {
            return new Refusal("person.changed-meanwhile");
        }

        await PreferenceRepository.SetFrequency(work, actor.Person, notices);
        work.Audit("person.preferences-changed", nameof(Person), actor.Person);
        await work.Commit();
        return Outcome.Ok;
    }

    /// <summary>Ends one of one's sign-ins; false when there is no such one.</summary>
    public async Task<bool> EndSignIn(Actor actor, string keyHash)
    {
        await using var work = await database.Write(actor);
        if (!await SignInTicketRepository.EndOf(work, actor.Person, keyHash))
        {
            return false;
        }

        work.Audit("person.sign-in-ended", nameof(Person), actor.Person);
        await work.Commit();
        return true;
    }

    /// <summary>Ends every sign-in of the person, the present one among them.</summary>
    public async Task EndEverySignIn(Actor actor)
    {
        await using var work = await database.Write(actor);
        var ended = await SignInTicketRepository.EndAll(work, actor.Person);
        work.Audit("person.signed-out-everywhere", nameof(Person), actor.Person, new { ended });
        await work.Commit();
    }
}
