using Google.OrTools.Sat;
using GrantsPortal.Platform;
using Microsoft.Extensions.Logging;

namespace GrantsPortal.Introductions.Tables;

/// <summary>How a seating was found.</summary>
public enum TableMethod
{
    /// <summary>By the solver.</summary>
    Solver,

    /// <summary>By rule.</summary>
    Rule,
}

/// <summary>A seating and how it was found.</summary>
public sealed record SolvedTables(TableSeating Seating, TableMethod Method);

/// <summary>
/// Seats guests with the constraint solver CP-SAT of OR-Tools, round after round, beginning with what the rule found. One
/// worker, a fixed seed and a limit that counts the solver's steps make the answer the same each time; a limit in seconds
/// stands behind it. Where the solver's native library cannot be loaded, or finds nothing better, the rule's seating stands.
/// </summary>
public sealed class TableSolver(ILogger<TableSolver> log)
{
    /// <summary>Steps of the solver over all rounds, in its own deterministic unit; one takes a second or two of a core.</summary>
    public double Steps { get; init; } = 3;

    private const int MostMembers = 40_000;
    private const double MostSeconds = 20;

    /// <summary>
    /// A seating that holds. Refused like <see cref="TableRules.Check"/>, or with <c>tables.impossible</c> when none can be found.
    /// </summary>
    public Outcome<SolvedTables> Solve(TableAsk ask)
    {
        if (TableRules.Check(ask) is { Count: > 0 } wrong)
        {
            return Outcome<SolvedTables>.Refuse(wrong);
        }

        var ruled = SeatingRules.Seat(ask);
        var solved = Attempt(ask);
        if (solved is not null && TableRules.Broken(ask, solved).Count == 0 && (ruled is null || TableRules.Value(ask, solved) > TableRules.Value(ask, ruled)))
        {
            return new SolvedTables(solved, TableMethod.Solver);
        }

        // What the solver proves to be as good as can be is the solver's answer too.
        return ruled is null ? new Refusal("tables.impossible") : new SolvedTables(ruled, solved is null ? TableMethod.Rule : TableMethod.Solver);
    }

    /// <summary>Whether the native library answers; otherwise why not.</summary>
    public static string? WhyNot()
    {
        try
        {
            var model = new CpModel();
            var one = model.NewBoolVar("one");
            model.Maximize(one);
            using var solver = new CpSolver();
            return solver.Solve(model) == CpSolverStatus.Optimal ? null : "no answer";
        }
        catch (Exception fault) when (IsMissing(fault))
        {
            return fault.GetBaseException().Message;
        }
    }

    private TableSeating? Attempt(TableAsk ask)
    {
        var units = TableRules.Units(ask);
        if ((long)units.Count * units.Count / 2 * ask.Tables > MostMembers)
        {
            return null;
        }

        try
        {
            var (rounds, met) = (new List<IReadOnlyDictionary<long, int>>(), new HashSet<GuestPair>());
            for (var round = 1; round <= ask.Rounds; round++)
            {
                var hint = SeatingRules.Round(ask, units, round, met);
                if ((Round(ask, units, round, met, hint, even: true) ?? Round(ask, units, round, met, hint, even: false)) is not { } seated)
                {
                    return null;
                }

                rounds.Add(seated);
                met.UnionWith(TableRules.Meeting(seated));
            }

            return new TableSeating(rounds);
        }
        catch (Exception fault) when (IsMissing(fault))
        {
            log.LogWarning(fault, "The solver for tables cannot be loaded; people are seated by rule");
            return null;
        }
    }

