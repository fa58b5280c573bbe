using GrantsPortal.Calls;
using GrantsPortal.Platform.Checks;
using GrantsPortal.Platform.Database;

namespace GrantsPortal.Applications;

/// <summary>What was submitted is whole: every submission has its hash, and every application as many as it counts.</summary>
public sealed class SubmissionsAreWhole : IInvariant
{
    /// <inheritdoc/>
    public string Holds => "Every submission's hash is that of its content, every submitted application counts its submissions rightly, and a draft has none.";

    /// <inheritdoc/>
    public async Task<IReadOnlyList<string>> Check(UnitOfWork work)
    {
        var wrong = new List<string>();
        await foreach (var submission in work.Stream<Submission>(
            "SELECT ApplicationId, Number, FormVersion, Content, Hash, ReceivedAt, SubmittedAt, SubmittedBy FROM Submission ORDER BY ApplicationId, Number"))
        {
            if (wrong.Count < 100 && Submission.HashOf(submission.Content) != submission.Hash)
            {
                wrong.Add($"Submission {submission.Number} of application {submission.ApplicationId} was altered.");
            }
        }

        var miscounted = await work.List<Miscounted>(
            $"""
            SELECT a.Reference, a.State
            FROM Application a
            LEFT JOIN Submission s ON s.ApplicationId = a.Id AND s.Number = a.SubmissionNumber
            WHERE (SELECT COUNT(*) FROM Submission n WHERE n.ApplicationId = a.Id) <> a.SubmissionNumber
                OR (a.State = 'Draft' AND a.SubmissionNumber > 0)
                OR (a.State NOT IN ('Draft', 'Withdrawn') AND a.SubmissionNumber = 0)
                OR (a.SubmissionNumber > 0 AND (s.Hash IS NULL OR a.SubmittedHash IS NULL OR s.Hash <> a.SubmittedHash))
            ORDER BY a.Id
            {Dialect.Page}
            """,
            new { take = 100 });
        return [.. wrong, .. miscounted.Select(row => $"{row.Reference} is {row.State}, but its submissions say otherwise.")];
    }

    private sealed class Miscounted
    {
        public string Reference { get; init; } = "";

        public string State { get; init; } = "";
    }
}

/// <summary>Title and amount that lists show are those of the answers.</summary>
public sealed class HeadlinesMatchAnswers : IInvariant
{
    /// <inheritdoc/>
    public string Holds => "Title and amount asked for are those of the answers: of the draft's while it is one, of the last submission's afterwards.";

    /// <inheritdoc/>
    public async Task<IReadOnlyList<string>> Check(UnitOfWork work)
    {
        var forms = await Forms(work);
        var wrong = new List<string>();
        await foreach (var row in work.Stream<Headline>(
            """
            SELECT a.Reference, a.CallId, s.FormVersion, a.Title, a.AskedMinor, a.Currency, s.Content
            FROM Application a
            JOIN Submission s ON s.ApplicationId = a.Id AND s.Number = a.SubmissionNumber
            ORDER BY a.Id
            """))
        {
            Compare(row, Platform.Json.Read<SubmissionContent>(row.Content).Answers, forms, wrong);
        }

        var drafts = await work.List<Headline>(
            $"SELECT a.Reference, a.CallId, a.FormVersion, a.Title, a.AskedMinor, a.Currency, '' AS Content FROM Application a WHERE a.State = 'Draft' ORDER BY a.Id {Dialect.Page}",
            new { take = 100_000 });
        var answers = await DraftAnswers(work);
        foreach (var draft in drafts)
        {
            Compare(draft, answers[draft.Reference].ToDictionary(answer => answer.QuestionKey, answer => answer.Value), forms, wrong);
        }

        return [.. wrong.Take(100)];
    }

    private static void Compare(Headline row, IReadOnlyDictionary<string, string> answers, Dictionary<(long, int), FormDefinition> forms, List<string> wrong)
    {
        if (!forms.TryGetValue((row.CallId, row.FormVersion), out var form))
        {
            wrong.Add($"{row.Reference} answers a form that is gone.");
            return;
        }

        var (title, asked) = Answers.Headline(form, answers, row.Currency);
        if (ApplicationRepository.Short(title) != row.Title || asked != row.AskedMinor)
        {
            wrong.Add($"{row.Reference} shows another title or amount than its answers.");
        }
    }

    private static async Task<Dictionary<(long, int), FormDefinition>> Forms(UnitOfWork work) =>
        await work.Stream<FormRow>("SELECT CallId, Version, Definition FROM CallForm")
            .ToDictionaryAsync(form => (form.CallId, form.Version), form => Platform.Json.Read<FormDefinition>(form.Definition));

    private static async Task<ILookup<string, DraftAnswer>> DraftAnswers(UnitOfWork work) =>
        await work.Stream<DraftAnswer>(
            """
            SELECT a.Reference, n.QuestionKey, n.Value
            FROM ApplicationAnswer n
            JOIN Application a ON a.Id = n.ApplicationId AND a.State = 'Draft'
            """).ToLookupAsync(answer => answer.Reference, StringComparer.Ordinal);

    private sealed class Headline
    {
        public string Reference { get; init; } = "";

        public long CallId { get; init; }

        public int FormVersion { get; init; }

        public string? Title { get; init; }

        public long? AskedMinor { get; init; }

        public string Currency { get; init; } = "";

        public string Content { get; init; } = "";
    }

    private sealed class FormRow
    {
        public long CallId { get; init; }

        public int Version { get; init; }

        public string Definition { get; init; } = "";
    }

    private sealed class DraftAnswer
    {
        public string Reference { get; init; } = "";

        public string QuestionKey { get; init; } = "";

        public string Value { get; init; } = "";
    }
}
