using GrantsPortal.People;
using GrantsPortal.Platform;
using GrantsPortal.Platform.States;
using GrantsPortal.Platform.Text;

namespace GrantsPortal.Organisations.Recovery;

/// <summary>The way of a recovery, as one table.</summary>
public static class RecoveryStates
{
    /// <summary>Every line of it.</summary>
    public static readonly StateTable<RecoveryState> Table = new(
        "recovery of ownership",
        new Dictionary<RecoveryState, StateName>
        {
            [RecoveryState.Waiting] = new("Waiting time runs", "Waiting time runs"),
            [RecoveryState.Halted] = new("Halted by an objection", "Halted by an objection"),
            [RecoveryState.Done] = new("New Owner has come in", "New Owner has come in"),
            [RecoveryState.Cancelled] = new("Given up", "Given up"),
        },
        [
            new(RecoveryState.Waiting, "object", "Object", RecoveryState.Halted, "a member of the organisation", "RecoveryHalted"),
            new(RecoveryState.Halted, "go-on", "Go on, with a new waiting time", RecoveryState.Waiting, "an officer other than the one who started it", "RecoveryStarted"),
            new(RecoveryState.Waiting, "finish", "Make them Owner now", RecoveryState.Done, "an officer, or the portal by itself, once the waiting time is over", "RecoveryEnded"),
            new(RecoveryState.Waiting, "cancel", "Give the recovery up", RecoveryState.Cancelled, "an officer", "RecoveryEnded"),
            new(RecoveryState.Halted, "cancel", "Give the recovery up", RecoveryState.Cancelled, "an officer", "RecoveryEnded"),
        ]);
}

/// <summary>
/// What a recovery needs: evidence in words, an Owner who is not the officer, time for members to object, and a second
/// pair of eyes once one did.
/// </summary>
public static class RecoveryRules
{
    /// <summary>The fewest words of evidence.</summary>
    public const int EvidenceWords = 10;

    /// <summary>Whether an officer may start one for a person; the person is null when no account has the address.</summary>
    public static IReadOnlyList<Refusal> Start(long officer, Person? newOwner, MemberRole? role, string evidence)
    {
        var against = new List<Refusal>();
        if (WordCount.Of(evidence) < EvidenceWords)
        {
            against.Add(new Refusal("recovery.evidence-short", EvidenceWords).At("Evidence"));
        }

        var person = newOwner is null ? new Refusal("recovery.nobody")
            : newOwner.DisabledAt is not null || !newOwner.EmailConfirmed ? new Refusal("recovery.account-off", newOwner.Name)
            : newOwner.Id == officer ? new Refusal("recovery.own-hands")
            : role == MemberRole.Owner ? new Refusal("recovery.owner-already", newOwner.Name)
            : null;
        if (person is not null)
        {
            against.Add(person.At("Email"));
        }

        return against;
    }

    /// <summary>Whether the new Owner may come in at an instant.</summary>
    public static Outcome Finish(OwnershipRecovery recovery, DateTimeOffset now) =>
        RecoveryStates.Table.Move(recovery.State, "finish") is { Refused: true } refused ? refused.Plain()
        : now < recovery.EffectiveAt ? new Refusal("recovery.not-yet", recovery.EffectiveAt)
        : Outcome.Ok;

    /// <summary>Whether an officer may let it go on after an objection.</summary>
    public static Outcome GoOn(OwnershipRecovery recovery, long officer, string note) =>
        RecoveryStates.Table.Move(recovery.State, "go-on") is { Refused: true } refused ? refused.Plain()
        : officer == recovery.StartedBy || officer == recovery.NewOwnerId ? new Refusal("recovery.same-officer")
        : WordCount.Of(note) == 0 ? new Refusal("recovery.note-missing").At("Note")
        : Outcome.Ok;
}
