using GrantsPortal.Organisations;
using GrantsPortal.Partnerships.Access;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;

namespace GrantsPortal.Web.Partnerships;

/// <summary>
/// A module's part of a partner's page, for staff. Register each with <c>AddSingleton&lt;IPartnerPart, …&gt;()</c>; the page knows
/// none of them by name. A part shows and leads to a page; what can be refused at a field is a page of its own.
/// </summary>
public interface IPartnerPart
{
    /// <summary>Where it stands: commitments 10, occasions 20, certificates 30, awards 40.</summary>
    int Order { get; }

    /// <summary>As what it may be read; whoever may not read it does not see the part.</summary>
    PartnerField Field { get; }

    /// <summary>What it has to say of the partner, read in few queries; null when there is nothing.</summary>
    Task<PartnerPart?> For(PartnerSight sight, UnitOfWork work);
}

/// <summary>A partner before somebody's eyes.</summary>
/// <param name="Organisation">The partner.</param>
/// <param name="Actor">Who looks.</param>
/// <param name="MayKeep">Whether they keep the record of partnerships.</param>
/// <param name="Today">The day of the city's calendar.</param>
/// <param name="At">The instant it was read.</param>
/// <param name="Reading">What they may read of it.</param>
public sealed record PartnerSight(Organisation Organisation, Actor Actor, bool MayKeep, DateOnly Today, DateTimeOffset At, PartnerReading Reading)
{
    /// <summary>Whether they may see a field.</summary>
    public bool May(PartnerField field) => Reading.May(field);
}

/// <summary>One part of a partner's page.</summary>
/// <param name="Id">Its fragment in the address, such as <c>commitments</c>.</param>
/// <param name="Heading">English heading, said through the localiser.</param>
/// <param name="View">Path of the partial view that shows it.</param>
/// <param name="Model">That view's model.</param>
public sealed record PartnerPart(string Id, string Heading, string View, object Model)
{
    /// <summary>As what it is read.</summary>
    public PartnerField Field { get; init; }
}
