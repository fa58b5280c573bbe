using GrantsPortal.Calls.Agreements;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Text;

namespace GrantsPortal.Awards.Conditions;

/// <summary>Which conditions an award has, until it is offered.</summary>
public sealed partial class ConditionDesk
{
    /// <summary>
    /// Adds a condition (id 0) or changes one. Refused as <see cref="ConditionRules.MayChange"/> and <see cref="CallConditionRules.Check"/> say,
    /// with <c>award.unknown</c>, <c>condition.many</c> (limit) or <c>award.changed-meanwhile</c>.
    /// </summary>
    public Task<Outcome> Save(Actor actor, string reference, AwardCondition condition, ConditionKind? kind) => Choose(actor, reference, async (work, award) =>
    {
        var language = award.TermsLanguage ?? "en";
        if (CallConditionRules.Check(kind, Words.Of(condition.Title, language), Words.Of(condition.Detail, language), condition.DueDays) is { Count: > 0 } wrong)
        {
            return Outcome.Refuse([.. wrong.Select(refusal => refusal with { Field = refusal.Field?.Split('[')[0] switch { "Titles" => "Title", "Details" => "Detail", var other => other } })]);
        }

        var all = await ConditionRepository.Of(work, award.Id);
        var kept = condition with
        {
            Id = condition.Id == 0 ? work.NewId() : condition.Id,
            AwardId = award.Id,
            Kind = kind!.Value,
            Title = condition.Title.Trim(),
            Detail = string.IsNullOrWhiteSpace(condition.Detail) ? null : condition.Detail.Trim(),
            Place = all.Count == 0 ? 1 : all[^1].Place + 1,
        };
        work.Audit(condition.Id == 0 ? "award.condition-added" : "award.condition-changed", "Award", award.Id, new { condition = kept.Id, kept.Kind, kept.DueDays });
        if (condition.Id != 0)
        {
            return await ConditionRepository.Update(work, kept) ? Outcome.Ok : new Refusal("award.changed-meanwhile");
        }

        if (all.Count >= CallConditionRules.Limit)
        {
            return new Refusal("condition.many", CallConditionRules.Limit);
        }

        await ConditionRepository.Insert(work, kept);
        return Outcome.Ok;
    });

    /// <summary>Removes a condition. Refused as <see cref="ConditionRules.MayChange"/> says, with <c>award.unknown</c> or <c>award.changed-meanwhile</c>.</summary>
    public Task<Outcome> Remove(Actor actor, string reference, long id, int version) => Choose(actor, reference, async (work, award) =>
    {
        if (await ConditionRepository.Find(work, award.Id, id) is not { } condition || !await ConditionRepository.Remove(work, condition with { Version = version }))
        {
            return new Refusal("award.changed-meanwhile");
        }

        work.Audit("award.condition-removed", "Award", award.Id, new { condition = id, condition.Kind });
        return Outcome.Ok;
    });

    /// <summary>Gives a new award the conditions of its call, in the language of its terms.</summary>
    internal static async Task Copy(UnitOfWork work, Award award)
    {
        foreach (var condition in award.CallId is { } call ? await CallConditionRepository.Of(work, call) : [])
        {
            var language = award.TermsLanguage ?? condition.Title.Source;
            await ConditionRepository.Insert(work, new AwardCondition
            {
                Id = work.NewId(),
                AwardId = award.Id,
                Place = condition.Place,
                Kind = condition.Kind,
                Title = condition.Title.For(language),
                Detail = condition.Detail.For(language) is { Length: > 0 } detail ? detail : null,
                DueDays = condition.DueDays,
            });
        }
    }

    /// <summary>Says by when each condition is due, now that the award is accepted; returns what is needed.</summary>
    internal static async Task<IReadOnlyList<AwardCondition>> Due(UnitOfWork work, Award award, DateOnly accepted)
    {
        var needed = (await ConditionRepository.Of(work, award.Id)).Where(condition => condition.Blocks).ToList();
        foreach (var condition in needed.Where(condition => condition.DueDays is not null))
        {
            await ConditionRepository.SetDue(work, condition, accepted.AddDays(condition.DueDays!.Value));
        }

        return needed;
    }

    private async Task<Outcome> Choose(Actor actor, string reference, Func<UnitOfWork, Award, Task<Outcome>> act)
    {
        await using var work = await database.Write(actor);
        if (await AwardRepository.FindByReference(work, reference) is not { } award)
        {
            return new Refusal("award.unknown");
        }

        if (ConditionRules.MayChange(actor, award) is { } refusal)
        {
            return refusal;
        }

        var outcome = await act(work, award);
        if (outcome.Done)
        {
            await work.Commit();
        }

        return outcome;
    }
}
