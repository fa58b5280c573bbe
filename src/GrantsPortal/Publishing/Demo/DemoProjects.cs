namespace GrantsPortal.Publishing.Demo;

/// <summary>What an organisation of the demo applied for.</summary>
/// <param name="Call">Key of the call.</param>
/// <param name="Organisation">Its name, or the beginning of it.</param>
/// <param name="Title">The project's title.</param>
/// <param name="Asked">Amount asked for, in whole units.</param>
/// <param name="Quality">How good it is, from 0 to 4; reviewers' scores lie around it.</param>
/// <param name="Summary">What they want to do.</param>
/// <param name="Change">What will be different.</param>
/// <param name="Budget">Items with their shares: "Rooms:20;Food:30".</param>
/// <param name="Reach">Keys of the communities.</param>
/// <param name="More">Answers to what the call asks beside; in order, divided by a bar.</param>
internal sealed record DemoProject(string Call, string Organisation, string Title, int Asked, double Quality, string Summary, string Change, string Budget, string Reach, string More = "");

/// <summary>The applications of the demo, in the order they were begun.</summary>
internal static partial class DemoProjects
{
    public static IEnumerable<DemoProject> Of(string call) => All.Where(project => project.Call == call);

    private static IEnumerable<DemoProject> All => [.. Past, .. Recent, .. Running];

