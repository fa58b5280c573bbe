using GrantsPortal.Partnerships.PublicDirectory;

namespace GrantsPortal.Publishing.Demo;

/// <summary>Partners who want to be found, one who wrote and has not agreed yet, one who left and one who was taken out.</summary>
internal sealed partial class DemoStory
{
    private void PublicDirectory()
    {
        InDirectory(160, Circle, ["Harbour"], ["Arabic", "Somali", "Farsi", "English"], ["women", "families"], "https://circle.example", "hello@circle.example", "01632 960 145");
        InDirectory(158, Walkers, ["Old Town", "Priory", "Eastbank"], ["English", "Urdu"], ["faith", "dialogue"], "https://walkers.example", null, null);
        InDirectory(157, ParishHall, ["Weirside"], ["English", "Irish"], ["faith", "organisations"], null, "hall@stbrigid.example", "01632 960 105");
        InDirectory(150, Radio, ["Millfield", "Weirside", "Northgate"], ["English", "Bengali", "Somali", "Romani", "Urdu"], ["online", "young-people"], "https://millfield-radio.example", "desk@millfield-radio.example", null);
        InDirectory(149, Somali, ["Harbour"], ["Somali", "Arabic", "English"], ["families", "newcomers"], null, null, "01632 960 106");
        InDirectory(140, Deaf, ["Old Town"], ["British Sign Language", "English"], ["organisations"], "https://deaf-network.example", "text@deaf-network.example", null);
        InDirectory(133, Quakers, ["Priory"], ["English"], ["dialogue", "faith"], null, "room@quakers.example", null);
        InDirectory(120, Kitchen, ["Weirside", "Harbour"], ["Ukrainian", "Dari", "Arabic", "English"], ["newcomers"], null, "kitchen@weirside.example", null);
        InDirectory(118, "Gurdwara Kitchen Volunteers", ["Eastbank"], ["Punjabi", "Hindi", "English"], ["faith", "crisis"], null, null, "01632 960 103");
        InDirectory(96, Youth, ["Northgate"], ["English", "Twi", "Kurdish"], ["young-people", "online"], "https://northgateyouth.example", "forum@northgateyouth.example", null);
        InDirectory(90, Theatre, ["Weirside"], ["English"], ["young-people", "dialogue"], null, "stage@weirtheatre.example", null);
        InDirectory(64, "Castle Hill Gospel Choir", ["Castle Hill"], ["English", "Swedish", "Spanish"], ["faith"], null, "sing@gospel.example", null);
        At(Ago(21), async () => Done((await portal.Get<DirectoryDesk>().Leave(As(OwnerOf(Theatre)), _organisations[Theatre].Slug))!.Value));
        At(Ago(12), async () => Done((await portal.Get<DirectoryDesk>().TakeOut(As("focal"), _organisations["Castle Hill Gospel Choir"].Id, "The e-mail address you name comes back to us. Please look whether it is the right one."))!.Value));
        At(Ago(2), async () => Done((await portal.Get<DirectoryDesk>().Write(As(OwnerOf(RomaWomen)), _organisations[RomaWomen].Slug, 0, new DirectoryText { Name = "Roma women who go with you", Languages = ["Romani", "English"] }))!.Value));
    }

    private void InDirectory(int ago, string organisation, string[] districts, string[] languages, string[] themes, string? site, string? email, string? phone) => At(Ago(ago, 15), async () =>
    {
        var (desk, owner, record) = (portal.Get<DirectoryDesk>(), As(OwnerOf(organisation)), _organisations[organisation]);
        Done((await desk.Write(owner, record.Slug, 0, new DirectoryText { Name = record.Name, About = record.About, Districts = districts, Languages = languages, Themes = themes, Website = site, Email = email, Phone = phone }))!.Value);
        Done((await desk.Publish(owner, record.Slug, 1, new ConsentGiven(DirectoryRules.Consent.Replace("{0}", "Riverton", StringComparison.Ordinal), "en", true, true)))!.Value);
    });
}
