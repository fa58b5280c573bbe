using System.Globalization;
using GrantsPortal.Organisations;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Response;
using GrantsPortal.Response.Incidents;
using GrantsPortal.Response.Readiness;
using GrantsPortal.Web.Shared;
using GrantsPortal.Web.Shared.Conflicts;
using GrantsPortal.Web.Shared.Forms;
using GrantsPortal.Web.Shared.Languages;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace GrantsPortal.Web.Response.Readiness;

/// <summary>What could happen, and who would speak to whom.</summary>
[Authorize(Policies.ReadPartnerships)]
public sealed class RisksController(PortalDatabase database, RiskDesk desk, CityDistricts districts, Sentences sentences, IStringLocalizer<Texts> texts, IOptions<PortalOptions> portal) : Controller
{
    private const string One = ReadinessRoutes.Risks + "/{id:long}";

    /// <summary>All of them.</summary>
    [HttpGet(ReadinessRoutes.Risks)]
    public async Task<IActionResult> Index()
    {
        await using var work = await database.Read();
        return View("/Response/Readiness/Risks.cshtml", new RisksPage(
            [.. (await RiskRepository.All(work, RiskState.Open)).OrderByDescending(risk => risk.Weight)], await RiskRepository.All(work, RiskState.Retired),
            portal.Value.ThemesInUse.ToDictionary(theme => theme.Code, theme => texts[theme.Name].Value), Today(work), IncidentRules.MayAct(User.Actor())));
    }

    /// <summary>Where one is written down.</summary>
    [HttpGet(ReadinessRoutes.NewRisk), Authorize(Policies.KeepPartnerships)]
    public Task<IActionResult> New() => NewPage(new RiskForm { OwnerId = User.Actor().PersonId });

    /// <summary>Writes it down.</summary>
    [HttpPost(ReadinessRoutes.NewRisk), Authorize(Policies.KeepPartnerships)]
    public async Task<IActionResult> New(RiskForm form)
    {
        if (!ModelState.IsValid)
        {
            return await NewPage(form);
        }

        var added = await desk.Add(User.Actor(), form.Read());
        if (added.Done)
        {
            TempData.SayDone(texts["Saved"]);
            return LocalRedirect(ReadinessRoutes.Risk(added.Value));
        }

        ModelState.AddRefusals(added.Refusals, sentences);
        return await NewPage(form);
    }

    /// <summary>One.</summary>
    [HttpGet(One)]
    public Task<IActionResult> Show(long id) => Page(id, null);

    /// <summary>Changes it.</summary>
    [HttpPost(One), Authorize(Policies.KeepPartnerships)]
    public async Task<IActionResult> Show(long id, RiskForm form) =>
        !ModelState.IsValid ? await Page(id, form) : await Answer(id, await desk.Edit(User.Actor(), id, form.Version, form.Read()), form, texts["Saved"]);

    /// <summary>Retires it.</summary>
    [HttpPost(One + "/retire"), Authorize(Policies.KeepPartnerships)]
    public async Task<IActionResult> Retire(long id, int version) =>
        await Answer(id, await desk.Move(User.Actor(), id, version, RiskStates.Retire), null, texts["Retired. It counts no more on the map"]);

    /// <summary>Takes it up again.</summary>
    [HttpPost(One + "/reopen"), Authorize(Policies.KeepPartnerships)]
    public async Task<IActionResult> Reopen(long id, int version) =>
        await Answer(id, await desk.Move(User.Actor(), id, version, RiskStates.Reopen), null, texts["It is in view again"]);

    private async Task<IActionResult> Answer(long id, Outcome? outcome, RiskForm? form, string done)
    {
        if (outcome is not { } known)
        {
            return NotFound();
        }

        if (known.Done)
        {
            TempData.SayDone(done);
            return LocalRedirect(ReadinessRoutes.Risk(id));
        }

        ModelState.AddRefusals(known.Refusals, sentences);
        return await Page(id, form, changed: form is not null && known.Refusals.Any(refusal => refusal.Code == "risk.changed-meanwhile"));
    }

    private async Task<IActionResult> NewPage(RiskForm form)
    {
        await using var work = await database.Read();
        return View("/Response/Readiness/Risk.cshtml", new RiskPage(null, [], form, await Choices(work, form), Today(work), true, null));
    }

