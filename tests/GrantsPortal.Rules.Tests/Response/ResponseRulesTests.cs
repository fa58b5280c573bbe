using CsCheck;
using GrantsPortal.Platform;
using GrantsPortal.Response.Answers;
using GrantsPortal.Response.CallDown;
using GrantsPortal.Response.Incidents;
using GrantsPortal.Response.Matters;
using GrantsPortal.Response.Offers;
using GrantsPortal.Response.Papers;
using GrantsPortal.Response.Texting;
using Xunit;

namespace GrantsPortal.Rules.Tests.Response;

public sealed class ResponseRulesTests
{
    private static readonly Callable Harbour = new(1, ["Harbour"], ["faith"], "Somali and Eritrean families", [CrisisCapability.Space]);

    [Fact]
    public void Nothing_chosen_reaches_nobody_and_everybody_is_never_assumed()
    {
        Assert.Empty(CallDownRules.Why(new CallDownScope(), Harbour));
        Assert.Equal("incident.scope-missing", Assert.Single(IncidentRules.CheckScope(new CallDownScope(), [], [])).Code);
        Assert.Equal([ReasonKind.Everybody], CallDownRules.Why(new CallDownScope { Everybody = true }, Harbour).Select(reason => reason.Kind));
        Assert.Equal("call-down.nobody-chosen", CallDownRules.Against(0)!.Code);
        Assert.Null(CallDownRules.Against(1));
    }

    [Fact]
    public void A_partner_is_called_where_place_and_matter_concern_it_or_it_can_do_what_is_needed()
    {
        Assert.Equal("District:Harbour", Assert.Single(CallDownRules.Why(new CallDownScope { Districts = ["Harbour"] }, Harbour)).Kept);
        Assert.Empty(CallDownRules.Why(new CallDownScope { Districts = ["Harbour"], Themes = ["schools"] }, Harbour));
        Assert.Equal(["District:Harbour", "Community:eritrean"], CallDownRules.Why(new CallDownScope { Districts = ["Harbour"], Communities = ["eritrean"] }, Harbour).Select(reason => reason.Kept));
        Assert.Equal("Capability:Space", Assert.Single(CallDownRules.Why(new CallDownScope { Districts = ["Priory"], Capabilities = [CrisisCapability.Space] }, Harbour)).Kept);
        Assert.Equal("Community:eritrean", Assert.Single(CallReason.Of("|Community:eritrean|")).Kept);
    }

    private static readonly Gen<CallableContact> Contacts =
        from id in Gen.Long[1, 40]
        from order in Gen.Int[0, 4]
        from night in Gen.Bool
        from mail in Gen.Bool
        from text in Gen.Bool
        select new CallableContact(id, order, night, mail, text);

    [Fact]
    public void Call_after_call_everybody_who_can_be_alerted_is_alerted_once_and_nobody_else()
    {
        Gen.Select(Contacts.List[0, 12], Gen.Bool).Sample((made, night) =>
        {
            var contacts = made.DistinctBy(contact => contact.Id).ToList();
            var alerted = new List<long>();
            for (var next = CallDownRules.Next(contacts, alerted.ToHashSet(), night); next.Count > 0; next = CallDownRules.Next(contacts, alerted.ToHashSet(), night))
            {
                alerted.AddRange(next.Select(contact => contact.Id));
            }

            var order = alerted.Select(id => contacts.First(contact => contact.Id == id)).Select(contact => (night && !contact.DayAndNight ? 1 : 0, contact.CallOrder)).ToList();
            return alerted.Order().SequenceEqual(contacts.Where(contact => contact.CallOrder > 0 && (contact.ByEmail || contact.ByText)).Select(contact => contact.Id).Order()) && order.SequenceEqual(order.Order());
        });
    }

    [Theory]
    [InlineData(23, true)]
    [InlineData(3, true)]
    [InlineData(7, false)]
    [InlineData(21, false)]
    public void The_night_lasts_from_ten_to_seven(int hour, bool night) =>
        Assert.Equal(night, CallDownRules.IsNight(new DateTimeOffset(2026, 1, 10, hour, 30, 0, TimeSpan.Zero), TimeZoneInfo.Utc, 22, 7));

    private static readonly Gen<IncidentAnswer> Answers =
        from contact in Gen.Int[0, 3]
        from standing in Gen.OneOf(Gen.Const(PartnerStanding.Well), Gen.Const(PartnerStanding.CanHelp), Gen.Const(PartnerStanding.NeedHelp))
        select new IncidentAnswer { ContactId = contact == 0 ? null : contact, Standing = standing };

    [Fact]
    public void Who_says_that_all_is_well_does_not_silence_who_needs_help_and_an_officer_settles_it()
    {
        Answers.List[0, 10].Sample(answers =>
        {
            var standing = AnswerRules.Standing(answers);
            var settled = answers.FindLastIndex(answer => answer.ContactId is null);
            var open = answers.Skip(Math.Max(settled, 0)).ToList();
            var help = open.Select(answer => answer.ContactId).Distinct().Any(voice => open.Last(answer => answer.ContactId == voice).Standing == PartnerStanding.NeedHelp);
            return (answers.Count == 0) == (standing == PartnerStanding.Silent) && help == (standing == PartnerStanding.NeedHelp);
        });
        Assert.Equal(PartnerStanding.NeedHelp, AnswerRules.Standing([Said(1, PartnerStanding.NeedHelp), Said(2, PartnerStanding.Well)]));
        Assert.Equal(PartnerStanding.Well, AnswerRules.Standing([Said(1, PartnerStanding.NeedHelp), Said(null, PartnerStanding.Well)]));
    }

