using GrantsPortal.Funds;
using GrantsPortal.People;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;

namespace GrantsPortal.Response.RapidFund;

/// <summary>Prepares templates and has them approved, before anything happens.</summary>
public sealed class RapidTemplateDesk(PortalDatabase database)
{
    private static readonly Refusal Changed = new("rapid.changed-meanwhile");

    /// <summary>
    /// Saves a draft, a new one where there is no id. Refused with <c>rapid.not-officer</c>, <c>rapid.fund-missing</c>,
    /// <c>rapid.template-unknown</c>, <c>rapid.not-draft</c>, <c>rapid.changed-meanwhile</c>, or as <see cref="RapidTemplateRules.Check"/> says. Returns its id.
    /// </summary>
    public async Task<Outcome<long>> Save(Actor actor, long? id, int version, RapidPlan plan)
    {
        if (!RapidTemplateRules.MayPrepare(actor))
        {
            return new Refusal("rapid.not-officer");
        }

        await using var work = await database.Write(actor);
        var fund = await ProgrammeRepository.Find(work, plan.ProgrammeId);
        var wrong = RapidTemplateRules.Check(plan, (await PersonRepository.WithRole(work, Roles.Approver)).Select(person => person.Id).ToHashSet())
            .Concat(fund is null ? [new Refusal("rapid.fund-missing").At("ProgrammeId")] : []).ToList();
        if (wrong.Count > 0)
        {
            return Outcome<long>.Refuse(wrong);
        }

        var tidy = plan with { Title = plan.Title.Trim(), Summary = plan.Summary.Trim(), Description = plan.Description.Trim(), Who = plan.Who.Trim() };
        if (id is { } known)
        {
            if (await RapidTemplateRepository.Find(work, known) is not { } template)
            {
                return new Refusal("rapid.template-unknown");
            }

            if (template.State != RapidTemplateState.Draft)
            {
                return new Refusal("rapid.not-draft");
            }

            if (!await RapidTemplateRepository.Update(work, known, version, tidy, fund!.Currency))
            {
                return Changed;
            }
        }
        else
        {
            id = work.NewId();
            await RapidTemplateRepository.Insert(work, id.Value, tidy, fund!.Currency);
        }

        await RapidTemplateRepository.Wrote(work, id.Value);
        work.Audit("rapid-template.saved", "RapidTemplate", id.Value, new { tidy.Title, tidy.ProgrammeId, tidy.CeilingMinor, tidy.LargestMinor, tidy.Hours, tidy.Seats });
        await work.Commit();
        return id.Value;
    }

    /// <summary>Asks every approver who did not write in it. Refused with <c>rapid.not-officer</c>, <c>rapid.template-unknown</c>, <c>rapid.changed-meanwhile</c> or from the state table.</summary>
    public Task<Outcome> Ask(Actor actor, long id, int version) => Officer(actor, id, version, RapidTemplateStates.Ask, async (work, template) =>
    {
        var editors = await RapidTemplateRepository.Editors(work, id);
        foreach (var approver in (await PersonRepository.WithRole(work, Roles.Approver)).Where(person => !editors.Contains(person.Id)))
        {
            work.Mail(approver.AsRecipient(), new RapidTemplateWaiting(template.Title, actor.Name, template.Ceiling, template.Hours, RapidRoutes.Template(id)), "RapidTemplate", id);
        }
    });

    /// <summary>Opens it for changes, which need a new approval; funds already opened stay as they are. Refused as <see cref="Ask"/>.</summary>
    public Task<Outcome> Change(Actor actor, long id, int version) => Officer(actor, id, version, RapidTemplateStates.Change, async (work, template) =>
    {
        if (template.State == RapidTemplateState.Approved)
        {
            await RapidTemplateRepository.Forget(work, id);
        }

        await RapidTemplateRepository.Wrote(work, id);
    });

    /// <summary>Puts it away. Refused as <see cref="Ask"/>.</summary>
    public Task<Outcome> Retire(Actor actor, long id, int version) => Officer(actor, id, version, RapidTemplateStates.Retire, (_, _) => Task.CompletedTask);

    /// <summary>Approves it. Refused as <see cref="RapidTemplateRules.Answer"/> says, with <c>rapid.template-unknown</c> or <c>rapid.changed-meanwhile</c>.</summary>
    public Task<Outcome> Approve(Actor actor, long id, int version) => Answer(actor, id, version, RapidTemplateStates.Approve, null);

    /// <summary>Sends it back with a note. Refused as <see cref="Approve"/>, and with <c>rapid.reason-missing</c>, <c>rapid.reason-long</c>.</summary>
    public async Task<Outcome> SendBack(Actor actor, long id, int version, string? note) =>
        RapidRules.AgainstReason(note) is { } wrong ? wrong : await Answer(actor, id, version, RapidTemplateStates.SendBack, note!.Trim());

    private async Task<Outcome> Answer(Actor actor, long id, int version, string act, string? note)
    {
        await using var work = await database.Write(actor);
        if (await RapidTemplateRepository.Find(work, id) is not { } template)
        {
            return new Refusal("rapid.template-unknown");
        }

        var move = RapidTemplateRules.Answer(actor, template, await RapidTemplateRepository.Editors(work, id), act);
        if (move.Refused)
        {
            return move.Plain();
        }

        var seen = template with { Version = version };
        if (!await (act == RapidTemplateStates.Approve ? RapidTemplateRepository.Approve(work, seen) : RapidTemplateRepository.Move(work, seen, move.Value, note)))
        {
            return Changed;
        }

        work.Audit($"rapid-template.{act}", "RapidTemplate", id, new { from = template.State, to = move.Value });
        await work.Commit();
        return Outcome.Ok;
    }

    private async Task<Outcome> Officer(Actor actor, long id, int version, string act, Func<UnitOfWork, RapidTemplate, Task> then)
    {
        if (!RapidTemplateRules.MayPrepare(actor))
        {
            return new Refusal("rapid.not-officer");
        }

        await using var work = await database.Write(actor);
        if (await RapidTemplateRepository.Find(work, id) is not { } template)
        {
            return new Refusal("rapid.template-unknown");
        }

        var move = RapidTemplateStates.Table.Move(template.State, act);
        if (move.Refused)
        {
            return move.Plain();
        }

        if (!await RapidTemplateRepository.Move(work, template with { Version = version }, move.Value, null))
        {
            return Changed;
        }

        await then(work, template);
        work.Audit($"rapid-template.{act}", "RapidTemplate", id, new { from = template.State, to = move.Value });
        await work.Commit();
        return Outcome.Ok;
    }
}
