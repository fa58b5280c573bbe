using CsCheck;
using GrantsPortal.Applications;
using GrantsPortal.Applications.Drafting;
using GrantsPortal.Applications.Intake;
using GrantsPortal.Applications.Submitting;
using GrantsPortal.Organisations;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Tasks;
using Xunit;
using static GrantsPortal.Database.Tests.Applications.ApplicationWorld;

namespace GrantsPortal.Database.Tests.Applications;

public sealed class IntakeTests : IDisposable
{
    private readonly ApplicationWorld _world = new();

    private IntakeDesk Desk => _world.Get<IntakeDesk>();

    public void Dispose() => _world.Dispose();

    [Fact]
    public async Task A_clarified_application_is_submitted_again_after_the_deadline_and_both_are_kept()
    {
        var (call, organisation, amina) = await _world.Begin();
        var officer = await _world.City.Officer();
        var sent = await _world.City.Submitted(call, organisation, amina, title: "First");
        _world.City.Portal.Clock.SetUtcNow(call.ClosesAt!.Value.AddDays(1));
        var due = _world.City.Now.AddDays(5);
        Assert.True((await Desk.Clarify(officer, sent.Reference, "Is the rent right?", due)).Done);

        await _world.Get<AnswerDesk>().Save(As(amina), sent.Reference, [new("title", "Second", 1, null)]);
        Assert.Equal("First", (await Again(sent)).Title);
        var late = await _world.Get<SubmissionDesk>().Submit(As(amina), sent.Reference, due.AddTicks(1));
        var again = await _world.Get<SubmissionDesk>().Submit(As(amina), sent.Reference, due);

        Assert.Equal(["application.clarification-late"], late.Refusals.Select(refusal => refusal.Code));
        Assert.Equal(2, again.Value.Number);
        var first = await _world.City.Read(work => SubmissionReader.Read(work, sent, 1));
        Assert.Equal(("First", "Second", ApplicationState.Submitted), (first!.Title, (await Again(sent)).Title, (await Again(sent)).State));
    }

