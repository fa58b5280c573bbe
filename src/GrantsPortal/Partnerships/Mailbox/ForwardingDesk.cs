using System.Security.Cryptography;
using GrantsPortal.Organisations;
using GrantsPortal.People;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Mail;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Options;

namespace GrantsPortal.Partnerships.Mailbox;

/// <summary>An officer's address for a partner, to be shown to them alone.</summary>
/// <param name="Address">The address; null when the portal's own keys are gone, so that it has to be renewed.</param>
/// <param name="CreatedAt">Since when it holds, in UTC.</param>
/// <param name="UsedAt">When something last came to it, in UTC.</param>
public sealed record ForwardingAddress(string? Address, DateTimeOffset CreatedAt, DateTimeOffset? UsedAt);

/// <summary>
/// Makes, shows, renews and ends the addresses to which officers forward e-mail. Each is of one officer and one partner: whoever
/// sends to it needs no proof but the secret, so that it says by itself who files and where, and ends with either.
/// </summary>
public sealed class ForwardingDesk(PortalDatabase database, IDataProtectionProvider protection, IOptions<InboundOptions> inbound, IOptions<PortalOptions> portal)
{
    private readonly IDataProtector _protector = protection.CreateProtector("GrantsPortal.ForwardingAddress");

    /// <summary>Whether the city reads a mailbox with addresses of its own.</summary>
    public bool Offered => inbound.Value.Parts is not null;

    /// <summary>The actor's own address for a partner; null when there is none.</summary>
    public async Task<ForwardingAddress?> Of(UnitOfWork work, long organisation, long officer) =>
        Offered && await ForwardingRepository.Of(work, organisation, officer) is { } token ? new ForwardingAddress(Open(token.Sealed), token.CreatedAt, token.UsedAt) : null;

    /// <summary>
    /// Makes an address, or another in place of the one there is, which ends at once. Null when there is no such partner; refused with
    /// <c>mailbox.not-staff</c>, <c>mailbox.not-offered</c> where no mailbox is read.
    /// </summary>
    public async Task<Outcome?> Renew(Actor actor, long organisation)
    {
        if (!CommitmentRules.MayKeep(actor))
        {
            return new Refusal("mailbox.not-staff");
        }

        if (!Offered)
        {
            return new Refusal("mailbox.not-offered");
        }

        await using var work = await database.Write(actor);
        if (await OrganisationRepository.Find(work, organisation) is null)
        {
            return null;
        }

        var before = await ForwardingRepository.Of(work, organisation, actor.Person);
        if (before is not null)
        {
            await ForwardingRepository.Revoke(work, before.Id);
        }

        var (id, token) = (work.NewId(), MailboxRules.NewToken());
        var actsFor = await ForwardingMoves.ActsFor(work, organisation, actor.Person, Instants.DayOf(work.Now, portal.Value.Zone));
        await ForwardingRepository.TryInsert(work, id, organisation, actor.Person, Secrets.Hash(token), _protector.Protect(token), actsFor);
        work.Audit(before is null ? "mailbox.address-made" : "mailbox.address-renewed", nameof(ForwardingToken), id, new { organisation });
        await work.Commit();
        return Outcome.Ok;
    }

    /// <summary>Ends the actor's address for a partner; refused with <c>mailbox.no-address</c> when there is none.</summary>
    public async Task<Outcome> End(Actor actor, long organisation)
    {
        await using var work = await database.Write(actor);
        if (await ForwardingRepository.Of(work, organisation, actor.Person) is not { } token || !await ForwardingRepository.Revoke(work, token.Id))
        {
            return new Refusal("mailbox.no-address");
        }

        work.Audit("mailbox.address-ended", nameof(ForwardingToken), token.Id, new { organisation });
        await work.Commit();
        return Outcome.Ok;
    }

    private string? Open(string stored)
    {
        try
        {
            return inbound.Value.With(_protector.Unprotect(stored));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
