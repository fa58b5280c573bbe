using GrantsPortal.Platform;
using GrantsPortal.Platform.Text;

namespace GrantsPortal.Funds;

/// <summary>Who may do what with funds.</summary>
public static class FundRules
{
    /// <summary>Most words of a reason for committing more than is free.</summary>
    public const int ReasonWords = 200;

    /// <summary>Whether the actor keeps programmes: programme officers, and the portal itself.</summary>
    public static bool MayRun(Actor actor) => actor.Is(Roles.ProgrammeOfficer) || actor == Actor.System;

    /// <summary>
    /// Whether the actor keeps funding sources and budgets: finance, and the portal itself. Officers do not, so that nobody
    /// widens the budget that their own recommendations are held against.
    /// </summary>
    public static bool MayKeepBudgets(Actor actor) => actor.Is(Roles.Finance) || actor == Actor.System;

    /// <summary>
    /// Whether somebody may be given the right to commit more than is free. Refused with <c>overdraw.not-administrator</c>,
    /// <c>overdraw.own</c> or <c>overdraw.not-approver</c>.
    /// </summary>
    public static Refusal? MayGiveOverdraw(Actor actor, long person, bool isApprover) => actor switch
    {
        _ when !actor.Is(Roles.Administrator) => new Refusal("overdraw.not-administrator"),
        { PersonId: { } own } when own == person => new Refusal("overdraw.own"),
        _ when !isApprover => new Refusal("overdraw.not-approver"),
        _ => null,
    };

    /// <summary>
    /// Whether an amount may be committed against what is free. Refused with <c>fund.not-free</c> (needed, free, fund, year), at the
    /// reason where the actor holds the right and gave none, and with <c>fund.reason-long</c> (limit).
    /// </summary>
    /// <param name="needed">What is to be committed.</param>
    /// <param name="free">What is free in the fund and budget year.</param>
    /// <param name="fund">Name of the fund.</param>
    /// <param name="year">The budget year as people write it.</param>
    /// <param name="holdsRight">Whether the actor is an approver with the right to commit more.</param>
    /// <param name="reason">Why more is to be committed.</param>
    public static Refusal? MayCommit(Money needed, Money free, string fund, string year, bool holdsRight, string? reason) => reason switch
    {
        _ when needed <= free => null,
        _ when !holdsRight => new Refusal("fund.not-free", needed, free, fund, year),
        _ when string.IsNullOrWhiteSpace(reason) => new Refusal("fund.not-free", needed, free, fund, year).At("Overdraw"),
        _ when WordCount.Of(reason) > ReasonWords => new Refusal("fund.reason-long", ReasonWords).At("Overdraw"),
        _ => null,
    };
}
