using System.Reflection;
using DbUp;
using DbUp.Engine;

namespace GrantsPortal.Platform.Database;

/// <summary>Applies the numbered scripts under <c>db</c> that the database has not seen, each in a transaction of its own.</summary>
public static class Migrations
{
    /// <summary>Brings the database up to date and returns the names of the scripts applied; throws what a failed script threw.</summary>
    public static IReadOnlyList<string> Apply(PortalDatabase database)
    {
        var result = Engine(database).PerformUpgrade();
        return result.Successful
            ? [.. result.Scripts.Select(script => script.Name)]
            : throw new InvalidOperationException($"Migration {result.ErrorScript?.Name} failed: {result.Error.Message}", result.Error);
    }

    /// <summary>The names of the scripts that have still to be applied.</summary>
    public static IReadOnlyList<string> Pending(PortalDatabase database) =>
        [.. Engine(database).GetScriptsToExecute().Select(script => script.Name)];

    private static UpgradeEngine Engine(PortalDatabase database)
    {
        var prefix = $"db/{database.Dialect.Folder}/";
        var target = database.Dialect == Dialect.Sqlite
            ? DeployChanges.To.SqliteDatabase(database.ConnectionString)
            : DeployChanges.To.SqlDatabase(database.ConnectionString);
        return target
            .WithScriptsEmbeddedInAssembly(Assembly.GetExecutingAssembly(), name => name.StartsWith(prefix, StringComparison.Ordinal))
            .WithVariablesDisabled()
            .WithTransactionPerScript()
            .LogToNowhere()
            .Build();
    }
}
