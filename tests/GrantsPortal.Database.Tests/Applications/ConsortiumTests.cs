using GrantsPortal.Applications;
using GrantsPortal.Applications.Consortia;
using GrantsPortal.Applications.Drafting;
using GrantsPortal.Applications.Submitting;
using GrantsPortal.Calls;
using GrantsPortal.Networks.Graph;
using GrantsPortal.Organisations;
using GrantsPortal.People;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Reviews.Assignment;
using GrantsPortal.TestWorld;
using Xunit;

namespace GrantsPortal.Database.Tests.Applications;

public sealed class ConsortiumTests : IDisposable
{
    private readonly City _city = new();

    private ConsortiumDesk Desk => _city.Portal.Get<ConsortiumDesk>();

    public void Dispose() => _city.Dispose();

    [Fact]
    public async Task A_partner_is_asked_joins_is_frozen_into_what_is_sent_and_then_tied_to_the_applicant()
    {
        var (call, lead, amina) = await Begin();
        var hodan = await _city.Person("Hodan Abdi");
        var partner = await _city.Organisation("Harbour Somali Families", hodan);
        var draft = await _city.Answered(call, await _city.Draft(call, lead, amina), amina);

        var named = (await Desk.Name(City.Acting(amina), draft.Reference, new PartnerPlan(" harbour somali families ", "Interpreters", null))).Value;
        Assert.Equal((partner.Id, "Harbour Somali Families", ConsortiumState.Asked), (named.OrganisationId, named.Name, named.State));
        Assert.Single(await _city.MailTo(hodan.Email), mail => mail.Template == nameof(ConsortiumAsked));
        Assert.Null((await Desk.Name(City.Acting(amina), draft.Reference, new PartnerPlan("A choir of friends", "Songs", null))).Value.OrganisationId);

        // A stranger finds nothing to answer; an Owner of the partner does.
        Assert.Equal([ApplicationRefusals.NotFound], (await Desk.Answer(City.Acting(await _city.Person("Stranger")), named.Id, ConsortiumStates.Join)).Refusals);
        Assert.Equal(ConsortiumState.Joined, (await Desk.Answer(City.Acting(hodan), named.Id, ConsortiumStates.Join)).Value.State);
        Assert.Empty(await Ties());

        var sent = await Submit(draft, amina);
        var view = (await _city.Read(work => SubmissionReader.Read(work, sent, 1)))!;
        Assert.Equal([("Harbour Somali Families", PartnerStanding.Joined), ("A choir of friends", PartnerStanding.NamedOnly)], view.Partners.Select(one => (one.Name, one.Standing)));
        var tie = Assert.Single(await Ties());
        Assert.Equal(new[] { lead.Id, partner.Id }.Order(), [tie.LowId, tie.HighId]);

        Assert.Equal(["consortium.sent-already"], (await Desk.Answer(City.Acting(hodan), (await Asked(sent)).Id, ConsortiumStates.Join)).Refusals.Select(refusal => refusal.Code));
        Assert.True((await Desk.Answer(City.Acting(hodan), named.Id, ConsortiumStates.Leave)).Done);
        Assert.Empty(await Ties());
        Assert.Equal(PartnerStanding.Left, (await _city.Read(work => SubmissionReader.Read(work, sent, 1)))!.Partners[0].Standing);
        Assert.Equal(view.Hash, (await _city.Read(work => SubmissionReader.Read(work, sent, 1)))!.Hash);

        async Task<ConsortiumPartner> Asked(Application application) => (await _city.Read(work => ConsortiumRepository.Of(work, application.Id)))[0];
    }

    [Fact]
    public async Task Nobody_of_a_partner_that_joined_judges_the_application_and_one_that_was_only_named_bars_nobody()
    {
        var (call, lead, amina) = await Begin();
        var (joined, named) = (await _city.Person("Jo Joined", Roles.Reviewer), await _city.Person("Nell Named", Roles.Reviewer));
        var (first, second) = (await _city.Organisation("Quiet Room", await _city.Person("Owner One")), await _city.Organisation("Loud Room", await _city.Person("Owner Two")));
        await _city.Member(first, joined, MemberRole.Editor);
        await _city.Member(second, named, MemberRole.Editor);
        var draft = await _city.Answered(call, await _city.Draft(call, lead, amina), amina);
        var partner = (await Desk.Name(City.Acting(amina), draft.Reference, new PartnerPlan("Quiet Room", "A room", null))).Value;
        Assert.True((await Desk.Name(City.Acting(amina), draft.Reference, new PartnerPlan("Loud Room", "A room", null))).Done);
        Assert.True((await Desk.Answer(City.Acting(joined), partner.Id, ConsortiumStates.Join)).Done);
        var sent = await Submit(draft, amina);
        await _city.Eligible(sent);
        await _city.InPool(call.Id, joined, named);

        var officer = await _city.Officer();
        var refused = await _city.Portal.Get<AssignmentDesk>().Assign(officer, call.Id, [new(sent.Id, joined.Id)], null);
        Assert.Equal(["review.member-of-applicant"], refused.Refusals.Select(refusal => refusal.Code));
        Assert.True((await _city.Portal.Get<AssignmentDesk>().Assign(officer, call.Id, [new(sent.Id, named.Id)], null)).Done);

        // What intake and the deciders of a rapid-response fund ask; who left again is tied as before.
        Assert.True((await Desk.Answer(City.Acting(joined), partner.Id, ConsortiumStates.Leave)).Done);
        Assert.True(await _city.Read(work => ConsortiumRepository.Belongs(work, sent.Id, joined.Id)));
        Assert.False(await _city.Read(work => ConsortiumRepository.Belongs(work, sent.Id, named.Id)));
    }

