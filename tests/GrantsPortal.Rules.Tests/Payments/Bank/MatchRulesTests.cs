using CsCheck;
using GrantsPortal.Payments;
using GrantsPortal.Payments.Bank.Statements;
using GrantsPortal.Payments.Recovery;
using GrantsPortal.TestWorld.Bank;
using Xunit;

namespace GrantsPortal.Rules.Tests.Payments.Bank;

public sealed class MatchRulesTests
{
    private const string Iban = "GB29NWBK60161331926819";
    private static readonly ILookup<string, SentPayment> Nothing = Array.Empty<SentPayment>().ToLookup(payment => "");

    [Theory]
    [InlineData("PY-2026-0001", 100_000, PaymentState.Sent, LineState.Matched, LineEffect.Paid, null)]
    [InlineData("py 2026 0001", 100_000, PaymentState.Sent, LineState.Matched, LineEffect.Paid, null)]
    [InlineData("PY20260001", 100_000, PaymentState.Sent, LineState.Matched, LineEffect.Paid, null)]
    [InlineData("PY-2026-0001", 99_999, PaymentState.Sent, LineState.Open, LineEffect.None, "line.other-amount")]
    [InlineData("PY-2026-0001", 100_001, PaymentState.Sent, LineState.Open, LineEffect.None, "line.other-amount")]
    [InlineData("PY-2026-00011", 100_000, PaymentState.Sent, LineState.Open, LineEffect.None, "line.unknown")]
    [InlineData("XPY-2026-0001", 100_000, PaymentState.Sent, LineState.Open, LineEffect.None, "line.unknown")]
    [InlineData("PY-2026-0001 PY-2026-0002", 100_000, PaymentState.Sent, LineState.Open, LineEffect.None, "line.several")]
    [InlineData("PY-2026-0001", 100_000, PaymentState.Approved, LineState.Open, LineEffect.None, "line.not-sent")]
    [InlineData("PY-2026-0001", 100_000, PaymentState.Cancelled, LineState.Open, LineEffect.None, "line.not-sent")]
    [InlineData("PY-2026-0001", 100_000, PaymentState.Paid, LineState.Matched, LineEffect.Known, null)]
    [InlineData("PY-2026-0001", 100_000, PaymentState.Failed, LineState.Open, LineEffect.None, "line.failed-before")]
    public void A_line_finds_its_payment_by_reference_and_amount_or_not_at_all(string reference, long minor, PaymentState state, LineState expected, LineEffect effect, string? why)
    {
        var line = Match([new CamtEntry(reference, minor)], Payment(state)).Single();
        Assert.Equal((expected, effect, why), (line.State, line.Effect, line.Why));
    }

    [Theory]
    [InlineData(PaymentState.Sent, "AC04", LineEffect.Failed, null)]
    [InlineData(PaymentState.Paid, "AC04", LineEffect.Reversed, null)]
    [InlineData(PaymentState.Failed, "AC04", LineEffect.Known, null)]
    [InlineData(PaymentState.Paid, null, LineEffect.None, "line.came-in")]
    [InlineData(PaymentState.Due, "AC04", LineEffect.None, "line.not-sent")]
    public void Money_that_comes_back_undoes_its_payment_only_when_the_bank_says_so(PaymentState state, string? code, LineEffect effect, string? why)
    {
        var line = Match([new CamtEntry("PY-2026-0001", 100_000, In: true, Return: code)], Payment(state)).Single();
        Assert.Equal((effect, why), (line.Effect, line.Why));
    }

    [Theory]
    [InlineData(100_000, true, LineEffect.Reversed, null)]
    [InlineData(97_500, true, LineEffect.Reversed, null)]
    [InlineData(89_999, true, LineEffect.None, "line.not-whole")]
    [InlineData(4_000, true, LineEffect.None, "line.not-whole")]
    [InlineData(110_001, false, LineEffect.None, "line.not-whole")]
    public void A_person_cannot_undo_a_whole_payment_because_a_part_of_it_came_back(long minor, bool isCredit, LineEffect effect, string? code)
    {
        var outcome = StatementRules.Effect(new BankLine { AmountMinor = minor, IsCredit = isCredit }, Payment(PaymentState.Paid));
        Assert.Equal(code, outcome.Done ? null : outcome.Refusals[0].Code);
        Assert.Equal(effect, outcome.Done ? outcome.Value : LineEffect.None);
    }

