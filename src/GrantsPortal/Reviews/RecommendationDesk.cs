using GrantsPortal.Applications;
using GrantsPortal.Calls;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;

namespace GrantsPortal.Reviews;

/// <summary>A refusal that belongs to one application of a bulk form.</summary>
/// <param name="ApplicationId">The application.</param>
/// <param name="Refusal">The refusal, its field being that of the entry.</param>
public sealed record EntryRefusal(long ApplicationId, Refusal Refusal);

/// <summary>What came of saving recommendations.</summary>
/// <param name="Saved">How many were saved or taken back; 0 when anything was refused.</param>
/// <param name="Refusals">What stood against it; nothing is saved then.</param>
public sealed record RecommendationsSaved(int Saved, IReadOnlyList<EntryRefusal> Refusals);

/// <summary>Writes down what the panel recommends.</summary>
public sealed class RecommendationDesk(PortalDatabase database)
{
    /// <summary>
    /// Saves the entries that differ from what is stored: all of them, or none with what stood against each. Entries that
    /// say what is stored already are passed over, also where they could not be changed.
    /// </summary>
    public async Task<RecommendationsSaved> Save(Actor actor, long callId, IReadOnlyList<RecommendationEntry> entries)
    {
        await using var work = await database.Write(actor);
        if (await CallRepository.Find(work, callId) is not { } call)
        {
            return new RecommendationsSaved(0, [new(0, new Refusal("review.call-missing"))]);
        }

        var stored = (await RecommendationRepository.ForCall(work, callId)).ToDictionary(recommendation => recommendation.ApplicationId);
        var ranking = (await RankingReader.Read(work, callId, actor.PersonId)).ToDictionary(ranked => ranked.ApplicationId);
        var refusals = new List<EntryRefusal>();
        var saved = 0;
        foreach (var entry in entries)
        {
            if (ranking.TryGetValue(entry.ApplicationId, out var ranked) && Same(entry, stored.GetValueOrDefault(entry.ApplicationId), ranked.AskedMinor))
            {
                continue;
            }

            var wrong = ranked is null ? [new Refusal("review.missing")] : await Save(work, call, entry, ranked.Sight);
            refusals.AddRange(wrong.Select(refusal => new EntryRefusal(entry.ApplicationId, refusal)));
            saved += wrong.Count == 0 ? 1 : 0;
        }

        if (refusals.Count > 0)
        {
            return new RecommendationsSaved(0, refusals);
        }

        await work.Commit();
        return new RecommendationsSaved(saved, []);
    }

    /// <summary>Saves one entry and says what stood against it.</summary>
    private static async Task<IReadOnlyList<Refusal>> Save(UnitOfWork work, Call call, RecommendationEntry entry, ScoreSight sight)
    {
        if (await ApplicationRepository.Find(work, entry.ApplicationId) is not { } application)
        {
            return [new Refusal("review.missing")];
        }

        if (RecommendationRules.MayRecommend(application, sight) is { } barred)
        {
            return [barred];
        }

        var wrong = RecommendationRules.Check(entry, application, call);
        if (wrong.Count > 0)
        {
            return wrong;
        }

        return await ReviewRepository.HoldInReview(work, application.Id) && await Write(work, call, entry, application)
            ? []
            : [new Refusal("recommendation.changed-meanwhile", application.Reference).At("Outcome")];
    }

    private static async Task<bool> Write(UnitOfWork work, Call call, RecommendationEntry entry, Application application)
    {
        if (entry.Outcome is not { } outcome)
        {
            work.Audit("recommendation.removed", "Application", application.Id);
            return await RecommendationRepository.Remove(work, application.Id, entry.Version);
        }

        var amount = RecommendationRules.AmountOf(entry, application.AskedMinor);
        work.Audit("recommendation.made", "Application", application.Id, new { outcome, amountMinor = amount });
        return await RecommendationRepository.Save(work, new Recommendation
        {
            ApplicationId = application.Id,
            CallId = call.Id,
            Outcome = outcome,
            AmountMinor = amount,
            Reason = entry.Reason!.ReplaceLineEndings("\n").Trim(),
            MadeBy = work.Actor.Person,
            MadeAt = work.Now,
            Version = entry.Version,
        });
    }

    private static bool Same(RecommendationEntry entry, Recommendation? before, long? asked) =>
        entry.Outcome == before?.Outcome
        && (entry.Outcome is null
            || (RecommendationRules.AmountOf(entry, asked) == before?.AmountMinor
                && (entry.Reason ?? "").ReplaceLineEndings("\n").Trim() == before?.Reason));
}
