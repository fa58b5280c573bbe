using GrantsPortal.People;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Mail;
using GrantsPortal.Platform.Settings;
using GrantsPortal.Web.Shared;
using GrantsPortal.Web.Shared.Languages;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace GrantsPortal.Web.Platform;

/// <summary>The settings that can be changed in the portal, and those that cannot.</summary>
[Authorize(Policies.ReadAdmin)]
public sealed class SettingsController(
    SettingsDesk desk, PortalDatabase database, IConfiguration configuration, IOptions<PortalOptions> portal, IOptions<MailOptions> mail,
    IOptions<StorageOptions> storage, Sentences sentences, IStringLocalizer<Texts> texts) : Controller
{
    /// <summary>Shows them.</summary>
    [HttpGet(PlatformRoutes.Settings)]
    public async Task<IActionResult> Index() => View(await Page(await desk.Show()));

    /// <summary>Changes them, all or none.</summary>
    [HttpPost(PlatformRoutes.Settings), Authorize(Policies.Administer)]
    public async Task<IActionResult> Save(IFormCollection form)
    {
        var settings = await desk.Show();
        // What was not touched is not asked for: somebody else may have changed it meanwhile, and theirs stays.
        var changes = settings.Where(setting => form.ContainsKey(setting.Definition.Name) && form[setting.Definition.Name] != form[setting.Definition.Name + ".opened"]).Select(setting => new SettingChange(
            setting.Definition.Name,
            form[setting.Definition.Name].ToString(),
            int.TryParse(form[setting.Definition.Name + ".version"], out var version) ? version : 0)).ToList();
        var outcome = await desk.Change(User.Actor(), changes);
        if (outcome.Done)
        {
            TempData.SayDone(texts["The settings are saved"]);
            return LocalRedirect(PlatformRoutes.Settings);
        }

        foreach (var change in changes)
        {
            ModelState.SetModelValue(change.Name, change.Value, change.Value);
        }

        ModelState.AddRefusals(outcome.Refusals, sentences);
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return View("Index", await Page(await desk.Show()));
    }

    private async Task<SettingsPage> Page(IReadOnlyList<SettingNow> settings)
    {
        await using var work = await database.Read();
        var people = await PersonRepository.Find(work, [.. settings.Select(setting => setting.Stored?.UpdatedBy).OfType<long>().Distinct()]);
        return new SettingsPage(settings, people.ToDictionary(person => person.Id, person => person.Name), Fixed());
    }

    /// <summary>What is set outside the portal; of a secret only whether it is set.</summary>
    private IReadOnlyList<(string Name, string Value)> Fixed()
    {
        string Secret(string name) => string.IsNullOrEmpty(configuration[name]) ? texts["Not set"] : texts["Set, not shown"];
        string Plain(string? value) => string.IsNullOrEmpty(value) ? texts["Not set"] : value;
        return
        [
            ("Portal:City", portal.Value.City), ("Portal:PublicUrl", portal.Value.PublicUrl), ("Portal:TimeZone", portal.Value.TimeZone),
            ("Portal:Currency", portal.Value.Currency), ("Portal:Languages", string.Join(", ", portal.Value.Languages)),
            ("Database:Provider", database.Dialect == Dialect.Sqlite ? "Sqlite" : "SqlServer"), ("ConnectionStrings:GrantsPortal", database.Place),
            ("Storage:Path", Path.GetFullPath(storage.Value.Path)),
            ("Mail:Host", Plain(mail.Value.Host)), ("Mail:Port", mail.Value.EffectivePort.ToString(System.Globalization.CultureInfo.InvariantCulture)),
            ("Mail:Security", mail.Value.Security.ToString()), ("Mail:User", Plain(mail.Value.User)), ("Mail:Password", Secret("Mail:Password")), ("Mail:From", Plain(mail.Value.From)),
            ("Demo:Enabled", configuration.GetValue("Demo:Enabled", false) ? "true" : "false"),
        ];
    }
}

/// <summary>What the page of settings shows.</summary>
public sealed record SettingsPage(IReadOnlyList<SettingNow> Settings, IReadOnlyDictionary<long, string> People, IReadOnlyList<(string Name, string Value)> Fixed)
{
    /// <summary>Who set it.</summary>
    public string? SetBy(SettingNow setting) => setting.Stored?.UpdatedBy is { } id ? People.GetValueOrDefault(id) : null;
}
