using CsCheck;
using GrantsPortal.Partnerships.Access;
using GrantsPortal.Partnerships.Caseload;
using GrantsPortal.Partnerships.Contacts;
using GrantsPortal.Partnerships.Partners;
using GrantsPortal.Platform;
using Xunit;

namespace GrantsPortal.Rules.Tests.Partnerships;

public sealed class PartnerRulesTests
{
    private static readonly DateOnly Today = new(2026, 6, 16);
    private static readonly PartnerOptions Options = new();

    [Fact]
    public void Who_covers_acts_on_the_days_of_the_cover_and_on_no_other()
    {
        PartnerCover[] covers = [new() { Id = 1, PersonId = 10, CoverId = 20, FromOn = Today, UntilOn = Today.AddDays(3) }];
        Assert.Equal(10, CoverRules.Acting(1, 10, 30, covers, Today.AddDays(-1))!.ActingId);
        Assert.Equal(20, CoverRules.Acting(1, 10, 30, covers, Today)!.ActingId);
        Assert.Equal(20, CoverRules.Acting(1, 10, 30, covers, Today.AddDays(3))!.ActingId);
        Assert.Equal(10, CoverRules.Acting(1, 10, 30, covers, Today.AddDays(4))!.ActingId);
        Assert.Equal(10, CoverRules.Acting(1, 10, 30, [covers[0] with { EndedAt = DateTimeOffset.UnixEpoch }], Today)!.ActingId);
        Assert.Equal(30, CoverRules.Acting(1, null, 30, covers, Today)!.ActingId);
        Assert.Null(CoverRules.Acting(1, null, null, covers, Today));
    }

    [Fact]
    public void Sight_goes_with_focal_point_deputy_and_cover_of_the_day_and_with_nobody_else() =>
        Gen.Select(Gen.Long[1, 4], Gen.Long[1, 4], Gen.Long[1, 4], Gen.Long[1, 4], Gen.Int[-2, 2], Gen.Int[0, 3]).Sample((focal, deputy, absent, cover, from, length) =>
        {
            var partner = new Partner { FocalPointId = focal, DeputyId = deputy };
            PartnerCover[] covers = [new() { PersonId = absent, CoverId = cover, FromOn = Today.AddDays(from), UntilOn = Today.AddDays(from + length) }];
            var holds = from <= 0 && from + length >= 0 && (absent == focal || absent == deputy);
            for (var person = 1L; person <= 4; person++)
            {
                Assert.Equal(person == focal || person == deputy || (holds && person == cover), CoverRules.Sees(partner, person, covers, Today));
            }
        }, iter: 500);

    [Fact]
    public void A_caseload_puts_overdue_commitments_first_then_contacts_due_then_those_nobody_spoke_to_for_the_time_of_their_tier()
    {
        CaseloadLine Line(string name, PartnerTier tier, int overdue = 0, int? next = null, int silent = 0, int stale = 0, PartnerState state = PartnerState.Active)
        {
            var line = new CaseloadLine { Partner = new Partner { Name = name, Tier = tier, State = state, NextContactOn = next is { } days ? Today.AddDays(days) : null }, Overdue = overdue, NextDue = overdue > 0 ? Today.AddDays(-overdue) : null, SilentDays = silent, Stale = stale };
            return line with { Urgency = CaseloadRules.UrgencyOf(line, Options, Today) };
        }

        var ordered = CaseloadRules.Order(
        [
            Line("calm", PartnerTier.Light, silent: 180), Line("stale", PartnerTier.Light, stale: 1), Line("silent close", PartnerTier.Close, silent: 31), Line("silent light", PartnerTier.Light, silent: 181),
            Line("due", PartnerTier.Light, next: 0), Line("missed", PartnerTier.Light, next: -3), Line("late", PartnerTier.Light, overdue: 1), Line("later", PartnerTier.Light, overdue: 9),
            Line("at rest", PartnerTier.Close, silent: 400, state: PartnerState.Dormant), Line("agreed", PartnerTier.Close, next: 5, silent: 60),
        ]);
        Assert.Equal(["later", "late", "missed", "due", "silent light", "silent close", "stale", "at rest", "calm", "agreed"], ordered.Select(line => line.Partner.Name));
    }

