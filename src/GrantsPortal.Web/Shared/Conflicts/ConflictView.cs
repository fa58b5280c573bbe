using System.Text.Json;
using GrantsPortal.Platform;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace GrantsPortal.Web.Shared.Conflicts;

/// <summary>A field that somebody else saved while this person was writing.</summary>
/// <param name="Label">The field's name, in the reader's language.</param>
/// <param name="Theirs">What the other person saved.</param>
/// <param name="Yours">What this person typed, not saved yet.</param>
/// <param name="FieldId">Id of the control, so that the name leads to it; may be null.</param>
public sealed record ChangedField(string Label, string? Theirs, string? Yours, string? FieldId = null);

/// <summary>
/// What to show when somebody else saved the same record first: the partial <c>_Changed</c> sets theirs beside yours,
/// and the form below keeps what was typed.
/// </summary>
public sealed record ConflictView(IReadOnlyList<ChangedField> Both)
{
    /// <summary>Fields that only the other person changed; the form has taken theirs over.</summary>
    public IReadOnlyList<ChangedField> TakenOver { get; init; } = [];

    /// <summary>Who saved; null when that is not known or not to be told.</summary>
    public string? By { get; init; }

    /// <summary>When it was saved, in UTC.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>Whether the other person changed anything that this form shows.</summary>
    public bool Any => Both.Count + TakenOver.Count > 0;

    /// <summary>
    /// Compares three versions of each field: as the form was opened, as it is saved now, as it was typed. Where only
    /// the other person changed a field, the form takes theirs over; where both did, what was typed stays in the form.
    /// </summary>
    public static ConflictView Between(ModelStateDictionary state, IEnumerable<EditedField> fields)
    {
        var both = new List<ChangedField>();
        var taken = new List<ChangedField>();
        foreach (var field in fields)
        {
            var (opened, theirs, yours) = (Plain(field.Opened), Plain(field.Theirs), Plain(field.Yours));
            if (theirs == yours || theirs == opened)
            {
                continue;
            }

            if (yours == opened)
            {
                state.SetModelValue(field.Name, theirs, theirs);
                taken.Add(field.Told());
            }
            else
            {
                both.Add(field.Told());
            }
        }

        return new ConflictView(both) { TakenOver = taken };
    }

    /// <summary>A form's fields as it was opened, for a hidden field named <c>Opened</c>.</summary>
    public static string Pack(IReadOnlyDictionary<string, string?> fields) => Json.Write(fields);

    /// <summary>Reads <see cref="Pack"/> back; empty when it is not one.</summary>
    public static IReadOnlyDictionary<string, string?> Unpack(string? packed)
    {
        try
        {
            return string.IsNullOrEmpty(packed) ? new Dictionary<string, string?>() : Json.Read<Dictionary<string, string?>>(packed);
        }
        catch (JsonException)
        {
            return new Dictionary<string, string?>();
        }
    }

    private static string Plain(string? text) => (text ?? "").ReplaceLineEndings("\n").Trim();
}

/// <summary>One field in three versions.</summary>
/// <param name="Name">Name the form sends.</param>
/// <param name="Label">Its name in the reader's language.</param>
/// <param name="Opened">As the form was opened.</param>
/// <param name="Theirs">As it is saved now.</param>
/// <param name="Yours">As it was typed.</param>
public sealed record EditedField(string Name, string Label, string? Opened, string? Theirs, string? Yours)
{
    /// <summary>Says a value that is a code, such as a choice, in words.</summary>
    public Func<string?, string?> Say { get; init; } = value => value;

    internal ChangedField Told() => new(Label, Say(Theirs), Say(Yours), Name);
}
