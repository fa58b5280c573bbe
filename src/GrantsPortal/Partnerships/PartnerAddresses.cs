using GrantsPortal.Organisations;
using GrantsPortal.People;
using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Mail;

namespace GrantsPortal.Partnerships;

/// <summary>Whom of a partner the city writes to.</summary>
public static class PartnerAddresses
{
    /// <summary>The Owners whose address is confirmed.</summary>
    public static async Task<IReadOnlyList<Recipient>> Of(UnitOfWork work, long organisation) =>
        [.. (await OrganisationRepository.People(work, organisation, MemberRole.Owner)).Where(person => person.EmailConfirmed).Select(person => person.AsRecipient())];
}
