using GrantsPortal.Bookings;
using GrantsPortal.Bookings.Needs;
using GrantsPortal.People;
using GrantsPortal.Platform.Database;
using GrantsPortal.Web.Bookings.Desk;
using GrantsPortal.Web.Shared;
using GrantsPortal.Web.Shared.Languages;
using Microsoft.Extensions.Options;

namespace GrantsPortal.Web.Bookings.Needs;

/// <summary>What the pages of needs need.</summary>
public static class NeedPages
{
    /// <summary>Registers it.</summary>
    public static IServiceCollection AddNeedPages(this IServiceCollection services) => services
        .AddSingleton<IRefusalSentences, NeedSentences>()
        .AddSingleton(new OccasionTab("needs", "Food and access", 28) { Seen = Policies.MayLookAfterPartners })
        .AddSingleton<IBookingPart, NeedsPart>();
}

/// <summary>Needs as typed.</summary>
public sealed class NeedsForm
{
    /// <summary>What they eat or do not.</summary>
    public List<Diet> Diets { get; set; } = [];

    /// <summary>What else of food.</summary>
    public string? Food { get; set; }

    /// <summary>What they need to take part.</summary>
    public List<AccessNeed> Access { get; set; } = [];

    /// <summary>What else they need.</summary>
    public string? Other { get; set; }

    /// <summary>Needs as they were told.</summary>
    public static NeedsForm Of(BookingNeeds? needs) => needs is null ? new() : new() { Diets = [.. needs.Diets], Food = needs.Food, Access = [.. needs.Access], Other = needs.Other };

    /// <summary>What the use case takes.</summary>
    public BookingNeeds Read() => new() { Diets = Diets, Food = Food ?? "", Access = Access, Other = Other ?? "" };
}

/// <summary>Where a person tells of their needs.</summary>
/// <param name="Booking">The booking.</param>
/// <param name="Occasion">The occasion.</param>
/// <param name="Form">What was typed, or told before where the reader is signed in as the person.</param>
/// <param name="ToldAt">When something was told before; null when nothing is kept.</param>
/// <param name="Shown">Whether what was told before is shown.</param>
/// <param name="Food">Whether food is asked for.</param>
/// <param name="DeletedAt">When all is deleted.</param>
public sealed record NeedsPage(Booking Booking, Occasion Occasion, NeedsForm Form, DateTimeOffset? ToldAt, bool Shown, bool Food, DateTimeOffset? DeletedAt);

/// <summary>Needs on the page of a booking: whether something is told, never what.</summary>
public sealed record NeedsView(string Secret, bool Told, DateTimeOffset? DeletedAt);

/// <summary>Needs on the desk.</summary>
/// <param name="Frame">The occasion.</param>
/// <param name="Running">Who runs it.</param>
/// <param name="Counts">How many need what; null for whoever does not run it.</param>
/// <param name="MayAdd">Whether the reader can let somebody run it too.</param>
/// <param name="Officers">Who could run it too.</param>
/// <param name="DeletedAt">When all is deleted.</param>
public sealed record NeedsDeskPage(OccasionFrame Frame, IReadOnlyList<RunningOfficer> Running, NeedCounts? Counts, bool MayAdd, IReadOnlyList<Person> Officers, DateTimeOffset? DeletedAt);

/// <summary>The list with names.</summary>
public sealed record NeedsListPage(OccasionFrame Frame, IReadOnlyList<NeedLine> Lines, DateTimeOffset? DeletedAt);

/// <summary>What somebody needs to eat and to take part, on the page of their booking.</summary>
public sealed class NeedsPart(IOptions<NeedOptions> options) : IBookingPart
{
    /// <inheritdoc/>
    public int Order => 50;

    /// <inheritdoc/>
    public async Task<BookingPart?> For(BookingSight sight, UnitOfWork work) =>
        sight.Booking.State != BookingState.Cancelled && NeedRules.AreAskedAt(sight.Occasion, sight.At)
            ? new BookingPart("needs", "Food and access", "/Bookings/Needs/_Needs.cshtml", new NeedsView(
                sight.Booking.Secret, await NeedRepository.Find(work, sight.Booking.Id) is not null, NeedRules.DeletedAt(sight.Occasion, options.Value.KeptDays)))
            : null;
}

/// <summary>English words for needs, said through the localiser.</summary>
public static class NeedWords
{
    /// <summary>What somebody eats or does not.</summary>
    public static string Of(Diet diet) => diet switch
    {
        Diet.Vegetarian => "Vegetarian",
        Diet.Vegan => "Vegan",
        Diet.Halal => "Halal",
        Diet.Kosher => "Kosher",
        Diet.GlutenFree => "Without gluten",
        Diet.DairyFree => "Without milk",
        _ => "Without nuts",
    };

    /// <summary>What somebody needs to take part.</summary>
    public static string Of(AccessNeed need) => need switch
    {
        AccessNeed.StepFree => "No steps, or room for a wheelchair",
        AccessNeed.SignLanguage => "A sign language interpreter",
        AccessNeed.HearingLoop => "A hearing loop",
        AccessNeed.Captions => "Captions",
        AccessNeed.LargePrint => "Papers in large print",
        AccessNeed.Companion => "Somebody comes along to assist",
        AccessNeed.QuietRoom => "A quiet room",
        AccessNeed.Prayer => "A place and time to pray",
        _ => "Somebody to look after children",
    };
}

/// <summary>The refusals of needs as sentences.</summary>
public sealed class NeedSentences : IRefusalSentences
{
    /// <inheritdoc/>
    public IReadOnlyDictionary<string, string> English { get; } = new Dictionary<string, string>
    {
        ["needs.no-booking"] = "This booking has ended",
        ["needs.over"] = "Needs are not asked for here any more",
        ["needs.food-long"] = "Use {0} words or fewer",
        ["needs.other-long"] = "Use {0} words or fewer",
        ["needs.not-running"] = "Only the officers who run this read what people need",
        ["needs.not-officer"] = "Choose a programme officer or focal point",
        ["needs.runs-already"] = "They run it already",
    };
}
