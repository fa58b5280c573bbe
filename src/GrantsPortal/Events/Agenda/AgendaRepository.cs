using GrantsPortal.Platform.Database;

namespace GrantsPortal.Events.Agenda;

/// <summary>Agendas and speakers.</summary>
public static class AgendaRepository
{
    private const string Columns = "i.Id, i.EventId, i.StartsAt, i.EndsAt, i.Title, i.Description, i.Track, i.Room, i.JoinLink, i.Version";

    private const string SpeakerColumns = "s.Id, s.EventId, s.Name, s.Work, s.Organisation, s.About, s.ConsentOn, s.Version";

    /// <summary>The lines of an event's agenda in their order; at most 200.</summary>
    public static Task<IReadOnlyList<AgendaItem>> Items(UnitOfWork work, long gathering) =>
        work.List<AgendaItem>($"SELECT {Columns} FROM AgendaItem i WHERE i.EventId = @gathering ORDER BY i.StartsAt, i.Id {Dialect.Page}", new { gathering, take = AgendaRules.MostItems });

    /// <summary>The speakers of an event in the order they were added; at most 200.</summary>
    public static Task<IReadOnlyList<Speaker>> Speakers(UnitOfWork work, long gathering) =>
        work.List<Speaker>($"SELECT {SpeakerColumns} FROM EventSpeaker s WHERE s.EventId = @gathering ORDER BY s.Id {Dialect.Page}", new { gathering, take = 200 });

    /// <summary>Who speaks at which line of an event; at most 1,000.</summary>
    public static Task<IReadOnlyList<AgendaSpeaker>> Speaking(UnitOfWork work, long gathering) =>
        work.List<AgendaSpeaker>(
            $"""
            SELECT a.ItemId, a.SpeakerId
            FROM AgendaItem i
            JOIN AgendaSpeaker a ON a.ItemId = i.Id
            WHERE i.EventId = @gathering
            ORDER BY a.ItemId, a.SpeakerId
            {Dialect.Page}
            """,
            new { gathering, take = 1_000 });

    /// <summary>The agenda with who speaks; speakers who did not agree to be named are left out where the public reads.</summary>
    public static async Task<IReadOnlyList<AgendaLine>> Lines(UnitOfWork work, long gathering, bool forPublic)
    {
        var items = await Items(work, gathering);
        if (items.Count == 0)
        {
            return [];
        }

        var all = await Speakers(work, gathering);
        var speakers = (forPublic ? AgendaRules.Public(all) : all).ToDictionary(speaker => speaker.Id);
        var speaking = (await Speaking(work, gathering)).ToLookup(one => one.ItemId, one => one.SpeakerId);
        return [.. items.Select(item => new AgendaLine(item, [.. speaking[item.Id].Where(speakers.ContainsKey).Select(id => speakers[id])]))];
    }

    /// <summary>Adds a line.</summary>
    public static Task Insert(UnitOfWork work, AgendaItem item) =>
        work.Execute(
            """
            INSERT INTO AgendaItem (Id, EventId, StartsAt, EndsAt, Title, Description, Track, Room, JoinLink, Version)
            VALUES (@Id, @EventId, @StartsAt, @EndsAt, @Title, @Description, @Track, @Room, @JoinLink, 1)
            """,
            new { item.Id, item.EventId, item.StartsAt, item.EndsAt, item.Title, item.Description, item.Track, item.Room, item.JoinLink });

    /// <summary>Changes a line; false when somebody was quicker.</summary>
    public static Task<bool> Update(UnitOfWork work, AgendaItem item, int version) =>
        work.Guarded(
            """
            UPDATE AgendaItem
            SET StartsAt = @StartsAt, EndsAt = @EndsAt, Title = @Title, Description = @Description, Track = @Track, Room = @Room, JoinLink = @JoinLink, Version = Version + 1
            WHERE Id = @Id AND EventId = @EventId AND Version = @version
            """,
            new { item.Id, item.EventId, item.StartsAt, item.EndsAt, item.Title, item.Description, item.Track, item.Room, item.JoinLink, version });

