using GrantsPortal.Calls;
using GrantsPortal.Platform.Text;

namespace GrantsPortal.Publishing.Demo;

/// <summary>A programme of the demo, its budget of a year, and the funding source that gives a third of it.</summary>
internal sealed record DemoProgramme(string Key, string Name, decimal Budget, string Description, string? Other = null);

/// <summary>A call of the demo.</summary>
internal sealed record DemoCall(string Key, string Programme, string Title, string Summary, string Description, decimal Budget, decimal Smallest, decimal Largest)
{
    /// <summary>The fewest reviews each application should get.</summary>
    public int Reviews { get; init; } = 2;

    /// <summary>What this call asks beside the questions every call begins with.</summary>
    public IReadOnlyList<Question> Asks { get; init; } = [];

    /// <summary>A question of the check beside those that every call begins with.</summary>
    public EligibilityQuestion? Check { get; init; }
}

/// <summary>Programmes and calls of the demo.</summary>
internal static class DemoCalls
{
    public static readonly IReadOnlyList<DemoProgramme> Programmes =
    [
        new("neighbours", "Neighbours Together Fund", 600_000, "Small and middling grants for groups that bring people together who would not otherwise meet."),
        new("safe", "Safe Places Fund", 450_000, "Protection and preparedness for houses of worship and meeting places that are threatened.", "state"),
        new("young", "Young Voices Programme", 380_000, "Work by and with young people against hatred, on the street and online."),
        new("bridges", "Bridges Fund", 320_000, "Dialogue, mediation and support for families and communities after something happened.", "trust"),
    ];

