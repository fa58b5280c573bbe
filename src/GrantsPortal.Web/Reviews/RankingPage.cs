using System.Globalization;
using GrantsPortal.Calls;
using GrantsPortal.Platform;
using GrantsPortal.Reviews;

namespace GrantsPortal.Web.Reviews;

/// <summary>The ranking of a call, as a viewer may see and change it.</summary>
public sealed class RankingPage
{
    /// <summary>
    /// Puts the page together. Where something was typed and refused, that stands in the rows the officer touched; beside
    /// it what somebody else saved there meanwhile, by their name.
    /// </summary>
    public RankingPage(Call call, IReadOnlyList<RankedApplication> ranking, bool mayAct, RankingForm? typed, IReadOnlyDictionary<long, string> names)
    {
        Call = call;
        MayAct = mayAct;
        Hidden = [.. ranking.Where(application => application.Sight != ScoreSight.Open)];
        var sent = typed?.Rows.ToDictionary(row => row.ApplicationId) ?? [];
        var changes = typed?.Rows.Select((sentRow, place) => (sentRow.ApplicationId, place)).ToDictionary(pair => pair.ApplicationId, pair => pair.place) ?? [];
        Lines = [.. ranking.Where(application => application.Sight == ScoreSight.Open).Select((application, place) => new RankingLine(
            changes.TryGetValue(application.ApplicationId, out var row) ? row : changes.Count + place,
            application,
            Shown(sent.GetValueOrDefault(application.ApplicationId), application),
            RankingRules.Takes(application.Recommendation?.Outcome, application.Recommendation?.AmountMinor, application.AskedMinor, call.LargestMinor))
        {
            Opened = Stored(application).Packed(),
            Theirs = Theirs(sent.GetValueOrDefault(application.ApplicationId), application, names),
        })];
        FundedDownTo = RankingRules.FundedDownTo(Lines.Select(line => line.TakesMinor), call.BudgetMinor);
    }

    /// <summary>The call.</summary>
    public Call Call { get; }

    /// <summary>Whether the viewer runs calls.</summary>
    public bool MayAct { get; }

    /// <summary>The ranked applications that the viewer may see.</summary>
    public IReadOnlyList<RankingLine> Lines { get; }

    /// <summary>Those whose figures the viewer may not see.</summary>
    public IReadOnlyList<RankedApplication> Hidden { get; }

    /// <summary>How many lines the budget pays for.</summary>
    public int FundedDownTo { get; }

    /// <summary>What is recommended for funding, together.</summary>
    public Money Recommended => Money.FromMinor(Lines.Where(line => line.Application.Recommendation?.Funds == true).Sum(line => line.Application.Recommendation!.AmountMinor ?? 0), Call.Currency);

    /// <summary>What is left of the budget; below zero when too much is recommended.</summary>
    public Money Left => Call.Budget - Recommended;

    /// <summary>How many have an outcome; null counts those that have none yet.</summary>
    public int Count(RecommendedOutcome? outcome) => Lines.Count(line => line.Application.Recommendation?.Outcome == outcome);

    private static RankingRow Shown(RankingRow? sent, RankedApplication application) => sent is { IsTouched: true } ? sent : Stored(application);

    private static SavedMeanwhile? Theirs(RankingRow? sent, RankedApplication application, IReadOnlyDictionary<long, string> names)
    {
        if (sent is not { IsTouched: true, Opened: { } opened } || Stored(application).Packed() is var now && (opened == now || sent.Packed() == now))
        {
            return null;
        }

        return application.Recommendation is { } made
            ? new SavedMeanwhile(made, names.GetValueOrDefault(made.MadeBy, ""))
            : new SavedMeanwhile(null, "");
    }

    private static RankingRow Stored(RankedApplication application) => new()
    {
        ApplicationId = application.ApplicationId,
        Version = application.Recommendation?.Version ?? 0,
        Outcome = application.Recommendation?.Outcome,
        Amount = application.Recommendation?.AmountMinor is { } minor
            ? Money.FromMinor(minor, application.Currency).Amount.ToString("#,0.##", CultureInfo.CurrentCulture)
            : null,
        Reason = application.Recommendation?.Reason,
    };
}

/// <summary>One line of a ranking.</summary>
/// <param name="Place">The row's number in the form.</param>
/// <param name="Application">The application and its figures.</param>
/// <param name="Row">What stands in the form.</param>
/// <param name="TakesMinor">What it takes from the budget as saved, in minor units.</param>
public sealed record RankingLine(int Place, RankedApplication Application, RankingRow Row, long TakesMinor)
{
    /// <summary>Whether its recommendation can be changed now.</summary>
    public bool IsOpen => Application.State == GrantsPortal.Applications.ApplicationState.InReview;

    /// <summary>What is stored, as the form sends it back to tell what was touched.</summary>
    public string Opened { get; init; } = "";

    /// <summary>What somebody else saved here while the officer was writing; null when nobody did.</summary>
    public SavedMeanwhile? Theirs { get; init; }
}

/// <summary>A recommendation that somebody else saved meanwhile.</summary>
/// <param name="Recommendation">It; null when they took it away.</param>
/// <param name="By">Who saved it.</param>
public sealed record SavedMeanwhile(Recommendation? Recommendation, string By);
