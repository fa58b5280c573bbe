using GrantsPortal.Organisations;
using GrantsPortal.Payments.Payees;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using Microsoft.Extensions.Options;

namespace GrantsPortal.Payments.Stripe;

/// <summary>Connected accounts: an Owner begins one and answers Stripe's questions there; what Stripe says of it is fetched, never believed from an announcement.</summary>
public sealed class AccountDesk(PortalDatabase database, StripeGateway gateway, PayeeDesk payees, IOptions<StripeOptions> options, IOptions<PortalOptions> portal)
{
    /// <summary>
    /// Begins a connected account where there is none, and gives the address at Stripe where its questions are answered; the
    /// caller has asked for the password again. Refused with <c>stripe.off</c>, <c>stripe.unknown</c>, <c>stripe.refused</c>
    /// (Stripe's words), <c>stripe.no-answer</c>, or as <see cref="StripeRules.MayManage"/> says.
    /// </summary>
    public async Task<Outcome<string>> SetUp(Actor actor, string slug)
    {
        if (!gateway.On)
        {
            return new Refusal("stripe.off");
        }

        var read = await Managed(actor, slug);
        if (read.Refused)
        {
            return Outcome<string>.Refuse(read.Refusals);
        }

        var (organisation, account) = (read.Value.Organisation, read.Value.Account);
        var began = account is not null ? account.AccountId : await Begin(actor, organisation, read.Value.Ever);
        if (began.Refused)
        {
            return began;
        }

        var page = portal.Value.PublicUrl.TrimEnd('/') + StripeRoutes.Mine(slug);
        var link = await gateway.SetUpLink(began.Value, page + "?again=true", page);
        return link.IsGiven ? link.Value : Why(link);
    }

    /// <summary>
    /// Chooses that the organisation is paid to its account at Stripe, as that account is now; the caller has asked for the
    /// password again. Refused with <c>stripe.off</c>, <c>stripe.unknown</c>, <c>stripe.no-answer</c>, <c>stripe.not-ready</c>, as
    /// <see cref="StripeRules.MayManage"/> and <see cref="PayeeDesk.ChooseStripe"/> say.
    /// </summary>
    public async Task<Outcome> Choose(Actor actor, string slug)
    {
        if (!gateway.On)
        {
            return new Refusal("stripe.off");
        }

        var read = await Managed(actor, slug);
        if (read.Refused)
        {
            return read.Plain();
        }

        if (read.Value.Account is not { } account)
        {
            return new Refusal("stripe.not-ready");
        }

        var now = await Fetch(account.AccountId);
        return now.Kind is AnswerKind.NotTaken or AnswerKind.Lost ? new Refusal("stripe.no-answer")
            : now is not { IsGiven: true, Given: { DetailsSubmitted: true, TransfersOpen: true, PayoutsOpen: true } } ? new Refusal("stripe.not-ready")
            : await payees.ChooseStripe(actor, read.Value.Organisation.Id, now.Value);
    }

    /// <summary>The organisation's account as Stripe shows it now, or as it was last seen where no answer comes; null when there is none.</summary>
    public async Task<StripeAccount?> Refresh(StripeAccount? account)
    {
        if (account is null || !gateway.On)
        {
            return account;
        }

        await Fetch(account.AccountId);
        await using var work = await database.Read();
        return await StripeRepository.Account(work, account.AccountId);
    }

    /// <summary>Fetches an account and keeps how it looks.</summary>
    public async Task<StripeAnswer<SeenAccount>> Fetch(string id)
    {
        var at = database.Clock.GetUtcNow();
        var seen = await gateway.Account(id);
        if (seen.Kind is AnswerKind.Given or AnswerKind.Refused)
        {
            await using var work = await database.Write(Actor.System);
            await Keep(work, id, seen, at);
            await work.Commit();
        }

        return seen;
    }

    /// <summary>Keeps how an account looked at an instant, and tells its Owners what is new; false when that changed nothing.</summary>
    internal static async Task<bool> Keep(UnitOfWork work, string id, StripeAnswer<SeenAccount> seen, DateTimeOffset at)
    {
        if (await StripeRepository.Account(work, id) is not { ClosedAt: null } before)
        {
            return false;
        }

        if (seen.Kind == AnswerKind.Refused)
        {
            return await Gone(work, before, seen, at);
        }

        if (!seen.IsGiven || !await StripeRepository.Seen(work, seen.Value, at))
        {
            return false;
        }

        var now = (await StripeRepository.Account(work, id))!;
        if (StripeRules.Same(before, now))
        {
            return false;
        }

        work.Audit("stripe.account-changed", "Organisation", before.OrganisationId, new { now.TransfersOpen, now.PayoutsOpen, now.DisabledReason, wanted = now.Wanted.Count });
        if (StripeRules.News(before, now) is not null)
        {
            await PayeeMail.ToOwners(work, (await OrganisationRepository.Find(work, before.OrganisationId))!, discreet => StripeRules.News(before, now, discreet)!);
        }

        return true;
    }

    /// <summary>Only a refusal that says the account is gone closes it; any other says nothing of it.</summary>
    private static async Task<bool> Gone(UnitOfWork work, StripeAccount account, StripeAnswer<SeenAccount> seen, DateTimeOffset at)
    {
        if (seen.Code is not ("account_invalid" or "resource_missing") || !await StripeRepository.Close(work, account.AccountId, at))
        {
            return false;
        }

        work.Audit("stripe.account-gone", "Organisation", account.OrganisationId, new { seen.Code });
        return true;
    }

    private async Task<Outcome<string>> Begin(Actor actor, Organisation organisation, int ever)
    {
        var country = organisation.Country is { Length: 2 } own ? own.ToUpperInvariant() : options.Value.Country;
        var key = FormattableString.Invariant($"organisation-{organisation.Id}-account-{ever + 1}");
        var made = await gateway.CreateAccount(key, organisation.Slug, organisation.Email, country);
        if (!made.IsGiven)
        {
            return Why(made);
        }

        await using var work = await database.Write(actor);
        if (await StripeRepository.Insert(work, made.Value, organisation.Id))
        {
            work.Audit("stripe.account-begun", "Organisation", organisation.Id, new { made.Value.Id, made.Value.Country });
            await work.Commit();
        }

        return made.Value.Id;
    }

    private async Task<Outcome<(Organisation Organisation, StripeAccount? Account, int Ever)>> Managed(Actor actor, string slug)
    {
        await using var work = await database.Read();
        if (await OrganisationRepository.FindBySlug(work, slug) is not { } organisation
            || await OrganisationRepository.MembershipOf(work, organisation.Id, actor.Person) is not { } membership)
        {
            return new Refusal("stripe.unknown");
        }

        return StripeRules.MayManage(membership.Role) is { } refusal ? refusal
            : (organisation, await StripeRepository.AccountOf(work, organisation.Id), await StripeRepository.AccountsEver(work, organisation.Id));
    }

    private static Refusal Why<T>(StripeAnswer<T> answer) =>
        answer.Kind == AnswerKind.Refused ? new Refusal("stripe.refused", answer.Text) : new Refusal("stripe.no-answer");
}
