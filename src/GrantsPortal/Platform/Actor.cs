namespace GrantsPortal.Platform;

/// <summary>The roles city staff and outside reviewers hold (product contract §3).</summary>
public static class Roles
{
    /// <summary>Runs the system.</summary>
    public const string Administrator = nameof(Administrator);

    /// <summary>Runs calls end to end.</summary>
    public const string ProgrammeOfficer = nameof(ProgrammeOfficer);

    /// <summary>Looks after partnerships.</summary>
    public const string FocalPoint = nameof(FocalPoint);

    /// <summary>Scores applications.</summary>
    public const string Reviewer = nameof(Reviewer);

    /// <summary>Decides.</summary>
    public const string Approver = nameof(Approver);

    /// <summary>Pays.</summary>
    public const string Finance = nameof(Finance);

    /// <summary>Reads everything, changes nothing.</summary>
    public const string Auditor = nameof(Auditor);

    /// <summary>Every role there is.</summary>
    public static readonly IReadOnlyList<string> All = [Administrator, ProgrammeOfficer, FocalPoint, Reviewer, Approver, Finance, Auditor];

    /// <summary>The roles that work for the city; reviewers may be outsiders.</summary>
    public static readonly IReadOnlyList<string> Staff = [Administrator, ProgrammeOfficer, FocalPoint, Approver, Finance, Auditor];
}

/// <summary>Who acts: a signed-in person with their roles, or the system itself.</summary>
/// <param name="PersonId">The person; null for the system and for the public.</param>
/// <param name="Name">Name for the log; never stored in the audit trail.</param>
/// <param name="Roles">The roles held at this moment.</param>
public sealed record Actor(long? PersonId, string Name, IReadOnlySet<string> Roles)
{
    /// <summary>The portal acting by itself: worker, verb or schedule.</summary>
    public static readonly Actor System = new(null, "GrantsPortal", new HashSet<string>());

    /// <summary>Somebody who is not signed in.</summary>
    public static readonly Actor Public = new(null, "Public", new HashSet<string>());

    /// <summary>The person's id; throws when nobody is signed in.</summary>
    public long Person => PersonId ?? throw new InvalidOperationException("No person acts here.");

    /// <summary>Whether the actor holds any of the roles.</summary>
    public bool Is(params ReadOnlySpan<string> roles)
    {
        foreach (var role in roles)
        {
            if (Roles.Contains(role))
            {
                return true;
            }
        }

        return false;
    }
}