    [Fact]
    public void Nobody_is_reached_in_a_way_they_refused_or_that_does_not_work_or_after_they_are_gone()
    {
        var contact = new PartnerContact { Email = "a@b.example", Phone = "+44 151 496 0123", PurposeNames = "|WrittenTo|CallDown|", CallOrder = 1 };
        Assert.All(Enum.GetValues<ContactWay>(), way => Assert.True(ContactRules.MayReach(contact, way)));
        Assert.True(ContactRules.MayCallDown(contact));
        Assert.False(ContactRules.MayReach(contact with { NotByEmail = true }, ContactWay.Email));
        Assert.True(ContactRules.MayReach(contact with { NotByEmail = true }, ContactWay.Phone));
        Assert.False(ContactRules.MayReach(contact with { EmailFailedAt = DateTimeOffset.UnixEpoch }, ContactWay.Email));
        Assert.False(ContactRules.MayReach(contact with { NotByText = true }, ContactWay.Text));
        Assert.False(ContactRules.MayReach(contact with { Phone = null }, ContactWay.Phone));
        Assert.All(Enum.GetValues<ContactWay>(), way => Assert.False(ContactRules.MayReach(contact with { RemovedAt = DateTimeOffset.UnixEpoch }, way)));
        Assert.All(Enum.GetValues<ContactWay>(), way => Assert.False(ContactRules.MayReach(contact with { PurposeNames = "|CallDown|" }, way)));
        Assert.False(ContactRules.MayCallDown(contact with { PurposeNames = "|WrittenTo|" }));
        Assert.False(ContactRules.MayCallDown(contact with { CallOrder = 0 }));
        Assert.False(ContactRules.MayCallDown(contact with { NotByEmail = true, NotByPhone = true, NotByText = true }));
    }

    [Fact]
    public void A_contact_needs_a_way_to_be_reached_and_is_called_in_a_crisis_only_if_they_agreed()
    {
        static IEnumerable<string> Codes(ContactPlan plan) => ContactRules.Check(plan).Select(refusal => refusal.Code);
        var plan = new ContactPlan { Name = "Safiya Noor", Email = "safiya@circle.example", Purposes = [ContactPurpose.WrittenTo] };
        Assert.Empty(Codes(plan));
        Assert.Equal(["contact.unreachable"], Codes(plan with { Email = " " }));
        Assert.Equal(["contact.call-down-unasked"], Codes(plan with { CallOrder = 1 }));
        Assert.Empty(Codes(plan with { CallOrder = 1, Purposes = [ContactPurpose.WrittenTo, ContactPurpose.CallDown] }));
        Assert.Equal(["contact.no-number"], Codes(plan with { DayAndNight = true }));
        Assert.Equal(["contact.phone-unfit"], Codes(plan with { Phone = "ring me" }));
    }

    [Fact]
    public void A_handover_asks_of_every_restricted_note_whether_it_passes_on()
    {
        var officer = new Actor(1, "Farah", new HashSet<string> { Roles.FocalPoint });
        Partner[] partners = [new() { OrganisationId = 7, FocalPointId = 1 }];
        PartnerNote[] notes = [new() { Id = 70, OrganisationId = 7 }];
        var plan = new HandoverPlan { FromId = 1, ToId = 2, Partners = new Dictionary<long, string?> { [7] = null } };
        IEnumerable<string> Codes(Actor actor, HandoverPlan asked) => HandoverRules.Check(actor, asked, [1, 2], partners, notes).Select(refusal => refusal.Code);
        Assert.Equal(["handover.note-undecided"], Codes(officer, plan));
        var decided = plan with { Notes = new Dictionary<long, bool> { [70] = false } };
        Assert.Empty(Codes(officer, decided));
        Assert.Equal(["handover.not-yours"], Codes(officer with { PersonId = 3 }, decided));
        Assert.Equal(["partner.officer-missing"], Codes(officer, decided with { ToId = 9 }));
        Assert.Equal(["handover.not-theirs"], Codes(officer with { PersonId = 5 }, decided with { FromId = 5 }));
    }

    [Fact]
    public void A_focal_point_is_named_once_and_changes_by_handover_alone()
    {
        var partner = new Partner { FocalPointId = 1 };
        IEnumerable<string> Codes(PartnerEyes eyes, Partner before, PartnerPlan plan) => PartnerRules.Check(eyes, before, plan, [1, 2], Today).Select(refusal => refusal.Code);
        Assert.Empty(Codes(PartnerEyes.OtherFocalPoint, new Partner(), new PartnerPlan { FocalPointId = 2 }));
        Assert.Equal(["partner.not-yours"], Codes(PartnerEyes.OtherFocalPoint, partner, new PartnerPlan { FocalPointId = 1, DeputyId = 2 }));
        Assert.Equal(["partner.hand-over"], Codes(PartnerEyes.FocalPoint, partner, new PartnerPlan { FocalPointId = 2 }));
        Assert.Equal(["partner.hand-over"], Codes(PartnerEyes.Administrator, partner, new PartnerPlan()));
        Assert.Equal(["partner.deputy-same"], Codes(PartnerEyes.FocalPoint, partner, new PartnerPlan { FocalPointId = 1, DeputyId = 1 }));
        Assert.Empty(Codes(PartnerEyes.FocalPoint, partner, new PartnerPlan { FocalPointId = 1, DeputyId = 2 }));
    }
}
