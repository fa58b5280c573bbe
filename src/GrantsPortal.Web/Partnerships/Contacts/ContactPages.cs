using GrantsPortal.Organisations;
using GrantsPortal.Partnerships.Access;
using GrantsPortal.Partnerships.Contacts;
using GrantsPortal.Partnerships.Partners;
using GrantsPortal.People;
using GrantsPortal.Web.Shared.Forms;

namespace GrantsPortal.Web.Partnerships.Contacts;

/// <summary>Contacts as lists show them.</summary>
/// <param name="Contacts">The contacts.</param>
/// <param name="Consents">Whether the reader sees what they agreed to.</param>
/// <param name="IsStale">Whether one is to be confirmed anew.</param>
/// <param name="Link">Where one is changed; null for whoever only reads.</param>
public sealed record ContactsView(IReadOnlyList<PartnerContact> Contacts, bool Consents, Func<PartnerContact, bool> IsStale, Func<long, string>? Link);

/// <summary>A contact being added or changed.</summary>
public sealed record ContactPage(string PartnerName, string Back, string Path, PartnerContact? Contact, ContactForm Form)
{
    /// <summary>Whether the partner itself writes.</summary>
    public bool Own { get; init; }

    /// <summary>What was agreed to and taken back, when.</summary>
    public IReadOnlyList<ConsentRow> Consents { get; init; } = [];

    /// <summary>Languages to choose from.</summary>
    public IReadOnlyList<FieldItem> Languages { get; init; } = [];
}

/// <summary>Somebody's own page of how the city reaches them.</summary>
public sealed record MyContactPage(PartnerContact Contact, string PartnerName, string Secret, bool Confirmed);

/// <summary>One's own organisation as a partner.</summary>
public sealed record MyPartnershipPage(Organisation Organisation, Partner Partner, PartnerReading Reading, bool MayWrite)
{
    /// <summary>Who is responsible at the city today.</summary>
    public Person? FocalPoint { get; init; }

    /// <summary>Members with an account.</summary>
    public IReadOnlyList<Person> Members { get; init; } = [];

    /// <summary>Contacts.</summary>
    public IReadOnlyList<PartnerContact> Contacts { get; init; } = [];

    /// <summary>How many contacts are to be confirmed.</summary>
    public int Stale { get; init; }

    /// <summary>Whether a contact is to be confirmed anew.</summary>
    public Func<PartnerContact, bool> IsStale { get; init; } = _ => false;

    /// <summary>What was promised.</summary>
    public CommitmentsView? Commitments { get; init; }

    /// <summary>When it was last spoken to, where the city lets it read that.</summary>
    public DateTimeOffset? LastContactAt { get; init; }

    /// <summary>Names of its themes.</summary>
    public IReadOnlyList<string> Themes { get; init; } = [];

    /// <summary>The other organisations of the reader.</summary>
    public IReadOnlyList<Membership> Others { get; init; } = [];
}

/// <summary>A contact as typed.</summary>
public sealed class ContactForm
{
    /// <summary>The version it was opened at.</summary>
    public int Version { get; set; }

    /// <summary>Name.</summary>
    public string? Name { get; set; }

    /// <summary>What they do there.</summary>
    public string? Role { get; set; }

    /// <summary>E-mail address.</summary>
    public string? Email { get; set; }

    /// <summary>Telephone number.</summary>
    public string? Phone { get; set; }

    /// <summary>Codes of languages.</summary>
    public List<string> Languages { get; set; } = [];

    /// <summary>Ways they do not want.</summary>
    public List<ContactWay> Not { get; set; } = [];

    /// <summary>Whether they can be reached day and night.</summary>
    public bool DayAndNight { get; set; }

    /// <summary>Their place in a call-down.</summary>
    public int? CallOrder { get; set; }

    /// <summary>What they agreed to.</summary>
    public List<ContactPurpose> Purposes { get; set; } = [];

    /// <summary>What the use case takes.</summary>
    public ContactPlan Read() => new() { Name = Name ?? "", Role = Role, Email = Email, Phone = Phone, Languages = Languages, Not = Not, DayAndNight = DayAndNight, CallOrder = CallOrder ?? 0, Purposes = Purposes };

    /// <summary>A contact as it stands.</summary>
    public static ContactForm Of(PartnerContact contact) => new()
    {
        Version = contact.Version,
        Name = contact.Name,
        Role = contact.Role,
        Email = contact.Email,
        Phone = contact.Phone,
        Languages = [.. contact.Languages],
        Not = [.. new[] { (contact.NotByEmail, ContactWay.Email), (contact.NotByPhone, ContactWay.Phone), (contact.NotByText, ContactWay.Text) }.Where(way => way.Item1).Select(way => way.Item2)],
        DayAndNight = contact.DayAndNight,
        CallOrder = contact.CallOrder,
        Purposes = [.. contact.Purposes],
    };
}

/// <summary>English words for contacts, said through the localiser.</summary>
public static class ContactWords
{
    /// <summary>What the city does with a name.</summary>
    public static string Of(ContactPurpose purpose) => purpose switch
    {
        ContactPurpose.WrittenTo => "Being written to about the partnership",
        ContactPurpose.NamedToPartners => "Being named to other partners",
        ContactPurpose.CallDown => "Being called in a crisis",
        _ => "Standing in the public directory",
    };

    /// <summary>Why the city may.</summary>
    public static string Of(LawfulBasis basis) => basis switch { LawfulBasis.PublicTask => "the city’s task", LawfulBasis.Consent => "consent", _ => "vital interests" };

    /// <summary>A way somebody does not want.</summary>
    public static string Not(ContactWay way) => way switch { ContactWay.Email => "No e-mail", ContactWay.Phone => "No calls", _ => "No text messages" };
}
