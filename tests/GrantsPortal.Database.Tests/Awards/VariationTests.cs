using GrantsPortal.Awards;
using GrantsPortal.Awards.Agreements;
using GrantsPortal.Awards.Variations;
using GrantsPortal.Awards.Years;
using GrantsPortal.Organisations;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Files;
using GrantsPortal.TestWorld;
using Xunit;

namespace GrantsPortal.Database.Tests.Awards;

public sealed class VariationTests : IDisposable
{
    private readonly City _city = new();

    public void Dispose() => _city.Dispose();

    private VariationDesk Desk => _city.Portal.Get<VariationDesk>();

    [Fact]
    public async Task One_variation_changes_dates_purpose_and_budget_together_and_leaves_a_document()
    {
        var running = await _city.UnderWay();
        var number = await _city.Asked(running, running.Owner, VariationSide.Grantee, entry => entry with
        {
            EndsOn = entry.EndsOn!.Value.AddMonths(2),
            Title = "Evenings in the new hall",
            Lines = [.. entry.Lines.Select((line, i) => i == 0 ? line with { AmountMinor = line.AmountMinor - 50_000 } : line), new TermsLine(0, "Minibus", 50_000)],
        });
        Assert.True((await Desk.Approve(running.Officer, running.Reference, number, (await _city.Variation(running, number)).Version, note: "Good luck")).Done);

        var whole = await _city.WholeOf(running);
        Assert.Equal(("Evenings in the new hall", running.Award.EndsOn!.Value.AddMonths(2), 1_000_000), (whole.Award.Title, whole.Award.EndsOn!.Value, whole.Award.AmountMinor));
        Assert.Equal(("Minibus", 50_000), (whole.Lines[^1].Name, whole.Lines[^1].AmountMinor));
        Assert.All(whole.Lines, line => Assert.Equal(line.AmountMinor, line.AgreedMinor));
        var document = (await _city.Read(work => AwardDocumentRepository.Of(work, running.Award.Id))).Single(one => one.Kind == AwardDocumentKind.Variation);
        Assert.Equal(document.Id, (await _city.Variation(running, number)).DocumentId);
        using var stored = new StreamReader(_city.Portal.Get<FileStore>().Open(document.Hash));
        var html = await stored.ReadToEndAsync(TestContext.Current.CancellationToken);
        Assert.Contains("Evenings in the new hall", html, StringComparison.Ordinal);
        Assert.Contains("£500 less", html, StringComparison.Ordinal);
        Assert.Contains(await _city.MailTo(running.Applicant.Owner.Email), mail => mail.Template == nameof(VariationDecided) && mail.Subject.StartsWith("Agreed", StringComparison.Ordinal));
        Assert.Empty(await _city.Broken());
    }

    [Fact]
    public async Task Who_asked_may_not_answer_and_somebody_else_may()
    {
        var running = await _city.UnderWay();
        var both = await _city.Person("Bo Both", Roles.ProgrammeOfficer);
        await _city.Write(Actor.System, work => OrganisationRepository.AddMember(work, running.Applicant.Organisation.Id, both.Id, MemberRole.Editor));
        var asker = City.As(both, Roles.ProgrammeOfficer);
        var number = await _city.Asked(running, asker, VariationSide.Grantee, entry => entry with { Title = "Other evenings" });
        var version = (await _city.Variation(running, number)).Version;
        Assert.Equal("variation.own", (await Desk.Approve(asker, running.Reference, number, version)).Refusals[0].Code);
        Assert.Equal("variation.not-officer", (await Desk.Approve(running.Approver, running.Reference, number, version)).Refusals[0].Code);
        Assert.Equal(VariationState.Asked, (await _city.Variation(running, number)).State);
        Assert.Equal(running.Award.Title, (await _city.AwardOf(running.Applicant)).Title);
        Assert.True((await Desk.Approve(running.Officer, running.Reference, number, version)).Done);
    }

