using System.Runtime.CompilerServices;
using GrantsPortal.Platform.Audit;
using GrantsPortal.Platform.Database;

namespace GrantsPortal.Platform.Checks;

/// <summary>What came of one check.</summary>
/// <param name="Holds">What must hold.</param>
/// <param name="Broken">What breaks it; empty when it holds.</param>
public sealed record Verified(string Holds, IReadOnlyList<string> Broken);

/// <summary>Checks everything that must hold of what is stored: the database file, the audit trail, and every module's own.</summary>
public sealed class Verification(PortalDatabase database, IEnumerable<IInvariant> invariants)
{
    private const int MostSentences = 100;

    /// <summary>Runs every check and tells each as it is done; reads only.</summary>
    public async IAsyncEnumerable<Verified> Run([EnumeratorCancellation] CancellationToken cancel = default)
    {
        if (database.Dialect == Dialect.Sqlite)
        {
            yield return new Verified("The database file is whole.", await Pragma("PRAGMA integrity_check", 0, cancel, fine: "ok"));
            yield return new Verified("Every reference between records leads somewhere.", await Pragma("PRAGMA foreign_key_check", 0, cancel, fine: null));
        }

        yield return await One("The audit trail is whole: no entry was altered or removed.", AuditTrail.Check);
        foreach (var invariant in invariants.OrderBy(invariant => invariant.Holds, StringComparer.Ordinal))
        {
            cancel.ThrowIfCancellationRequested();
            yield return await One(invariant.Holds, invariant.Check);
        }
    }

    private async Task<Verified> One(string holds, Func<UnitOfWork, Task<IReadOnlyList<string>>> check)
    {
        await using var work = await database.Read();
        var broken = await check(work);
        return new Verified(holds, [.. broken.Take(MostSentences)]);
    }

    private async Task<IReadOnlyList<string>> Pragma(string pragma, int column, CancellationToken cancel, string? fine)
    {
        var broken = new List<string>();
        await using var connection = await database.Open(cancel);
        await using var command = connection.CreateCommand();
        command.CommandText = pragma;
        await using var rows = await command.ExecuteReaderAsync(cancel);
        while (broken.Count < MostSentences && await rows.ReadAsync(cancel))
        {
            var said = rows.GetValue(column).ToString() ?? "";
            if (said != fine)
            {
                broken.Add(fine is null ? $"A row of {said} refers to a record that is not there (row {rows.GetValue(1)}, to {rows.GetValue(2)})." : said);
            }
        }

        return broken;
    }
}