    /// <summary>Says who speaks at a line, of those who speak at its event.</summary>
    public static async Task PutSpeaking(UnitOfWork work, AgendaItem item, IReadOnlyCollection<long> speakers)
    {
        await work.Execute("DELETE FROM AgendaSpeaker WHERE ItemId = @Id", new { item.Id });
        foreach (var speaker in speakers.Distinct())
        {
            await work.Execute(
                "INSERT INTO AgendaSpeaker (ItemId, SpeakerId) SELECT @Id, s.Id FROM EventSpeaker s WHERE s.Id = @speaker AND s.EventId = @EventId", new { item.Id, item.EventId, speaker });
        }
    }

    /// <summary>Removes a line; false when it is gone.</summary>
    public static async Task<bool> Remove(UnitOfWork work, long gathering, long id)
    {
        await work.Execute("DELETE FROM AgendaSpeaker WHERE ItemId IN (SELECT i.Id FROM AgendaItem i WHERE i.Id = @id AND i.EventId = @gathering)", new { id, gathering });
        return await work.Guarded("DELETE FROM AgendaItem WHERE Id = @id AND EventId = @gathering", new { id, gathering });
    }

    /// <summary>Adds a speaker.</summary>
    public static Task Insert(UnitOfWork work, Speaker speaker) =>
        work.Execute(
            "INSERT INTO EventSpeaker (Id, EventId, Name, Work, Organisation, About, ConsentOn, Version) VALUES (@Id, @EventId, @Name, @Work, @Organisation, @About, @ConsentOn, 1)",
            new { speaker.Id, speaker.EventId, speaker.Name, speaker.Work, speaker.Organisation, speaker.About, speaker.ConsentOn });

    /// <summary>Changes a speaker; false when somebody was quicker.</summary>
    public static Task<bool> Update(UnitOfWork work, Speaker speaker, int version) =>
        work.Guarded(
            """
            UPDATE EventSpeaker
            SET Name = @Name, Work = @Work, Organisation = @Organisation, About = @About, ConsentOn = @ConsentOn, Version = Version + 1
            WHERE Id = @Id AND EventId = @EventId AND Version = @version
            """,
            new { speaker.Id, speaker.EventId, speaker.Name, speaker.Work, speaker.Organisation, speaker.About, speaker.ConsentOn, version });

    /// <summary>Removes a speaker from the event and its agenda; false when they are gone.</summary>
    public static async Task<bool> RemoveSpeaker(UnitOfWork work, long gathering, long id)
    {
        await work.Execute("DELETE FROM AgendaSpeaker WHERE SpeakerId IN (SELECT s.Id FROM EventSpeaker s WHERE s.Id = @id AND s.EventId = @gathering)", new { id, gathering });
        return await work.Guarded("DELETE FROM EventSpeaker WHERE Id = @id AND EventId = @gathering", new { id, gathering });
    }

    /// <summary>Copies agenda and speakers to another event, at other times; who speaks has to agree anew.</summary>
    public static async Task Copy(UnitOfWork work, long from, long to, Func<DateTimeOffset, DateTimeOffset> moved)
    {
        Dictionary<long, long> speakers = [];
        foreach (var speaker in await Speakers(work, from))
        {
            speakers[speaker.Id] = work.NewId();
            await Insert(work, speaker with { Id = speakers[speaker.Id], EventId = to, ConsentOn = null });
        }

        var speaking = (await Speaking(work, from)).ToLookup(one => one.ItemId, one => speakers[one.SpeakerId]);
        foreach (var item in await Items(work, from))
        {
            var copy = item with { Id = work.NewId(), EventId = to, StartsAt = moved(item.StartsAt), EndsAt = moved(item.EndsAt), JoinLink = null };
            await Insert(work, copy);
            await PutSpeaking(work, copy, [.. speaking[item.Id]]);
        }
    }
}
