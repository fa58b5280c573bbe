using System.Text.Json;
using GrantsPortal.Bookings;
using GrantsPortal.Organisations;
using GrantsPortal.Partnerships;
using GrantsPortal.Partnerships.Access;
using GrantsPortal.Partnerships.Caseload;
using GrantsPortal.Partnerships.Contacts;
using GrantsPortal.Partnerships.Engagements;
using GrantsPortal.Partnerships.Needs;
using GrantsPortal.Partnerships.Partners;
using GrantsPortal.People;
using GrantsPortal.People.Erasure;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Audit;
using GrantsPortal.Platform.Checks;
using GrantsPortal.Platform.Database;
using GrantsPortal.TestWorld;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace GrantsPortal.Database.Tests.Partnerships;

public sealed class DataProtectionTests : IDisposable
{
    private readonly City _city = new(("Inbound:Address", City.MailboxAddress));

    public void Dispose() => _city.Dispose();

    [Fact]
    public async Task After_erasure_no_table_holds_the_name_or_address_while_the_audit_trail_and_the_accounts_stay_whole()
    {
        Assert.SkipUnless(_city.CanWalk, "The walk over all columns reads SQLite's catalogue.");
        var (circle, zebedee) = await World();
        var before = await Holding();
        foreach (var column in new[] { "Person.Name", "Person.Email", "PartnerContact.Name", "PartnerContact.Email", "EngagementPerson.Name", "EngagementPast.People", "Booking.Name", "Booking.Email", "InboundMail.WriterName", "OutboxMessage.ToAddress", "Follower.Email" })
        {
            Assert.Contains(column, before);
        }

        var (accounts, entries, broken) = (await Accounts(), await Entries(), await Broken());
        City.Must(await _city.Portal.Get<ErasureDesk>().Erase(City.Acting(zebedee), City.Password));
        await _city.Portal.Get<global::GrantsPortal.Platform.Mail.OutboxSender>().Drain();

        // The last e-mail, which tells of the erasure itself, is the one thing that was written to them after it.
        Assert.Empty(await Holding("AND Template <> 'AccountErased'"));
        Assert.Equal(accounts, await Accounts());
        Assert.True(await Entries() > entries);
        Assert.Empty(await _city.Read(AuditTrail.Check));
        Assert.Equal(broken, await Broken());

        // What happened stays, without the name.
        Assert.Contains(await _city.Read(work => EngagementRepository.Of(work, circle.Id, null, 10)), engagement => engagement.Words == "They asked for the hall, on Mondays");
    }

