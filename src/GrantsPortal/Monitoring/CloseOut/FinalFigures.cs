using System.Security.Cryptography;
using System.Text;
using GrantsPortal.Platform;

namespace GrantsPortal.Monitoring.CloseOut;

/// <summary>What an award came to, in minor units of its currency.</summary>
public sealed record FinalFigures
{
    /// <summary>ISO 4217 code.</summary>
    public string Currency { get; init; } = "GBP";

    /// <summary>What was decided at first.</summary>
    public long AwardedMinor { get; init; }

    /// <summary>What the award is now, after every variation.</summary>
    public long AgreedMinor { get; init; }

    /// <summary>What was paid, by the ledger.</summary>
    public long PaidMinor { get; init; }

    /// <summary>What accepted reports count as spent.</summary>
    public long SpentMinor { get; init; }

    /// <summary>What came back, by the ledger.</summary>
    public long ReturnedMinor { get; init; }

    /// <summary>What was asked back and given up.</summary>
    public long WrittenOffMinor { get; init; }

    /// <summary>What is asked back and has not come.</summary>
    public long AskedMinor { get; init; }

    /// <summary>What came back beyond what was asked, and has still to be given back to the organisation.</summary>
    public long SurplusMinor { get; init; }

    /// <summary>What is bound for it and was not paid, by the ledger; released when it is closed.</summary>
    public long CommittedMinor { get; init; }

    /// <summary>What variations added, or took away.</summary>
    public long VariedMinor => AgreedMinor - AwardedMinor;

    /// <summary>What was paid and not spent.</summary>
    public long UnspentMinor => Math.Max(0, PaidMinor - SpentMinor);

    /// <summary>What the organisation spent beyond what was paid.</summary>
    public long OverspentMinor => Math.Max(0, SpentMinor - PaidMinor);

    /// <summary>What still has to come back: unspent, neither returned nor given up.</summary>
    public long ToReturnMinor => Math.Max(0, UnspentMinor - ReturnedMinor - WrittenOffMinor);

    /// <summary>What still has to be asked back.</summary>
    public long ToAskMinor => Math.Max(0, ToReturnMinor - AskedMinor);

    /// <summary>An amount of these figures.</summary>
    public Money Of(long minor) => Money.FromMinor(minor, Currency);

    /// <summary>The figures as JSON that is the same for the same figures.</summary>
    public string Write() => Json.Write(this);

    /// <summary>SHA-256 of <see cref="Write"/> in UTF-8, in hexadecimal.</summary>
    public static string HashOf(string figures) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(figures)));
}
