using GrantsPortal.Partnerships;
using GrantsPortal.Partnerships.Engagements;
using GrantsPortal.Partnerships.Needs;
using GrantsPortal.Web.Shared.Forms;

namespace GrantsPortal.Web.Partnerships.Engagements;

/// <summary>How soon, as one tap says it.</summary>
public enum HowSoon
{
    /// <summary>In seven days.</summary>
    Week,

    /// <summary>In fourteen days.</summary>
    Fortnight,

    /// <summary>In a month.</summary>
    Month,

    /// <summary>In three months.</summary>
    Quarter,
}

/// <summary>A commitment as typed beside an engagement.</summary>
public sealed class LogCommitment
{
    /// <summary>What; lines without it are left out.</summary>
    public string? What { get; set; }

    /// <summary>Who promises.</summary>
    public CommitmentMaker MadeBy { get; set; }

    /// <summary>How soon, where no day is typed.</summary>
    public HowSoon? Within { get; set; }

    /// <summary>By when; goes before <see cref="Within"/>.</summary>
    public DateOnly? DueOn { get; set; }
}

/// <summary>A need or concern as typed beside an engagement.</summary>
public sealed class LogNeed
{
    /// <summary>What; lines without it are left out.</summary>
    public string? Words { get; set; }

    /// <summary>A need or a concern.</summary>
    public NeedKind Kind { get; set; }

    /// <summary>Code of its theme.</summary>
    public string? Theme { get; set; }

    /// <summary>The district it is about; empty for the whole city.</summary>
    public string? District { get; set; }

    /// <summary>How much it weighs.</summary>
    public Seriousness Seriousness { get; set; } = Seriousness.Middle;
}

/// <summary>An engagement as typed, with everything that came of it.</summary>
public sealed class LogForm
{
    /// <summary>The version it was opened at, when it is corrected.</summary>
    public int Version { get; set; }

    /// <summary>How people met.</summary>
    public EngagementKind? Kind { get; set; } = EngagementKind.Call;

    /// <summary>When; now where nothing is typed.</summary>
    public LocalInstantInput? When { get; set; }

    /// <summary>The partner's contacts who were there.</summary>
    public List<string> Contacts { get; set; } = [];

    /// <summary>Others by name, one a line.</summary>
    public string? Others { get; set; }

    /// <summary>What was said.</summary>
    public string? Words { get; set; }

    /// <summary>Whether only the focal point reads it.</summary>
    public bool Restricted { get; set; }

    /// <summary>Commitments.</summary>
    public List<LogCommitment> Commitments { get; set; } = [];

    /// <summary>Who at the city follows them up.</summary>
    public long? OwnerId { get; set; }

    /// <summary>Needs and concerns.</summary>
    public List<LogNeed> Needs { get; set; } = [];

    /// <summary>How soon the next contact is, where no day is typed.</summary>
    public HowSoon? Next { get; set; }

    /// <summary>The day of the next contact.</summary>
    public DateOnly? NextContactOn { get; set; }

    /// <summary>Whether the button was pressed that leaves the words to be finished.</summary>
    public bool Later { get; set; }

    /// <summary>The seal of what looks like personal data and was answered for.</summary>
    public string? Knowing { get; set; }

    /// <summary>Lines to type into, whatever was sent.</summary>
    public LogForm WithLines(string? district)
    {
        while (Commitments.Count < EngagementRules.MostCommitments)
        {
            Commitments.Add(new LogCommitment { MadeBy = Commitments.Count == 1 ? CommitmentMaker.Partner : CommitmentMaker.City, Within = HowSoon.Fortnight });
        }

        while (Needs.Count < EngagementRules.MostNeeds)
        {
            Needs.Add(new LogNeed { District = district });
        }

        return this;
    }

    /// <summary>The engagement alone.</summary>
    public EngagementPlan Plan(long organisation, long officer, IEnumerable<EngagementPerson> contacts, TimeZoneInfo zone, DateOnly today) => new()
    {
        OrganisationId = organisation,
        Kind = Kind,
        HappenedAt = When?.In(zone),
        OfficerId = officer,
        People = [.. contacts, .. EngagementRules.Named(Others)],
        Words = Words ?? "",
        Restricted = Restricted,
        NextContactOn = NextContactOn ?? Day(Next, today),
        Unfinished = Later,
    };

    /// <summary>What the use case takes, and where its lines stand in the form.</summary>
    public (EngagementLog Log, IReadOnlyList<int> Commitments, IReadOnlyList<int> Needs) Read(long organisation, long officer, IEnumerable<EngagementPerson> contacts, TimeZoneInfo zone, DateOnly today)
    {
        var promised = Commitments.Index().Where(one => !string.IsNullOrWhiteSpace(one.Item.What)).ToList();
        var raised = Needs.Index().Where(one => !string.IsNullOrWhiteSpace(one.Item.Words)).ToList();
        var log = new EngagementLog(
            Plan(organisation, officer, contacts, zone, today),
            [.. promised.Select(one => new CommitmentPlan { OrganisationId = organisation, MadeBy = one.Item.MadeBy, What = one.Item.What!, DueOn = one.Item.DueOn ?? Day(one.Item.Within, today), OwnerId = OwnerId ?? officer })],
            [.. raised.Select(one => new NeedPlan { OrganisationId = organisation, Kind = one.Item.Kind, Words = one.Item.Words!, Theme = one.Item.Theme, District = one.Item.District ?? "", Seriousness = one.Item.Seriousness })],
            Knowing);
        return (log, [.. promised.Select(one => one.Index)], [.. raised.Select(one => one.Index)]);
    }

    /// <summary>An engagement as it stands.</summary>
    public static LogForm Of(Engagement engagement, IEnumerable<EngagementPerson> people, TimeZoneInfo zone) => new()
    {
        Version = engagement.Version,
        Kind = engagement.Kind,
        When = LocalInstantInput.From(engagement.HappenedAt, zone),
        Contacts = [.. people.Where(person => person.ContactId is not null).Select(person => person.ContactId!.Value.ToString(System.Globalization.CultureInfo.InvariantCulture))],
        Others = string.Join('\n', people.Where(person => person.ContactId is null).Select(person => person.Name)),
        Words = engagement.Words,
        Restricted = engagement.Restricted,
        NextContactOn = engagement.NextContactOn,
    };

    private static DateOnly? Day(HowSoon? soon, DateOnly today) => soon switch
    {
        HowSoon.Week => today.AddDays(7),
        HowSoon.Fortnight => today.AddDays(14),
        HowSoon.Month => today.AddMonths(1),
        HowSoon.Quarter => today.AddMonths(3),
        _ => null,
    };
}
