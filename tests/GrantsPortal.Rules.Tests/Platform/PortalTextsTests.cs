using System.Text.Json;
using System.Text.RegularExpressions;
using GrantsPortal.Awards;
using GrantsPortal.Awards.Letters;
using GrantsPortal.Awards.Offers;
using GrantsPortal.Awards.Standing;
using GrantsPortal.Calls;
using GrantsPortal.Organisations;
using GrantsPortal.Payments.Stripe;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Mail;
using GrantsPortal.Platform.Text;
using GrantsPortal.Reviews;
using Microsoft.Extensions.Options;
using Xunit;

namespace GrantsPortal.Rules.Tests.Platform;

public sealed class PortalTextsTests
{
    private static readonly Award Award = new() { Reference = "AW-2026-0001", Title = "Evenings", OrganisationName = "Harbour", AmountMinor = 123_456, AwardedOn = new DateOnly(2026, 6, 16), TermsLanguage = "de" };

    [Fact]
    public void A_sentence_is_said_in_the_language_or_the_one_it_derives_from_else_in_english()
    {
        var texts = German(("Why", "Warum"), ("{0} reviewers", "{0} Gutachten"), ("Empty", ""));
        Assert.Equal("Warum", texts.In("de-AT")["Why"]);
        Assert.Equal("2,5 Gutachten", texts.In("de")["{0} reviewers", 2.5m]);
        Assert.Equal("Empty", texts.In("de")["Empty"]);
        Assert.Equal("Why", texts.In("fr")["Why"]);
        Assert.Equal("Braces {0} stay without arguments", texts.In("de")["Braces {0} stay without arguments"]);
    }

    [Fact]
    public void A_document_is_in_the_language_of_its_terms()
    {
        var texts = German(("Grant agreement {0}", "Fördervertrag {0}"), ("Terms", "Bedingungen"), ("Accepted by", "Angenommen von"));
        var parts = new AgreementParts(Award with { Terms = "1. Belege" }, new Organisation { Name = "Harbour" }, null, null, [], [new Signatory("Amina", "Amina", new DateTimeOffset(2026, 6, 16, 12, 0, 0, TimeSpan.Zero))]);
        var html = AgreementDocument.Html(parts, texts.In(Award.LanguageIn(new PortalOptions())), new PortalOptions());
        Assert.Contains("<html lang=\"de\"", html, StringComparison.Ordinal);
        Assert.Contains("<h1>Fördervertrag AW-2026-0001</h1>", html, StringComparison.Ordinal);
        Assert.Contains("<h2>Bedingungen</h2>", html, StringComparison.Ordinal);
        Assert.Contains("Angenommen von", html, StringComparison.Ordinal);
        Assert.Contains("16 Juni 2026", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Letters_and_feedback_are_in_the_language_of_their_reader()
    {
        var texts = German(("Dear {0},", "Guten Tag {0},"), ("How it was scored", "Wie bewertet wurde"), ("{0} of {1}", "{0} von {1}"));
        var body = StandingLetters.Body(Award, AwardStates.Suspend, new StandingEntry("Grund", null, "Olive"), new DateOnly(2026, 6, 16), texts.In("de"));
        Assert.StartsWith("Guten Tag Harbour,", body, StringComparison.Ordinal);
        var feedback = new ReviewFeedback(6_150, 2, [new CriterionFeedback("need", Words.Of("Need"), 5, 3.5m, [])], []);
        Assert.Contains("## Wie bewertet wurde", FeedbackText.With("", feedback, texts.In("de")), StringComparison.Ordinal);
        Assert.Contains("**Need: 3,5 von 5**", FeedbackText.With("", feedback, texts.In("de")), StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_message_holds_as_a_sentence_of_ours_is_said_in_the_recipients_language()
    {
        var texts = German((StripeWords.SomethingElse, "Etwas anderes"));
        var message = StripeAsks.Sample with { Wanted = [StripeWords.SomethingElse] };
        string TextFor(string language) => new MessageRenderer(Options.Create(new PortalOptions { Languages = ["en", "de"] }), texts).Render(message, new Recipient(null, "ann@example.org", "Ann", language)).Text;
        Assert.Contains("- Etwas anderes", TextFor("de"), StringComparison.Ordinal);
        Assert.Contains($"- {StripeWords.SomethingElse}", TextFor("en"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_sender_is_named_in_the_recipients_language()
    {
        var mime = new MimeMaker(Options.Create(new PortalOptions { City = "Lindau" }), Options.Create(new MailOptions { From = "grants@example.org" }), German(("Grants of {0}", "Förderung der Stadt {0}")));
        Assert.Equal("Förderung der Stadt Lindau", mime.Sender("de").Name);
        Assert.Equal("Grants of Lindau", mime.Sender("en").Name);
    }

    [Fact]
    public void A_letter_says_which_language_its_words_are_in()
    {
        Assert.Equal("en", LetterDefaults.For(LetterKind.Award, "en-GB").Language);
        Assert.Equal("en", LetterDefaults.For(LetterKind.Award, "cy").Language);
    }

    [Fact]
    public void Every_language_that_comes_along_can_be_read_and_keeps_the_places_of_each_sentence()
    {
        var library = typeof(PortalTexts).Assembly;
        foreach (var file in library.GetManifestResourceNames().Where(name => name.StartsWith("texts/", StringComparison.Ordinal)))
        {
            using var stream = library.GetManifestResourceStream(file)!;
            foreach (var (english, said) in JsonSerializer.Deserialize<Dictionary<string, string>>(stream)!)
            {
                Assert.Equal(Places(english), Places(said));
            }
        }
    }

    private static IReadOnlyList<string> Places(string sentence) =>
        [.. Regex.Matches(sentence, @"\{\d+[^}]*\}").Select(place => place.Value).Distinct().Order(StringComparer.Ordinal)];

    private static PortalTexts German(params (string English, string German)[] sentences) =>
        new(language => language == "de" ? new MemoryStream(JsonSerializer.SerializeToUtf8Bytes(sentences.ToDictionary(one => one.English, one => one.German))) : null);
}
