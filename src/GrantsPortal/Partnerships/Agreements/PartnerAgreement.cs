using GrantsPortal.Organisations.Signing;

namespace GrantsPortal.Partnerships.Agreements;

/// <summary>What an agreement with partners is.</summary>
public enum PartnerAgreementKind
{
    /// <summary>A memorandum of understanding.</summary>
    Memorandum,

    /// <summary>A partnership plan, which has goals.</summary>
    Plan,
}

/// <summary>What somebody's act made of an agreement; that it has lapsed follows from the calendar.</summary>
public enum PartnerAgreementState
{
    /// <summary>Being written.</summary>
    Draft,

    /// <summary>Open for signatures.</summary>
    Offered,

    /// <summary>Signed by all.</summary>
    InForce,

    /// <summary>Ended early, or given up before it came into force, with a reason.</summary>
    Ended,
}

/// <summary>How an agreement stands on a day.</summary>
public enum PartnerAgreementStanding
{
    /// <summary>Being written.</summary>
    Draft,

    /// <summary>Open for signatures.</summary>
    Offered,

    /// <summary>Signed by all, and begins later.</summary>
    Coming,

    /// <summary>It holds.</summary>
    InForce,

    /// <summary>Its last day is past.</summary>
    Lapsed,

    /// <summary>Ended with a reason.</summary>
    Ended,
}

/// <summary>A memorandum or partnership plan between the city and one or several partners.</summary>
public sealed record PartnerAgreement
{
    /// <summary>Record id.</summary>
    public long Id { get; init; }

    /// <summary>Such as PA-2026-0003.</summary>
    public string Reference { get; init; } = "";

    /// <summary>What it is.</summary>
    public PartnerAgreementKind Kind { get; init; }

    /// <summary>What it is called.</summary>
    public string Title { get; init; } = "";

    /// <summary>What it is for.</summary>
    public string Purpose { get; init; } = "";

    /// <summary>What the city brings.</summary>
    public string CityBrings { get; init; } = "";

    /// <summary>Its first day.</summary>
    public DateOnly StartsOn { get; init; }

    /// <summary>Its last day.</summary>
    public DateOnly EndsOn { get; init; }

    /// <summary>What somebody's act made of it.</summary>
    public PartnerAgreementState State { get; init; }

    /// <summary>The version it follows; null for a first one.</summary>
    public long? FollowsId { get; init; }

    /// <summary>The reference of that.</summary>
    public string? FollowsReference { get; init; }

    /// <summary>The version that follows it, unless given up; null while there is none.</summary>
    public string? FollowedBy { get; init; }

    /// <summary>Who opened it for signatures.</summary>
    public long? OfferedBy { get; init; }

    /// <summary>When, in UTC.</summary>
    public DateTimeOffset? OfferedAt { get; init; }

    /// <summary>What a partner wanted otherwise when it sent it back.</summary>
    public string? SentBack { get; init; }

    /// <summary>Counts signatures, so that two at once do not overlook each other.</summary>
    public int Signings { get; init; }

    /// <summary>When the last signature was given, in UTC.</summary>
    public DateTimeOffset? InForceAt { get; init; }

    /// <summary>When it was ended, in UTC.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>Why.</summary>
    public string? EndReason { get; init; }

    /// <summary>Of how many days before its end people were told last.</summary>
    public int? EndTold { get; init; }

    /// <summary>The signed document.</summary>
    public long? HtmlId { get; init; }

    /// <summary>Its PDF; null where none could be made.</summary>
    public long? PdfId { get; init; }

    /// <summary>SHA-256 of the document, in hexadecimal.</summary>
    public string? Hash { get; init; }

    /// <summary>Counts edits; signatures leave it alone.</summary>
    public int Version { get; init; }

    /// <summary>How it stands on a day.</summary>
    public PartnerAgreementStanding Standing(DateOnly today) => PartnerAgreementRules.Standing(State, StartsOn, EndsOn, today);
}

