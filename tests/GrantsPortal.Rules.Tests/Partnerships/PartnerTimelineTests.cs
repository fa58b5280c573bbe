using CsCheck;
using GrantsPortal.Partnerships.Access;
using GrantsPortal.Partnerships.Partners;
using GrantsPortal.Platform.Database;
using Xunit;

namespace GrantsPortal.Rules.Tests.Partnerships;

public sealed class PartnerTimelineTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 9, 0, 0, TimeSpan.Zero);
    private static readonly PartnerReading Reading = new(1, PartnerEyes.Administrator, new Dictionary<PartnerField, PartnerEyes>());

    [Fact]
    public void Going_back_page_by_page_shows_every_line_that_may_be_read_once_and_the_latest_first_whatever_each_module_holds() =>
        Gen.Select(Gen.Int[0, 40], Gen.Bool, (minute, seen) => (minute, seen)).Array[0, 60].Array[1, 4].Sample(modules =>
        {
            var stories = modules.Select((lines, module) => new Told([.. lines.Select((line, index) =>
                new StoryLine(Start.AddMinutes(line.minute), $"{module}.{index}", [], null, line.seen ? PartnerField.Funding : PartnerField.TrustNote))])).ToList();
            var timeline = new PartnerTimeline(stories, []);
            var read = new List<StoryLine>();
            DateTimeOffset? before = null;
            var pages = 0;
            do
            {
                var (lines, next) = timeline.Of(null!, Reading, before, 5).GetAwaiter().GetResult();
                read.AddRange(lines);
                Assert.True(before is null || next is null || next < before, "a page that leads nowhere");
                before = next;
            }
            while (before is not null && ++pages < 200);

            Assert.Equal(read.Select(line => line.At).OrderDescending(), read.Select(line => line.At));
            Assert.Equal(
                stories.SelectMany(story => story.Lines).Where(line => line.Field == PartnerField.Funding).Select(line => line.Sentence).Order(StringComparer.Ordinal),
                read.Select(line => line.Sentence).Order(StringComparer.Ordinal));
        }, iter: 100);

    [Fact]
    public async Task Who_may_not_read_a_line_reads_what_it_says_otherwise_and_nothing_where_it_says_nothing()
    {
        var bare = new StoryLine(Start, "{0} met them", [], null, PartnerField.Engagements);
        var timeline = new PartnerTimeline([new Told([bare with { Sentence = "{0} met them: what was said", Field = PartnerField.EngagementWords, Otherwise = bare }, bare with { Field = PartnerField.TrustNote }])], []);
        var administrator = await timeline.Of(null!, Reading, null, 5);
        var officer = await timeline.Of(null!, Reading with { Eyes = PartnerEyes.ProgrammeOfficer }, null, 5);
        Assert.Equal(["{0} met them"], administrator.Lines.Select(line => line.Sentence));
        Assert.Equal(["{0} met them: what was said"], officer.Lines.Select(line => line.Sentence));
    }

    private sealed class Told(IReadOnlyList<StoryLine> lines) : IPartnerStory
    {
        public IReadOnlyList<StoryLine> Lines => lines;

        public Task<IReadOnlyList<StoryLine>> Of(UnitOfWork work, long organisation, DateTimeOffset? before, int take) =>
            Task.FromResult<IReadOnlyList<StoryLine>>([.. lines.Where(line => before is null || line.At < before).OrderByDescending(line => line.At).Take(take)]);
    }
}
