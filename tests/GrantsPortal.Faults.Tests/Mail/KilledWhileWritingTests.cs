using GrantsPortal.Platform;
using GrantsPortal.Platform.Mail;
using GrantsPortal.TestWorld;
using Xunit;

namespace GrantsPortal.Faults.Tests.Mail;

/// <summary>The portal is killed at any moment while a page's button does much at once: all of it is kept, or none.</summary>
public sealed class KilledWhileWritingTests : IDisposable
{
    private const int People = 150;
    private readonly City _city = new();

    public void Dispose() => _city.Dispose();

    [Fact]
    public async Task A_message_to_many_is_sent_to_all_of_them_or_to_none_and_never_twice()
    {
        var officer = await _city.Person("Olive Officer", Roles.ProgrammeOfficer);
        var id = await _city.Write(new Actor(officer.Id, officer.Name, new HashSet<string> { Roles.ProgrammeOfficer }), work => BulkMessageRepository.Insert(
            work,
            new BulkMessage { Audience = "applicants", AudienceAnswers = "{}", AudienceWords = "Applicants", Subject = "Evening", Body = "Come." },
            [.. Enumerable.Range(0, People).Select(i => new Recipient(null, $"person{i}@example.org", $"Person {i}", "en"))]));

        var kept = false;
        for (var kill = 0; kill < 4; kill++)
        {
            using var portal = await PortalProcess.Start(_city.Portal.Folder, ("Jobs:Enabled", "false"));
            using var visitor = portal.Visitor();
            await visitor.SignIn(officer);
            var page = await visitor.Open(PlatformRoutes.Message(id));
            var pressing = kept ? Task.CompletedTask : visitor.Send(page, $"Send it to {People} people");
            await Task.Delay(Random.Shared.Next(0, 120));
            portal.Kill();
            await Task.WhenAny(pressing);

            var (state, copies) = await Standing(id);
            Assert.False(kept && state == BulkState.Draft, "What was sent is a draft again.");
            Assert.Equal(state == BulkState.Sent ? People : 0, copies);
            kept = state == BulkState.Sent;
        }

        var verified = await PortalProcess.Verb(_city.Portal.Folder, ["verify"]);
        Assert.True(verified.ExitCode == 0, verified.Out + verified.Error);
    }

    private async Task<(BulkState State, int Copies)> Standing(long id) => await _city.Read(async work => (
        (await BulkMessageRepository.Find(work, id))!.State,
        (int)await work.Scalar<long>("SELECT COUNT(*) FROM OutboxMessage WHERE RelatedType = 'BulkMessage' AND RelatedId = @id", new { id })));
}
