namespace GrantsPortal.Platform.States;

/// <summary>One line of a state machine: in this state, this act leads there.</summary>
/// <param name="From">The state it starts in.</param>
/// <param name="Act">Stable name of the act, such as <c>submit</c>.</param>
/// <param name="Button">The act as its button says it, in English.</param>
/// <param name="To">The state it leads to.</param>
/// <param name="Who">Who may, in words for the help page; the use case checks it in code.</param>
/// <param name="Message">Name of the message it sends, when it sends one.</param>
public sealed record Transition<TState>(TState From, string Act, string Button, TState To, string Who, string? Message = null)
    where TState : struct, Enum;

/// <summary>How a state is called: by staff, and by the organisation it concerns.</summary>
public sealed record StateName(string ForStaff, string ForApplicants);

/// <summary>A line of a machine in words, whatever its record.</summary>
/// <param name="From">Stored name of the state it starts in.</param>
/// <param name="Button">The act as its button says it, in English.</param>
/// <param name="To">Stored name of the state it leads to.</param>
/// <param name="Who">Who may, in English.</param>
/// <param name="Message">Name of the message it sends, when it sends one.</param>
public sealed record StateLine(string From, string Button, string To, string Who, string? Message);

/// <summary>A state machine in words, whatever its record: what the help page and docs/states.md are printed from.</summary>
public interface IStateTable
{
    /// <summary>The record the machine is of, such as <c>application</c>.</summary>
    string Record { get; }

    /// <summary>What each state is called, by its stored name.</summary>
    IReadOnlyDictionary<string, StateName> States { get; }

    /// <summary>Every line.</summary>
    IReadOnlyList<StateLine> Acts { get; }

    /// <summary>The machine as a Mermaid state diagram.</summary>
    string Diagram();
}

/// <summary>A state machine as one table, from which code, tests, help page and diagram are made.</summary>
public sealed class StateTable<TState> : IStateTable
    where TState : struct, Enum
{
    private readonly Dictionary<(TState From, string Act), Transition<TState>> _lines;

    /// <summary>A machine for a record, with its lines and the names of its states; throws when a state has no name or two lines clash.</summary>
    public StateTable(string record, IReadOnlyDictionary<TState, StateName> names, IReadOnlyList<Transition<TState>> lines)
    {
        Record = record;
        Names = names;
        Lines = lines;
        _lines = lines.ToDictionary(line => (line.From, line.Act));
        foreach (var state in Enum.GetValues<TState>())
        {
            if (!names.ContainsKey(state))
            {
                throw new ArgumentException($"{record} has no name for {state}.", nameof(names));
            }
        }
    }

    /// <summary>The record the machine is of, such as <c>application</c>.</summary>
    public string Record { get; }

    /// <summary>What each state is called.</summary>
    public IReadOnlyDictionary<TState, StateName> Names { get; }

    /// <summary>Every line.</summary>
    public IReadOnlyList<Transition<TState>> Lines { get; }

    IReadOnlyDictionary<string, StateName> IStateTable.States => Names.ToDictionary(name => name.Key.ToString(), name => name.Value);

    IReadOnlyList<StateLine> IStateTable.Acts => [.. Lines.Select(line => new StateLine(line.From.ToString(), line.Button, line.To.ToString(), line.Who, line.Message))];

    /// <summary>
    /// Where an act leads from a state. Refused with <c>state.not-from-here</c> (record, state's name, button) when no line says so.
    /// </summary>
    public Outcome<TState> Move(TState from, string act) =>
        _lines.TryGetValue((from, act), out var line)
            ? line.To
            : new Refusal("state.not-from-here", Record, Names[from].ForStaff, Lines.FirstOrDefault(l => l.Act == act)?.Button ?? act);

    /// <summary>Whether an act is possible from a state.</summary>
    public bool Can(TState from, string act) => _lines.ContainsKey((from, act));

    /// <summary>The acts possible from a state.</summary>
    public IEnumerable<Transition<TState>> From(TState state) => Lines.Where(line => line.From.Equals(state));

    /// <summary>The states an act can start in, as stored names, for the WHERE of a guarded UPDATE.</summary>
    public IReadOnlyList<string> SourcesOf(string act) => [.. Lines.Where(line => line.Act == act).Select(line => line.From.ToString())];

    /// <summary>The machine as a Mermaid state diagram, for docs.</summary>
    public string Diagram() =>
        "stateDiagram-v2\n" + string.Join('\n', Lines.Select(line => $"    {line.From} --> {line.To}: {line.Button}")) + "\n";
}
