using GrantsPortal.Awards.Letters;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Text;

namespace GrantsPortal.Awards.Standing;

/// <summary>
/// The letters about a pause, its end and an early end, as Markdown: why, what it means, what to do, whom to call. What
/// the officer previews is what is sent.
/// </summary>
public static class StandingLetters
{
    /// <summary>Subject of the letter about an act of <see cref="AwardStates"/>.</summary>
    public static string Subject(Award award, string act, TextsIn says) => act switch
    {
        AwardStates.Suspend => says["We are pausing your award {0}", award.Reference],
        AwardStates.Resume => says["Your award {0} goes on", award.Reference],
        _ => says["We are ending your award {0} early", award.Reference],
    };

    /// <summary>The letter.</summary>
    /// <param name="award">The award.</param>
    /// <param name="act">Suspend, resume or terminate.</param>
    /// <param name="entry">What the officer wrote; found right before.</param>
    /// <param name="today">The city's day.</param>
    /// <param name="says">The language it is in.</param>
    public static string Body(Award award, string act, StandingEntry entry, DateOnly today, TextsIn says) => string.Join("\n\n", new[]
    {
        says["Dear {0},", LetterRules.Plain(award.OrganisationName)],
        Opening(award, act, Instants.Day(entry.EffectiveOn ?? today, says.Culture), says),
        $"**{says["Why."]}** {LetterRules.Plain(entry.Reason)}",
        Meaning(award, act, entry, says),
        string.IsNullOrWhiteSpace(entry.ToDo) ? "" : $"**{says["What we ask you to do."]}** {LetterRules.Plain(entry.ToDo)}",
        $"**{says["Whom to call."]}** {LetterRules.Plain(entry.Contact)}. {says["Please get in touch if anything in this letter is unclear, or if you see it differently: we would rather talk than write."]}",
        act switch
        {
            AwardStates.Terminate => says["Thank you for the work you have done."],
            AwardStates.Suspend => says["We write to you again as soon as the award can go on."],
            _ => says["We are glad that the work continues."],
        },
    }.Where(part => part.Length > 0));

    private static string Opening(Award award, string act, string day, TextsIn says)
    {
        var title = LetterRules.Plain(award.Title);
        return act switch
        {
            AwardStates.Suspend => says["We are pausing your award {0}, *{1}*, from {2}. A pause is not the end of it.", award.Reference, title, day],
            AwardStates.Resume => says["The pause of your award {0}, *{1}*, is over from {2}.", award.Reference, title, day],
            _ => says["We are ending your award {0}, *{1}*, early. Its last day is {2}. We know that this is hard news.", award.Reference, title, day],
        };
    }

    private static string Meaning(Award award, string act, StandingEntry entry, TextsIn says)
    {
        string Of(long? minor) => Money.FromMinor(minor ?? 0, award.Currency).Format(says.Culture);
        string Headed(string heading, string text) => $"**{heading}** {text}";
        return act switch
        {
            AwardStates.Suspend => Headed(says["What it means."], says["Your agreement stays in force, and you do not have to pay anything back because of the pause. Until it is over we make no payments from this award; money that is already on its way still reaches you. Please do not promise anybody money from this award that you have not received."]),
            AwardStates.Resume => Headed(says["What it means."], says["Your agreement goes on as it was. Payments that waited are made as soon as what they depend on is there. If the pause has cost you time, you can ask for other dates on the page of the award."]),
            _ => Headed(says["What is still paid."], entry.StillPaidMinor > 0 ? says["We still pay you {0} for work until that day.", Of(entry.StillPaidMinor)] : says["Nothing more is paid from this award."])
                + "\n\n" + Headed(says["What is owed back."], entry.OwedBackMinor > 0
                    ? says["{0} has to be paid back. You need do nothing yet: we write to you with how and by when. If that is hard for you, call us first.", Of(entry.OwedBackMinor)]
                    : says["You do not have to pay anything back."]),
        };
    }
}
