using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;

namespace GrantsPortal.Web.Shared.Theme;

/// <summary>The two colours a city chooses; section <c>Portal:Theme</c>. Written as <c>#rrggbb</c>.</summary>
public sealed class ThemeOptions
{
    /// <summary>Buttons, links and the band on top; white on it must be readable (7:1).</summary>
    public string Strong { get; set; } = "#0b4a55";

    /// <summary>The warm mark beside it; must be seen on white (3:1).</summary>
    public string Accent { get; set; } = "#d2571f";
}

/// <summary>Refuses colours that are no colours, or that would leave words unreadable.</summary>
public sealed partial class ThemeCheck : IValidateOptions<ThemeOptions>
{
    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, ThemeOptions options)
    {
        List<string> faults = [];
        Check(faults, "Portal:Theme:Strong", options.Strong, 7, "white text on it could not be read");
        Check(faults, "Portal:Theme:Accent", options.Accent, 3, "it could not be seen on white");
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static void Check(List<string> faults, string setting, string colour, double least, string why)
    {
        if (!Hex().IsMatch(colour ?? ""))
        {
            faults.Add($"{setting} is \"{colour}\": write a colour as #rrggbb, like #0b4a55.");
        }
        else if (Colour.Of(colour!).ContrastWithWhite is var contrast && contrast < least)
        {
            faults.Add(string.Create(CultureInfo.InvariantCulture, $"{setting} is {colour}, too light: {why} (contrast {contrast:0.0}, at least {least} is needed)."));
        }
    }

    [GeneratedRegex("^#[0-9a-fA-F]{6}\\z")]
    private static partial Regex Hex();
}

/// <summary>An sRGB colour.</summary>
public readonly record struct Colour(byte Red, byte Green, byte Blue)
{
    /// <summary>Reads <c>#rrggbb</c>; throws <see cref="FormatException"/> on anything else.</summary>
    public static Colour Of(string hex)
    {
        var bytes = Convert.FromHexString(hex.TrimStart('#'));
        return bytes.Length == 3 ? new(bytes[0], bytes[1], bytes[2]) : throw new FormatException("A colour is #rrggbb.");
    }

    /// <summary>Contrast with white after WCAG 2.2, 1 to 21.</summary>
    public double ContrastWithWhite => 1.05 / (Luminance + 0.05);

    /// <summary>Mixed with another: 0 leaves this one, 1 gives the other.</summary>
    public Colour Mix(Colour other, double share) => new(Between(Red, other.Red, share), Between(Green, other.Green, share), Between(Blue, other.Blue, share));

    /// <summary><c>#rrggbb</c>.</summary>
    public override string ToString() => $"#{Red:x2}{Green:x2}{Blue:x2}";

    private double Luminance => (0.2126 * Linear(Red)) + (0.7152 * Linear(Green)) + (0.0722 * Linear(Blue));

    private static double Linear(byte channel)
    {
        var c = channel / 255.0;
        return c <= 0.04045 ? c / 12.92 : Math.Pow((c + 0.055) / 1.055, 2.4);
    }

    private static byte Between(byte a, byte b, double share) => (byte)Math.Round(a + ((b - a) * share));
}
