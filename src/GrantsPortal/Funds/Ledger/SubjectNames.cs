using GrantsPortal.Platform.Database;

namespace GrantsPortal.Funds.Ledger;

/// <summary>What a record is called where the ledger speaks of it.</summary>
/// <param name="Name">Its reference or title.</param>
/// <param name="Detail">Whose it is; null where that says nothing.</param>
/// <param name="Path">Its page for staff.</param>
public sealed record SubjectName(string Name, string? Detail, string Path);

/// <summary>Names the records of a kind; the module that keeps them implements it.</summary>
public interface ISubjectNames
{
    /// <summary>The kind.</summary>
    SubjectKind Kind { get; }

    /// <summary>The names of records by their id; at most 1,000 at a time.</summary>
    Task<IReadOnlyDictionary<long, SubjectName>> Of(UnitOfWork work, IReadOnlyList<long> ids);
}

/// <summary>Names any records the ledger speaks of.</summary>
public sealed class SubjectBook(IEnumerable<ISubjectNames> kinds)
{
    private const int AtOnce = 1000;

    /// <summary>The names that are known; one query for a kind and a thousand records.</summary>
    public async Task<IReadOnlyDictionary<LedgerSubject, SubjectName>> Read(UnitOfWork work, IEnumerable<LedgerSubject> subjects)
    {
        var names = new Dictionary<LedgerSubject, SubjectName>();
        foreach (var group in subjects.Distinct().GroupBy(subject => subject.Kind))
        {
            if (kinds.FirstOrDefault(kind => kind.Kind == group.Key) is not { } kind)
            {
                continue;
            }

            foreach (var ids in group.Select(subject => subject.Id).Chunk(AtOnce))
            {
                foreach (var (id, name) in await kind.Of(work, ids))
                {
                    names[new LedgerSubject(group.Key, id)] = name;
                }
            }
        }

        return names;
    }
}
