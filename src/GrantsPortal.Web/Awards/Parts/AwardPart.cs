using GrantsPortal.Awards;
using GrantsPortal.Organisations;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;

namespace GrantsPortal.Web.Awards.Parts;

/// <summary>
/// A module's part of an award's page: what it has to say about the award, to its members and to staff. Register each
/// with <c>AddSingleton&lt;IAwardPart, …&gt;()</c>; the pages know none of them by name. A part shows and leads to a page
/// or posts a button; what can be refused at a field is a page of its own.
/// </summary>
public interface IAwardPart
{
    /// <summary>Where it stands: what is to do 10, conditions 20, money 30, reports 40, changes 50, facts 60, documents 70, terms 80, history 90.</summary>
    int Order { get; }

    /// <summary>What its members see, read in few queries; null when there is nothing to show.</summary>
    Task<AwardPart?> ForMember(AwardSight sight, UnitOfWork work) => Task.FromResult<AwardPart?>(null);

    /// <summary>What staff see, read in few queries; null when there is nothing to show.</summary>
    Task<AwardPart?> ForStaff(AwardSight sight, UnitOfWork work) => Task.FromResult<AwardPart?>(null);
}

/// <summary>An award before somebody's eyes.</summary>
/// <param name="Award">The award.</param>
/// <param name="Actor">Who looks at it.</param>
/// <param name="Role">What they may do in its organisation; null for staff.</param>
/// <param name="At">When the request reached the server.</param>
public sealed record AwardSight(Award Award, Actor Actor, MemberRole? Role, DateTimeOffset At)
{
    /// <summary>Whether the reader may write and hand in for the organisation.</summary>
    public bool MayEdit => Role is MemberRole.Owner or MemberRole.Editor;

    /// <summary>Whether the reader signs for the organisation.</summary>
    public bool IsOwner => Role is MemberRole.Owner;

    /// <summary>Whether the reader is an officer; only where staff look.</summary>
    public bool IsOfficer => Role is null && Actor.Is(Roles.ProgrammeOfficer);
}

/// <summary>One part of an award's page.</summary>
/// <param name="Id">Its fragment in the address, such as <c>conditions</c>.</param>
/// <param name="Heading">English heading, said through the localiser; null when the view needs none or writes its own.</param>
/// <param name="View">Path of the partial view that shows it, such as <c>/Awards/Parts/_Facts.cshtml</c>.</param>
/// <param name="Model">That view's model.</param>
public sealed record AwardPart(string Id, string? Heading, string View, object Model);

/// <summary>The parts of an award's page in their order.</summary>
public sealed class AwardParts(IEnumerable<IAwardPart> parts)
{
    /// <summary>For members.</summary>
    public Task<IReadOnlyList<AwardPart>> ForMember(AwardSight sight, UnitOfWork work) => Read(part => part.ForMember(sight, work));

    /// <summary>For staff.</summary>
    public Task<IReadOnlyList<AwardPart>> ForStaff(AwardSight sight, UnitOfWork work) => Read(part => part.ForStaff(sight, work));

    private async Task<IReadOnlyList<AwardPart>> Read(Func<IAwardPart, Task<AwardPart?>> read)
    {
        var shown = new List<AwardPart>();
        foreach (var part in parts.OrderBy(part => part.Order))
        {
            if (await read(part) is { } found)
            {
                shown.Add(found);
            }
        }

        return shown;
    }
}
