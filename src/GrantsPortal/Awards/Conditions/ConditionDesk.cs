using GrantsPortal.Awards.Offers;
using GrantsPortal.Calls.Agreements;
using GrantsPortal.Organisations;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Files;

namespace GrantsPortal.Awards.Conditions;

/// <summary>What members hand in before the first payment, and what officers find. Each act tells the other side by e-mail.</summary>
public sealed partial class ConditionDesk(PortalDatabase database, FileStore files)
{
    /// <summary>
    /// Finds every condition of a kind met, within the caller's transaction: for Payments once bank details are
    /// confirmed, and for whoever clears a person check. What the actor handed in is left alone. Returns how many were
    /// met; none when there is none of the kind, or all were met or waived before.
    /// </summary>
    /// <param name="work">The caller's transaction.</param>
    /// <param name="award">The award.</param>
    /// <param name="kind">What was fulfilled.</param>
    /// <param name="evidence">What shows it, for staff; no personal detail.</param>
    public static async Task<int> Meet(UnitOfWork work, Award award, ConditionKind kind, string evidence)
    {
        var met = 0;
        foreach (var condition in (await ConditionRepository.Of(work, award.Id)).Where(condition => condition.Kind == kind && condition.Blocks))
        {
            if ((condition.HandedInBy is { } handed && handed == work.Actor.PersonId) || !await ConditionRepository.Decide(work, condition, ConditionState.Met, evidence))
            {
                continue;
            }

            await Note(work, award, condition, ConditionStates.Meet, null, evidence);
            met++;
        }

        return met;
    }

    /// <summary>
    /// Hands in a document, a note or both. Refused as <see cref="ConditionRules.MayHandIn"/>, <see cref="ConditionRules.CheckHandIn"/> and
    /// <see cref="FileStore.Save"/> say, with <c>award.unknown</c>, <c>condition.unknown</c> or <c>award.changed-meanwhile</c>.
    /// </summary>
    public async Task<Outcome> HandIn(Actor actor, string reference, long id, int version, Stream? content, string? name, string? note)
    {
        var allowed = await MayHandIn(actor, reference, id, content is not null, note);
        if (allowed.Refused)
        {
            return allowed;
        }

        var saved = content is null ? null : (Outcome<SavedContent>?)await files.Save(content, name ?? "");
        if (saved is { Refused: true } refused)
        {
            return Outcome.Refuse([.. refused.Refusals.Select(refusal => refusal.At("Document"))]);
        }

        await using var work = await database.Write(actor);
        if (await AwardRepository.FindFor(work, reference, actor.Person) is not { } award || await ConditionRepository.Find(work, award.Id, id) is not { } condition)
        {
            return new Refusal("award.unknown");
        }

        long? file = saved is { } kept ? await StoredFileRepository.Insert(work, kept.Value) : null;
        if (!ConditionRules.Takes(award.State) || !await ConditionRepository.HandIn(work, condition with { Version = version }, file))
        {
            return new Refusal("award.changed-meanwhile");
        }

        await Note(work, award, condition, ConditionStates.HandIn, file, note);
        await AwardMail.ToOfficer(work, award, new ConditionHandedIn(award.Reference, award.OrganisationName, condition.Title, AwardRoutes.ManageConditions(award.Reference)));
        await work.Commit();
        return Outcome.Ok;
    }

    /// <summary>
    /// Finds a condition met, waives it, sends it back or asks for it again, as <paramref name="act"/> of <see cref="ConditionStates"/> says.
    /// Refused as <see cref="ConditionRules.MayJudge"/> and <see cref="ConditionRules.CheckNote"/> say, with <c>award.unknown</c>,
    /// <c>condition.unknown</c> or <c>award.changed-meanwhile</c>.
    /// </summary>
    public async Task<Outcome> Judge(Actor actor, string reference, long id, int version, string act, string? note)
    {
        await using var work = await database.Write(actor);
        if (await AwardRepository.FindByReference(work, reference) is not { } award)
        {
            return new Refusal("award.unknown");
        }

        if (await ConditionRepository.Find(work, award.Id, id) is not { } condition)
        {
            return new Refusal("condition.unknown");
        }

        if (await Against(work, actor, award, condition, act) is { } refusal)
        {
            return refusal;
        }

        if (ConditionRules.CheckNote(condition, act, note) is { } wrong)
        {
            return wrong;
        }

        var words = (note ?? "").Trim();
        if (!await ConditionRepository.Decide(work, condition with { Version = version }, ConditionStates.Table.Move(condition.State, act).Value, words))
        {
            return new Refusal("award.changed-meanwhile");
        }

        await Note(work, award, condition, act, null, words);
        if (award.OfferedAt is not null)
        {
            // Evidence is for staff; a reason is for those it is about.
            var left = (await ConditionRepository.Open(work, [award.Id])).Count;
            await AwardMail.ToMembers(work, award, new ConditionAnswered(award.Reference, condition.Title, act, act == ConditionStates.Meet ? "" : words, left, AwardRoutes.MyConditions(award.Reference)));
        }

        await work.Commit();
        return Outcome.Ok;
    }

    /// <summary>What stands against the actor judging a condition; null when they may.</summary>
    public static async Task<Refusal?> Against(UnitOfWork work, Actor actor, Award award, AwardCondition condition, string act)
    {
        var handedIn = (await ConditionRepository.Steps(work, award.Id)).Where(step => step.ConditionId == condition.Id && step.Act == ConditionStates.HandIn && step.PersonId is not null)
            .Select(step => step.PersonId!.Value).ToHashSet();
        var member = actor.PersonId is { } person && await OrganisationRepository.MembershipOf(work, award.OrganisationId, person) is not null;
        return ConditionRules.MayJudge(actor, condition, act, handedIn, member);
    }

    /// <summary>Notes a step, and that it was taken; what was written stays with the condition and out of the audit trail.</summary>
    private static async Task Note(UnitOfWork work, Award award, AwardCondition condition, string act, long? file, string? note)
    {
        await ConditionRepository.InsertStep(work, condition.Id, act, file, string.IsNullOrWhiteSpace(note) ? null : note.Trim());
        work.Audit($"award.condition-{act}", "Award", award.Id, new { condition = condition.Id, condition.Kind, from = condition.State });
    }

    private async Task<Outcome> MayHandIn(Actor actor, string reference, long id, bool document, string? note)
    {
        await using var work = await database.Read();
        if (await AwardRepository.FindFor(work, reference, actor.Person) is not { } award)
        {
            return new Refusal("award.unknown");
        }

        if (await ConditionRepository.Find(work, award.Id, id) is not { } condition)
        {
            return new Refusal("condition.unknown");
        }

        var membership = await OrganisationRepository.MembershipOf(work, award.OrganisationId, actor.Person);
        return (ConditionRules.MayHandIn(award, membership?.Role, condition) ?? ConditionRules.CheckHandIn(condition.Kind, document, note)) is { } refusal ? refusal : Outcome.Ok;
    }
}
