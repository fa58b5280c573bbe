using GrantsPortal.Calls;
using GrantsPortal.Calls.Agreements;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Text;
using GrantsPortal.Reviews;
using GrantsPortal.TestWorld;
using Xunit;

namespace GrantsPortal.Database.Tests.Calls;

public sealed class AgreementTemplateTests : IDisposable
{
    private readonly City _city = new(("Portal:Languages", "en,de"));

    public void Dispose() => _city.Dispose();

    private ClauseDesk Clauses => _city.Portal.Get<ClauseDesk>();

    private AgreementTemplateDesk Desk => _city.Portal.Get<AgreementTemplateDesk>();

    [Fact]
    public async Task An_award_is_offered_with_its_calls_agreement_in_which_every_place_is_filled()
    {
        var listing = await _city.Recommended(new Wish(RecommendedOutcome.Fund));
        var clause = (await Clauses.Create(listing.Officer, "Account", "en", "Keeping account", "{{organisation}} keeps receipts.")).Value;
        Assert.True((await Desk.Write(listing.Officer, listing.Call.Id, "en", 0, "We give {{amount}}, until {{expires}}.", "Bring cake.", [new ChosenClause(clause, 1)])).Done);
        var decisions = _city.Portal.Get<GrantsPortal.Awards.Decisions.DecisionDesk>();
        var decision = (await decisions.Propose(listing.Officer, listing.Call.Id)).Value;
        Assert.True((await decisions.Approve(listing.Approver, decision, 1)).Done);
        Assert.True((await _city.Portal.Get<GrantsPortal.Awards.Letters.LetterDesk>().Send(listing.Officer, decision, await _city.Seen(decision))).Done);

        var award = await _city.AwardOf(listing.Applicants[0]);
        Assert.Contains(award.Amount.Format(), award.Terms, StringComparison.Ordinal);
        Assert.Contains("# 1. Keeping account\n\nGroup A keeps receipts.", award.Terms, StringComparison.Ordinal);
        Assert.Contains("# Special conditions\n\nBring cake.", award.Terms, StringComparison.Ordinal);
        Assert.DoesNotContain("{{", award.Terms, StringComparison.Ordinal);
        Assert.Equal("en", award.TermsLanguage);
    }

    [Fact]
    public async Task Other_words_are_a_new_version_that_a_template_takes_when_an_officer_says_so()
    {
        var officer = await _city.Staff("Ola Officer", Roles.ProgrammeOfficer);
        var call = await _city.OpenCall();
        var clause = (await Clauses.Create(officer, "Account", "en", "Keeping account", "Keep them for six years.")).Value;
        Assert.True((await Desk.Write(officer, call.Id, "en", 0, "We give {{amount}}.", null, [new ChosenClause(clause, 1)])).Done);
        Assert.True((await Clauses.Write(officer, clause, "en", 1, "Keeping account", "Keep them for ten years.")).Done);
        Assert.Equal("clause.changed-meanwhile", (await Clauses.Write(officer, clause, "en", 1, "Keeping account", "Keep them for eight years.")).Refusals[0].Code);
        Assert.True(Assert.Single(await Held(call)) is { Behind: true, Number: 1, Newest: 2 });
        Assert.Equal("Account", Assert.Single(await _city.Read(ClauseRepository.List)).Name);
        Assert.Equal(1, Assert.Single(await _city.Read(work => ClauseRepository.Uses(work, clause))).Number);

        Assert.True((await Desk.Write(officer, call.Id, "en", 1, "We give {{amount}}.", null, [new ChosenClause(clause, 1)])).Done);
        Assert.Equal("Keep them for six years.", Assert.Single(await Held(call)).Body);
        Assert.True((await Desk.Write(officer, call.Id, "en", 2, "We give {{amount}}.", null, [new ChosenClause(clause, 1, Newest: true)])).Done);
        Assert.Equal("Keep them for ten years.", Assert.Single(await Held(call)).Body);
        Assert.Equal("call.changed-meanwhile", (await Desk.Write(officer, call.Id, "en", 2, "We give {{amount}}.", null, [new ChosenClause(clause, 1)])).Refusals[0].Code);
    }

