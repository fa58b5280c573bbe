using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Response.CallDown;
using GrantsPortal.Response.Exercises;
using GrantsPortal.Response.Situation;
using GrantsPortal.Web.Shared.Conflicts;
using GrantsPortal.Web.Shared.Forms;
using GrantsPortal.Web.Shared.Languages;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace GrantsPortal.Web.Response.Exercises;

/// <summary>An exercise as typed.</summary>
public sealed class ExerciseForm : ScopeForm
{
    private const int SpareRows = 3;
    private const int LeastRows = 5;

    /// <summary>The version it was opened at.</summary>
    public int Version { get; set; }

    /// <summary>What it is called.</summary>
    public string? Title { get; set; }

    /// <summary>What is supposed to have happened.</summary>
    public string? Scenario { get; set; }

    /// <summary>When it starts, on the city's clock.</summary>
    public LocalInstantInput? Starts { get; set; }

    /// <summary>What it is to show.</summary>
    public List<string?> Objectives { get; set; } = [];

    /// <summary>Partners by name.</summary>
    public List<long> Partners { get; set; } = [];

    /// <summary>Officers.</summary>
    public List<long> Officers { get; set; } = [];

    /// <summary>Who leads it.</summary>
    public long? Facilitator { get; set; }

    /// <summary>What is put in.</summary>
    public List<InjectInput> Injects { get; set; } = [];

    /// <summary>The seal of what was pointed out and answered for.</summary>
    public string? Knowing { get; set; }

    /// <summary>What the use case takes; rows left empty are none.</summary>
    public ExercisePlan Read(TimeZoneInfo zone) => new()
    {
        Title = Title ?? "",
        Scenario = Scenario ?? "",
        StartsAt = Starts?.In(zone),
        Objectives = [.. Objectives.Take(ExerciseRules.MostObjectives).Select(words => words ?? "")],
        Scope = Scope(),
        Partners = [.. Partners.Distinct()],
        Officers = [.. Officers.Distinct()],
        FacilitatorId = Facilitator,
        Injects = [.. Injects.Index().Where(row => !row.Item.IsEmpty).Select(row => new InjectPlan(row.Index, row.Item.Minute, row.Item.Words ?? "", row.Item.ToWhom ?? "", row.Item.IsMailed, row.Item.Expected ?? ""))],
        AnsweredFor = Knowing,
    };

    /// <summary>The same with rows to write into.</summary>
    public ExerciseForm Padded()
    {
        while (Objectives.Count < ExerciseRules.MostObjectives)
        {
            Objectives.Add(null);
        }

        while (Injects.Count < LeastRows || (Injects.Count < ExerciseRules.MostInjects && Injects.TakeLast(SpareRows).Any(row => !row.IsEmpty)))
        {
            Injects.Add(new InjectInput());
        }

        return this;
    }

    /// <summary>An exercise as it stands.</summary>
    public static ExerciseForm Of(ExerciseSight sight, TimeZoneInfo zone)
    {
        var (exercise, scope) = (sight.Exercise, ScopeForm.Of(sight.Exercise.Scope));
        return new ExerciseForm
        {
            Version = exercise.Version,
            Title = exercise.Title,
            Scenario = exercise.Scenario,
            Starts = LocalInstantInput.From(exercise.StartsAt, zone),
            Objectives = [.. sight.Objectives.Select(objective => objective.Words)],
            Everybody = scope.Everybody,
            Districts = scope.Districts,
            Themes = scope.Themes,
            Communities = scope.Communities,
            Capabilities = scope.Capabilities,
            Partners = [.. sight.Partners.Select(partner => partner.OrganisationId)],
            Officers = [.. sight.Officers.Select(officer => officer.PersonId)],
            Facilitator = exercise.FacilitatorId,
            Injects = [.. sight.Injects.Select(inject => new InjectInput { Minute = inject.Minute, Words = inject.Words, ToWhom = inject.ToWhom, IsMailed = inject.IsMailed, Expected = inject.Expected })],
        };
    }
}

/// <summary>A row of an inject.</summary>
public sealed class InjectInput
{
    /// <summary>Minutes from the start.</summary>
    public int? Minute { get; set; }

    /// <summary>What is said.</summary>
    public string? Words { get; set; }

    /// <summary>To whom.</summary>
    public string? ToWhom { get; set; }

    /// <summary>Whether it is mailed.</summary>
    public bool IsMailed { get; set; }

    /// <summary>What is hoped for.</summary>
    public string? Expected { get; set; }

    /// <summary>Whether nothing is written in it.</summary>
    public bool IsEmpty => Minute is null && string.IsNullOrWhiteSpace(Words) && string.IsNullOrWhiteSpace(ToWhom) && string.IsNullOrWhiteSpace(Expected);
}

/// <summary>What is written down afterwards, as typed.</summary>
public sealed class ReviewForm
{
    private const int LeastRows = 4;

    /// <summary>The version it was opened at.</summary>
    public int Version { get; set; }

    /// <summary>One for each objective.</summary>
    public List<FindingInput> Findings { get; set; } = [];

    /// <summary>What helped.</summary>
    public string? Helped { get; set; }

    /// <summary>What is to change.</summary>
    public string? ToChange { get; set; }

    /// <summary>What is to be done.</summary>
    public List<ActionInput> Actions { get; set; } = [];

    /// <summary>The seal of what was pointed out and answered for.</summary>
    public string? Knowing { get; set; }

