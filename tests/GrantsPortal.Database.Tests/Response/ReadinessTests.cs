using System.Text.Json;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Audit;
using GrantsPortal.Response.Offers;
using GrantsPortal.Response.Readiness;
using GrantsPortal.Response.RoleHolders;
using GrantsPortal.TestWorld;
using Xunit;

namespace GrantsPortal.Database.Tests.Response;

/// <summary>Roles from being asked to being confirmed, and what is stale meanwhile.</summary>
public sealed class ReadinessTests : IDisposable
{
    private const string Holder = "nadia@police.example";
    private static readonly RolePlan Police = new() { Level = RoleLevel.Police, Organisation = "Riverton Police", WhatFor = "Places of worship", HolderName = "Nadia Rahman", Email = Holder };
    private readonly City _city = new();

    public void Dispose() => _city.Dispose();

    [Fact]
    public async Task The_holder_is_asked_twice_each_once_then_the_officer_and_one_press_ends_it_until_the_next_date()
    {
        var person = await _city.Person("Farah Siddiqui", Roles.FocalPoint);
        var officer = City.Acting(person, Roles.FocalPoint);
        var desk = _city.Portal.Get<RoleDesk>();
        var id = (await desk.Add(officer, Police)).Value;
        Assert.Equal(180, (await Role(id)).ConfirmBy.DayNumber - Today.DayNumber);

        Assert.Equal((0, 0), await After(165, person.Email));
        Assert.Equal((1, 0), await After(1, person.Email));
        Assert.Equal((1, 0), await After(5, person.Email));
        Assert.Equal((2, 0), await After(9, person.Email));
        Assert.Equal(0, await Stale());
        Assert.Equal((2, 1), await After(1, person.Email));
        Assert.Equal((2, 1), await After(1, person.Email));
        Assert.Equal(1, await Stale());

        var token = (await _city.LinkTo(Holder, nameof(RoleStillRight))).Split('/')[^1];
        var before = await Role(id);
        Assert.NotNull(await desk.Read(token));
        Assert.Equal(before, await Role(id));
        Assert.Null(await desk.Read(token[..^1] + (token[^1] == 'A' ? 'B' : 'A')));
        City.Must(await desk.Answer(token, stillMine: true));
        Assert.Equal(180, (await Role(id)).ConfirmBy.DayNumber - Today.DayNumber);
        Assert.Equal(0, await Stale());
        Assert.Equal("role.not-asked", (await desk.Answer(token, stillMine: false))!.Value.Refusals[0].Code);

        // A new round has a key of its own: the old link is dead.
        await After(170, person.Email);
        Assert.Null(await desk.Read(token));
        City.Must(await desk.Answer((await _city.LinkTo(Holder, nameof(RoleStillRight))).Split('/')[^1], stillMine: false));
        Assert.NotNull((await Role(id)).DeniedAt);
        Assert.Equal(2, (await _city.MailTo(person.Email)).Count(mail => mail.Template == nameof(RoleUnconfirmed)));
    }

    [Fact]
    public async Task A_link_is_dead_with_another_holder_and_nothing_of_a_holder_is_kept_after_the_end()
    {
        var officer = await _city.CrisisOfficer();
        var desk = _city.Portal.Get<RoleDesk>();
        var id = (await desk.Add(officer, Police with { ConfirmBy = Today.AddDays(10) })).Value;
        await _city.RunJob("response.roles");
        var token = (await _city.LinkTo(Holder, nameof(RoleStillRight))).Split('/')[^1];
        Assert.NotNull(await desk.Read(token));
        Assert.Equal("role.changed-meanwhile", (await desk.Edit(officer, id, 99, Police))!.Value.Refusals[0].Code);
        City.Must(await desk.Edit(officer, id, (await Role(id)).Version, Police with { HolderName = "Omar Diaz", Email = "omar@police.example" }));
        Assert.Null(await desk.Read(token));
        Assert.Null(await desk.Answer(token, stillMine: true));
        City.Must(await desk.End(officer, id, (await Role(id)).Version));
        var ended = await Role(id);
        Assert.Equal(("", null, "", "", null), (ended.HolderName, ended.Email, ended.Phone, ended.Deputy, ended.LinkKey));
    }