    [Fact]
    public void A_second_debit_for_one_payment_waits_for_a_person()
    {
        var lines = Match([new("PY-2026-0001", 100_000, BankReference: "A"), new("PY-2026-0001", 100_000, BankReference: "B")], Payment(PaymentState.Sent));
        Assert.Equal([null, "line.second-time"], lines.Select(line => line.Why));
    }

    [Fact]
    public void The_end_to_end_id_goes_before_what_the_text_says()
    {
        var line = Match([new CamtEntry("PY-2026-0001", 100_000, Text: "instead of PY-2026-0099")], Payment(PaymentState.Sent)).Single();
        Assert.Equal(LineEffect.Paid, line.Effect);
        Assert.Equal(LineEffect.Paid, Match([new CamtEntry(null, 100_000, Text: "GRANT PY-2026-0001 CITY")], Payment(PaymentState.Sent)).Single().Effect);
    }

    [Fact]
    public void Money_asked_back_is_received_by_its_reference_also_in_parts()
    {
        var lines = LineRules.Lines(CamtReader.Read(CamtFile.Of(Iban, "GBP", [new("RP-2026-0001", 5_000, In: true), new(null, 2_000, In: true, Text: "rp 2026 0001"), new("RP-2026-0002", 1, In: true), new("RP-2026-0001", 5_000)])).Value[0], Iban, Nothing);
        var matched = MatchRules.Match(lines, [], [new KnownRepayment("RP-2026-0001", "GBP")], []);
        Assert.Equal([LineEffect.Received, LineEffect.Received, LineEffect.None, LineEffect.None], matched.Select(line => line.Effect));
        Assert.Equal(["line.other-repayment", "line.other-repayment"], matched.Skip(2).Select(line => line.Why));
    }

    [Theory]
    [InlineData("RP-2026-0001", 5_000, 18, LineEffect.Known, null)]
    [InlineData("RP-2026-0001", 4_999, 18, LineEffect.None, "line.counted-otherwise")]
    [InlineData("RP-2026-0002", 5_000, 18, LineEffect.None, "line.counted-otherwise")]
    [InlineData("RP-2026-0001", 5_000, 19, LineEffect.None, "line.counted-otherwise")]
    public void What_was_counted_under_the_banks_reference_is_known_and_what_differs_is_for_a_person(string counted, long minor, int day, LineEffect effect, string? why)
    {
        var lines = LineRules.Lines(CamtReader.Read(CamtFile.Of(Iban, "GBP", [new("RP-2026-0001", 5_000, In: true, BankReference: "X-1"), new("RP-2026-0001", 700, In: true, BankReference: "X-2"), new("RP-2026-0001", 800, In: true, BankReference: "X-2")])).Value[0], Iban, Nothing);
        var matched = MatchRules.Match(
            lines, [], [new KnownRepayment("RP-2026-0001", "GBP")],
            [new CountedReceipt { ReceiptKey = "bank:X-1", Reference = counted, AmountMinor = minor, ReceivedOn = new DateOnly(2026, 6, day) }]);
        Assert.Equal([(effect, why), (LineEffect.Received, null), (LineEffect.None, "line.counted-otherwise")], matched.Select(line => (line.Effect, line.Why)));
    }

    [Fact]
    public void A_booking_of_a_whole_part_becomes_its_payments_only_when_they_add_up()
    {
        var sent = new[] { new SentPayment("PY-2026-0001", 100_000, "A"), new SentPayment("PY-2026-0002", 50_000, "B") }.ToLookup(payment => "PB-2026-0001-1");
        Assert.Equal(["PY-2026-0001", "PY-2026-0002"], Booked(150_000).Select(line => line.EndToEndId));
        Assert.Equal([null], Booked(150_001).Select(line => line.EndToEndId));

        IReadOnlyList<BankLine> Booked(long minor) => LineRules.Lines(CamtReader.Read(CamtFile.AsOne(Iban, "GBP", "PB-2026-0001-1", minor, new DateOnly(2026, 6, 18), "B1")).Value[0], Iban, sent);
    }

