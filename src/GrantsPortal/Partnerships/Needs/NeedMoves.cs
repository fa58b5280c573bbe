using GrantsPortal.Organisations;
using GrantsPortal.Partnerships.Contacts;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;

namespace GrantsPortal.Partnerships.Needs;

/// <summary>What noting needs and concerns does, within somebody's unit of work.</summary>
public static class NeedMoves
{
    /// <summary>Names that must not stand in what is noted of a partner: of its members and contacts.</summary>
    public static async Task<IReadOnlyList<string>> Known(UnitOfWork work, long organisation) =>
        [.. (await OrganisationRepository.People(work, organisation)).Select(person => person.Name).Concat((await ContactRepository.Of(work, organisation)).Select(contact => contact.Name)).Where(name => name.Contains(' ', StringComparison.Ordinal)).Distinct(StringComparer.OrdinalIgnoreCase)];

    /// <summary>What looks like personal data in needs and concerns of a partner.</summary>
    public static async Task<IReadOnlyList<PersonalPoint>> Points(UnitOfWork work, long organisation, IReadOnlyList<NeedPlan> plans)
    {
        var known = plans.Count == 0 ? [] : await Known(work, organisation);
        return [.. plans.SelectMany(plan => PersonalTextRules.Points(plan.Words, known))];
    }

    /// <summary>What looks like personal data in a text about a partner.</summary>
    public static async Task<IReadOnlyList<PersonalPoint>> Points(UnitOfWork work, long organisation, string? text) => PersonalTextRules.Points(text, await Known(work, organisation));

    /// <summary>Keeps needs and concerns that the rules let pass, with their audit entries, which say no word of them.</summary>
    public static async Task Note(UnitOfWork work, IReadOnlyList<NeedPlan> plans, long? engagement, DateOnly raisedOn)
    {
        foreach (var plan in plans)
        {
            var need = With(new Need { Id = work.NewId(), OrganisationId = plan.OrganisationId, EngagementId = engagement, RaisedOn = raisedOn }, plan);
            await NeedRepository.Insert(work, need);
            work.Audit("need.noted", nameof(Need), need.Id, new { need.OrganisationId, need.Kind, need.Theme, need.Seriousness, engagement });
        }
    }

    /// <summary>A need or concern as a plan has it.</summary>
    public static Need With(Need need, NeedPlan plan) =>
        need with { Kind = plan.Kind, Words = plan.Words.Trim(), Theme = plan.Theme!, District = plan.District.Trim(), Seriousness = plan.Seriousness };
}
