using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;

namespace GrantsPortal.Web.Shared;

/// <summary>
/// A module's part of the page /my, below "what needs me": its short list, such as my applications. Register each with
/// <c>AddSingleton&lt;IMySection, …&gt;()</c>; the page knows none of them by name.
/// </summary>
public interface IMySection
{
    /// <summary>Where it stands: organisations 10, applications 20, awards 30.</summary>
    int Order { get; }

    /// <summary>What the person has of it, read in few queries; null when there is nothing to show.</summary>
    Task<MySection?> Read(Actor actor, UnitOfWork work);
}

/// <summary>One section of the page /my.</summary>
/// <param name="Heading">English heading, said through the localiser.</param>
/// <param name="View">Path of the partial view that shows it, such as <c>/Applications/_Mine.cshtml</c>.</param>
/// <param name="Model">That view's model.</param>
/// <param name="All">Where the whole list is; null when this is all of it.</param>
public sealed record MySection(string Heading, string View, object Model, string? All = null);