    [Fact]
    public async Task Viewers_and_strangers_ask_for_nothing()
    {
        var running = await _city.UnderWay();
        var viewer = await _city.Person("Vi Viewer");
        await _city.Write(Actor.System, work => OrganisationRepository.AddMember(work, running.Applicant.Organisation.Id, viewer.Id, MemberRole.Viewer));
        var wish = await _city.Wish(running, entry => entry with { Title = "Other evenings" });
        Assert.Equal("variation.viewer", (await Desk.Save(City.As(viewer), running.Reference, VariationSide.Grantee, null, 0, wish)).Refusals[0].Code);
        Assert.Equal("award.unknown", (await Desk.Save(City.As(await _city.Person("Stranger")), running.Reference, VariationSide.Grantee, null, 0, wish)).Refusals[0].Code);
        Assert.Equal("variation.not-officer", (await Desk.Save(running.Approver, running.Reference, VariationSide.City, null, 0, wish)).Refusals[0].Code);
        Assert.Equal(1, (await Desk.Save(running.Owner, running.Reference, VariationSide.Grantee, null, 0, wish)).Value);
    }

    [Fact]
    public async Task More_money_takes_an_approver_and_what_is_free_or_a_reason()
    {
        var running = await _city.UnderWay();
        var number = await _city.Asked(running, running.Owner, VariationSide.Grantee, entry => entry with { Lines = [entry.Lines[0] with { AmountMinor = entry.Lines[0].AmountMinor + 90_000_000 }, .. entry.Lines.Skip(1)] });
        var version = (await _city.Variation(running, number)).Version;
        Assert.Equal("variation.not-approver", (await Desk.Approve(running.Officer, running.Reference, number, version)).Refusals[0].Code);
        Assert.Equal("fund.not-free", (await Desk.Approve(running.Approver, running.Reference, number, version, overdraw: "I would like to")).Refusals[0].Code);
        Assert.Equal((1_000_000, 1_000_000), ((await _city.AwardOf(running.Applicant)).AmountMinor, (await _city.FiguresOf(running)).CommittedMinor));
        Assert.DoesNotContain(await _city.Read(work => AwardDocumentRepository.Of(work, running.Award.Id)), document => document.Kind == AwardDocumentKind.Variation);

        await _city.MayOverdraw(running.Approver);
        Assert.True((await Desk.Approve(running.Approver, running.Reference, number, version, overdraw: "The council voted more for it on Monday")).Done);
        Assert.Equal((91_000_000, 91_000_000), ((await _city.AwardOf(running.Applicant)).AmountMinor, (await _city.FiguresOf(running)).CommittedMinor));
        Assert.Empty(await _city.Broken());
    }

    [Fact]
    public async Task An_award_never_falls_below_what_is_paid()
    {
        var running = await _city.UnderWay();
        await _city.Paid(running.Award, 2027, 600_000);
        VariationEntry To(VariationEntry entry, long amount) => entry with { Lines = [entry.Lines[0] with { AmountMinor = amount }, .. entry.Lines.Skip(1).Select(line => line with { AmountMinor = 0 })] };
        var number = (await Desk.Save(running.Owner, running.Reference, VariationSide.Grantee, null, 0, await _city.Wish(running, entry => To(entry, 599_999)))).Value;
        Assert.Equal("variation.below-paid", (await Desk.Ask(running.Owner, running.Reference, VariationSide.Grantee, number, 1)).Refusals[0].Code);
        Assert.Equal(number, (await Desk.Save(running.Owner, running.Reference, VariationSide.Grantee, number, 1, await _city.Wish(running, entry => To(entry, 600_000)))).Value);
        Assert.True((await Desk.Ask(running.Owner, running.Reference, VariationSide.Grantee, number, 2)).Done);

        // Four tenths of the award go: more than the set share, so an approver decides.
        Assert.True((await Desk.Approve(running.Approver, running.Reference, number, 3)).Done);
        var figures = await _city.FiguresOf(running);
        Assert.Equal((600_000, 0, 600_000), ((await _city.AwardOf(running.Applicant)).AmountMinor, figures.CommittedMinor, figures.PaidMinor));
        Assert.Empty(await _city.Broken());
    }