    [Fact]
    public async Task Where_the_officer_has_left_others_are_told_until_the_roles_are_handed_over_all_or_none()
    {
        var (farah, noor, ada) = (await _city.Person("Farah Siddiqui", Roles.FocalPoint), await _city.Person("Noor Haddad", Roles.FocalPoint), await _city.Person("Ada Admin", Roles.Administrator));
        var (officer, other) = (City.Acting(farah, Roles.FocalPoint), City.Acting(noor, Roles.FocalPoint));
        var (desk, handover) = (_city.Portal.Get<RoleDesk>(), _city.Portal.Get<RoleHandover>());
        var first = (await desk.Add(officer, Police with { ConfirmBy = Today.AddDays(1) })).Value;
        var second = (await desk.Add(officer, Police with { WhatFor = "Marches", ConfirmBy = Today.AddDays(9) })).Value;
        var ended = (await desk.Add(officer, Police with { WhatFor = "Fires" })).Value;
        City.Must(await desk.End(officer, ended, 1));
        Assert.Equal(0, await Stale());
        await _city.Write(Actor.System, work => work.Execute("UPDATE Person SET DisabledAt = @now WHERE Id = @Id", new { farah.Id, now = work.Now }));
        Assert.Equal(2, await Stale());
        Assert.False((await Role(first)).IsKept);

        _city.Portal.Clock.Advance(TimeSpan.FromDays(2));
        await _city.RunJob("response.roles");
        await _city.RunJob("response.roles");
        Assert.Equal((0, 1, 1), (await Told(farah.Email), await Told(noor.Email), await Told(ada.Email)));
        Assert.Contains("Farah Siddiqui, who looked after it, works here no longer", (await _city.MailTo(noor.Email))[^1].TextBody, StringComparison.Ordinal);

        // Refused: to nobody, to somebody who has left, with an old version of one of the two, by who may not.
        foreach (var (actor, version, to, code) in new[]
        {
            (other, 1, (long?)null, "role.keeper-missing"), (other, 1, farah.Id, "role.keeper-missing"), (other, 99, noor.Id, "role.changed-meanwhile"), (City.Acting(ada, Roles.Auditor), 1, noor.Id, "incident.not-staff"),
        })
        {
            Assert.Equal(code, (await handover.Give(actor, first, version, to, all: true))!.Value.Refusals[0].Code);
        }

        Assert.Equal([farah.Id, farah.Id], [(await Role(first)).KeptBy, (await Role(second)).KeptBy]);
        Assert.Null(await handover.Give(other, 1, 1, noor.Id, all: true));
        City.Must(await handover.Give(City.Acting(ada, Roles.Administrator), first, 1, noor.Id, all: true));
        Assert.Equal([(noor.Id, true), (noor.Id, true), (farah.Id, false)], new[] { await Role(first), await Role(second), await Role(ended) }.Select(role => (role.KeptBy, role.IsKept)));
        var mail = Assert.Single(await _city.MailTo(noor.Email), mail => mail.Template == nameof(RolesHandedOver));
        Assert.Contains("Marches", mail.TextBody, StringComparison.Ordinal);
        Assert.DoesNotContain("Rahman", mail.TextBody, StringComparison.Ordinal);
        Assert.Equal(2, await _city.Read(work => work.Scalar<int>("SELECT COUNT(*) FROM AuditEntry WHERE Act = 'role.handed-over'")));

        // From now on the new officer alone is told, and one role goes on without the other.
        City.Must(await handover.Give(other, second, 2, ada.Id, all: false));
        _city.Portal.Clock.Advance(TimeSpan.FromDays(8));
        await _city.RunJob("response.roles");
        Assert.Equal((1, 2), (await Told(noor.Email), await Told(ada.Email)));

        async Task<int> Told(string address) => (await _city.MailTo(address)).Count(mail => mail.Template == nameof(RoleUnconfirmed));
    }

    [Fact]
    public async Task A_holder_is_given_all_that_is_kept_and_forgotten_in_every_column_while_another_stays_and_the_trail_is_whole()
    {
        Assert.SkipUnless(_city.CanWalk, "The walk over all columns reads SQLite's catalogue.");
        var officer = await _city.CrisisOfficer();
        var desk = _city.Portal.Get<RoleDesk>();
        var nadia = Police with { Phone = "01632 960 311", Hours = "Day and night", ConfirmBy = Today.AddDays(10) };
        var (first, second) = ((await desk.Add(officer, nadia)).Value, (await desk.Add(officer, nadia with { WhatFor = "Marches", Email = "Nadia@Police.example" })).Value);
        var other = (await desk.Add(officer, nadia with { HolderName = "Omar Diaz", Email = "omar@police.example", Phone = "01632 960 777" })).Value;
        await _city.RunJob("response.roles");
        string[] pieces = ["nadia", "rahman", "960 311"];
        foreach (var column in new[] { "ReadinessRole.HolderName", "ReadinessRole.Email", "ReadinessRole.NormalizedEmail", "ReadinessRole.Phone", "OutboxMessage.ToAddress", "OutboxMessage.ToName", "OutboxMessage.TextBody" })
        {
            Assert.Contains(column, await _city.Holding(pieces));
        }

        var file = JsonSerializer.Serialize(await desk.Holder(officer, first));
        Assert.All(["Nadia Rahman", "Marches", "Places of worship", "01632 960 311", "Day and night", "Is this still your role?"], piece => Assert.Contains(piece, file, StringComparison.Ordinal));
        Assert.DoesNotContain("Diaz", file, StringComparison.Ordinal);
        Assert.Null(await desk.Holder(City.Acting(await _city.Person("Ahmed Tan", Roles.Auditor), Roles.Auditor), first));

        var others = await _city.Holding(["omar", "diaz", "960 777"]);
        Assert.Equal("role.changed-meanwhile", (await desk.Forget(officer, first, 99))!.Value.Refusals[0].Code);
        Assert.NotEmpty(await _city.Holding(pieces));
        City.Must(await desk.Forget(officer, first, 1));
        Assert.Empty(await _city.Holding(pieces));
        Assert.Equal(others, await _city.Holding(["omar", "diaz", "960 777"]));
        Assert.Equal([("Places of worship", true), ("Marches", true), ("Places of worship", false)], new[] { await Role(first), await Role(second), await Role(other) }.Select(role => (role.WhatFor, RoleRules.IsStale(role, Today))));
        Assert.Null(await desk.Holder(officer, first));
        Assert.Empty(await _city.Read(AuditTrail.Check));
        Assert.Equal(2, await _city.Read(work => work.Scalar<int>("SELECT COUNT(*) FROM AuditEntry WHERE Act = 'role.holder-forgotten'")));
    }

