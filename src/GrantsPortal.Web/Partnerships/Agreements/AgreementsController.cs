using System.Globalization;
using GrantsPortal.Organisations;
using GrantsPortal.Partnerships;
using GrantsPortal.Partnerships.Agreements;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Files;
using GrantsPortal.Platform.Text;
using GrantsPortal.Web.Shared;
using GrantsPortal.Web.Shared.Conflicts;
using GrantsPortal.Web.Shared.Languages;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace GrantsPortal.Web.Partnerships.Agreements;

/// <summary>Memoranda and partnership plans on the desk: listed, written, offered, renewed, ended.</summary>
[Authorize(Policies.ReadPartnerships)]
public sealed class AgreementsController(PortalDatabase database, AgreementDesk desk, AgreementReader reader, FileStore files, Sentences sentences, IStringLocalizer<Texts> texts, IOptions<PortalOptions> portal) : Controller
{
    private const int PageSize = 40;
    private const int Most = 5000;
    private const string One = AgreementRoutes.All + "/{reference:regex(^PA-)}";

    /// <summary>The list, filters in the address.</summary>
    [HttpGet(AgreementRoutes.All)]
    public async Task<IActionResult> Index(AgreementFilter show, long? partner, DateOnly? after, long afterId)
    {
        await using var work = await database.Read();
        var organisation = partner is { } known ? await OrganisationRepository.Find(work, known) : null;
        if (partner is not null && organisation is null)
        {
            return NotFound();
        }

        var today = reader.Today(work);
        var lines = await PartnerAgreementRepository.Page(work, show, partner, today, after is { } on ? new AgreementKey(on, afterId) : null, PageSize + 1);
        var shown = lines.Take(PageSize).ToList();
        var (parties, readable) = await reader.Readable(work, User.Actor(), shown, today);
        var next = lines.Count > PageSize ? Address.Of(AgreementRoutes.All, ("show", show), ("partner", partner), ("after", shown[^1].EndsOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)), ("afterId", shown[^1].Id)) : null;
        return View("/Partnerships/Agreements/Index.cshtml", new AgreementsPage(
            show, organisation, await PartnerAgreementRepository.Counts(work, partner, today), readable, parties, today, after is null ? null : Address.Of(AgreementRoutes.All, ("show", show), ("partner", partner)), next));
    }

    /// <summary>The list as a file, at most 5,000 lines.</summary>
    [HttpGet(AgreementRoutes.Csv)]
    public async Task<IActionResult> List(AgreementFilter show, long? partner)
    {
        await using var work = await database.Read();
        var today = reader.Today(work);
        var (parties, readable) = await reader.Readable(work, User.Actor(), await PartnerAgreementRepository.Page(work, show, partner, today, null, Most), today);
        string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return File(
            Csv.Write(readable.Select(line => (IReadOnlyList<string?>)[line.Reference, texts[AgreementWords.Of(line.Kind)], line.Title, string.Join(", ", parties[line.Id].Select(party => party.Name)), texts[AgreementWords.Of(line.Standing(today))], Day(line.StartsOn), Day(line.EndsOn), $"{line.Goals}", $"{line.Met}", $"{line.Overdue}"])
                .Prepend([texts["Reference"], texts["Kind"], texts["Title"], texts["Partners"], texts["State"], texts["First day"], texts["Last day"], texts["Goals"], texts["Reached"], texts["Overdue"]])),
            "text/csv; charset=utf-8", "agreements.csv");
    }

    /// <summary>One.</summary>
    [HttpGet(One)]
    public Task<IActionResult> Show(string reference) => Page(reference, null);

    /// <summary>The signed document.</summary>
    [HttpGet(One + "/agreement.{form:regex(^(html|pdf)$)}")]
    public async Task<IActionResult> Document(string reference, string form)
    {
        await using var work = await database.Read();
        var whole = await reader.Find(work, User.Actor(), reference);
        return await reader.Document(work, whole?.Agreement, form) is { } file && files.Has(file.Hash) ? File(files.Open(file.Hash), file.ContentType, file.Name) : NotFound();
    }

    /// <summary>The page on which one is begun.</summary>
    [HttpGet(AgreementRoutes.All + "/new"), Authorize(Policies.KeepPartnerships)]
    public async Task<IActionResult> New(long? partner)
    {
        await using var work = await database.Read();
        var organisation = partner is { } known ? await OrganisationRepository.Find(work, known) : null;
        return partner is not null && organisation is null ? NotFound() : await Form(work, null, new AgreementForm { Parties = [new PartyRow { Name = organisation?.Name }] });
    }

    /// <summary>Begins it.</summary>
    [HttpPost(AgreementRoutes.All + "/new"), Authorize(Policies.KeepPartnerships)]
    public async Task<IActionResult> New(AgreementForm form)
    {
        var begun = ModelState.IsValid ? await desk.Draft(User.Actor(), form.Read()) : default;
        if (ModelState.IsValid && begun.Done)
        {
            TempData.SayDone(texts["The draft is saved. Read it, then offer it for signing."]);
            return LocalRedirect(AgreementRoutes.Show(begun.Value));
        }

        ModelState.AddRefusals(begun.Refusals, sentences);
        await using var work = await database.Read();
        return await Form(work, null, form);
    }

    /// <summary>The page on which a draft is changed.</summary>
    [HttpGet(One + "/edit"), Authorize(Policies.KeepPartnerships)]
    public async Task<IActionResult> Edit(string reference)
    {
        await using var work = await database.Read();
        return await reader.Find(work, User.Actor(), reference) is { Agreement.State: PartnerAgreementState.Draft } whole ? await Form(work, whole, AgreementForm.Of(whole)) : NotFound();
    }

    /// <summary>Changes it.</summary>
    [HttpPost(One + "/edit"), Authorize(Policies.KeepPartnerships)]
    public async Task<IActionResult> Edit(string reference, AgreementForm form)
    {
        Outcome? changed = ModelState.IsValid ? await desk.Change(User.Actor(), reference, form.Version, form.Read()) : Outcome.Ok;
        if (ModelState.IsValid && changed is { Done: true })
        {
            TempData.SayDone(texts["Saved"]);
            return LocalRedirect(AgreementRoutes.Show(reference));
        }

        ModelState.AddRefusals(changed?.Refusals ?? [], sentences);
        await using var work = await database.Read();
        return changed is not null && await reader.Find(work, User.Actor(), reference) is { } whole ? await Form(work, whole, form, changed.Value.Refusals is [{ Code: "partner-agreement.changed-meanwhile" }]) : NotFound();
    }

    /// <summary>Opens it for signatures.</summary>
    [HttpPost(One + "/offer"), Authorize(Policies.KeepPartnerships)]
    public async Task<IActionResult> Offer(string reference, int version) => await After(reference, await desk.Offer(User.Actor(), reference, version), texts["Offered: every partner has an e-mail. Somebody else than you signs for the city."], null);

    /// <summary>Takes it back.</summary>
    [HttpPost(One + "/take-back"), Authorize(Policies.KeepPartnerships)]
    public async Task<IActionResult> TakeBack(string reference, int version) => await After(reference, await desk.TakeBack(User.Actor(), reference, version), texts["It is a draft again"], null);

    /// <summary>Ends it, or gives it up.</summary>
    [HttpPost(One + "/end"), Authorize(Policies.KeepPartnerships)]
    public async Task<IActionResult> End(string reference, int version, string? reason) => await After(reference, await desk.End(User.Actor(), reference, version, reason), texts["Ended"], reason);

    /// <summary>Begins a version that follows.</summary>
    [HttpPost(One + "/renew"), Authorize(Policies.KeepPartnerships)]
    public async Task<IActionResult> Renew(string reference)
    {
        var begun = await desk.Renew(User.Actor(), reference);
        if (begun is { Done: true } followed)
        {
            TempData.SayDone(texts["A draft that follows is begun, with what is not reached yet. Change it as you agree with the partner, then offer it."]);
            return LocalRedirect(AgreementRoutes.Show(followed.Value));
        }

        return await After(reference, begun?.Plain(), "", null);
    }

    private async Task<IActionResult> After(string reference, Outcome? outcome, string done, string? reason)
    {
        if (outcome is not { } known)
        {
            return NotFound();
        }

        if (known.Done)
        {
            TempData.SayDone(done);
            return LocalRedirect(AgreementRoutes.Show(reference));
        }

        ModelState.AddRefusals(known.Refusals, sentences);
        return await Page(reference, reason);
    }

    private async Task<IActionResult> Page(string reference, string? reason)
    {
        await using var work = await database.Read();
        return await reader.Find(work, User.Actor(), reference) is not { } whole ? NotFound()
            : View("/Partnerships/Agreements/Show.cshtml", (await reader.View(work, whole)) with
            {
                MayKeep = CommitmentRules.MayKeep(User.Actor()),
                MaySign = await AgreementDesk.Against(work, User.Actor(), whole, null, reader.Today(work)) is null,
                GoalPath = goal => AgreementRoutes.Goal(reference, goal.Id),
                Reason = reason,
            });
    }

    private async Task<IActionResult> Form(UnitOfWork work, WholeAgreement? whole, AgreementForm form, bool changed = false)
    {
        ConflictView? conflict = null;
        if (changed && whole is not null)
        {
            // Saving again is then a choice made knowingly.
            conflict = Clash(AgreementForm.Of(whole), form.Padded());
            form.Version = whole.Agreement.Version;
            ModelState.Remove(nameof(form.Version));
        }

        return View("/Partnerships/Agreements/Edit.cshtml", new AgreementEditPage(whole?.Agreement, form.Padded(), await PartnerAgreementRepository.Names(work), portal.Value.City) { Conflict = conflict });
    }

    private ConflictView Clash(AgreementForm theirs, AgreementForm yours)
    {
        IEnumerable<ChangedField> Fields()
        {
            yield return new(texts["Title"], theirs.Title, yours.Title, "Title");
            yield return new(texts["What it is for"], theirs.Purpose, yours.Purpose, "Purpose");
            yield return new(texts["What the city brings"], theirs.CityBrings, yours.CityBrings, "CityBrings");
            yield return new(texts["First day"], $"{theirs.StartsOn}", $"{yours.StartsOn}", "StartsOn");
            yield return new(texts["Last day"], $"{theirs.EndsOn}", $"{yours.EndsOn}", "EndsOn");
            foreach (var (line, party) in theirs.Parties.Index())
            {
                yield return new(texts["Partner {0}", line + 1], $"{party.Name}\n{party.Brings}", $"{yours.Parties[line].Name}\n{yours.Parties[line].Brings}", $"Parties[{line}].Name");
            }

            foreach (var (line, goal) in theirs.Goals.Index())
            {
                yield return new(texts["Goal {0}", line + 1], $"{goal.What} {goal.DueOn}", $"{yours.Goals[line].What} {yours.Goals[line].DueOn}", $"Goals[{line}].What");
            }
        }

        return new ConflictView([.. Fields().Where(field => field.Theirs?.ReplaceLineEndings("\n").Trim() != field.Yours?.ReplaceLineEndings("\n").Trim())]);
    }
}