    [Fact]
    public async Task What_the_city_asks_is_agreed_to_by_an_Owner_alone()
    {
        var running = await _city.UnderWay();
        var editor = await _city.Person("Ed Editor");
        await _city.Write(Actor.System, work => OrganisationRepository.AddMember(work, running.Applicant.Organisation.Id, editor.Id, MemberRole.Editor));
        var number = await _city.Asked(running, running.Officer, VariationSide.City, entry => entry with { EndsOn = entry.EndsOn!.Value.AddDays(30) });
        Assert.Contains(await _city.MailTo(running.Applicant.Owner.Email), mail => mail.Template == nameof(VariationToAgree));
        var version = (await _city.Variation(running, number)).Version;
        Assert.Equal("variation.owner-only", (await Desk.Agree(City.As(editor), running.Reference, number, version, "Ed Editor")).Refusals[0].Code);
        Assert.Equal("variation.owner-only", (await Desk.Approve(await _city.Staff("Oz Other", Roles.ProgrammeOfficer), running.Reference, number, version)).Refusals[0].Code);
        Assert.Equal(running.Award.EndsOn, (await _city.AwardOf(running.Applicant)).EndsOn);
        Assert.True((await Desk.Agree(running.Owner, running.Reference, number, version, "Owner A")).Done);
        Assert.Equal(running.Award.EndsOn!.Value.AddDays(30), (await _city.AwardOf(running.Applicant)).EndsOn);
        Assert.Equal("Owner A", (await _city.Variation(running, number)).AgreedName);
    }

    [Fact]
    public async Task What_the_city_offers_more_is_hidden_until_an_approver_lets_it_ask()
    {
        var running = await _city.UnderWay();
        var number = await _city.Asked(running, running.Officer, VariationSide.City, entry => entry with { Lines = [entry.Lines[0] with { AmountMinor = entry.Lines[0].AmountMinor + 100_000 }, .. entry.Lines.Skip(1)] });
        Assert.Null(await _city.Read(work => VariationRepository.Find(work, running.Award.Id, number, VariationSide.Grantee)));
        Assert.DoesNotContain(await _city.MailTo(running.Applicant.Owner.Email), mail => mail.Template == nameof(VariationToAgree));
        Assert.Equal("variation.unknown", (await Desk.Agree(running.Owner, running.Reference, number, 2, "Owner A")).Refusals[0].Code);
        Assert.Equal("variation.not-approver", (await Desk.LetAsk(await _city.Staff("Oz Other", Roles.ProgrammeOfficer), running.Reference, number, 2)).Refusals[0].Code);
        Assert.True((await Desk.LetAsk(running.Approver, running.Reference, number, 2)).Done);
        Assert.True((await Desk.Agree(running.Owner, running.Reference, number, 3, "Owner A")).Done);
        Assert.Equal((1_100_000, 1_100_000), ((await _city.AwardOf(running.Applicant)).AmountMinor, (await _city.FiguresOf(running)).CommittedMinor));
        Assert.Empty(await _city.Broken());
    }

