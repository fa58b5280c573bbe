using GrantsPortal.Organisations;
using GrantsPortal.Partnerships;
using GrantsPortal.People;
using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Mail;

namespace GrantsPortal.Introductions.Offers;

/// <summary>Writes to partners about introductions.</summary>
internal static class PartnerMail
{
    /// <summary>Every Owner and Editor who can sign in, whose address is confirmed, and who as a contact of the partner did not say no to e-mail.</summary>
    public static async Task<IReadOnlyList<Person>> Editors(UnitOfWork work, long organisation)
    {
        var owners = await OrganisationRepository.People(work, organisation, MemberRole.Owner);
        var editors = await OrganisationRepository.People(work, organisation, MemberRole.Editor);
        return await PartnerAddresses.Willing(work, organisation, [.. owners, .. editors]);
    }

    /// <summary>To every Owner and Editor; where the organisation reads its letters behind sign-in, a notice that says nothing.</summary>
    public static async Task ToEditors(UnitOfWork work, Organisation organisation, Message message, long? introduction = null) =>
        To(work, organisation, await Editors(work, organisation.Id), message, introduction);

    /// <summary>To some of its people; behind sign-in a notice, as <see cref="ToEditors"/>.</summary>
    public static void To(UnitOfWork work, Organisation organisation, IEnumerable<Person> people, Message message, long? introduction = null)
    {
        var written = organisation.LettersBy == LetterDelivery.SignIn ? new PartnerNotice(MyRoutes.Home) : message;
        foreach (var person in people)
        {
            work.Mail(person.AsRecipient(), written, introduction is null ? "Organisation" : nameof(Introduction), introduction ?? organisation.Id);
        }
    }
}
