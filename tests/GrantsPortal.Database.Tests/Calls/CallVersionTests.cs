using CsCheck;
using GrantsPortal.Calls;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Checks;
using GrantsPortal.Platform.Text;
using GrantsPortal.TestWorld;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace GrantsPortal.Database.Tests.Calls;

public sealed class CallVersionTests : IDisposable
{
    private readonly City _city = new();

    private CallFormDesk Forms => _city.Portal.Get<CallFormDesk>();

    public void Dispose() => _city.Dispose();

    [Fact]
    public async Task Editing_the_form_of_a_published_call_leaves_what_applicants_see_until_it_is_published()
    {
        var call = await _city.OpenCall();
        var officer = await _city.Officer();
        var seen = await Form(call, 1);

        Assert.True((await Forms.Change(officer, call.Id, Longer)).Done);
        Assert.Equal(1, (await _city.Again(call)).FormVersion);
        var draft = await _city.Read(work => CallRepository.NewestForm(work, call.Id));
        Assert.Equal((2, null), (draft.Version, draft.PublishedAt));

        Assert.True((await Forms.Publish(officer, call.Id, draft.EditVersion)).Done);
        Assert.Equal(2, (await _city.Again(call)).FormVersion);
        Assert.Equal(seen.Definition, (await Form(call, 1)).Definition);
    }

    [Fact]
    public async Task A_change_can_be_dropped_and_one_that_breaks_the_form_is_not_published()
    {
        var call = await _city.OpenCall();
        var officer = await _city.Officer();
        Assert.True((await Forms.Change(officer, call.Id, form => FormEdits.RemoveQuestion(form, "amount"))).Done);
        var draft = await _city.Read(work => CallRepository.NewestForm(work, call.Id));

        Assert.Equal("form.amount-question", (await Forms.Publish(officer, call.Id, draft.EditVersion)).Refusals.Single().Code);
        Assert.True((await Forms.Discard(officer, call.Id, draft.EditVersion)).Done);
        Assert.Equal(1, (await _city.Read(work => CallRepository.NewestForm(work, call.Id))).Version);
    }

    [Fact]
    public async Task The_form_is_fixed_once_the_call_has_closed_and_the_rubric_until_the_decision_is_not()
    {
        var call = await _city.OpenCall();
        await _city.Close(call);

        Assert.Equal("call.form-fixed", (await Forms.Change(await _city.Officer(), call.Id, Longer)).Refusals.Single().Code);
        var rubrics = _city.Portal.Get<CallRubricDesk>();
        Assert.True((await rubrics.Change(await _city.Officer(), call.Id, rubric => FormEdits.MoveCriterion(rubric, "need", 1))).Done);
        var draft = await _city.Read(work => CallRepository.NewestRubric(work, call.Id));
        Assert.True((await rubrics.Publish(await _city.Officer(), call.Id, draft.EditVersion)).Done);
        Assert.Equal(2, (await _city.Again(call)).RubricVersion);
    }

    [Fact]
    public async Task Verify_names_a_published_form_that_was_changed_behind_its_back()
    {
        var call = await _city.OpenCall();
        Assert.Empty(await Broken());

        await _city.Write(Actor.System, work => work.Execute("UPDATE CallForm SET Definition = '{}' WHERE CallId = @Id", new { call.Id }));

        Assert.Contains(await Broken(), sentence => sentence.Contains(call.Slug, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Whatever_officers_try_a_call_stays_on_its_lines_and_published_versions_never_change()
    {
        var officer = await _city.Officer();
        var tries = Gen.Int[0, 8].Array[5, 14].Array[6].Single();
        foreach (var acts in tries)
        {
            var call = await _city.DraftCall();
            var published = new Dictionary<int, string>();
            foreach (var act in acts)
            {
                var before = await _city.Read(work => CallRepository.Find(work, call.Id));
                await Try(act, officer, call);
                var after = await _city.Read(work => CallRepository.Find(work, call.Id));
                if (before is null || after is null)
                {
                    Assert.True(before?.Stage is null or CallStage.Draft, "Only a draft can go.");
                    break;
                }

                Assert.True(Follows(before.StateAt(_city.Now), after.StateAt(_city.Now)), $"{act}: {before.StateAt(_city.Now)} became {after.StateAt(_city.Now)}");
                Assert.True(after.ClosesAt >= before.ClosesAt || before.Stage == CallStage.Draft, "A deadline came nearer.");
                for (var version = 1; version <= after.FormVersion; version++)
                {
                    var definition = (await Form(call, version)).Definition;
                    Assert.Equal(published.TryAdd(version, definition) ? definition : published[version], definition);
                }
            }
        }

        Assert.Empty(await Broken());
    }

    private static bool Follows(CallState from, CallState to) =>
        CallStates.LeadsByClock(from, to) || CallStates.Table.From(from).Any(line => line.Who != CallStates.Clock && CallStates.LeadsByClock(line.To, to));

    private async Task Try(int act, Actor officer, Call call)
    {
        var desk = _city.Portal.Get<CallDesk>();
        var now = await _city.Read(work => CallRepository.Find(work, call.Id));
        var version = now?.Version ?? 0;
        var closes = now?.ClosesAt ?? _city.Now;
        _ = act switch
        {
            0 => (await desk.Publish(officer, call.Id, version)).Done,
            1 => (await desk.Publish(officer, call.Id, version, _city.Now.AddDays(1))).Done,
            2 => (await desk.Extend(officer, call.Id, version, closes.AddDays(1), "More time")).Done,
            3 => (await desk.Archive(officer, call.Id, version)).Done,
            4 => (await Forms.Change(officer, call.Id, Longer)).Done,
            5 => (await Forms.Publish(officer, call.Id, (await Newest(call))?.EditVersion ?? 0)).Done,
            6 => await _city.Write(officer, async work => now is not null && (await CallDesk.Decide(work, now)).Done),
            7 => (await desk.EditDates(officer, call.Id, version, new CallDates(now?.OpensAt, closes.AddDays(-1), now?.DecisionBy, 2, null))).Done,
            _ => Pass(TimeSpan.FromDays(5)),
        };
    }

    private bool Pass(TimeSpan time)
    {
        _city.Portal.Clock.Advance(time);
        return true;
    }

    private async Task<CallForm?> Newest(Call call) =>
        await _city.Read(work => CallRepository.Find(work, call.Id)) is null ? null : await _city.Read(work => CallRepository.NewestForm(work, call.Id));

    private static Outcome<FormDefinition> Longer(FormDefinition form) =>
        FormEdits.PutQuestion(form, form.Sections[0].Key, null, new Question { Kind = QuestionKind.ShortText, Label = Words.Of("Where?"), Required = false });

    private async Task<CallForm> Form(Call call, int version) => (await _city.Read(work => CallRepository.Form(work, call.Id, version)))!;

    private async Task<IReadOnlyList<string>> Broken()
    {
        var broken = new List<string>();
        foreach (var invariant in _city.Portal.Services.GetServices<IInvariant>())
        {
            broken.AddRange(await _city.Read(invariant.Check));
        }

        return broken;
    }
}
