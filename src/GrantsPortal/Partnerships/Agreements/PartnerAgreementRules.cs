using GrantsPortal.Organisations;
using GrantsPortal.Organisations.Signing;
using GrantsPortal.Platform;

namespace GrantsPortal.Partnerships.Agreements;

/// <summary>What an agreement with partners is, who signs it, and when people are reminded.</summary>
public static class PartnerAgreementRules
{
    /// <summary>Most partners of one agreement.</summary>
    public const int MostParties = 4;

    /// <summary>Most goals.</summary>
    public const int MostGoals = 8;

    /// <summary>Most characters of what it is for, of what a side brings, and of a reason.</summary>
    public const int Characters = 2000;

    /// <summary>Most characters of a title, and of a signature.</summary>
    public const int TitleCharacters = 150;

    /// <summary>Most characters of a goal, and of a note on one.</summary>
    public const int GoalCharacters = 500;

    /// <summary>How many days before a goal is due somebody is first reminded.</summary>
    public const int GoalDays = 14;

    /// <summary>How many days before the end people are told, the earliest first.</summary>
    public static readonly IReadOnlyList<int> EndDays = [90, 30, 7];

    /// <summary>
    /// What is wrong with a draft: <c>agreement.not-staff</c>; at its field <c>agreement.title-missing</c>, <c>agreement.purpose-missing</c>,
    /// <c>agreement.city-brings-missing</c>, <c>agreement.brings-missing</c>, <c>agreement.goal-missing</c>, <c>agreement.long</c> (most), <c>agreement.party-missing</c>,
    /// <c>agreement.starts-missing</c>, <c>agreement.ends-missing</c>, <c>agreement.ends-before</c>, <c>agreement.ends-past</c>,
    /// <c>agreement.starts-before-former-ends</c> (day), <c>agreement.due-missing</c>, <c>agreement.due-outside</c>, <c>agreement.owner-unfit</c>.
    /// </summary>
    /// <param name="actor">Who writes.</param>
    /// <param name="plan">What was written.</param>
    /// <param name="today">The day of the city's calendar.</param>
    /// <param name="formerEnds">The last day of the version it follows, while that is in force.</param>
    public static IReadOnlyList<Refusal> Check(Actor actor, AgreementPlan plan, DateOnly today, DateOnly? formerEnds) =>
        !CommitmentRules.MayKeep(actor) ? [new Refusal("agreement.not-staff")] :
        [
            .. Words(plan.Title, "agreement.title-missing", "Title", TitleCharacters),
            .. Words(plan.Purpose, "agreement.purpose-missing", "Purpose", Characters),
            .. plan.Parties.All(party => party.Empty) ? [new Refusal("agreement.party-missing").At("Parties[0].Name")] : Array.Empty<Refusal>(),
            .. plan.Parties.Index().Where(line => !line.Item.Empty).SelectMany(line => Words(line.Item.Brings, "agreement.brings-missing", $"Parties[{line.Index}].Brings", Characters)),
            .. Words(plan.CityBrings, "agreement.city-brings-missing", "CityBrings", Characters),
            .. plan.StartsOn is not { } starts ? [new Refusal("agreement.starts-missing").At("StartsOn")]
                : formerEnds is { } former && starts <= former ? [new Refusal("agreement.starts-before-former-ends", former).At("StartsOn")]
                : Array.Empty<Refusal>(),
            .. plan.EndsOn is not { } ends ? [new Refusal("agreement.ends-missing").At("EndsOn")]
                : ends < plan.StartsOn ? [new Refusal("agreement.ends-before").At("EndsOn")]
                : ends < today ? [new Refusal("agreement.ends-past").At("EndsOn")]
                : Array.Empty<Refusal>(),
            .. plan.Goals.Index().Where(line => !line.Item.Empty).SelectMany(line => Goal(plan, line.Item, $"Goals[{line.Index}].")),
        ];

