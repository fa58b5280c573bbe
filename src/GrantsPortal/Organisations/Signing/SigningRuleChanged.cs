using GrantsPortal.Platform.Mail;

namespace GrantsPortal.Organisations.Signing;

/// <summary>What happened to an organisation's signing rule.</summary>
public enum SigningChange
{
    /// <summary>Two Owners have to sign from now on.</summary>
    Tightened,

    /// <summary>An Owner asks that one be enough.</summary>
    Asked,

    /// <summary>One is enough from now on.</summary>
    Loosened,

    /// <summary>The request that one be enough was dropped.</summary>
    Dropped,
}

/// <summary>Tells an Owner what happened to the signing rule.</summary>
/// <param name="Organisation">The organisation's name.</param>
/// <param name="Change">Name of a <see cref="SigningChange"/>.</param>
/// <param name="By">Who did it.</param>
/// <param name="Path">Where the rule is.</param>
public sealed record SigningRuleChanged(string Organisation, string Change, string By, string Path) : Message
{
    /// <inheritdoc/>
    public override MessageKind Kind => MessageKind.Letter;

    /// <summary>For the preview.</summary>
    public static SigningRuleChanged Sample { get; } = new("Riverside Youth Forum", "Asked", "Amina Yusuf", "/my/organisation/riverside-youth-forum/signing");
}
