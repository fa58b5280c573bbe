using GrantsPortal.Platform.Mail;

namespace GrantsPortal.Partnerships;

/// <summary>A commitment as an e-mail says it.</summary>
public sealed record DueLine(string Partner, bool ByCity, string What, DateOnly DueOn, bool Overdue)
{
    /// <summary>For previews.</summary>
    internal static readonly IReadOnlyList<DueLine> Samples =
    [
        new("Harbour Women’s Circle", true, "Send the list of halls that are free on Fridays", new(2026, 12, 1), true),
        new("Riverton Interfaith Walkers", false, "Name two walkers for the spring training", new(2026, 12, 11), false),
    ];
}

/// <summary>What an officer follows up and is due, all in one.</summary>
public sealed record CommitmentsDue(IReadOnlyList<DueLine> Lines, string Path) : Message
{
    /// <summary>How many there are.</summary>
    public int Count => Lines.Count;

    /// <summary>For the preview.</summary>
    public static CommitmentsDue Sample => new(DueLine.Samples, "/manage/partnerships?show=Mine");
}

/// <summary>What a partner promised and is due; to its Owners.</summary>
public sealed record PartnerCommitmentsDue(string Organisation, IReadOnlyList<DueLine> Lines, string Path) : Message
{
    /// <summary>For the preview.</summary>
    public static PartnerCommitmentsDue Sample => new("Riverton Interfaith Walkers", [DueLine.Samples[1]], "/my/commitments");
}

/// <summary>There is something to read behind sign-in; to the Owners of an organisation at risk.</summary>
public sealed record CommitmentNotice(string Path) : Message
{
    /// <summary>For the preview.</summary>
    public static CommitmentNotice Sample => new("/my/commitments");
}
