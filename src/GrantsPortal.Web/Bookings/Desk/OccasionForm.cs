using GrantsPortal.Bookings;
using GrantsPortal.Organisations;
using GrantsPortal.Web.Shared.Forms;

namespace GrantsPortal.Web.Bookings.Desk;

/// <summary>The plan of an occasion as typed; shown by <c>/Bookings/Desk/_PlanFields.cshtml</c>.</summary>
public class OccasionForm
{
    /// <summary>The version it was opened at.</summary>
    public int Version { get; set; }

    /// <summary>How many seats.</summary>
    public int? Capacity { get; set; }

    /// <summary>How many people have to come.</summary>
    public int? Minimum { get; set; }

    /// <summary>How many days before the first session that is decided.</summary>
    public int? MinimumDays { get; set; } = 3;

    /// <summary>How many seats are kept for priority groups.</summary>
    public int? PriorityPlaces { get; set; }

    /// <summary>Until when.</summary>
    public LocalInstantInput? PriorityUntil { get; set; }

    /// <summary>Kinds of organisation that have priority.</summary>
    public List<OrganisationKind> PriorityKinds { get; set; } = [];

    /// <summary>Districts that have priority, one a line.</summary>
    public string? PriorityDistricts { get; set; }

    /// <summary>Whether staff answer each request.</summary>
    public bool ByApproval { get; set; }

    /// <summary>From when places can be asked for.</summary>
    public LocalInstantInput? OpensAt { get; set; }

    /// <summary>Until when.</summary>
    public LocalInstantInput? ClosesAt { get; set; }

    /// <summary>Until when places can be given away or moved.</summary>
    public LocalInstantInput? ChangeUntil { get; set; }

    /// <summary>For how many hours a place is offered.</summary>
    public int? OfferHours { get; set; }

    /// <summary>How many people one booking can name.</summary>
    public int? MostTogether { get; set; }

    /// <summary>Fills it with a plan as it stands.</summary>
    protected void Fill(Occasion occasion, TimeZoneInfo zone)
    {
        Version = occasion.Version;
        Capacity = occasion.Capacity;
        Minimum = occasion.Minimum;
        MinimumDays = occasion.MinimumDays;
        PriorityPlaces = occasion.PriorityPlaces;
        PriorityUntil = LocalInstantInput.From(occasion.PriorityUntil, zone);
        PriorityKinds = [.. occasion.Kinds];
        PriorityDistricts = occasion.PriorityDistricts;
        ByApproval = occasion.ByApproval;
        OpensAt = LocalInstantInput.From(occasion.OpensAt, zone);
        ClosesAt = LocalInstantInput.From(occasion.ClosesAt, zone);
        ChangeUntil = LocalInstantInput.From(occasion.ChangeUntil, zone);
        OfferHours = occasion.OfferHours;
        MostTogether = occasion.MostTogether;
    }

    /// <summary>What the use case takes, times on the clock of a zone.</summary>
    public OccasionPlan Read(TimeZoneInfo zone) => new()
    {
        TimeZone = zone.Id,
        Capacity = Capacity ?? 0,
        Minimum = Minimum ?? 0,
        MinimumDays = MinimumDays ?? 3,
        PriorityPlaces = PriorityPlaces ?? 0,
        PriorityUntil = PriorityUntil?.In(zone),
        PriorityKinds = PriorityKinds,
        PriorityDistricts = [.. (PriorityDistricts ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)],
        ByApproval = ByApproval,
        OpensAt = OpensAt?.In(zone),
        ClosesAt = ClosesAt?.In(zone),
        ChangeUntil = ChangeUntil?.In(zone),
        OfferHours = OfferHours ?? 48,
        MostTogether = MostTogether ?? 10,
    };
}
