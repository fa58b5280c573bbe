using GrantsPortal.People;
using GrantsPortal.Platform;

namespace GrantsPortal.Organisations.Invitations;

/// <summary>Who may answer an invitation, and when one may be sent.</summary>
public static class InvitationRules
{
    /// <summary>How long to wait before the same invitation is sent again.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    /// <summary>Refused with <c>invitation.used</c> or <c>invitation.revoked</c> when it waits for no answer any more.</summary>
    public static Outcome Answered(Invitation invitation) =>
        invitation.AcceptedAt is not null ? new Refusal("invitation.used")
        : invitation.RevokedAt is not null ? new Refusal("invitation.revoked")
        : Outcome.Ok;

    /// <summary>Whether an invitation still stands at an instant.</summary>
    public static Outcome Stands(Invitation invitation, DateTimeOffset now) =>
        Answered(invitation) is { Refused: true } answered ? answered
        : invitation.ExpiresAt <= now ? new Refusal("invitation.expired")
        : Outcome.Ok;

    /// <summary>Whether a person may answer it: the link is not enough, their confirmed address must be the invited one.</summary>
    public static Outcome Answer(Invitation invitation, Person person, DateTimeOffset now) =>
        EmailAddresses.Normalize(person.Email) != invitation.NormalizedEmail ? new Refusal("invitation.other-address", person.Email)
        : !person.EmailConfirmed ? new Refusal("invitation.unconfirmed", person.Email)
        : Stands(invitation, now);

    /// <summary>Whether an address may be invited.</summary>
    public static Outcome Invite(string email, bool isMember, Invitation? waiting, int waitingInAll, int most, DateTimeOffset now) =>
        EmailAddresses.Clean(email).Refused ? new Refusal("organisation.email-odd").At("Email")
        : isMember ? new Refusal("invitation.member-already", email).At("Email")
        : waiting is null && waitingInAll >= most ? new Refusal("invitation.too-many", most).At("Email")
        : waiting is not null ? SendAgain(waiting, now)
        : Outcome.Ok;

    /// <summary>Whether it may be sent again.</summary>
    public static Outcome SendAgain(Invitation invitation, DateTimeOffset now) =>
        Answered(invitation) is { Refused: true } answered ? answered
        : now - invitation.CreatedAt < Pause ? new Refusal("invitation.just-sent").At("Email") : Outcome.Ok;
}
