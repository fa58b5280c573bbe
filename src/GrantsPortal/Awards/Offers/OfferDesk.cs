using GrantsPortal.Awards.Agreements;
using GrantsPortal.Organisations;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Text;
using Microsoft.Extensions.Options;

namespace GrantsPortal.Awards.Offers;

/// <summary>An organisation's answer to an offer, and the offers nobody answered.</summary>
public sealed partial class OfferDesk(PortalDatabase database, AwardDocuments documents, PortalTexts texts, IOptions<PortalOptions> portal)
{
    /// <summary>How long after an offer's end it is let lapse, so that an answer that came in time and is still being handled wins.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromMinutes(5);

    private const int Tries = 5;

    /// <summary>
    /// Signs an offer by typed name; the caller has asked for the password anew. With the last signature that the rule of
    /// the award needs, the agreement is stored and the award accepted in one transaction; before that, the other Owners
    /// are told. Returns where the award stands then. Refused as <see cref="SignatureRules.Sign"/> and
    /// <see cref="AwardRules.CheckName"/> say, with <c>award.unknown</c>, or <c>award.changed-meanwhile</c> when somebody
    /// changed the award since the version that was shown.
    /// </summary>
    public async Task<Outcome<AwardState>> Accept(Actor actor, string reference, int version, string? name, DateTimeOffset received)
    {
        if (AwardRules.CheckName(name) is { } wrong)
        {
            return wrong;
        }

        // Two Owners may sign at once: whoever comes second looks again and finds that theirs is the last signature.
        for (var attempt = 0; attempt < Tries; attempt++)
        {
            var read = await Signable(actor, reference, received);
            if (read.Refused)
            {
                return Outcome<AwardState>.Refuse(read.Refusals);
            }

            var (parts, step) = read.Value;
            if (parts.Award.Version != version)
            {
                return new Refusal("award.changed-meanwhile");
            }

            var mine = new Signatory(name!.Trim(), actor.Name, received);
            parts = parts with { SignedBy = [.. step.Others.Select(other => new Signatory(other.Name, other.Account, other.SignedAt)), mine] };
            if (await (step.Last ? Conclude(actor, parts, mine) : SignFirst(actor, parts, mine)))
            {
                return step.Last ? AwardState.Accepted : AwardState.Offered;
            }
        }

        return new Refusal("award.changed-meanwhile");
    }

    /// <summary>
    /// Refuses an offer with a reason. Refused as <see cref="AwardRules.MayAnswer"/> and <see cref="AwardRules.CheckReason"/>
    /// say, with <c>award.unknown</c> or <c>award.changed-meanwhile</c>.
    /// </summary>
    public async Task<Outcome> Refuse(Actor actor, string reference, int version, string? reason, DateTimeOffset received)
    {
        if (AwardRules.CheckReason(reason) is { } wrong)
        {
            return wrong;
        }

        await using var work = await database.Write(actor);
        if (await AwardRepository.FindFor(work, reference, actor.Person) is not { } award)
        {
            return new Refusal("award.unknown");
        }

        var membership = await OrganisationRepository.MembershipOf(work, award.OrganisationId, actor.Person);
        if (AwardRules.MayAnswer(award, membership?.Role, received) is { } refusal)
        {
            return refusal;
        }

        if (!await AwardRepository.Refuse(work, award with { Version = version }, received, reason!.Trim()))
        {
            return new Refusal("award.changed-meanwhile");
        }

        work.Audit("award.refused", "Award", award.Id, new { from = award.State, to = AwardState.Refused });
        await AwardLedger.Release(work, award.Id, FormattableString.Invariant($"release:award:{award.Id}"), Instants.DayOf(work.Now, portal.Value.Zone));
        var message = new AwardRefused(award.Reference, award.OrganisationName, award.Title, award.Amount, reason.Trim(), AwardRoutes.Mine(award.Reference));
        await AwardMail.ToMembers(work, award, message);
        await AwardMail.ToOfficer(work, award, message with { Path = AwardRoutes.Manage(award.Reference) });
        await work.Commit();
        return Outcome.Ok;
    }

    /// <summary>Lets an offer lapse that ended more than <see cref="Grace"/> ago; false when somebody answered it.</summary>
    public async Task<bool> Lapse(Award award)
    {
        await using var work = await database.Write(Actor.System);
        if (!await AwardRepository.Lapse(work, award, work.Now - Grace))
        {
            return false;
        }

        work.Audit("award.lapsed", "Award", award.Id, new { from = AwardState.Offered, to = AwardState.Lapsed });
        await AwardLedger.Release(work, award.Id, FormattableString.Invariant($"release:award:{award.Id}"), Instants.DayOf(work.Now, portal.Value.Zone));
        var message = new AwardLapsed(award.Reference, award.OrganisationName, award.Title, award.Amount, award.OfferExpiresAt!.Value, AwardRoutes.Mine(award.Reference));
        await AwardMail.ToMembers(work, award, message);
        await AwardMail.ToOfficer(work, award, message with { Path = AwardRoutes.Manage(award.Reference) });
        await work.Commit();
        return true;
    }

    /// <summary>Brings an unanswered offer to mind, once; false when it was before or somebody answered.</summary>
    public async Task<bool> Remind(Award award)
    {
        await using var work = await database.Write(Actor.System);
        if (!await AwardRepository.Reminded(work, award))
        {
            return false;
        }

        work.Audit("award.reminded", "Award", award.Id);
        await AwardMail.ToMembers(work, award, new OfferReminder(award.Reference, award.OrganisationName, award.Title, award.Amount, award.OfferExpiresAt!.Value, AwardRoutes.Mine(award.Reference)));
        await work.Commit();
        return true;
    }
}
