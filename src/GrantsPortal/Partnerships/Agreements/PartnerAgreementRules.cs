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
    /// What is wrong with a draft: <c>partner-agreement.not-staff</c>; at its field <c>partner-agreement.title-missing</c>, <c>partner-agreement.purpose-missing</c>,
    /// <c>partner-agreement.city-brings-missing</c>, <c>partner-agreement.brings-missing</c>, <c>partner-agreement.goal-missing</c>, <c>partner-agreement.long</c> (most), <c>partner-agreement.party-missing</c>,
    /// <c>partner-agreement.starts-missing</c>, <c>partner-agreement.ends-missing</c>, <c>partner-agreement.ends-before</c>, <c>partner-agreement.ends-past</c>,
    /// <c>partner-agreement.starts-before-former-ends</c> (day), <c>partner-agreement.due-missing</c>, <c>partner-agreement.due-outside</c>, <c>partner-agreement.owner-unfit</c>.
    /// </summary>
    /// <param name="actor">Who writes.</param>
    /// <param name="plan">What was written.</param>
    /// <param name="today">The day of the city's calendar.</param>
    /// <param name="formerEnds">The last day of the version it follows, while that is in force.</param>
    public static IReadOnlyList<Refusal> Check(Actor actor, AgreementPlan plan, DateOnly today, DateOnly? formerEnds) =>
        !CommitmentRules.MayKeep(actor) ? [new Refusal("partner-agreement.not-staff")] :
        [
            .. Words(plan.Title, "partner-agreement.title-missing", "Title", TitleCharacters),
            .. Words(plan.Purpose, "partner-agreement.purpose-missing", "Purpose", Characters),
            .. plan.Parties.All(party => party.Empty) ? [new Refusal("partner-agreement.party-missing").At("Parties[0].Name")] : Array.Empty<Refusal>(),
            .. plan.Parties.Index().Where(line => !line.Item.Empty).SelectMany(line => Words(line.Item.Brings, "partner-agreement.brings-missing", $"Parties[{line.Index}].Brings", Characters)),
            .. Words(plan.CityBrings, "partner-agreement.city-brings-missing", "CityBrings", Characters),
            .. plan.StartsOn is not { } starts ? [new Refusal("partner-agreement.starts-missing").At("StartsOn")]
                : formerEnds is { } former && starts <= former ? [new Refusal("partner-agreement.starts-before-former-ends", former).At("StartsOn")]
                : Array.Empty<Refusal>(),
            .. plan.EndsOn is not { } ends ? [new Refusal("partner-agreement.ends-missing").At("EndsOn")]
                : ends < plan.StartsOn ? [new Refusal("partner-agreement.ends-before").At("EndsOn")]
                : ends < today ? [new Refusal("partner-agreement.ends-past").At("EndsOn")]
                : Array.Empty<Refusal>(),
            .. plan.Goals.Index().Where(line => !line.Item.Empty).SelectMany(line => Goal(plan, line.Item, $"Goals[{line.Index}].")),
        ];

    /// <summary>
    /// Whether a draft may be opened for signatures. Refused with <c>partner-agreement.not-staff</c>, <c>state.not-from-here</c>, <c>partner-agreement.ends-past</c>,
    /// <c>partner-agreement.goals-missing</c> for a plan without goals.
    /// </summary>
    public static Outcome<PartnerAgreementState> Offer(Actor actor, WholeAgreement whole, DateOnly today) =>
        !CommitmentRules.MayKeep(actor) ? new Refusal("partner-agreement.not-staff")
        : whole.Agreement.EndsOn < today ? new Refusal("partner-agreement.ends-past")
        : whole.Agreement.Kind == PartnerAgreementKind.Plan && whole.Goals.Count == 0 ? new Refusal("partner-agreement.goals-missing")
        : PartnerAgreementStates.Table.Move(whole.Agreement.State, PartnerAgreementStates.Offer);

    /// <summary>Whether it may be ended or taken back. Refused with <c>partner-agreement.not-staff</c>, <c>state.not-from-here</c>, <c>partner-agreement.over</c> when it has lapsed; to end it at <c>Reason</c> with <c>partner-agreement.reason-missing</c>, <c>partner-agreement.long</c> (most).</summary>
    public static Outcome<PartnerAgreementState> Stop(Actor actor, PartnerAgreement agreement, string act, string? reason, DateOnly today) =>
        !CommitmentRules.MayKeep(actor) ? new Refusal("partner-agreement.not-staff")
        : agreement.Standing(today) == PartnerAgreementStanding.Lapsed ? new Refusal("partner-agreement.over")
        : act == PartnerAgreementStates.End && Words(reason ?? "", "partner-agreement.reason-missing", "Reason", Characters) is [var wrong, ..] ? wrong
        : PartnerAgreementStates.Table.Move(agreement.State, act);

    /// <summary>Whether a partner may ask for changes. Refused with <c>partner-agreement.owners-only</c>, <c>state.not-from-here</c>; at <c>Reason</c> with <c>partner-agreement.reason-missing</c>, <c>partner-agreement.long</c> (most).</summary>
    public static Outcome<PartnerAgreementState> SendBack(MemberRole? role, PartnerAgreement agreement, string? reason) =>
        role != MemberRole.Owner ? new Refusal("partner-agreement.owners-only")
        : Words(reason ?? "", "partner-agreement.reason-missing", "Reason", Characters) is [var wrong, ..] ? wrong
        : PartnerAgreementStates.Table.Move(agreement.State, PartnerAgreementStates.SendBack);

    /// <summary>Whether a version may follow. Refused with <c>partner-agreement.not-staff</c>, <c>partner-agreement.followed</c>, <c>partner-agreement.not-in-force</c>.</summary>
    public static Refusal? Renew(Actor actor, PartnerAgreement agreement) =>
        !CommitmentRules.MayKeep(actor) ? new Refusal("partner-agreement.not-staff")
        : agreement.FollowedBy is not null ? new Refusal("partner-agreement.followed")
        : agreement.State != PartnerAgreementState.InForce ? new Refusal("partner-agreement.not-in-force")
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

    /// <summary>Refuses a signature's name at <c>Name</c>: <c>partner-agreement.name-missing</c>, <c>partner-agreement.long</c> (most).</summary>
    public static Refusal? CheckName(string? name) => SigningRules.TypedName(name, TitleCharacters, "partner-agreement.name-missing", "partner-agreement.long");

    /// <summary>
    /// Whether somebody may sign for a partner. Refused with <c>partner-agreement.owners-only</c>, <c>partner-agreement.not-offered</c>, <c>partner-agreement.over</c>, <c>partner-agreement.signed-already</c>,
    /// <c>partner-agreement.enough</c> when as many Owners signed as its rule asked for.
    /// </summary>
    public static Refusal? SignFor(WholeAgreement whole, AgreementParty party, MemberRole? role, long person, DateOnly today) =>
        role != MemberRole.Owner ? new Refusal("partner-agreement.owners-only")
        : Signable(whole, person, today) is { } refusal ? refusal
        : SigningRules.IsEnough(party.SigningRule, Given(whole, party)) ? new Refusal("partner-agreement.enough")
        : null;

    /// <summary>
    /// Whether somebody may sign for the city: an approver, or who acts as focal point of a party, with no part in offering it. Refused with
    /// <c>partner-agreement.not-signatory</c>, <c>partner-agreement.own-offer</c>, <c>partner-agreement.own-organisation</c>, or as <see cref="SignFor"/>.
    /// </summary>
    /// <param name="actor">Who wants to sign.</param>
    /// <param name="whole">The agreement.</param>
    /// <param name="focal">Whether they act today as focal point of one of the parties.</param>
    /// <param name="member">Whether they belong to one of the parties.</param>
    /// <param name="today">The day of the city's calendar.</param>
    public static Refusal? SignForCity(Actor actor, WholeAgreement whole, bool focal, bool member, DateOnly today) =>
        !(actor.Is(Roles.Approver) || (focal && actor.Is(Roles.FocalPoint))) ? new Refusal("partner-agreement.not-signatory")
        : Signable(whole, actor.Person, today) is { } refusal ? refusal
        : whole.Agreement.OfferedBy == actor.Person ? new Refusal("partner-agreement.own-offer")
        : member ? new Refusal("partner-agreement.own-organisation")
        : Counting(whole).Any(signature => signature.OrganisationId is null) ? new Refusal("partner-agreement.enough")
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
    /// How a goal stands after a note. An Owner or Editor notes words on a goal of their own organisation; officers move it too. Refused with <c>partner-agreement.not-yours</c>,
    /// <c>partner-agreement.not-in-force</c>, <c>state.not-from-here</c>; at <c>Words</c> with <c>partner-agreement.words-missing</c>, <c>partner-agreement.long</c> (most); at <c>NotedOn</c> with
    /// <c>partner-agreement.noted-missing</c>, <c>partner-agreement.noted-later</c>.
    /// </summary>
    public static Outcome<PartnerGoalState> Note(Actor actor, MemberRole? role, PartnerAgreement agreement, PartnerGoal goal, string? act, string? words, DateOnly? on, DateOnly today) =>
        !CommitmentRules.MayKeep(actor) && (role is not (MemberRole.Owner or MemberRole.Editor) || act is not null) ? new Refusal("partner-agreement.not-yours")
        : agreement.State != PartnerAgreementState.InForce ? new Refusal("partner-agreement.not-in-force")
        : on is not { } day ? new Refusal("partner-agreement.noted-missing").At("NotedOn")
        : day > today ? new Refusal("partner-agreement.noted-later").At("NotedOn")
        : Words(words ?? "", "partner-agreement.words-missing", "Words", GoalCharacters) is [var wrong, ..] ? wrong
        : act is null ? goal.State
        : PartnerGoalStates.Table.Move(goal.State, act);

    private static Refusal? Signable(WholeAgreement whole, long person, DateOnly today) =>
        whole.Agreement.State != PartnerAgreementState.Offered ? new Refusal("partner-agreement.not-offered")
        : whole.Agreement.EndsOn < today ? new Refusal("partner-agreement.over")
        : Counting(whole).Any(signature => signature.PersonId == person) ? new Refusal("partner-agreement.signed-already")
        : null;

    private static IEnumerable<Refusal> Goal(AgreementPlan plan, GoalPlan goal, string field) =>
    [
        .. Words(goal.What, "partner-agreement.goal-missing", field + "What", GoalCharacters),
        .. goal.Owner < 0 || goal.Owner > plan.Parties.Count || (goal.Owner > 0 && plan.Parties[goal.Owner - 1].Empty) ? [new Refusal("partner-agreement.owner-unfit").At(field + "Owner")] : Array.Empty<Refusal>(),
        .. goal.DueOn is not { } due ? [new Refusal("partner-agreement.due-missing").At(field + "DueOn")]
            : due < plan.StartsOn || due > plan.EndsOn ? [new Refusal("partner-agreement.due-outside").At(field + "DueOn")]
            : Array.Empty<Refusal>(),
    ];

    private static Refusal[] Words(string words, string missing, string field, int most) =>
        string.IsNullOrWhiteSpace(words) ? [new Refusal(missing).At(field)]
        : words.Trim().Length > most ? [new Refusal("partner-agreement.long", most).At(field)]
        : [];
}
