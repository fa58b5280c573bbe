using GrantsPortal.Monitoring.Reports;

namespace GrantsPortal.Publishing.Demo;

/// <summary>What reports of the demo say, and what was bought.</summary>
internal static class DemoReports
{
    public static readonly IReadOnlyDictionary<string, string> Bicycle = Of(
        "Thirty-one bicycles were mended and twenty-eight pairs have ridden together at least three times. We began in the yard behind the market because the railway arch was not ready.",
        "People greet each other at the traffic lights. Two women from the estate now go to the mosque’s kitchen on Thursdays; nobody planned that.",
        "Helmets. We had ordered one size. And October was wet: some pairs met for tea and rode later.");

    public static readonly IReadOnlyList<DemoPurchase> BicycleBought =
    [
        new(1, 34, "Tariq Osman, workshop leader", "Ten Saturdays in the yard"),
        new(2, 41, "Two Wheels Trade Supply", "Tyres, brakes, thirty helmets"),
        new(3, 100, "Harbour Mutual", "Liability insurance, one year"),
        new(4, 22, "Market Street Bakery", "Bread and tea for ten Saturdays"),
        new(4, 3, "Riverton Taxis", "Ride home after the supper"),
    ];

    public static readonly IReadOnlyDictionary<string, string> BicycleEnd = Of(
        "Sixty-three bicycles, sixty pairs, and after the flood a summer of rides that made up for the autumn. The last ride had forty people and a brass band that joined us at the lights.",
        "We asked everybody how many people they know within ten doors. Before: four on average. After: nine. Those who live alone went from two to eight.",
        "The flood. We lost a lathe and nine weeks. We would not put the workshop below the level of the river again.",
        (1, "The workshop leader worked the weeks after the flood as well; the variation moved some of it here and the rest we raised ourselves."),
        (4, "Neighbours brought bread and tea, so that we bought less."));

    public static readonly IReadOnlyList<DemoPurchase> BicycleEndBought =
    [
        new(1, 79, "Tariq Osman, workshop leader", "Twenty-two Saturdays and the weeks after the flood"),
        new(2, 57, "Two Wheels Trade Supply", "Chains, saddles, locks, thirty helmets in three sizes"),
        new(4, 31, "Market Street Bakery", "Bread and tea"),
        new(4, 3, "Harbour Market stall 14", "Dates and oranges for the last ride", Receipt: false),
    ];

    public static readonly IReadOnlyDictionary<string, string> Nineteenth = Of(
        "Six plots were dug, planted and harvested by twelve families, each with an old hand beside them. The raised bed was ready a month late and is now the most visited plot of all.",
        "The committee has nine members instead of six, and the minutes are read out in three languages. The Sunday table moved to plot 31 and stayed there.",
        "Slugs, and the question of who may use the tap first. The tap now has a list.",
        (1, "Seed was dearer this spring than when we asked; the members paid the last pounds."));

    public static readonly IReadOnlyList<DemoPurchase> NineteenthBought =
    [
        new(1, 78, "Priory Seeds and Tools", "Spades, forks, hoses, seed"),
        new(1, 36, "Allotment Supplies", "Seed potatoes, nets, a second order of tools"),
        new(2, 97, "Riverton Interpreting Pool", "Fourteen Sundays of interpreting"),
        new(3, 101, "Weir Joinery", "Raised bed for a wheelchair, with path"),
        new(4, 52, "Priory Street Grocer", "Sunday table, spring and summer"),
        new(4, 45, "Fifth Street Butcher", "Sunday table, harvest supper"),
    ];

    public static readonly IReadOnlyDictionary<string, string> Choir = Of(
        "We sang in eleven stairwells, one more than planned, because number eleven asked why it had been left out. Some eighty people sang with us, and two have joined the choir.",
        "In seven of the stairwells people have knocked at one another’s door since. In one they have a rota for the old lady on the fourth floor.",
        "A keyboard is heavier on the fourth floor than on the first. And twice nobody opened; we sang anyway, and heard one voice behind a door.");

    public static readonly IReadOnlyList<DemoPurchase> ChoirBought =
    [
        new(1, 96, "Castle Hill Music", "Keyboard with battery"),
        new(1, 7, "Print on the Corner", "Song sheets in five languages", Receipt: false),
        new(2, 97, "Market Street Bakery", "Tea and biscuits, eleven evenings"),
        new(3, 100, "Little Acorns", "Childcare, eleven evenings"),
    ];

