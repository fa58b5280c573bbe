using GrantsPortal.Organisations;
using GrantsPortal.Partnerships;
using GrantsPortal.Partnerships.Access;
using GrantsPortal.Partnerships.Agreements;
using GrantsPortal.People;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Web.People;
using GrantsPortal.Web.Shared.Conflicts;

namespace GrantsPortal.Web.Partnerships.Agreements;

/// <summary>The list of agreements.</summary>
public sealed record AgreementsPage(
    AgreementFilter Show, Organisation? Organisation, AgreementCounts Counts, IReadOnlyList<AgreementLine> Lines, ILookup<long, AgreementParty> Parties, DateOnly Today, string? First, string? Next);

/// <summary>One agreement as somebody reads it.</summary>
/// <param name="Whole">The agreement.</param>
/// <param name="Progress">What was noted of its goals.</param>
/// <param name="Today">The day of the city's calendar.</param>
/// <param name="City">The city's name.</param>
public sealed record AgreementView(WholeAgreement Whole, ILookup<long, GoalProgress> Progress, DateOnly Today, string City)
{
    /// <summary>Whether the reader keeps the record of partnerships.</summary>
    public bool MayKeep { get; init; }

    /// <summary>Whether the reader may sign for the city now.</summary>
    public bool MaySign { get; init; }

    /// <summary>For which of their organisations a member may sign now.</summary>
    public IReadOnlyList<AgreementParty> ToSign { get; init; } = [];

    /// <summary>Of which of their organisations a member is an Owner.</summary>
    public IReadOnlyList<AgreementParty> Owned { get; init; } = [];

    /// <summary>The page of a goal; null where the reader has none.</summary>
    public Func<PartnerGoal, string?> GoalPath { get; init; } = _ => null;

    /// <summary>What was typed of why it ends or goes back.</summary>
    public string? Reason { get; init; }
}

/// <summary>An agreement to sign.</summary>
/// <param name="View">The agreement.</param>
/// <param name="Party">For whom; null for the city.</param>
/// <param name="Against">What stands against it.</param>
/// <param name="Form">As typed.</param>
public sealed record SignView(AgreementView View, AgreementParty? Party, string? Against, PartnerSignForm Form);

/// <summary>A signature as typed.</summary>
public sealed class PartnerSignForm : AgainForm
{
    /// <summary>Full name, typed.</summary>
    public string? Name { get; set; }

    /// <summary>Whether they say they may sign.</summary>
    public bool Agree { get; set; }

    /// <summary>Which version was shown.</summary>
    public int Version { get; set; }
}

/// <summary>An agreement being written.</summary>
public sealed record AgreementEditPage(PartnerAgreement? Agreement, AgreementForm Form, IReadOnlyList<string> Names, string City)
{
    /// <summary>What somebody else saved meanwhile.</summary>
    public ConflictView? Conflict { get; init; }
}

/// <summary>An agreement as typed.</summary>
public sealed class AgreementForm
{
    /// <summary>The version it was opened at.</summary>
    public int Version { get; set; }

    /// <summary>What it is.</summary>
    public PartnerAgreementKind Kind { get; set; }

    /// <summary>What it is called.</summary>
    public string? Title { get; set; }

    /// <summary>What it is for.</summary>
    public string? Purpose { get; set; }

    /// <summary>What the city brings.</summary>
    public string? CityBrings { get; set; }

    /// <summary>Its first day.</summary>
    public DateOnly? StartsOn { get; set; }

    /// <summary>Its last day.</summary>
    public DateOnly? EndsOn { get; set; }

    /// <summary>The partners.</summary>
    public List<PartyRow> Parties { get; set; } = [];

    /// <summary>The goals.</summary>
    public List<GoalRow> Goals { get; set; } = [];

    /// <summary>What the use case takes.</summary>
    public AgreementPlan Read() => new()
    {
        Kind = Kind,
        Title = Title ?? "",
        Purpose = Purpose ?? "",
        CityBrings = CityBrings ?? "",
        StartsOn = StartsOn,
        EndsOn = EndsOn,
        Parties = [.. Parties.Take(PartnerAgreementRules.MostParties).Select(row => new PartyPlan(row.Name ?? "", row.Brings ?? ""))],
        Goals = [.. Goals.Take(PartnerAgreementRules.MostGoals).Select(row => new GoalPlan(row.What ?? "", row.Owner, row.DueOn))],
    };

    /// <summary>With as many empty lines as there can be.</summary>
    public AgreementForm Padded()
    {
        Parties = [.. Parties.Take(PartnerAgreementRules.MostParties), .. Enumerable.Range(0, Math.Max(0, PartnerAgreementRules.MostParties - Parties.Count)).Select(_ => new PartyRow())];
        Goals = [.. Goals.Take(PartnerAgreementRules.MostGoals), .. Enumerable.Range(0, Math.Max(0, PartnerAgreementRules.MostGoals - Goals.Count)).Select(_ => new GoalRow())];
        return this;
    }

    /// <summary>An agreement as it stands.</summary>
    public static AgreementForm Of(WholeAgreement whole)
    {
        var places = whole.Parties.Select((party, place) => (party.OrganisationId, Place: place + 1)).ToDictionary(pair => pair.OrganisationId, pair => pair.Place);
        var agreement = whole.Agreement;
        return new AgreementForm
        {
            Version = agreement.Version,
            Kind = agreement.Kind,
            Title = agreement.Title,
            Purpose = agreement.Purpose,
            CityBrings = agreement.CityBrings,
            StartsOn = agreement.StartsOn,
            EndsOn = agreement.EndsOn,
            Parties = [.. whole.Parties.Select(party => new PartyRow { Name = party.Name, Brings = party.Brings })],
            Goals = [.. whole.Goals.Select(goal => new GoalRow { What = goal.What, Owner = goal.OrganisationId is { } owner ? places[owner] : 0, DueOn = goal.DueOn })],
        }.Padded();
    }
}

