using GrantsPortal.Organisations;
using GrantsPortal.Response.Offers;

namespace GrantsPortal.Response.Log;

/// <summary>A line of the log as people read it.</summary>
public static class LineWords
{
    /// <summary>The English sentence, a key of the portal's texts; {0} is the partner, {1} the contact, {2} the capability or number, {3} who of the city.</summary>
    public static string Sentence(IncidentLine line) => (line.Kind, line.Way) switch
    {
        (LineKind.Opened, _) => "{3} opened it",
        (LineKind.CallDown, _) => "{3} confirmed a call-down to {2} partners",
        (LineKind.Alerted, "Text") => "{0}: text message to {1}",
        (LineKind.Alerted, _) => "{0}: e-mail to {1}",
        (LineKind.Deputy, "Text") => "{0}: no answer in time, text message to {1}",
        (LineKind.Deputy, _) => "{0}: no answer in time, e-mail to {1}",
        (LineKind.NobodyToReach, _) => "{0}: nobody can be reached by e-mail or text message",
        (LineKind.NobodyLeft, _) => "{0}: no answer, and nobody is left to alert",
        (LineKind.NotDelivered, "Text") => "{0}: the text message to {1} was not delivered",
        (LineKind.NotDelivered, _) => "{0}: the e-mail to {1} was not delivered",
        (LineKind.Well, _) => line.ContactId is null ? "{0}: they are well, as told to {3}" : "{0}: they are well, says {1}",
        (LineKind.CanHelp, _) => line.ContactId is null ? "{0}: they can help, as told to {3}" : "{0}: they can help, says {1}",
        (LineKind.NeedHelp, _) => line.ContactId is null ? "{0}: they need help, as told to {3}" : "{0}: they need help, says {1}",
        (LineKind.Need, _) => "{0} needs: {2}",
        (LineKind.Offer, _) => "{0} offers: {2}",
        (LineKind.Match, _) => "{0}: put together by {3} for {2}, and told",
        (LineKind.Settled, _) => "{0}: settled, {2}",
        (LineKind.Note, _) => "{3}",
        (LineKind.Situation, _) => "{3} wrote what is known",
        (LineKind.ReaderAdded, _) => line.Words == "staff" ? "{3} let somebody of the staff read the situation page" : "{3} sent an outside counterpart a link to the situation page",
        (LineKind.ReaderRemoved, _) => "{3} let somebody read the situation page no more",
        (LineKind.Inject, _) => "{3} put into the exercise",
        (LineKind.InjectAnswered, _) => "{3} noted the response",
        (LineKind.ExercisePaused, _) => "{3} paused the exercise",
        (LineKind.ExerciseResumed, _) => "{3} let the exercise go on",
        _ => "{3} closed it",
    };

    /// <summary>What goes into the places; <paramref name="say"/> gives a sentence of ours in the reader's language, <paramref name="hide"/> leaves partners at risk unnamed.</summary>
    public static object?[] Args(IncidentLine line, Func<string, string> say, bool hide) =>
    [
        hide && line.LettersBy == LetterDelivery.SignIn ? say("A partner that is not named") : line.OrganisationName ?? "",
        hide ? say("a contact") : line.ContactName is { Length: > 0 } name ? name : say("a contact no longer kept"),
        Subject(line, say),
        line.PersonName ?? say("The portal"),
    ];

    /// <summary>What was said besides; empty where the sentence holds it.</summary>
    public static string Words(IncidentLine line) => line.Kind switch
    {
        LineKind.Well or LineKind.CanHelp or LineKind.NeedHelp or LineKind.Note or LineKind.Situation or LineKind.Inject or LineKind.InjectAnswered => line.Words,
        LineKind.Need or LineKind.Offer => line.Words.Split(": ", 2) is [_, var words] ? words : "",
        _ => "",
    };

    private static string Subject(IncidentLine line, Func<string, string> say) =>
        Enum.TryParse<CrisisCapability>(line.Words.Split(": ", 2)[0], out var capability) && !char.IsAsciiDigit(line.Words.FirstOrDefault()) ? say(ResponseNames.Of(capability)) : line.Words;
}
