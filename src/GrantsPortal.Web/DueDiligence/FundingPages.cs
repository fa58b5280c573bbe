using GrantsPortal.Awards;
using GrantsPortal.DueDiligence.Funding;
using GrantsPortal.DueDiligence.Subsidies;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Web.Shared;
using GrantsPortal.Web.Shared.Forms;
using GrantsPortal.Web.Shared.Languages;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace GrantsPortal.Web.DueDiligence;

/// <summary>What members and staff share in writing down other funding; each says whom an award is found for.</summary>
public abstract class FundingPages(PortalDatabase database, FundingDesk desk, Sentences sentences, IStringLocalizer<Texts> texts) : Controller
{
    private const string View_ = "/DueDiligence/Funding/Show.cshtml";

    /// <summary>The award if the reader may see it, or null.</summary>
    protected abstract Task<Award?> Find(UnitOfWork work, string reference);

    /// <summary>The page's own address.</summary>
    protected abstract string Path(string reference);

    /// <summary>Whether the reader may write.</summary>
    protected abstract Task<bool> MayWrite(UnitOfWork work, Award award);

    /// <summary>The organisation's subsidies, for staff.</summary>
    protected virtual Task<SubsidyTotal?> Subsidy(UnitOfWork work, Award award) => Task.FromResult<SubsidyTotal?>(null);

    /// <summary>Adds or changes one.</summary>
    protected async Task<IActionResult> Keep(string reference, FundingForm form)
    {
        var text = new FundingText(form.Kind, form.Giver, form.State, form.Amount, form.ForWhat, form.AnswerBy);
        return await After(await desk.Save(User.Actor(), reference, text, form.Id, form.Version), reference, form, "It is written down.");
    }

    /// <summary>Takes one out.</summary>
    protected async Task<IActionResult> TakeOut(string reference, long id, int version) =>
        await After(await desk.Remove(User.Actor(), reference, id, version), reference, null, "It is taken out.");

    /// <summary>Back to the page when it was done, the page with sentences when not.</summary>
    protected async Task<IActionResult> After(Outcome outcome, string reference, FundingForm? form, string done)
    {
        if (outcome.Done)
        {
            TempData.SayDone(texts[done]);
            return LocalRedirect(Path(reference));
        }

        ModelState.AddRefusals(outcome.Refusals, sentences);
        return await Page(reference, form?.Id, form);
    }

    /// <summary>The page, with one of the lines open to be changed when asked for.</summary>
    protected async Task<IActionResult> Page(string reference, long? edit, FundingForm? typed)
    {
        await using var work = await database.Read();
        if (await Find(work, reference) is not { } award)
        {
            return NotFound();
        }

        var others = await FundingRepository.Of(work, award.Id);
        var open = edit is null ? null : others.FirstOrDefault(one => one.Id == edit);
        var form = typed ?? (open is null ? new FundingForm() : FundingForm.Of(open));
        if (typed is not null && open is not null)
        {
            ModelState.Remove(nameof(FundingForm.Version));
            form.Version = open.Version;
        }

        return View(View_, new FundingView(award, others, FundingRules.Totals(award.Amount, others), await MayWrite(work, award), Path(reference), await Subsidy(work, award), form));
    }
}

/// <summary>Other funding of an award.</summary>
public sealed record FundingView(Award Award, IReadOnlyList<OtherFunding> Others, FundingTotals Totals, bool MayWrite, string Path, SubsidyTotal? Subsidy, FundingForm Form);

/// <summary>Other funding, as typed.</summary>
public sealed class FundingForm
{
    /// <summary>Which is changed; null for a new one.</summary>
    public long? Id { get; set; }

    /// <summary>Which version was shown.</summary>
    public int Version { get; set; }

    /// <summary>Money, match or in kind.</summary>
    public FundingKind? Kind { get; set; }

    /// <summary>Who gives it.</summary>
    public string? Giver { get; set; }

    /// <summary>How sure it is.</summary>
    public FundingState? State { get; set; }

    /// <summary>Amount or value in whole units.</summary>
    [BindMoney]
    public decimal? Amount { get; set; }

    /// <summary>Which part of the work it is for.</summary>
    public string? ForWhat { get; set; }

    /// <summary>When an answer is expected.</summary>
    public DateOnly? AnswerBy { get; set; }

    /// <summary>What is known, to be changed.</summary>
    public static FundingForm Of(OtherFunding one) => new()
    {
        Id = one.Id,
        Version = one.Version,
        Kind = one.Kind,
        Giver = one.Giver,
        State = one.State,
        Amount = one.Amount.Amount,
        ForWhat = one.ForWhat,
        AnswerBy = one.AnswerBy,
    };
}
