using System.Globalization;
using CsCheck;
using GrantsPortal.Awards;
using GrantsPortal.Awards.Standing;
using GrantsPortal.Awards.Variations;
using GrantsPortal.Awards.Years;
using GrantsPortal.Organisations;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Text;
using Xunit;

namespace GrantsPortal.Rules.Tests.Awards;

/// <summary>What may be varied, moved, confirmed and ended, and by whom.</summary>
public sealed class ChangeRulesTests
{
    private static readonly Award Running = new() { Id = 7, Reference = "AW-2026-0007", State = AwardState.Active, Currency = "GBP", AmountMinor = 100_000, AwardedOn = new DateOnly(2026, 6, 1), EndsOn = new DateOnly(2027, 5, 31) };

    private static Actor Somebody(long id, params string[] roles) => new(id, "Somebody", roles.ToHashSet());

    [Theory]
    [InlineData(VariationSide.Grantee, false, false, VariationTurn.Officer)]
    [InlineData(VariationSide.Grantee, true, false, VariationTurn.Approver)]
    [InlineData(VariationSide.City, false, false, VariationTurn.Owner)]
    [InlineData(VariationSide.City, true, false, VariationTurn.Approver)]
    [InlineData(VariationSide.City, true, true, VariationTurn.Owner)]
    public void Who_answers(VariationSide side, bool needsApprover, bool cityAgreed, VariationTurn turn) =>
        Assert.Equal(turn, VariationRules.Turn(side, needsApprover, cityAgreed));

    [Fact]
    public void An_approver_is_needed_for_any_rise_and_once_more_than_the_share_has_moved()
    {
        Assert.True(VariationRules.NeedsApprover(1, 1, 0, 100_000, 20));
        Assert.False(VariationRules.NeedsApprover(0, 20_000, 0, 100_000, 20));
        Assert.True(VariationRules.NeedsApprover(0, 20_001, 0, 100_000, 20));
        Assert.True(VariationRules.NeedsApprover(0, 10_001, 10_000, 100_000, 20));
        Assert.False(VariationRules.NeedsApprover(-20_000, 20_000, 0, 100_000, 20));
    }

    [Theory]
    [InlineData(VariationSide.Grantee, VariationTurn.Officer, 5, Roles.ProgrammeOfficer, null, null)]
    [InlineData(VariationSide.Grantee, VariationTurn.Officer, 5, Roles.Approver, null, "variation.not-officer")]
    [InlineData(VariationSide.Grantee, VariationTurn.Approver, 5, Roles.Approver, null, null)]
    [InlineData(VariationSide.Grantee, VariationTurn.Approver, 5, Roles.ProgrammeOfficer, null, "variation.not-approver")]
    [InlineData(VariationSide.Grantee, VariationTurn.Officer, 5, Roles.ProgrammeOfficer, MemberRole.Viewer, "variation.own-organisation")]
    [InlineData(VariationSide.Grantee, VariationTurn.Officer, 1, Roles.ProgrammeOfficer, null, "variation.own")]
    [InlineData(VariationSide.Grantee, VariationTurn.Officer, 2, Roles.ProgrammeOfficer, null, "variation.own")]
    [InlineData(VariationSide.City, VariationTurn.Owner, 5, "", MemberRole.Owner, null)]
    [InlineData(VariationSide.City, VariationTurn.Owner, 5, "", MemberRole.Editor, "variation.owner-only")]
    [InlineData(VariationSide.City, VariationTurn.Owner, 5, Roles.Approver, null, "variation.owner-only")]
    [InlineData(VariationSide.City, VariationTurn.Owner, 3, "", MemberRole.Owner, "variation.own")]
    [InlineData(VariationSide.City, VariationTurn.Approver, 5, "", MemberRole.Owner, "variation.city-first")]
    public void Who_may_answer_now(VariationSide side, VariationTurn turn, long person, string role, MemberRole? membership, string? refused)
    {
        var variation = new Variation { State = VariationState.Asked, Side = side, Turn = turn, AskedBy = 1, CreatedBy = 2, CityBy = 3 };
        Assert.Equal(refused, VariationRules.MayAnswer(variation, Somebody(person, role), membership)?.Code);
        Assert.Equal("variation.answered", VariationRules.MayAnswer(variation with { State = VariationState.Approved }, Somebody(person, role), membership)?.Code);
    }

