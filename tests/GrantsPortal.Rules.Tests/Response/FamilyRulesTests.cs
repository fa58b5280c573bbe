using CsCheck;
using GrantsPortal.Partnerships.Needs;
using GrantsPortal.Partnerships.Partners;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Text;
using GrantsPortal.Response.Families;
using GrantsPortal.Response.Offers;
using GrantsPortal.TestWorld;
using Xunit;

namespace GrantsPortal.Rules.Tests.Response;

public sealed class FamilyRulesTests
{
    private static readonly string[] Zones = ["Europe/London", "America/New_York", "Asia/Kathmandu", "Pacific/Apia"];

    private static readonly string[] Allowed = ["Riverton", "Old Town", "Harbour Women’s Circle", "Arabic"];

    [Theory]
    [InlineData("2024-02-29", 52, "2025-02-27")]
    [InlineData("2026-03-22", 1, "2026-03-29")]
    [InlineData("2026-10-18", 1, "2026-10-25")]
    [InlineData("2027-12-31", 12, "2028-03-24")]
    public void A_review_is_due_whole_weeks_of_the_calendar_after_the_opening(string opened, int week, string due) => Assert.Equal(Day(due), ReviewRules.DueOn(Day(opened), week));

    [Fact]
    public void Whenever_it_is_opened_the_reviews_are_on_the_same_day_of_the_week_of_the_city_whatever_clocks_and_leap_years_do() =>
        Gen.Select(Gen.Int[0, 20 * 366 * 24 * 60], Gen.Int[0, Zones.Length - 1]).Sample((minutes, place) =>
        {
            var zone = TimeZoneInfo.FindSystemTimeZoneById(Zones[place]);
            var opened = Instants.DayOf(new DateTimeOffset(2015, 1, 1, 0, 0, 0, TimeSpan.Zero).AddMinutes(minutes), zone);
            var due = ReviewRules.Weeks.Select(week => ReviewRules.DueOn(opened, week)).ToList();
            Assert.All(due, day => Assert.Equal(opened.DayOfWeek, day.DayOfWeek));
            Assert.Equal([7, 28, 84, 364], due.Select(day => day.DayNumber - opened.DayNumber));
            Assert.Equal(due.Order(), due);
        });

    [Fact]
    public void What_is_met_early_is_still_looked_at_after_12_and_52_weeks()
    {
        var opened = Day("2026-01-05");
        var reviews = ReviewRules.Weeks.Select(week => new FamilyReview { Week = week, DueOn = ReviewRules.DueOn(opened, week) }).ToList();
        Assert.Equal([12, 52], reviews.Where(review => ReviewRules.StaysAfterEnd(review, opened.AddDays(3))).Select(review => review.Week));
        Assert.Equal([1, 12, 52], reviews.Where(review => ReviewRules.StaysAfterEnd(review, opened.AddDays(9))).Select(review => review.Week));
    }

    [Theory]
    [InlineData("The brother of Yusuf Demir needs a lawyer", "Yusuf Demir")]
    [InlineData("Yusuf Demir needs a lawyer", "Yusuf Demir")]
    [InlineData("Her son Idris does not sleep", "son Idris")]
    [InlineData("la veuve Benali demande de l’aide", "veuve Benali")]
    [InlineData("Mrs Patel is afraid", "Mrs Patel")]
    [InlineData("a girl called Mina", "called Mina")]
    [InlineData("The school asks what Idris needs", "Idris")]
    [InlineData("Nobody walks with her, says Amina’s neighbour", "Amina’s")]
    [InlineData("He is at home – “Yusuf” to the street – and does not sleep", "Yusuf")]
    [InlineData("Yusuf does not sleep. The others do", "Yusuf")]
    [InlineData("They wait. Amina’s children are afraid", "Amina’s")]
    [InlineData("Depuis le feu, Karim ne dort plus", "Karim")]
    [InlineData("Los niños de Samira no van a la escuela", "Samira")]
    [InlineData("Dzieci płaczą, a Olena potrzebuje pomocy", "Olena")]
    [InlineData("Çocuklar korkuyor ve Zeynep uyumuyor", "Zeynep")]
    [InlineData("Діти бояться, а Оксана не спить", "Оксана")]
    [InlineData("Seit dem Brand ist es still. Yusuf braucht ein Bett", "Yusuf")]
    public void A_name_is_refused_until_it_is_written_otherwise_or_answered_for(string text, string piece)
    {
        var points = FamilyTextRules.Points([new FamilyText("Words", text)], [], Allowed);
        Assert.Equal(piece, Assert.Single(points).Point.Text);
        var refusal = Assert.Single(FamilyTextRules.Against(points, null));
        Assert.Equal(("family.name", "Words"), (refusal.Code, refusal.Field));
        Assert.Empty(FamilyTextRules.Against(points, FamilyTextRules.Seal(points)));
        var other = FamilyTextRules.Points([new FamilyText("Words", "and Amal Haddad")], [], Allowed);
        Assert.NotEmpty(FamilyTextRules.Against(other, FamilyTextRules.Seal(points)));
    }

