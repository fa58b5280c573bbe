using System.Globalization;
using GrantsPortal.Calls;
using GrantsPortal.Platform;
using GrantsPortal.Web.Shared.Conflicts;
using GrantsPortal.Web.Shared.Forms;

namespace GrantsPortal.Web.Calls.Desk;

/// <summary>Title, summary and description in one language.</summary>
public sealed class TextsForm : EditForm
{
    /// <summary>BCP 47 code.</summary>
    public string Language { get; set; } = "";

    /// <summary>Title.</summary>
    public string? Title { get; set; }

    /// <summary>Summary.</summary>
    public string? Summary { get; set; }

    /// <summary>Description; Markdown.</summary>
    public string? Description { get; set; }

    /// <summary>Filled with what is written in a language.</summary>
    public static TextsForm Of(string language, CallTexts? texts) =>
        new() { Language = language, Title = texts?.Title, Summary = texts?.Summary, Description = texts?.Description };

    /// <summary>What the use case takes.</summary>
    public CallTexts Read() => new() { Language = Language, Title = Title ?? "", Summary = Summary ?? "", Description = (Description ?? "").ReplaceLineEndings("\n") };

    /// <inheritdoc/>
    public override IReadOnlyList<EditedValue> Fields() => [new("Title", "Title", Title), new("Summary", "Summary", Summary), new("Description", "Description", Description)];
}

/// <summary>Programme and amounts.</summary>
public sealed class MoneyForm : EditForm
{
    /// <summary>The programme's id.</summary>
    public string? ProgrammeId { get; set; }

    /// <summary>ISO 4217 code.</summary>
    public string? Currency { get; set; }

    /// <summary>Everything there is to give.</summary>
    [BindMoney]
    public decimal? Budget { get; set; }

    /// <summary>Smallest award.</summary>
    [BindMoney]
    public decimal? Smallest { get; set; }

    /// <summary>Largest award.</summary>
    [BindMoney]
    public decimal? Largest { get; set; }

    /// <summary>Filled with a call's money; amounts of nothing are left empty in a draft.</summary>
    public static MoneyForm Of(Call call) => new()
    {
        ProgrammeId = call.ProgrammeId.ToString(CultureInfo.InvariantCulture),
        Currency = call.Currency,
        Budget = call.BudgetMinor == 0 ? null : call.Budget.Amount,
        Smallest = call.BudgetMinor == 0 ? null : call.Smallest.Amount,
        Largest = call.LargestMinor == 0 ? null : call.Largest.Amount,
    };

    /// <summary>What the use case takes.</summary>
    public CallMoney Read() => new(
        long.TryParse(ProgrammeId, CultureInfo.InvariantCulture, out var id) ? id : 0, (Currency ?? "").Trim().ToUpperInvariant(), Budget ?? 0, Smallest ?? 0, Largest ?? 0);

    /// <inheritdoc/>
    public override IReadOnlyList<EditedValue> Fields() =>
        [new("ProgrammeId", "Programme", ProgrammeId), new("Currency", "Currency", Currency), new("Budget", "Budget", Said(Budget)), new("Smallest", "Smallest award", Said(Smallest)), new("Largest", "Largest award", Said(Largest))];

    private static string? Said(decimal? amount) => amount?.ToString("0.###", CultureInfo.InvariantCulture);
}

/// <summary>Dates and reviews.</summary>
public sealed class DatesForm : EditForm
{
    /// <summary>When it opens; empty for as soon as it is published.</summary>
    public LocalInstantInput? OpensAt { get; set; }

    /// <summary>The deadline.</summary>
    public LocalInstantInput? ClosesAt { get; set; }

    /// <summary>Day by which decisions are promised.</summary>
    public DateOnly? DecisionBy { get; set; }

    /// <summary>Reviews of each application.</summary>
    public int? ReviewsPerApplication { get; set; }

    /// <summary>When reviews are due.</summary>
    public LocalInstantInput? ReviewDueAt { get; set; }

    /// <summary>Filled with a call's dates.</summary>
    public static DatesForm Of(Call call, TimeZoneInfo zone) => new()
    {
        OpensAt = LocalInstantInput.From(call.OpensAt, zone),
        ClosesAt = LocalInstantInput.From(call.ClosesAt, zone),
        DecisionBy = call.DecisionBy,
        ReviewsPerApplication = call.ReviewsPerApplication,
        ReviewDueAt = LocalInstantInput.From(call.ReviewDueAt, zone),
    };

    /// <summary>What the use case takes; of a published call opening and closing stay as they are.</summary>
    public CallDates Read(Call call, TimeZoneInfo zone) => new(
        call.Stage == CallStage.Draft ? OpensAt?.In(zone) : call.OpensAt,
        call.Stage == CallStage.Draft ? ClosesAt?.In(zone) : call.ClosesAt,
        DecisionBy,
        ReviewsPerApplication ?? 0,
        ReviewDueAt?.In(zone));

    /// <inheritdoc/>
    public override IReadOnlyList<EditedValue> Fields() =>
    [
        new("OpensAt", "Opens", Said(OpensAt)), new("ClosesAt", "Closes", Said(ClosesAt)), new("DecisionBy", "Decision by", DecisionBy?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        new("ReviewsPerApplication", "Reviews of each application", ReviewsPerApplication?.ToString(CultureInfo.InvariantCulture)), new("ReviewDueAt", "Reviews due", Said(ReviewDueAt)),
    ];

    private static string? Said(LocalInstantInput? at) => at is null ? null : string.Create(CultureInfo.InvariantCulture, $"{at.Date:yyyy-MM-dd} {at.Time:HH:mm}");
}

/// <summary>A section of the form.</summary>
public sealed class SectionForm : EditForm
{
    /// <summary>Heading.</summary>
    public string? Title { get; set; }

    /// <summary>What to know before answering; Markdown.</summary>
    public string? Guidance { get; set; }

    /// <summary>Filled with a section, or empty for a new one.</summary>
    public static SectionForm Of(FormSection? section) => new() { Title = section?.Title.ToString(), Guidance = section?.Guidance.ToString() };

    /// <inheritdoc/>
    public override IReadOnlyList<EditedValue> Fields() => [new("Title", "Title", Title), new("Guidance", "What to know before answering", Guidance)];
}

/// <summary>A letter's words.</summary>
public sealed class LetterForm : EditForm
{
    /// <summary>Subject.</summary>
    public string? Subject { get; set; }

    /// <summary>The letter; Markdown.</summary>
    public string? Body { get; set; }

    /// <summary>Filled with a template.</summary>
    public static LetterForm Of(LetterTemplate template) => new() { Subject = template.Subject, Body = template.Body };

    /// <inheritdoc/>
    public override IReadOnlyList<EditedValue> Fields() => [new("Subject", "Subject", Subject), new("Body", "Letter", Body)];
}
