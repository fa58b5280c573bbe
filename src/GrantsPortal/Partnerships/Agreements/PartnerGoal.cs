using GrantsPortal.Platform.States;

namespace GrantsPortal.Partnerships.Agreements;

/// <summary>What became of a goal; whether it is overdue follows from the calendar.</summary>
public enum PartnerGoalState
{
    /// <summary>Being worked on.</summary>
    Open,

    /// <summary>Reached.</summary>
    Met,

    /// <summary>Given up, with words.</summary>
    GivenUp,
}

/// <summary>A goal of an agreement.</summary>
public sealed class PartnerGoal
{
    /// <summary>Record id.</summary>
    public long Id { get; init; }

    /// <summary>The agreement.</summary>
    public long AgreementId { get; init; }

    /// <summary>What is to be reached.</summary>
    public string What { get; init; } = "";

    /// <summary>The partner whose it is; null for the city.</summary>
    public long? OrganisationId { get; init; }

    /// <summary>Its name.</summary>
    public string? OrganisationName { get; init; }

    /// <summary>By the end of which day of the city's calendar.</summary>
    public DateOnly DueOn { get; init; }

    /// <summary>What became of it.</summary>
    public PartnerGoalState State { get; init; }

    /// <summary>The day of the last reminder.</summary>
    public DateOnly? RemindedOn { get; init; }

    /// <summary>Counts notes of progress.</summary>
    public int Version { get; init; }

    /// <summary>Whether it should have been reached before a day.</summary>
    public bool IsOverdue(DateOnly today) => State == PartnerGoalState.Open && DueOn < today;
}

/// <summary>What was noted of a goal.</summary>
public sealed class GoalProgress
{
    /// <summary>The goal.</summary>
    public long GoalId { get; init; }

    /// <summary>As of which day.</summary>
    public DateOnly NotedOn { get; init; }

    /// <summary>What.</summary>
    public string Words { get; init; } = "";

    /// <summary>How the goal stood with it.</summary>
    public PartnerGoalState State { get; init; }

    /// <summary>Who noted it.</summary>
    public string NotedByName { get; init; } = "";
}

/// <summary>A goal that is due, with what is needed to say so.</summary>
public sealed class DueGoal
{
    /// <summary>The goal.</summary>
    public long Id { get; init; }

    /// <summary>The agreement's reference.</summary>
    public string Reference { get; init; } = "";

    /// <summary>The agreement.</summary>
    public long AgreementId { get; init; }

    /// <summary>What the agreement is called.</summary>
    public string Title { get; init; } = "";

    /// <summary>What is to be reached.</summary>
    public string What { get; init; } = "";

    /// <summary>The partner whose it is; null for the city.</summary>
    public long? OrganisationId { get; init; }

    /// <summary>Its name.</summary>
    public string? OrganisationName { get; init; }

    /// <summary>By when.</summary>
    public DateOnly DueOn { get; init; }

    /// <summary>The day of the last reminder.</summary>
    public DateOnly? RemindedOn { get; init; }
}

/// <summary>The machine of a goal.</summary>
public static class PartnerGoalStates
{
    /// <summary>It was reached.</summary>
    public const string Meet = "meet";

    /// <summary>It is given up.</summary>
    public const string GiveUp = "give-up";

    /// <summary>It is worked on again.</summary>
    public const string Again = "again";

    private const string Staff = "Focal point, programme officer or administrator";

    /// <summary>The table.</summary>
    public static readonly StateTable<PartnerGoalState> Table = new(
        "partnership goal",
        new Dictionary<PartnerGoalState, StateName>
        {
            [PartnerGoalState.Open] = new("Open", "Open"),
            [PartnerGoalState.Met] = new("Reached", "Reached"),
            [PartnerGoalState.GivenUp] = new("Given up", "Given up"),
        },
        [
            new(PartnerGoalState.Open, Meet, "It was reached", PartnerGoalState.Met, Staff),
            new(PartnerGoalState.Open, GiveUp, "Give it up", PartnerGoalState.GivenUp, Staff),
            new(PartnerGoalState.Met, Again, "Work on it again", PartnerGoalState.Open, Staff),
            new(PartnerGoalState.GivenUp, Again, "Work on it again", PartnerGoalState.Open, Staff),
        ]);
}
