using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Mail;

namespace GrantsPortal.People;

/// <summary>Finds people; accounts and their secrets are the sign-in stores' matter.</summary>
public static class PersonRepository
{
    private const string Columns = "p.Id, p.Name, p.Email, p.Language, p.EmailConfirmed, p.DisabledAt";

    /// <summary>The person, or null.</summary>
    public static Task<Person?> Find(UnitOfWork work, long id) =>
        work.Find<Person>($"SELECT {Columns} FROM Person p WHERE p.Id = @id", new { id });

    /// <summary>The person with this address, or null; whoever asks must be allowed to know that there is one.</summary>
    public static Task<Person?> FindByEmail(UnitOfWork work, string address)
    {
        var email = EmailAddresses.Normalize(address);
        return work.Find<Person>($"SELECT {Columns} FROM Person p WHERE p.NormalizedEmail = @email AND p.ErasedAt IS NULL", new { email });
    }

    /// <summary>People by id, for pages that name many; at most 1,000 ids.</summary>
    public static Task<IReadOnlyList<Person>> Find(UnitOfWork work, IReadOnlyCollection<long> ids) =>
        work.List<Person>($"SELECT {Columns} FROM Person p WHERE p.Id IN @ids", new { ids });

    /// <summary>Everybody with a role who is not switched off, by name; at most 500.</summary>
    public static Task<IReadOnlyList<Person>> WithRole(UnitOfWork work, string role) =>
        work.List<Person>(
            $"""
            SELECT {Columns}
            FROM Person p
            JOIN PersonRole r ON r.PersonId = p.Id
            WHERE r.Role = @role AND p.DisabledAt IS NULL AND p.ErasedAt IS NULL
            ORDER BY p.Name, p.Id
            {Dialect.Page}
            """,
            new { role, take = 500 });

    /// <summary>The person as the recipient of a message.</summary>
    public static Recipient AsRecipient(this Person person) => new(person.Id, person.Email, person.Name, person.Language);
}