    private Dictionary<long, int>? Round(TableAsk ask, IReadOnlyList<TableUnit> units, int round, HashSet<GuestPair> met, IReadOnlyDictionary<long, int>? hint, bool even)
    {
        var (model, tables) = (new CpModel(), ask.Tables);
        var (gains, apart) = (SeatingRules.Gains(ask, units, met), SeatingRules.Apart(ask, units));
        var sits = new BoolVar[units.Count, tables];
        for (var unit = 0; unit < units.Count; unit++)
        {
            for (var table = 0; table < tables; table++)
            {
                sits[unit, table] = model.NewBoolVar("");
                if (hint is not null)
                {
                    model.AddHint(sits[unit, table], hint[units[unit].Guests[0].Id] == table + 1);
                }
            }

            model.AddExactlyOne(Enumerable.Range(0, tables).Select(table => sits[unit, table]));
            if (TableRules.SettledAt(ask, units[unit], round) is { } settled)
            {
                model.Add(sits[unit, settled - 1] == 1);
            }
        }

        var (least, most) = even ? (ask.Guests.Count / tables, Math.Min(ask.Seats, (ask.Guests.Count + tables - 1) / tables)) : (0, ask.Seats);
        for (var table = 0; table < tables; table++)
        {
            model.AddLinearConstraint(LinearExpr.WeightedSum(Enumerable.Range(0, units.Count).Select(unit => sits[unit, table]), units.Select(unit => unit.Size)), least, most);
        }

        Share(model, units, tables, sits, gains, apart, most, hint);
        using var solver = new CpSolver();
        solver.StringParameters = FormattableString.Invariant($"num_workers:1 random_seed:1 max_deterministic_time:{Steps / ask.Rounds} max_time_in_seconds:{MostSeconds / ask.Rounds}");
        return solver.Solve(model) is CpSolverStatus.Optimal or CpSolverStatus.Feasible
            ? units.SelectMany((unit, index) => unit.Guests.Select(guest => (guest.Id, Table: Enumerable.Range(0, tables).First(table => solver.BooleanValue(sits[index, table])) + 1))).ToDictionary(place => place.Id, place => place.Table)
            : null;
    }

    /// <summary>Counts the pairs that share a table, and forbids those to be kept apart.</summary>
    private static void Share(CpModel model, IReadOnlyList<TableUnit> units, int tables, BoolVar[,] sits, int[,] gains, bool[,] apart, int most, IReadOnlyDictionary<long, int>? hint)
    {
        var (shared, worth) = (new List<BoolVar>(), new List<long>());
        var with = units.Select(_ => (Vars: new List<BoolVar>(), Sizes: new List<int>())).ToList();
        for (var one = 0; one < units.Count; one++)
        {
            for (var other = one + 1; other < units.Count; other++)
            {
                for (var table = 0; apart[one, other] && table < tables; table++)
                {
                    model.AddAtMostOne([sits[one, table], sits[other, table]]);
                }

                if (gains[one, other] == 0 || apart[one, other])
                {
                    continue;
                }

                var meet = model.NewBoolVar("");
                for (var table = 0; table < tables; table++)
                {
                    model.AddBoolOr([meet.Not(), sits[one, table].Not(), sits[other, table]]);
                    model.AddBoolOr([meet.Not(), sits[other, table].Not(), sits[one, table]]);
                }

                if (hint is not null)
                {
                    model.AddHint(meet, hint[units[one].Guests[0].Id] == hint[units[other].Guests[0].Id]);
                }

                shared.Add(meet);
                worth.Add(gains[one, other]);
                with[one].Vars.Add(meet);
                with[one].Sizes.Add(units[other].Size);
                with[other].Vars.Add(meet);
                with[other].Sizes.Add(units[one].Size);
            }
        }

        // Nobody meets more people than a table holds: without this the solver knows no bound.
        foreach (var (index, meets) in with.Index().Where(one => one.Item.Vars.Count > 0))
        {
            model.Add(LinearExpr.WeightedSum(meets.Vars, meets.Sizes) <= most - units[index].Size);
        }

        model.Maximize(LinearExpr.WeightedSum(shared, worth));
    }

    private static bool IsMissing(Exception fault) =>
        fault is DllNotFoundException or BadImageFormatException or EntryPointNotFoundException or FileNotFoundException
        || (fault is TypeInitializationException && fault.GetBaseException() is DllNotFoundException or BadImageFormatException or EntryPointNotFoundException);
}
