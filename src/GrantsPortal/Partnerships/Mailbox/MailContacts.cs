using GrantsPortal.Platform.Database;

namespace GrantsPortal.Partnerships.Mailbox;

/// <summary>Whose address an e-mail bears. An address can be written by anybody: it never makes a person, and what it matches an officer confirms.</summary>
internal static class MailContacts
{
    /// <summary>The partner's contact with an address; null when there is none.</summary>
    public static Task<MatchedContact?> Find(UnitOfWork work, long organisation, string address) => Task.FromResult<MatchedContact?>(null);
}

/// <summary>A partner's contact that an e-mail seems to be from.</summary>
/// <param name="Id">The contact.</param>
/// <param name="Name">Their name.</param>
internal sealed record MatchedContact(long Id, string Name);
