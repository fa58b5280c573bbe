using System.Text.RegularExpressions;
using GrantsPortal.Organisations;
using GrantsPortal.People;
using GrantsPortal.Platform;

namespace GrantsPortal.TestWorld;

public sealed partial class City
{
    /// <summary>An organisation with its Owner, on no official register.</summary>
    public async Task<Organisation> Organisation(string name, Person owner) =>
        (await Portal.Get<OrganisationDesk>().Register(
            Acting(owner),
            new OrganisationDetails { Name = name, Kind = OrganisationKind.CommunityGroup, Email = "office@example.org" },
            besideTwins: true)).Value;

    /// <summary>Makes somebody a member, as if an invitation had been accepted.</summary>
    public Task<bool> Member(Organisation organisation, Person person, MemberRole role) =>
        Write(Actor.System, work => OrganisationRepository.AddMember(work, organisation.Id, person.Id, role));

    /// <summary>The link in the latest e-mail of a kind to an address, as a path of the portal.</summary>
    public async Task<string> LinkTo(string address, string template)
    {
        var mail = (await MailTo(address)).LastOrDefault(sent => sent.Template == template)
            ?? throw new InvalidOperationException($"{address} was sent no {template}.");
        return Link().Match(mail.TextBody) is { Success: true } link ? link.Groups[1].Value
            : throw new InvalidOperationException($"{template} holds no link: {mail.TextBody}");
    }

    /// <summary>Somebody as an actor of use cases.</summary>
    public static Actor Acting(Person person, params string[] roles) => new(person.Id, person.Name, roles.ToHashSet());

    [GeneratedRegex(@"http://localhost(/\S+)")]
    private static partial Regex Link();
}
