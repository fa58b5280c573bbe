using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Text;

namespace GrantsPortal.Calls;

/// <summary>Calls and their texts. Versions of forms and rubrics, and lists, stand in files beside this one.</summary>
public static partial class CallRepository
{
    /// <summary>Columns of <see cref="Call"/>; the text is that of <c>@language</c>, or of the source language.</summary>
    private const string Columns =
        """
        c.Id, c.Slug, c.ProgrammeId, g.Name AS ProgrammeName, c.State AS Stage, c.SourceLanguage, c.Currency, c.BudgetMinor, c.SmallestMinor,
        c.LargestMinor, c.OpensAt, c.ClosesAt, c.DecisionBy, c.FormVersion, c.RubricVersion, c.ReviewsPerApplication, c.ReviewDueAt,
        c.DecisionHours, c.OwnerId, c.PublishedAt, c.FirstClosesAt, c.ExtensionReason, c.Version, COALESCE(t.Title, s.Title) AS Title,
        COALESCE(t.Summary, s.Summary) AS Summary, COALESCE(t.Description, s.Description) AS Description
        """;

    private const string From =
        """
        FROM Call c
        JOIN Programme g ON g.Id = c.ProgrammeId
        JOIN CallText s ON s.CallId = c.Id AND s.Language = c.SourceLanguage
        LEFT JOIN CallText t ON t.CallId = c.Id AND t.Language = @language
        """;

    /// <summary>The call in a language, or null; staff and code only, drafts included.</summary>
    public static Task<Call?> Find(UnitOfWork work, long id, string language = "en") =>
        work.Find<Call>($"SELECT {Columns} {From} WHERE c.Id = @id", new { id, language });

    /// <summary>The call by its address, drafts included, or null.</summary>
    public static Task<Call?> FindBySlug(UnitOfWork work, string slug, string language = "en") =>
        work.Find<Call>($"SELECT {Columns} {From} WHERE c.Slug = @slug", new { slug, language });

    /// <summary>The call by its address as the public may read it: null for a draft.</summary>
    public static Task<Call?> FindPublic(UnitOfWork work, string slug, string language = "en") =>
        work.Find<Call>($"SELECT {Columns} {From} WHERE c.Slug = @slug AND c.State <> 'Draft'", new { slug, language });

    /// <summary>What the call says of itself in every language written.</summary>
    public static Task<IReadOnlyList<CallTexts>> Texts(UnitOfWork work, long call) =>
        work.List<CallTexts>("SELECT Language, Title, Summary, Description FROM CallText WHERE CallId = @call ORDER BY Language", new { call });

    /// <summary>Adds a draft with its text in the source language; false when the slug is taken.</summary>
    public static async Task<bool> Insert(UnitOfWork work, Call call, long? copiedFrom)
    {
        var added = await work.TryInsert(
            """
            INSERT INTO Call (Id, Slug, ProgrammeId, State, SourceLanguage, Currency, BudgetMinor, SmallestMinor, LargestMinor, OpensAt, ClosesAt,
                DecisionBy, FormVersion, RubricVersion, ReviewsPerApplication, ReviewDueAt, DecisionHours, CopiedFromId, OwnerId, SearchText, CreatedAt, CreatedBy, Version)
            VALUES (@Id, @Slug, @ProgrammeId, @Stage, @SourceLanguage, @Currency, @BudgetMinor, @SmallestMinor, @LargestMinor, @OpensAt, @ClosesAt,
                @DecisionBy, 0, 0, @ReviewsPerApplication, @ReviewDueAt, @DecisionHours, @copiedFrom, @OwnerId, '', @now, @by, 1)
            """,
            new
            {
                call.Id,
                call.Slug,
                call.ProgrammeId,
                call.Stage,
                call.SourceLanguage,
                call.Currency,
                call.BudgetMinor,
                call.SmallestMinor,
                call.LargestMinor,
                call.OpensAt,
                call.ClosesAt,
                call.DecisionBy,
                call.ReviewsPerApplication,
                call.ReviewDueAt,
                call.DecisionHours,
                copiedFrom,
                call.OwnerId,
                now = work.Now,
                by = work.Actor.PersonId,
            });
        return added;
    }

