using GrantsPortal.Bookings;
using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Text;

namespace GrantsPortal.Events;

/// <summary>Events and their texts.</summary>
public static partial class EventRepository
{
    private const string Columns =
        """
        e.Id, e.OccasionId, e.Slug, e.Kind, e.State, e.SourceLanguage, e.Languages, e.Themes, e.Districts, e.GroupsUntil, e.GuestsUntil, e.OwnerId, e.Version,
        COALESCE(t.Title, s.Title) AS Title, COALESCE(t.Summary, s.Summary) AS Summary, COALESCE(t.Description, s.Description) AS Description,
        COALESCE(t.Audience, s.Audience) AS Audience, COALESCE(t.Access, s.Access) AS Access
        """;

    private const string From =
        """
        FROM Event e
        JOIN EventText s ON s.EventId = e.Id AND s.Language = e.SourceLanguage
        LEFT JOIN EventText t ON t.EventId = e.Id AND t.Language = @language
        """;

    /// <summary>The event by its address, drafts included; or null.</summary>
    public static Task<Event?> FindBySlug(UnitOfWork work, string slug, string language = "en") =>
        work.Find<Event>($"SELECT {Columns} {From} WHERE e.Slug = @slug", new { slug, language });

    /// <summary>The event by its address as the public may read it; null for a draft.</summary>
    public static Task<Event?> FindPublic(UnitOfWork work, string slug, string language) =>
        work.Find<Event>($"SELECT {Columns} {From} WHERE e.Slug = @slug AND e.State <> 'Draft'", new { slug, language });

    /// <summary>The event; or null.</summary>
    public static Task<Event?> Find(UnitOfWork work, long id, string language = "en") =>
        work.Find<Event>($"SELECT {Columns} {From} WHERE e.Id = @id", new { id, language });

    /// <summary>The event of an occasion; or null.</summary>
    public static Task<Event?> OfOccasion(UnitOfWork work, long occasion, string language = "en") =>
        work.Find<Event>($"SELECT {Columns} {From} WHERE e.OccasionId = @occasion", new { occasion, language });

    /// <summary>What an event says of itself in every language written.</summary>
    public static Task<IReadOnlyList<EventTexts>> Texts(UnitOfWork work, long id) =>
        work.List<EventTexts>(
            $"SELECT Language, Title, Summary, Description, Audience, Access FROM EventText WHERE EventId = @id ORDER BY Language {Dialect.Page}", new { id, take = 50 });

    /// <summary>Adds a draft; false when the address is taken.</summary>
    public static Task<bool> Insert(UnitOfWork work, Event gathering) =>
        work.TryInsert(
            """
            INSERT INTO Event (Id, OccasionId, Slug, Kind, State, SourceLanguage, Languages, Themes, Districts, GroupsUntil, GuestsUntil, SearchText, OwnerId, CreatedAt, Version)
            VALUES (@Id, @OccasionId, @Slug, @Kind, 'Draft', @SourceLanguage, @Languages, @Themes, @Districts, @GroupsUntil, @GuestsUntil, '', @OwnerId, @now, 1)
            """,
            new
            {
                gathering.Id,
                gathering.OccasionId,
                gathering.Slug,
                gathering.Kind,
                gathering.SourceLanguage,
                gathering.Languages,
                gathering.Themes,
                gathering.Districts,
                gathering.GroupsUntil,
                gathering.GuestsUntil,
                gathering.OwnerId,
                now = work.Now,
            });

    /// <summary>Writes the text of one language, new or instead of the one before.</summary>
    public static async Task PutTexts(UnitOfWork work, long id, EventTexts texts)
    {
        var args = new { id, texts.Language, texts.Title, texts.Summary, texts.Description, texts.Audience, texts.Access };
        const string Change =
            """
            UPDATE EventText SET Title = @Title, Summary = @Summary, Description = @Description, Audience = @Audience, Access = @Access
            WHERE EventId = @id AND Language = @Language
            """;
        if (await work.Execute(Change, args) == 0)
        {
            await work.Execute(
                "INSERT INTO EventText (EventId, Language, Title, Summary, Description, Audience, Access) VALUES (@id, @Language, @Title, @Summary, @Description, @Audience, @Access)", args);
        }

        var searched = Folded.Of([.. (await Texts(work, id)).SelectMany(t => new[] { t.Title, t.Summary, t.Audience })]);
        await work.Execute("UPDATE Event SET SearchText = @searched WHERE Id = @id", new { id, searched });
    }

    /// <summary>Changes the plan; false when somebody was quicker.</summary>
    public static Task<bool> Update(UnitOfWork work, Event gathering, int version) =>
        work.Guarded(
            """
            UPDATE Event
            SET Kind = @Kind, Languages = @Languages, Themes = @Themes, Districts = @Districts, GroupsUntil = @GroupsUntil, GuestsUntil = @GuestsUntil, Version = Version + 1
            WHERE Id = @Id AND Version = @version
            """,
            new { gathering.Id, gathering.Kind, gathering.Languages, gathering.Themes, gathering.Districts, gathering.GroupsUntil, gathering.GuestsUntil, version });

    /// <summary>Counts an edit of its texts; false when somebody was quicker.</summary>
    public static Task<bool> Touch(UnitOfWork work, long id, int version) =>
        work.Guarded("UPDATE Event SET Version = Version + 1 WHERE Id = @id AND Version = @version", new { id, version });

    /// <summary>Moves it to another state; false when somebody was quicker.</summary>
    public static Task<bool> SetState(UnitOfWork work, Event gathering, EventState to) =>
        work.Guarded(
            "UPDATE Event SET State = @to, PublishedAt = CASE WHEN @to = 'Published' THEN @now ELSE PublishedAt END, Version = Version + 1 WHERE Id = @Id AND State = @State",
            new { gathering.Id, gathering.State, to, now = work.Now });
}
