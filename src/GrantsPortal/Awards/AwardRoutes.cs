namespace GrantsPortal.Awards;

/// <summary>Addresses of the module's pages.</summary>
public static class AwardRoutes
{
    /// <summary>The officers' list of awards.</summary>
    public const string Desk = "/manage/awards";

    /// <summary>What was proposed and decided.</summary>
    public const string Decisions = "/manage/awards/decisions";

    /// <summary>An award as its members see it.</summary>
    public static string Mine(string reference) => $"/my/awards/{reference}";

    /// <summary>Where an Owner reads the terms once more and accepts.</summary>
    public static string Accept(string reference) => $"{Mine(reference)}/accept";

    /// <summary>Where an Owner refuses.</summary>
    public static string Refuse(string reference) => $"{Mine(reference)}/refuse";

    /// <summary>Where a member asks that less be published.</summary>
    public static string AskPublication(string reference) => $"{Mine(reference)}/publication";

    /// <summary>The accepted agreement to download, as <c>html</c> or <c>pdf</c>; for members.</summary>
    public static string MyAgreement(string reference, string form) => $"{Mine(reference)}/agreement.{form}";

    /// <summary>What waits between an offer and its first payment.</summary>
    public const string Agreements = "/manage/awards/agreements";

    /// <summary>Where an approver signs for the city.</summary>
    public static string CounterSign(string reference) => $"{Manage(reference)}/counter-sign";

    /// <summary>Every document of an award, and a check of files; for members.</summary>
    public static string MyDocuments(string reference) => $"{Mine(reference)}/documents";

    /// <summary>The same for staff.</summary>
    public static string Documents(string reference) => $"{Manage(reference)}/documents";

    /// <summary>What an award needs before its first payment, for members.</summary>
    public static string MyConditions(string reference) => $"{Mine(reference)}/conditions";

    /// <summary>One condition to hand in.</summary>
    public static string MyCondition(string reference, long id) => FormattableString.Invariant($"{MyConditions(reference)}/{id}");

    /// <summary>A document handed in, for members.</summary>
    public static string MyConditionFile(string reference, long id, long file) => FormattableString.Invariant($"{MyCondition(reference, id)}/files/{file}");

    /// <summary>What an award needs before its first payment, for staff.</summary>
    public static string ManageConditions(string reference) => $"{Manage(reference)}/conditions";

    /// <summary>Where an officer adds a condition.</summary>
    public static string NewCondition(string reference) => $"{ManageConditions(reference)}/new";

    /// <summary>One condition to judge.</summary>
    public static string ManageCondition(string reference, long id) => FormattableString.Invariant($"{ManageConditions(reference)}/{id}");

    /// <summary>One condition to change, until the award is offered.</summary>
    public static string ChangeCondition(string reference, long id) => $"{ManageCondition(reference, id)}/change";

    /// <summary>Takes a condition away, until the award is offered; POST.</summary>
    public static string RemoveCondition(string reference, long id) => $"{ManageCondition(reference, id)}/remove";

    /// <summary>A document handed in, for staff.</summary>
    public static string ManageConditionFile(string reference, long id, long file) => FormattableString.Invariant($"{ManageCondition(reference, id)}/files/{file}");

    /// <summary>One document of an award to download, as <c>html</c> or <c>pdf</c>; for members.</summary>
    public static string MyDocument(string reference, int number, string form) => FormattableString.Invariant($"{Mine(reference)}/documents/{number}.{form}");

    /// <summary>The same for staff.</summary>
    public static string Document(string reference, int number, string form) => FormattableString.Invariant($"{Manage(reference)}/documents/{number}.{form}");

    /// <summary>The decision letter of an application, behind sign-in.</summary>
    public static string Letter(string applicationReference) => $"/my/applications/{applicationReference}/letter";

    /// <summary>An award as staff see it.</summary>
    public static string Manage(string reference) => $"{Desk}/{reference}";

    /// <summary>Where an officer sets how much the public reads.</summary>
    public static string ManagePublication(string reference) => $"{Manage(reference)}/publication";

    /// <summary>Where an officer starts an accepted award.</summary>
    public static string Activate(string reference) => $"{Manage(reference)}/activate";

    /// <summary>The accepted agreement to download, as <c>html</c> or <c>pdf</c>; for staff.</summary>
    public static string Agreement(string reference, string form) => $"{Manage(reference)}/agreement.{form}";

    /// <summary>Where an officer proposes the ranked list of a call to the approver.</summary>
    public static string Propose(string call) => $"{Decisions}/propose/{call}";

    /// <summary>Where an officer proposes awards for applications in reserve.</summary>
    public static string ProposeReserves(string call) => $"{Decisions}/reserves/{call}";

    /// <summary>The approver's page.</summary>
    public static string Decision(long id) => FormattableString.Invariant($"{Decisions}/{id}");

    /// <summary>The decision letters of a decision.</summary>
    public static string Letters(long decision) => $"{Decision(decision)}/letters";

    /// <summary>One decision letter, to read and to edit.</summary>
    public static string EditLetter(long decision, long letter) => FormattableString.Invariant($"{Letters(decision)}/{letter}");

    /// <summary>Who gets the letters, before they are sent.</summary>
    public static string SendLetters(long decision) => $"{Letters(decision)}/send";

    /// <summary>Variations, budget and movements of an award as its members see them.</summary>
    public static string MyVariations(string reference) => $"{Mine(reference)}/variations";

    /// <summary>Where a member writes a variation.</summary>
    public static string NewMyVariation(string reference) => $"{MyVariations(reference)}/new";

    /// <summary>One variation as members see it.</summary>
    public static string MyVariation(string reference, int number) => FormattableString.Invariant($"{MyVariations(reference)}/{number}");

    /// <summary>An act at a variation, for members: <c>edit</c>, <c>ask</c>, <c>withdraw</c>, <c>agree</c> or <c>decline</c>.</summary>
    public static string MyVariation(string reference, int number, string act) => $"{MyVariation(reference, number)}/{act}";

    /// <summary>Where a member moves money between budget lines.</summary>
    public static string Movement(string reference) => $"{Mine(reference)}/movement";

    /// <summary>Variations, budget and movements of an award as staff see them.</summary>
    public static string Variations(string reference) => $"{Manage(reference)}/variations";

    /// <summary>Where an officer writes a variation.</summary>
    public static string NewVariation(string reference) => $"{Variations(reference)}/new";

    /// <summary>One variation as staff see it.</summary>
    public static string Variation(string reference, int number) => FormattableString.Invariant($"{Variations(reference)}/{number}");

    /// <summary>An act at a variation, for staff: <c>edit</c>, <c>ask</c>, <c>withdraw</c>, <c>approve</c>, <c>let-ask</c> or <c>decline</c>.</summary>
    public static string Variation(string reference, int number, string act) => $"{Variation(reference, number)}/{act}";

    /// <summary>Budget years of an award and their confirmation.</summary>
    public static string Years(string reference) => $"{Manage(reference)}/years";

    /// <summary>One budget year, to propose or to decide on.</summary>
    public static string Year(string reference, int year) => FormattableString.Invariant($"{Years(reference)}/{year}");

    /// <summary>An act at a budget year: <c>propose</c>, <c>confirm</c> or <c>withhold</c>.</summary>
    public static string Year(string reference, int year, string act) => FormattableString.Invariant($"{Years(reference)}/{year}/{act}");

    /// <summary>Where an officer pauses, resumes or ends an award: <c>suspend</c>, <c>resume</c> or <c>terminate</c>.</summary>
    public static string Standing(string reference, string act) => $"{Manage(reference)}/{act}";
}