    [Fact]
    public async Task The_weekly_summary_comes_once_a_week_and_only_where_something_is_stale()
    {
        var person = await _city.Person("Farah Siddiqui", Roles.FocalPoint);
        var officer = City.Acting(person, Roles.FocalPoint);
        await _city.RunJob("response.stale");
        Assert.Equal(0, await Summaries());
        var risk = (await _city.Portal.Get<RiskDesk>().Add(officer, Water(person.Id) with { Districts = [], Themes = ["crisis"] })).Value;
        _city.Portal.Clock.Advance(TimeSpan.FromDays(31));
        await _city.RunJob("response.stale");
        await _city.RunJob("response.stale");
        Assert.Equal(1, await Summaries());
        _city.Portal.Clock.Advance(TimeSpan.FromDays(7));
        await _city.RunJob("response.stale");
        Assert.Equal(2, await Summaries());
        City.Must(await _city.Portal.Get<RiskDesk>().Move(officer, risk, 1, RiskStates.Retire));
        _city.Portal.Clock.Advance(TimeSpan.FromDays(7));
        await _city.RunJob("response.stale");
        Assert.Equal(2, await Summaries());

        async Task<int> Summaries() => (await _city.MailTo(person.Email)).Count(mail => mail.Template == nameof(ReadinessStale));
    }

    [Fact]
    public async Task Readiness_counts_offers_of_partners_that_can_be_called_and_stale_ones_are_named()
    {
        var person = await _city.Person("Farah Siddiqui", Roles.FocalPoint);
        var officer = City.Acting(person, Roles.FocalPoint);
        var partners = await _city.CrisisPartners(2);
        City.Must(await _city.Portal.Get<CrisisDesk>().PutFor(officer, partners[0].Id, 0, [new CrisisOffer { Capability = CrisisCapability.Space }]));
        Assert.True((await _city.Portal.Get<RiskDesk>().Add(officer, Water(person.Id))).Done);
        var harbour = (await _city.Read(work => _city.Portal.Get<ReadinessReader>().Read(work, []))).Districts.Single(place => place.Place == "Harbour");
        Assert.Equal((Standing.Gaps, 1, 0), (harbour.Standing, harbour.Partners[CrisisCapability.Space], harbour.Partners[CrisisCapability.Languages]));

        _city.Portal.Clock.Advance(TimeSpan.FromDays(366));
        var stale = await _city.Read(work => _city.Portal.Get<StaleReader>().Read(work, 1));
        Assert.Equal((2, 1, 1, 1), (stale.ContactCount, stale.Contacts.Count, stale.OfferCount, stale.RiskCount));
        Assert.Equal((3, partners[0].Id), (stale.Contacts[0].Number, stale.Offers[0].OrganisationId));
    }

    private static RiskPlan WaterPlan => new() { Title = "High water", Districts = ["Harbour"], Capabilities = [CrisisCapability.Space, CrisisCapability.Languages], Likelihood = 3, Seriousness = 4 };

    private RiskPlan Water(long owner) => WaterPlan with { OwnerId = owner, ReviewBy = Today.AddDays(30), Talks = [new RiskTalk { FromWhom = "Housing", ToWhom = "Churches", About = "Beds" }] };

    private DateOnly Today => DateOnly.FromDateTime(_city.Now.UtcDateTime);

    private async Task<ReadinessRole> Role(long id) => (await _city.Read(work => RoleRepository.Find(work, id)))!;

    private Task<int> Stale() => _city.Read(work => RoleRepository.CountStale(work, Today));

    private async Task<(int Holder, int Officer)> After(int days, string officer)
    {
        _city.Portal.Clock.Advance(TimeSpan.FromDays(days));
        await _city.RunJob("response.roles");
        await _city.RunJob("response.roles");
        return ((await _city.MailTo(Holder)).Count, (await _city.MailTo(officer)).Count(mail => mail.Template == nameof(RoleUnconfirmed)));
    }
}
