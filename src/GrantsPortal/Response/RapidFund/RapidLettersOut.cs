using GrantsPortal.People;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;

namespace GrantsPortal.Response.RapidFund;

/// <summary>Writes to deciders and officers, within the transaction that causes it.</summary>
internal static class RapidLettersOut
{
    /// <summary>Asks those who came to sit; where a seat stays empty, the officer is told.</summary>
    public static async Task Seated(UnitOfWork work, RapidCase found, OpenedFund fund, IReadOnlyCollection<long?> seats)
    {
        await Ask(work, found, seats.OfType<long>(), reminds: false);
        if (seats.Contains(null))
        {
            await TellOfficer(work, found, fund, late: false);
        }
    }

    /// <summary>Asks or reminds deciders.</summary>
    public static async Task Ask(UnitOfWork work, RapidCase found, IEnumerable<long> people, bool reminds)
    {
        foreach (var person in people)
        {
            if (await PersonRepository.Find(work, person) is { DisabledAt: null } decider)
            {
                work.Mail(
                    decider.AsRecipient(),
                    new RapidDecisionAsked(found.Reference, found.OrganisationName, found.Title ?? found.Reference, found.Asked, found.PromisedAt, reminds, RapidRoutes.Case(found.Reference)),
                    "Application", found.ApplicationId);
            }
        }
    }

    /// <summary>Tells whoever opened the fund; where they are gone, every programme officer.</summary>
    public static async Task TellOfficer(UnitOfWork work, RapidCase found, OpenedFund fund, bool late)
    {
        IReadOnlyList<Person> officers = await PersonRepository.Find(work, fund.OpenedBy) is { DisabledAt: null } opener ? [opener] : await PersonRepository.WithRole(work, Roles.ProgrammeOfficer);
        foreach (var officer in officers)
        {
            work.Mail(officer.AsRecipient(), new RapidDecisionLate(found.Reference, found.OrganisationName, found.PromisedAt, late, RapidRoutes.Case(found.Reference)), "Application", found.ApplicationId);
        }
    }
}
