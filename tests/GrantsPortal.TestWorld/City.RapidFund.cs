using GrantsPortal.Applications;
using GrantsPortal.Calls;
using GrantsPortal.Organisations;
using GrantsPortal.People;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Checks;
using GrantsPortal.Response.CallDown;
using GrantsPortal.Response.Incidents;
using GrantsPortal.Response.RapidFund;
using Microsoft.Extensions.DependencyInjection;

namespace GrantsPortal.TestWorld;

/// <summary>A rapid-response fund that takes applications, and the people around it.</summary>
/// <param name="Call">The call.</param>
/// <param name="Incident">The incident.</param>
/// <param name="Template">Its template.</param>
/// <param name="Opener">Who opened it.</param>
/// <param name="Ada">One decider.</param>
/// <param name="Bo">The other.</param>
/// <param name="Cy">Bo's deputy.</param>
public sealed record RapidCity(Call Call, Incident Incident, long Template, Actor Opener, Actor Ada, Actor Bo, Actor Cy);

/// <summary>Rapid-response funds.</summary>
public sealed partial class City
{
    private readonly Dictionary<string, Actor> _approvers = [];

    /// <summary>An approver of a name, always the same.</summary>
    public async Task<Actor> NamedApprover(string name) => _approvers.TryGetValue(name, out var known) ? known : _approvers[name] = await Staff(name, Roles.Approver);

    /// <summary>What an officer prepares; 30,000 in all, 3,000 for one, 48 hours, Ada and Bo with Cy as Bo's deputy.</summary>
    public async Task<RapidPlan> RapidPlan(params string[] who) => new()
    {
        Title = "Rapid help",
        Summary = "Small sums within two days.",
        Description = "For what cannot wait.",
        Who = who.Length == 0 ? "We work in the city." : string.Join('\n', who),
        Questions =
        [
            new RapidQuestion("What do you want to do?", "", QuestionKind.ShortText), new RapidQuestion("How much?", "", QuestionKind.Money),
            new RapidQuestion("Who needs it?", "In a few sentences.", QuestionKind.LongText), new RapidQuestion("Whom can we ring?", "", QuestionKind.ShortText), new RapidQuestion("", "", QuestionKind.LongText),
        ],
        ProgrammeId = (await Fund()).Id,
        CeilingMinor = 3_000_000,
        LargestMinor = 300_000,
        Hours = 48,
        ReportDays = 30,
        Seats = new RapidSeats((await NamedApprover("Ada Decides")).Person, null, (await NamedApprover("Bo Decides")).Person, (await NamedApprover("Cy Deputy")).Person),
    };

    /// <summary>A template that was prepared by one person and approved by another.</summary>
    public async Task<long> ApprovedRapidTemplate(RapidPlan? plan = null)
    {
        var (desk, officer, approver) = (Portal.Get<RapidTemplateDesk>(), await Staff("Pia Prepares", Roles.ProgrammeOfficer), await NamedApprover("Dee Approves"));
        var id = (await desk.Save(officer, null, 0, plan ?? await RapidPlan())).Value;
        Done((await desk.Ask(officer, id, 1)).Refusals);
        Done((await desk.Approve(approver, id, 2)).Refusals);
        return id;
    }

    /// <summary>A fund of 10,000 opened from an approved template in a real incident with two partners on its call-down, and a third that reads its letters behind sign-in.</summary>
    public async Task<RapidCity> RapidFund()
    {
        var opener = await CrisisOfficer();
        IReadOnlyList<Organisation> partners = [.. await CrisisPartners(2), .. await CrisisPartners(1, lettersBy: LetterDelivery.SignIn, named: "Refuge")];
        var incident = await Incident(opener, isDrill: false);
        await CallDown(opener, incident, partners);
        var template = await ApprovedRapidTemplate();
        var opened = (await Portal.Get<RapidFundDesk>().Open(opener, incident.Reference, new RapidOpening(template, 1_000_000, Now.AddDays(7), true)))!.Value;
        Done(opened.Refusals);
        return new RapidCity(opened.Value, incident, template, opener, await NamedApprover("Ada Decides"), await NamedApprover("Bo Decides"), await NamedApprover("Cy Deputy"));
    }

    /// <summary>An application to it by a group and its Owner.</summary>
    public async Task<Applicant> RapidApplicant(RapidCity rapid, long askedMinor = 200_000, string group = "Group A")
    {
        var owner = await Person($"Owner of {group}");
        var organisation = await Organisation(group, owner);
        return new Applicant(organisation, owner, await Submitted(rapid.Call, organisation, owner, askedMinor));
    }

    /// <summary>A decider's yes, with an amount in minor units, or no.</summary>
    public async Task<Outcome<bool>> RapidAnswer(Actor decider, Applicant applicant, long? amountMinor) =>
        (await Portal.Get<RapidDecisionDesk>().Answer(
            decider, applicant.Application.Reference, amountMinor is null ? Response.RapidFund.RapidAnswer.No : Response.RapidFund.RapidAnswer.Yes, amountMinor, $"{decider.Name} says why"))!.Value;

    /// <summary>What breaks any invariant, as the verb <c>verify</c> says it; not those of organisations, since partners of a test's call-down have no Owners.</summary>
    public async Task<IReadOnlyList<string>> Verified()
    {
        var found = new List<string>();
        foreach (var invariant in Portal.Services.GetServices<IInvariant>().Where(invariant => invariant.GetType().Namespace is { } name && !name.StartsWith("GrantsPortal.Organisations", StringComparison.Ordinal)))
        {
            found.AddRange(await Read(invariant.Check));
        }

        return found;
    }
}