    [Theory]
    [InlineData("write to amina@circle.example")]
    [InlineData("ring 0151 496 0123")]
    [InlineData("at 12 Rose Lane, Riverton RV1 2AB")]
    [InlineData("the boy, born 3 May 2011")]
    [InlineData("her PESEL is 44051401359")]
    public void An_address_a_number_and_a_date_of_birth_are_refused_whatever_the_writer_answers(string text)
    {
        var points = FamilyTextRules.Points([new FamilyText("Said", text)], [], Allowed);
        foreach (var answer in new[] { null, FamilyTextRules.Seal(points), PersonalTextRules.Seal([.. points.Select(one => one.Point)]) })
        {
            Assert.Contains(FamilyTextRules.Against(points, answer), refusal => refusal is { Code: "family.personal", Field: "Said" });
        }
    }

    [Theory]
    [InlineData("Two families in Old Town need beds; The Harbour Women’s Circle cooks")]
    [InlineData("Children do not want to go past the door any more, women with women")]
    [InlineData("Two Somali families, Eritrean women, Arabic or Kurdish")]
    [InlineData("Legal advice in Riverton on Monday. Some Muslim families; the family in question")]
    [InlineData("After Ramadan, on Fridays in May; I’ll ask the Imam, and the Police know. They come from Syria and Eritrea")]
    [InlineData("Mother needs a bed. Nobody has told them. Women’s shoes, children’s coats: Two of each\nSomebody asks")]
    [InlineData("Die Kinder schlafen nicht seit dem Brand, und die Mutter braucht Hilfe vor Gericht")]
    [InlineData("Les enfants ne dorment plus. Personne ne demande rien à la mairie")]
    [InlineData("After the fire in the boarding house: somebody who goes along to the inquest, and a day of remembrance that the families shape themselves.")]
    [InlineData("Two families sleep at relatives’. Nobody has told them when the inquest is. The coroner’s office is asked for the day.")]
    [InlineData("A caseworker who speaks Arabic, first call within a day, then weekly. Legal advice sits with them. Tell the hospital that they are there.")]
    [InlineData("A mother of three cannot pay the rent since her husband was hurt. She needs somebody to go to the housing office with her.")]
    [InlineData("The group meets. The school knows, and walks with the two children. Weekly, in the women’s room, from the coming week on. They ask in the hall of Harbour Women’s Circle.")]
    public void What_names_nobody_is_let_pass(string text) => Assert.Empty(FamilyTextRules.Points([new FamilyText("Words", text)], [], Allowed).Select(one => one.Point.Text));

