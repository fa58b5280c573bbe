using GrantsPortal.Organisations;
using GrantsPortal.Web.Shared.Languages;

namespace GrantsPortal.Web.Organisations;

/// <summary>The module's refusals, and its choices in words.</summary>
public sealed class OrganisationSentences : IRefusalSentences
{
    /// <inheritdoc/>
    public IReadOnlyDictionary<string, string> English { get; } = new Dictionary<string, string>
    {
        ["record.changed-meanwhile"] = "Somebody else saved this while you were writing; compare below, then save again",
        ["organisation.name-missing"] = "Enter the name your organisation goes by",
        ["organisation.name-holds-address"] = "A name cannot hold a web or e-mail address",
        ["organisation.too-long"] = "Use {0} characters or fewer",
        ["organisation.register-unknown"] = "Choose a register from the list",
        ["organisation.number-missing"] = "Enter the number on that register, or choose that you are on none",
        ["organisation.number-odd"] = "A number holds letters and figures",
        ["organisation.number-taken"] = "Another organisation here holds this number; if that is a mistake, write to us",
        ["organisation.email-odd"] = "Enter an e-mail address like name@example.com",
        ["organisation.website-odd"] = "Enter a web address like www.example.org",
        ["organisation.about-long"] = "Use {0} words or fewer; this has {1}",
        ["organisation.country-odd"] = "Enter the two letters of a country, like GB",
        ["organisation.maybe-here"] = "An organisation like this one is already here: see below",
        ["organisation.viewers-read"] = "Viewers read; an Owner or Editor can change this",
        ["organisation.owners-choose"] = "How letters arrive and how awards are published is for an Owner to choose",
    };

    /// <summary>A kind of organisation, in English.</summary>
    public static string Kind(OrganisationKind kind) => kind switch
    {
        OrganisationKind.CommunityGroup => "Community group",
        OrganisationKind.FaithCommunity => "Faith community",
        OrganisationKind.Charity => "Charity",
        OrganisationKind.SocialEnterprise => "Social enterprise",
        OrganisationKind.School => "School, college or university",
        OrganisationKind.Business => "Business",
        _ => "Public body",
    };

    /// <summary>How letters arrive, in English.</summary>
    public static string Letters(LetterDelivery by) => by switch
    {
        LetterDelivery.Email => "The letter itself by e-mail",
        _ => "A short e-mail that asks to sign in and read it here",
    };

    /// <summary>How awards are published, in English.</summary>
    public static string Published(Publication publication) => publication switch
    {
        Publication.Full => "With the organisation’s name",
        Publication.Unnamed => "Without the organisation’s name",
        _ => "Not at all",
    };
}
