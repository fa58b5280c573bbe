using System.Globalization;
using GrantsPortal.Calls;
using GrantsPortal.Calls.Agreements;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Text;
using GrantsPortal.Web.Shared;
using GrantsPortal.Web.Shared.Conflicts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace GrantsPortal.Web.Calls.Desk;

/// <summary>The conditions that a call's awards start with; they are listed with its agreement.</summary>
[Route(CallRoutes.Desk + "/{slug}/conditions"), Authorize(Policies.RunCalls)]
public sealed class ConditionsController(DeskTools tools, CallConditionDesk desk, IOptions<PortalOptions> portal) : CallDeskController(tools)
{
    /// <summary>A new one.</summary>
    [HttpGet("new")]
    public async Task<IActionResult> New(string slug) => await Load(slug) is { } call ? Shown(call, ConditionForm.Of(null, portal.Value.Languages)) : NotFound();

    /// <summary>Adds it.</summary>
    [HttpPost("new")]
    public async Task<IActionResult> New(string slug, ConditionForm form) => await Load(slug) is { } call ? await Put(call, new CallCondition { CallId = call.Call.Id }, form) : NotFound();

    /// <summary>One of them.</summary>
    [HttpGet("{id:long}")]
    public async Task<IActionResult> Edit(string slug, long id) =>
        await Load(slug) is { } call && await Find(call, id) is { } condition ? Shown(call, ConditionForm.Of(condition, portal.Value.Languages)) : NotFound();

    /// <summary>Saves it.</summary>
    [HttpPost("{id:long}")]
    public async Task<IActionResult> Edit(string slug, long id, ConditionForm form) =>
        await Load(slug) is { } call && await Find(call, id) is { } condition ? await Put(call, condition, form) : NotFound();

    /// <summary>Moves it.</summary>
    [HttpPost("{id:long}/move")]
    public async Task<IActionResult> Move(string slug, long id, int by) =>
        await Load(slug) is { } call ? await Act(() => desk.Move(User.Actor(), call.Call.Id, id, Math.Sign(by)), T["Moved"], Back(slug)) : NotFound();

    /// <summary>Removes it.</summary>
    [HttpPost("{id:long}/remove")]
    public async Task<IActionResult> Remove(string slug, long id) =>
        await Load(slug) is { } call && await Find(call, id) is { } condition
            ? await Act(() => desk.Remove(User.Actor(), call.Call.Id, id, condition.Version), T["Removed"], Back(slug))
            : NotFound();

    private async Task<IActionResult> Put(DeskCall call, CallCondition before, ConditionForm form)
    {
        var (source, languages) = (call.Call.SourceLanguage, portal.Value.Languages);
        form.Id = before.Id;
        var saved = before.Id == 0 ? form : ConditionForm.Of(before, languages);
        if (before.Id == 0)
        {
            form.Open();
        }

        return await Save("Edit", call, form, saved, () => desk.Save(User.Actor(), form.Onto(before, source, languages), form.Kind), Back(call.Call.Slug));
    }

    private IActionResult Shown(DeskCall call, ConditionForm form) => Opened("Edit", call, form);

    private async Task<CallCondition?> Find(DeskCall call, long id)
    {
        await using var work = await Database.Read();
        return await CallConditionRepository.Find(work, call.Call.Id, id);
    }

    private static string Back(string slug) => CallRoutes.Part(slug, "agreement") + "#conditions";
}

/// <summary>A condition of a call as typed.</summary>
public sealed class ConditionForm : EditForm
{
    /// <summary>Its id; 0 for a new one.</summary>
    [Microsoft.AspNetCore.Mvc.ModelBinding.BindNever]
    public long Id { get; set; }

    /// <summary>What it is about.</summary>
    public ConditionKind? Kind { get; set; }

    /// <summary>What is needed in a line, by language.</summary>
    public Dictionary<string, string?> Titles { get; set; } = [];

    /// <summary>What is needed exactly, by language.</summary>
    public Dictionary<string, string?> Details { get; set; } = [];

    /// <summary>Days from acceptance.</summary>
    public int? DueDays { get; set; }

    /// <summary>Filled with a condition.</summary>
    public static ConditionForm Of(CallCondition? condition, IReadOnlyList<string> languages) => new()
    {
        Id = condition?.Id ?? 0,
        Kind = condition?.Kind,
        Titles = languages.ToDictionary(code => code, code => condition?.Title.In.GetValueOrDefault(code)),
        Details = languages.ToDictionary(code => code, code => condition?.Detail.In.GetValueOrDefault(code)),
        DueDays = condition?.DueDays,
    };

    /// <summary>What the use case takes.</summary>
    public CallCondition Onto(CallCondition before, string source, IReadOnlyList<string> languages) => before with
    {
        Title = Written(before.Title, Titles, source, languages),
        Detail = Written(before.Detail, Details, source, languages),
        DueDays = DueDays,
    };

    /// <inheritdoc/>
    public override IReadOnlyList<EditedValue> Fields() =>
    [
        new("Kind", "What it is about", Kind?.ToString()),
        new("Titles", "What is needed", Joined(Titles)),
        new("Details", "Exactly", Joined(Details)),
        new("DueDays", "Days until it is due", DueDays?.ToString(CultureInfo.InvariantCulture)),
    ];

    private static Words Written(Words before, Dictionary<string, string?> typed, string source, IReadOnlyList<string> languages) =>
        languages.Aggregate(before with { Source = source }, (words, code) => words.With(code, typed.GetValueOrDefault(code) ?? ""));

    private static string Joined(Dictionary<string, string?> texts) => string.Join("\n", texts.Where(text => !string.IsNullOrWhiteSpace(text.Value)).OrderBy(text => text.Key, StringComparer.Ordinal).Select(text => text.Value));
}

/// <summary>What conditions are about, in English words for the localiser.</summary>
public static class ConditionKindWords
{
    /// <summary>A kind in a word or two.</summary>
    public static string Of(ConditionKind kind) => kind switch
    {
        ConditionKind.BankDetails => "Bank details",
        ConditionKind.Insurance => "Insurance",
        ConditionKind.Policy => "Policy",
        ConditionKind.PersonCheck => "Check of a person",
        _ => "Something else",
    };

    /// <summary>What a kind asks of whom.</summary>
    public static string Hint(ConditionKind kind) => kind switch
    {
        ConditionKind.BankDetails => "Met when the account to pay to is confirmed.",
        ConditionKind.Insurance => "The organisation hands in a document; an officer looks at it.",
        ConditionKind.Policy => "The organisation hands in a document, such as its safeguarding policy.",
        ConditionKind.PersonCheck => "An officer notes what was seen; nothing about the person is handed in here.",
        _ => "The organisation hands in a document or a sentence.",
    };
}
