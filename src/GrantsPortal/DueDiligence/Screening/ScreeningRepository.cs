using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Text;

namespace GrantsPortal.DueDiligence.Screening;

/// <summary>Lists, the names on them, and when an organisation was screened. Possible matches stand in the file beside this one.</summary>
public static partial class ScreeningRepository
{
    private const string ListColumns =
        """
        l.Id, l.Name, l.Source, l.PublishedOn, l.State, l.AssignTo, a.Name AS AssignToName, l.Entries, l.FileId, l.ImportedAt,
        i.Name AS ImportedByName, l.Version
        """;

    private const string ListFrom =
        """
        FROM ScreeningList l
        JOIN Person a ON a.Id = l.AssignTo
        JOIN Person i ON i.Id = l.ImportedBy
        """;

    /// <summary>The lists in use, by name; at most 100.</summary>
    public static Task<IReadOnlyList<ScreeningList>> Lists(UnitOfWork work) =>
        work.List<ScreeningList>($"SELECT {ListColumns} {ListFrom} WHERE l.State = 'Current' ORDER BY l.Name {Dialect.Page}", new { take = 100 });

    /// <summary>A list, or null.</summary>
    public static Task<ScreeningList?> FindList(UnitOfWork work, long id) =>
        work.Find<ScreeningList>($"SELECT {ListColumns} {ListFrom} WHERE l.Id = @id", new { id });

    /// <summary>Takes lists of a name out of use and lets go of their names; the files stay.</summary>
    public static async Task Replace(UnitOfWork work, string name)
    {
        await work.Execute("DELETE FROM ScreeningKey WHERE ListId IN (SELECT l.Id FROM ScreeningList l WHERE l.Name = @name)", new { name });
        await work.Execute("DELETE FROM ScreeningEntry WHERE ListId IN (SELECT l.Id FROM ScreeningList l WHERE l.Name = @name)", new { name });
        await work.Execute("UPDATE ScreeningList SET State = 'Replaced', Version = Version + 1 WHERE Name = @name AND State = 'Current'", new { name });
    }

    /// <summary>Adds a list; false when one of its name is in use.</summary>
    public static Task<bool> Insert(UnitOfWork work, ScreeningList list) =>
        work.TryInsert(
            """
            INSERT INTO ScreeningList (Id, Name, Source, PublishedOn, State, AssignTo, Entries, FileId, ImportedAt, ImportedBy, Version)
            VALUES (@Id, @Name, @Source, @PublishedOn, 'Current', @AssignTo, @Entries, @FileId, @now, @by, 1)
            """,
            new { list.Id, list.Name, list.Source, list.PublishedOn, list.AssignTo, list.Entries, list.FileId, now = work.Now, by = work.Actor.Person });

    /// <summary>Adds a name to a list, with the keys it is found by.</summary>
    public static async Task Insert(UnitOfWork work, long list, ListedName name)
    {
        var id = work.NewId();
        await work.Execute(
            """
            INSERT INTO ScreeningEntry (Id, ListId, Code, Kind, Name, FoldedName, Detail)
            VALUES (@id, @list, @code, @kind, @name, @folded, @detail)
            """,
            new { id, list, code = name.Code, kind = name.Kind, name = name.Name, folded = Folded.Of(name.Name), detail = name.Detail });
        foreach (var key in NameRules.Keys(name.Name))
        {
            await work.Execute("INSERT INTO ScreeningKey (NameKey, EntryId, ListId) VALUES (@key, @id, @list)", new { key, id, list });
        }
    }

    /// <summary>The names that share keys with a name, those that share most first; at most 500.</summary>
    public static Task<IReadOnlyList<ScreeningEntry>> Candidates(UnitOfWork work, IReadOnlyList<string> keys, EntryKind kind) =>
        work.List<ScreeningEntry>(
            $"""
            SELECT e.Id, l.Name AS ListName, l.AssignTo, e.Code, e.Kind, e.Name, e.Detail
            FROM (SELECT k.EntryId, COUNT(*) AS Shared FROM ScreeningKey k WHERE k.NameKey IN @keys GROUP BY k.EntryId) f
            JOIN ScreeningEntry e ON e.Id = f.EntryId AND e.Kind = @kind
            JOIN ScreeningList l ON l.Id = e.ListId AND l.State = 'Current'
            ORDER BY f.Shared DESC, e.Id
            {Dialect.Page}
            """,
            new { keys, kind, take = 500 });

    /// <summary>When an organisation was last screened, or null.</summary>
    public static Task<Screened?> Last(UnitOfWork work, long organisation) =>
        work.Find<Screened>("SELECT OrganisationId, At, ByPerson, Names, Lists, NamesHash FROM Screening WHERE OrganisationId = @organisation", new { organisation });

    /// <summary>Notes that an organisation was screened now.</summary>
    public static async Task Note(UnitOfWork work, long organisation, int names, string lists, string hash)
    {
        var args = new { organisation, now = work.Now, by = work.Actor.PersonId, names, lists, hash };
        const string Again = "UPDATE Screening SET At = @now, ByPerson = @by, Names = @names, Lists = @lists, NamesHash = @hash WHERE OrganisationId = @organisation";
        if (await work.Execute(Again, args) == 0)
        {
            await work.Execute(
                "INSERT INTO Screening (OrganisationId, At, ByPerson, Names, Lists, NamesHash) VALUES (@organisation, @now, @by, @names, @lists, @hash)", args);
        }
    }

    /// <summary>Organisations with an award under way or offered, after an id; the portal keeps them screened by itself.</summary>
    public static Task<IReadOnlyList<long>> WithAwards(UnitOfWork work, long after, int take) =>
        work.List<long>(
            $"""
            SELECT o.Id
            FROM Organisation o
            WHERE o.Id > @after
              AND EXISTS (SELECT 1 FROM Award a WHERE a.OrganisationId = o.Id AND a.Source = 'Portal' AND a.State IN ('Offered', 'Accepted', 'Active', 'Suspended'))
            ORDER BY o.Id
            {Dialect.Page}
            """,
            new { after, take });
}
