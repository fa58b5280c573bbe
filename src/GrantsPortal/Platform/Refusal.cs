namespace GrantsPortal.Platform;

/// <summary>Why something asked for was not done: a code and arguments that the localiser turns into a sentence.</summary>
/// <param name="Code">Stable name such as <c>application.deadline-passed</c>; tests assert it.</param>
/// <param name="Args">Values the sentence needs, in order.</param>
public sealed record Refusal(string Code, params object?[] Args)
{
    /// <summary>The form field the refusal belongs to, when there is one.</summary>
    public string? Field { get; init; }

    /// <summary>The same refusal, said at a field.</summary>
    public Refusal At(string field) => this with { Field = field };
}

/// <summary>What came of a use case that returns nothing: done, or refused with reasons.</summary>
public readonly record struct Outcome
{
    private readonly IReadOnlyList<Refusal>? _refusals;

    private Outcome(IReadOnlyList<Refusal> refusals) => _refusals = refusals;

    /// <summary>The reasons; empty when it was done.</summary>
    public IReadOnlyList<Refusal> Refusals => _refusals ?? [];

    /// <summary>True when it was done.</summary>
    public bool Done => Refusals.Count == 0;

    /// <summary>True when it was refused.</summary>
    public bool Refused => !Done;

    /// <summary>It was done.</summary>
    public static Outcome Ok => default;

    /// <summary>It was refused for these reasons; throws when there are none.</summary>
    public static Outcome Refuse(IReadOnlyList<Refusal> refusals) =>
        refusals.Count > 0 ? new(refusals) : throw new ArgumentException("A refusal needs a reason.", nameof(refusals));

    /// <summary>Done when the list is empty, refused otherwise.</summary>
    public static Outcome From(IReadOnlyList<Refusal> refusals) => refusals.Count == 0 ? Ok : new(refusals);

    /// <summary>A refusal is an outcome.</summary>
    public static implicit operator Outcome(Refusal refusal) => new([refusal]);
}

/// <summary>What came of a use case: a value, or refusals with reasons.</summary>
public readonly record struct Outcome<T>
{
    private readonly T? _value;
    private readonly IReadOnlyList<Refusal>? _refusals;

    private Outcome(T value) => _value = value;

    private Outcome(IReadOnlyList<Refusal> refusals) => _refusals = refusals;

    /// <summary>The reasons; empty when it was done.</summary>
    public IReadOnlyList<Refusal> Refusals => _refusals ?? [];

    /// <summary>True when there is a value.</summary>
    public bool Done => Refusals.Count == 0;

    /// <summary>True when it was refused.</summary>
    public bool Refused => !Done;

    /// <summary>The value; throws <see cref="InvalidOperationException"/> when refused.</summary>
    public T Value => Done ? _value! : throw new InvalidOperationException($"Refused: {Refusals[0].Code}");

    /// <summary>Refused for these reasons; throws when there are none.</summary>
    public static Outcome<T> Refuse(IReadOnlyList<Refusal> refusals) =>
        refusals.Count > 0 ? new(refusals) : throw new ArgumentException("A refusal needs a reason.", nameof(refusals));

    /// <summary>Done, with a value whose type is an interface and so cannot become an outcome by itself.</summary>
    public static Outcome<T> Of(T value) => new(value);

    /// <summary>A value is an outcome.</summary>
    public static implicit operator Outcome<T>(T value) => new(value);

    /// <summary>A refusal is an outcome.</summary>
    public static implicit operator Outcome<T>(Refusal refusal) => new([refusal]);

    /// <summary>Forgets the value.</summary>
    public Outcome Plain() => Outcome.From(Refusals);
}
