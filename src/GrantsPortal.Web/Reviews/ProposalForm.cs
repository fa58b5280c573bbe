using System.Globalization;
using GrantsPortal.Reviews.Assignment;
using GrantsPortal.Web.Shared.Forms;

namespace GrantsPortal.Web.Reviews;

/// <summary>Chosen pairs and their due date, as forms send them.</summary>
public sealed class ProposalForm
{
    /// <summary>Each pair as <c>application:reviewer</c>.</summary>
    public List<string> Pair { get; set; } = [];

    /// <summary>By when.</summary>
    [System.ComponentModel.DataAnnotations.Display(Name = "The due date")]
    public LocalInstantInput? Due { get; set; }

    /// <summary>The pairs; what cannot be read is left out.</summary>
    public IReadOnlyList<Pairing> Pairings() => [.. Pair.Select(Read).OfType<Pairing>().Distinct()];

    /// <summary>A pair as the form sends it.</summary>
    public static string Write(Pairing pair) => FormattableString.Invariant($"{pair.Application}:{pair.Reviewer}");

    private static Pairing? Read(string pair) =>
        pair.Split(':') is [var application, var reviewer]
        && long.TryParse(application, NumberStyles.None, CultureInfo.InvariantCulture, out var a)
        && long.TryParse(reviewer, NumberStyles.None, CultureInfo.InvariantCulture, out var r)
            ? new Pairing(a, r)
            : null;
}
