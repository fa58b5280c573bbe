using GrantsPortal.Organisations;
using GrantsPortal.Partnerships;
using GrantsPortal.Partnerships.Access;
using GrantsPortal.Partnerships.Agreements;
using GrantsPortal.People;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
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

/// <summary>An agreement being written.</summary>
public sealed record AgreementEditPage(PartnerAgreement? Agreement, AgreementForm Form, IReadOnlyList<string> Names, string City)
{
    /// <summary>What somebody else saved meanwhile.</summary>
    public ConflictView? Conflict { get; init; }
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
