using GrantsPortal.Applications;
using GrantsPortal.Applications.Drafting;
using GrantsPortal.Applications.Submitting;
using GrantsPortal.Organisations;
using Xunit;
using static GrantsPortal.Database.Tests.Applications.ApplicationWorld;

namespace GrantsPortal.Database.Tests.Applications;

public sealed class SubmittingTests : IDisposable
{
    private readonly ApplicationWorld _world = new();

    private SubmissionDesk Desk => _world.Get<SubmissionDesk>();

    public void Dispose() => _world.Dispose();

    [Fact]
    public async Task What_is_submitted_is_kept_with_the_hash_of_every_answer_and_document()
    {
        var (call, organisation, person) = await _world.Begin();

        var application = await _world.City.Submitted(call, organisation, person, 250_000);

        var submission = await _world.City.Read(work => ApplicationRepository.Submission(work, application.Id, 1));
        Assert.Equal(ApplicationState.Submitted, application.State);
        Assert.Equal(250_000, application.AskedMinor);
        Assert.Equal(Submission.HashOf(submission!.Content), application.SubmittedHash);
        var content = submission.Read();
        Assert.Equal(11, content.Answers.Count);
        Assert.Equal(64, Assert.Single(content.Documents).Sha256.Length);
        Assert.Equal(organisation.Name, content.Organisation!.Name);
        var receipt = Assert.Single(await _world.City.MailTo(person.Email), mail => mail.Template == "ApplicationReceived");
        Assert.Contains(application.SubmittedHash!, receipt.TextBody, StringComparison.Ordinal);
        Assert.Contains(application.Reference, receipt.Subject, StringComparison.Ordinal);
        Assert.DoesNotContain("cook and eat", receipt.TextBody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_request_that_reached_the_server_at_the_deadline_is_accepted_minutes_later_and_one_after_it_is_not()
    {
        var (call, organisation, person) = await _world.Begin();
        var draft = await _world.City.Answered(call, await _world.City.Draft(call, organisation, person), person);
        _world.City.Portal.Clock.SetUtcNow(call.ClosesAt!.Value.AddMinutes(3));

        var late = await Desk.Submit(As(person), draft.Reference, call.ClosesAt.Value.AddTicks(1));
        var inTime = await Desk.Submit(As(person), draft.Reference, call.ClosesAt.Value);

        Assert.Equal(["application.deadline-passed"], late.Refusals.Select(refusal => refusal.Code));
        Assert.True(inTime.Done);
        Assert.Equal(call.ClosesAt, inTime.Value.ReceivedAt);
    }

    [Fact]
    public async Task Every_reason_against_submitting_is_given_at_once_and_nothing_changes()
    {
        var (call, _, person) = await _world.Begin();
        var unconfirmed = await _world.Unconfirmed();
        var draft = await _world.City.Draft(call, null, unconfirmed);

        var refused = await Desk.Submit(As(unconfirmed), draft.Reference, call.ClosesAt!.Value.AddSeconds(1));
        var stranger = await Desk.Submit(As(person), draft.Reference, _world.City.Now);

        Assert.Equal(["application.deadline-passed", "application.no-organisation", "application.email-unconfirmed", "application.incomplete"], refused.Refusals.Select(refusal => refusal.Code));
        Assert.Equal(["application.not-found"], stranger.Refusals.Select(refusal => refusal.Code));
        Assert.Equal(draft, await _world.City.Read(work => ApplicationRepository.Find(work, draft.Id)));
        Assert.DoesNotContain(await _world.City.MailTo(unconfirmed.Email), mail => mail.Template == "ApplicationReceived");
    }

    [Theory]
    [InlineData(49_999, "application.asked-too-little")]
    [InlineData(2_000_001, "application.asked-too-much")]
    public async Task An_amount_outside_the_calls_limits_is_refused(long asked, string code)
    {
        var (call, organisation, person) = await _world.Begin();
        var draft = await _world.City.Answered(call, await _world.City.Draft(call, organisation, person), person, asked);

        var refused = await Desk.Submit(As(person), draft.Reference, _world.City.Now);

        Assert.Contains(refused.Refusals, refusal => refusal.Code == code);
    }

    [Fact]
    public async Task An_editor_submits_what_an_owner_began_and_a_viewer_does_not()
    {
        var (call, organisation, owner) = await _world.Begin();
        var (editor, viewer) = (await _world.City.Person("Editor"), await _world.City.Person("Viewer"));
        await _world.Join(organisation, editor, MemberRole.Editor);
        await _world.Join(organisation, viewer, MemberRole.Viewer);
        var draft = await _world.City.Answered(call, await _world.City.Draft(call, organisation, owner), owner);

        var refused = await Desk.Submit(As(viewer), draft.Reference, _world.City.Now);
        var done = await Desk.Submit(As(editor), draft.Reference, _world.City.Now);

        Assert.Equal(["application.viewer-may-not"], refused.Refusals.Select(refusal => refusal.Code));
        Assert.True(done.Done);
        Assert.Single(await _world.City.MailTo(viewer.Email), mail => mail.Template == "ApplicationReceived");
        Assert.Single(await _world.City.MailTo(owner.Email), mail => mail.Template == "ApplicationReceived");
    }

    [Fact]
    public async Task Of_many_submits_at_once_one_is_kept()
    {
        var (call, organisation, person) = await _world.Begin();
        var draft = await _world.City.Answered(call, await _world.City.Draft(call, organisation, person), person);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => Task.Run(() => Desk.Submit(As(person), draft.Reference, _world.City.Now))));

        Assert.Single(outcomes, outcome => outcome.Done);
        Assert.Equal(1, await Submissions(draft.Id));
        Assert.Single(await _world.City.MailTo(person.Email), mail => mail.Template == "ApplicationReceived");
    }

    [Fact]
    public async Task Two_that_saw_the_same_draft_cannot_both_move_it()
    {
        Assert.Equal(1, await Winners(async (work, application) => (await ApplicationRepository.Move(work, application, ApplicationStates.Submit)).Done));
    }

    [Fact]
    public async Task Without_the_guard_both_would()
    {
        Assert.Equal(2, await Winners((work, application) => work.Guarded("UPDATE Application SET State = 'Submitted', Version = Version + 1 WHERE Id = @id", new { id = application.Id })));
    }

    [Fact]
    public async Task Withdrawing_is_possible_once_and_everybody_is_told()
    {
        var (call, organisation, person) = await _world.Begin();
        var application = await _world.City.Submitted(call, organisation, person);

        Assert.True((await Desk.Withdraw(As(person), application.Reference)).Done);
        var again = await Desk.Withdraw(As(person), application.Reference);

        Assert.Equal("state.not-from-here", Assert.Single(again.Refusals).Code);
        Assert.Equal(["ApplicationReceived", "ApplicationWithdrawn"], (await _world.City.MailTo(person.Email)).Select(mail => mail.Template).Where(name => name.StartsWith("Application", StringComparison.Ordinal)));
    }

    private async Task<int> Winners(Func<Platform.Database.UnitOfWork, Application, Task<bool>> move)
    {
        var (call, organisation, person) = await _world.Begin();
        var seen = await _world.City.Draft(call, organisation, person);
        var won = 0;
        for (var i = 0; i < 2; i++)
        {
            won += await _world.City.Write(As(person), work => move(work, seen)) ? 1 : 0;
        }

        return won;
    }

    private Task<long> Submissions(long application) =>
        _world.City.Read(work => work.Scalar<long>("SELECT COUNT(*) FROM Submission WHERE ApplicationId = @application", new { application }));
}
