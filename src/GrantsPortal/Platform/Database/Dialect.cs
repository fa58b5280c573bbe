using System.Collections.Concurrent;
using System.Data;
using System.Data.Common;
using System.Globalization;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;

namespace GrantsPortal.Platform.Database;

/// <summary>
/// The few places where SQLite and SQL Server differ. SQL text is written once; where the two disagree it holds one of
/// the marks below, which stay compile-time constants so that a test can collect and check every statement.
/// </summary>
public abstract class Dialect
{
    /// <summary>Put last after ORDER BY: at most <c>@take</c> rows.</summary>
    public const string Page = "{{page}}";

    /// <summary>Put after a table's name in a SELECT: the rows read stay locked until the transaction ends.</summary>
    public const string Locked = "{{locked}}";

    /// <summary>Put before a date column, with <see cref="YearEnd"/> after it: its year as a number.</summary>
    public const string YearOf = "{{year(}}";

    /// <summary>Ends <see cref="YearOf"/>.</summary>
    public const string YearEnd = "{{)year}}";

    private readonly ConcurrentDictionary<string, string> _translated = new(StringComparer.Ordinal);

    /// <summary>The embedded database.</summary>
    public static readonly Dialect Sqlite = new SqliteDialect();

    /// <summary>The production database server.</summary>
    public static readonly Dialect SqlServer = new SqlServerDialect();

    /// <summary>Name of the folder under <c>db</c>.</summary>
    public abstract string Folder { get; }

    /// <summary>The statement with its marks replaced.</summary>
    public string Translate(string sql) => _translated.GetOrAdd(sql, text => text
        .Replace(Page, PageText, StringComparison.Ordinal)
        .Replace(YearOf, Year.Open, StringComparison.Ordinal)
        .Replace(YearEnd, Year.Close, StringComparison.Ordinal)
        .Replace(Locked, LockedText, StringComparison.Ordinal));

    /// <summary>Whether the fault is a broken unique index or primary key.</summary>
    public abstract bool IsDuplicate(DbException fault);

    /// <summary>An instant as a parameter: ISO text in UTC for SQLite, <c>datetime2(7)</c> in UTC for SQL Server.</summary>
    public abstract (object Value, DbType Type) Instant(DateTimeOffset instant);

    /// <summary>A date as a parameter.</summary>
    public abstract (object Value, DbType Type) Date(DateOnly date);

    /// <summary>Text of <see cref="Page"/>.</summary>
    protected abstract string PageText { get; }

    /// <summary>Text of <see cref="Locked"/>.</summary>
    protected abstract string LockedText { get; }

    /// <summary>Texts of <see cref="YearOf"/> and <see cref="YearEnd"/>.</summary>
    protected abstract (string Open, string Close) Year { get; }

    private sealed class SqliteDialect : Dialect
    {
        public override string Folder => "sqlite";

        protected override string PageText => "LIMIT @take";

        protected override string LockedText => "";

        protected override (string Open, string Close) Year => ("CAST(substr(", ", 1, 4) AS INTEGER)");

        public override bool IsDuplicate(DbException fault) =>
            fault is SqliteException { SqliteExtendedErrorCode: 2067 or 1555 };

        public override (object Value, DbType Type) Instant(DateTimeOffset instant) =>
            (instant.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffffffZ", CultureInfo.InvariantCulture), DbType.String);

        public override (object Value, DbType Type) Date(DateOnly date) =>
            (date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), DbType.String);
    }

    private sealed class SqlServerDialect : Dialect
    {
        public override string Folder => "sqlserver";

        protected override string PageText => "OFFSET 0 ROWS FETCH NEXT @take ROWS ONLY";

        protected override string LockedText => "WITH (UPDLOCK, ROWLOCK)";

        protected override (string Open, string Close) Year => ("YEAR(", ")");

        public override bool IsDuplicate(DbException fault) => fault is SqlException { Number: 2601 or 2627 };

        public override (object Value, DbType Type) Instant(DateTimeOffset instant) => (instant.UtcDateTime, DbType.DateTime2);

        public override (object Value, DbType Type) Date(DateOnly date) => (date.ToDateTime(TimeOnly.MinValue), DbType.Date);
    }
}