    [Fact]
    public async Task An_answer_given_while_the_application_is_being_sent_is_in_it_or_refused_but_never_beside_it()
    {
        var (call, lead, amina) = await Begin();
        var hodan = await _city.Person("Hodan Abdi");
        await _city.Organisation("Harbour Somali Families", hodan);
        var draft = await _city.Answered(call, await _city.Draft(call, lead, amina), amina);
        var partner = (await Desk.Name(City.Acting(amina), draft.Reference, new PartnerPlan("Harbour Somali Families", "Interpreters", null))).Value;

        var answers = await Task.WhenAll(
            Task.Run(async () => (await Desk.Answer(City.Acting(hodan), partner.Id, ConsortiumStates.Join)).Done),
            Task.Run(async () => (await _city.Portal.Get<SubmissionDesk>().Submit(City.Acting(amina), draft.Reference, _city.Now)).Done));
        if (!answers[1])
        {
            await Submit(draft, amina);
        }

        var sent = (await _city.Read(work => ApplicationRepository.Find(work, draft.Id)))!;
        Assert.Equal(answers[0], (await _city.Read(work => SubmissionReader.Read(work, sent, 1)))!.Partners[0].Standing == PartnerStanding.Joined);
    }

    [Fact]
    public async Task Who_read_the_draft_before_a_partner_answered_cannot_send_it_any_more()
    {
        var (call, lead, amina) = await Begin();
        var hodan = await _city.Person("Hodan Abdi");
        await _city.Organisation("Harbour Somali Families", hodan);
        var draft = await _city.Answered(call, await _city.Draft(call, lead, amina), amina);
        var partner = (await Desk.Name(City.Acting(amina), draft.Reference, new PartnerPlan("Harbour Somali Families", "Interpreters", null))).Value;

        var read = await Draft();
        Assert.True((await Desk.Answer(City.Acting(hodan), partner.Id, ConsortiumStates.Join)).Done);
        Assert.True(await Refused(read));
        Assert.False(await Refused(await Draft()));

        // The control: an answer that does not hold the draft lets it go out as it was read, without the partner's word.
        read = await Draft();
        Assert.True(await _city.Write(City.Acting(hodan), async work =>
            await ConsortiumRepository.Move(work, (await ConsortiumRepository.Of(work, draft.Id))[0], ConsortiumState.Left)));
        Assert.False(await Refused(read));

        async Task<Application> Draft() => (await _city.Read(work => ApplicationRepository.Find(work, draft.Id)))!;

        // Whether sending is refused; what it did is not kept.
        async Task<bool> Refused(Application asRead)
        {
            await using var work = await _city.Portal.Get<PortalDatabase>().Write(City.Acting(amina));
            return (await ApplicationRepository.Move(work, asRead, ApplicationStates.Submit)).Refused;
        }
    }

    private async Task<(Call Call, Organisation Lead, Person Amina)> Begin()
    {
        var call = await _city.OpenCall();
        var amina = await _city.Person("Amina Yusuf");
        return (call, await _city.Organisation("Harbour Circle", amina), amina);
    }

    private async Task<Application> Submit(Application draft, Person person)
    {
        Assert.True((await _city.Portal.Get<SubmissionDesk>().Submit(City.Acting(person), draft.Reference, _city.Now)).Done);
        return (await _city.Read(work => ApplicationRepository.Find(work, draft.Id)))!;
    }

    private async Task<IReadOnlyList<Tie>> Ties() =>
        [.. (await _city.Read(work => TieRepository.Since(work, _city.Now.AddYears(-1)))).Where(tie => tie.Kind == TieKind.Consortium)];
}
