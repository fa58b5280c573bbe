using GrantsPortal.Organisations;
using GrantsPortal.People;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Text;
using Microsoft.Extensions.Options;

namespace GrantsPortal.Response.Readiness;

/// <summary>Keeps what could happen. Acts answer null when there is no such risk.</summary>
public sealed class RiskDesk(PortalDatabase database, CityDistricts districts, IOptions<PortalOptions> portal)
{
    /// <summary>The officers who can own a risk, by name.</summary>
    public static async Task<IReadOnlyList<Person>> Owners(UnitOfWork work)
    {
        var people = new List<Person>();
        foreach (var role in new[] { Roles.FocalPoint, Roles.ProgrammeOfficer, Roles.Administrator })
        {
            people.AddRange(await PersonRepository.WithRole(work, role));
        }

        return [.. people.DistinctBy(person => person.Id).OrderBy(person => person.Name, StringComparer.OrdinalIgnoreCase)];
    }

    /// <summary>Writes one down. Refused like <see cref="RiskRules.Check"/>.</summary>
    public async Task<Outcome<long>> Add(Actor actor, RiskPlan plan)
    {
        await using var work = await database.Write(actor);
        if (await Check(work, plan, null) is { Count: > 0 } wrong)
        {
            return Outcome<long>.Refuse(wrong);
        }

        var risk = Written(new ReadinessRisk { Id = work.NewId() }, plan);
        await RiskRepository.Insert(work, risk, Lines(plan));
        work.Audit("risk.added", nameof(ReadinessRisk), risk.Id, new { risk.Likelihood, risk.Seriousness, risk.ReviewBy });
        await work.Commit();
        return risk.Id;
    }

    /// <summary>Changes one that is open. Refused like <see cref="RiskRules.Check"/>, with <c>risk.retired</c> or <c>risk.changed-meanwhile</c>.</summary>
    public async Task<Outcome?> Edit(Actor actor, long id, int version, RiskPlan plan)
    {
        await using var work = await database.Write(actor);
        if (await RiskRepository.Find(work, id) is not { } risk)
        {
            return null;
        }

        if (await Check(work, plan, risk) is { Count: > 0 } wrong)
        {
            return Outcome.Refuse(wrong);
        }

        if (risk.State != RiskState.Open)
        {
            return new Refusal("risk.retired");
        }

        if (!await RiskRepository.Update(work, Written(risk, plan), version, Lines(plan)))
        {
            return new Refusal("risk.changed-meanwhile");
        }

        work.Audit("risk.changed", nameof(ReadinessRisk), id, new { plan.Likelihood, plan.Seriousness, plan.ReviewBy });
        await work.Commit();
        return Outcome.Ok;
    }

    /// <summary>Retires one, or takes it up again. Refused like <see cref="RiskRules.Move"/> or with <c>risk.changed-meanwhile</c>.</summary>
    public async Task<Outcome?> Move(Actor actor, long id, int version, string act)
    {
        await using var work = await database.Write(actor);
        if (await RiskRepository.Find(work, id) is not { } risk)
        {
            return null;
        }

        var move = RiskRules.Move(actor, risk, act);
        if (move.Refused)
        {
            return move.Plain();
        }

        if (!await RiskRepository.Move(work, risk, version, move.Value))
        {
            return new Refusal("risk.changed-meanwhile");
        }

        work.Audit($"risk.{act}", nameof(ReadinessRisk), id);
        await work.Commit();
        return Outcome.Ok;
    }

    private async Task<IReadOnlyList<Refusal>> Check(UnitOfWork work, RiskPlan plan, ReadinessRisk? risk) => RiskRules.Check(
        work.Actor, plan, risk?.ReviewBy, Instants.DayOf(work.Now, portal.Value.Zone), [.. (await districts.All(work)).Union(risk?.DistrictList ?? [])], portal.Value.ThemesInUse,
        [.. (await Owners(work)).Select(person => person.Id)]);

    private static ReadinessRisk Written(ReadinessRisk risk, RiskPlan plan) => risk with
    {
        Title = plan.Title.Trim(),
        Words = plan.Words.Trim().ReplaceLineEndings("\n"),
        Districts = CodeList.Kept(plan.Districts),
        Themes = CodeList.Kept(plan.Themes),
        Capabilities = CodeList.Kept(plan.Capabilities.Distinct().Order().Select(one => one.ToString())),
        Likelihood = plan.Likelihood!.Value,
        Seriousness = plan.Seriousness!.Value,
        ReviewBy = plan.ReviewBy!.Value,
        OwnerId = plan.OwnerId!.Value,
    };

    private static IReadOnlyList<RiskTalk> Lines(RiskPlan plan) =>
        [.. plan.Talks.Where(talk => !talk.IsEmpty).Select(talk => new RiskTalk { FromWhom = talk.FromWhom.Trim(), ToWhom = talk.ToWhom.Trim(), About = talk.About.Trim() })];
}
