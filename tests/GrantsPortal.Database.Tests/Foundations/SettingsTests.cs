using GrantsPortal.Platform;
using GrantsPortal.Platform.Settings;
using GrantsPortal.TestWorld;
using Microsoft.Extensions.Options;
using Xunit;

namespace GrantsPortal.Database.Tests.Foundations;

public sealed class SettingsTests : IDisposable
{
    private static readonly Actor Admin = new(1, "Ada", new HashSet<string> { Roles.Administrator });
    private readonly City _city = new();

    private SettingsDesk Desk => _city.Portal.Get<SettingsDesk>();

    public void Dispose() => _city.Dispose();

    [Fact]
    public async Task A_changed_setting_holds_at_once_and_an_emptied_one_goes_back()
    {
        var portal = _city.Portal.Get<IOptions<PortalOptions>>();
        var before = portal.Value.ContactEmail;

        Assert.True((await Change("Portal:ContactEmail", "help@riverton.example", 0)).Done);
        Assert.Equal("help@riverton.example", portal.Value.ContactEmail);

        Assert.True((await Change("Portal:ContactEmail", "", 1)).Done);
        Assert.Equal(before, portal.Value.ContactEmail);
    }

    [Fact]
    public async Task Of_two_who_change_a_setting_the_second_is_told_what_it_is_now()
    {
        await Change("Awards:OfferDays", "20", 0);
        Assert.True((await Change("Awards:OfferDays", "25", 1)).Done);

        var refused = await Change("Awards:OfferDays", "40", 1);

        var refusal = Assert.Single(refused.Refusals);
        Assert.Equal(("setting.changed-meanwhile", "25", "Awards:OfferDays"), (refusal.Code, refusal.Args[0], refusal.Field));
        Assert.Equal("25", (await Desk.Show()).Single(setting => setting.Definition.Name == "Awards:OfferDays").Value);
    }

    [Theory]
    [InlineData("Portal:Theme:Strong", "#777777", "setting.too-light")]
    [InlineData("Portal:Theme:Strong", "red", "setting.not-a-colour")]
    [InlineData("Portal:ContactEmail", "nobody", "setting.not-an-address")]
    [InlineData("Awards:OfferDays", "0", "setting.not-a-number")]
    [InlineData("Awards:OfferDays", "soon", "setting.not-a-number")]
    public async Task A_value_that_cannot_be_used_is_refused_and_nothing_is_changed(string name, string value, string code)
    {
        var refused = await Desk.Change(Admin, [new SettingChange("Portal:Promise:en", "We stand together.", 0), new SettingChange(name, value, 0)]);

        Assert.Equal(code, Assert.Single(refused.Refusals).Code);
        Assert.DoesNotContain(await Desk.Show(), setting => setting.Stored is not null);
    }

    [Fact]
    public async Task What_is_no_setting_of_the_portal_cannot_be_set()
    {
        await Change("Mail:Password", "stolen", 0);

        Assert.Empty(await _city.Read(SettingRepository.All));
    }

    private Task<Outcome> Change(string name, string value, int version) => Desk.Change(Admin, [new SettingChange(name, value, version)]);
}
