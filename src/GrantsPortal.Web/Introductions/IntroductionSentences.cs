using GrantsPortal.Web.Shared.Languages;

namespace GrantsPortal.Web.Introductions;

/// <summary>The module's refusals as sentences.</summary>
public sealed class IntroductionSentences : IRefusalSentences
{
    /// <inheritdoc/>
    public IReadOnlyDictionary<string, string> English { get; } = new Dictionary<string, string>
    {
        ["offer.too-many"] = "Name at most {0}; those that matter most help most",
        ["offer.words-long"] = "Use at most {0} characters for each",
        ["offer.note-long"] = "Use at most {0} characters",
        ["offer.holds-contact"] = "Leave out addresses and telephone numbers: they are passed on only when both sides agree",
        ["offer.until-missing"] = "Say until when it holds",
        ["offer.until-past"] = "Choose a day that is still to come",
        ["offer.until-late"] = "Choose a day within {0} months; we ask you again before then",
        ["introduction.officers-only"] = "Only a programme officer or focal point can do this",
        ["introduction.owners-agree"] = "Only an Owner can agree that your organisation is proposed to others",
        ["introduction.in-already"] = "They take part already",
        ["introduction.not-in"] = "A focal-point officer looks at your organisation first; until then you cannot ask",
        ["introduction.going-already"] = "An introduction between the two is going on already",
        ["introduction.made-already"] = "The two were introduced already",
        ["introduction.asked-before"] = "You asked before, and it did not come about. A focal-point officer can help you further",
        ["introduction.too-many-asked"] = "You have asked {0} times in the last 30 days, which is the most; wait a little",
        ["introduction.too-many-received"] = "They have been asked by many lately; try again in some weeks",
        ["introduction.same-organisation"] = "Choose two different organisations",
        ["introduction.unknown"] = "There is no organisation of this name",
        ["introduction.several"] = "Several organisations are called so; write the name in full",
        ["introduction.declined-before"] = "One of them said no before. Tick the box if you have spoken with them and want to ask again",
        ["introduction.words-missing"] = "Say in a sentence or two why you should know one another",
        ["introduction.words-long"] = "Use at most {0} characters",
        ["introduction.words-contact"] = "Leave out addresses and telephone numbers: they are passed on only when both sides agree",
        ["introduction.nobody-there"] = "Nobody of {0} has an account here who could answer",
        ["introduction.contact-unknown"] = "Choose whose contact is passed on",
        ["introduction.phone-long"] = "Use at most {0} characters",
        ["introduction.over"] = "It waits for no answer any more",
        ["introduction.too-late"] = "The time for answering is over",
        ["introduction.answered-already"] = "Your side has answered already",
        ["introduction.changed-meanwhile"] = "Somebody else acted while you had this open; look again",
        ["introduction.not-asker"] = "Only the side that asked, or an officer, can take it back",
        ["introduction.not-made"] = "It was not made",
        ["introduction.outcome-missing"] = "Choose what came of it",
        ["meeting.no-place"] = "Only those who have a place are told whom to meet",
        ["meeting.over"] = "It is over, or does not take place",
        ["meeting.too-many"] = "Choose at most {0}",
        ["tables.plan-odd"] = "Enter a number from {0} to {1}",
        ["tables.nobody"] = "Nobody has a place yet, so nobody can be seated",
        ["tables.too-many"] = "At most {0} people can be seated here",
        ["tables.too-few-seats"] = "{0} people have a place, and the tables have {1} seats",
        ["tables.contradiction"] = "What is to hold contradicts itself: look at who is to sit together, who apart, and whose place is settled",
        ["tables.impossible"] = "No seating was found in which everything holds; give up one of the wishes, or lay another table",
        ["tables.not-laid"] = "Say first how many tables there are",
        ["tables.not-seated"] = "Seat everybody first",
        ["tables.no-such-place"] = "There is no such guest, round or table any more",
        ["tables.full"] = "Table {0} is full; move somebody else first",
        ["tables.apart"] = "Somebody sits there from whom they are to be kept away",
        ["tables.same-guest"] = "Choose two different people",
        ["tables.changed-meanwhile"] = "Somebody else changed the tables while you had this open; look again",
    };
}
