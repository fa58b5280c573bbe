using GrantsPortal.Applications;
using GrantsPortal.Awards;
using GrantsPortal.Platform.States;
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

    private static void Keeps<TState>(StateTable<TState> table, string promised, string beyond, string because)
        where TState : struct, Enum
    {
        var lines = Read(promised, '\n').ToHashSet();
        var more = Read(beyond, ';').ToHashSet();
        var held = table.Lines.Select(line => $"{line.From} > {line.To}").ToHashSet();
        Assert.Empty(held.Except(lines).Except(more));
        Assert.Empty(more.Except(held));
        Assert.True(File.Exists(Path.Combine(Sources.Root, "docs", "decisions", because)), $"Nothing says why: {because}");
    }

    private static IEnumerable<string> Read(string text, char between) => text.Split(between, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        .SelectMany(line => line.Split('>') is [var from, var to] ? to.Split(',').Select(state => $"{from.Trim()} > {state.Trim()}") : throw new FormatException(line));
}
