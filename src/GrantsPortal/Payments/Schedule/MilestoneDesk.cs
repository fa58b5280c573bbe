using GrantsPortal.Awards;
using GrantsPortal.Awards.Offers;
using GrantsPortal.Organisations;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Files;

namespace GrantsPortal.Payments.Schedule;

/// <summary>Milestones: their organisation says what shows that they are reached, an officer finds so.</summary>
public sealed class MilestoneDesk(PortalDatabase database, ScheduleDesk schedule)
{
    private static readonly Refusal Unknown = new("milestone.unknown");
    private static readonly Refusal Changed = new("milestone.changed-meanwhile");

    /// <summary>
    /// A member says that a milestone is reached, and what shows it. Refused as <see cref="MilestoneRules.MayTell"/> and
    /// <see cref="MilestoneRules.CheckEvidence"/> say, with <c>milestone.unknown</c> or <c>milestone.changed-meanwhile</c>.
    /// </summary>
    public async Task<Outcome> Tell(Actor actor, string reference, long id, int version, string? evidence, SavedContent? file)
    {
        await using var work = await database.Write(actor);
        if (await AwardRepository.FindFor(work, reference, actor.Person) is not { } award || await ScheduleRepository.FindMilestone(work, award.Id, id) is not { } milestone)
        {
            return Unknown;
        }

        var membership = await OrganisationRepository.MembershipOf(work, award.OrganisationId, actor.Person);
        if ((MilestoneRules.MayTell(award, milestone, actor, membership!.Role) ?? MilestoneRules.CheckEvidence(evidence)) is { } refusal)
        {
            return refusal;
        }

        if (!await Keep(work, award, milestone with { Version = version }, evidence!, file))
        {
            return Changed;
        }

        await AwardMail.ToOfficer(work, award, new MilestoneTold(award.Reference, award.OrganisationName, milestone.Title, PaymentRoutes.Milestone(award.Reference, id)));
        await work.Commit();
        return Outcome.Ok;
    }

    /// <summary>
    /// An officer keeps what shows that a milestone is reached, seen or heard by the city itself, and finds it reached. Refused
    /// as <see cref="Tell"/> and <see cref="Answer"/> are.
    /// </summary>
    public async Task<Outcome> Record(Actor actor, string reference, long id, int version, string? evidence, SavedContent? file)
    {
        await using var work = await database.Write(actor);
        if (await AwardRepository.FindByReference(work, reference) is not { } award || await ScheduleRepository.FindMilestone(work, award.Id, id) is not { } milestone)
        {
            return Unknown;
        }

        if ((MilestoneRules.MayTell(award, milestone, actor, null) ?? MilestoneRules.CheckEvidence(evidence)) is { } refusal)
        {
            return refusal;
        }

        return await Keep(work, award, milestone with { Version = version }, evidence!, file)
            ? await Reached(work, award, (await ScheduleRepository.FindMilestone(work, award.Id, id))!, null)
            : Changed;
    }

    /// <summary>
    /// An officer finds a milestone reached, which makes its instalment due, or not yet, with a word to the organisation. Refused
    /// as <see cref="MilestoneRules.MayAnswer"/> says, with <c>milestone.unknown</c> or <c>milestone.changed-meanwhile</c>.
    /// </summary>
    public async Task<Outcome> Answer(Actor actor, string reference, long id, int version, bool reached, string? note)
    {
        await using var work = await database.Write(actor);
        if (await AwardRepository.FindByReference(work, reference) is not { } award || await ScheduleRepository.FindMilestone(work, award.Id, id) is not { } milestone)
        {
            return Unknown;
        }

        if (MilestoneRules.MayAnswer(milestone, actor, reached, note) is { } refusal)
        {
            return refusal;
        }

        if (reached)
        {
            return await Reached(work, award, milestone with { Version = version }, note);
        }

        if (!await ScheduleRepository.NotYet(work, milestone with { Version = version }, note!.Trim()))
        {
            return Changed;
        }

        work.Audit("milestone.not-yet", "Award", award.Id, new { milestone = id });
        await AwardMail.ToMembers(work, award, new MilestoneAnswered(award.Reference, milestone.Title, false, note.Trim(), PaymentRoutes.MyMilestone(award.Reference, id)));
        await work.Commit();
        return Outcome.Ok;
    }

    private static async Task<bool> Keep(UnitOfWork work, Award award, Milestone milestone, string evidence, SavedContent? file)
    {
        long? kept = file is null ? null : await StoredFileRepository.Insert(work, file);
        if (!await ScheduleRepository.Tell(work, milestone, evidence.Trim(), kept))
        {
            return false;
        }

        work.Audit("milestone.told", "Award", award.Id, new { milestone = milestone.Id, file = kept });
        return true;
    }

    private async Task<Outcome> Reached(UnitOfWork work, Award award, Milestone milestone, string? note)
    {
        if (!await ScheduleRepository.Reach(work, milestone, string.IsNullOrWhiteSpace(note) ? null : note.Trim()))
        {
            return Changed;
        }

        work.Audit("milestone.reached", "Award", award.Id, new { milestone = milestone.Id });
        await schedule.Fulfil(work, award, InstalmentBasis.Milestone, milestone.Id);
        await AwardMail.ToMembers(work, award, new MilestoneAnswered(award.Reference, milestone.Title, true, note?.Trim() ?? "", PaymentRoutes.Mine(award.Reference)));
        await work.Commit();
        return Outcome.Ok;
    }
}
