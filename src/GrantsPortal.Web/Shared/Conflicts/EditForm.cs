using GrantsPortal.Web.Shared.Languages;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;

namespace GrantsPortal.Web.Shared.Conflicts;

/// <summary>One field of a form: the property's name, its English label, and its value as text.</summary>
public sealed record EditedValue(string Name, string Label, string? Value);

/// <summary>
/// A form that edits something others may edit at the same time. It carries the values it was opened with, so that what
/// somebody else saved meanwhile is told apart from what was typed here.
/// </summary>
public abstract class EditForm
{
    /// <summary>The fields as the form was opened, packed.</summary>
    public string? Opened { get; set; }

    /// <summary>The fields in reading order.</summary>
    public abstract IReadOnlyList<EditedValue> Fields();

    /// <summary>Notes the values it is opened with.</summary>
    public void Open() => Opened = Pack();

    /// <summary>
    /// Compares what was typed with what is saved now. Null when nobody else changed what this form shows; otherwise what differs, and
    /// the form stands on what is saved now: fields that only the other person changed have taken theirs over.
    /// </summary>
    public ConflictView? Clash(EditForm saved, ModelStateDictionary state, IStringLocalizer<Texts> texts)
    {
        if (Opened == saved.Pack())
        {
            return null;
        }

        var (opened, theirs) = (ConflictView.Unpack(Opened), saved.Fields().ToDictionary(field => field.Name, field => field.Value));
        var clash = ConflictView.Between(state, Fields().Select(field => new EditedField(field.Name, texts[field.Label], opened.GetValueOrDefault(field.Name), theirs[field.Name], field.Value)));
        if (!clash.Any)
        {
            return null;
        }

        TakeOver(saved, opened, theirs, state);
        Opened = saved.Pack();
        state.Remove(nameof(Opened));
        state.AddModelError("", texts["Somebody else saved this while you were writing; compare below, then save again"]);
        return clash;
    }

    private void TakeOver(EditForm saved, IReadOnlyDictionary<string, string?> opened, Dictionary<string, string?> theirs, ModelStateDictionary state)
    {
        foreach (var field in Fields().Where(field => Same(field.Value, opened.GetValueOrDefault(field.Name)) && !Same(field.Value, theirs[field.Name])).ToList())
        {
            var property = GetType().GetProperty(field.Name)!;
            property.SetValue(this, property.GetValue(saved));
            foreach (var key in state.Keys.Where(key => key == field.Name || key.StartsWith(field.Name + ".", StringComparison.Ordinal)).ToList())
            {
                state.Remove(key);
            }
        }
    }

    private string Pack() => ConflictView.Pack(Fields().ToDictionary(field => field.Name, field => field.Value is null ? null : Plain(field.Value)));

    private static bool Same(string? a, string? b) => Plain(a) == Plain(b);

    private static string Plain(string? text) => (text ?? "").ReplaceLineEndings("\n").Trim();
}