    [Fact]
    public async Task Not_eligible_is_told_with_its_reason_but_not_by_e_mail_where_letters_stay_behind_sign_in()
    {
        var (call, organisation, amina) = await _world.Begin();
        var officer = await _world.City.Officer();
        var (open, private_) = (await _world.City.Submitted(call, organisation, amina), await _world.City.Submitted(call, organisation, amina));

        Assert.Equal(["application.reason-missing"], (await Desk.NotEligible(officer, open.Reference, " ")).Refusals.Select(refusal => refusal.Code));
        Assert.True((await Desk.NotEligible(officer, open.Reference, "Outside the city.")).Done);
        await _world.City.Write(officer, work => work.Execute("UPDATE Organisation SET LettersBy = 'SignIn' WHERE Id = @id", new { id = organisation.Id }));
        Assert.True((await Desk.NotEligible(officer, private_.Reference, "Outside the city.")).Done);

        var mails = (await _world.City.MailTo(amina.Email)).Where(mail => mail.Template == "ApplicationIneligible").ToList();
        Assert.Contains("Outside the city.", mails[0].TextBody, StringComparison.Ordinal);
        Assert.DoesNotContain("Outside the city.", mails[1].TextBody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_but_an_officer_of_no_concern_judges_and_an_auditor_changes_nothing()
    {
        var (call, organisation, amina) = await _world.Begin();
        var sent = await _world.City.Submitted(call, organisation, amina);

        foreach (var actor in new[] { As(amina), As(amina, Roles.Auditor), As(amina, Roles.Approver), As(amina, Roles.Administrator) })
        {
            Assert.Equal(["application.officers-only"], (await Desk.Eligible(actor, sent.Reference, null)).Refusals.Select(refusal => refusal.Code));
        }

        Assert.Equal(["application.own-organisation"], (await Desk.Eligible(As(amina, Roles.ProgrammeOfficer), sent.Reference, null)).Refusals.Select(refusal => refusal.Code));
        Assert.Equal(sent, await Again(sent));
        Assert.True((await Desk.Eligible(await _world.City.Officer(), sent.Reference, null)).Done);
    }

    [Fact]
    public async Task Several_are_found_eligible_all_or_none_and_nobody_chosen_means_nobody()
    {
        var (call, organisation, amina) = await _world.Begin();
        var officer = await _world.City.Officer();
        var (one, two) = (await _world.City.Submitted(call, organisation, amina), await _world.City.Submitted(call, organisation, amina));
        await _world.Get<SubmissionDesk>().Withdraw(As(amina), two.Reference);

        Assert.Equal(["application.nobody-chosen"], (await Desk.EligibleAll(officer, [], null)).Refusals.Select(refusal => refusal.Code));
        Assert.Equal(["state.not-from-here"], (await Desk.EligibleAll(officer, [one.Reference, two.Reference], null)).Refusals.Select(refusal => refusal.Code));
        Assert.Equal(ApplicationState.Submitted, (await Again(one)).State);
        Assert.Equal(1, (await Desk.EligibleAll(officer, [one.Reference, one.Reference], "Fits")).Value);
        Assert.Equal((ApplicationState.InReview, "Fits"), ((await Again(one)).State, (await Again(one)).EligibilityReason));
    }

    [Fact]
    public async Task Of_drafts_officers_learn_only_how_many_there_are_until_one_is_opened_to_them()
    {
        var (call, organisation, amina) = await _world.Begin();
        var draft = await _world.City.Answered(call, await _world.City.Draft(call, organisation, amina), amina, title: "Secret supper");
        var all = new IntakeFilter(null, null, null);

        Assert.Empty(await _world.City.Read(work => IntakeRepository.Rows(work, all, "en", null, 10)));
        Assert.Empty(await _world.City.Read(work => IntakeRepository.Rows(work, all with { Search = "riverside" }, "en", null, 10)));
        Assert.Empty(await _world.City.Read(work => IntakeRepository.Counts(work, all with { Search = "riverside" })));
        Assert.Equal(1, Assert.Single(await _world.City.Read(work => IntakeRepository.Counts(work, all))).Number);

        await _world.Get<DraftDesk>().LetLook(As(amina), draft.Reference, true);

        Assert.Equal(draft.Reference, Assert.Single(await _world.City.Read(work => IntakeRepository.Rows(work, all, "en", null, 10))).Reference);
        Assert.Empty(await _world.City.Read(work => IntakeRepository.Rows(work, all with { Officer = false }, "en", null, 10)));
    }

    [Fact]
    public async Task Tasks_name_drafts_questions_and_what_officers_have_to_judge()
    {
        var (call, organisation, amina) = await _world.Begin();
        var officer = await _world.City.Officer();
        await _world.City.Draft(call, organisation, amina);
        await _world.City.Submitted(call, organisation, amina);
        var asked = await _world.City.Submitted(call, organisation, amina);
        await Desk.Clarify(officer, asked.Reference, "Which room?", _world.City.Now.AddDays(3));

        var source = _world.Get<IEnumerable<ITaskSource>>().OfType<ApplicationTasks>().Single();
        var mine = await _world.City.Read(work => source.For(As(amina), work));
        var theirs = await _world.City.Read(work => source.For(officer, work));

        Assert.Equal([call.ClosesAt, _world.City.Now.AddDays(3)], mine.Select(line => line.Due));
        Assert.Equal(1, Assert.Single(theirs).Args[0]);
    }

    /// <summary>Random people press random buttons in a random order, at random instants.</summary>
    [Fact]
    public async Task No_sequence_of_requests_leaves_the_lines_of_the_table_and_a_refusal_changes_nothing()
    {
        var (call, organisation, owner) = await _world.Begin();
        var (viewer, stranger) = (await _world.City.Person("Viewer"), await _world.City.Person("Stranger"));
        await _world.Join(organisation, viewer, MemberRole.Viewer);
        Actor[] actors = [As(owner), As(owner), As(viewer), As(stranger), await _world.City.Officer(), await _world.City.Officer(), As(stranger, Roles.Auditor), As(stranger, Roles.Approver)];
        var (submissions, opens) = (_world.Get<SubmissionDesk>(), call.OpensAt!.Value);
        DateTimeOffset[] instants = [opens.AddDays(-1), opens.AddHours(1), opens.AddDays(3), call.ClosesAt!.Value, call.ClosesAt.Value.AddDays(3)];
        Func<Actor, string, DateTimeOffset, Task<IReadOnlyList<Refusal>>>[] acts =
        [
            async (actor, reference, at) => (await submissions.Submit(actor, reference, at)).Refusals,
            async (actor, reference, at) => (await submissions.Submit(actor, reference, at)).Refusals,
            async (actor, reference, _) => (await submissions.Withdraw(actor, reference)).Refusals,
            async (actor, reference, _) => (await Desk.Eligible(actor, reference, null)).Refusals,
            async (actor, reference, _) => (await Desk.NotEligible(actor, reference, "No")).Refusals,
            async (actor, reference, _) => (await Desk.Clarify(actor, reference, "What?", _world.City.Now.AddDays(1))).Refusals,
            async (actor, reference, _) => (await Desk.GoOn(actor, reference)).Refusals,
            async (actor, reference, _) => (await _world.Get<DraftDesk>().Attach(actor, reference, organisation.Id)).Refusals,
            async (actor, reference, _) => (await _world.Get<DraftDesk>().LetLook(actor, reference, true)).Refusals,
        ];
        var moves = 0;
        await Gen.Select(Gen.Int[0, actors.Length - 1], Gen.Int[0, acts.Length - 1], Gen.Int[0, instants.Length - 1]).Array[12].SampleAsync(
            async steps =>
            {
                var draft = await _world.City.Answered(call, await _world.City.Draft(call, organisation, owner), owner);
                foreach (var (who, what, when) in steps)
                {
                    var before = await Again(draft);
                    var refusals = await acts[what](actors[who], draft.Reference, instants[when]);
                    var after = await Again(draft);
                    Assert.True(refusals.Count == 0 || before == after, "A refusal changed something.");
                    Assert.True(before.State == after.State || ApplicationStates.Table.Lines.Any(line => line.From == before.State && line.To == after.State), $"{before.State} became {after.State}.");
                    moves += before.State == after.State ? 0 : 1;
                }
            },
            iter: 40,
            threads: 1);
        Assert.True(moves > 8, $"Only {moves} moves: the test tries too little.");
    }

    private async Task<Application> Again(Application application) => (await _world.City.Read(work => ApplicationRepository.Find(work, application.Id)))!;
}
