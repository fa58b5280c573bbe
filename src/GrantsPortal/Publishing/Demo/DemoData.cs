using System.Reflection;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Publishing.Import;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace GrantsPortal.Publishing.Demo;

/// <summary>
/// Fills an empty portal with a city: its people, organisations, calls, applications, reviews, decisions and awards, made
/// by the same use cases that the pages call, at the instants of a story that ends today.
/// </summary>
public sealed class DemoData(IConfiguration configuration, PortalDatabase database, TimeProvider clock, ILoggerFactory logging)
{
    /// <summary>The password of every demo account.</summary>
    public const string Password = "Demo-2026-portal";

    /// <summary>What every demo address ends with.</summary>
    public const string Domain = "@demo.example";

    private const string Filled = "demo.filled";

    /// <summary>
    /// Fills the portal. True when it did, false when the demo data are there already. Refused with <c>demo.people-here</c>
    /// (how many) where people are who are not of the demo, and with <c>demo.half-filled</c> where an earlier filling was
    /// interrupted.
    /// </summary>
    public async Task<Outcome<bool>> Fill(CancellationToken cancel = default)
    {
        await using (var work = await database.Read(cancel))
        {
            if (await work.Scalar<long>("SELECT COUNT(*) FROM AuditEntry WHERE Act = @Filled", new { Filled }) > 0)
            {
                return false;
            }

            var others = await work.Scalar<long>("SELECT COUNT(*) FROM Person WHERE Email NOT LIKE @pattern", new { pattern = "%" + Domain });
            if (others > 0)
            {
                return new Refusal("demo.people-here", others);
            }

            if (await work.Scalar<long>("SELECT COUNT(*) FROM Person") > 0)
            {
                return new Refusal("demo.half-filled");
            }
        }

        var now = clock.GetUtcNow();
        await using var portal = new DemoPortal(configuration, logging, DemoStory.Begins(now));
        await ImportPastAwards(portal, cancel);
        await new DemoStory(portal, now).Tell(cancel);
        await using var end = await portal.Database.Write(Actor.System, cancel);
        end.Audit(Filled, "Portal", 0);
        await end.Commit(cancel);
        return true;
    }

    private static async Task ImportPastAwards(DemoPortal portal, CancellationToken cancel)
    {
        await using var file = Assembly.GetExecutingAssembly().GetManifestResourceStream("demo/grants.json.gz")
            ?? throw new InvalidOperationException("The open data of the demo are not built in.");
        await portal.Get<GrantImport>().Run(Actor.System, file, cancel: cancel);
    }
}
