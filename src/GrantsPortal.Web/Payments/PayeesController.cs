using GrantsPortal.Organisations;
using GrantsPortal.Payments;
using GrantsPortal.Payments.Bank.Accounts;
using GrantsPortal.Payments.Payees;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Text;
using GrantsPortal.Web.Shared;
using GrantsPortal.Web.Shared.Languages;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace GrantsPortal.Web.Payments;

/// <summary>Bank details of payees: what the bank says of the name, and the second person's word.</summary>
[Authorize(Policies.ReadMoney)]
public sealed class PayeesController(PortalDatabase database, PayeeDesk desk, Sentences sentences, IStringLocalizer<Texts> texts) : Controller
{
    private const int PageSize = 50;
    private const string One = PaymentRoutes.Payees + "/{id:long}";

    /// <summary>Accounts; those that wait unless told otherwise.</summary>
    [HttpGet(PaymentRoutes.Payees)]
    public async Task<IActionResult> Index(PayeesQuery query)
    {
        ModelState.Clear();
        await using var work = await database.Read();
        var found = await PayeeRepository.List(work, query.Chosen, Folded.Pattern(query.Q), query.Before, PageSize + 1);
        var page = found.Take(PageSize).ToList();
        return View(new PayeesView(
            query, page, (await PayeeRepository.Counts(work)).ToDictionary(count => count.State, count => count.Number),
            found.Count > PageSize ? Url.Action(nameof(Index), query.Route(page[^1].Id)) : null, query.Before is null ? null : Url.Action(nameof(Index), query.Route(null))));
    }

    /// <summary>One account.</summary>
    [HttpGet(One)]
    public Task<IActionResult> Show(long id) => Page(id, null, null);

    /// <summary>The numbers in full; that somebody saw them is on record.</summary>
    [HttpPost(One + "/numbers"), Authorize(Policies.Finance)]
    public async Task<IActionResult> Numbers(long id)
    {
        Response.Headers.CacheControl = "no-store";
        return await desk.Look(User.Actor(), id) is { } numbers ? await Page(id, null, numbers) : NotFound();
    }

    /// <summary>Keeps what the payee-name check said.</summary>
    [HttpPost(One + "/check"), Authorize(Policies.Finance)]
    public async Task<IActionResult> Check(long id, PayeeForm form) =>
        await After(id, form, await desk.Check(User.Actor(), id, form.Version, form.Check ?? NameCheck.NotAsked, form.Answer, form.Reason), texts["What the bank said is recorded."]);

    /// <summary>Confirms the account.</summary>
    [HttpPost(One + "/confirm"), Authorize(Policies.Pay)]
    public async Task<IActionResult> Confirm(long id, PayeeForm form) =>
        await After(id, form, await desk.Confirm(User.Actor(), id, form.Version), texts["The bank details are confirmed. Payments go there from now on."]);

    /// <summary>Refuses the account, with a reason.</summary>
    [HttpPost(One + "/refuse"), Authorize(Policies.Pay)]
    public async Task<IActionResult> Refuse(long id, PayeeForm form) =>
        await After(id, form, await desk.Refuse(User.Actor(), id, form.Version, form.Reason, form.Freeze), texts["The bank details are refused, and every Owner is told why."]);

    private async Task<IActionResult> After(long id, PayeeForm form, Outcome outcome, string done)
    {
        if (outcome.Refused)
        {
            ModelState.AddRefusals(outcome.Refusals, sentences);
            return await Page(id, form, null);
        }

        TempData.SayDone(done);
        return LocalRedirect(PaymentRoutes.Payee(id));
    }

    private async Task<IActionResult> Page(long id, PayeeForm? form, BankAccount? numbers)
    {
        await using var work = await database.Read();
        if (await PayeeRepository.Find(work, id) is not { } account)
        {
            return NotFound();
        }

        var actor = User.Actor();
        var organisation = account.OrganisationId is { } owner ? await OrganisationRepository.Find(work, owner) : null;
        var member = organisation is null ? account.PersonId == actor.PersonId : await OrganisationRepository.MembershipOf(work, organisation.Id, actor.Person) is not null;
        return View("Show", new PayeeView(
            account, organisation, await PayeeRepository.History(work, account.OrganisationId, account.PersonId),
            await HoldRepository.Standing(work, account.OrganisationId is { } one ? [one] : [], account.PersonId is { } person ? [person] : []),
            actor, member, numbers, form ?? new PayeeForm { Version = account.Version }, PayeeRules.MayConfirm(account, actor, member) is { } against ? sentences.Say(against) : null));
    }
}

/// <summary>What the list's address carries.</summary>
public sealed class PayeesQuery
{
    /// <summary>A state, or <c>all</c>; those that wait when not said.</summary>
    public string? State { get; set; }

    /// <summary>Name of the organisation or person.</summary>
    public string? Q { get; set; }

    /// <summary>Where the page before ended.</summary>
    public long? Before { get; set; }

    /// <summary>The state as it is known; null for all.</summary>
    public PayeeState? Chosen => State == "all" ? null : Enum.TryParse<PayeeState>(State, ignoreCase: true, out var state) && Enum.IsDefined(state) ? state : PayeeState.Waiting;

    /// <summary>The same from another start, or the first.</summary>
    public object Route(long? before) => new { state = State, q = Q, before };

    /// <summary>The same in another state.</summary>
    public object In(PayeeState? state) => new { state = state?.ToString().ToLowerInvariant() ?? "all", q = Q };
}

/// <summary>A page of accounts.</summary>
public sealed record PayeesView(PayeesQuery Query, IReadOnlyList<PayeeAccount> Accounts, IReadOnlyDictionary<PayeeState, long> Counts, string? Next, string? First);

/// <summary>One account for staff.</summary>
public sealed record PayeeView(
    PayeeAccount Account, Organisation? Organisation, IReadOnlyList<PayeeAccount> History, IReadOnlyList<PaymentHold> Holds,
    Actor Actor, bool Member, BankAccount? Numbers, PayeeForm Form, string? AgainstConfirming)
{
    /// <summary>Whether the reader may record what the bank says.</summary>
    public bool MayCheck => PayeeRules.MayCheck(Account, Actor, Member, NameCheck.Match, null, null) is null;

    /// <summary>Whether the reader may refuse it.</summary>
    public bool MayRefuse => PayeeRules.MayRefuse(Account, Actor, Member, "so") is null;

    /// <summary>Whether the reader may see the numbers.</summary>
    public bool MayLook => Actor.Is(Roles.Finance) && Account.Sealed is not null;
}

/// <summary>What somebody says of an account.</summary>
public sealed class PayeeForm
{
    /// <summary>What the bank said.</summary>
    public NameCheck? Check { get; set; }

    /// <summary>In its words.</summary>
    public string? Answer { get; set; }

    /// <summary>Why it may be paid all the same, or why it is refused.</summary>
    public string? Reason { get; set; }

    /// <summary>Whether payments stay stopped.</summary>
    public bool Freeze { get; set; }

    /// <summary>Which version was shown.</summary>
    public int Version { get; set; }
}
