using GrantsPortal.Platform;
using GrantsPortal.Platform.Audit;
using GrantsPortal.TestWorld;
using Xunit;

namespace GrantsPortal.Database.Tests;

public sealed class DatabaseTests : IDisposable
{
    private readonly TestPortal _portal = new();

    public void Dispose() => _portal.Dispose();

    [Fact]
    public async Task Nothing_is_kept_without_a_commit()
    {
        await using (var work = await _portal.Database.Write(Actor.System))
        {
            Assert.Equal("GP-2026-0001", await work.NextReference("GP"));
        }

        await using var again = await _portal.Database.Write(Actor.System);
        Assert.Equal("GP-2026-0001", await again.NextReference("GP"));
    }

    [Fact]
    public async Task The_audit_trail_shows_an_entry_that_was_altered_behind_its_back()
    {
        await using (var work = await _portal.Database.Write(Actor.System))
        {
            work.Audit("call.published", "Call", 1, new { slug = "a" });
            work.Audit("call.published", "Call", 2);
            await work.Commit();
        }

        await using (var read = await _portal.Database.Read())
        {
            Assert.Empty(await AuditTrail.Check(read));
        }

        Assert.SkipUnless(_portal.Database.Dialect == Platform.Database.Dialect.Sqlite, "SQL Server: the trigger has another name.");
        await using (var tamper = await _portal.Database.Write(Actor.System))
        {
            await tamper.Execute("DROP TRIGGER AuditEntry_NoUpdate");
            await tamper.Execute("UPDATE AuditEntry SET RecordId = 3 WHERE Sequence = 1");
            await tamper.Commit();
        }

        await using var after = await _portal.Database.Read();
        Assert.NotEmpty(await AuditTrail.Check(after));
    }
}
