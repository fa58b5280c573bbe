using GrantsPortal.Awards.Decisions;
using GrantsPortal.Funds.Ledger;
using GrantsPortal.Platform.Database;

namespace GrantsPortal.Awards;

/// <summary>Names awards where the ledger speaks of them.</summary>
public sealed class AwardSubjects : ISubjectNames
{
    /// <inheritdoc/>
    public SubjectKind Kind => SubjectKind.Award;

    /// <inheritdoc/>
    public async Task<IReadOnlyDictionary<long, SubjectName>> Of(UnitOfWork work, IReadOnlyList<long> ids) =>
        (await AwardRepository.Named(work, ids)).ToDictionary(award => award.Id, award => new SubjectName(award.Reference, award.OrganisationName, AwardRoutes.Manage(award.Reference)));
}

/// <summary>Names decisions where the ledger speaks of them.</summary>
public sealed class DecisionSubjects : ISubjectNames
{
    /// <inheritdoc/>
    public SubjectKind Kind => SubjectKind.Decision;

    /// <inheritdoc/>
    public async Task<IReadOnlyDictionary<long, SubjectName>> Of(UnitOfWork work, IReadOnlyList<long> ids) =>
        (await DecisionRepository.Named(work, ids)).ToDictionary(decision => decision.Id, decision => new SubjectName(decision.CallTitle, null, AwardRoutes.Decision(decision.Id)));
}