    [Fact]
    public void A_second_press_says_nothing_new_and_another_answer_does()
    {
        IncidentAnswer[] said = [Said(1, PartnerStanding.Well)];
        Assert.True(AnswerRules.IsRepeated(said, 1, PartnerStanding.Well, ""));
        Assert.False(AnswerRules.IsRepeated(said, 1, PartnerStanding.Well, "All here."));
        Assert.False(AnswerRules.IsRepeated(said, 1, PartnerStanding.NeedHelp, ""));
        Assert.False(AnswerRules.IsRepeated(said, 2, PartnerStanding.Well, ""));
        Assert.Equal("incident.answer-missing", Assert.Single(AnswerRules.Check(PartnerStanding.Silent, null)).Code);
    }

    [Fact]
    public void What_fits_is_the_same_thing_of_another_with_a_language_in_common_nearest_first()
    {
        var need = Matter(1, MatterSide.Need, 1, "|Somali|", "Harbour");
        Assert.Equal([4L, 3L], MatterRules.Proposals([need],
        [
            Matter(2, MatterSide.Offer, 2, "|Polish|", "Harbour"),
            Matter(3, MatterSide.Offer, 3, "|somali|", "Priory"),
            Matter(4, MatterSide.Offer, 4, "|Somali|Arabic|", "Harbour"),
            Matter(5, MatterSide.Offer, 1, "|Somali|", "Harbour"),
            Matter(6, MatterSide.Offer, 6, "|Somali|", "Harbour") with { Capability = CrisisCapability.Space },
            Matter(7, MatterSide.Offer, 7, "|Somali|", "Harbour") with { State = MatterState.Settled },
        ]).Select(fit => fit.Offer.Id));
        Assert.Empty(MatterRules.Proposals([need with { State = MatterState.Matched }], [Matter(4, MatterSide.Offer, 4, "|Somali|", "Harbour")]));
    }

    [Fact]
    public void A_report_counts_minutes_from_when_each_partner_was_asked()
    {
        var asked = new DateTimeOffset(2026, 6, 16, 12, 0, 0, TimeSpan.Zero);
        IncidentPartner Answered(int after, double minutes) => new() { AskedAt = asked.AddMinutes(after), AnsweredAt = asked.AddMinutes(after + minutes), Standing = PartnerStanding.Well };
        var figures = ReportRules.Of([Answered(0, 4.2), Answered(30, 5), Answered(0, 40), new IncidentPartner { AskedAt = asked }, new IncidentPartner()]);
        Assert.Equal((5, 4, 3, 5), (figures.Listed, figures.Asked, figures.Answered, figures.MedianMinutes));
        Assert.Equal([2, 2, 2, 3, 3], figures.Within.Select(within => within.Answered));
        Assert.Null(ReportRules.Of([]).MedianMinutes);
    }

    [Fact]
    public void A_request_is_signed_over_its_instant_and_body()
    {
        // HMAC-SHA256 of "1700000000.{}" with the key "secret", worked out with openssl.
        Assert.Equal("t=1700000000,v1=" + Openssl, TextRules.Sign("secret", DateTimeOffset.FromUnixTimeSeconds(1_700_000_000), "{}"));
        Assert.NotEqual(TextRules.Sign("secret", DateTimeOffset.FromUnixTimeSeconds(1_700_000_001), "{}")[13..], TextRules.Sign("secret", DateTimeOffset.FromUnixTimeSeconds(1_700_000_000), "{}")[13..]);
        Assert.Equal((true, true, false, false), (TextRules.IsTaken(202), TextRules.IsRefused(422), TextRules.IsRefused(429), TextRules.IsTaken(302)));
        Assert.Null(TextRules.After(TextRules.MostAttempts));
        Assert.Equal(("+441632960123", "01632960123", null), (TextRules.Number("+44 1632 960 123"), TextRules.Number("01632/960-123"), TextRules.Number("none")));
    }

    [Theory]
    [InlineData(Roles.FocalPoint, true)]
    [InlineData(Roles.ProgrammeOfficer, true)]
    [InlineData(Roles.Administrator, true)]
    [InlineData(Roles.Auditor, false)]
    [InlineData(Roles.Finance, false)]
    public void Those_who_keep_partnerships_act_and_auditors_read(string role, bool acts)
    {
        var actor = new Actor(1, "", new HashSet<string> { role });
        Assert.Equal(acts, IncidentRules.MayAct(actor));
        Assert.Equal(acts || role == Roles.Auditor, IncidentRules.MayRead(actor));
        Assert.Equal(acts ? null : "incident.not-staff", IncidentRules.Against(actor, new Incident())?.Code);
    }

    private const string Openssl = "b8569b78799ff9e3cbff0fc2d63a33a2b57f3282abd07c37ae5e8e7d79a5f163";

    private static IncidentAnswer Said(long? contact, PartnerStanding standing) => new() { ContactId = contact, Standing = standing };

    private static IncidentMatter Matter(long id, MatterSide side, long organisation, string languages, string district) => new()
    {
        Id = id,
        Side = side,
        OrganisationId = organisation,
        Capability = CrisisCapability.Languages,
        Languages = languages,
        District = district,
        Version = 1,
    };
}