    [Fact]
    public void Terms_say_every_fault_at_its_field()
    {
        var before = Terms(100_000, [60_000, 40_000], [(2026, 100_000)]);
        string[] Codes(AwardTerms wanted, PaidOut? paid = null) => [.. VariationRules.Check(before, wanted, paid ?? PaidOut.Nothing, "GBP").Select(refusal => refusal.Code)];
        Assert.Equal(["variation.nothing-changed"], Codes(before));
        Assert.Equal(["variation.ends-before-starts"], Codes(before with { StartsOn = new DateOnly(2027, 1, 1), EndsOn = new DateOnly(2026, 12, 31) }));
        Assert.Equal(["variation.title-missing"], Codes(before with { Title = " " }));
        Assert.Equal(["variation.line-lost"], Codes(before with { Lines = [before.Lines[0]] }));
        Assert.Equal(["variation.line-amount"], Codes(before with { Lines = [before.Lines[0], before.Lines[1] with { AmountMinor = -1 }] }));
        Assert.Equal(["variation.lines-apart"], Codes(before with { Lines = [before.Lines[0], before.Lines[1] with { AmountMinor = 1 }] }));
        Assert.Equal(["variation.years-apart"], Codes(before with { Title = "Other", Years = [new(2026, 99_999)] }));
        Assert.Equal(["variation.year-below-paid"], Codes(before with { Years = [new(2026, 40_000), new(2027, 60_000)] }, new PaidOut(new Dictionary<int, long> { [2026] = 40_001 })));
        Assert.Empty(Codes(before with { Years = [new(2026, 40_000), new(2027, 60_000)] }, new PaidOut(new Dictionary<int, long> { [2026] = 40_000 })));
    }

    [Fact]
    public void Only_what_differs_is_said_in_words()
    {
        var before = Terms(100_000, [60_000, 40_000], [(2026, 100_000)]) with { EndsOn = new DateOnly(2026, 12, 31) };
        var after = before with { EndsOn = new DateOnly(2027, 1, 31), AmountMinor = 90_000, Lines = [before.Lines[0] with { AmountMinor = 40_000 }, before.Lines[1], new(3, "Bus", 10_000)], Years = [new(2026, 90_000)] };
        var rows = Comparison.Of(before, after, "GBP", CultureInfo.GetCultureInfo("en-GB"));
        Assert.Equal(
            ["{0} days later 31", "{0} less £100", "{0} less £200", "New "],
            rows.Where(row => row.Differs).Select(row => $"{row.Change} {string.Join(' ', row.ChangeArgs)}"));
        Assert.Contains(rows, row => !row.Differs && row.Args.Contains("Line 2"));
    }

    [Fact]
    public void A_line_gains_at_most_the_share_of_what_was_agreed_in_however_many_steps()
    {
        var line = new AwardBudgetLine { Number = 1, AgreedMinor = 10_005, AmountMinor = 10_005 };
        Assert.Equal(1_000, MovementRules.Room(line, 10));
        Assert.Equal(400, MovementRules.Room(line with { AmountMinor = 10_605 }, 10));
        Assert.Equal(0, MovementRules.Room(line with { AmountMinor = 12_000 }, 10));
        Assert.Equal(1_000, MovementRules.Room(line with { AmountMinor = 9_000 }, 10));
        Assert.Equal(0, MovementRules.Room(line with { AgreedMinor = 0, AmountMinor = 0 }, 10));
    }

