using GrantsPortal.Platform;

namespace GrantsPortal.Funds;

/// <summary>Who may do what with funds.</summary>
public static class FundRules
{
    /// <summary>Whether the actor keeps programmes: programme officers, and the portal itself.</summary>
    public static bool MayRun(Actor actor) => actor.Is(Roles.ProgrammeOfficer) || actor == Actor.System;
}
