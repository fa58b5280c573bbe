using GrantsPortal.Organisations;
using GrantsPortal.People;
using GrantsPortal.Platform;

namespace GrantsPortal.TestWorld;

public sealed partial class City
{
    /// <summary>An organisation with its Owner, on no official register.</summary>
    public async Task<Organisation> Organisation(string name, Person owner) =>
        (await Portal.Get<OrganisationDesk>().Register(
            new Actor(owner.Id, owner.Name, new HashSet<string>()),
            new OrganisationDetails { Name = name, Kind = OrganisationKind.CommunityGroup, Email = "office@example.org" },
            besideTwins: true)).Value;
}