    /// <summary>
    /// Whether a draft may be opened for signatures. Refused with <c>agreement.not-staff</c>, <c>state.not-from-here</c>, <c>agreement.ends-past</c>,
    /// <c>agreement.goals-missing</c> for a plan without goals.
    /// </summary>
    public static Outcome<PartnerAgreementState> Offer(Actor actor, WholeAgreement whole, DateOnly today) =>
        !CommitmentRules.MayKeep(actor) ? new Refusal("agreement.not-staff")
        : whole.Agreement.EndsOn < today ? new Refusal("agreement.ends-past")
        : whole.Agreement.Kind == PartnerAgreementKind.Plan && whole.Goals.Count == 0 ? new Refusal("agreement.goals-missing")
        : PartnerAgreementStates.Table.Move(whole.Agreement.State, PartnerAgreementStates.Offer);

    /// <summary>Whether it may be ended or taken back. Refused with <c>agreement.not-staff</c>, <c>state.not-from-here</c>, <c>agreement.over</c> when it has lapsed; to end it at <c>Reason</c> with <c>agreement.reason-missing</c>, <c>agreement.long</c> (most).</summary>
    public static Outcome<PartnerAgreementState> Stop(Actor actor, PartnerAgreement agreement, string act, string? reason, DateOnly today) =>
        !CommitmentRules.MayKeep(actor) ? new Refusal("agreement.not-staff")
        : agreement.Standing(today) == PartnerAgreementStanding.Lapsed ? new Refusal("agreement.over")
        : act == PartnerAgreementStates.End && Words(reason ?? "", "agreement.reason-missing", "Reason", Characters) is [var wrong, ..] ? wrong
        : PartnerAgreementStates.Table.Move(agreement.State, act);

    /// <summary>Whether a partner may ask for changes. Refused with <c>agreement.owners-only</c>, <c>state.not-from-here</c>; at <c>Reason</c> with <c>agreement.reason-missing</c>, <c>agreement.long</c> (most).</summary>
    public static Outcome<PartnerAgreementState> SendBack(MemberRole? role, PartnerAgreement agreement, string? reason) =>
        role != MemberRole.Owner ? new Refusal("agreement.owners-only")
        : Words(reason ?? "", "agreement.reason-missing", "Reason", Characters) is [var wrong, ..] ? wrong
        : PartnerAgreementStates.Table.Move(agreement.State, PartnerAgreementStates.SendBack);

    /// <summary>Whether a version may follow. Refused with <c>agreement.not-staff</c>, <c>agreement.followed</c>, <c>agreement.not-in-force</c>.</summary>
    public static Refusal? Renew(Actor actor, PartnerAgreement agreement) =>
        !CommitmentRules.MayKeep(actor) ? new Refusal("agreement.not-staff")
        : agreement.FollowedBy is not null ? new Refusal("agreement.followed")
        : agreement.State != PartnerAgreementState.InForce ? new Refusal("agreement.not-in-force")
        : null;

    /// <summary>The draft that follows: it begins the day after (tomorrow at the earliest), lasts as many days, and takes over what is not reached yet, as late in it as it was.</summary>
    public static WholeAgreement Following(WholeAgreement former, DateOnly today)
    {
        var (old, days) = (former.Agreement, former.Agreement.EndsOn.DayNumber - former.Agreement.StartsOn.DayNumber);
        var starts = old.EndsOn >= today ? old.EndsOn.AddDays(1) : today.AddDays(1);
        return new WholeAgreement(
            new PartnerAgreement { Kind = old.Kind, Title = old.Title, Purpose = old.Purpose, CityBrings = old.CityBrings, StartsOn = starts, EndsOn = starts.AddDays(days) },
            former.Parties,
            [.. former.Goals.Where(goal => goal.State == PartnerGoalState.Open).Select(goal => new PartnerGoal { What = goal.What, OrganisationId = goal.OrganisationId, DueOn = starts.AddDays(goal.DueOn.DayNumber - old.StartsOn.DayNumber) })],
            []);
    }

