using GrantsPortal.Partnerships.Agreements;
using GrantsPortal.Web.People;

namespace GrantsPortal.Web.Partnerships.Agreements;

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