    [Fact]
    public void Fitted_years_add_up_and_keep_what_is_paid() =>
        Gen.Select(Gen.Long[1, 1_000_000].Array[1, 6], Gen.Double[0, 1].Array[6], Gen.Long[0, 5_000_000]).Sample((amounts, shares, more) =>
        {
            var years = amounts.Select((amount, i) => new TermsYear(2026 + i, amount)).ToList();
            var paid = new PaidOut(years.ToDictionary(year => year.Year, year => (long)(year.AmountMinor * shares[year.Year - 2026])));
            var amount = paid.TotalMinor + more;
            var fitted = YearRules.Fit(years, amount, paid);
            return fitted.Sum(year => year.AmountMinor) == amount && (amount == 0 || YearRules.Check(fitted, amount, paid, "GBP").Count == 0);
        });

    [Fact]
    public void A_year_that_gains_is_confirmed_anew_unless_an_approver_decided()
    {
        AwardYear[] years = [Year(2026, 50, AwardYearState.Confirmed), Year(2027, 50, AwardYearState.Confirmed), Year(2028, 50, AwardYearState.Proposed)];
        TermsYear[] wanted = [new(2026, 40), new(2027, 60), new(2028, 40), new(2029, 10)];
        AwardYearState[] States(AwardState state, bool byApprover) => [.. YearRules.Set(Running with { State = state }, years, wanted, byApprover).Select(year => year.State)];
        Assert.Equal([AwardYearState.Confirmed, AwardYearState.Planned, AwardYearState.Planned, AwardYearState.Planned], States(AwardState.Active, false));
        Assert.Equal([AwardYearState.Confirmed, AwardYearState.Confirmed, AwardYearState.Planned, AwardYearState.Planned], States(AwardState.Active, true));
        Assert.Equal([AwardYearState.Confirmed, AwardYearState.Planned, AwardYearState.Planned, AwardYearState.Planned], States(AwardState.Offered, false));
    }

    [Fact]
    public void What_an_early_end_releases_leaves_exactly_what_is_still_paid_in_the_first_years() =>
        Gen.Select(Gen.Long[0, 1_000_000].Array[1, 6], Gen.Double[0, 1]).Sample((bound, share) =>
        {
            var money = new AwardMoney(bound.Select((amount, i) => (2026 + i, amount)).ToDictionary(), 0);
            var still = (long)(money.CommittedMinor * share);
            var released = StandingRules.Released(money, still);
            var first = released.Count == 0 ? int.MaxValue : released[0].Year;
            return released.Sum(year => year.AmountMinor) == money.CommittedMinor - still
                && released.All(year => year.AmountMinor <= money.CommittedByYear[year.Year])
                && money.CommittedByYear.Where(year => year.Key > first).All(year => released.FirstOrDefault(one => one.Year == year.Key)?.AmountMinor == year.Value || year.Value == 0);
        });

    [Fact]
    public void A_letter_obeys_no_mark_that_somebody_wrote_into_it()
    {
        var entry = new StandingEntry("**Click** [here](https://evil.example)\n# Now", "Call us", "Olive, 0117 496 0000");
        var body = StandingLetters.Body(Running with { OrganisationName = "A & <b>B</b>" }, AwardStates.Suspend, entry, new DateOnly(2026, 6, 16), new PortalTexts().In("en"));
        var html = GrantsPortal.Platform.Text.SafeMarkdown.ToHtml(body);
        Assert.DoesNotContain("<a ", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>", html, StringComparison.Ordinal);
        Assert.Contains("16 June 2026", html, StringComparison.Ordinal);
    }

    internal static AwardTerms Terms(long amount, long[] lines, (int Year, long Amount)[] years) => new()
    {
        Title = "Evenings",
        AmountMinor = amount,
        Lines = [.. lines.Select((line, i) => new TermsLine(i + 1, $"Line {i + 1}", line))],
        Years = [.. years.Select(year => new TermsYear(year.Year, year.Amount))],
    };

    private static AwardYear Year(int year, long amount, AwardYearState state) => new() { AwardId = 7, Year = year, AmountMinor = amount, State = state };
}
