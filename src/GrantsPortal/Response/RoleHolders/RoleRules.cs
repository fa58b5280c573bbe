using GrantsPortal.Platform;
using GrantsPortal.Response.Incidents;

namespace GrantsPortal.Response.RoleHolders;

/// <summary>Whom the portal tells that a role is to be confirmed; each once for a date.</summary>
public enum RoleNotice
{
    /// <summary>The holder, a fortnight before.</summary>
    Early = 1,

    /// <summary>The holder, on the day.</summary>
    Due = 2,

    /// <summary>The officer who keeps it, after the day.</summary>
    Officer = 3,
}

/// <summary>When a role is stale, who is told of it when, and what one needs.</summary>
public static class RoleRules
{
    /// <summary>Days before the date on which the holder is asked first.</summary>
    public const int EarlyDays = 14;

    /// <summary>Most days ahead that a date may lie.</summary>
    public const int MostDays = 732;

    /// <summary>Whether nobody can rely on it: past its date, the holder said that it is no longer theirs, or the officer who kept it has left.</summary>
    public static bool IsStale(ReadinessRole role, DateOnly today) => role.EndedAt is null && (role.ConfirmBy < today || role.DeniedAt is not null || !role.IsKept);

    /// <summary>The date after it was confirmed.</summary>
    public static DateOnly Next(DateOnly today, int days) => today.AddDays(Math.Clamp(days, 1, MostDays));

    /// <summary>
    /// Who is to be told today; null for nobody. The holder a fortnight before and on the day, the officer after it; where the holder
    /// cannot be written to, the officer on the day. Nobody is told twice, and what was missed is not made up for.
    /// </summary>
    public static RoleNotice? ToTell(DateOnly confirmBy, int told, bool canWrite, DateOnly today)
    {
        var now = today > confirmBy || (today == confirmBy && !canWrite) ? RoleNotice.Officer
            : today == confirmBy ? RoleNotice.Due
            : today >= confirmBy.AddDays(-EarlyDays) && canWrite ? RoleNotice.Early
            : (RoleNotice?)null;
        return now is { } notice && (int)notice > told ? notice : null;
    }

    /// <summary>Whether the holder's link waits for an answer.</summary>
    public static bool IsAsked(ReadinessRole role) => role is { EndedAt: null, DeniedAt: null, LinkKey: not null, Told: > 0 };

    /// <summary>Whether something may be done on it: null, or <c>incident.not-staff</c>, <c>role.ended</c>.</summary>
    public static Refusal? Against(Actor actor, ReadinessRole role) =>
        !IncidentRules.MayAct(actor) ? new Refusal("incident.not-staff") : role.EndedAt is null ? null : new Refusal("role.ended");

    /// <summary>What is wrong with giving it to another officer: <c>incident.not-staff</c>, <c>role.ended</c>; at <c>KeeperId</c> <c>role.keeper-missing</c>, <c>role.keeper-same</c>.</summary>
    public static Refusal? AgainstHandover(Actor actor, ReadinessRole role, long? to, IReadOnlyCollection<long> officers) =>
        Against(actor, role) ?? (to is not { } keeper || !officers.Contains(keeper) ? new Refusal("role.keeper-missing").At("KeeperId")
            : keeper == role.KeptBy ? new Refusal("role.keeper-same").At("KeeperId") : null);

    /// <summary>
    /// What is wrong with a role as written down: <c>incident.not-staff</c>; at its field <c>role.level-missing</c>, <c>role.missing</c>,
    /// <c>role.reach-missing</c> (at <c>Phone</c>, when there is neither telephone nor e-mail), <c>incident.text-long</c> (most),
    /// <c>role.date-odd</c> (most days), and like <see cref="People.EmailAddresses"/>. A date that stood before may stay.
    /// </summary>
    public static IReadOnlyList<Refusal> Check(Actor actor, RolePlan plan, DateOnly? before, DateOnly today)
    {
        if (!IncidentRules.MayAct(actor))
        {
            return [new Refusal("incident.not-staff")];
        }

        var wrong = new List<Refusal>();
        if (plan.Level is not { } level || !Enum.IsDefined(level))
        {
            wrong.Add(new Refusal("role.level-missing").At("Level"));
        }

        foreach (var (field, text, most, needed) in new[]
        {
            ("Organisation", plan.Organisation, 200, true), ("WhatFor", plan.WhatFor, 400, true), ("HolderName", plan.HolderName, 200, true),
            ("Phone", plan.Phone, 100, false), ("Hours", plan.Hours, 200, false), ("Deputy", plan.Deputy, 400, false),
        })
        {
            if (needed && string.IsNullOrWhiteSpace(text))
            {
                wrong.Add(new Refusal("role.missing").At(field));
            }
            else if (text.Trim().Length > most)
            {
                wrong.Add(new Refusal("incident.text-long", most).At(field));
            }
        }

        if (!string.IsNullOrWhiteSpace(plan.Email))
        {
            wrong.AddRange(People.EmailAddresses.Clean(plan.Email).Refusals.Select(refusal => refusal.At("Email")));
        }
        else if (string.IsNullOrWhiteSpace(plan.Phone))
        {
            wrong.Add(new Refusal("role.reach-missing").At("Phone"));
        }

        if (plan.ConfirmBy is { } day && day != before && (day < today || day > today.AddDays(MostDays)))
        {
            wrong.Add(new Refusal("role.date-odd", MostDays).At("ConfirmBy"));
        }

        return wrong;
    }
}
