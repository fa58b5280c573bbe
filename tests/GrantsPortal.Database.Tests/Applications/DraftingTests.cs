using GrantsPortal.Applications;
using GrantsPortal.Applications.Deadlines;
using GrantsPortal.Applications.Drafting;
using GrantsPortal.Applications.Submitting;
using GrantsPortal.Calls;
using GrantsPortal.Organisations;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Checks;
using GrantsPortal.Platform.Text;
using Xunit;
using static GrantsPortal.Database.Tests.Applications.ApplicationWorld;

namespace GrantsPortal.Database.Tests.Applications;

public sealed class DraftingTests : IDisposable
{
    private readonly ApplicationWorld _world = new();

    private AnswerDesk Desk => _world.Get<AnswerDesk>();

    public void Dispose() => _world.Dispose();

    [Fact]
    public async Task Two_people_who_write_different_answers_never_meet()
    {
        var (call, organisation, amina) = await _world.Begin();
        var bo = await _world.City.Person("Bo");
        await _world.Join(organisation, bo, MemberRole.Editor);
        var draft = await _world.City.Draft(call, organisation, amina);

        // Both pages were made before either was saved, and each sends every answer of the section.
        var first = await Desk.Save(As(amina), draft.Reference, [new("title", "Bread", 0, AnswerDesk.MarkOf("")), new("story", "", 0, AnswerDesk.MarkOf(""))]);
        var second = await Desk.Save(As(bo), draft.Reference, [new("title", "", 0, AnswerDesk.MarkOf("")), new("story", "We bake.", 0, AnswerDesk.MarkOf(""))]);

        Assert.Empty(first.Value.Clashes);
        Assert.Empty(second.Value.Clashes);
        Assert.Equal(("Bread", "We bake."), (second.Value.Draft.Values["title"], second.Value.Draft.Values["story"]));
    }

    [Fact]
    public async Task Two_people_who_write_the_same_answer_see_both_and_neither_is_lost()
    {
        var (call, organisation, amina) = await _world.Begin();
        var bo = await _world.City.Person("Bo");
        await _world.Join(organisation, bo, MemberRole.Editor);
        var draft = await _world.City.Draft(call, organisation, amina);
        await Desk.Save(As(amina), draft.Reference, [new("story", "We bake.", 0, AnswerDesk.MarkOf(""))]);

        var clash = Assert.Single((await Desk.Save(As(bo), draft.Reference, [new("story", "We cook.", 0, AnswerDesk.MarkOf(""))])).Value.Clashes);
        Assert.Equal(("We cook.", "We bake.", amina.Name), (clash.Mine, clash.Theirs.Value, clash.Theirs.SavedByName));
        Assert.Equal("We bake.", Assert.Single(await Answers(draft)).Value);

        var kept = await Desk.Save(As(bo), draft.Reference, [new("story", "We cook.", clash.Theirs.Version, null)]);

        Assert.Empty(kept.Value.Clashes);
        Assert.Equal("We cook.", Assert.Single(await Answers(draft)).Value);
        Assert.Equal("We bake.", Assert.Single(await _world.City.Read(work => ApplicationRepository.EarlierOf(work, draft.Id))).Value);
    }

    [Fact]
    public async Task Knowing_a_reference_gives_nothing_and_leaving_the_organisation_takes_it_away()
    {
        var (call, organisation, amina) = await _world.Begin();
        var stranger = await _world.City.Person("Stranger");
        var draft = await _world.City.Draft(call, organisation, amina);

        var refused = await Desk.Save(As(stranger), draft.Reference, [new("title", "Mine now", 0, null)]);
        await _world.City.Write(As(amina), work => work.Execute("DELETE FROM Membership WHERE PersonId = @id", new { id = amina.Id }));
        var gone = await Desk.Save(As(amina), draft.Reference, [new("title", "Still mine", 0, null)]);

        Assert.Equal(["application.not-found"], refused.Refusals.Select(refusal => refusal.Code));
        Assert.Equal(["application.not-found"], gone.Refusals.Select(refusal => refusal.Code));
        Assert.Empty(await Answers(draft));
    }

    [Fact]
    public async Task A_draft_of_nobody_but_its_writer_is_theirs_and_then_the_organisations()
    {
        var (call, organisation, amina) = await _world.Begin();
        var bo = await _world.City.Person("Bo");
        await _world.Join(organisation, bo, MemberRole.Viewer);
        var draft = await _world.City.Draft(call, null, amina);

        Assert.Null(await Seen(draft, bo));
        Assert.True((await _world.Get<DraftDesk>().Attach(As(amina), draft.Reference, organisation.Id)).Done);
        Assert.NotNull(await Seen(draft, bo));
        Assert.Equal(["application.viewer-may-not"], (await Desk.Save(As(bo), draft.Reference, [new("title", "x", 0, null)])).Refusals.Select(refusal => refusal.Code));
    }