    /// <summary>Writes the text of one language, new or instead of the one before.</summary>
    public static async Task PutTexts(UnitOfWork work, long call, CallTexts texts)
    {
        var args = new { call, texts.Language, texts.Title, texts.Summary, texts.Description };
        const string Change =
            """
            UPDATE CallText SET Title = @Title, Summary = @Summary, Description = @Description
            WHERE CallId = @call AND Language = @Language
            """;
        if (await work.Execute(Change, args) == 0)
        {
            await work.Execute(
                "INSERT INTO CallText (CallId, Language, Title, Summary, Description) VALUES (@call, @Language, @Title, @Summary, @Description)", args);
        }

        var all = await Texts(work, call);
        var searched = Folded.Of([.. all.SelectMany(t => new[] { t.Title, t.Summary })]);
        await work.Execute("UPDATE Call SET SearchText = @searched WHERE Id = @call", new { call, searched });
    }

    /// <summary>Changes what a call has to give and when; false when somebody was quicker.</summary>
    public static Task<bool> Update(UnitOfWork work, Call call, int version) =>
        work.Guarded(
            """
            UPDATE Call
            SET ProgrammeId = @ProgrammeId, Currency = @Currency, BudgetMinor = @BudgetMinor, SmallestMinor = @SmallestMinor, LargestMinor = @LargestMinor,
                OpensAt = @OpensAt, ClosesAt = @ClosesAt, DecisionBy = @DecisionBy, ReviewsPerApplication = @ReviewsPerApplication,
                ReviewDueAt = @ReviewDueAt, FirstClosesAt = @FirstClosesAt, ExtensionReason = @ExtensionReason, OwnerId = @OwnerId, Version = Version + 1
            WHERE Id = @Id AND Version = @version AND State = @Stage
            """,
            new
            {
                call.Id,
                call.Stage,
                call.ProgrammeId,
                call.Currency,
                call.BudgetMinor,
                call.SmallestMinor,
                call.LargestMinor,
                call.OpensAt,
                call.ClosesAt,
                call.DecisionBy,
                call.ReviewsPerApplication,
                call.ReviewDueAt,
                call.FirstClosesAt,
                call.ExtensionReason,
                call.OwnerId,
                version,
            });

    /// <summary>Publishes a draft with version 1 of its form and rubric; false when somebody was quicker or it is no draft.</summary>
    public static Task<bool> Publish(UnitOfWork work, long call, int version, DateTimeOffset opensAt) =>
        work.Guarded(
            """
            UPDATE Call
            SET State = 'Published', OpensAt = @opensAt, FormVersion = 1, RubricVersion = 1, PublishedAt = @now, PublishedBy = @by, Version = Version + 1
            WHERE Id = @call AND Version = @version AND State = 'Draft'
            """,
            new { call, version, opensAt, now = work.Now, by = work.Actor.PersonId });

    /// <summary>Marks a closed call decided; false when it is not published or its deadline has not passed.</summary>
    public static Task<bool> Decide(UnitOfWork work, long call) =>
        work.Guarded(
            "UPDATE Call SET State = 'Decided', DecidedAt = @now, Version = Version + 1 WHERE Id = @call AND State = 'Published' AND ClosesAt < @now",
            new { call, now = work.Now });

    /// <summary>Puts a decided call away; false when it is not decided or somebody was quicker.</summary>
    public static Task<bool> Archive(UnitOfWork work, long call, int version) =>
        work.Guarded(
            "UPDATE Call SET State = 'Archived', ArchivedAt = @now, Version = Version + 1 WHERE Id = @call AND Version = @version AND State = 'Decided'",
            new { call, version, now = work.Now });

    /// <summary>Removes a draft that was never published, with all that is its own; false when it is no draft or somebody was quicker.</summary>
    public static async Task<bool> Delete(UnitOfWork work, long call, int version)
    {
        if (!await work.Guarded("UPDATE Call SET Version = Version + 1 WHERE Id = @call AND Version = @version AND State = 'Draft'", new { call, version }))
        {
            return false;
        }

        await work.Execute("DELETE FROM LetterTemplate WHERE CallId = @call", new { call });
        await work.Execute("DELETE FROM CallForm WHERE CallId = @call", new { call });
        await work.Execute("DELETE FROM CallRubric WHERE CallId = @call", new { call });
        await work.Execute("DELETE FROM CallText WHERE CallId = @call", new { call });
        return await work.Guarded("DELETE FROM Call WHERE Id = @call AND State = 'Draft'", new { call });
    }

    /// <summary>Counts an edit of the call itself; false when somebody was quicker.</summary>
    public static Task<bool> Touch(UnitOfWork work, long call, int version) =>
        work.Guarded("UPDATE Call SET Version = Version + 1 WHERE Id = @call AND Version = @version", new { call, version });
}
