using GrantsPortal.Organisations;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Tasks;
using GrantsPortal.Web.Shared;
using GrantsPortal.Web.Shared.Languages;
using Microsoft.Extensions.Localization;

namespace GrantsPortal.Web.Organisations.My;

/// <summary>A thing to do, in the reader's words.</summary>
public sealed record MyTask(string What, string Path, DateTimeOffset? Due, string Hat);

/// <summary>Things to do that are due about the same time.</summary>
public sealed record MyTasks(string Heading, IReadOnlyList<MyTask> Tasks);

/// <summary>The page /my.</summary>
public sealed record MyView(IReadOnlyList<MyTasks> Groups, int Count, IReadOnlyList<MySection> Sections, bool HasOrganisation, bool IsStaff);

/// <summary>Gathers what needs a person over all roles and organisations.</summary>
public sealed class MyPage(PortalDatabase database, IEnumerable<ITaskSource> sources, IEnumerable<IMySection> sections, Written written, IStringLocalizer<Texts> texts, TimeProvider clock)
{
    private const int Most = 100;

    /// <summary>The page for a person, read in one snapshot.</summary>
    public async Task<MyView> Read(Actor actor)
    {
        await using var work = await database.Read();
        var lines = new List<TaskLine>();
        foreach (var source in sources)
        {
            lines.AddRange(await source.For(actor, work));
        }

        var shown = new List<MySection>();
        foreach (var section in sections.OrderBy(section => section.Order))
        {
            if (await section.Read(actor, work) is { } found)
            {
                shown.Add(found);
            }
        }

        var member = await OrganisationRepository.MembershipsOf(work, actor.Person);
        var tasks = lines.OrderBy(line => line.Due ?? DateTimeOffset.MaxValue).Take(Most)
            .Select(line => new MyTask(texts[line.What, [.. line.Args.Select(written.Out)]], line.Path, line.Due, texts[line.Hat])).ToList();
        return new MyView(Grouped(tasks), lines.Count, shown, member.Count > 0, actor.Is([.. Roles.Staff]));
    }

    private List<MyTasks> Grouped(List<MyTask> tasks)
    {
        var now = clock.GetUtcNow();
        return
        [
            .. tasks.GroupBy(task => task.Due switch
            {
                null => 3,
                { } due when due < now => 0,
                { } due when due < now.AddDays(7) => 1,
                _ => 2,
            })
            .OrderBy(group => group.Key)
            .Select(group => new MyTasks(texts[Heading(group.Key)], [.. group])),
        ];
    }

    private static string Heading(int group) => group switch
    {
        0 => "Overdue",
        1 => "Due within a week",
        2 => "Due later",
        _ => "When you can",
    };
}
