using GrantsPortal.Organisations;
using GrantsPortal.People;
using GrantsPortal.Platform.Text;

namespace GrantsPortal.Publishing.Demo;

/// <summary>Who is there: accounts, and organisations with their members.</summary>
internal sealed partial class DemoStory
{
    private void People()
    {
        foreach (var account in DemoPeople.Accounts)
        {
            At(Begins(now), () => Make(account.Key, account.Name, account.Email, DemoData.Password, account.Roles));
        }

        foreach (var name in DemoOrganisations.All.Select(one => one.Owner).Where(owner => DemoPeople.Accounts.All(account => account.Key != owner)).Distinct())
        {
            At(Begins(now).AddMinutes(30), () => Make(KeyOf(name), name, KeyOf(name) + DemoData.Domain, null, []));
        }
    }

    private void Organisations()
    {
        var desk = portal.Get<OrganisationDesk>();
        foreach (var (index, one) in DemoOrganisations.All.Index())
        {
            At(Begins(now).AddDays(1 + (index / 6)).AddHours(1 + (index % 6)), async () =>
                _organisations[one.Name] = Done(await desk.Register(As(KeyOf(one.Owner)), Details(one), besideTwins: true)));
        }
    }

    private async Task Make(string key, string name, string email, string? password, string[] roles) =>
        _people[key] = Done(await portal.Get<PeopleDesk>().Create(name, email, password, roles));

    private static string OwnerOf(string organisation) => KeyOf(DemoOrganisations.All.First(one => one.Name == organisation).Owner);

    private static string KeyOf(string owner) => DemoPeople.Accounts.Any(account => account.Key == owner) ? owner : Folded.Slug(owner);

    private static OrganisationDetails Details(DemoOrganisation one) => new()
    {
        Name = one.Name,
        Kind = one.Kind,
        Register = one.Number is null ? null : "GB-CHC",
        LegalNumber = one.Number,
        About = one.About,
        Email = one.Careful ? null : $"hello@{Folded.Slug(one.Name)}.demo.example",
        Address = one.Careful ? null : $"{3 + DemoWords.Pick(120, one.Name)} {one.District} Road",
        Town = "Riverton",
        Postcode = one.Careful ? null : $"RV{1 + DemoWords.Pick(8, one.District)} {1 + DemoWords.Pick(9, one.Name)}{(char)('A' + DemoWords.Pick(20, one.Name))}{(char)('B' + DemoWords.Pick(20, one.About))}",
        District = one.District,
        Country = "GB",
        LettersBy = one.Careful ? LetterDelivery.SignIn : LetterDelivery.Email,
        PublishedAs = one.Name.StartsWith("Anti-Hate", StringComparison.Ordinal) ? Publication.Withheld : one.Careful ? Publication.Unnamed : Publication.Full,
    };
}
