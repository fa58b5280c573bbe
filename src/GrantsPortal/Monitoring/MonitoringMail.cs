using GrantsPortal.Awards;
using GrantsPortal.Awards.Offers;
using GrantsPortal.Organisations;
using GrantsPortal.People;
using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Mail;

namespace GrantsPortal.Monitoring;

/// <summary>Writes about reports and close-out to those they concern.</summary>
internal static class MonitoringMail
{
    /// <summary>
    /// To every Owner and Editor who can sign in, each with a message of their own. Where the organisation reads its letters
    /// behind sign-in they get a notice without substance, which keeps to their choice of notices as the message would.
    /// </summary>
    public static async Task ToMembers(UnitOfWork work, Award award, Func<Person, Message> message)
    {
        var organisation = (await OrganisationRepository.Find(work, award.OrganisationId))!;
        var owners = await OrganisationRepository.People(work, organisation.Id, MemberRole.Owner);
        var editors = await OrganisationRepository.People(work, organisation.Id, MemberRole.Editor);
        foreach (var person in owners.Concat(editors).Where(person => person.EmailConfirmed))
        {
            var written = message(person);
            work.Mail(person.AsRecipient(), organisation.LettersBy == LetterDelivery.SignIn ? new SignInNotice(MyRoutes.Home, written.Kind == MessageKind.Letter) : written, "Award", award.Id);
        }
    }

    /// <summary>The same message to all of them.</summary>
    public static Task ToMembers(UnitOfWork work, Award award, Message message) => ToMembers(work, award, _ => message);

    /// <summary>To the officer who runs the call.</summary>
    public static Task ToOfficer(UnitOfWork work, Award award, Message message) => AwardMail.ToOfficer(work, award, message);
}
