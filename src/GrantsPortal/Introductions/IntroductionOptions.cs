using GrantsPortal.Introductions.Offers;

namespace GrantsPortal.Introductions;

/// <summary>
/// What a city can set about introductions; section <c>Introductions</c> of the configuration. The lists are what partners
/// choose from before they use words of their own; one that is not configured is the built-in one.
/// </summary>
public sealed class IntroductionOptions
{
    /// <summary>Whom partners work with.</summary>
    public string[]? Groups { get; set; }

    /// <summary>Languages spoken in the city.</summary>
    public string[]? Languages { get; set; }

    /// <summary>What partners can do.</summary>
    public string[]? Skills { get; set; }

    /// <summary>Rooms and places.</summary>
    public string[]? Spaces { get; set; }

    /// <summary>How many introductions one organisation may ask for in 30 days.</summary>
    public int AsksInThirtyDays { get; set; } = 3;

    /// <summary>How many requests one organisation may get from others in 30 days.</summary>
    public int ReceivedInThirtyDays { get; set; } = 5;

    /// <summary>Days in which a side that is asked can answer.</summary>
    public int AnswerDays { get; set; } = 21;

    /// <summary>Days before that end on which a side that has not answered is reminded once.</summary>
    public int ReminderDays { get; set; } = 7;

    /// <summary>Days after an introduction on which both sides are asked what came of it.</summary>
    public int OutcomeDays { get; set; } = 60;

    /// <summary>Months for which offers and wishes hold before it is asked whether they are still true.</summary>
    public int HoldMonths { get; set; } = 6;

    /// <summary>The list of a kind; empty for themes and districts, which the whole portal shares.</summary>
    public IReadOnlyList<string> List(EntryKind kind) => kind switch
    {
        EntryKind.Group => Own(Groups, DefaultGroups),
        EntryKind.Language => Own(Languages, DefaultLanguages),
        EntryKind.Skill => Own(Skills, DefaultSkills),
        EntryKind.Space => Own(Spaces, DefaultSpaces),
        _ => [],
    };

    private static IReadOnlyList<string> Own(string[]? own, string[] otherwise) => own is { Length: > 0 } ? own : otherwise;

    private static readonly string[] DefaultGroups =
    [
        "Children", "Young people", "Parents and families", "Women", "Older people", "Refugees and asylum seekers", "Migrant workers", "Disabled people", "Deaf people", "LGBT+ people",
        "Roma and Travellers", "People of African descent", "Muslims", "Jews", "Christians", "Sikhs", "Hindus", "Buddhists", "Students", "Tenants",
    ];

    private static readonly string[] DefaultLanguages =
    [
        "Arabic", "Bengali", "British Sign Language", "Cantonese", "Dari", "French", "German", "Kurdish", "Lingala", "Mandarin", "Pashto", "Persian", "Polish", "Portuguese", "Punjabi",
        "Romani", "Somali", "Spanish", "Tamil", "Tigrinya", "Turkish", "Ukrainian", "Urdu",
    ];

    private static readonly string[] DefaultSkills =
    [
        "Interpreting", "Mediation", "Youth work", "Childcare", "Cooking for many", "Bookkeeping", "Writing applications", "Legal advice", "Trauma support", "Public speaking", "Teaching",
        "Filming and radio", "Websites", "Access checks", "First aid", "Stewarding", "Driving",
    ];

    private static readonly string[] DefaultSpaces =
        ["Hall", "Meeting room", "Quiet room", "Kitchen", "Garden", "Sports hall", "Stage", "Recording studio", "Crèche", "Shop window", "Minibus"];
}
