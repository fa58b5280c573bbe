using GrantsPortal.Awards;
using GrantsPortal.Monitoring.Reports;

namespace GrantsPortal.Monitoring;

/// <summary>Addresses of the module's pages.</summary>
public static class MonitoringRoutes
{
    /// <summary>The officers' desk of reports.</summary>
    public const string Desk = "/manage/reports";

    /// <summary>A shelf of the desk.</summary>
    public static string On(ReportShelf shelf) => $"{Desk}?shelf={shelf}";

    /// <summary>A report as staff see it.</summary>
    public static string Manage(long id) => FormattableString.Invariant($"{Desk}/{id}");

    /// <summary>Something an officer does with a report: <c>accept</c>, <c>ask-changes</c>, <c>ask-now</c>.</summary>
    public static string Act(long id, string act) => $"{Manage(id)}/{act}";

    /// <summary>Where an officer says that an item does not count, or counts again.</summary>
    public static string Disallow(long id, long item) => FormattableString.Invariant($"{Manage(id)}/items/{item}");

    /// <summary>A receipt, for staff.</summary>
    public static string StaffReceipt(long id, long receipt) => FormattableString.Invariant($"{Manage(id)}/receipts/{receipt}");

    /// <summary>Where an officer plans the reports of an award.</summary>
    public static string Plan(string award) => $"{AwardRoutes.Manage(award)}/reports";

    /// <summary>Where an officer takes over what is suggested.</summary>
    public static string Suggested(string award) => $"{Plan(award)}/suggested";

    /// <summary>Where an officer adds a report to the plan.</summary>
    public static string New(string award) => $"{Plan(award)}/new";

    /// <summary>Where an officer changes when a report is due.</summary>
    public static string Edit(string award, int number) => FormattableString.Invariant($"{Plan(award)}/{number}");

    /// <summary>Where an officer takes a report out of the plan.</summary>
    public static string Remove(string award, int number) => $"{Edit(award, number)}/remove";

    /// <summary>The reports of an award, for its members.</summary>
    public static string Mine(string award) => $"{AwardRoutes.Mine(award)}/reports";

    /// <summary>A report, for the members of its organisation.</summary>
    public static string Mine(string award, int number) => FormattableString.Invariant($"{Mine(award)}/{number}");

    /// <summary>What was done, what changed, what was hard.</summary>
    public static string Narrative(string award, int number) => $"{Mine(award, number)}/narrative";

    /// <summary>Spending by budget line, with the items.</summary>
    public static string Spending(string award, int number) => $"{Mine(award, number)}/spending";

    /// <summary>Where a script saves what is written.</summary>
    public static string Autosave(string award, int number) => $"{Mine(award, number)}/autosave";

    /// <summary>A new item.</summary>
    public static string NewItem(string award, int number) => $"{Spending(award, number)}/new";

    /// <summary>An item.</summary>
    public static string Item(string award, int number, long item) => FormattableString.Invariant($"{Spending(award, number)}/{item}");

    /// <summary>Where a member takes an item out.</summary>
    public static string RemoveItem(string award, int number, long item) => $"{Item(award, number, item)}/remove";

    /// <summary>Where a script sends receipts of an item.</summary>
    public static string Upload(string award, int number, long item) => $"{Item(award, number, item)}/receipts";

    /// <summary>A receipt, for members.</summary>
    public static string Receipt(string award, int number, long receipt) => FormattableString.Invariant($"{Mine(award, number)}/receipts/{receipt}");

    /// <summary>The report as it will be read, and the button that sends it.</summary>
    public static string Check(string award, int number) => $"{Mine(award, number)}/check";

    /// <summary>That a report was received.</summary>
    public static string Received(string award, int number) => $"{Mine(award, number)}/received";

    /// <summary>Where an officer closes an award out.</summary>
    public static string CloseOut(string award) => $"{AwardRoutes.Manage(award)}/close-out";

    /// <summary>Something done there: <c>tick</c>, <c>untick</c>, <c>complete</c>, <c>prepare</c>, <c>ask-back</c>, <c>close</c>.</summary>
    public static string CloseOutAct(string award, string act) => $"{CloseOut(award)}/{act}";

    /// <summary>What is left to do at the end of an award, for its members.</summary>
    public static string MyCloseOut(string award) => $"{AwardRoutes.Mine(award)}/close-out";
}
