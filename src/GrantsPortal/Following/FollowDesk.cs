using GrantsPortal.Organisations;
using GrantsPortal.People;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Mail;
using Microsoft.Extensions.Options;

namespace GrantsPortal.Following;

/// <summary>Lets people follow what is new without an account. Nothing tells who follows: the answer to a wish is the same for every address.</summary>
public sealed class FollowDesk(PortalDatabase database, CityDistricts districts, IOptions<PortalOptions> portal)
{
    /// <summary>
    /// Takes a wish and writes to the address; nothing else is written to it before its owner has said yes. Refused like
    /// <see cref="AlertRules.Check(string?, AlertChoice, IReadOnlyList{PortalTheme}, IReadOnlyList{string}, IReadOnlyList{string})"/>.
    /// </summary>
    public async Task<Outcome> Ask(Actor actor, string? email, string language, AlertChoice choice)
    {
        await using var work = await database.Write(actor);
        if (AlertRules.Check(email, choice, portal.Value.ThemesInUse, await districts.All(work), portal.Value.Languages) is { Count: > 0 } wrong)
        {
            return Outcome.Refuse(wrong);
        }

        var address = EmailAddresses.Clean(email).Value;
        var known = await FollowerRepository.FindByEmail(work, address);
        if (known is not null && work.Now - known.AskedAt < AlertRules.Between)
        {
            return Outcome.Ok;
        }

        var follower = known is null
            ? new Follower { Id = work.NewId(), Email = address, Language = language, Secret = Secrets.Token(), AskedAt = work.Now, LookedAt = work.Now, DueAt = work.Now, Version = 1 }.With(choice)
            : known.ConfirmedAt is null ? known.With(choice) with { Language = language, AskedAt = work.Now }
            : known with { AskedAt = work.Now };
        if (!(known is null ? await FollowerRepository.Insert(work, follower) : await FollowerRepository.Update(work, follower)))
        {
            return Outcome.Ok;
        }

        Message message = follower.ConfirmedAt is null ? new FollowConfirm(FollowRoutes.One(follower.Secret)) : new FollowKnown(FollowRoutes.One(follower.Secret));
        work.Mail(To(follower), message, nameof(Follower), follower.Id);
        work.Audit("follower.asked", nameof(Follower), follower.Id);
        await work.Commit();
        return Outcome.Ok;
    }

    /// <summary>Says yes, by the secret of the link. Null when there is nobody of that secret.</summary>
    public async Task<Outcome?> Confirm(Actor actor, string secret)
    {
        await using var work = await database.Write(actor);
        if (await FollowerRepository.FindBySecret(work, secret) is not { } follower)
        {
            return null;
        }

        if (follower.ConfirmedAt is not null)
        {
            return Outcome.Ok;
        }

        var due = AlertRules.NextDue(follower.Rhythm, work.Now, portal.Value.Zone);
        return await Save(work, follower with { ConfirmedAt = work.Now, LookedAt = work.Now, DueAt = due }, "follower.confirmed");
    }

    /// <summary>Changes what somebody follows, by the secret of the link. Null when there is nobody; refused like the rule, or with <c>alert.changed-meanwhile</c>.</summary>
    public async Task<Outcome?> Choose(Actor actor, string secret, AlertChoice choice)
    {
        await using var work = await database.Write(actor);
        if (await FollowerRepository.FindBySecret(work, secret) is not { ConfirmedAt: not null } follower)
        {
            return null;
        }

        if (AlertRules.Check(choice, portal.Value.ThemesInUse, await districts.All(work), portal.Value.Languages) is { Count: > 0 } wrong)
        {
            return Outcome.Refuse(wrong);
        }

        return await Save(work, follower.With(choice) with { DueAt = AlertRules.NextDue(choice.Rhythm, work.Now, portal.Value.Zone) }, "follower.chose");
    }

    /// <summary>Forgets somebody, by the secret of the link; done as well when they are forgotten already.</summary>
    public async Task Leave(Actor actor, string secret)
    {
        await using var work = await database.Write(actor);
        if (await FollowerRepository.FindBySecret(work, secret) is { } follower && await FollowerRepository.Remove(work, secret))
        {
            work.Audit("follower.left", nameof(Follower), follower.Id);
            await work.Commit();
        }
    }

    internal static Recipient To(Follower follower) => new(null, follower.Email, "", follower.Language);

    private static async Task<Outcome?> Save(UnitOfWork work, Follower follower, string act)
    {
        if (!await FollowerRepository.Update(work, follower))
        {
            return new Refusal("alert.changed-meanwhile");
        }

        work.Audit(act, nameof(Follower), follower.Id);
        await work.Commit();
        return Outcome.Ok;
    }
}
