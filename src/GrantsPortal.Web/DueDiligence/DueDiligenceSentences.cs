using GrantsPortal.DueDiligence.Funding;
using GrantsPortal.DueDiligence.Screening;
using GrantsPortal.Web.Shared.Languages;

namespace GrantsPortal.Web.DueDiligence;

/// <summary>The module's refusals as sentences, and its kinds and states as words.</summary>
public sealed class DueDiligenceSentences : IRefusalSentences
{
    /// <inheritdoc/>
    public IReadOnlyDictionary<string, string> English { get; } = new Dictionary<string, string>
    {
        ["screening.not-officer"] = "Only a programme officer, a focal-point officer or finance can do this",
        ["screening.own"] = "You are a member of this organisation: somebody else has to look",
        ["screening.reason-missing"] = "Say why",
        ["screening.reason-long"] = "The reason can have at most {0} words",
        ["screening.name-missing"] = "Enter the list’s name, at most 120 characters",
        ["screening.source-missing"] = "Say who publishes the list and where, in at most 300 characters",
        ["screening.published-later"] = "Enter the day the list was published; it cannot be in the future",
        ["screening.nobody-named"] = "Choose an officer who looks at possible matches",
        ["screening.no-rows"] = "The file holds no names. It needs a first row with the names of the columns, and a row for each name",
        ["screening.no-name-column"] = "No column of the file is called “name”. Rename the column that holds the names",
        ["screening.too-long"] = "The file has more than {0} rows",
        ["screening.no-file"] = "Choose the list’s file: CSV, at most 20 MB",
        ["screening.row-without-name"] = "Row {0} has no name",
        ["screening.row-name-unusable"] = "Row {0} has a name or number that is too long, or without letters",
        ["screening.list-changed"] = "Somebody else imported a list of this name just now",
        ["screening.unknown"] = "This is no longer there",
        ["screening.changed-meanwhile"] = "Somebody else decided on this while you had it open. What it says now is above",
        ["block.screening-waiting"] = "Possible matches on screening lists wait for somebody to look: {0}",
        ["block.screening-confirmed"] = "Matches on screening lists are confirmed: {0}. Decide what follows",
        ["subsidy.not-yours"] = "Only an Owner or Editor of the organisation or an officer can do this",
        ["subsidy.day-missing"] = "Enter the day it was granted",
        ["subsidy.later"] = "The day it was granted cannot be in the future",
        ["subsidy.giver-missing"] = "Say who gave it, in at most 200 characters",
        ["subsidy.measure-missing"] = "Say what it was for, in at most 300 characters",
        ["subsidy.amount-missing"] = "Enter the amount, more than 0",
        ["subsidy.too-fine"] = "Enter an amount without fractions of the smallest coin of {0}",
        ["subsidy.other-currency"] = "The award is in another currency than {0}. Record it by hand with its amount on the day it was granted",
        ["subsidy.recorded-already"] = "This award counts already",
        ["subsidy.unknown"] = "This subsidy is no longer there",
        ["subsidy.changed-meanwhile"] = "Somebody else changed this subsidy while you had it open",
        ["funding.not-yours"] = "Only an Owner or Editor of the organisation or a programme officer can do this",
        ["funding.kind-missing"] = "Choose what kind of funding it is",
        ["funding.giver-missing"] = "Say who gives it, in at most 200 characters",
        ["funding.state-missing"] = "Choose whether it is asked for, received or refused",
        ["funding.amount-missing"] = "Enter the amount or value, more than 0",
        ["funding.what-missing"] = "Say which part of the work it is for, in at most 1,000 characters",
        ["funding.unknown"] = "This is no longer there",
        ["funding.changed-meanwhile"] = "Somebody else changed this while you had it open. What they wrote stands in the list; what you wrote is below",
    };

    /// <summary>A kind of funding in English.</summary>
    public static string Of(FundingKind kind) => kind switch
    {
        FundingKind.Match => "Match funding",
        FundingKind.InKind => "In kind",
        _ => "Other funding",
    };

    /// <summary>How sure funding is, in English.</summary>
    public static string Of(FundingState state) => state switch
    {
        FundingState.Asked => "Asked for",
        FundingState.Received => "Received or promised",
        _ => "Refused",
    };

    /// <summary>A match's state in English.</summary>
    public static string Of(MatchState state) => MatchStates.Table.Names[state].ForStaff;

    /// <summary>The colour of a match's tag.</summary>
    public static string Kind(MatchState state) => state switch
    {
        MatchState.Open => "waiting",
        MatchState.Confirmed => "bad",
        _ => "done",
    };
}
