namespace GrantsPortal.Web.Shared.Languages;

/// <summary>States as staff read them, and the kind of colour each tag takes. Modules add what they hold.</summary>
public static class StateWords
{
    private static readonly Dictionary<string, (string Words, string Kind)> Known = new(StringComparer.Ordinal)
    {
        ["Draft"] = ("Draft", "quiet"),
        ["Scheduled"] = ("Scheduled", "waiting"),
        ["Open"] = ("Open", "open"),
        ["Closed"] = ("Closed", "quiet"),
        ["Decided"] = ("Decided", "done"),
        ["Archived"] = ("Archived", "quiet"),
        ["Submitted"] = ("Submitted", "going"),
        ["InReview"] = ("In review", "going"),
        ["Recommended"] = ("Recommended", "good"),
        ["Reserve"] = ("Reserve", "waiting"),
        ["NotRecommended"] = ("Not recommended", "bad"),
        ["Awarded"] = ("Awarded", "good"),
        ["Declined"] = ("Declined", "bad"),
        ["Ineligible"] = ("Not eligible", "bad"),
        ["Withdrawn"] = ("Withdrawn", "quiet"),
        ["ChangesRequested"] = ("Changes requested", "waiting"),
        ["Assigned"] = ("Assigned", "waiting"),
        ["Accepted"] = ("Accepted", "good"),
        ["Conflict"] = ("Conflict of interest", "bad"),
        ["Refused"] = ("Refused", "bad"),
        ["InProgress"] = ("In progress", "going"),
        ["Reopened"] = ("Reopened", "waiting"),
        ["Offered"] = ("Offered", "waiting"),
        ["Lapsed"] = ("Lapsed", "quiet"),
        ["Active"] = ("Active", "open"),
        ["Suspended"] = ("Suspended", "bad"),
        ["Completed"] = ("Completed", "done"),
        ["Terminated"] = ("Terminated", "bad"),
        ["NotStarted"] = ("Not started", "quiet"),
        ["Queued"] = ("Waiting to be sent", "waiting"),
        ["Sending"] = ("Being sent", "going"),
        ["Sent"] = ("Sent", "good"),
        ["Asked"] = ("Asked", "waiting"),
        ["Paid"] = ("Paid", "good"),
        ["WrittenOff"] = ("Written off", "bad"),
        ["InDoubt"] = ("In doubt", "waiting"),
        ["Dead"] = ("Given up", "bad"),
        ["Failed"] = ("Failed", "bad"),
        ["Held"] = ("Waits for a daily summary", "quiet"),
        ["Gathered"] = ("In a daily summary", "done"),
        ["Suppressed"] = ("Not wanted", "quiet"),
        ["KindNotice"] = ("Notice: at once, daily or not at all, as each person chose", "quiet"),
        ["KindLetter"] = ("Letter: always at once", "quiet"),
        ["KindAccount"] = ("About the person’s own account: always at once", "quiet"),
    };

    /// <summary>The English words of a state; an unknown one is taken apart at its capitals.</summary>
    public static string Of(string state) => Known.TryGetValue(state, out var known) ? known.Words : Spaced(state);

    /// <summary>The kind of colour: quiet, open, going, waiting, good, bad or done.</summary>
    public static string KindOf(string state) => Known.TryGetValue(state, out var known) ? known.Kind : "quiet";

    private static string Spaced(string name) =>
        string.Concat(name.Select((c, i) => i > 0 && char.IsUpper(c) ? $" {char.ToLowerInvariant(c)}" : c.ToString()));
}
