using GrantsPortal.Introductions;
using GrantsPortal.Introductions.Matching;
using GrantsPortal.Introductions.Offers;
using GrantsPortal.Organisations;
using GrantsPortal.Partnerships.Contacts;
using GrantsPortal.People.Erasure;
using GrantsPortal.Platform;
using GrantsPortal.TestWorld;
using Xunit;

namespace GrantsPortal.Database.Tests.Introductions;

public sealed class IntroductionTests : IDisposable
{
    private static readonly (EntrySide, EntryKind, string) SeeksSomali = (EntrySide.Seek, EntryKind.Language, "Somali");
    private static readonly (EntrySide, EntryKind, string) OffersSomali = (EntrySide.Offer, EntryKind.Language, "Somali");
    private readonly City _city = new();

    private IntroductionDesk Desk => _city.Portal.Get<IntroductionDesk>();

    private AnswerDesk Answers => _city.Portal.Get<AnswerDesk>();

    public void Dispose() => _city.Dispose();

    [Fact]
    public async Task Partners_are_found_by_what_they_share_and_the_hidden_are_found_for_staff_alone()
    {
        var (circle, _) = await _city.Partner("Circle", true, SeeksSomali, (EntrySide.Offer, EntryKind.Skill, "Childcare"));
        await _city.Partner("Families", true, OffersSomali);
        await _city.Partner("Refuge", false, OffersSomali, (EntrySide.Seek, EntryKind.Skill, "childcare"));
        await _city.Partner("Choir", true, (EntrySide.Offer, EntryKind.Skill, "Singing"));
        Assert.Equal(["Families"], await Found(circle, hidden: false));
        Assert.Equal(["Refuge", "Families"], await Found(circle, hidden: true));
    }

    [Fact]
    public async Task Who_is_not_let_in_or_has_taken_consent_back_is_found_no_more_at_once()
    {
        var (circle, _) = await _city.Partner("Circle", true, SeeksSomali);
        var (families, owner) = await _city.Partner("Families", true, OffersSomali);
        var stranger = await _city.Organisation("Unknown", owner);
        await _city.Offer(stranger, owner, OffersSomali);
        City.Must(await _city.Portal.Get<PartnerDesk>().SetVisible(City.Acting(owner), stranger.Slug, true));
        Assert.Equal(["Families"], await Found(circle, hidden: false));
        City.Must(await _city.Portal.Get<PartnerDesk>().SetVisible(City.Acting(owner), families.Slug, false));
        Assert.Empty(await Found(circle, hidden: false));
    }

    [Fact]
    public async Task What_has_run_out_finds_nobody_until_one_press_says_that_it_holds()
    {
        var (circle, owner) = await _city.Partner("Circle", true, SeeksSomali);
        var families = await _city.Partner("Families", true, OffersSomali);
        _city.Portal.Clock.Advance(TimeSpan.FromDays(175));
        await _city.RunJob("introductions.still-true");
        await _city.RunJob("introductions.still-true");
        Assert.Single((await _city.MailTo(owner.Email)), mail => mail.Template == nameof(OffersStillTrue));
        City.Must(await _city.Portal.Get<PartnerDesk>().StillTrue(City.Acting(families.Owner), families.Organisation.Slug));
        _city.Portal.Clock.Advance(TimeSpan.FromDays(20));
        Assert.Empty(await Found(circle, hidden: false));
        City.Must(await _city.Portal.Get<PartnerDesk>().StillTrue(City.Acting(owner), circle.Slug));
        Assert.Equal(["Families"], await Found(circle, hidden: false));
    }

    [Fact]
    public async Task With_the_second_yes_and_not_before_each_has_the_others_contact()
    {
        var circle = await _city.Partner("Circle", true, SeeksSomali);
        var families = await _city.Partner("Families", true, OffersSomali);
        var asked = await _city.AskFor(circle, families.Organisation);
        Assert.Equal(IntroductionState.AgreedByOne, asked.State);
        Assert.Null(await _city.Read(work => IntroductionRepository.Contact(work, asked.Id, circle.Organisation.Id)));
        City.Must(await Answers.Agree(City.Acting(families.Owner), asked.Reference, families.Organisation.Id, new ContactChoice(families.Owner.Id, "01632 960 145")));
        Assert.Equal(IntroductionState.Made, (await _city.Introduction(asked.Reference)).State);
        Assert.Equal("01632 960 145", (await _city.Read(work => IntroductionRepository.Contact(work, asked.Id, families.Organisation.Id)))!.Phone);
        Assert.Contains(families.Owner.Email, Assert.Single(await _city.MailTo(circle.Owner.Email), mail => mail.Template == nameof(IntroductionMade)).TextBody, StringComparison.Ordinal);
        Assert.Contains(circle.Owner.Email, Assert.Single(await _city.MailTo(families.Owner.Email), mail => mail.Template == nameof(IntroductionMade)).TextBody, StringComparison.Ordinal);
        Assert.Empty(await Found(circle.Organisation, hidden: true));
        Assert.Empty(await _city.Broken<IntroductionsAreAgreed>());
    }

