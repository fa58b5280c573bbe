using GrantsPortal.Funds.Ledger;
using GrantsPortal.Platform.Database;

namespace GrantsPortal.Calls;

/// <summary>Names calls where the ledger speaks of them.</summary>
public sealed class CallSubjects : ISubjectNames
{
    /// <inheritdoc/>
    public SubjectKind Kind => SubjectKind.Call;

    /// <inheritdoc/>
    public async Task<IReadOnlyDictionary<long, SubjectName>> Of(UnitOfWork work, IReadOnlyList<long> ids) =>
        (await CallRepository.Named(work, ids)).ToDictionary(call => call.Id, call => new SubjectName(call.Title, null, CallRoutes.Manage(call.Slug)));
}
