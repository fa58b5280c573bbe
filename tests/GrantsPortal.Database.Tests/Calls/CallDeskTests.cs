using GrantsPortal.Calls;
using GrantsPortal.Platform;
using GrantsPortal.TestWorld;
using Xunit;

namespace GrantsPortal.Database.Tests.Calls;

public sealed class CallDeskTests : IDisposable
{
    private readonly City _city = new();

    private CallDesk Desk => _city.Portal.Get<CallDesk>();

    public void Dispose() => _city.Dispose();

    [Fact]
    public async Task A_published_call_is_open_until_its_deadline_and_closed_after()
    {
        var call = await _city.OpenCall();

        Assert.Equal(CallState.Open, call.StateAt(_city.Now));
        Assert.Equal(CallState.Open, call.StateAt(call.ClosesAt!.Value));
        Assert.Equal(CallState.Closed, call.StateAt(call.ClosesAt.Value.AddTicks(1)));
        Assert.Equal((1, 1), (call.FormVersion, call.RubricVersion));
        Assert.Contains(call, await _city.Read(work => CallRepository.Open(work, _city.Now)));
    }

    [Fact]
    public async Task A_call_published_for_a_later_time_is_scheduled_and_opens_by_the_clock()
    {
        var draft = await _city.DraftCall();
        var call = (await Desk.Publish(await _city.Officer(), draft.Id, draft.Version, _city.Now.AddDays(2))).Value;

        Assert.Equal(CallState.Scheduled, call.StateAt(_city.Now));
        Assert.Equal(CallState.Open, call.StateAt(_city.Now.AddDays(2)));
        Assert.Empty(await _city.Read(work => CallRepository.Open(work, _city.Now)));
        Assert.Contains(call, await _city.Read(work => CallRepository.Upcoming(work, _city.Now)));
    }

    [Fact]
    public async Task An_empty_draft_is_not_published_and_says_everything_that_is_missing()
    {
        var call = (await Desk.Create(await _city.Officer(), new NewCall("Bare", (await _city.Fund()).Id))).Value;

        var refused = await Desk.Publish(await _city.Officer(), call.Id, call.Version);

        Assert.Equal(["ready.budget", "ready.closes", "ready.decision-by", "ready.description", "ready.summary"], refused.Refusals.Select(r => r.Code).Order());
        Assert.Equal(CallStage.Draft, (await _city.Again(call)).Stage);
    }

    [Fact]
    public async Task Nobody_but_an_officer_changes_a_call()
    {
        var call = await _city.DraftCall();
        var reviewer = new Actor((await _city.Officer()).Person, "Rita", new HashSet<string> { Roles.Reviewer });

        Assert.Equal("call.not-officer", (await Desk.Publish(reviewer, call.Id, call.Version)).Refusals.Single().Code);
        Assert.Equal(call, await _city.Again(call));
        Assert.True((await Desk.Publish(await _city.Officer(), call.Id, call.Version)).Done);
    }

    [Fact]
    public async Task Of_two_officers_who_edit_the_same_call_the_second_is_told()
    {
        var call = await _city.DraftCall();
        var texts = new CallTexts { Title = "Mine", Summary = "Mine", Description = "Mine" };
        Assert.True((await Desk.EditTexts(await _city.Officer(), call.Id, call.Version, texts)).Done);

        var second = await Desk.EditTexts(await _city.Officer(), call.Id, call.Version, texts with { Title = "Other" });

        Assert.Equal("call.changed-meanwhile", second.Refusals.Single().Code);
        Assert.Equal("Mine", (await _city.Again(call)).Title);
    }

    [Fact]
    public async Task A_copy_takes_over_texts_form_and_rubric_but_no_dates()
    {
        var model = await _city.OpenCall("First round");
        var copy = (await Desk.Create(await _city.Officer(), new NewCall("Second round", model.ProgrammeId, model.Id))).Value;

        copy = await _city.Again(copy);
        Assert.Equal(("Second round", model.Summary, model.BudgetMinor), (copy.Title, copy.Summary, copy.BudgetMinor));
        Assert.Equal((null, null, null, 0), (copy.OpensAt, copy.ClosesAt, copy.DecisionBy, copy.FormVersion));
        var forms = await _city.Read(async work => (await CallRepository.NewestForm(work, model.Id), await CallRepository.NewestForm(work, copy.Id)));
        Assert.Equal(forms.Item1.Definition, forms.Item2.Definition);
        Assert.Null(forms.Item2.PublishedAt);
    }

    [Fact]
    public async Task A_draft_that_was_never_published_can_be_deleted_and_a_published_call_cannot()
    {
        var (draft, open) = (await _city.DraftCall("Draft"), await _city.OpenCall("Open"));

        Assert.True((await Desk.Delete(await _city.Officer(), draft.Id, draft.Version)).Done);
        Assert.Equal("call.delete-published", (await Desk.Delete(await _city.Officer(), open.Id, open.Version)).Refusals.Single().Code);
        Assert.Null(await _city.Read(work => CallRepository.Find(work, draft.Id)));
        Assert.NotNull(await _city.Read(work => CallRepository.Find(work, open.Id)));
    }
}
