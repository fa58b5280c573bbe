using GrantsPortal.Applications;
using GrantsPortal.Awards.Letters;
using GrantsPortal.Calls;
using GrantsPortal.Organisations;
using GrantsPortal.People;
using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Mail;

namespace GrantsPortal.Awards.Offers;

/// <summary>Writes about an award to those it concerns.</summary>
internal static class AwardMail
{
    /// <summary>
    /// To every Owner and Editor who can sign in. Where the organisation reads its letters behind sign-in they get a
    /// notice that says nothing of an award, neither in words nor in its link.
    /// </summary>
    public static async Task ToMembers(UnitOfWork work, Award award, Message message, string relatedType = "Award", long? relatedId = null)
    {
        var organisation = (await OrganisationRepository.Find(work, award.OrganisationId))!;
        var written = organisation.LettersBy == LetterDelivery.SignIn ? await Notice(work, award) : message;
        var owners = await OrganisationRepository.People(work, organisation.Id, MemberRole.Owner);
        var editors = await OrganisationRepository.People(work, organisation.Id, MemberRole.Editor);
        foreach (var person in owners.Concat(editors).Where(person => person.EmailConfirmed))
        {
            work.Mail(person.AsRecipient(), written, relatedType, relatedId ?? award.Id);
        }
    }

    /// <summary>To every Owner who can sign in but one; behind sign-in a notice, as <see cref="ToMembers"/>.</summary>
    public static async Task ToOwners(UnitOfWork work, Award award, long but, Message message)
    {
        var organisation = (await OrganisationRepository.Find(work, award.OrganisationId))!;
        var written = organisation.LettersBy == LetterDelivery.SignIn ? await Notice(work, award) : message;
        foreach (var person in (await OrganisationRepository.People(work, organisation.Id, MemberRole.Owner)).Where(person => person.EmailConfirmed && person.Id != but))
        {
            work.Mail(person.AsRecipient(), written, "Award", award.Id);
        }
    }

    /// <summary>To the officer who runs the call.</summary>
    public static async Task ToOfficer(UnitOfWork work, Award award, Message message)
    {
        if (await AwardOfficer.Of(work, award) is { } officer)
        {
            work.Mail(officer.AsRecipient(), message, "Award", award.Id);
        }
    }

    private static async Task<DecisionNotice> Notice(UnitOfWork work, Award award)
    {
        var application = award.ApplicationId is { } id ? await ApplicationRepository.Find(work, id) : null;
        return new DecisionNotice(application?.Reference ?? "", MyRoutes.Home);
    }
}
