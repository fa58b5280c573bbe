using System.Globalization;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Mail;
using GrantsPortal.Platform.Settings;
using GrantsPortal.Web.Shared.Theme;

namespace GrantsPortal.Web.Platform;

/// <summary>The settings an administrator may change in the portal; all others belong to who runs the machine.</summary>
public static class PortalSettings
{
    /// <summary>Every such setting, in the order of the page, for a portal in these languages.</summary>
    public static IReadOnlyList<SettingDefinition> In(IReadOnlyList<string> languages) =>
    [
        new("Portal:ContactEmail", "Contact address", "People write here for help. It stands in every e-mail and on the pages about the site.", SettingKind.Email, "grants@localhost",
            value => MimeMaker.IsAddress(value) ? null : new Refusal("setting.not-an-address")),
        .. languages.Select(language => new SettingDefinition($"Portal:Promise:{language}",
            languages.Count == 1 ? "The city’s promise" : $"The city’s promise ({CultureInfo.GetCultureInfo(language).NativeName})",
            "One sentence below every page: what the city does and for whom.", SettingKind.Text, "",
            value => value.Length <= 200 ? null : new Refusal("setting.too-long", 200))),
        new("Portal:Theme:Strong", "Strong colour", "Buttons, links and headings. White on it must be readable.", SettingKind.Colour, new ThemeOptions().Strong,
            value => Colour(value, 7)),
        new("Portal:Theme:Accent", "Warm accent", "Small marks beside the strong colour. It must be seen on white.", SettingKind.Colour, new ThemeOptions().Accent,
            value => Colour(value, 3)),
        new("Awards:OfferDays", "Days an offer stands", "How long an organisation has to accept an award. Offers already made keep their date.", SettingKind.Number, "30",
            value => Number(value, 1, 365)),
        new("Organisations:RecoveryDays", "Days before a recovery takes effect", "How long members of an organisation have to object when an officer gives somebody new access to it.", SettingKind.Number, "7",
            value => Number(value, 1, 90)),
        new("Partnerships:CloseDays", "Days between contacts with close partners", "After so many days without a contact a close partner stands on its officer’s caseload as not spoken to.", SettingKind.Number, "30", value => Number(value, 1, 730)),
        new("Partnerships:RegularDays", "Days between contacts with regular partners", "The same for regular partners.", SettingKind.Number, "90", value => Number(value, 1, 730)),
        new("Partnerships:LightDays", "Days between contacts with light partners", "The same for light partners.", SettingKind.Number, "180", value => Number(value, 1, 730)),
        new("Partnerships:ContactMonths", "Months a removed contact is kept", "Then name, address and what was agreed to are forgotten.", SettingKind.Number, "12", value => Number(value, 1, 120)),
        new("Partnerships:NoteMonths", "Months a restricted note is kept", "Counted from when it was written.", SettingKind.Number, "36", value => Number(value, 1, 120)),
        new("Partnerships:HandoverMonths", "Months the words of a handover are kept", "That a partner was handed over stays.", SettingKind.Number, "24", value => Number(value, 1, 120)),
        new("Response:FamilyMonths", "Months the words of support for families are kept", "Counted from when it ended; kind, rough number, district and days stay.", SettingKind.Number, "24", value => Number(value, 1, 120)),
    ];

    private static Refusal? Colour(string value, double least)
    {
        if (value.Length != 7 || value[0] != '#' || !value[1..].All(char.IsAsciiHexDigit))
        {
            return new Refusal("setting.not-a-colour");
        }

        var contrast = GrantsPortal.Web.Shared.Theme.Colour.Of(value).ContrastWithWhite;
        return contrast >= least ? null : new Refusal("setting.too-light", contrast.ToString("0.0", CultureInfo.InvariantCulture), least);
    }

    private static Refusal? Number(string value, int least, int most) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most ? null : new Refusal("setting.not-a-number", least, most);
}