    [Fact]
    public async Task What_cannot_be_read_is_kept_as_typed_and_nothing_is_cut()
    {
        var (call, organisation, amina) = await _world.Begin();
        var draft = await _world.City.Draft(call, organisation, amina);
        var story = string.Join(' ', Enumerable.Repeat("word", 40));

        var saved = await Desk.Save(As(amina), draft.Reference,
            [new("story", story, 0, null), new("starts", GrantsPortal.Applications.Answers.OfDate("31", "2", "2027"), 0, null), new("asked", "a lot", 0, null)]);

        Assert.Equal(story, saved.Value.Draft.Values["story"]);
        Assert.Equal(("31", "2", "2027"), GrantsPortal.Applications.Answers.DateBoxes(saved.Value.Draft.Values["starts"]));
        var why = saved.Value.Draft.Progress.SelectMany(section => section.Gaps).ToDictionary(gap => gap.Question.Key, gap => gap.Why.Code);
        Assert.Equal(("answer.too-many-words", "answer.not-date", "answer.not-amount"), (why["story"], why["starts"], why["asked"]));
    }

    [Fact]
    public async Task A_new_form_keeps_the_answers_tells_the_writers_and_has_to_be_taken_before_submitting()
    {
        var (call, organisation, amina) = await _world.Begin();
        var draft = await _world.City.Answered(call, await _world.City.Draft(call, organisation, amina), amina);
        var first = EveryKind.Sections[0];
        await _world.NewForm(call, EveryKind with
        {
            Sections = [first with { Questions = [.. first.Questions, new Question { Key = "risk", Kind = QuestionKind.ShortText, Label = Words.Of("What could go wrong?"), Required = false }] }, EveryKind.Sections[1]],
        });

        var refused = await _world.Get<SubmissionDesk>().Submit(As(amina), draft.Reference, _world.City.Now);
        Assert.Equal(["application.form-changed"], refused.Refusals.Select(refusal => refusal.Code));
        Assert.Single(await _world.City.MailTo(amina.Email), mail => mail.Template == "FormChangedNotice");
        Assert.True((await _world.Get<DraftDesk>().TakeNewForm(As(amina), draft.Reference)).Done);
        Assert.True((await _world.Get<SubmissionDesk>().Submit(As(amina), draft.Reference, _world.City.Now)).Done);
    }

    [Fact]
    public async Task Everybody_with_a_draft_is_told_of_more_time_once()
    {
        var (call, organisation, amina) = await _world.Begin();
        var bo = await _world.City.Person("Bo");
        await _world.City.Draft(call, organisation, amina);
        await _world.City.Draft(call, null, amina);

        var extended = await _world.Get<CallDesk>().Extend(await _world.City.Officer(), call.Id, call.Version, call.ClosesAt!.Value.AddDays(7), "A holiday fell into it");

        Assert.True(extended.Done);
        Assert.Single(await _world.City.MailTo(amina.Email), mail => mail.Template == "CallExtendedNotice");
        Assert.DoesNotContain(await _world.City.MailTo(bo.Email), mail => mail.Template == "CallExtendedNotice");
    }

    [Fact]
    public async Task A_draft_is_reminded_of_three_days_and_one_day_before_once_each()
    {
        var (call, organisation, amina) = await _world.Begin();
        await _world.City.Draft(call, organisation, amina);
        var job = _world.Get<IEnumerable<Platform.Jobs.IJob>>().OfType<DraftReminders>().Single();

        foreach (var left in new[] { 80.0, 71, 70, 23, 22, 0.1 })
        {
            _world.City.Portal.Clock.SetUtcNow(call.ClosesAt!.Value.AddHours(-left));
            await job.Run(default);
        }

        var subjects = (await _world.City.MailTo(amina.Email)).Where(mail => mail.Template == "DraftReminder").Select(mail => mail.Subject).ToList();
        Assert.Equal(2, subjects.Count);
        Assert.StartsWith("3 days left", subjects[0], StringComparison.Ordinal);
        Assert.StartsWith("One day left", subjects[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_invariants_hold_and_notice_an_altered_submission_and_an_altered_title()
    {
        var (call, organisation, amina) = await _world.Begin();
        var sent = await _world.City.Submitted(call, organisation, amina);
        var draft = await _world.City.Answered(call, await _world.City.Draft(call, organisation, amina), amina);
        Assert.Empty(await Broken());

        await _world.City.Write(Actor.System, work => work.Execute("UPDATE Submission SET Content = REPLACE(Content, 'Neighbours', 'Strangers') WHERE ApplicationId = @id", new { id = sent.Id }));
        await _world.City.Write(Actor.System, work => work.Execute("UPDATE Application SET AskedMinor = 1 WHERE Id = @id", new { id = draft.Id }));

        Assert.Equal(3, (await Broken()).Count);
    }

    private async Task<List<string>> Broken()
    {
        var wrong = new List<string>();
        foreach (var invariant in _world.Get<IEnumerable<IInvariant>>().Where(invariant => invariant is SubmissionsAreWhole or HeadlinesMatchAnswers))
        {
            wrong.AddRange(await _world.City.Read(invariant.Check));
        }

        return wrong;
    }

    private Task<IReadOnlyList<StoredAnswer>> Answers(Application draft) => _world.City.Read(work => ApplicationRepository.AnswersOf(work, draft.Id));

    private Task<Application?> Seen(Application draft, GrantsPortal.People.Person person) => _world.City.Read(work => ApplicationRepository.FindFor(work, draft.Reference, person.Id));
}
