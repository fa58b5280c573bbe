using GrantsPortal.Platform.Mail;

namespace GrantsPortal.Response.Families;

/// <summary>There is something for a partner to read and answer behind sign-in; it says nothing of substance, to any partner.</summary>
/// <param name="IsDrill">Whether it belongs to an exercise, which subject and text then say.</param>
/// <param name="Path">The page.</param>
public sealed record FamilyNotice(bool IsDrill, string Path) : Message
{
    /// <inheritdoc/>
    public override MessageKind Kind => MessageKind.Letter;

    /// <summary>For the preview.</summary>
    public static FamilyNotice Sample => new(true, "/my/families/harbour-women-s-circle/FX-2026-0001");
}

/// <summary>Tells an officer what happened with an entry; no partner and no need is named.</summary>
/// <param name="IsDrill">Whether it belongs to an exercise.</param>
/// <param name="Reference">The entry.</param>
/// <param name="Why">What happened, in English, said in the reader's language.</param>
/// <param name="Path">Its page.</param>
public sealed record FamilyEntryTold(bool IsDrill, string Reference, string Why, string Path) : Message
{
    /// <summary>A partner asked.</summary>
    public const string Asked = "A partner asked for support for families.";

    /// <summary>A partner offered.</summary>
    public const string Offered = "A partner offered support for families.";

    /// <summary>The reader follows it from now on.</summary>
    public const string Yours = "You follow it up from now on.";

    /// <summary>The reader stands in for who follows it.</summary>
    public const string Deputy = "You stand in for who follows it up.";

    /// <summary>The partner that was asked takes it on.</summary>
    public const string Agreed = "The partner that was asked takes it on.";

    /// <summary>The partner that was asked cannot.</summary>
    public const string Declined = "The partner that was asked cannot take it on.";

    /// <summary>The partner said how it goes.</summary>
    public const string Answered = "The partner said how it goes.";

    /// <summary>For the preview.</summary>
    public static FamilyEntryTold Sample => new(false, "FS-2026-0004", Agreed, "/manage/incidents/families/FS-2026-0004");
}

/// <summary>A review as an e-mail says it.</summary>
/// <param name="Reference">The entry.</param>
/// <param name="Week">How many weeks after it was opened.</param>
/// <param name="DueOn">The day it is due.</param>
/// <param name="Overdue">Whether that day is past.</param>
public sealed record ReviewLine(string Reference, int Week, DateOnly DueOn, bool Overdue);

/// <summary>Reviews that are due, all in one; to who acts today for the entries.</summary>
/// <param name="IsDrill">Whether they belong to an exercise; never mixed with what is real.</param>
/// <param name="Lines">The reviews.</param>
/// <param name="Path">The register.</param>
public sealed record FamilyReviewsDue(bool IsDrill, IReadOnlyList<ReviewLine> Lines, string Path) : Message
{
    /// <summary>How many there are.</summary>
    public int Count => Lines.Count;

    /// <summary>For the preview.</summary>
    public static FamilyReviewsDue Sample => new(false, [new("FS-2026-0004", 4, new(2026, 12, 1), true), new("FS-2026-0007", 12, new(2026, 12, 11), false)], "/manage/incidents/families?overdue=true");
}
