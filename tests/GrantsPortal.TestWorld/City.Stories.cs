using GrantsPortal.Partnerships.Partners;
using GrantsPortal.Platform.Database;
using Microsoft.Extensions.DependencyInjection;

namespace GrantsPortal.TestWorld;

public sealed partial class City
{
    /// <summary>Modules that have something to tell of a partner, by the names of what they register for it.</summary>
    public async Task<IReadOnlyList<string>> Tellers(long partner)
    {
        List<string> told = [];
        foreach (var (name, read) in Parts(partner))
        {
            told.AddRange((await read(null, 1)).Count > 0 ? [name] : []);
        }

        return told;
    }

    /// <summary>Parts of a partner's story, and of its documents, that leave something out or show it twice when they are read one by one, each before the one that came last.</summary>
    public async Task<IReadOnlyList<string>> BrokenStories(long partner)
    {
        List<string> broken = [];
        foreach (var (name, read) in Parts(partner))
        {
            var all = (await read(null, 500)).Distinct().ToList();
            List<DateTimeOffset> found = [];
            for (var next = await read(null, 1); next is [var at] && found.Count <= all.Count; next = await read(at, 1))
            {
                found.Add(at);
            }

            broken.AddRange(found.SequenceEqual(all) && all.SequenceEqual(all.OrderDescending()) ? [] : [$"{name}: {found.Count} of {all.Count}"]);
        }

        return broken;
    }

    private IEnumerable<(string Name, Func<DateTimeOffset?, int, Task<IReadOnlyList<DateTimeOffset>>> Read)> Parts(long partner) =>
    [
        .. Portal.Services.GetServices<IPartnerStory>().Select(story => (story.GetType().Name, Read<StoryLine>((work, before, take) => story.Of(work, partner, before, take), line => line.At))),
        .. Portal.Services.GetServices<IPartnerDocuments>().Select(documents => (documents.GetType().Name + " (documents)", Read<PartnerDocument>((work, before, take) => documents.Of(work, partner, before, take), document => document.At))),
    ];

    private Func<DateTimeOffset?, int, Task<IReadOnlyList<DateTimeOffset>>> Read<T>(Func<UnitOfWork, DateTimeOffset?, int, Task<IReadOnlyList<T>>> read, Func<T, DateTimeOffset> at) =>
        async (before, take) => [.. (await Read(work => read(work, before, take))).Select(at)];
}
