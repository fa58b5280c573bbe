using System.Collections;
using System.Collections.Concurrent;
using System.Data;
using System.Globalization;
using System.Reflection;
using Dapper;

namespace GrantsPortal.Platform.Database;

/// <summary>
/// Makes a statement's parameters from an anonymous object. Enums go in as their names, instants and dates in the
/// dialect's form; lists of enums as lists of names.
/// </summary>
internal static class Arguments
{
    private static readonly ConcurrentDictionary<Type, PropertyInfo[]> Properties = new();

    /// <summary>Tells Dapper how stored instants and dates are read back. Safe to call more than once.</summary>
    public static void TeachDapper()
    {
        SqlMapper.RemoveTypeMap(typeof(DateTimeOffset));
        SqlMapper.RemoveTypeMap(typeof(DateTimeOffset?));
        SqlMapper.RemoveTypeMap(typeof(DateOnly));
        SqlMapper.RemoveTypeMap(typeof(DateOnly?));
        SqlMapper.AddTypeHandler(new InstantHandler());
        SqlMapper.AddTypeHandler(new DateHandler());
    }

    public static DynamicParameters? Of(object? args, Dialect dialect)
    {
        if (args is null)
        {
            return null;
        }

        var parameters = new DynamicParameters();
        foreach (var property in Properties.GetOrAdd(args.GetType(), type => type.GetProperties()))
        {
            Add(parameters, property, property.GetValue(args), dialect);
        }

        return parameters;
    }

    private static void Add(DynamicParameters parameters, PropertyInfo property, object? value, Dialect dialect)
    {
        var (converted, type) = value switch
        {
            null => (null, TypeOfNull(property.PropertyType)),
            DateTimeOffset instant => With(dialect.Instant(instant)),
            DateOnly date => With(dialect.Date(date)),
            Enum name => (name.ToString(), DbType.String),
            Money or decimal or double or float or Guid or DateTime => throw new ArgumentException($"@{property.Name}: store amounts as minor units and instants as DateTimeOffset."),
            string or byte[] => (value, null),
            IEnumerable list => (list.Cast<object>().Select(item => item is Enum ? item.ToString()! : item).ToList(), null),
            _ => (value, (DbType?)null),
        };
        parameters.Add(property.Name, converted, type);
    }

    private static (object? Value, DbType? Type) With((object Value, DbType Type) pair) => pair;

    private static DbType? TypeOfNull(Type type) => Nullable.GetUnderlyingType(type) switch
    {
        { } inner when inner == typeof(long) => DbType.Int64,
        { } inner when inner == typeof(int) => DbType.Int32,
        { } inner when inner == typeof(bool) => DbType.Boolean,
        _ when type == typeof(byte[]) => DbType.Binary,
        _ => DbType.String,
    };

    private sealed class InstantHandler : SqlMapper.TypeHandler<DateTimeOffset>
    {
        public override DateTimeOffset Parse(object value) => value switch
        {
            DateTime instant => new DateTimeOffset(DateTime.SpecifyKind(instant, DateTimeKind.Utc)),
            string text => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal),
            _ => throw new DataException($"{value.GetType().Name} is not an instant."),
        };

        public override void SetValue(IDbDataParameter parameter, DateTimeOffset value) =>
            throw new NotSupportedException("Instants are passed through UnitOfWork, which knows the dialect.");
    }

    private sealed class DateHandler : SqlMapper.TypeHandler<DateOnly>
    {
        public override DateOnly Parse(object value) => value switch
        {
            DateTime date => DateOnly.FromDateTime(date),
            string text => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture),
            _ => throw new DataException($"{value.GetType().Name} is not a date."),
        };

        public override void SetValue(IDbDataParameter parameter, DateOnly value) =>
            throw new NotSupportedException("Dates are passed through UnitOfWork, which knows the dialect.");
    }
}