    [Fact]
    public async Task The_download_of_ones_data_holds_contact_consents_engagements_bookings_mail_and_membership()
    {
        var (circle, zebedee) = await World();
        var parts = await _city.Portal.Get<ErasureDesk>().Download(City.Acting(zebedee));
        var text = JsonSerializer.Serialize(parts);
        foreach (var part in new[] { "partnershipContacts", "engagements", "bookings", "memberships", "account", "emails", "filedEmails" })
        {
            Assert.True(parts.Keys.Any(key => key.StartsWith(part, StringComparison.OrdinalIgnoreCase)), $"{part} of {string.Join(", ", parts.Keys)}");
        }

        Assert.Contains("CallDown", JsonSerializer.Serialize(parts, new JsonSerializerOptions { Converters = { new System.Text.Json.Serialization.JsonStringEnumConverter() } }), StringComparison.Ordinal);
        Assert.Contains("01632 960 999", text, StringComparison.Ordinal);
        Assert.Contains($"{circle.Id}", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_kind_of_record_is_forgotten_when_its_time_is_over_and_one_a_day_younger_stays()
    {
        var options = new PartnerOptions();
        var circle = await _city.Organisation("Harbour Circle", await _city.Person("Olga Owner"));
        var (farah, noor) = (await _city.Person("Farah Siddiqui", Roles.FocalPoint), await _city.Person("Noor Haddad", Roles.FocalPoint));
        var (first, second) = (City.Acting(farah, Roles.FocalPoint), City.Acting(noor, Roles.FocalPoint));
        City.Must(await _city.Portal.Get<PartnerDesk>().Change(first, circle.Id, 1, new PartnerPlan { FocalPointId = farah.Id }));
        var (handed, start) = (0, _city.Now);

        // Twice, a day apart; the sealed conversation is held and sealed on the same day.
        for (var day = 0; day < 2; day++)
        {
            var acting = handed % 2 == 0 ? first : second;
            await Said(acting, restricted: true);
            City.Must(await _city.Portal.Get<HandoverDesk>().HandOver(acting, new HandoverPlan
            {
                FromId = acting.Person,
                ToId = acting.Person == farah.Id ? noor.Id : farah.Id,
                Partners = new Dictionary<long, string?> { [circle.Id] = $"Said on day {day}" },
                Notes = (await _city.Read(work => PartnerRecords.NotesOf(work, [circle.Id]))).ToDictionary(note => note.Id, _ => true),
            }));
            acting = ++handed % 2 == 0 ? first : second;
            City.Must(await _city.Portal.Get<PartnerDesk>().WriteNote(acting, circle.Id, PartnerNoteKind.Trust, $"Note of day {day}"));
            var contact = (await _city.Portal.Get<ContactDesk>().Add(acting, circle.Id, new ContactPlan { Name = $"Contact of day {day}", Email = $"day{day}@circle.example", Purposes = [ContactPurpose.WrittenTo] }))!.Value.Value;
            City.Must(await _city.Portal.Get<ContactDesk>().Remove(acting, circle.Id, contact.Id, contact.Version));
            await Said(acting, restricted: false);
            _city.Portal.Clock.Advance(TimeSpan.FromDays(1));
        }

        // At each border: the older record is gone, the one a day younger is there.
        foreach (var border in new[] { ("contact", options.ContactMonths), ("sealed", options.SealedMonths), ("handover", options.HandoverMonths), ("note", options.NoteMonths), ("words", options.EngagementMonths) }.GroupBy(pair => pair.Item2).OrderBy(group => group.Key))
        {
            _city.Portal.Clock.Advance(start.AddMonths(border.Key).AddHours(12) - _city.Now);
            foreach (var (kind, _) in border)
            {
                Assert.Equal((kind, 2), (kind, await Left(kind)));
            }

            await _city.RunJob("partnerships.retention");
            foreach (var (kind, _) in border)
            {
                Assert.Equal((kind, 1), (kind, await Left(kind)));
            }
        }

        Assert.Equal(2, await _city.Read(work => CaseloadRepository.CountHandovers(work, circle.Id)));
        Assert.Equal(4, (await _city.Read(work => EngagementRepository.Of(work, circle.Id, null, 10))).Count);
        Assert.Empty(await _city.Read(AuditTrail.Check));

        async Task<long> Said(Actor acting, bool restricted) => (await _city.Portal.Get<EngagementDesk>().Log(acting, new EngagementLog(
            new EngagementPlan { OrganisationId = circle.Id, Kind = EngagementKind.Call, OfficerId = acting.Person, Words = "What was said", Restricted = restricted }, [], [])))!.Value.Value;

        Task<int> Left(string kind) => _city.Read(work => kind switch
        {
            "contact" => work.Scalar<int>("SELECT COUNT(*) FROM PartnerContact WHERE Name LIKE 'Contact of day%'"),
            "note" => work.Scalar<int>("SELECT COUNT(*) FROM PartnerNote"),
            "handover" => work.Scalar<int>("SELECT COUNT(*) FROM PartnerHandover WHERE Note IS NOT NULL"),
            "sealed" => work.Scalar<int>("SELECT COUNT(*) FROM Engagement WHERE SealedAt IS NOT NULL AND Words <> ''"),
            _ => work.Scalar<int>("SELECT COUNT(*) FROM Engagement WHERE SealedAt IS NULL AND Words <> ''"),
        });
    }

    /// <summary>Somebody who left traces in many modules, beside an award that was paid.</summary>
    private async Task<(Organisation Circle, Person Zebedee)> World()
    {
        var running = await _city.Running();
        await _city.PaidOut(running);
        var circle = running.Applicant.Organisation;
        var zebedee = await _city.Person("Zebedee Quorn");
        await _city.Member(circle, zebedee, MemberRole.Editor);
        var farah = await _city.Person("Farah Siddiqui", Roles.FocalPoint);
        var officer = City.Acting(farah, Roles.FocalPoint);
        City.Must(await _city.Portal.Get<PartnerDesk>().Change(officer, circle.Id, 1, new PartnerPlan { FocalPointId = farah.Id }));
        var contact = (await _city.Portal.Get<ContactDesk>().Add(officer, circle.Id, new ContactPlan
        {
            Name = zebedee.Name,
            Email = zebedee.Email,
            Phone = "01632 960 999",
            CallOrder = 1,
            DayAndNight = true,
            Purposes = [ContactPurpose.WrittenTo, ContactPurpose.CallDown],
        }))!.Value.Value;
        var plan = new EngagementPlan { OrganisationId = circle.Id, Kind = EngagementKind.Visit, OfficerId = farah.Id, Words = "They asked for the hall", People = [new EngagementPerson(contact.Id, zebedee.Name)] };
        var engagement = (await _city.Portal.Get<EngagementDesk>().Log(officer, new EngagementLog(plan, [], [new NeedPlan { Words = "A hall on Mondays", Kind = NeedKind.Need, Theme = "women", District = "Quayside", OrganisationId = circle.Id }])))!.Value;
        if (engagement.Refused)
        {
            engagement = (await _city.Portal.Get<EngagementDesk>().Log(officer, new EngagementLog(plan, [], [])))!.Value;
        }

        City.Must(await _city.Portal.Get<EngagementDesk>().Correct(officer, circle.Id, engagement.Value, 1, plan with { Words = "They asked for the hall, on Mondays" }));
        var occasion = await _city.Occasion(farah, 20);
        Assert.True((await _city.Portal.Get<BookingDesk>().Book(City.Acting(zebedee), occasion.Id, new BookingAsk { Guests = [new Guest(zebedee.Name, zebedee.Email)], OrganisationId = circle.Id }))!.Value.Done);
        var to = await _city.Forwarding(farah, circle);
        await _city.Comes(_city.Letter(to, "The hall is fine.", from: $"{zebedee.Name} <{zebedee.Email}>"));
        City.Must(await _city.Portal.Get<global::GrantsPortal.Following.FollowDesk>().Ask(City.Acting(zebedee), zebedee.Email, "en", new global::GrantsPortal.Following.AlertChoice { Calls = true }));
        await _city.Portal.Get<global::GrantsPortal.Platform.Mail.OutboxSender>().Drain();
        return (circle, zebedee);
    }

    /// <summary>Every column of text in the database in which the name or the address stands.</summary>
    private Task<SortedSet<string>> Holding(string? outbox = null) => _city.Holding(["zebedee", "quorn", "01632 960 999"], outbox);

    private Task<IReadOnlyList<string>> Accounts() => _city.Read(work => work.List<string>("SELECT b.Account || ' ' || b.Currency || ' ' || SUM(b.AmountMinor) FROM LedgerBalance b GROUP BY b.Account, b.Currency ORDER BY b.Account"));

    /// <summary>What verify finds; the world's award has made-up documents, of which it tells before as after.</summary>
    private async Task<IReadOnlyList<string>> Broken()
    {
        var found = new List<string>();
        foreach (var invariant in _city.Portal.Services.GetServices<IInvariant>())
        {
            found.AddRange(await _city.Read(invariant.Check));
        }

        return found;
    }

    private Task<long> Entries() => _city.Read(work => work.Scalar<long>("SELECT COUNT(*) FROM AuditEntry"));
}