    private static readonly IReadOnlyList<DemoProject> Past =
    [
        new("welcome", "Welcome Wheels", "A bicycle and a neighbour", 12_400, 3.6,
            "We mend sixty donated bicycles with people who have just arrived and people from the estate, two and two. Each pair rides the city together six times, to the places one of them needs: surgery, library, mosque, market.",
            "Sixty pairs who would greet each other in the street. We will ask both, before and after, how many people they know within ten doors.",
            "Workshop leader:48;Parts and helmets:32;Insurance:8;Tea and bread:12", "migrants,neighbourhood"),
        new("welcome", "Priory Street Allotments", "The nineteenth language", 4_800, 3.3,
            "Six plots are given to families on the waiting list who came as refugees. Each has an old hand beside them for one season, and the Sunday table is moved to the new plots.",
            "Twelve families growing their own food, and an allotment society whose committee is no longer one age and one colour.",
            "Tools and seed:35;Interpreting:20;A raised bed for a wheelchair:25;Sunday table:20", "migrants,older,neighbourhood"),
        new("welcome", "Northgate Primary School", "The parents’ room in the evening", 9_600, 3.0,
            "Our parents’ room opens on two evenings a week. Parents who have been here ten years teach those who came this term: forms, bus, doctor, and the words for being angry politely.",
            "Every new family knows one other family within a fortnight; the school counts it.",
            "Two parent coordinators:60;Childcare:25;Food:15", "migrants,young"),
        new("welcome", "Ethiopian Coffee Mornings", "Three cups in every stairwell", 2_600, 2.9,
            "We carry the coffee ceremony into the stairwells of Harbour House, floor by floor, all through the autumn, with a board on which people write what they can lend and what they need.",
            "A stairwell list with names on it, kept by neighbours after we have moved on to the next.",
            "Coffee and bread:45;Printing:10;Volunteers’ travel:20;Childcare:25", "migrants,neighbourhood,faith"),
        new("welcome", "Old Town Traders", "Shop windows of welcome", 14_800, 1.6,
            "Every shop of the market street shows a welcome in the languages of its customers, printed and lit.",
            "Customers will feel welcome. We will count the windows.",
            "Printing:40;Lighting:45;Launch event:15", "neighbourhood"),
        new("welcome", "Castle Hill Residents", "First Monday, new chairs", 3_900, 2.6,
            "We keep the first-Monday meeting, put the chairs in a circle and ask three new residents to chair it in turn.",
            "People who moved in this year speak at least as often as those who moved in forty years ago.",
            "Hall:30;Facilitator:45;Interpreting:25", "neighbourhood,older"),
        new("welcome", "Castle Hill Gospel Choir", "Songs on the landing", 1_000, 3.2,
            "Ten of us carry a keyboard into ten stairwells and sing with whoever opens the door, first our songs, then theirs.",
            "Doors that stay open after the last song. We will go back to all ten and ask who has knocked since.",
            "Keyboard and song sheets:55;Tea and biscuits:25;Childcare:20", "neighbourhood,migrants,faith"),

        new("worship", "Riverton Interfaith Walkers", "Walking stewards", 11_500, 3.7,
            "Forty walkers of nine traditions train as stewards for one another’s festivals: Muslims stand outside the synagogue at Yom Kippur, Jews and Christians outside the mosque at Eid. Two people a night, in yellow coats, with flasks.",
            "No festival in the city without stewards of another faith. After each we ask worshippers whether they felt safer, and neighbours whether they noticed.",
            "Training:40;Coats and radios:20;Insurance:15;Coordinator one day a week:25", "faith,neighbourhood",
            "The stewards are the open door: they greet whoever comes, know who is expected, and walk people to the bus."),
        new("worship", "Beit Shalom", "Light, locks and a bench", 18_500, 3.4,
            "A second door, lights on the path and a panic button that rings at the neighbours’ and the police. Beside the door a bench, so that the way in is still a place to sit and talk.",
            "Parents send their children to Hebrew school again. We had 31 pupils before the attacks and 12 after; we shall tell you how many there are in a year.",
            "Door and locks:46;Lights:28;Alarm:18;Bench and planting:8", "faith,young",
            "We hold an open house on the first Sunday of each month, as before, with a steward who knows everybody."),
        new("worship", "Old Town Mosque", "Chandler Street keeps its door open", 16_200, 3.5,
            "Shatter-proof film for the street windows, a steward rota for Fridays, de-escalation training for forty volunteers, and a street meeting each quarter with the pub, the school and the two churches.",
            "Fewer incidents on Fridays, and neighbours who ring us before they ring the newspaper.",
            "Window film:38;Training:30;Stewards’ equipment:17;Street meetings:15", "faith,neighbourhood",
            "The Sunday open door goes on. The pub lends us its garden when there are too many."),
        new("worship", "Gurdwara Kitchen", "The long table stays long", 9_800, 3.1,
            "People have been followed on their way to the langar. We put lights along the lane, train sixty volunteers, and walk in groups from the bus stop at set times.",
            "The number of guests at night is back to what it was: 220 on a Friday.",
            "Lights:52;Training:28;Coats and torches:20", "faith,neighbourhood",
            "A langar cannot be closed. Everybody who comes eats, and always will."),
        new("worship", "Rainbow Riverton", "A safe Friday", 8_400, 3.2,
            "Our Friday supper was attacked twice this year. We need a door that closes, stewards who have been trained, and a plan agreed with the bar downstairs and the church next door, which has offered us its hall.",
            "Forty people at supper again, among them those who told us they do not dare to come.",
            "Door and entry phone:44;Training:31;Taxi fund:25", "lgbt,migrants",
            "New guests are met at the church by two volunteers and walk over together."),
        new("worship", "Eritrean Orthodox", "Vigil nights", 5_200, 2.9,
            "Our vigils end at three in the morning, and young people were beaten on the way home in January. We want minibuses, torches, and a telephone tree with the street pastors.",
            "Everybody comes home. We keep a list and tick it.",
            "Minibus hire:66;Torches and coats:14;Training:20", "faith,migrants,young",
            "Neighbours are invited to the Easter meal as every year, and forty of them come."),
        new("worship", "Castle Hill Gospel Choir", "New sound system and doors", 19_500, 1.7,
            "Our church needs a new sound system and stronger doors, so that the choir can rehearse without being disturbed.",
            "Better rehearsals and better security.",
            "Sound system:63;Doors:32;Delivery:5", "faith,older",
            "Our concerts are open to all."),
        new("worship", "Holy Trinity Greek", "Repairing the roof", 20_000, 1.1,
            "The roof of the parish house has leaked since the spring and the ceiling of the hall has come down in two places.",
            "The hall can be used again by the Saturday school and by four groups that rent it.",
            "Roofing:88;Scaffold:12", "faith",
            "The hall is let to anybody who asks."),
    ];
}