    [Fact]
    public async Task A_hidden_partner_is_asked_first_and_if_it_says_no_the_other_never_hears()
    {
        var officer = City.Acting(await _city.Person("Farah Siddiqui", Roles.FocalPoint), Roles.FocalPoint);
        var circle = await _city.Partner("Circle", true, SeeksSomali);
        var refuge = await _city.Partner("Refuge", false, OffersSomali);
        var proposed = (await Desk.Propose(officer, circle.Organisation.Slug, refuge.Organisation.Slug, "You could help one another."))!.Value.Value;
        City.Must(await Desk.Ask(officer, proposed.Reference));
        Assert.DoesNotContain(await _city.MailTo(circle.Owner.Email), mail => mail.Template == nameof(IntroductionAsked));
        Assert.Null(await Answers.Agree(City.Acting(circle.Owner), proposed.Reference, circle.Organisation.Id, new ContactChoice(circle.Owner.Id, null)));
        City.Must(await Answers.Decline(City.Acting(refuge.Owner), proposed.Reference, refuge.Organisation.Id, "Not safe."));
        Assert.DoesNotContain(await _city.MailTo(circle.Owner.Email), mail => mail.Template.StartsWith("Introduction", StringComparison.Ordinal));
        Assert.Empty(await Found(circle.Organisation, hidden: true));

        Assert.Equal("introduction.declined-before", (await Desk.Propose(officer, circle.Organisation.Slug, refuge.Organisation.Slug, "You could help one another."))!.Value.Refusals[0].Code);
        var again = (await Desk.Propose(officer, circle.Organisation.Slug, refuge.Organisation.Slug, "You could help one another.", again: true))!.Value.Value;
        City.Must(await Desk.Ask(officer, again.Reference));
        _city.Portal.Clock.Advance(TimeSpan.FromDays(5));

        // An Editor who said "not by e-mail" is not written to of what is proposed; the Owner, who did not, is.
        var silent = await _city.Person("Silent Editor");
        await _city.Member(circle.Organisation, silent, MemberRole.Editor);
        City.Must((await _city.Portal.Get<ContactDesk>().Add(officer, circle.Organisation.Id, new ContactPlan { Name = silent.Name, Email = silent.Email, Purposes = [ContactPurpose.WrittenTo], Not = [ContactWay.Email] }))!.Value.Plain());
        City.Must(await Answers.Agree(City.Acting(refuge.Owner), again.Reference, refuge.Organisation.Id, new ContactChoice(refuge.Owner.Id, null)));
        var mail = Assert.Single(await _city.MailTo(circle.Owner.Email), sent => sent.Template == nameof(IntroductionAsked));
        Assert.DoesNotContain(await _city.MailTo(silent.Email), sent => sent.Template == nameof(IntroductionAsked));
        Assert.Contains("Refuge", mail.TextBody, StringComparison.Ordinal);
        Assert.DoesNotContain(refuge.Owner.Email, mail.TextBody, StringComparison.Ordinal);
        Assert.Equal(_city.Now.AddDays(21), (await _city.Introduction(again.Reference)).LapsesAt);
    }

    [Fact]
    public async Task Who_waits_too_long_is_reminded_once_and_then_it_lapses_with_the_words_of_a_no()
    {
        var circle = await _city.Partner("Circle", true, SeeksSomali);
        var families = await _city.Partner("Families", true, OffersSomali);
        var choir = await _city.Partner("Choir", true, OffersSomali);
        var silent = await _city.AskFor(circle, families.Organisation);
        var declined = await _city.AskFor(circle, choir.Organisation);
        City.Must(await Answers.Decline(City.Acting(choir.Owner), declined.Reference, choir.Organisation.Id, null));
        _city.Portal.Clock.Advance(TimeSpan.FromDays(14));
        await _city.RunJob("introductions.clock");
        await _city.RunJob("introductions.clock");
        Assert.Single(await _city.MailTo(families.Owner.Email), mail => mail.Template == nameof(IntroductionReminder));
        _city.Portal.Clock.Advance(TimeSpan.FromDays(7).Add(TimeSpan.FromSeconds(1)));
        Assert.Equal("introduction.too-late", (await Answers.Agree(City.Acting(families.Owner), silent.Reference, families.Organisation.Id, new ContactChoice(families.Owner.Id, null)))!.Value.Refusals[0].Code);
        await _city.RunJob("introductions.clock");
        Assert.Equal((IntroductionState.Lapsed, IntroductionEnd.Unanswered), ((await _city.Introduction(silent.Reference)).State, (await _city.Introduction(silent.Reference)).EndReason));
        var told = (await _city.MailTo(circle.Owner.Email)).Where(mail => mail.Template == nameof(IntroductionNotMade)).Select(mail => mail.TextBody.Replace("Families", "…", StringComparison.Ordinal).Replace("Choir", "…", StringComparison.Ordinal)).ToList();
        Assert.Equal(2, told.Count);
        Assert.Equal(told[0], told[1]);
        Assert.Empty(await _city.Broken<IntroductionsAreAgreed>());
    }

