using GrantsPortal.People.Security;
using GrantsPortal.People.SignIn;
using GrantsPortal.People.Users;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;

namespace GrantsPortal.People.Erasure;

/// <summary>Gives people their own data, and takes it away when they ask. The audit trail stays whole: it holds ids, no names.</summary>
public sealed class ErasureDesk(PortalDatabase database, SignInDesk signIn, IEnumerable<IErasureObjection> objections, IEnumerable<IPersonalRecords> records)
{
    /// <summary>What an erased person is called.</summary>
    public const string Nobody = "Former user";

    /// <summary>Everything the portal holds about a person, part by part, to be written as JSON.</summary>
    public async Task<IReadOnlyDictionary<string, object>> Download(Actor actor)
    {
        await using var work = await database.Read();
        var parts = new Dictionary<string, object> { ["madeAt"] = work.Now };
        foreach (var record in records)
        {
            if (await record.Of(actor.Person, work) is { } part)
            {
                parts[record.Part] = part;
            }
        }

        return parts;
    }

    /// <summary>
    /// Erases the person who acts. Refused at <c>Current</c> with <c>person.password-wrong</c>, with
    /// <c>person.last-administrator</c>, or with what a module has against it.
    /// </summary>
    public async Task<Outcome> Erase(Actor actor, string? current)
    {
        var proven = await signIn.Prove(actor, current);
        if (proven.Refused)
        {
            return proven.Refusals[0].At("Current");
        }

        await using var work = await database.Write(actor);
        var account = proven.Value;
        if (await UserRepository.IsLastAdministrator(work, account.Id))
        {
            return new Refusal("person.last-administrator");
        }

        foreach (var objection in objections)
        {
            if (await objection.Against(account.Id, work) is { } refusal)
            {
                return refusal;
            }
        }

        var farewell = account.ToPerson().AsRecipient() with { PersonId = null };
        await ErasureRepository.Anonymise(work, account.Id, farewell.Address, Nobody);
        await work.Publish(new PersonErased(account.Id, farewell.Address));
        work.Audit("person.erased", nameof(Person), account.Id);
        work.Mail(farewell, new AccountErased());
        await work.Commit();
        return Outcome.Ok;
    }
}
