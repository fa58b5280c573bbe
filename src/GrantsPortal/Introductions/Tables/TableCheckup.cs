using GrantsPortal.Platform.Checks;

namespace GrantsPortal.Introductions.Tables;

/// <summary>Whether the solver for tables can be loaded.</summary>
public sealed class TableCheckup : ICheckup
{
    /// <inheritdoc/>
    public string Area => "Tables";

    /// <inheritdoc/>
    public Task<IReadOnlyList<Finding>> Look(CancellationToken cancel) => Task.FromResult<IReadOnlyList<Finding>>(
    [
        TableSolver.WhyNot() is { } why
            ? new Finding(Health.Note, Area, "The solver for tables cannot be loaded ({0}); people are seated by a simpler rule.", why)
            {
                Mend = "Install the portal for this machine’s platform; OR-Tools runs on 64-bit Linux, Windows and macOS with glibc.",
            }
            : new Finding(Health.Ok, Area, "The solver for tables answers."),
    ]);
}