    [Fact]
    public async Task Nobody_asks_or_is_asked_more_often_than_the_city_allows()
    {
        var circle = await _city.Partner("Circle", true, SeeksSomali);
        for (var number = 0; number < 3; number++)
        {
            await _city.AskFor(circle, (await _city.Partner($"Families {number}", true, OffersSomali)).Organisation);
        }

        var fourth = (await _city.Partner("Families 4", true, OffersSomali)).Organisation;
        var asking = new ContactChoice(circle.Owner.Id, null);
        Assert.Equal("introduction.too-many-asked", (await Desk.AskFor(City.Acting(circle.Owner), circle.Organisation.Slug, fourth.Slug, "We should know one another.", asking))!.Value.Refusals[0].Code);
        _city.Portal.Clock.Advance(TimeSpan.FromDays(30).Add(TimeSpan.FromSeconds(1)));
        Assert.True((await Desk.AskFor(City.Acting(circle.Owner), circle.Organisation.Slug, fourth.Slug, "We should know one another.", asking))!.Value.Done);
        Assert.Equal("introduction.contact-unknown", (await Desk.AskFor(City.Acting(circle.Owner), circle.Organisation.Slug, (await _city.Partner("Families 5", true, OffersSomali)).Organisation.Slug, "We should know one another.", new ContactChoice(1, null)))!.Value.Refusals[0].Code);
    }

    [Fact]
    public async Task Two_months_later_both_are_asked_once_what_came_of_it_and_an_erased_contact_is_gone()
    {
        var circle = await _city.Partner("Circle", true, SeeksSomali);
        var families = await _city.Partner("Families", true, OffersSomali);
        await _city.Member(families.Organisation, await _city.Person("Second Owner"), MemberRole.Owner);
        var made = await _city.AskFor(circle, families.Organisation);
        City.Must(await Answers.Agree(City.Acting(families.Owner), made.Reference, families.Organisation.Id, new ContactChoice(families.Owner.Id, "01632 960 145")));
        Assert.Equal("introduction.not-made", (await Answers.SayOutcome(City.Acting(circle.Owner), (await _city.AskFor(circle, (await _city.Partner("Choir", true, OffersSomali)).Organisation)).Reference, circle.Organisation.Id, IntroductionOutcome.Useful, ""))!.Value.Refusals[0].Code);
        _city.Portal.Clock.Advance(TimeSpan.FromDays(60));
        await _city.RunJob("introductions.clock");
        await _city.RunJob("introductions.clock");
        Assert.Single(await _city.MailTo(families.Owner.Email), mail => mail.Template == nameof(IntroductionOutcomeAsked));
        City.Must(await Answers.SayOutcome(City.Acting(circle.Owner), made.Reference, circle.Organisation.Id, IntroductionOutcome.Useful, "They interpret every week."));
        var figures = await _city.Read(IntroductionRepository.Outcomes);
        Assert.Equal((1, 1, 1, 0), (figures.Made, figures.AskedOf, figures.Useful, figures.NotUseful));

        await using (var work = await _city.Portal.Database.Write(Actor.System))
        {
            await work.Publish(new PersonErased(families.Owner.Id, families.Owner.Email));
            await work.Commit();
        }

        Assert.Null(await _city.Read(work => IntroductionRepository.Contact(work, made.Id, families.Organisation.Id)));
        Assert.Empty(await _city.Broken<IntroductionsAreAgreed>());
    }

    [Fact]
    public async Task A_partner_that_reads_behind_sign_in_gets_mails_that_say_nothing()
    {
        var circle = await _city.Partner("Circle", true, SeeksSomali);
        var families = await _city.Partner("Families", true, OffersSomali);
        var organisation = (await _city.Read(work => OrganisationRepository.Find(work, families.Organisation.Id)))!;
        await _city.Portal.Get<OrganisationDesk>().Edit(City.Acting(families.Owner), organisation.Id, organisation.Version, OrganisationDetails.Of(organisation) with { LettersBy = LetterDelivery.SignIn });
        await _city.AskFor(circle, families.Organisation);
        var mail = Assert.Single(await _city.MailTo(families.Owner.Email), sent => sent.Template is nameof(PartnerNotice) or nameof(IntroductionAsked));
        Assert.Equal(nameof(PartnerNotice), mail.Template);
        Assert.DoesNotContain("Circle", mail.TextBody, StringComparison.Ordinal);
        Assert.DoesNotContain("introduc", mail.TextBody, StringComparison.OrdinalIgnoreCase);
    }

    private async Task<IReadOnlyList<string>> Found(Organisation self, bool hidden) =>
        [.. (await _city.Read(work => Matcher.For(work, self, DateOnly.FromDateTime(_city.Now.UtcDateTime), hidden, 10))).Select(found => found.Organisation.Name)];
}