    /// <summary>What the use case takes; rows left empty are none.</summary>
    public ReviewPlan Read() => new(
        [.. Findings.Select(finding => new Finding(finding.Standing, finding.Seen ?? ""))], Helped ?? "", ToChange ?? "",
        [.. Actions.Take(ExerciseRules.MostActions).Index().Where(row => !row.Item.IsEmpty).Select(row => new ActionPlan(row.Index, row.Item.What ?? "", row.Item.Who ?? "", row.Item.Officer, row.Item.Due))], Knowing);

    /// <summary>The same with rows to write into.</summary>
    public ReviewForm Padded(int objectives)
    {
        while (Findings.Count < objectives)
        {
            Findings.Add(new FindingInput());
        }

        while (Actions.Count < LeastRows || (Actions.Count < ExerciseRules.MostActions && !Actions[^1].IsEmpty))
        {
            Actions.Add(new ActionInput());
        }

        return this;
    }
}

/// <summary>What was seen of an objective.</summary>
public sealed class FindingInput
{
    /// <summary>Whether it was met.</summary>
    public ObjectiveStanding? Standing { get; set; }

    /// <summary>What was seen.</summary>
    public string? Seen { get; set; }
}

/// <summary>A row of an action.</summary>
public sealed class ActionInput
{
    /// <summary>What is to be done.</summary>
    public string? What { get; set; }

    /// <summary>Who does it, in words.</summary>
    public string? Who { get; set; }

    /// <summary>The officer who does it.</summary>
    public long? Officer { get; set; }

    /// <summary>By which day.</summary>
    public DateOnly? Due { get; set; }

    /// <summary>Whether nothing is written in it.</summary>
    public bool IsEmpty => string.IsNullOrWhiteSpace(What) && string.IsNullOrWhiteSpace(Who) && Officer is null && Due is null;
}

/// <summary>What can be chosen for an exercise.</summary>
public sealed record ExerciseFields(ScopeFields Scope, IReadOnlyList<FieldItem> Partners, IReadOnlyList<FieldItem> Officers);

/// <summary>Reads what can be chosen, and sets two versions of a plan side by side.</summary>
public sealed class ExerciseForms(ScopeChoices scopes, IStringLocalizer<Texts> texts, IOptions<PortalOptions> portal)
{
    /// <summary>The lists.</summary>
    public async Task<ExerciseFields> Fields(UnitOfWork work, ScopeForm form) => new(
        await scopes.For(work, form),
        [.. (await CallDownRepository.Partners(work, ExerciseDesk.MostPartners)).Select(partner => new FieldItem(Key(partner.OrganisationId), partner.Name))],
        await Officers(work));

    /// <summary>People of the staff.</summary>
    public async Task<IReadOnlyList<FieldItem>> Officers(UnitOfWork work) => [.. (await ReaderDesk.Staff(work)).Select(person => new FieldItem(Key(person.Id), person.Name))];

    /// <summary>What somebody else saved beside what was typed.</summary>
    public ConflictView Clash(ExerciseForm theirs, ExerciseForm yours, ExerciseFields fields)
    {
        IEnumerable<ChangedField> Fields()
        {
            yield return new(texts["Title"], theirs.Title, yours.Title, "Title");
            yield return new(texts["Scenario"], theirs.Scenario, yours.Scenario, "Scenario");
            yield return new(texts["Start"], Said(theirs.Starts), Said(yours.Starts), "Starts");
            yield return new(texts["Objectives"], Lines(theirs.Objectives), Lines(yours.Objectives), "Objectives[0]");
            yield return new(texts["Officers who take part"], Names(theirs.Officers, fields.Officers), Names(yours.Officers, fields.Officers), "Officers");
            yield return new(texts["Partners that take part"], Names(theirs.Partners, fields.Partners), Names(yours.Partners, fields.Partners), "Partners");
            yield return new(texts["Partners chosen by what they are"], Scoped(theirs), Scoped(yours), "Districts");
            yield return new(texts["Who leads it"], Names([theirs.Facilitator ?? 0], fields.Officers), Names([yours.Facilitator ?? 0], fields.Officers), "Facilitator");
            yield return new(texts["Injects"], Rows(theirs), Rows(yours), "Injects[0].Minute");
        }

        return new ConflictView([.. Fields().Where(field => field.Theirs?.ReplaceLineEndings("\n").Trim() != field.Yours?.ReplaceLineEndings("\n").Trim())]);

        string Scoped(ExerciseForm form) => Lines(
        [
            form.Everybody ? texts["Every partner"].Value : "", string.Join(", ", form.Districts.Order()), string.Join(", ", form.Themes.Order()), form.Communities,
            string.Join(", ", form.Capabilities.Order().Select(one => texts[GrantsPortal.Response.ResponseNames.Of(one)].Value)),
        ]);
        string Said(LocalInstantInput? at) => at is null ? "" : Instants.Long(at.In(portal.Value.Zone), portal.Value.Zone);
    }

    private static string Key(long id) => id.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static string Lines(IEnumerable<string?> lines) => string.Join("\n", lines.Where(line => !string.IsNullOrWhiteSpace(line)));

    private static string Names(IEnumerable<long> ids, IReadOnlyList<FieldItem> items) =>
        string.Join(", ", ids.Select(id => items.FirstOrDefault(item => item.Value == Key(id))?.Text).Where(name => name is not null).Order());

    private static string Rows(ExerciseForm form) => Lines(form.Injects.Where(row => !row.IsEmpty).OrderBy(row => row.Minute)
        .Select(row => $"{row.Minute}: {row.ToWhom}: {row.Words}{(row.IsMailed ? " @" : "")}{(string.IsNullOrWhiteSpace(row.Expected) ? "" : $" ({row.Expected})")}"));
}
