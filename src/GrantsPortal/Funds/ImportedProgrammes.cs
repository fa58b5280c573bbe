using GrantsPortal.Platform.Database;

namespace GrantsPortal.Funds;

/// <summary>Programmes named in open data on grants, found or made by their name.</summary>
public static class ImportedProgrammes
{
    /// <summary>The id of the imported programme with a name and currency; it is made when there is none. Says whether it was.</summary>
    public static async Task<(long Id, bool Made)> FindOrMake(UnitOfWork work, string name, string slug, string currency)
    {
        var known = await work.Scalar<long?>("SELECT Id FROM Programme WHERE Slug = @slug", new { slug });
        if (known is { } id)
        {
            return (id, false);
        }

        var made = work.NewId();
        await work.Execute(
            """
            INSERT INTO Programme (Id, Name, Slug, Currency, BudgetMinor, Source, CreatedAt, Version)
            VALUES (@made, @name, @slug, @currency, 0, 'Imported', @now, 1)
            """,
            new { made, name, slug, currency, now = work.Now });
        return (made, true);
    }
}
