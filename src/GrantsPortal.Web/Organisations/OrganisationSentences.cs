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
        ["organisation.income-odd"] = "Enter your income in whole units, from 0, or nothing",
        ["organisation.number-missing"] = "Enter the number on that register, or choose that you are on none",
        ["organisation.number-odd"] = "A number holds letters and figures",
        ["organisation.number-taken"] = "Another organisation here holds this number; if that is a mistake, write to us",
        ["organisation.email-odd"] = "Enter an e-mail address like name@example.com",
        ["organisation.website-odd"] = "Enter a web address like www.example.org",
        ["organisation.about-long"] = "Use {0} words or fewer; this has {1}",
        ["organisation.country-odd"] = "Enter the two letters of a country, like GB",
        ["organisation.maybe-here"] = "An organisation like this one is already here: see below",
        ["organisation.viewers-read"] = "Viewers read; an Owner or Editor can change this",
        ["member.changed-meanwhile"] = "Somebody else changed what {0} may do while you had this page open: now “{1}”. Choose again if that is not right",
        ["member.owners-only"] = "Only an Owner looks after the members",
        ["member.same-role"] = "They have that role already",
        ["member.last-owner"] = "There must always be an Owner: make somebody else one first",
        ["invitation.member-already"] = "{0} is a member already",
        ["invitation.too-many"] = "{0} invitations wait for an answer; take one back before you send another",
        ["invitation.just-sent"] = "An invitation to this address has just been sent; wait a minute before you send another",
        ["invitation.used"] = "This invitation was accepted already",
        ["invitation.revoked"] = "This invitation was taken back or declined; ask to be invited again if it should not have been",
        ["invitation.expired"] = "This invitation has expired; ask to be invited again",
        ["invitation.other-address"] = "This invitation is for another e-mail address than {0}, which you are signed in with. Sign in with the address it was sent to, or ask to be invited at this one",
        ["invitation.unconfirmed"] = "Confirm your address {0} first: the link is in the e-mail we sent you when you registered",
        ["join.reason-missing"] = "Say who you are to them, so that they know you",
        ["join.reason-long"] = "Use {0} words or fewer; this has {1}",
        ["join.member-already"] = "You belong to {0} already",
        ["join.asked-already"] = "You have asked {0} already; they have not answered yet",
        ["join.answered-already"] = "Another Owner has answered {0} already",
        ["join.too-many"] = "{0} of your requests wait for an answer; wait for one before you ask again",
        ["recovery.evidence-short"] = "Write down the evidence, in {0} words or more",
        ["recovery.nobody"] = "Nobody has an account with this address; they need to register first",
        ["recovery.account-off"] = "The account of {0} is switched off, or its address was never confirmed",
        ["recovery.own-hands"] = "You cannot name yourself; another officer must do it",
        ["recovery.owner-already"] = "{0} is an Owner already",
        ["recovery.open-already"] = "A new Owner has been named already; give that up first",
        ["recovery.not-yet"] = "The waiting time runs until {0}",
        ["recovery.halted-already"] = "This is halted already, or has ended",
        ["recovery.same-officer"] = "Another officer than the one who started it, and not the person named, must look at the objection",
        ["recovery.note-missing"] = "Write down what you found",
        ["signing.owners-only"] = "Only an Owner decides who signs",
        ["signing.already"] = "This is the rule already",
        ["signing.one-owner"] = "Two signatures need two Owners: make somebody else one first",
        ["signing.asked-already"] = "An Owner has asked for this already; it waits for another to agree",
        ["signing.not-asked"] = "Nobody who is still an Owner asks for this any more",
        ["signing.own-request"] = "You asked for this, so another Owner has to agree",
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
