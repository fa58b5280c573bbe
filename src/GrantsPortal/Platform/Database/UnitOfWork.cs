using System.Data.Common;
using Dapper;
using GrantsPortal.Platform.Audit;
using GrantsPortal.Platform.Events;
using GrantsPortal.Platform.Mail;
using Microsoft.Extensions.DependencyInjection;

namespace GrantsPortal.Platform.Database;

/// <summary>
/// One transaction: what is read and changed in it, the audit entries that say so and the e-mails that follow are kept
/// together by <see cref="Commit"/>, or not at all. Repositories are given one; none opens a connection.
/// </summary>
public sealed class UnitOfWork : IAsyncDisposable
{
    private readonly PortalDatabase _database;
    private readonly DbConnection _connection;
    private readonly DbTransaction? _transaction;
    private readonly IDisposable? _turn;
    private readonly IServiceProvider _services;
    private readonly MessageRenderer _renderer;
    private readonly bool _writes;
    private readonly List<AuditDraft> _audit = [];
    private readonly List<MessageDraft> _mail = [];
    private bool _ended;

    internal UnitOfWork(PortalDatabase database, DbConnection connection, DbTransaction? transaction, IDisposable? turn, Actor actor, IServiceProvider services, MessageRenderer renderer, bool writes)
    {
        _database = database;
        _connection = connection;
        _transaction = transaction;
        _turn = turn;
        _services = services;
        _renderer = renderer;
        _writes = writes;
        Actor = actor;
        Now = database.Clock.GetUtcNow();
    }

    /// <summary>Who acts.</summary>
    public Actor Actor { get; }

    /// <summary>The instant the unit of work was opened, in UTC; every record it writes carries this one.</summary>
    public DateTimeOffset Now { get; }

    /// <summary>What the database speaks.</summary>
    public Dialect Dialect => _database.Dialect;

    /// <summary>A new record id.</summary>
    public long NewId() => _database.Ids.Next();

    /// <summary>Reads rows. Bound the number in the statement.</summary>
    public async Task<IReadOnlyList<T>> List<T>(string sql, object? args = null) =>
        (await _connection.QueryAsync<T>(Counted(sql), Arguments.Of(args, Dialect), _transaction)).AsList();

    /// <summary>Reads the first row, or null.</summary>
    public async Task<T?> Find<T>(string sql, object? args = null)
        where T : class =>
        await _connection.QueryFirstOrDefaultAsync<T>(Counted(sql), Arguments.Of(args, Dialect), _transaction);

    /// <summary>Reads one value; the type's default when there is no row.</summary>
    public async Task<T?> Scalar<T>(string sql, object? args = null) =>
        await _connection.ExecuteScalarAsync<T>(Counted(sql), Arguments.Of(args, Dialect), _transaction);

    /// <summary>Reads rows one at a time, for what is too long to hold.</summary>
    public IAsyncEnumerable<T> Stream<T>(string sql, object? args = null) =>
        _connection.QueryUnbufferedAsync<T>(Counted(sql), Arguments.Of(args, Dialect), _transaction);

    /// <summary>Changes rows and says how many.</summary>
    public async Task<int> Execute(string sql, object? args = null)
    {
        if (!_writes)
        {
            throw new InvalidOperationException("This unit of work only reads.");
        }

        return await _connection.ExecuteAsync(Counted(sql), Arguments.Of(args, Dialect), _transaction);
    }

    /// <summary>Changes exactly one row if its guard still holds; false when somebody was quicker or the guard fails.</summary>
    public async Task<bool> Guarded(string sql, object args) => await Execute(sql, args) == 1;

    /// <summary>Inserts, or says false when a unique index stands against it.</summary>
    public async Task<bool> TryInsert(string sql, object args)
    {
        try
        {
            await Execute(sql, args);
            return true;
        }
        catch (DbException fault) when (Dialect.IsDuplicate(fault))
        {
            return false;
        }
    }

    /// <summary>The next reference of a kind and the current year in UTC, such as <c>GP-2026-0042</c>.</summary>
    public Task<string> NextReference(string prefix) => NextReference(prefix, Now.Year);

    /// <summary>The next reference of a kind and a year.</summary>
    public async Task<string> NextReference(string prefix, int year)
    {
        var args = new { prefix, year };
        const string Advance = "UPDATE ReferenceCounter SET LastNumber = LastNumber + 1 WHERE Prefix = @prefix AND Year = @year";
        if (await Execute(Advance, args) == 0)
        {
            await Execute("INSERT INTO ReferenceCounter (Prefix, Year, LastNumber) VALUES (@prefix, @year, 1)", args);
        }

        var number = await Scalar<long>("SELECT LastNumber FROM ReferenceCounter WHERE Prefix = @prefix AND Year = @year", args);
        return FormattableString.Invariant($"{prefix}-{year}-{number:0000}");
    }

    /// <summary>
    /// Notes for the audit trail what the actor did: act such as <c>call.published</c>, the record, and what changed.
    /// Keep personal data out of <paramref name="change"/>: entries are never erased.
    /// </summary>
    public void Audit(string act, string recordType, long recordId, object? change = null) =>
        _audit.Add(new AuditDraft(act, recordType, recordId, change));

    /// <summary>Queues an e-mail that is written with the change and sent after the commit; returns its id in the outbox.</summary>
    public long Mail(Recipient to, Message message, string? relatedType = null, long? relatedId = null)
    {
        var id = NewId();
        _mail.Add(new MessageDraft(id, to, message, relatedType, relatedId));
        return id;
    }

    /// <summary>Tells every subscriber, within this transaction.</summary>
    public async Task Publish<TEvent>(TEvent happened)
        where TEvent : notnull
    {
        foreach (var subscriber in _services.GetServices<ISubscriber<TEvent>>())
        {
            await subscriber.On(happened, this);
        }
    }

    /// <summary>Keeps everything: changes, e-mails, audit entries. Throws when called twice.</summary>
    public async Task Commit(CancellationToken cancel = default)
    {
        ObjectDisposedException.ThrowIf(_ended, this);
        await Outbox.Write(this, _renderer, _mail, _services.GetServices<IEnclosures>());
        await AuditTrail.Write(this, _audit);
        if (_transaction is not null)
        {
            await _transaction.CommitAsync(cancel);
        }

        _ended = true;
        if (_mail.Count > 0)
        {
            _services.GetRequiredService<OutboxBell>().Ring();
        }
    }

    private string Counted(string sql)
    {
        _database.Count();
        return Dialect.Translate(sql);
    }

    /// <summary>Lets go of the connection; what was not committed is undone.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_transaction is not null)
        {
            await _transaction.DisposeAsync();
        }

        await _connection.DisposeAsync();
        _turn?.Dispose();
        _ended = true;
    }
}
