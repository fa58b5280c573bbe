using System.Globalization;

namespace GrantsPortal.Web.Shared;

/// <summary>Addresses of lists with their filters.</summary>
public static class Address
{
    /// <summary>A path with a query of what is given; empty values are left out.</summary>
    public static string Of(string path, params ReadOnlySpan<(string Name, object? Value)> query)
    {
        var address = path;
        foreach (var (name, value) in query)
        {
            if (Convert.ToString(value, CultureInfo.InvariantCulture) is { Length: > 0 } text)
            {
                address += $"{(address.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{name}={Uri.EscapeDataString(text)}";
            }
        }

        return address;
    }
}