    [Fact]
    public async Task A_call_is_not_published_while_a_language_it_is_written_in_has_no_agreement()
    {
        var officer = await _city.Staff("Ola Officer", Roles.ProgrammeOfficer);
        var call = await _city.OpenCall();
        var clause = (await Clauses.Create(officer, "Account", "en", "Keeping account", "Keep receipts.")).Value;
        await _city.Write(officer, async work =>
        {
            await CallRepository.PutTexts(work, call.Id, new CallTexts { Language = "de", Title = "Winterabende", Summary = "", Description = "" });
            return true;
        });
        Assert.Empty(await _city.Read(work => AgreementReadiness.Missing(work, call.Id)));
        Assert.True((await Desk.Write(officer, call.Id, "en", 0, "We give {{amount}}.", null, [new ChosenClause(clause, 1)])).Done);
        Assert.Equal("ready.agreement-language", Assert.Single(await _city.Read(work => AgreementReadiness.Missing(work, call.Id))).Why.Code);
        Assert.Equal("agreement.clause-unknown", (await Desk.Write(officer, call.Id, "de", 0, "Wir geben {{amount}}.", null, [new ChosenClause(clause, 1)])).Refusals[0].Code);
        Assert.True((await Clauses.Write(officer, clause, "de", 0, "Belege", "Heben Sie Belege auf.")).Done);
        Assert.True((await Desk.Write(officer, call.Id, "de", 0, "Wir geben {{amount}}.", null, [new ChosenClause(clause, 1)])).Done);
        Assert.Empty(await _city.Read(work => AgreementReadiness.Missing(work, call.Id)));
    }

    [Fact]
    public async Task A_copied_call_takes_agreements_and_conditions_over()
    {
        var officer = await _city.Staff("Ola Officer", Roles.ProgrammeOfficer);
        var call = await _city.OpenCall();
        var clause = (await Clauses.Create(officer, "Account", "en", "Keeping account", "Keep receipts.")).Value;
        Assert.True((await Desk.Write(officer, call.Id, "en", 0, "We give {{amount}}.", "Cake.", [new ChosenClause(clause, 1)])).Done);
        Assert.True((await _city.Portal.Get<CallConditionDesk>().Save(officer, new CallCondition { CallId = call.Id, Title = Words.Of("Insurance"), Detail = Words.Of(null) }, ConditionKind.Insurance)).Done);
        var copy = (await _city.Portal.Get<CallDesk>().Create(officer, new NewCall("The next one", call.ProgrammeId, call.Id))).Value;
        Assert.Equal("Cake.", Assert.Single(await _city.Read(work => AgreementTemplateRepository.Of(work, copy.Id))).Special);
        Assert.Equal("Keeping account", Assert.Single(await Held(copy)).Heading);
        Assert.Equal(ConditionKind.Insurance, Assert.Single(await _city.Read(work => CallConditionRepository.Of(work, copy.Id))).Kind);
    }

    [Fact]
    public async Task Others_than_officers_change_nothing()
    {
        var (approver, officer) = (await _city.Staff("Ada Approver", Roles.Approver), await _city.Staff("Ola Officer", Roles.ProgrammeOfficer));
        var call = await _city.OpenCall();
        Assert.Equal("call.not-officer", (await Clauses.Create(approver, "Account", "en", "Heading", "Body")).Refusals[0].Code);
        var clause = (await Clauses.Create(officer, "Account", "en", "Heading", "Body")).Value;
        Assert.Equal("clause.name-taken", (await Clauses.Create(officer, "Account", "en", "Heading", "Body")).Refusals[0].Code);
        Assert.Equal("call.not-officer", (await Desk.Write(approver, call.Id, "en", 0, "We give {{amount}}.", null, [new ChosenClause(clause, 1)])).Refusals[0].Code);
        Assert.Empty(await _city.Read(work => AgreementTemplateRepository.Of(work, call.Id)));
    }

    private Task<IReadOnlyList<TemplateClause>> Held(Call call) => _city.Read(work => AgreementTemplateRepository.Clauses(work, call.Id, "en"));
}
