using GrantsPortal.Organisations;
using GrantsPortal.Organisations.Invitations;
using GrantsPortal.People;

namespace GrantsPortal.Publishing.Demo;

/// <summary>How people come into organisations.</summary>
internal sealed partial class DemoStory
{
    /// <summary>Who else belongs to which organisation.</summary>
    private static readonly (string Organisation, string Person, MemberRole Role)[] Members =
    [
        ("Northgate Youth Forum", "applicant7", MemberRole.Editor),
        ("Young Muslims Debate", "applicant7", MemberRole.Owner),
        ("Harbour Women’s Circle", "applicant3", MemberRole.Viewer),
        ("Harbour Women’s Circle", "selam-bekele", MemberRole.Editor),
        ("Riverton Interfaith Walkers", "applicant9", MemberRole.Viewer),
        ("Riverton Interfaith Walkers", "applicant8", MemberRole.Editor),
        ("Gurdwara Kitchen Volunteers", "jasvinder-kaur", MemberRole.Owner),
        ("Castle Hill Gospel Choir", "applicant1", MemberRole.Viewer),
        ("Weirside Newcomers’ Kitchen", "maeve-donnelly", MemberRole.Owner),
        ("Beit Shalom Community", "ben-adler", MemberRole.Owner),
        ("Riverton Council of Faiths", "applicant4", MemberRole.Viewer),
        ("Eastbank Elders’ Table", "helen-frost", MemberRole.Owner),
        ("Millfield Community Radio", "applicant2", MemberRole.Viewer),
        ("Ethiopian Coffee Mornings", "applicant3", MemberRole.Editor),
        ("Northgate Primary School", "applicant2", MemberRole.Editor),
    ];

    private void MembersCome()
    {
        foreach (var (index, (organisation, person, role)) in Members.Index())
        {
            At(Begins(now).AddDays(13).AddHours(index), () => Join(organisation, person, role));
        }

        At(Ago(2, 10), () => Invite("Castle Hill Gospel Choir", "applicant6", MemberRole.Editor));
        At(Ago(1, 11), () => Knock("Northgate Youth Forum", "applicant9", "I taught tabla at your summer festival and would like to help with the winter evenings."));
    }

    private async Task Join(string organisation, string person, MemberRole role)
    {
        await Invite(organisation, person, role);
        portal.Clock.Pass(25);
        var waiting = await portal.Read(work => InvitationRepository.WaitingFor(work, EmailAddresses.Normalize(Somebody(person).Email), portal.Now));
        var invitation = waiting.Single(one => one.OrganisationName == organisation);
        Done((await portal.Get<InvitationDesk>().Accept(As(person), null, invitation.Id))!.Value);
    }

    private async Task Invite(string organisation, string person, MemberRole role)
    {
        var known = _organisations[organisation];
        Done((await portal.Get<InvitationDesk>().Invite(As(OwnerOf(organisation)), known.Id, Somebody(person).Email, role))!.Value);
    }

    private async Task Knock(string organisation, string person, string reason) =>
        Done((await portal.Get<JoinDesk>().Ask(As(person), _organisations[organisation].Id, reason))!.Value);
}
