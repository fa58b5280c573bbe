using System.Globalization;
using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Documents;
using GrantsPortal.Platform.Mail;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace GrantsPortal.Platform.Checks;

/// <summary>Whether the settings make sense.</summary>
public sealed class SettingsCheckup(IOptions<PortalOptions> portal, IConfiguration configuration) : ICheckup
{
    /// <inheritdoc/>
    public string Area => "Settings";

    /// <inheritdoc/>
    public Task<IReadOnlyList<Finding>> Look(CancellationToken cancel)
    {
        var now = portal.Value;
        List<Finding> findings = [];
        if (!Uri.TryCreate(now.PublicUrl, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https"))
        {
            findings.Add(Wrong("Portal:PublicUrl is \"{0}\", which is no address.", now.PublicUrl, "Set it to the address people use, such as https://grants.city.example."));
        }
        else if (url.Scheme == "http" && !url.IsLoopback)
        {
            findings.Add(Wrong("Portal:PublicUrl is {0}: passwords would travel unprotected.", now.PublicUrl, "Serve the portal over https and set Portal:PublicUrl so."));
        }

        if (!TimeZoneInfo.TryFindSystemTimeZoneById(now.TimeZone, out _))
        {
            findings.Add(Wrong("Portal:TimeZone is \"{0}\", which is no time zone.", now.TimeZone, "Set it to an IANA name such as Europe/London."));
        }

        if (now.Currency.Length != 3 || !now.Currency.All(char.IsAsciiLetterUpper))
        {
            findings.Add(Wrong("Portal:Currency is \"{0}\", which is no currency.", now.Currency, "Set it to a code of three letters such as GBP."));
        }

        if (!MimeMaker.IsAddress(now.ContactEmail))
        {
            findings.Add(Wrong("Portal:ContactEmail is \"{0}\", which is no e-mail address.", now.ContactEmail, "Set it to the address people can write to."));
        }

        if (configuration.GetValue("Demo:Enabled", false) && url is { IsLoopback: false })
        {
            findings.Add(new Finding(Health.Wrong, Area, "Demo data are on at {0}: everybody knows those passwords.", now.PublicUrl) { Mend = "Set Demo:Enabled to false." });
        }

        return Task.FromResult<IReadOnlyList<Finding>>(findings.Count > 0 ? findings : [new Finding(Health.Ok, Area, "{0} at {1}, in {2}, {3}", now.City, now.PublicUrl, now.Currency, string.Join(", ", now.Languages))]);
    }

    private Finding Wrong(string says, string value, string mend) => new(Health.Wrong, Area, says, value) { Mend = mend };
}

/// <summary>Whether the database answers and is up to date.</summary>
public sealed class DatabaseCheckup(PortalDatabase database) : ICheckup
{
    /// <inheritdoc/>
    public string Area => "Database";

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Finding>> Look(CancellationToken cancel)
    {
        if (!database.Exists)
        {
            return [new Finding(Health.Wrong, Area, "There is no database at {0} yet.", database.Place) { Mend = "Start the portal once, or use the verb migrate." }];
        }

        await using (var connection = await database.Open(cancel))
        {
            var pending = Migrations.Pending(database);
            return pending.Count > 0
                ? [new Finding(Health.Wrong, Area, "{0} changes to the database have still to be applied.", pending.Count) { Mend = "Restart the portal, or use the verb migrate." }]
                : [new Finding(Health.Ok, Area, "{0} {1} at {2}, up to date", database.Dialect.Folder, connection.ServerVersion, database.Place)];
        }
    }
}

/// <summary>Whether the storage folder can be written and has room.</summary>
public sealed class StorageCheckup(IOptions<StorageOptions> storage) : ICheckup
{
    private const long LeastBytes = 1L << 30;

    /// <inheritdoc/>
    public string Area => "Storage";

    /// <inheritdoc/>
    public Task<IReadOnlyList<Finding>> Look(CancellationToken cancel)
    {
        var path = Path.GetFullPath(storage.Value.Path);
        Finding finding;
        try
        {
            var free = Free(path);
            finding = free < LeastBytes
                ? new Finding(Health.Wrong, Area, "Only {0} MB are free where {1} lies.", free / 1_000_000, path) { Mend = "Make room on that disk; uploads and the database stop when it is full." }
                : new Finding(Health.Ok, Area, "{0} can be written, {1} GB free", path, free / 1_000_000_000);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            finding = new Finding(Health.Wrong, Area, "{0} cannot be written: {1}", path, fault.Message) { Mend = "Give the portal's user the right to write there, or change Storage:Path." };
        }

        return Task.FromResult<IReadOnlyList<Finding>>([finding]);
    }

    /// <summary>Writes and removes a small file and says how many bytes are free; throws when it cannot.</summary>
    public static long Free(string path)
    {
        Directory.CreateDirectory(path);
        var probe = Path.Combine(path, $".probe-{Guid.NewGuid():N}");
        File.WriteAllText(probe, "probe");
        File.Delete(probe);
        return new DriveInfo(path).AvailableFreeSpace;
    }
}

/// <summary>Whether the machine's clock can be believed, since it decides deadlines.</summary>
public sealed class ClockCheckup(PortalDatabase database, IOptions<PortalOptions> portal) : ICheckup
{
    private static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(1);
    private static readonly DateTimeOffset Earliest = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <inheritdoc/>
    public string Area => "Clock";

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Finding>> Look(CancellationToken cancel)
    {
        var now = database.Clock.GetUtcNow();
        if (now < Earliest)
        {
            return [new Finding(Health.Wrong, Area, "The clock says {0}, which is before this program was written.", now) { Mend = "Set the machine's clock; run a time service such as chrony." }];
        }

        if (database.Exists && Migrations.Pending(database).Count == 0)
        {
            await using var work = await database.Read(cancel);
            var last = await work.Find<LastEntry>($"SELECT At FROM AuditEntry ORDER BY Sequence DESC {Dialect.Page}", new { take = 1 });
            if (last is not null && last.At > now + Tolerance)
            {
                return [new Finding(Health.Wrong, Area, "The clock says {0}, but something was already done at {1}.", now, last.At) { Mend = "Set the machine's clock; it has gone back." }];
            }
        }

        return [new Finding(Health.Ok, Area, "{0}, zone {1}", now, portal.Value.TimeZone)];
    }

    private sealed class LastEntry
    {
        public DateTimeOffset At { get; init; }
    }
}

/// <summary>Whether documents can be made as PDF.</summary>
public sealed class DocumentsCheckup(PdfMaker pdf) : ICheckup
{
    /// <inheritdoc/>
    public string Area => "Documents";

    /// <inheritdoc/>
    public Task<IReadOnlyList<Finding>> Look(CancellationToken cancel) => Task.FromResult<IReadOnlyList<Finding>>(
    [
        pdf.Available
            ? new Finding(Health.Ok, Area, "WeasyPrint makes PDFs")
            : new Finding(Health.Note, Area, "WeasyPrint is not installed, so agreements and letters are HTML only.") { Mend = "Install Debian's package weasyprint." },
    ]);
}
