using GrantsPortal.People;
using GrantsPortal.Platform.Database;

namespace GrantsPortal.Partnerships.Mailbox;

/// <summary>Marks addresses that take no e-mail, and takes the mark away again.</summary>
public static class UndeliverableMoves
{
    /// <summary>Marks an address and the people who have it, and tells focal points; once.</summary>
    public static async Task Mark(UnitOfWork work, string address, string status, string words)
    {
        if (!await BounceRepository.TryMark(work, address, status, words))
        {
            return;
        }

        if (await PersonRepository.FindByEmail(work, address) is { } person)
        {
            work.Audit("email.undeliverable", nameof(Person), person.Id, new { status });
        }
    }

    /// <summary>Notes that an address was proved to work.</summary>
    public static Task<bool> Works(UnitOfWork work, string address) => BounceRepository.Clear(work, address.Trim().ToLowerInvariant());
}
