using GrantsPortal.Calls;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Text;

namespace GrantsPortal.Response.RapidFund;

/// <summary>Where a template stands.</summary>
public enum RapidTemplateState
{
    /// <summary>Being prepared.</summary>
    Draft,

    /// <summary>Waits for an approver.</summary>
    Waiting,

    /// <summary>Approved: funds may be opened from it.</summary>
    Approved,

    /// <summary>Put away for good.</summary>
    Retired,
}

/// <summary>One question of a rapid-response fund.</summary>
/// <param name="Label">The question; empty for a place that is not used.</param>
/// <param name="Hint">One line below it; may be empty.</param>
/// <param name="Kind">What it asks for.</param>
public sealed record RapidQuestion(string Label, string Hint, QuestionKind Kind);

/// <summary>What a template says, as typed and as kept.</summary>
public sealed record RapidPlan
{
    /// <summary>What it is called, and the title of calls opened from it.</summary>
    public string Title { get; init; } = "";

    /// <summary>In a sentence or two.</summary>
    public string Summary { get; init; } = "";

    /// <summary>What the money is for; Markdown.</summary>
    public string Description { get; init; } = "";

    /// <summary>What must be true of an applicant, one statement a line.</summary>
    public string Who { get; init; } = "";

    /// <summary>The questions: first what it is called, second the amount, then at most three more.</summary>
    public IReadOnlyList<RapidQuestion> Questions { get; init; } = [];

    /// <summary>The fund that pays.</summary>
    public long ProgrammeId { get; init; }

    /// <summary>The most that funds opened from it hold together from one approval to the next, in minor units.</summary>
    public long CeilingMinor { get; init; }

    /// <summary>The most one application gets, in minor units.</summary>
    public long LargestMinor { get; init; }

    /// <summary>Hours from submission to the promised decision.</summary>
    public int Hours { get; init; }

    /// <summary>Days from the payment to the day the report is due.</summary>
    public int ReportDays { get; init; }

    /// <summary>Who decides.</summary>
    public RapidSeats Seats { get; init; } = new(0, null, 0, null);
}

/// <summary>The two named deciders, and who decides in their stead.</summary>
/// <param name="First">One decider.</param>
/// <param name="FirstDeputy">Who decides where that one cannot; null when nobody is named.</param>
/// <param name="Second">The other decider.</param>
/// <param name="SecondDeputy">Who decides where the other cannot.</param>
public sealed record RapidSeats(long First, long? FirstDeputy, long Second, long? SecondDeputy)
{
    /// <summary>Everybody named.</summary>
    public IReadOnlyList<long> All => [.. new[] { First, FirstDeputy, Second, SecondDeputy }.OfType<long>().Where(one => one != 0)];

    /// <summary>Whoever may sit in a seat, 1 or 2, in their order.</summary>
    public IReadOnlyList<long> Of(int seat) => [.. (seat == 1 ? new[] { First, FirstDeputy } : [Second, SecondDeputy]).OfType<long>()];
}

/// <summary>A call prepared and approved before anything happens.</summary>
public sealed record RapidTemplate
{
    /// <summary>Record id.</summary>
    public long Id { get; init; }

    /// <summary>Where it stands.</summary>
    public RapidTemplateState State { get; init; }

    /// <summary>Title.</summary>
    public string Title { get; init; } = "";

    /// <summary>Summary.</summary>
    public string Summary { get; init; } = "";

    /// <summary>Description; Markdown.</summary>
    public string Description { get; init; } = "";

    /// <summary>What must be true of an applicant, one statement a line.</summary>
    public string Who { get; init; } = "";

    /// <summary>The questions as JSON.</summary>
    public string Questions { get; init; } = "[]";

    /// <summary>The fund that pays.</summary>
    public long ProgrammeId { get; init; }

    /// <summary>Its name.</summary>
    public string ProgrammeName { get; init; } = "";

    /// <summary>ISO 4217 code of the fund.</summary>
    public string Currency { get; init; } = "GBP";

    /// <summary>The most that funds opened from it hold together, in minor units.</summary>
    public long CeilingMinor { get; init; }

    /// <summary>The most one application gets, in minor units.</summary>
    public long LargestMinor { get; init; }

    /// <summary>Hours to the promised decision.</summary>
    public int Hours { get; init; }

    /// <summary>Days from payment to report.</summary>
    public int ReportDays { get; init; }

    /// <summary>One decider.</summary>
    public long FirstDeciderId { get; init; }

    /// <summary>Their deputy.</summary>
    public long? FirstDeputyId { get; init; }

    /// <summary>The other decider.</summary>
    public long SecondDeciderId { get; init; }

    /// <summary>Their deputy.</summary>
    public long? SecondDeputyId { get; init; }

    /// <summary>Who approved it last.</summary>
    public long? ApprovedBy { get; init; }

    /// <summary>When, in UTC.</summary>
    public DateTimeOffset? ApprovedAt { get; init; }

    /// <summary>What an approver wrote who sent it back.</summary>
    public string? SentBack { get; init; }

    /// <summary>When it was last saved, in UTC.</summary>
    public DateTimeOffset SavedAt { get; init; }

    /// <summary>Counts changes.</summary>
    public int Version { get; init; }

    /// <summary>Who decides.</summary>
    public RapidSeats Seats => new(FirstDeciderId, FirstDeputyId, SecondDeciderId, SecondDeputyId);

    /// <summary>The most that funds opened from it hold together.</summary>
    public Money Ceiling => Money.FromMinor(CeilingMinor, Currency);

    /// <summary>The most one application gets.</summary>
    public Money Largest => Money.FromMinor(LargestMinor, Currency);

    /// <summary>What it says.</summary>
    public RapidPlan Plan => new()
    {
        Title = Title,
        Summary = Summary,
        Description = Description,
        Who = Who,
        Questions = Json.Read<List<RapidQuestion>>(Questions),
        ProgrammeId = ProgrammeId,
        CeilingMinor = CeilingMinor,
        LargestMinor = LargestMinor,
        Hours = Hours,
        ReportDays = ReportDays,
        Seats = Seats,
    };
}