    [Fact]
    public void Entries_alike_in_everything_are_counted_and_another_statement_with_them_brings_none()
    {
        var twice = new CamtEntry(null, 500, Text: "Bank charge");
        var first = Fingerprints(twice, twice);
        Assert.Equal(2, first.Distinct().Count());
        Assert.Equal(first, Fingerprints(twice, new CamtEntry(null, 900, Text: "Other"), twice).Where((_, i) => i != 1));
        Assert.Equal(Fingerprints(new CamtEntry("PY-2026-0001", 5, BankReference: "B1", Text: "as the day's statement says it")), Fingerprints(new CamtEntry("PY-2026-0001", 5, BankReference: "B1", Text: "and the month's")));
        Assert.NotEqual(Fingerprints(twice with { On = new DateOnly(2026, 6, 19) }), Fingerprints(twice));
    }

    /// <summary>
    /// Whatever order statements come in, however they overlap and how often they come, each payment ends where its entries lead.
    /// </summary>
    [Fact]
    public void Any_order_of_overlapping_statements_leads_to_the_same_end() =>
        Gen.Select(Gen.Int[0, 3].Array[1, 6], Gen.Int[0, 1_000_000].Array[1, 12]).Sample((fates, cuts) =>
        {
            // Fate of a payment: 0 nothing heard, 1 went out, 2 went out and came back, 3 came back (its debit is in a statement nobody brought).
            var entries = fates.SelectMany((fate, i) => new[]
            {
                fate is 1 or 2 ? Entry(i, false) : null,
                fate is 2 or 3 ? Entry(i, true) : null,
            }).OfType<CamtEntry>().ToList();
            if (entries.Count == 0)
            {
                return;
            }

            var known = fates.Select((_, i) => Payment(PaymentState.Sent) with { Id = i, Reference = Reference(i) }).ToDictionary(payment => payment.Reference);
            var seen = new HashSet<string>();
            var whole = Enumerable.Range(0, 3).Select(i => (From: i * entries.Count / 3, To: entries.Count));
            foreach (var (from, to) in cuts.Select(cut => (From: cut % entries.Count, To: (cut % entries.Count) + 1 + (cut / 1000 % entries.Count))).Concat(whole).Append((0, entries.Count)))
            {
                var lines = LineRules.Lines(CamtReader.Read(CamtFile.Of(Iban, "GBP", [.. entries.Skip(from).Take(to - from)])).Value[0], Iban, Nothing)
                    .Where(line => seen.Add(line.Fingerprint)).ToList();
                foreach (var line in MatchRules.Match(lines, known.Values, [], []))
                {
                    Assert.Equal(LineState.Matched, line.State);
                    known[line.Reference!] = After(known[line.Reference!], line);
                }
            }

            var expected = fates.Select(fate => fate switch { 0 => PaymentState.Sent, 1 => PaymentState.Paid, _ => PaymentState.Failed });
            Assert.Equal(expected, fates.Select((_, i) => known[Reference(i)].State));
        });

    private static KnownPayment After(KnownPayment payment, BankLine line) => payment with
    {
        State = line.Effect switch { LineEffect.Paid => PaymentState.Paid, LineEffect.Failed or LineEffect.Reversed => PaymentState.Failed, _ => payment.State },
        WentOut = payment.WentOut || !line.IsCredit,
        CameBack = payment.CameBack || line.IsCredit,
    };

    private static CamtEntry Entry(int payment, bool back) =>
        new(Reference(payment), 100_000, back, back ? "AC04" : null, $"B{payment}{back}") { On = new DateOnly(2026, 6, back ? 20 : 18) };

    private static string Reference(int payment) => FormattableString.Invariant($"PY-2026-{payment + 1:0000}");

    private static KnownPayment Payment(PaymentState state) => new() { Id = 1, Reference = "PY-2026-0001", State = state, AmountMinor = 100_000, Currency = "GBP" };

    private static IReadOnlyList<BankLine> Match(CamtEntry[] entries, KnownPayment payment) =>
        MatchRules.Match(LineRules.Lines(CamtReader.Read(CamtFile.Of(Iban, "GBP", entries)).Value[0], Iban, Nothing), [payment], [], []);

    private static IEnumerable<string> Fingerprints(params CamtEntry[] entries) =>
        LineRules.Lines(CamtReader.Read(CamtFile.Of(Iban, "GBP", entries)).Value[0], Iban, Nothing).Select(line => line.Fingerprint);
}
