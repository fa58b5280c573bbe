using GrantsPortal.Platform.Database;
using Microsoft.Extensions.Configuration;

namespace GrantsPortal.Platform.Settings;

/// <summary>How a setting is entered.</summary>
public enum SettingKind
{
    /// <summary>One line.</summary>
    Text,

    /// <summary>A colour, as #rrggbb.</summary>
    Colour,

    /// <summary>An e-mail address.</summary>
    Email,

    /// <summary>A whole number.</summary>
    Number,
}

/// <summary>A setting that an administrator may change in the portal.</summary>
/// <param name="Name">Name as in the configuration.</param>
/// <param name="Label">What it is, in English.</param>
/// <param name="Hint">What it does, in English.</param>
/// <param name="Kind">How it is entered.</param>
/// <param name="Default">What holds where nothing is configured.</param>
/// <param name="Check">Why a value cannot be used; null when it can.</param>
public sealed record SettingDefinition(string Name, string Label, string Hint, SettingKind Kind, string Default, Func<string, Refusal?> Check);

/// <summary>Every setting that can be changed in the portal, in the order of the page.</summary>
public sealed record SettingCatalogue(IReadOnlyList<SettingDefinition> All);

/// <summary>A setting with what it is now.</summary>
/// <param name="Definition">What it is.</param>
/// <param name="Value">The value that holds.</param>
/// <param name="Stored">Set in the portal; null where the configuration's or the default holds.</param>
public sealed record SettingNow(SettingDefinition Definition, string Value, StoredSetting? Stored)
{
    /// <summary>Version of what is stored; 0 when nothing is.</summary>
    public int Version => Stored?.Version ?? 0;
}

/// <summary>One change asked for; an empty value means that the configuration's is to hold again.</summary>
public sealed record SettingChange(string Name, string Value, int Version);

/// <summary>Shows and changes the settings that are kept in the database.</summary>
public sealed class SettingsDesk(PortalDatabase database, StoredSettings stored, SettingCatalogue catalogue, IConfiguration configuration)
{
    /// <summary>Every setting with its present value.</summary>
    public async Task<IReadOnlyList<SettingNow>> Show()
    {
        await using var work = await database.Read();
        var kept = (await SettingRepository.All(work)).ToDictionary(setting => setting.Name, StringComparer.OrdinalIgnoreCase);
        return [.. catalogue.All.Select(definition => Now(definition, kept.GetValueOrDefault(definition.Name)))];
    }

    /// <summary>
    /// Changes settings, all or none. Refused at the setting's name with what its check says, or with
    /// <c>setting.changed-meanwhile</c> (the value it has now) when somebody else was quicker. Only what differs is written and audited.
    /// </summary>
    public async Task<Outcome> Change(Actor actor, IReadOnlyList<SettingChange> changes)
    {
        var known = catalogue.All.ToDictionary(definition => definition.Name, StringComparer.Ordinal);
        var wanted = changes.Where(change => known.ContainsKey(change.Name)).Select(change => change with { Value = change.Value.Trim() }).ToList();
        var wrong = wanted.Where(change => change.Value.Length > 0)
            .Select(change => known[change.Name].Check(change.Value)?.At(change.Name)).OfType<Refusal>().ToList();
        if (wrong.Count > 0)
        {
            return Outcome.Refuse(wrong);
        }

        await using (var work = await database.Write(actor))
        {
            var kept = (await SettingRepository.All(work)).ToDictionary(setting => setting.Name, StringComparer.OrdinalIgnoreCase);
            foreach (var change in wanted)
            {
                if (await Apply(work, known[change.Name], kept.GetValueOrDefault(change.Name), change) is { } refusal)
                {
                    return refusal;
                }
            }

            await work.Commit();
        }

        await stored.Read(database);
        return Outcome.Ok;
    }

    private async Task<Refusal?> Apply(UnitOfWork work, SettingDefinition definition, StoredSetting? kept, SettingChange change)
    {
        var now = Now(definition, kept);
        if (change.Value == now.Value || (change.Value.Length == 0 && kept is null))
        {
            return null;
        }

        var won = now.Version == change.Version && (kept, change.Value) switch
        {
            (null, _) => await SettingRepository.Add(work, definition.Name, change.Value),
            (_, "") => await SettingRepository.Forget(work, definition.Name, change.Version),
            _ => await SettingRepository.Change(work, definition.Name, change.Value, change.Version),
        };
        if (!won)
        {
            return new Refusal("setting.changed-meanwhile", now.Value).At(definition.Name);
        }

        work.Audit("setting.changed", "Setting", 0, new { definition.Name, From = now.Value, To = change.Value });
        return null;
    }

    private SettingNow Now(SettingDefinition definition, StoredSetting? kept) =>
        new(definition, kept?.Value ?? configuration[definition.Name] ?? definition.Default, kept);
}