    [Fact]
    public async Task A_reason_of_somebody_without_the_right_binds_nothing_beyond_what_is_free_when_an_Owner_agrees_later()
    {
        var running = await _city.UnderWay();
        VariationEntry More(VariationEntry entry) => entry with { Lines = [entry.Lines[0] with { AmountMinor = entry.Lines[0].AmountMinor + 100_000 }, .. entry.Lines.Skip(1)] };
        var number = await _city.Asked(running, running.Officer, VariationSide.City, More);
        Assert.True((await Desk.LetAsk(running.Approver, running.Reference, number, 2, "It is worth it")).Done);
        await _city.Rebudget(await _city.Fund(), 2027, 10_500m);
        Assert.Equal("ledger.not-enough", (await Desk.Agree(running.Owner, running.Reference, number, 3, "Owner A")).Refusals[0].Code);
        Assert.Equal((1_000_000, 1_000_000), ((await _city.AwardOf(running.Applicant)).AmountMinor, (await _city.FiguresOf(running)).CommittedMinor));
        Assert.True((await Desk.Decline(running.Owner, running.Reference, VariationSide.Grantee, number, 3, "Not like this")).Done);

        await _city.MayOverdraw(running.Approver);
        var again = await _city.Asked(running, running.Officer, VariationSide.City, More);
        Assert.True((await Desk.LetAsk(running.Approver, running.Reference, again, 2, "The council voted more for it on Monday")).Done);
        Assert.True((await Desk.Agree(running.Owner, running.Reference, again, 3, "Owner A")).Done);
        Assert.Equal(1_100_000, (await _city.FiguresOf(running)).CommittedMinor);
        Assert.Empty(await _city.Broken());
    }

    [Fact]
    public async Task A_second_variation_waits_while_one_is_open_and_goes_on_afterwards()
    {
        var running = await _city.UnderWay();
        var first = await _city.Asked(running, running.Owner, VariationSide.Grantee, entry => entry with { Title = "Other evenings" });
        var second = (await Desk.Save(running.Officer, running.Reference, VariationSide.City, null, 0, await _city.Wish(running, entry => entry with { Summary = "Quieter evenings" }))).Value;
        Assert.Equal("variation.open", (await Desk.Ask(running.Officer, running.Reference, VariationSide.City, second, 1)).Refusals[0].Code);
        Assert.Equal("variation.open", (await _city.Portal.Get<MovementDesk>().Move(running.Owner, running.Reference, 1, 2, 5, "Buses")).Refusals[0].Code);
        Assert.True((await Desk.Decline(running.Officer, running.Reference, VariationSide.City, first, 2, "Please keep the name")).Done);
        Assert.True((await Desk.Ask(running.Officer, running.Reference, VariationSide.City, second, 1)).Done);
    }

    [Fact]
    public async Task Two_who_answer_at_once_carry_it_out_once()
    {
        var running = await _city.UnderWay();
        var number = await _city.Asked(running, running.Owner, VariationSide.Grantee, entry => entry with { Title = "Other evenings" });
        var others = new[] { running.Officer, await _city.Staff("Oz Other", Roles.ProgrammeOfficer), await _city.Staff("Ot Third", Roles.ProgrammeOfficer) };
        var outcomes = await Task.WhenAll(others.Select(officer => Task.Run(() => Desk.Approve(officer, running.Reference, number, 2))));
        Assert.Single(outcomes, outcome => outcome.Done);
        Assert.Single(await _city.Read(work => AwardDocumentRepository.Of(work, running.Award.Id)), document => document.Kind == AwardDocumentKind.Variation);
    }

    [Fact]
    public async Task A_draft_written_before_the_award_changed_is_looked_at_again()
    {
        var running = await _city.UnderWay();
        var number = (await Desk.Save(running.Owner, running.Reference, VariationSide.Grantee, null, 0, await _city.Wish(running, entry => entry with { Title = "Other evenings" }))).Value;
        Assert.True((await _city.Portal.Get<MovementDesk>().Move(running.Owner, running.Reference, 1, 2, 5, "Buses")).Done);
        Assert.Equal("variation.terms-changed", (await Desk.Ask(running.Owner, running.Reference, VariationSide.Grantee, number, 1)).Refusals[0].Code);
        await Desk.Save(running.Owner, running.Reference, VariationSide.Grantee, number, 1, await _city.Wish(running, entry => entry with { Title = "Other evenings" }));
        Assert.True((await Desk.Ask(running.Owner, running.Reference, VariationSide.Grantee, number, 2)).Done);
    }
}
