using GrantsPortal.Platform;
using GrantsPortal.Platform.Audit;
using GrantsPortal.Platform.Database;
using GrantsPortal.TestWorld;
using Microsoft.Data.Sqlite;
using Xunit;

namespace GrantsPortal.Database.Tests.Foundations;

public sealed class AuditTests : IDisposable
{
    private readonly City _city = new();

    public void Dispose() => _city.Dispose();

    [Theory]
    [InlineData("UPDATE AuditEntry SET Act = 'call.archived' WHERE Sequence = 2")]
    [InlineData("DELETE FROM AuditEntry WHERE Sequence = 5")]
    [InlineData("DELETE FROM AuditEntry")]
    public async Task The_database_refuses_to_alter_or_remove_an_entry(string tampering)
    {
        await Five();

        await using var work = await _city.Portal.Database.Write(Actor.System);
        var fault = await Assert.ThrowsAsync<SqliteException>(() => work.Execute(tampering));

        Assert.Contains("append-only", fault.Message);
    }

    [Theory]
    [InlineData("UPDATE AuditEntry SET Change = '{\"to\":\"other\"}' WHERE Sequence = 3", "Audit entry 3 was altered")]
    [InlineData("UPDATE AuditEntry SET PersonId = 7 WHERE Sequence = 1", "Audit entry 1 was altered")]
    [InlineData("UPDATE AuditEntry SET At = '2026-01-01T00:00:00.0000000Z' WHERE Sequence = 5", "Audit entry 5 was altered")]
    [InlineData("DELETE FROM AuditEntry WHERE Sequence = 3", "Audit entry 3 is missing")]
    [InlineData("DELETE FROM AuditEntry WHERE Sequence = 5", "last entries are missing")]
    [InlineData("DELETE FROM AuditEntry", "last entries are missing")]
    [InlineData("DELETE FROM AuditHead", "last entries are missing")]
    public async Task Tampering_behind_the_databases_back_shows(string tampering, string said)
    {
        await Five();
        Assert.Empty(await _city.Read(AuditTrail.Check));

        await Tamper(tampering);

        Assert.Contains(await _city.Read(AuditTrail.Check), sentence => sentence.Contains(said, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Entries_are_found_by_person_act_record_and_day()
    {
        await _city.Write(new Actor(42, "Ann", new HashSet<string>()), work => Note(work, "call.published", 1));
        _city.Portal.Clock.Advance(TimeSpan.FromDays(2));
        await _city.Write(new Actor(43, "Bob", new HashSet<string>()), work => Note(work, "award.offered", 2));

        async Task<string> Found(AuditFilter filter) => string.Join(' ', (await _city.Read(work => AuditReader.List(work, filter, 10))).Select(entry => entry.Act));
        Assert.Equal("award.offered call.published", await Found(new AuditFilter()));
        Assert.Equal("call.published", await Found(new AuditFilter(Person: 42)));
        Assert.Equal("call.published", await Found(new AuditFilter(Act: "call.")));
        Assert.Equal("award.offered", await Found(new AuditFilter(RecordType: "Thing", RecordId: 2)));
        Assert.Equal("award.offered", await Found(new AuditFilter(From: _city.Now.AddDays(-1))));
        Assert.Equal("call.published", await Found(new AuditFilter(Until: _city.Now.AddDays(-1))));
        Assert.Equal("call.published", await Found(new AuditFilter(Before: 2)));
    }

    private async Task Five()
    {
        for (var i = 1; i <= 5; i++)
        {
            await _city.Write(Actor.System, work => Note(work, "call.published", i));
        }
    }

    private static Task<int> Note(UnitOfWork work, string act, long id)
    {
        work.Audit(act, "Thing", id, new { to = "this" });
        return Task.FromResult(0);
    }

    private Task<int> Tamper(string statement) => _city.Write(Actor.System, async work =>
    {
        await work.Execute("DROP TRIGGER AuditEntry_NoUpdate");
        await work.Execute("DROP TRIGGER AuditEntry_NoDelete");
        return await work.Execute(statement);
    });
}
