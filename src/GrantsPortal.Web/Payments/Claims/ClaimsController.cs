using System.Globalization;
using GrantsPortal.Payments.Claims;
using GrantsPortal.Payments.Payees;
using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Files;
using GrantsPortal.Web.Shared;
using GrantsPortal.Web.Shared.Forms;
using GrantsPortal.Web.Shared.Guards;
using GrantsPortal.Web.Shared.Languages;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;

namespace GrantsPortal.Web.Payments.Claims;

/// <summary>A panel member's own claims for fees and expenses.</summary>
[Authorize(Policies.SignedIn)]
public sealed class ClaimsController(PortalDatabase database, ClaimDesk desk, FileStore files, Sentences sentences, IStringLocalizer<Texts> texts) : Controller
{
    private const string One = ClaimRoutes.Mine + "/{reference}";

    /// <summary>What was claimed and what became of it.</summary>
    [HttpGet(ClaimRoutes.Mine)]
    public async Task<IActionResult> Index()
    {
        await using var work = await database.Read();
        var claims = await ClaimRepository.Of(work, User.Actor().Person);
        var mayClaim = await MayClaim(work);
        return claims.Count > 0 || mayClaim
            ? View(new MyClaimsView(claims, mayClaim, await PayeeRepository.OfPerson(work, User.Actor().Person)))
            : NotFound();
    }

    /// <summary>What a claim needs.</summary>
    [HttpGet(ClaimRoutes.New)]
    public Task<IActionResult> New() => Page(new ClaimForm());

    /// <summary>Makes a claim.</summary>
    [HttpPost(ClaimRoutes.New), EnableRateLimiting(RateLimits.Upload)]
    [RequestSizeLimit(FileStore.MaxBytes + 65536), RequestFormLimits(MultipartBodyLengthLimit = FileStore.MaxBytes + 65536)]
    public async Task<IActionResult> New(ClaimForm form)
    {
        if (!ModelState.IsValid)
        {
            return await Page(form);
        }

        await using var receipt = form.Receipt?.OpenReadStream();
        var made = await desk.Submit(
            User.Actor(), new ClaimText(form.CallId, form.Kind, form.OnDay, form.ForWhat, form.Amount, receipt is not null), receipt, form.Receipt?.FileName ?? "");
        if (made.Refused)
        {
            ModelState.AddRefusals(made.Refusals, sentences);
            return await Page(form);
        }

        TempData.SayDone(texts["Your claim {0} is with the city. You get an e-mail once it is decided.", made.Value]);
        return LocalRedirect(ClaimRoutes.Mine);
    }

    /// <summary>Takes a claim back.</summary>
    [HttpPost(One + "/withdraw")]
    public async Task<IActionResult> Withdraw(string reference)
    {
        var outcome = await desk.Withdraw(User.Actor(), reference);
        if (outcome.Refused && outcome.Refusals[0].Code == "claim.unknown")
        {
            return NotFound();
        }

        if (outcome.Refused)
        {
            TempData.SayNote(sentences.Say(outcome.Refusals[0]));
        }
        else
        {
            TempData.SayDone(texts["The claim is taken back."]);
        }

        return LocalRedirect(ClaimRoutes.Mine);
    }

    /// <summary>One's own receipt.</summary>
    [HttpGet(One + "/receipt")]
    public async Task<IActionResult> Receipt(string reference)
    {
        await using var work = await database.Read();
        return await this.Receipt(work, files, await ClaimRepository.FindFor(work, reference, User.Actor().Person));
    }

    private async Task<bool> MayClaim(UnitOfWork work) => (await ClaimRepository.Panels(work, User.Actor().Person, "en")).Count > 0;

    private async Task<IActionResult> Page(ClaimForm form)
    {
        await using var work = await database.Read();
        var panels = await ClaimRepository.Panels(work, User.Actor().Person, CultureInfo.CurrentUICulture.Name);
        return panels.Count == 0 ? NotFound() : View("New", new NewClaimView([.. panels.Select(call => new FieldItem(call.Id.ToString(CultureInfo.InvariantCulture), call.Title))], panels[0].Currency, form));
    }
}

/// <summary>Receipts as attachments.</summary>
internal static class ClaimReceipts
{
    /// <summary>The receipt of a claim, or 404.</summary>
    public static async Task<IActionResult> Receipt(this Controller controller, UnitOfWork work, FileStore files, Claim? claim) =>
        claim?.ReceiptId is { } id && await StoredFileRepository.Find(work, id) is { } file && files.Has(file.Hash)
            ? controller.File(files.Open(file.Hash), file.ContentType, file.Name)
            : controller.NotFound();
}

/// <summary>A person's claims.</summary>
public sealed record MyClaimsView(IReadOnlyList<Claim> Claims, bool MayClaim, IReadOnlyList<PayeeAccount> Accounts)
{
    /// <summary>The account they are paid to.</summary>
    public PayeeAccount? Account => Accounts.FirstOrDefault(account => account.State == PayeeState.Confirmed);

    /// <summary>An account that is being checked.</summary>
    public PayeeAccount? Waiting => Accounts.FirstOrDefault(account => account.State == PayeeState.Waiting);
}

/// <summary>A claim to be made.</summary>
public sealed record NewClaimView(IReadOnlyList<FieldItem> Calls, string Currency, ClaimForm Form);

/// <summary>A claim, as typed.</summary>
public sealed class ClaimForm
{
    /// <summary>The call.</summary>
    public long CallId { get; set; }

    /// <summary>Fee or expense.</summary>
    public ClaimKind? Kind { get; set; }

    /// <summary>The day.</summary>
    public DateOnly? OnDay { get; set; }

    /// <summary>What it is for.</summary>
    public string? ForWhat { get; set; }

    /// <summary>Amount in whole units.</summary>
    [BindMoney]
    public decimal? Amount { get; set; }

    /// <summary>The receipt.</summary>
    public IFormFile? Receipt { get; set; }
}
