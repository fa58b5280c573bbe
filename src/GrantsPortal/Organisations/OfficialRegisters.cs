namespace GrantsPortal.Organisations;

/// <summary>A register that gives organisations their legal number.</summary>
/// <param name="Code">Its code in org-id.guide, such as GB-CHC.</param>
/// <param name="Name">Its name, in the words of its country.</param>
public sealed record OfficialRegister(string Code, string Name);

/// <summary>The official registers a number can be of; codes after org-id.guide.</summary>
public static class OfficialRegisters
{
    /// <summary>Every register known here.</summary>
    public static readonly IReadOnlyList<OfficialRegister> All =
    [
        new("GB-CHC", "Charity Commission for England and Wales"),
        new("GB-SC", "Scottish Charity Register"),
        new("GB-NIC", "Charity Commission for Northern Ireland"),
        new("GB-COH", "Companies House (United Kingdom)"),
        new("IE-CHY", "Revenue charity number (Ireland)"),
        new("IE-CRO", "Companies Registration Office (Ireland)"),
        new("NL-KVK", "Kamer van Koophandel (Netherlands)"),
        new("BE-BCE_KBO", "KBO / BCE (Belgium)"),
        new("DK-CVR", "CVR (Denmark)"),
        new("NO-BRC", "Brønnøysundregistrene (Norway)"),
        new("FI-PRO", "PRH (Finland)"),
        new("US-EIN", "Employer Identification Number (United States)"),
        new("CA-CRA_ACR", "Canada Revenue Agency, charities"),
    ];

    /// <summary>The identifier of a number on a register; null when either is missing or the register is unknown.</summary>
    public static string? Id(string? register, string? number)
    {
        var plain = new string((number ?? "").Where(char.IsAsciiLetterOrDigit).ToArray()).ToUpperInvariant();
        return plain.Length > 0 && All.Any(known => known.Code == register) ? $"{register}-{plain}" : null;
    }

    /// <summary>Code of the register an identifier is of; null when it is none of ours.</summary>
    public static string? Of(string? officialId) =>
        All.FirstOrDefault(known => officialId?.StartsWith(known.Code + "-", StringComparison.Ordinal) == true)?.Code;

    /// <summary>The number within an identifier; the whole of it when its register is none of ours.</summary>
    public static string? NumberOf(string? officialId) => Of(officialId) is { } register ? officialId![(register.Length + 1)..] : officialId;
}
