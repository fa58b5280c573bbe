using System.Globalization;
using GrantsPortal.Awards.Letters;
using GrantsPortal.Platform;

namespace GrantsPortal.Awards.Standing;

/// <summary>
/// The letters about a pause, its end and an early end, as Markdown: why, what it means, what to do, whom to call. What
/// the officer previews is what is sent.
/// </summary>
public static class StandingLetters
{
    /// <summary>Subject of the letter about an act of <see cref="AwardStates"/>.</summary>
    public static string Subject(Award award, string act) => act switch
    {
        AwardStates.Suspend => $"We are pausing your award {award.Reference}",
        AwardStates.Resume => $"Your award {award.Reference} goes on",
        _ => $"We are ending your award {award.Reference} early",
    };

    /// <summary>The letter.</summary>
    /// <param name="award">The award.</param>
    /// <param name="act">Suspend, resume or terminate.</param>
    /// <param name="entry">What the officer wrote; found right before.</param>
    /// <param name="today">The city's day.</param>
    /// <param name="culture">How days and amounts are written.</param>
    public static string Body(Award award, string act, StandingEntry entry, DateOnly today, CultureInfo culture) => string.Join("\n\n", new[]
    {
        $"Dear {LetterRules.Plain(award.OrganisationName)},",
        Opening(award, act, Instants.Day(entry.EffectiveOn ?? today, culture)),
        $"**Why.** {LetterRules.Plain(entry.Reason)}",
        Meaning(award, act, entry, culture),
        string.IsNullOrWhiteSpace(entry.ToDo) ? "" : $"**What we ask you to do.** {LetterRules.Plain(entry.ToDo)}",
        $"**Whom to call.** {LetterRules.Plain(entry.Contact)}. Please get in touch if anything in this letter is unclear, or if you see it differently: we would rather talk than write.",
        act == AwardStates.Terminate ? "Thank you for the work you have done." : act == AwardStates.Suspend ? "We write to you again as soon as the award can go on." : "We are glad that the work continues.",
    }.Where(part => part.Length > 0));

    private static string Opening(Award award, string act, string day) => act switch
    {
        AwardStates.Suspend => $"We are pausing your award {award.Reference}, *{LetterRules.Plain(award.Title)}*, from {day}. A pause is not the end of it.",
        AwardStates.Resume => $"The pause of your award {award.Reference}, *{LetterRules.Plain(award.Title)}*, is over from {day}.",
        _ => $"We are ending your award {award.Reference}, *{LetterRules.Plain(award.Title)}*, early. Its last day is {day}. We know that this is hard news.",
    };

    private static string Meaning(Award award, string act, StandingEntry entry, CultureInfo culture)
    {
        string Of(long? minor) => Money.FromMinor(minor ?? 0, award.Currency).Format(culture);
        return act switch
        {
            AwardStates.Suspend => "**What it means.** Your agreement stays in force, and you do not have to pay anything back because of the pause. Until it is over we make no payments from this award; money that is already on its way still reaches you. Please do not promise anybody money from this award that you have not received.",
            AwardStates.Resume => "**What it means.** Your agreement goes on as it was. Payments that waited are made as soon as what they depend on is there. If the pause has cost you time, you can ask for other dates on the page of the award.",
            _ => (entry.StillPaidMinor > 0 ? $"**What is still paid.** We still pay you {Of(entry.StillPaidMinor)} for work until that day." : "**What is still paid.** Nothing more is paid from this award.")
                + "\n\n" + (entry.OwedBackMinor > 0 ? $"**What is owed back.** {Of(entry.OwedBackMinor)} has to be paid back. You need do nothing yet: we write to you with how and by when. If that is hard for you, call us first." : "**What is owed back.** You do not have to pay anything back."),
        };
    }
}
