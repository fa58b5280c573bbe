using GrantsPortal.Reviews;

namespace GrantsPortal.Publishing.Demo;

/// <summary>What reviewers and the panel write in the demo; which of it follows from score and name, the same every time.</summary>
internal static class DemoWords
{
    private static readonly Dictionary<string, string[][]> Comments = new()
    {
        ["need"] =
        [
            ["I could not find what need this answers, or whose.", "The need described is the applicant’s own, not that of the people it is for."],
            ["A need is claimed, but nothing is said about how they know of it.", "I believe there is a need here. The application does not show it."],
            ["The need is real. I would have liked to hear more from those who have it.", "Plausible, and close to what our own survey says; few voices of the people themselves."],
            ["Clear, concrete and told with the people concerned.", "They name what happened, where and to whom. That is rare.", "One can tell that the people it is for had a hand in writing this."],
            ["Told by the people who live it, with figures one can check.", "I have not read a better account of why this is needed in this city.", "Pressing, honest, and in their own words."],
        ],
        ["plan"] =
        [
            ["There is an idea but no plan.", "Who does what, and when, is not said."],
            ["Large parts are left to the coordinator who is yet to be found.", "The dates cannot hold: the training ends before the trainers are chosen."],
            ["It could work. The first two months are clear, the rest is hope.", "Sound in outline; I would ask what happens when the two key people are ill."],
            ["A sound plan of a size they can carry.", "Step by step, with somebody’s role at each. Modest in what it promises.", "They have done something like it before and say what went wrong then."],
            ["Exemplary. Every step has a person, a day and a way back.", "The plan of people who have done this with less money and learnt from it."],
        ],
        ["reach"] =
        [
            ["It reaches those who would come anyway.", "I see nobody new here."],
            ["“Everybody is welcome” is all that is said about who will come.", "The people who are hardest to reach are mentioned and not planned for."],
            ["Some who are often left out will be there; how the others find it is unclear.", "Good intentions towards women and young people, few decisions for them."],
            ["It brings people into one room who now avoid each other.", "Childcare, interpreting and the way home are thought of: that is how one reaches people.", "Those it is for are among those who decide."],
            ["Nobody else in the city reaches these families.", "Led by people who are otherwise only ever invited."],
        ],
        ["cost"] =
        [
            ["The costs do not fit what is planned.", "Half of the budget is one line without an explanation."],
            ["Several lines are round sums that nobody explains.", "I could not see why this costs more than twice what others ask for the same."],
            ["Mostly fair. The equipment could be borrowed.", "Reasonable, with one line I would ask about."],
            ["Fair and clear. People are paid for their work.", "Careful with money, and not at the cost of those who do the work."],
            ["Every pound is explained and others add to it.", "A great deal for very little."],
        ],
    };

    private static readonly string[][] Overall =
    [
        ["Not ready, and not for this call. I hope they come back with the people it is for.", "This answers another question than the one the call asks."],
        ["There is something in it, but as it stands I cannot recommend it. A talk with an officer before the next round would help.", "The wish is good. What is missing is the work with those concerned."],
        ["A decent application. I would fund it if money is left, and ask for a plan for the second half.", "It could be good with a partner. In between for me."],
        ["Rooted in its street and modest in what it promises. I would fund it.", "Good people, a clear plan, a fair price. Fund.", "I would fund this, and visit it in spring."],
        ["The best of those I read. Fund it in full.", "I would fund this even if there were money for nothing else."],
    ];

    /// <summary>A reviewer’s comment on a criterion; some reviewers say nothing where the score says it.</summary>
    public static string? Comment(string criterion, int score, string seed) =>
        Comments.TryGetValue(criterion, out var byScore) && Pick(5, criterion + seed) > 0 ? Of(byScore[Math.Clamp(score, 0, byScore.Length - 1)], criterion + seed) : null;

    /// <summary>A reviewer’s comment on the whole.</summary>
    public static string On(double mean, string seed) => Of(Overall[Math.Clamp((int)Math.Round(mean), 0, Overall.Length - 1)], seed);

    /// <summary>The panel’s reason.</summary>
    public static string Reason(RecommendedOutcome outcome, string seed) => outcome switch
    {
        RecommendedOutcome.Fund => Of(
            ["The reviewers agreed: it is led by the people it is for, the plan is sound, and the costs are fair.",
            "It answers what this call asks better than most, and brings people together who now avoid each other.",
            "A clear need, told by those who have it, and a group that has shown it can do the work."], seed),
        RecommendedOutcome.FundInPart => Of(
            ["The panel found the heart of it strong and asks you to do that first; the remaining part can be applied for again.",
            "Convincing in what it does with people. The panel did not find the equipment necessary, and offers the rest."], seed),
        RecommendedOutcome.Reserve => Of(
            ["A good application for which the money did not reach. It stands first if an offer is refused.",
            "The reviewers would have funded it. Others reached people whom nobody else reaches, and came before it."], seed),
        _ => Of(
            ["The reviewers could not see from the application who decides about the work, and how the people it is for have a say in it.",
            "What is planned lies for the most part outside what this call funds, and the costs were not explained.",
            "The need is understood. The plan left too much open for the panel to recommend it this time."], seed),
    };

    /// <summary>A number from 0 to below a bound that follows from words alone.</summary>
    public static int Pick(int bound, string seed)
    {
        var hash = 2166136261u;
        foreach (var letter in seed)
        {
            hash = (hash ^ letter) * 16777619u;
        }

        hash ^= hash >> 15;
        return (int)(hash % (uint)bound);
    }

    private static string Of(string[] choices, string seed) => choices[Pick(choices.Length, seed)];
}
