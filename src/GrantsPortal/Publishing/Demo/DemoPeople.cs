using GrantsPortal.Platform;

namespace GrantsPortal.Publishing.Demo;

/// <summary>Somebody who can sign in to the demo.</summary>
/// <param name="Key">The part of the address before the @.</param>
/// <param name="Name">Their name.</param>
/// <param name="Is">What they are, as the sign-in page says it.</param>
/// <param name="Roles">The roles they hold.</param>
public sealed record DemoAccount(string Key, string Name, string Is, params string[] Roles)
{
    /// <summary>Their address.</summary>
    public string Email => Key + DemoData.Domain;
}

/// <summary>The accounts of the product contract, §8.</summary>
public static class DemoPeople
{
    /// <summary>Everybody who can sign in.</summary>
    public static readonly IReadOnlyList<DemoAccount> Accounts =
    [
        new("admin", "Alex Morgan", "Administrator", Roles.Administrator),
        new("officer", "Olivia Bennett", "Programme officer", Roles.ProgrammeOfficer),
        new("focal", "Farah Siddiqui", "Focal point", Roles.FocalPoint),
        new("finance", "Felix Grant", "Finance", Roles.Finance),
        new("approver", "Priya Raman", "Approver", Roles.Approver),
        new("auditor", "Ahmed Tan", "Auditor", Roles.Auditor),
        new("reviewer1", "Ruth Adeyemi", "Reviewer", Roles.Reviewer),
        new("reviewer2", "Imran Sheikh", "Reviewer", Roles.Reviewer),
        new("reviewer3", "Hannah Cole", "Reviewer", Roles.Reviewer),
        new("reviewer4", "Marek Wójcik", "Reviewer", Roles.Reviewer),
        new("reviewer5", "Joy Campbell", "Reviewer whose own group applies", Roles.Reviewer),
        new("applicant1", "Amina Yusuf", "Applicant with an offer to answer"),
        new("applicant2", "Daniel Okafor", "Applicant with a draft in a call that closes in three days, and an award that ended early"),
        new("applicant3", "Leila Haddad", "Applicant who is asked to clarify, and whose other award is paused"),
        new("applicant4", "Tomasz Nowak", "Applicant with an accepted award"),
        new("applicant5", "Grace Mensah", "Applicant with a letter and feedback, and a closed award"),
        new("applicant6", "Sofia Petrova", "Person without an organisation yet"),
        new("applicant7", "Yusuf Rahman", "Member of three groups, the second Owner to sign an award"),
        new("applicant8", "Miriam Levy", "Applicant whose group is not named in public"),
        new("applicant9", "Harpreet Singh", "Applicant who asked to publish less"),
    ];
}