    [Fact]
    public void Whatever_is_typed_what_is_pointed_out_stands_in_it_and_answering_for_it_answers_for_every_name_of_it() =>
        Gen.Select(Gen.OneOf(Gen.String, Gen.Char["AbÖ ß.,’-@+0 9Мr"].Array[0, 60].Select(letters => new string(letters))), Gen.String[Gen.Char["ab Ak(*"], 0, 12]).Sample((text, phrase) =>
        {
            var points = FamilyTextRules.Points([new FamilyText("Words", text)], [], [phrase]);
            Assert.All(points, one => Assert.Equal(one.Point.Text, text.Substring(one.Point.Start, one.Point.Text.Length)));
            Assert.DoesNotContain(FamilyTextRules.Against(points, FamilyTextRules.Seal(points)), refusal => refusal.Code == "family.name");
        });

    [Fact]
    public void An_ask_is_put_together_with_offers_of_its_kind_and_language_those_of_its_district_first_and_why_is_said()
    {
        var ask = One(1, SupportSide.Asked, 10, "Harbour", "Arabic", "Somali");
        var far = One(2, SupportSide.Offered, 20, "Old Town", "Arabic", "Somali");
        var near = One(3, SupportSide.Offered, 30, "Harbour", "arabic");
        var mute = One(4, SupportSide.Offered, 40, "Harbour", "Polish");
        var own = One(5, SupportSide.Offered, 10, "Harbour", "Arabic");
        var other = One(6, SupportSide.Offered, 50, "Harbour", "Arabic") with { Kind = SupportKind.Legal };
        var gone = One(7, SupportSide.Offered, 60, "Harbour", "Arabic") with { State = SupportState.Withdrawn };
        var fits = FamilyMatchRules.Proposals(ask, [far, near, mute, own, other, gone]);
        Assert.Equal([(3L, true, 1), (2L, false, 2)], fits.Select(fit => (fit.Offer.Id, fit.SameDistrict, fit.SharedLanguages.Count)));
        Assert.Empty(FamilyMatchRules.Proposals(ask with { State = SupportState.Met }, [near]));
    }

    [Fact]
    public void Nothing_of_an_exercise_is_put_together_with_anything_outside_it()
    {
        var real = One(1, SupportSide.Asked, 10, "Harbour") with { IncidentId = 7 };
        var drill = One(2, SupportSide.Asked, 10, "Harbour") with { IncidentId = 8, IsDrill = true };
        var offers = new[] { One(3, SupportSide.Offered, 20, "Harbour"), One(4, SupportSide.Offered, 30, "Harbour") with { IncidentId = 8, IsDrill = true }, One(5, SupportSide.Offered, 40, "Harbour") with { IncidentId = 9, IsDrill = true } };
        Assert.Equal([3L], FamilyMatchRules.Proposals(real, offers).Select(fit => fit.Offer.Id));
        Assert.Equal([4L], FamilyMatchRules.Proposals(drill, offers).Select(fit => fit.Offer.Id));
    }

    [Fact]
    public void Where_nobody_offers_those_are_named_who_said_beforehand_that_they_could_the_nearest_first()
    {
        CrisisOffer Said(long partner, CrisisCapability capability, string words = "") => new() { OrganisationId = partner, Capability = capability, Words = words };
        var named = BeforehandRules.Of(
            One(1, SupportSide.Asked, 10, ""),
            [Said(10, CrisisCapability.Counselling), Said(20, CrisisCapability.FamilySupport, "Sits with them."), Said(30, CrisisCapability.FamilySupport), Said(30, CrisisCapability.Counselling, "Within a day."), Said(40, CrisisCapability.Space), Said(50, CrisisCapability.Counselling)],
            new HashSet<long> { 50 });
        Assert.Equal([(30L, "Within a day."), (20L, "Sits with them.")], named.Select(one => (one.OrganisationId, one.Words)));
        Assert.Equal([CrisisCapability.Counselling, CrisisCapability.FamilySupport], named[0].Capabilities);
    }

