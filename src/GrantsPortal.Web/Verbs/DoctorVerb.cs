using GrantsPortal.Platform;
using GrantsPortal.Platform.Checks;
using Microsoft.Extensions.Options;

namespace GrantsPortal.Web.Verbs;

/// <summary><c>doctor</c>: looks at the running of the portal and says how to mend what is wrong.</summary>
public sealed class DoctorVerb : Verb
{
    /// <inheritdoc/>
    public override string Name => "doctor";

    /// <inheritdoc/>
    public override string Does => "Looks at settings, database, mail, storage and clock, and says what is wrong and how to mend it; exit code 1 when something is.";

    /// <inheritdoc/>
    public override bool MigratesFirst => false;

    /// <inheritdoc/>
    public override async Task<int> Run(VerbRun run)
    {
        var portal = run.Get<IOptions<PortalOptions>>().Value;
        var zone = TimeZoneInfo.TryFindSystemTimeZoneById(portal.TimeZone, out var known) ? known : TimeZoneInfo.Utc;
        var findings = await run.Get<Doctor>().Look(slow: true, run.Cancel);
        foreach (var finding in findings)
        {
            var mark = finding.Health switch { Health.Ok => "ok   ", Health.Note => "note ", _ => "WRONG" };
            await run.Out.WriteLineAsync($"{mark}  {finding.Area,-12} {finding.English(zone)}");
            if (finding.Mend is not null)
            {
                await run.Out.WriteLineAsync($"{"",20} {finding.Mend}");
            }
        }

        var wrong = findings.Count(finding => finding.Health == Health.Wrong);
        await run.Out.WriteLineAsync(wrong == 0 ? "Nothing is wrong." : wrong == 1 ? "One thing is wrong." : $"{wrong} things are wrong.");
        return wrong == 0 ? 0 : VerbLine.Failed;
    }
}
