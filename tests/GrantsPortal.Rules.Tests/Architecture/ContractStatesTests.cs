using GrantsPortal.Applications;
using GrantsPortal.Awards;
using GrantsPortal.Calls;
using GrantsPortal.Platform.States;
using GrantsPortal.Reviews;
using GrantsPortal.TestWorld;
using Xunit;

namespace GrantsPortal.Rules.Tests.Architecture;

/// <summary>
/// The lines that were promised for each record, written out by hand once more. The tables may hold fewer; a line beyond
/// them is named here, with the page that says why. The tests that press every button at random hold the records to the tables.
/// </summary>
public sealed class ContractStatesTests
{
    [Fact]
    public void Applications_keep_to_the_promised_lines() => Keeps(
        ApplicationStates.Table,
        """
        Draft > Submitted, Withdrawn
        Submitted > InReview, ChangesRequested, Ineligible, Withdrawn
        ChangesRequested > Submitted, Withdrawn
        InReview > Recommended, Reserve, NotRecommended, Withdrawn
        Recommended > Awarded, Declined
        Reserve > Awarded, Declined
        NotRecommended > Awarded, Declined
        """,
        beyond: "Recommended > InReview; Reserve > InReview; NotRecommended > InReview",
        because: "0003-recommending-proposing-deciding.md");

    [Fact]
    public void Awards_keep_to_the_promised_lines() => Keeps(
        AwardStates.Table,
        """
        Offered > Accepted, Refused, Lapsed
        Accepted > Active
        Active > Suspended, Completed, Terminated
        Suspended > Closed
        Completed > Closed
        Terminated > Closed
        """,
        beyond: "Suspended > Active; Suspended > Terminated",
        because: "0011-paused-awards-go-on-or-end.md");

    [Fact]
    public void Calls_keep_to_the_promised_lines() => Keeps(
        CallStates.Table,
        """
        Draft > Scheduled
        Scheduled > Open
        Open > Closed
        Closed > Decided
        Decided > Archived
        """);

    [Fact]
    public void Reviews_keep_to_the_promised_lines() => Keeps(
        ReviewStates.Table,
        """
        Assigned > Accepted, Conflict, Refused
        Accepted > InProgress
        InProgress > Submitted
        Submitted > Reopened
        """,
        beyond: "Accepted > Conflict; InProgress > Conflict; Submitted > Conflict; Reopened > Conflict; Reopened > Submitted",
        because: "0016-a-tie-may-come-to-light-late.md");

    private static void Keeps<TState>(StateTable<TState> table, string promised, string beyond = "", string? because = null)
        where TState : struct, Enum
    {
        var lines = Read(promised, '\n').ToHashSet();
        var more = Read(beyond, ';').ToHashSet();
        var held = table.Lines.Select(line => $"{line.From} > {line.To}").ToHashSet();
        Assert.Empty(held.Except(lines).Except(more));
        Assert.Empty(more.Except(held));
        Assert.Equal(beyond.Length > 0, because is not null);
        Assert.True(because is null || File.Exists(Path.Combine(Sources.Root, "docs", "decisions", because)), $"Nothing says why: {because}");
    }

    private static IEnumerable<string> Read(string text, char between) => text.Split(between, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        .SelectMany(line => line.Split('>') is [var from, var to] ? to.Split(',').Select(state => $"{from.Trim()} > {state.Trim()}") : throw new FormatException(line));
}