    /// <summary>Refuses a signature's name at <c>Name</c>: <c>agreement.name-missing</c>, <c>agreement.long</c> (most).</summary>
    public static Refusal? CheckName(string? name) =>
        (name ?? "").Count(char.IsLetter) < 2 ? new Refusal("agreement.name-missing").At("Name")
        : name!.Trim().Length > TitleCharacters ? new Refusal("agreement.long", TitleCharacters).At("Name")
        : null;

    /// <summary>
    /// Whether somebody may sign for a partner. Refused with <c>agreement.owners-only</c>, <c>agreement.not-offered</c>, <c>agreement.over</c>, <c>agreement.signed-already</c>,
    /// <c>agreement.enough</c> when as many Owners signed as its rule asked for.
    /// </summary>
    public static Refusal? SignFor(WholeAgreement whole, AgreementParty party, MemberRole? role, long person, DateOnly today) =>
        role != MemberRole.Owner ? new Refusal("agreement.owners-only")
        : Signable(whole, person, today) is { } refusal ? refusal
        : Given(whole, party) >= SigningRules.Needed(party.SigningRule) ? new Refusal("agreement.enough")
        : null;

    /// <summary>
    /// Whether somebody may sign for the city: an approver, or who acts as focal point of a party, with no part in offering it. Refused with
    /// <c>agreement.not-signatory</c>, <c>agreement.own-offer</c>, <c>agreement.own-organisation</c>, or as <see cref="SignFor"/>.
    /// </summary>
    /// <param name="actor">Who wants to sign.</param>
    /// <param name="whole">The agreement.</param>
    /// <param name="focal">Whether they act today as focal point of one of the parties.</param>
    /// <param name="member">Whether they belong to one of the parties.</param>
    /// <param name="today">The day of the city's calendar.</param>
    public static Refusal? SignForCity(Actor actor, WholeAgreement whole, bool focal, bool member, DateOnly today) =>
        !(actor.Is(Roles.Approver) || (focal && actor.Is(Roles.FocalPoint))) ? new Refusal("agreement.not-signatory")
        : Signable(whole, actor.Person, today) is { } refusal ? refusal
        : whole.Agreement.OfferedBy == actor.Person ? new Refusal("agreement.own-offer")
        : member ? new Refusal("agreement.own-organisation")
        : Counting(whole).Any(signature => signature.OrganisationId is null) ? new Refusal("agreement.enough")
        : null;

    /// <summary>The signatures that count while it is offered.</summary>
    public static IReadOnlyList<PartnerSignature> Counting(WholeAgreement whole) =>
        [.. whole.Signatures.Where(signature => signature.SetAsideAt is null && (signature.OrganisationId is null || signature.OwnerNow || whole.Agreement.State != PartnerAgreementState.Offered))];

    /// <summary>How many signatures of a partner count.</summary>
    public static int Given(WholeAgreement whole, AgreementParty party) => Counting(whole).Count(signature => signature.OrganisationId == party.OrganisationId);

    /// <summary>How many signatures are needed in all: of the city one, of each partner what its rule asked for.</summary>
    public static int Needed(WholeAgreement whole) => 1 + whole.Parties.Sum(party => SigningRules.Needed(party.SigningRule));

    /// <summary>How it stands on a day.</summary>
    public static PartnerAgreementStanding Standing(PartnerAgreementState state, DateOnly starts, DateOnly ends, DateOnly today) => state switch
    {
        PartnerAgreementState.Draft => PartnerAgreementStanding.Draft,
        PartnerAgreementState.Offered => PartnerAgreementStanding.Offered,
        PartnerAgreementState.Ended => PartnerAgreementStanding.Ended,
        _ when today > ends => PartnerAgreementStanding.Lapsed,
        _ when today < starts => PartnerAgreementStanding.Coming,
        _ => PartnerAgreementStanding.InForce,
    };

