using GrantsPortal.Events.Invitations;
using GrantsPortal.Organisations;

namespace GrantsPortal.Web.Events;

/// <summary>A segment as chosen; in the address while it is looked at.</summary>
public sealed class SegmentForm
{
    /// <summary>Districts.</summary>
    public List<string> Districts { get; set; } = [];

    /// <summary>Codes of themes.</summary>
    public List<string> Themes { get; set; } = [];

    /// <summary>Kinds of organisation.</summary>
    public List<OrganisationKind> Kinds { get; set; } = [];

    /// <summary>The call they were funded under.</summary>
    public long? Call { get; set; }

    /// <summary>Whether they were not seen for six months.</summary>
    public bool NotSeen { get; set; }

    /// <summary>Languages people are written to in.</summary>
    public List<string> Languages { get; set; } = [];

    /// <summary>Which of their members.</summary>
    public InvitedMembers Members { get; set; }

    /// <summary>Whether it was asked whom it meets.</summary>
    public bool Look { get; set; }

    /// <summary>Stands for the people shown.</summary>
    public string? Seal { get; set; }

    /// <summary>What the use case takes; empty values are no choice.</summary>
    public Segment Read() => new()
    {
        Districts = [.. Districts.Where(name => !string.IsNullOrWhiteSpace(name))],
        Themes = [.. Themes.Where(code => !string.IsNullOrWhiteSpace(code))],
        Kinds = Kinds,
        CallId = Call,
        NotSeen = NotSeen,
        Languages = [.. Languages.Where(code => !string.IsNullOrWhiteSpace(code))],
        Members = Members,
    };
}
