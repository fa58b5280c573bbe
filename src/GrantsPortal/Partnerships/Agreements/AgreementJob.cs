using GrantsPortal.Partnerships.Partners;
using GrantsPortal.People;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Jobs;
using Microsoft.Extensions.Options;

namespace GrantsPortal.Partnerships.Agreements;

/// <summary>Tells focal points and partners that an agreement ends, and reminds them of goals; what nobody answers is not repeated more than once a week.</summary>
public sealed class AgreementJob(PortalDatabase database, IOptions<PortalOptions> portal) : IJob
{
    /// <inheritdoc/>
    public string Name => "partnerships.agreements";

    /// <inheritdoc/>
    public string Does => "Tells focal points and partners 90, 30 and 7 days before an agreement ends, and reminds them of goals that are due, once a week at most.";

    /// <inheritdoc/>
    public TimeSpan Every => TimeSpan.FromDays(1);

    /// <inheritdoc/>
    public async Task Run(CancellationToken cancel)
    {
        await using var work = await database.Write(Actor.System);
        var today = Instants.DayOf(work.Now, portal.Value.Zone);
        await Endings(work, today, cancel);
        await Goals(work, today, cancel);
        await work.Commit();
    }

    private async Task Endings(UnitOfWork work, DateOnly today, CancellationToken cancel)
    {
        var ending = await PartnerAgreementRepository.Ending(work, today, today.AddDays(PartnerAgreementRules.EndDays[0]));
        var parties = await PartnerAgreementRepository.Parties(work, [.. ending.Select(agreement => agreement.Id)]);
        foreach (var agreement in ending)
        {
            cancel.ThrowIfCancellationRequested();
            var inForceOn = Instants.DayOf(agreement.InForceAt!.Value, portal.Value.Zone);
            if (PartnerAgreementRules.EndToTell(agreement.EndsOn, inForceOn, agreement.EndTold, today) is not { } days || !await PartnerAgreementRepository.MarkEndTold(work, agreement.Id, days))
            {
                continue;
            }

            var whole = new WholeAgreement(agreement, [.. parties[agreement.Id]], [], []);
            await AgreementMail.ToPartners(work, whole, party => new PartnerAgreementEnding(agreement.Title, party.Name, agreement.EndsOn, false, AgreementRoutes.My(agreement.Reference)));
            await AgreementMail.ToOfficers(work, whole, today, new PartnerAgreementEnding(agreement.Title, whole.Partners, agreement.EndsOn, true, AgreementRoutes.Show(agreement.Reference)));
        }
    }

    private static async Task Goals(UnitOfWork work, DateOnly today, CancellationToken cancel)
    {
        var due = new List<DueGoal>();
        foreach (var goal in (await PartnerAgreementRepository.DueGoals(work, today.AddDays(PartnerAgreementRules.GoalDays), today)).Where(goal => PartnerAgreementRules.IsToRemind(goal.DueOn, goal.RemindedOn, today)))
        {
            if (await PartnerAgreementRepository.MarkReminded(work, goal.Id, today))
            {
                due.Add(goal);
            }
        }

        var parties = await PartnerAgreementRepository.Parties(work, [.. due.Select(goal => goal.AgreementId).Distinct()]);
        var acting = await PartnerRecords.FocalPoints(work, [.. parties.SelectMany(group => group).Select(party => party.OrganisationId).Distinct()], today);
        var officers = due.SelectMany(goal => parties[goal.AgreementId].Select(party => acting.GetValueOrDefault(party.OrganisationId)?.ActingId).OfType<long>().Distinct().Select(officer => (officer, goal))).ToLookup(pair => pair.officer, pair => pair.goal);
        foreach (var officer in (officers.Count == 0 ? [] : await PersonRepository.Find(work, [.. officers.Select(group => group.Key)])).Where(person => person.DisabledAt is null))
        {
            work.Mail(officer.AsRecipient(), new PartnerGoalsDue(Lines(officers[officer.Id], today), AgreementRoutes.All + "?show=Overdue"));
        }

        foreach (var partner in due.Where(goal => goal.OrganisationId is not null).GroupBy(goal => goal.OrganisationId!.Value))
        {
            cancel.ThrowIfCancellationRequested();
            await PartnerAddresses.Write(work, partner.Key, new PartnerGoalsDue(Lines(partner, today), AgreementRoutes.Mine), AgreementRoutes.Mine);
        }
    }

    private static IReadOnlyList<GoalLine> Lines(IEnumerable<DueGoal> goals, DateOnly today) =>
        [.. goals.Select(goal => new GoalLine(goal.What, goal.OrganisationName, goal.Title, goal.DueOn, goal.DueOn < today))];
}