/// <summary>A partner as typed.</summary>
public sealed class PartyRow
{
    /// <summary>Its name.</summary>
    public string? Name { get; set; }

    /// <summary>What it brings.</summary>
    public string? Brings { get; set; }
}

/// <summary>A goal as typed.</summary>
public sealed class GoalRow
{
    /// <summary>What is to be reached.</summary>
    public string? What { get; set; }

    /// <summary>Whose it is: 0 the city's, n the n-th partner's.</summary>
    public int Owner { get; set; }

    /// <summary>By when.</summary>
    public DateOnly? DueOn { get; set; }
}

/// <summary>Progress as typed.</summary>
public sealed class ProgressForm
{
    /// <summary>The version it was opened at.</summary>
    public int Version { get; set; }

    /// <summary>The act that moves the goal; none to note words alone.</summary>
    public string? Act { get; set; }

    /// <summary>What is noted.</summary>
    public string? Words { get; set; }

    /// <summary>As of which day.</summary>
    public DateOnly? NotedOn { get; set; }
}

/// <summary>A goal, what was noted of it, and what was promised for it.</summary>
public sealed record GoalPage(AgreementView View, PartnerGoal Goal, ProgressForm Form)
{
    /// <summary>Whether the reader may note progress.</summary>
    public bool MayNote { get; init; }

    /// <summary>A commitment being drawn from it; null where the reader cannot.</summary>
    public CommitmentForm? Commitment { get; init; }

    /// <summary>With which partner.</summary>
    public long Partner { get; init; }

    /// <summary>Who can follow a commitment up.</summary>
    public IReadOnlyList<Person> Officers { get; init; } = [];

    /// <summary>What was promised for the goals of this agreement.</summary>
    public IReadOnlyList<Commitment> Commitments { get; init; } = [];
}

/// <summary>What a member's organisations agreed with the city.</summary>
public sealed record MyAgreementsPage(IReadOnlyList<AgreementLine> Lines, ILookup<long, AgreementParty> Parties, DateOnly Today);

/// <summary>What was agreed with a partner, on its page.</summary>
public sealed record PartnerAgreements(long Organisation, IReadOnlyList<AgreementLine> Lines, DateOnly Today, bool MayKeep);

/// <summary>What was agreed with a partner, on its page.</summary>
public sealed class AgreementsPart : IPartnerPart
{
    /// <inheritdoc/>
    public PartnerField Field => PartnerField.Agreements;

    /// <inheritdoc/>
    public int Order => 12;

    /// <inheritdoc/>
    public async Task<PartnerPart?> For(PartnerSight sight, UnitOfWork work) =>
        new("agreements", "Agreements", "/Partnerships/Agreements/_OfPartner.cshtml", new PartnerAgreements(
            sight.Organisation.Id, await PartnerAgreementRepository.Page(work, AgreementFilter.Standing, sight.Organisation.Id, sight.Today, null, 20), sight.Today, sight.MayKeep));
}

/// <summary>English words for what agreements hold, said through the localiser.</summary>
public static class AgreementWords
{
    /// <summary>What it is.</summary>
    public static string Of(PartnerAgreementKind kind) => kind == PartnerAgreementKind.Memorandum ? "Memorandum of understanding" : "Partnership plan";

    /// <summary>How it stands.</summary>
    public static string Of(PartnerAgreementStanding standing) => standing switch
    {
        PartnerAgreementStanding.Draft => "Draft",
        PartnerAgreementStanding.Offered => "To sign",
        PartnerAgreementStanding.Coming => "Signed, begins later",
        PartnerAgreementStanding.InForce => "In force",
        PartnerAgreementStanding.Lapsed => "Lapsed",
        _ => "Ended",
    };

    /// <summary>The colour of that.</summary>
    public static string Kind(PartnerAgreementStanding standing) => standing switch
    {
        PartnerAgreementStanding.Draft => "quiet",
        PartnerAgreementStanding.Offered => "waiting",
        PartnerAgreementStanding.Coming => "going",
        PartnerAgreementStanding.InForce => "good",
        PartnerAgreementStanding.Lapsed => "bad",
        _ => "done",
    };

    /// <summary>A filter of the list.</summary>
    public static string Of(AgreementFilter filter) => filter switch
    {
        AgreementFilter.Standing => "All that stand",
        AgreementFilter.InForce => "In force",
        AgreementFilter.Ending => "Ending within 90 days",
        AgreementFilter.Overdue => "Goals overdue",
        AgreementFilter.Offered => "To sign",
        AgreementFilter.Draft => "Drafts",
        _ => "Lapsed or ended",
    };

    /// <summary>How a goal stands, overdue said as such.</summary>
    public static string Of(PartnerGoal goal, DateOnly today) => goal.IsOverdue(today) ? "Overdue" : PartnerGoalStates.Table.Names[goal.State].ForStaff;

    /// <summary>The colour of that.</summary>
    public static string Kind(PartnerGoal goal, DateOnly today) => goal.IsOverdue(today) ? "bad" : goal.State switch { PartnerGoalState.Open => "going", PartnerGoalState.Met => "good", _ => "quiet" };
}
