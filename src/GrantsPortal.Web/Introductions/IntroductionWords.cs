using GrantsPortal.Introductions;
using GrantsPortal.Introductions.Offers;

namespace GrantsPortal.Web.Introductions;

/// <summary>English words for what the module's records hold, said through the localiser.</summary>
public static class IntroductionWords
{
    /// <summary>A kind as a heading.</summary>
    public static string Of(EntryKind kind) => kind switch
    {
        EntryKind.Theme => "Themes",
        EntryKind.Group => "People",
        EntryKind.District => "Districts",
        EntryKind.Language => "Languages",
        EntryKind.Skill => "Skills",
        _ => "Space",
    };

    /// <summary>What is asked of a side and kind.</summary>
    public static string Question(EntrySide side, EntryKind kind) => (side, kind) switch
    {
        (EntrySide.Offer, EntryKind.Theme) => "What do you work on?",
        (EntrySide.Offer, EntryKind.Group) => "Whom do you work with?",
        (EntrySide.Offer, EntryKind.District) => "Where do you work?",
        (EntrySide.Offer, EntryKind.Language) => "Which languages can you offer?",
        (EntrySide.Offer, EntryKind.Skill) => "What can you do for others?",
        (EntrySide.Offer, _) => "Which space can you share?",
        (_, EntryKind.Theme) => "On what do you look for partners?",
        (_, EntryKind.Group) => "Whom do you want to reach?",
        (_, EntryKind.District) => "Where do you want to work?",
        (_, EntryKind.Language) => "Which languages do you need?",
        (_, EntryKind.Skill) => "What do you need help with?",
        _ => "Which space do you look for?",
    };

    /// <summary>A hint for the note of a kind.</summary>
    public static string NoteHint(EntryKind kind) => kind switch
    {
        EntryKind.Space => "Such as: hall for 60, step-free, evenings and Sundays.",
        EntryKind.Language => "Such as: two interpreters, weekdays after four.",
        EntryKind.Skill => "Such as: twice a month, for groups of up to twelve.",
        _ => "What somebody should know who reads this.",
    };

    /// <summary>The colour of a state's tag.</summary>
    public static string Kind(IntroductionState state) => state switch
    {
        IntroductionState.Proposed => "quiet",
        IntroductionState.Asked => "waiting",
        IntroductionState.AgreedByOne => "going",
        IntroductionState.Made => "good",
        _ => "quiet",
    };

    /// <summary>What came of it.</summary>
    public static string Of(IntroductionOutcome? outcome) => outcome switch
    {
        IntroductionOutcome.Useful => "It was of use",
        IntroductionOutcome.NotUseful => "It was not of use",
        IntroductionOutcome.TooEarly => "It is too early to say",
        _ => "Not said yet",
    };

    /// <summary>What a side said.</summary>
    public static string Of(SideAnswer? answer) => answer switch
    {
        SideAnswer.Agreed => "Agreed",
        SideAnswer.Declined => "Declined",
        _ => "No answer yet",
    };

    /// <summary>Why it ended without one, for staff.</summary>
    public static string Of(IntroductionEnd? end) => end switch
    {
        IntroductionEnd.Unanswered => "No answer in time",
        IntroductionEnd.TakenBack => "Taken back",
        IntroductionEnd.Dropped => "Dropped before anybody was asked",
        IntroductionEnd.Declined => "A side said no",
        _ => "",
    };
}
