using GrantsPortal.Awards;
using GrantsPortal.Awards.Letters;
using GrantsPortal.Awards.Offers;
using GrantsPortal.Organisations;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Text;
using GrantsPortal.Reviews;
using Xunit;

namespace GrantsPortal.Rules.Tests.Awards;

public sealed class LetterRulesTests
{
    private static readonly TextsIn English = new PortalTexts().In("en");

    [Theory]
    [InlineData("Win at [our shop](https://evil.example)")]
    [InlineData("Go to https://evil.example now")]
    [InlineData("www.evil.example")]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("**Urgent** ![x](https://evil.example/x.png)")]
    [InlineData("# Heading")]
    [InlineData("write to a@evil.example")]
    public void A_name_in_a_letter_is_words_and_never_a_link_or_a_mark(string name)
    {
        var filled = LetterRules.Fill("Dear {{organisation}},", new Dictionary<string, string> { ["organisation"] = LetterRules.Plain(name) });
        var html = SafeMarkdown.ToHtml(filled);
        Assert.DoesNotContain("<a", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<img", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<strong", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<h", html, StringComparison.Ordinal);
        Assert.Equal($"Dear {name},", LetterRules.AsText(filled));
    }

    [Fact]
    public void A_place_that_nothing_is_known_for_stays_and_is_named()
    {
        var filled = LetterRules.Fill("{{ Amount }} until {{expires}} {{colour}}", new Dictionary<string, string> { ["amount"] = "£1" });
        Assert.Equal("£1 until {{expires}} {{colour}}", filled);
        Assert.Equal("letter.place-unknown", Assert.Single(LetterRules.Check("Subject", filled)).Code);
        Assert.Empty(LetterRules.Check("Subject", "until {{expires}}"));
    }

    [Fact]
    public void An_offer_ends_with_the_day_in_the_citys_zone_also_when_clocks_change()
    {
        var london = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");
        Assert.Equal(new DateTimeOffset(2026, 7, 16, 22, 59, 0, TimeSpan.Zero), LetterRules.OfferEnds(new DateTimeOffset(2026, 6, 16, 12, 0, 0, TimeSpan.Zero), 30, london));
        Assert.Equal(new DateTimeOffset(2026, 11, 5, 23, 59, 0, TimeSpan.Zero), LetterRules.OfferEnds(new DateTimeOffset(2026, 10, 6, 12, 0, 0, TimeSpan.Zero), 30, london));
    }

    [Fact]
    public void Feedback_gives_scores_and_words_by_criterion()
    {
        var feedback = new ReviewFeedback(6_150, 2, [new CriterionFeedback("need", Words.Of("Need"), 5, 3.5m, ["Clear.", "Who else was *asked*?"])], ["Thank you."]);
        var letter = FeedbackText.With("Dear group,", feedback, English);
        Assert.Contains("2 reviewers", letter, StringComparison.Ordinal);
        Assert.Contains("61.5 of 100", letter, StringComparison.Ordinal);
        Assert.Contains("**Need: 3.5 of 5**", letter, StringComparison.Ordinal);
        Assert.Contains("Who else was \\*asked\\*?", letter, StringComparison.Ordinal);
        Assert.Equal("Dear group,", FeedbackText.With("Dear group,", null, English));
    }

    [Fact]
    public void An_agreement_shows_what_was_typed_and_runs_none_of_it()
    {
        var award = new Award { Reference = "AW-2026-0001", Title = "<img src=x onerror=alert(1)>", AmountMinor = 123_456, Terms = "1. Keep <script>alert(1)</script> receipts", AwardedOn = new DateOnly(2026, 6, 16) };
        var parts = new AgreementParts(award, new Organisation { Name = "A & B" }, "GP-2026-0001", "Neighbours", [], [new Signatory("\"><script>", "Amina", new DateTimeOffset(2026, 6, 16, 12, 0, 0, TimeSpan.Zero))]);
        var html = AgreementDocument.Html(parts, English, new PortalOptions());
        Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<img", html, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("£1,234.56", html, StringComparison.Ordinal);
        Assert.Contains("Tuesday 16 June 2026, 13:00 (BST)", html, StringComparison.Ordinal);
        Assert.Equal(html, AgreementDocument.Html(parts, English, new PortalOptions()));
    }

    [Theory]
    [InlineData(MemberRole.Owner, null)]
    [InlineData(MemberRole.Editor, "award.owner-only")]
    [InlineData(MemberRole.Viewer, "award.owner-only")]
    [InlineData(null, "award.owner-only")]
    public void Only_an_Owner_answers_an_offer(MemberRole? role, string? refused)
    {
        var now = new DateTimeOffset(2026, 6, 16, 12, 0, 0, TimeSpan.Zero);
        var award = new Award { State = AwardState.Offered, OfferedAt = now.AddDays(-1), OfferExpiresAt = now };
        Assert.Equal(refused, AwardRules.MayAnswer(award, role, now)?.Code);
        Assert.NotNull(AwardRules.MayAnswer(award, role, now.AddTicks(1)));
    }

    [Fact]
    public void Until_it_is_answered_the_safer_publication_is_in_force()
    {
        Assert.Equal(Publication.Withheld, new Award { Publication = Publication.Full, PublicationAsked = Publication.Withheld }.InForce);
        Assert.Equal(Publication.Withheld, new Award { Publication = Publication.Withheld, PublicationAsked = Publication.Unnamed }.InForce);
        Assert.Equal(Publication.Full, new Award { Publication = Publication.Full }.InForce);
    }
}