    /// <summary>
    /// Of which of <see cref="EndDays"/> people are told on a day; null when of none. Days on which nothing ran are made up for by the latest alone,
    /// and an agreement signed later than one of them is not told of that.
    /// </summary>
    public static int? EndToTell(DateOnly endsOn, DateOnly inForceOn, int? told, DateOnly today)
    {
        var left = endsOn.DayNumber - today.DayNumber;
        return left < 0 ? null
            : EndDays.Where(days => left <= days && days < (told ?? int.MaxValue) && endsOn.AddDays(-days) >= inForceOn).Select(days => (int?)days).LastOrDefault();
    }

    /// <summary>Whether somebody is to be reminded of a goal on a day: a fortnight before it is due, and every week once it is overdue. A day on which nothing ran is made up for on the next.</summary>
    public static bool IsToRemind(DateOnly dueOn, DateOnly? remindedOn, DateOnly today) =>
        today >= dueOn.AddDays(-GoalDays) && (remindedOn is not { } last || (today > dueOn && today >= last.AddDays(7)));

    /// <summary>
    /// How a goal stands after a note. An Owner or Editor notes words on a goal of their own organisation; officers move it too. Refused with <c>agreement.not-yours</c>,
    /// <c>agreement.not-in-force</c>, <c>state.not-from-here</c>; at <c>Words</c> with <c>agreement.words-missing</c>, <c>agreement.long</c> (most); at <c>NotedOn</c> with
    /// <c>agreement.noted-missing</c>, <c>agreement.noted-later</c>.
    /// </summary>
    public static Outcome<PartnerGoalState> Note(Actor actor, MemberRole? role, PartnerAgreement agreement, PartnerGoal goal, string? act, string? words, DateOnly? on, DateOnly today) =>
        !CommitmentRules.MayKeep(actor) && (role is not (MemberRole.Owner or MemberRole.Editor) || act is not null) ? new Refusal("agreement.not-yours")
        : agreement.State != PartnerAgreementState.InForce ? new Refusal("agreement.not-in-force")
        : on is not { } day ? new Refusal("agreement.noted-missing").At("NotedOn")
        : day > today ? new Refusal("agreement.noted-later").At("NotedOn")
        : Words(words ?? "", "agreement.words-missing", "Words", GoalCharacters) is [var wrong, ..] ? wrong
        : act is null ? goal.State
        : PartnerGoalStates.Table.Move(goal.State, act);

    private static Refusal? Signable(WholeAgreement whole, long person, DateOnly today) =>
        whole.Agreement.State != PartnerAgreementState.Offered ? new Refusal("agreement.not-offered")
        : whole.Agreement.EndsOn < today ? new Refusal("agreement.over")
        : Counting(whole).Any(signature => signature.PersonId == person) ? new Refusal("agreement.signed-already")
        : null;

    private static IEnumerable<Refusal> Goal(AgreementPlan plan, GoalPlan goal, string field) =>
    [
        .. Words(goal.What, "agreement.goal-missing", field + "What", GoalCharacters),
        .. goal.Owner < 0 || goal.Owner > plan.Parties.Count || (goal.Owner > 0 && plan.Parties[goal.Owner - 1].Empty) ? [new Refusal("agreement.owner-unfit").At(field + "Owner")] : Array.Empty<Refusal>(),
        .. goal.DueOn is not { } due ? [new Refusal("agreement.due-missing").At(field + "DueOn")]
            : due < plan.StartsOn || due > plan.EndsOn ? [new Refusal("agreement.due-outside").At(field + "DueOn")]
            : Array.Empty<Refusal>(),
    ];

    private static Refusal[] Words(string words, string missing, string field, int most) =>
        string.IsNullOrWhiteSpace(words) ? [new Refusal(missing).At(field)]
        : words.Trim().Length > most ? [new Refusal("agreement.long", most).At(field)]
        : [];
}
