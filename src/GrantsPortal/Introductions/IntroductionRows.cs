using GrantsPortal.Organisations;

namespace GrantsPortal.Introductions;

/// <summary>An introduction as staff's lists show it.</summary>
public sealed class IntroductionRow
{
    /// <summary>Record id; the list's key.</summary>
    public long Id { get; init; }

    /// <summary>Reference.</summary>
    public string Reference { get; init; } = "";

    /// <summary>Where it stands.</summary>
    public IntroductionState State { get; init; }

    /// <summary>Why it ended without one.</summary>
    public IntroductionEnd? EndReason { get; init; }

    /// <summary>The organisation that asked; null where an officer did.</summary>
    public long? AskedFor { get; init; }

    /// <summary>The first organisation.</summary>
    public long LowId { get; init; }

    /// <summary>The second organisation.</summary>
    public long HighId { get; init; }

    /// <summary>Name of the first.</summary>
    public string LowName { get; init; } = "";

    /// <summary>The first one's part of an address.</summary>
    public string LowSlug { get; init; } = "";

    /// <summary>Name of the second.</summary>
    public string HighName { get; init; } = "";

    /// <summary>The second one's part of an address.</summary>
    public string HighSlug { get; init; } = "";

    /// <summary>When it was put together, in UTC.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Until when it can be answered, in UTC.</summary>
    public DateTimeOffset? LapsesAt { get; init; }

    /// <summary>When both had agreed, in UTC.</summary>
    public DateTimeOffset? MadeAt { get; init; }

    /// <summary>When it ended without one, in UTC.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>What the first said.</summary>
    public SideAnswer? LowAnswer { get; init; }

    /// <summary>What the second said.</summary>
    public SideAnswer? HighAnswer { get; init; }

    /// <summary>What came of it for the first.</summary>
    public IntroductionOutcome? LowOutcome { get; init; }

    /// <summary>What came of it for the second.</summary>
    public IntroductionOutcome? HighOutcome { get; init; }
}

/// <summary>How many introductions are in a state.</summary>
public sealed class IntroductionCount
{
    /// <summary>The state.</summary>
    public IntroductionState State { get; init; }

    /// <summary>How many.</summary>
    public int Number { get; init; }
}

/// <summary>What sides say came of introductions.</summary>
public sealed class OutcomeFigures
{
    /// <summary>How many introductions were made.</summary>
    public int Made { get; init; }

    /// <summary>Of how many the outcome was asked.</summary>
    public int AskedOf { get; init; }

    /// <summary>How many sides found it of use.</summary>
    public int Useful { get; init; }

    /// <summary>How many did not.</summary>
    public int NotUseful { get; init; }

    /// <summary>How many find it too early to say.</summary>
    public int TooEarly { get; init; }
}

/// <summary>An introduction as a member of a side sees it in lists.</summary>
public sealed class MyIntroduction
{
    /// <summary>Record id.</summary>
    public long Id { get; init; }

    /// <summary>Reference.</summary>
    public string Reference { get; init; } = "";

    /// <summary>Where it stands.</summary>
    public IntroductionState State { get; init; }

    /// <summary>When it was put together, in UTC.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Until when it can be answered, in UTC.</summary>
    public DateTimeOffset? LapsesAt { get; init; }

    /// <summary>When both had agreed, in UTC.</summary>
    public DateTimeOffset? MadeAt { get; init; }

    /// <summary>When both were asked what came of it, in UTC.</summary>
    public DateTimeOffset? OutcomeAskedAt { get; init; }

    /// <summary>The organisation that asked; null where an officer did.</summary>
    public long? AskedFor { get; init; }

    /// <summary>The reader's organisation.</summary>
    public long MineId { get; init; }

    /// <summary>Its name.</summary>
    public string MineName { get; init; } = "";

    /// <summary>Its part of an address.</summary>
    public string MineSlug { get; init; } = "";

    /// <summary>What the reader may do in it.</summary>
    public MemberRole Role { get; init; }

    /// <summary>The other side's name; null while it may not be named.</summary>
    public string? TheirsName { get; init; }

    /// <summary>What the reader's side said.</summary>
    public SideAnswer? MyAnswer { get; init; }

    /// <summary>What came of it for the reader's side.</summary>
    public IntroductionOutcome? MyOutcome { get; init; }

    /// <summary>Whether it waits for the reader's side.</summary>
    public bool WaitsForMe => State is IntroductionState.Asked or IntroductionState.AgreedByOne && MyAnswer is null;
}

/// <summary>A contact that was passed on.</summary>
public sealed class PassedContact
{
    /// <summary>The person's name.</summary>
    public string Name { get; init; } = "";

    /// <summary>Their address.</summary>
    public string Email { get; init; } = "";

    /// <summary>Their telephone number, where it was given.</summary>
    public string? Phone { get; init; }
}

/// <summary>What is held of a person in an introduction.</summary>
public sealed class PersonalIntroduction
{
    /// <summary>Reference.</summary>
    public string Reference { get; init; } = "";

    /// <summary>The organisation the person acted for.</summary>
    public string Organisation { get; init; } = "";

    /// <summary>What was answered.</summary>
    public SideAnswer? Answer { get; init; }

    /// <summary>When, in UTC.</summary>
    public DateTimeOffset? AnsweredAt { get; init; }

    /// <summary>The telephone number given.</summary>
    public string? ContactPhone { get; init; }

    /// <summary>What came of it.</summary>
    public IntroductionOutcome? Outcome { get; init; }

    /// <summary>The same in words.</summary>
    public string? OutcomeWords { get; init; }
}