    private async Task<IActionResult> Page(long id, RiskForm? form, bool changed = false)
    {
        await using var work = await database.Read();
        if (await RiskRepository.Find(work, id) is not { } risk)
        {
            return NotFound();
        }

        var talks = (await RiskRepository.Talks(work, [id]))[id].ToList();
        var theirs = RiskForm.Of(risk, talks);
        var shown = form ?? theirs;
        var choices = await Choices(work, shown);
        ConflictView? conflict = null;
        if (changed)
        {
            // Saving again is then a choice made knowingly.
            conflict = new ConflictView(
            [
                .. new ChangedField[]
                {
                    new(texts["What could happen?"], theirs.Title, shown.Title, "Title"),
                    new(texts["How it could come about"], theirs.Words, shown.Words, "Words"),
                    new(texts["Districts"], string.Join(", ", theirs.Districts), string.Join(", ", shown.Districts), "Districts"),
                    new(texts["Themes"], Names(choices.Themes, theirs.Themes), Names(choices.Themes, shown.Themes), "Themes"),
                    new(texts["What would be needed"], Names(choices.Capabilities, theirs.Capabilities.Select(one => one.ToString())), Names(choices.Capabilities, shown.Capabilities.Select(one => one.ToString())), "Capabilities"),
                    new(texts["How likely is it?"], Step(theirs.Likelihood, ReadinessWords.Likely), Step(shown.Likelihood, ReadinessWords.Likely), "Likelihood"),
                    new(texts["How serious would it be?"], Step(theirs.Seriousness, ReadinessWords.Serious), Step(shown.Seriousness, ReadinessWords.Serious), "Seriousness"),
                    new(texts["To be looked at again by"], Day(theirs.ReviewBy), Day(shown.ReviewBy), "ReviewBy"),
                    new(texts["Who keeps it in view"], Owner(choices, theirs.OwnerId), Owner(choices, shown.OwnerId), "OwnerId"),
                    new(texts["Who would speak to whom"], Lines(theirs), Lines(shown), "Talks[0].FromWhom"),
                }.Where(field => (field.Theirs ?? "") != (field.Yours ?? "")),
            ])
            { By = risk.UpdatedByName, At = risk.UpdatedAt };
            shown.Version = risk.Version;
            ModelState.Remove(nameof(RiskForm.Version));
        }

        return View("/Response/Readiness/Risk.cshtml", new RiskPage(risk, talks, shown, choices, Today(work), IncidentRules.MayAct(User.Actor()), conflict));

        string Step(int? step, Func<int, string> words) => step is { } one ? texts[words(one)] : "";
        static string Day(DateOnly? day) => day is { } known ? Instants.Day(known) : "";
        static string Owner(RiskChoices choices, long? owner) => choices.Owners.FirstOrDefault(item => item.Value == owner?.ToString(CultureInfo.InvariantCulture))?.Text ?? "";
        static string Names(IReadOnlyList<FieldItem> items, IEnumerable<string> chosen) => string.Join(", ", items.Where(item => chosen.Contains(item.Value)).Select(item => item.Text));
        static string Lines(RiskForm form) => string.Join("\n", form.Talks.Where(talk => talk.FromWhom is not null || talk.ToWhom is not null).Select(talk => $"{talk.FromWhom} → {talk.ToWhom}: {talk.About}"));
    }

    private async Task<RiskChoices> Choices(UnitOfWork work, RiskForm form)
    {
        while (form.Talks.Count < RiskRules.MostTalks)
        {
            form.Talks.Add(new TalkForm());
        }

        return new RiskChoices(
            [.. (await districts.All(work)).Union(form.Districts).Select(name => new FieldItem(name, name))],
            [.. portal.Value.ThemesInUse.Select(theme => new FieldItem(theme.Code, texts[theme.Name]))],
            ResponseWords.Capabilities(words => texts[words]),
            [.. (await RiskDesk.Owners(work)).Select(person => new FieldItem(person.Id.ToString(CultureInfo.InvariantCulture), person.Name))]);
    }

    private DateOnly Today(UnitOfWork work) => Instants.DayOf(work.Now, portal.Value.Zone);
}