    public static readonly IReadOnlyList<DemoCall> All =
    [
        new("welcome", "neighbours", "Welcome, street by street",
            "Small grants for groups that help people who have just arrived and people who have always been here to know one another.",
            """
            ## What it was for
            Riverton grew by four thousand people in two years. Most streets managed well; some did not talk at all. We funded groups that brought old and new neighbours together around something both wanted: a meal, a garden, a match, a child’s homework.

            ## Who could apply
            Any group of at least three people, registered or not, working in Riverton.

            ## What we looked for
            - people who did not know each other before
            - those who are rarely asked taking the lead
            - something that goes on when the money has gone
            """, 28_000, 1_000, 15_000),
        new("worship", "safe", "Safe houses of worship and meeting",
            "Grants to make houses of worship and community meeting places safer without closing their doors.",
            """
            ## What it was for
            After a year in which eleven houses of worship in the city were attacked or threatened, communities told us the same thing: *we want to be safe, and we do not want to become a fortress*. This call paid for locks and lights, and just as much for stewards, training and plans that neighbours make together.

            ## Who could apply
            Congregations of every faith, and community groups whose meeting place has been threatened.

            ## What we did not fund
            Guards with weapons, cameras that look into homes, or anything that keeps neighbours out.
            """, 72_000, 2_000, 20_000)
        {
            Reviews = 3,
            Asks = [Long("open-door", "How will your door stay open?", "Say how visitors and neighbours will still feel welcome once the place is safer.", 120)],
            Check = Yes("threatened", "Has your meeting place been threatened, attacked or harassed, or do you have reason to fear it?", "This call was for places that are at risk.", "The [Neighbours Together Fund](/calls) funds meeting places without that condition."),
        },
        new("online", "young", "Young voices against hate online",
            "Grants for young people who answer hatred on the net with their own words, pictures and friendships.",
            """
            Half of the 13 to 19 year olds we asked see hateful posts every day, and a quarter know somebody who was drawn in. Young people themselves are the ones their friends believe. We fund what they make and lead: films, debates, radio, moderation of their own channels, help for a friend who is sliding away.

            ## Who we have in mind
            Groups led by or working with young people in Riverton. Young people must decide on the work, not only take part in it.

            ## What we look for
            - young people in charge, paid where adults would be paid
            - care for those who speak up, who are often attacked for it
            - a way to know whether it made a difference
            """, 66_000, 3_000, 20_000)
        {
            Asks = [Long("young-lead", "Who among the young people decides, and how?", "Names are not needed; roles and ages are.", 120), Long("safety", "How will you look after those who speak up in public?", "Trolling, doxing and worse happen. Say who is there for them.", 120)],
        },
        new("dialogue", "bridges", "Dialogue after a hard year",
            "Grants for careful conversations between communities that have stopped speaking to each other.",
            """
            Events far away have divided people here. Friends avoid each other; councils cancel joint events. This call funds conversations that are prepared well, held by people both sides trust, and followed by something done together.

            ## Who we have in mind
            At least two groups together, from communities between whom there is tension. One of them applies.

            ## What we look for
            - facilitators whom both sides chose
            - enough time: at least four meetings
            - honesty about what is not going to be solved
            """, 34_000, 2_000, 18_000)
        {
            Asks = [Long("partners", "Who holds the conversation with you, and what have you agreed with them?", "Name the other group or groups.", 120)],
        },
        new("mediators", "bridges", "Neighbourhood mediators",
            "Grants to train and support people who step in early when neighbours fall out along lines of faith, origin or politics.",
            """
            Most hate incidents in Riverton start small: noise, bins, a parking space, a rumour. People who know both families can stop them from growing. We want a trained mediator within ten minutes’ walk of every home, and groups that keep them going.

            ## Who we have in mind
            Community and faith groups in Riverton, alone or together.

            ## What we look for
            - mediators who live where they mediate, and of more than one community
            - supervision, so that nobody carries it alone
            - a plain way for neighbours to ask for help
            """, 48_000, 3_000, 25_000)
        {
            Asks = [Long("supervision", "Who looks after the mediators?", "Say who they can call, and how often they meet.", 100)],
        },
        new("winter", "neighbours", "Winter tables",
            "Small grants for shared meals, warm rooms and company from December to March.",
            """
            Winter is when rumours grow and people stay at home. A warm room and a pot on the stove do more against it than any poster. We fund groups that set a table to which everybody is invited.

            ## Who we have in mind
            Any group of at least three people, registered or not. If you have never applied for money before, this call is a good place to begin: it has few questions and we help by telephone.

            ## What happens next
            Two people read every application. You hear from us within five weeks, with the reasons.
            """, 40_000, 300, 3_000),
        new("encounters", "neighbours", "Encounters across faiths and none",
            "Grants for groups of different faiths and convictions who do something together that neither could do alone.",
            """
            Knowing one person of another faith well changes more than a hundred open days. We fund things that take months and need both sides: a choir, a garden, a play, a soup run, a team of hospital visitors.

            ## Who we have in mind
            Two or more groups of different faiths or convictions, in Riverton. One applies for all. Humanist and non-religious groups are as welcome as any.

            ## What we look for
            - the same people meeting again and again
            - both sides giving and both sides deciding
            - women and young people among those who decide
            """, 100_000, 1_500, 15_000)
        {
            Asks = [Long("together", "What does each group bring, and what does each need from the other?", "Two or three sentences for each.", 150)],
        },
        new("families", "bridges", "Families first",
            "Quick grants for groups that stand by families after a hate incident or when a relative is drawn into extremism.",
            """
            When something happens, families are alone first. Groups they already trust can be there the same evening. We fund telephone lines, accompaniment, trauma-informed listening, and support for parents and siblings of people who are being drawn into violence.

            ## Who we have in mind
            Groups that families in Riverton already turn to. You may ask not to be named in public; many do.

            ## When
            We read applications as they come and answer within three weeks, until the money is spent or the call closes.
            """, 150_000, 1_000, 20_000)
        {
            Asks = [Long("first-day", "What do you do on the first day?", "Somebody calls you at six in the evening. Tell us what happens.", 150)],
            Check = Yes("trusted", "Do families already turn to your group when something has happened?", "This call is for groups that families already trust.", "If you would like to begin such work, [write to us](/accessibility): we can bring you together with a group that does it."),
        },
        new("rapid", "safe", "Ready before it happens",
            "Grants for plans, exercises and contacts that a community has in place before a crisis.",
            """
            The communities that came through last year’s attacks best had decided beforehand who calls whom. This call pays for making such a plan, for an exercise a year, and for first aid and psychological first aid training.

            ## Who we have in mind
            Houses of worship and community meeting places in Riverton, alone or several together.
            """, 60_000, 500, 6_000),
        new("media", "young", "Rumour checkers",
            "Grants for young newsrooms in community languages that check what is going round before it does harm.",
            """
            During the summer unrest a false message in three languages reached more people in an hour than our own in a day. We want to fund small newsrooms of young people who can check, answer and translate faster.
            """, 70_000, 2_000, 12_000),
    ];

    public static DemoCall Of(string key) => All.First(call => call.Key == key);

    /// <summary>The form a call begins with, and what this one asks beside it.</summary>
    public static FormDefinition Form(DemoCall call, FormDefinition start) => start with
    {
        Eligibility = call.Check is null ? start.Eligibility : [.. start.Eligibility, call.Check],
        Sections = [.. start.Sections.Select(section => section.Key == "project" ? section with { Questions = [.. section.Questions, .. call.Asks] } : section)],
    };

    private static Question Long(string key, string label, string hint, int words) =>
        new() { Key = key, Kind = QuestionKind.LongText, Label = Words.Of(label), Hint = Words.Of(hint), WordLimit = words };

    private static EligibilityQuestion Yes(string key, string text, string whyNot, string elsewhere) => new()
    {
        Key = key,
        Text = Words.Of(text),
        Passing = [EligibilityQuestion.Yes],
        WhyNot = Words.Of(whyNot),
        Elsewhere = Words.Of(elsewhere),
    };
}
