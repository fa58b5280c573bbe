using GrantsPortal.Introductions.Offers;
using GrantsPortal.Platform.Text;

namespace GrantsPortal.Introductions.Matching;

/// <summary>Reasons in plain words.</summary>
public static class MatchSentences
{
    /// <summary>The English sentence of a reason, seen from the reader; <c>{0}</c> is what it is about.</summary>
    public static string English(MatchReason reason) => (reason.Kind, reason.Of) switch
    {
        (ReasonKind.TheySeek, EntryKind.Theme) => "They look for partners on {0}, which you work on",
        (ReasonKind.TheySeek, EntryKind.Group) => "They want to reach {0}, with whom you work",
        (ReasonKind.TheySeek, EntryKind.District) => "They want to work in {0}, where you are",
        (ReasonKind.TheySeek, EntryKind.Language) => "They look for people who speak {0}; you offer it",
        (ReasonKind.TheySeek, EntryKind.Skill) => "They look for help with {0}, which you offer",
        (ReasonKind.TheySeek, _) => "They look for a space ({0}); you offer one",
        (ReasonKind.YouSeek, EntryKind.Theme) => "You look for partners on {0}, which they work on",
        (ReasonKind.YouSeek, EntryKind.Group) => "You want to reach {0}, with whom they work",
        (ReasonKind.YouSeek, EntryKind.District) => "You want to work in {0}, where they are",
        (ReasonKind.YouSeek, EntryKind.Language) => "You look for people who speak {0}; they offer it",
        (ReasonKind.YouSeek, EntryKind.Skill) => "You look for help with {0}, which they offer",
        (ReasonKind.YouSeek, _) => "You look for a space ({0}); they offer one",
        (ReasonKind.BothOffer, EntryKind.Theme) => "You both work on {0}",
        (ReasonKind.BothOffer, EntryKind.Group) => "You both work with {0}",
        (ReasonKind.BothOffer, EntryKind.District) => "You both work in {0}",
        (ReasonKind.BothOffer, EntryKind.Language) => "You both speak {0}",
        (ReasonKind.BothOffer, _) => "You both offer {0}",
        (ReasonKind.BothSeek, EntryKind.Theme) => "You both look for partners on {0}",
        (ReasonKind.BothSeek, EntryKind.Group) => "You both want to reach {0}",
        (ReasonKind.BothSeek, EntryKind.District) => "You both want to work in {0}",
        (ReasonKind.BothSeek, EntryKind.Language) => "You both look for people who speak {0}",
        (ReasonKind.BothSeek, EntryKind.Skill) => "You both look for help with {0}",
        (ReasonKind.BothSeek, _) => "You both look for a space ({0})",
        _ => "It goes both ways: each has something that the other seeks",
    };

    /// <summary>The sentence in a language.</summary>
    public static string Say(MatchReason reason, PortalTexts texts, string language) => texts.In(language)[English(reason), texts.In(language)[reason.Words]];
}