/// <summary>A partner as a party.</summary>
public sealed class AgreementParty
{
    /// <summary>The agreement.</summary>
    public long AgreementId { get; init; }

    /// <summary>The partner.</summary>
    public long OrganisationId { get; init; }

    /// <summary>Its name.</summary>
    public string Name { get; init; } = "";

    /// <summary>What it brings.</summary>
    public string Brings { get; init; } = "";

    /// <summary>How many Owners sign, as its rule was when the agreement was offered.</summary>
    public SigningRule SigningRule { get; init; }
}

/// <summary>A signature: a typed name, after the password.</summary>
public sealed class PartnerSignature
{
    /// <summary>The agreement.</summary>
    public long AgreementId { get; init; }

    /// <summary>For which partner; null for the city.</summary>
    public long? OrganisationId { get; init; }

    /// <summary>Who signed.</summary>
    public long PersonId { get; init; }

    /// <summary>The name typed.</summary>
    public string Name { get; init; } = "";

    /// <summary>The name on the account that typed it.</summary>
    public string Account { get; init; } = "";

    /// <summary>When it reached the server, in UTC.</summary>
    public DateTimeOffset SignedAt { get; init; }

    /// <summary>Since when it does not count; in UTC.</summary>
    public DateTimeOffset? SetAsideAt { get; init; }

    /// <summary>Whether who signed for a partner is an Owner of it now.</summary>
    public bool OwnerNow { get; init; }
}

/// <summary>An agreement with all that belongs to it.</summary>
/// <param name="Agreement">The agreement.</param>
/// <param name="Parties">The partners, in their order.</param>
/// <param name="Goals">Its goals, in their order.</param>
/// <param name="Signatures">Every signature, in the order given.</param>
public sealed record WholeAgreement(PartnerAgreement Agreement, IReadOnlyList<AgreementParty> Parties, IReadOnlyList<PartnerGoal> Goals, IReadOnlyList<PartnerSignature> Signatures)
{
    /// <summary>The names of the partners.</summary>
    public string Partners => string.Join(", ", Parties.Select(party => party.Name));

    /// <summary>Whether an organisation is a party.</summary>
    public bool Has(long organisation) => Parties.Any(party => party.OrganisationId == organisation);
}

/// <summary>An agreement as an officer writes it.</summary>
public sealed record AgreementPlan
{
    /// <summary>What it is.</summary>
    public PartnerAgreementKind Kind { get; init; }

    /// <summary>What it is called.</summary>
    public string Title { get; init; } = "";

    /// <summary>What it is for.</summary>
    public string Purpose { get; init; } = "";

    /// <summary>What the city brings.</summary>
    public string CityBrings { get; init; } = "";

    /// <summary>Its first day.</summary>
    public DateOnly? StartsOn { get; init; }

    /// <summary>Its last day.</summary>
    public DateOnly? EndsOn { get; init; }

    /// <summary>The partners by name, each with what it brings; lines without a name and words are passed over.</summary>
    public IReadOnlyList<PartyPlan> Parties { get; init; } = [];

    /// <summary>The goals; lines without words are passed over.</summary>
    public IReadOnlyList<GoalPlan> Goals { get; init; } = [];
}

/// <summary>A partner as typed.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Brings">What it brings.</param>
public sealed record PartyPlan(string Name, string Brings)
{
    /// <summary>Whether nothing was typed.</summary>
    public bool Empty => string.IsNullOrWhiteSpace(Name) && string.IsNullOrWhiteSpace(Brings);
}

/// <summary>A goal as typed.</summary>
/// <param name="What">What is to be reached.</param>
/// <param name="Owner">Whose it is: 0 the city's, n the n-th line of partners.</param>
/// <param name="DueOn">By which day.</param>
public sealed record GoalPlan(string What, int Owner, DateOnly? DueOn)
{
    /// <summary>Whether nothing was typed.</summary>
    public bool Empty => string.IsNullOrWhiteSpace(What) && DueOn is null;
}
