using GrantsPortal.Web.Shared.Languages;

namespace GrantsPortal.Web.Partnerships.Agreements;

/// <summary>Refusals of agreements as sentences.</summary>
public sealed class AgreementSentences : IRefusalSentences
{
    /// <inheritdoc/>
    public IReadOnlyDictionary<string, string> English { get; } = new Dictionary<string, string>
    {
        ["agreement.not-staff"] = "Only a focal point, a programme officer or an administrator can do this",
        ["agreement.title-missing"] = "Give it a title",
        ["agreement.purpose-missing"] = "Say what it is for",
        ["agreement.city-brings-missing"] = "Say what the city brings",
        ["agreement.brings-missing"] = "Say what this partner brings",
        ["agreement.goal-missing"] = "Say what is to be reached",
        ["agreement.long"] = "At most {0} characters fit here",
        ["agreement.party-missing"] = "Name at least one partner",
        ["agreement.party-unknown"] = "No organisation of this name is registered here. Choose one of those shown while you type",
        ["agreement.party-two"] = "Two organisations have this name. Give one of them another name first",
        ["agreement.party-twice"] = "This partner is named twice",
        ["agreement.starts-missing"] = "Enter the first day",
        ["agreement.ends-missing"] = "Enter the last day",
        ["agreement.ends-before"] = "The last day is before the first",
        ["agreement.ends-past"] = "The last day is past",
        ["agreement.starts-before-former-ends"] = "The version it follows holds until {0}. Enter a later day",
        ["agreement.due-missing"] = "Enter the day by which it is to be reached",
        ["agreement.due-outside"] = "Enter a day between the first and the last day of the agreement",
        ["agreement.owner-unfit"] = "Choose the city or a partner named above",
        ["agreement.goals-missing"] = "A partnership plan needs at least one goal. Change the draft first",
        ["agreement.over"] = "Its last day is past",
        ["agreement.reason-missing"] = "Say why",
        ["agreement.owners-only"] = "Only an Owner of the organisation can do this",
        ["agreement.followed"] = "Another version follows it already",
        ["agreement.not-in-force"] = "It is not in force",
        ["agreement.name-missing"] = "Enter your full name",
        ["agreement.agree-missing"] = "Tick that you may sign and that you agree",
        ["agreement.not-offered"] = "It cannot be signed now",
        ["agreement.signed-already"] = "You have signed already",
        ["agreement.enough"] = "This side has signed already",
        ["agreement.not-signatory"] = "For the city, only an approver or the partner’s focal point can sign",
        ["agreement.own-offer"] = "You offered it, so somebody else signs for the city",
        ["agreement.own-organisation"] = "You belong to one of the partners, so somebody else signs for the city",
        ["agreement.not-yours"] = "Only an officer, or an Owner or Editor of the partner whose goal it is, can do this",
        ["agreement.noted-missing"] = "Enter the day this is about",
        ["agreement.noted-later"] = "Enter a day that is not in the future",
        ["agreement.words-missing"] = "Say how far it is",
        ["agreement.goal-changed"] = "Somebody else noted something on this goal meanwhile. Read it below, then save again",
        ["agreement.changed-meanwhile"] = "Somebody else changed this while you had it open. Look at it again, then go on",
    };
}