    public static readonly IReadOnlyDictionary<string, string> Parents = Of(
        "The room was open on seventeen evenings. Eleven parents who have been here long taught twenty-three who came this term.",
        "Every family that came in the autumn knows another one by name. The school secretary counts, and says so.",
        "The caretaker’s hours were cut, and with them our evenings. We ask the city to talk to the school with us.",
        (3, "Twice as many children came as we had planned for, and children are hungry."));

    public static readonly IReadOnlyList<DemoPurchase> ParentsBought =
    [
        new(1, 44, "Two parent coordinators", "Seventeen evenings"),
        new(2, 38, "Little Acorns", "Childcare on seventeen evenings"),
        new(3, 116, "Northgate Halal Foods", "Food for parents and children"),
    ];

    public static readonly IReadOnlyDictionary<string, string> ParentsEnd = new Dictionary<string, string>
    {
        [ReportRules.Done] = "We went on in the library for six evenings, until it closed earlier as well. The books and the tea urn are with the school; a list is with this report.",
        [ReportRules.Changed] = "The parents have a telephone list of their own now and meet in each other’s kitchens.",
    };

    public static readonly IReadOnlyList<DemoPurchase> ParentsEndBought =
    [
        new(1, 12, "Two parent coordinators", "Six evenings in the library"),
        new(2, 9, "Little Acorns", "Childcare on six evenings", Receipt: false),
    ];

    public static readonly IReadOnlyDictionary<string, string> Light = Of(
        "The second door is in, with locks that close by themselves. The locksmith showed twelve of us how to open them from inside in the dark.",
        "Nineteen children came to Hebrew school on the first Sunday after the door was in. Before it there were twelve.",
        "The first estimate was a third too low, because the frame was rotten. We took the second firm.",
        (1, "The frame had to be replaced as well. The community pays what is above the budget."));

    public static readonly IReadOnlyList<DemoPurchase> LightBought =
    [
        new(1, 88, "Weir Joinery", "Oak door with frame"),
        new(1, 30, "Castle Locks", "Locks, training for twelve"),
        new(4, 20, "Priory Nurseries", "Lavender by the path"),
    ];

    public static readonly IReadOnlyDictionary<string, string> LightSecond = new Dictionary<string, string>
    {
        [ReportRules.Done] = "The lights on the path are up and go on by themselves at dusk. The alarm is ordered.",
    };

    public static readonly IReadOnlyList<DemoPurchase> LightSecondBought =
    [
        new(2, 71, "Harbour Electric", "Six path lights, fitted"),
        new(3, 25, "Ring True Alarms", "Deposit for the alarm", Receipt: false),
        new(4, 1, "Priory Nurseries", "Bulbs for the bed beside the bench", Receipt: false),
    ];

    public static readonly IReadOnlyDictionary<string, string> Chandler = Of(
        "The film is on eleven of fourteen windows. Forty-three volunteers were trained in two weekends, among them six neighbours who do not pray with us. The rota has been filled every Friday.",
        "The landlord of the pub rang us before he rang the newspaper, twice.",
        "One street meeting went badly.");

    public static readonly IReadOnlyList<DemoPurchase> ChandlerBought =
    [
        new(1, 62, "Clearview Window Film", "Film for eleven windows, fitted"),
        new(2, 90, "Calm Hands Training", "De-escalation, two weekends, 43 people"),
        new(3, 45, "Workwear Riverton", "Coats and torches for stewards"),
        new(4, 30, "The Anchor", "Room and tea for the first street meeting"),
    ];

    public static readonly IReadOnlyDictionary<string, string> Friday = Of(
        "The door closes, the entry telephone rings upstairs, and sixteen stewards have been trained together with the bar’s and the church’s people. We have had eight suppers.",
        "Thirty-four people came to the last supper. Seven of them had told us in spring that they did not dare to.",
        "Taxis. We had thought that one in four would need one; it is one in two.",
        (3, "People who live far out are followed on the night bus. We would rather pay taxis than lose them, and ask for a variation if it goes on."));

    public static readonly IReadOnlyList<DemoPurchase> FridayBought =
    [
        new(1, 96, "Castle Locks", "Door with closer, entry telephone"),
        new(2, 58, "Calm Hands Training", "Sixteen stewards, one weekend"),
        new(3, 87, "Riverton Taxis", "Rides home, eight Fridays"),
        new(3, 31, "Night Owl Cabs", "Rides home when the first firm was full"),
    ];

    private static Dictionary<string, string> Of(string done, string changed, string hard, params (int Line, string Why)[] explained)
    {
        var texts = new Dictionary<string, string> { [ReportRules.Done] = done, [ReportRules.Changed] = changed, [ReportRules.Hard] = hard };
        foreach (var (line, why) in explained)
        {
            texts[ReportRules.Explains(line)] = why;
        }

        return texts;
    }
}
