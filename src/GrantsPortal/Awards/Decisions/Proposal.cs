using System.Security.Cryptography;
using System.Text;
using GrantsPortal.Applications;
using GrantsPortal.Calls;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Reviews;

namespace GrantsPortal.Awards.Decisions;

/// <summary>The ranked list of a call as it would go to the approver now.</summary>
/// <param name="Call">The call.</param>
/// <param name="Available">What is left of its budget.</param>
/// <param name="Lines">One line an application, best first.</param>
/// <param name="Applications">The applications, by id.</param>
/// <param name="Refusals">What stands against proposing it; empty when nothing does.</param>
public sealed record Proposal(Call Call, Money Available, IReadOnlyList<DecisionLine> Lines, IReadOnlyDictionary<long, Application> Applications, IReadOnlyList<Refusal> Refusals)
{
    /// <summary>Sum of the amounts.</summary>
    public Money Total => Money.FromMinor(DecisionRules.Total(Lines.Where(line => line.Funds).Select(line => line.AmountMinor)), Call.Currency);

    /// <summary>Changes whenever anything on the list does, so that nobody proposes another list than they saw.</summary>
    public string Fingerprint
    {
        get
        {
            var text = string.Join('\n', Lines.Select(line => FormattableString.Invariant($"{line.ApplicationId}|{line.Place}|{line.Outcome}|{line.AmountMinor}|{line.Reason}")));
            return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..32];
        }
    }

    /// <summary>Reads what a call's recommendations come to.</summary>
    public static async Task<Proposal> Read(UnitOfWork work, Call call)
    {
        var ranking = await RankingReader.Read(work, call.Id);
        var recommended = (await RecommendationRepository.ForCall(work, call.Id)).ToDictionary(recommendation => recommendation.ApplicationId);
        var rows = ranking.Rows.Where(row => row.Application.State == ApplicationState.InReview).ToList();
        var candidates = rows.Select(row => new Candidate(row.Application, recommended.TryGetValue(row.Application.Id, out var made)
            ? new ProposedOutcome(made.Outcome, made.Funds ? made.AmountMinor : null, made.Reason, made.MadeBy)
            : null)).ToList();
        var available = call.Budget - Money.FromMinor(await AwardRepository.Committed(work, call.Id), call.Currency);
        var unfinished = await DecisionRepository.Unfinished(work, call.Id);
        var lines = rows.Zip(candidates)
            .Where(pair => pair.Second.Recommendation is not null)
            .Select((pair, place) => Line(pair.First, pair.Second.Recommendation!, place + 1))
            .ToList();
        return new Proposal(
            call,
            available,
            lines,
            rows.ToDictionary(row => row.Application.Id, row => row.Application),
            DecisionRules.MayPropose(call, work.Now, available, candidates, unfinished));
    }

    private static DecisionLine Line(RankingRow row, ProposedOutcome proposed, int place) => new()
    {
        ApplicationId = row.Application.Id,
        Reference = row.Application.Reference,
        OrganisationId = row.Application.OrganisationId,
        OrganisationName = row.Application.OrganisationName,
        Title = row.Application.Title,
        AskedMinor = row.Application.AskedMinor,
        Currency = row.Application.Currency,
        Outcome = proposed.Outcome,
        AmountMinor = proposed.AmountMinor,
        Reason = proposed.Reason,
        RecommendedBy = proposed.RecommendedBy,
        Place = place,
        Score = row.Scores?.Mean,
        Reviews = row.Scores?.Reviews ?? 0,
    };
}
