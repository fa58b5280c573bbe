using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Jobs;
using GrantsPortal.TestWorld;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Xunit;

namespace GrantsPortal.Database.Tests.Foundations;

public sealed class JobTests : IDisposable
{
    private readonly City _city = new();

    public void Dispose() => _city.Dispose();

    [Fact]
    public async Task Two_instances_run_a_due_job_once()
    {
        var job = new Counted();
        var (first, second) = (Runner(job), Runner(job));

        await Task.WhenAll(Enumerable.Range(0, 6).Select(i => Task.Run(() => (i % 2 == 0 ? first : second).RunDue())));

        Assert.Equal(1, job.Runs);
        _city.Portal.Clock.Advance(TimeSpan.FromHours(1));
        await first.RunDue();
        Assert.Equal(2, job.Runs);
    }

    [Fact]
    public async Task A_job_whose_instance_died_is_taken_over_when_its_lease_ends()
    {
        var job = new Counted();
        await _city.Write(Actor.System, async work =>
        {
            await JobRepository.Know(work, job.Name, work.Now);
            return await JobRepository.Claim(work, job.Name, "dead", TimeSpan.FromMinutes(2));
        });
        var runner = Runner(job);

        await runner.RunDue();
        Assert.Equal(0, job.Runs);

        _city.Portal.Clock.Advance(TimeSpan.FromMinutes(3));
        await runner.RunDue();
        Assert.Equal(1, job.Runs);
    }

    [Fact]
    public async Task A_job_that_fails_says_why_and_is_tried_again_sooner()
    {
        var job = new Counted { Fault = new InvalidOperationException("The disk is full.") };
        var runner = Runner(job);

        await runner.RunDue();

        var run = (await _city.Read(JobRepository.All)).Single(one => one.Name == job.Name);
        Assert.Equal("The disk is full.", run.LastError);
        Assert.Equal(_city.Now.AddMinutes(10), run.NextDueAt);
        Assert.False(run.LateAt(_city.Now.AddMinutes(20)));
        Assert.True(run.LateAt(_city.Now.AddMinutes(21)));
    }

    private JobRunner Runner(IJob job) => new([job], _city.Portal.Get<PortalDatabase>(), Options.Create(new JobOptions()), NullLogger<JobRunner>.Instance);

    private sealed class Counted : IJob
    {
        private int _runs;

        public string Name => "test.counted";

        public TimeSpan Every => TimeSpan.FromHours(1);

        public int Runs => _runs;

        public Exception? Fault { get; init; }

        public async Task Run(CancellationToken cancel)
        {
            Interlocked.Increment(ref _runs);
            await Task.Yield();
            if (Fault is not null)
            {
                throw Fault;
            }
        }
    }
}
