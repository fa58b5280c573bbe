using GrantsPortal.Web.Shared.Languages;

namespace GrantsPortal.Web.Partnerships.Agreements;

/// <summary>Refusals of agreements as sentences.</summary>
public sealed class AgreementSentences : IRefusalSentences
{
    /// <inheritdoc/>
    public IReadOnlyDictionary<string, string> English { get; } = new Dictionary<string, string>
    {
        ["partner-agreement.not-staff"] = "Only a focal point, a programme officer or an administrator can do this",
        ["partner-agreement.title-missing"] = "Give it a title",
        ["partner-agreement.purpose-missing"] = "Say what it is for",
        ["partner-agreement.city-brings-missing"] = "Say what the city brings",
        ["partner-agreement.brings-missing"] = "Say what this partner brings",
        ["partner-agreement.goal-missing"] = "Say what is to be reached",
        ["partner-agreement.long"] = "At most {0} characters fit here",
        ["partner-agreement.party-missing"] = "Name at least one partner",
        ["partner-agreement.party-unknown"] = "No organisation of this name is registered here. Choose one of those shown while you type",
        ["partner-agreement.party-two"] = "Two organisations have this name. Give one of them another name first",
        ["partner-agreement.party-twice"] = "This partner is named twice",
        ["partner-agreement.starts-missing"] = "Enter the first day",
        ["partner-agreement.ends-missing"] = "Enter the last day",
        ["partner-agreement.ends-before"] = "The last day is before the first",
        ["partner-agreement.ends-past"] = "The last day is past",
        ["partner-agreement.starts-before-former-ends"] = "The version it follows holds until {0}. Enter a later day",
        ["partner-agreement.due-missing"] = "Enter the day by which it is to be reached",
        ["partner-agreement.due-outside"] = "Enter a day between the first and the last day of the agreement",
        ["partner-agreement.owner-unfit"] = "Choose the city or a partner named above",
        ["partner-agreement.goals-missing"] = "A partnership plan needs at least one goal. Change the draft first",
        ["partner-agreement.over"] = "Its last day is past",
        ["partner-agreement.reason-missing"] = "Say why",
        ["partner-agreement.owners-only"] = "Only an Owner of the organisation can do this",
        ["partner-agreement.followed"] = "Another version follows it already",
        ["partner-agreement.not-in-force"] = "It is not in force",
        ["partner-agreement.name-missing"] = "Enter your full name",
        ["partner-agreement.agree-missing"] = "Tick that you may sign and that you agree",
        ["partner-agreement.not-offered"] = "It cannot be signed now",
        ["partner-agreement.signed-already"] = "You have signed already",
        ["partner-agreement.enough"] = "This side has signed already",
        ["partner-agreement.not-signatory"] = "For the city, only an approver or the partner’s focal point can sign",
        ["partner-agreement.own-offer"] = "You offered it, so somebody else signs for the city",
        ["partner-agreement.own-organisation"] = "You belong to one of the partners, so somebody else signs for the city",
        ["partner-agreement.not-yours"] = "Only an officer, or an Owner or Editor of the partner whose goal it is, can do this",
        ["partner-agreement.noted-missing"] = "Enter the day this is about",
        ["partner-agreement.noted-later"] = "Enter a day that is not in the future",
        ["partner-agreement.words-missing"] = "Say how far it is",
        ["partner-agreement.goal-changed"] = "Somebody else noted something on this goal meanwhile. Read it below, then save again",
        ["partner-agreement.changed-meanwhile"] = "Somebody else changed this while you had it open. Look at it again, then go on",
    };
}
