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
/// <param name="Open">References of the applications nothing is recommended for yet.</param>
/// <param name="Refusals">What stands against proposing it; empty when nothing does.</param>
public sealed record Proposal(Call Call, Money Available, IReadOnlyList<DecisionLine> Lines, IReadOnlyList<string> Open, IReadOnlyList<Refusal> Refusals)
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
        var ranked = await RankingReader.Read(work, call.Id);
        var rows = ranked.Where(row => row.State == ApplicationState.InReview).ToList();
        var candidates = rows.Select(row => new Candidate(row.Reference, row.State, Of(row.Recommendation))).ToList();
        var available = call.Budget - Money.FromMinor(await AwardRepository.Committed(work, call.Id), call.Currency);
        var unfinished = await DecisionRepository.Unfinished(work, call.Id);
        var lines = rows.Where(row => row.Recommendation is not null)
            .Select((row, place) => Line(row, Of(row.Recommendation)!, place + 1))
            .ToList();
        return new Proposal(
            call,
            available,
            lines,
            [.. candidates.Where(candidate => candidate.Recommendation is null).Select(candidate => candidate.Reference)],
            ranked.Count < RankingReader.Most
                ? DecisionRules.MayPropose(call, work.Now, available, candidates, unfinished)
                : [new Refusal("decision.too-many", RankingReader.Most)]);
    }

    private static ProposedOutcome? Of(Recommendation? made) => made is null
        ? null
        : new ProposedOutcome(made.Outcome, made.Funds ? made.AmountMinor : null, made.Reason, made.MadeBy);

    private static DecisionLine Line(RankedApplication row, ProposedOutcome proposed, int place) => new()
    {
        ApplicationId = row.ApplicationId,
        Reference = row.Reference,
        OrganisationId = row.OrganisationId,
        OrganisationName = row.OrganisationName,
        Title = row.Title,
        AskedMinor = row.AskedMinor,
        Currency = row.Currency,
        Outcome = proposed.Outcome,
        AmountMinor = proposed.AmountMinor,
        Reason = proposed.Reason,
        RecommendedBy = proposed.RecommendedBy,
        Place = place,
        Score = row.Scores?.Mean,
        Reviews = row.Scores?.Reviews ?? 0,
    };
}