    [Fact]
    public void An_act_of_the_other_side_and_an_end_without_words_are_refused()
    {
        var (ask, offer) = (One(1, SupportSide.Asked, 10, ""), One(2, SupportSide.Offered, 10, ""));
        Assert.Equal("state.not-from-here", Assert.Single(SupportRules.Move(ask, new SupportMove(SupportStates.Use)).Refusals).Code);
        Assert.Equal("state.not-from-here", Assert.Single(SupportRules.Move(offer, new SupportMove(SupportStates.Meet, "Done.")).Refusals).Code);
        Assert.Equal("family.outcome-missing", Assert.Single(SupportRules.Move(ask, new SupportMove(SupportStates.Meet)).Refusals).Code);
        Assert.Equal("family.drop-reason-missing", Assert.Single(SupportRules.Move(ask, new SupportMove(SupportStates.Close, "Moved away.", DropReviews: true)).Refusals).Code);
        Assert.Equal(SupportState.Closed, SupportRules.Move(ask, new SupportMove(SupportStates.Close, "Moved away.", true, "Nobody is left to ask.")).Value);
        Assert.Equal(SupportState.Withdrawn, SupportRules.Move(offer, new SupportMove(SupportStates.Withdraw)).Value);
    }

    [Fact]
    public void Who_covers_acts_and_the_deputy_where_nobody_else_follows()
    {
        var today = Day("2026-11-25");
        var covers = new[] { new PartnerCover { Id = 1, PersonId = 5, CoverId = 6, FromOn = today, UntilOn = today.AddDays(7) } };
        Assert.Equal(6, SupportRules.Acting(1, 5, 9, covers, today));
        Assert.Equal(5, SupportRules.Acting(1, 5, 9, covers, today.AddDays(8)));
        Assert.Equal(9, SupportRules.Acting(1, null, 9, covers, today));
        Assert.Null(SupportRules.Acting(1, null, null, covers, today));
    }

    [Fact]
    public void Still_followed_after_weeks_counts_those_asked_so_long_ago_that_had_not_ended()
    {
        var (today, zone) = (Day("2026-11-25"), TimeZoneInfo.FindSystemTimeZoneById("Europe/London"));
        FamilyMark Mark(long id, int daysAgo, int? endedAfter) => new()
        {
            Id = id,
            OpenedOn = today.AddDays(-daysAgo),
            EndedAt = endedAfter is { } days ? Instants.FromLocal(today.AddDays(days - daysAgo).ToDateTime(new TimeOnly(12, 0)), zone) : null,
        };
        var figures = FollowRules.Of(
            [Mark(1, 400, null), Mark(2, 400, 28), Mark(3, 30, 29), Mark(4, 2, null)],
            [new ReviewMark { SupportId = 1, Week = 52, DueOn = today.AddDays(-36) }, new ReviewMark { SupportId = 1, Week = 4, DueOn = today.AddDays(-372), DoneOn = today.AddDays(-370), Standing = SupportStanding.Worse }], today, zone);
        Assert.Equal([(0, 4, 4), (1, 3, 3), (4, 3, 2), (12, 2, 1), (52, 2, 1)], figures.After.Select(after => (after.Week, after.Reached, after.Followed)));
        Assert.Equal((1, 1, 1), (figures.After[4].Overdue, figures.After[2].Late, figures.After[2].Worse));
        Assert.Equal((4, 2), (figures.Asked, figures.Going));
    }

    [Fact]
    public void No_column_of_the_register_has_a_place_for_a_name()
    {
        foreach (var database in new[] { "sqlite", "sqlserver" })
        {
            var columns = File.ReadLines(Path.Combine(Sources.Root, "db", database, "0034_families.sql")).Where(line => line.StartsWith("    ", StringComparison.Ordinal)).Select(line => line.Trim().Split(' ')[0]).ToList();
            Assert.Contains("Words", columns);
            Assert.DoesNotContain(columns, column => column.Contains("Name", StringComparison.OrdinalIgnoreCase) || column.Contains("Email", StringComparison.OrdinalIgnoreCase) || column.Contains("Phone", StringComparison.OrdinalIgnoreCase) || column.Contains("Born", StringComparison.OrdinalIgnoreCase));
        }
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static FamilySupport One(long id, SupportSide side, long organisation, string district, params string[] languages) =>
        new() { Id = id, Side = side, OrganisationId = organisation, District = district, Languages = CodeList.Kept(languages), Kind = SupportKind.Trauma };
}
