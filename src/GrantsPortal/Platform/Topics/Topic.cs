using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Text;

namespace GrantsPortal.Platform.Topics;

/// <summary>What can be about a theme or a district.</summary>
public enum TopicSubject
{
    /// <summary>A call.</summary>
    Call,

    /// <summary>A training course.</summary>
    Course,

    /// <summary>An event.</summary>
    Event,
}

/// <summary>What a call, course or event is about, for those who search and follow.</summary>
/// <param name="Themes">Codes of themes (<see cref="PortalTheme"/>); none when it is for everybody.</param>
/// <param name="Districts">Names of districts; none when it is for the whole city.</param>
public sealed record Topic(IReadOnlyList<string> Themes, IReadOnlyList<string> Districts)
{
    /// <summary>For everybody, everywhere.</summary>
    public static Topic Everything { get; } = new([], []);
}

/// <summary>The topics of subjects.</summary>
public static class TopicRepository
{
    /// <summary>What one subject is about.</summary>
    public static async Task<Topic> Of(UnitOfWork work, TopicSubject kind, long subject) => (await Of(work, kind, [subject])).GetValueOrDefault(subject, Topic.Everything);

    /// <summary>What some subjects are about, by their ids; those that say nothing are left out.</summary>
    public static async Task<IReadOnlyDictionary<long, Topic>> Of(UnitOfWork work, TopicSubject kind, IReadOnlyCollection<long> subjects) =>
        subjects.Count == 0 ? new Dictionary<long, Topic>()
        : (await work.List<Row>("SELECT SubjectId, Themes, Districts FROM Topic WHERE SubjectKind = @kind AND SubjectId IN @subjects", new { kind, subjects }))
            .ToDictionary(row => row.SubjectId, row => new Topic(CodeList.Of(row.Themes), CodeList.Of(row.Districts)));

    /// <summary>Says what a subject is about, instead of what was said before.</summary>
    public static async Task Put(UnitOfWork work, TopicSubject kind, long subject, Topic topic)
    {
        var args = new { kind, subject, themes = CodeList.Kept(topic.Themes), districts = CodeList.Kept(topic.Districts) };
        if (await work.Execute("UPDATE Topic SET Themes = @themes, Districts = @districts WHERE SubjectKind = @kind AND SubjectId = @subject", args) == 0)
        {
            await work.Execute("INSERT INTO Topic (SubjectKind, SubjectId, Themes, Districts) VALUES (@kind, @subject, @themes, @districts)", args);
        }
    }

    private sealed class Row
    {
        public long SubjectId { get; init; }

        public string Themes { get; init; } = "";

        public string Districts { get; init; } = "";
    }
}
