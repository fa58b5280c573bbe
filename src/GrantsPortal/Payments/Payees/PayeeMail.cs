using GrantsPortal.Organisations;
using GrantsPortal.People;
using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Mail;

namespace GrantsPortal.Payments.Payees;

/// <summary>Writes about bank details to everybody who answers for them.</summary>
internal static class PayeeMail
{
    /// <summary>To every Owner who can sign in; where the organisation reads letters behind sign-in, the message is made discreet.</summary>
    public static async Task ToOwners(UnitOfWork work, Organisation organisation, Func<bool, Message> message)
    {
        foreach (var owner in await OrganisationRepository.People(work, organisation.Id, MemberRole.Owner))
        {
            work.Mail(owner.AsRecipient(), message(organisation.LettersBy == LetterDelivery.SignIn), "Organisation", organisation.Id);
        }
    }

    /// <summary>To a person who is paid.</summary>
    public static async Task ToPerson(UnitOfWork work, long person, Message message)
    {
        if (await PersonRepository.Find(work, person) is { DisabledAt: null } payee)
        {
            work.Mail(payee.AsRecipient(), message);
        }
    }
}
