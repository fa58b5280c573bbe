using System.Globalization;

namespace GrantsPortal.Platform.Checks;

/// <summary>How serious a finding is.</summary>
public enum Health
{
    /// <summary>As it should be.</summary>
    Ok,

    /// <summary>Worth knowing; nothing is broken.</summary>
    Note,

    /// <summary>Somebody has to do something.</summary>
    Wrong,
}

/// <summary>What a look at one part of the running portal found.</summary>
/// <param name="Health">How serious it is.</param>
/// <param name="Area">The part, in English: "E-mail".</param>
/// <param name="Says">English sentence with places, the localiser's key.</param>
/// <param name="Args">What goes into the places.</param>
public sealed record Finding(Health Health, string Area, string Says, params object?[] Args)
{
    /// <summary>How to mend it, as an English sentence; null when nothing needs mending.</summary>
    public string? Mend { get; init; }

    /// <summary>The page where one sees more.</summary>
    public string? Path { get; init; }

    /// <summary>The finding in English, instants in a zone.</summary>
    public string English(TimeZoneInfo zone) =>
        string.Format(CultureInfo.GetCultureInfo("en-GB"), Says, [.. Args.Select(arg => arg is DateTimeOffset instant ? Instants.Long(instant, zone, CultureInfo.GetCultureInfo("en-GB")) : arg)]);
}

/// <summary>Looks at one part of the running portal, for <c>doctor</c> and the administrators' first page.</summary>
public interface ICheckup
{
    /// <summary>The part, in English.</summary>
    string Area { get; }

    /// <summary>Whether it asks other machines and may take seconds; the page leaves it to <c>doctor</c>.</summary>
    bool Slow => false;

    /// <summary>What it finds, the worst first; a fault it throws is itself a finding.</summary>
    Task<IReadOnlyList<Finding>> Look(CancellationToken cancel);
}

/// <summary>Runs every checkup.</summary>
public sealed class Doctor(IEnumerable<ICheckup> checkups)
{
    /// <summary>Everything found; without the slow ones unless asked for.</summary>
    public async Task<IReadOnlyList<Finding>> Look(bool slow, CancellationToken cancel = default)
    {
        var findings = new List<Finding>();
        foreach (var checkup in checkups.Where(checkup => slow || !checkup.Slow))
        {
            try
            {
                findings.AddRange(await checkup.Look(cancel));
            }
            catch (Exception fault) when (!cancel.IsCancellationRequested)
            {
                findings.Add(new Finding(Health.Wrong, checkup.Area, "It could not be looked at: {0}", fault.Message));
            }
        }

        return findings;
    }
}
