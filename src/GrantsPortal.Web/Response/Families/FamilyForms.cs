using GrantsPortal.Partnerships.Needs;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Response.Families;
using GrantsPortal.Web.Shared.Forms;
using GrantsPortal.Web.Shared.Languages;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;

namespace GrantsPortal.Web.Response.Families;

/// <summary>Puts refusals at the fields of a form and finds the box in which a writer answers for what looks like a name.</summary>
public sealed class FamilyForms(FamilyWords words, Sentences sentences, IStringLocalizer<Texts> texts)
{
    /// <summary>What is put at the fields for a refused form.</summary>
    public void Say(ModelStateDictionary state, Outcome outcome) => Say(state, outcome.Refusals);

    /// <summary>The same for refusals.</summary>
    public void Say(ModelStateDictionary state, IReadOnlyList<Refusal> refusals)
    {
        state.AddRefusals(refusals, sentences);
        if (refusals.Any(refusal => refusal.Code == "family.name"))
        {
            state.Remove("Knowing");
            state.AddModelError("Knowing", texts["Say that it is not the name of a person, or write it otherwise"]);
        }
    }

    /// <summary>What the box stands for in a form that is shown again: the names in its texts; empty where there are none.</summary>
    public async Task<string> Seal(UnitOfWork work, long organisation, bool again, params FamilyText[] typed) =>
        again ? FamilyTextRules.Seal(await words.Points(work, organisation, typed)) : "";

    /// <summary>The patterns of a form about a partner.</summary>
    public async Task<string> Patterns(UnitOfWork work, long organisation) => FamiliesPages.Json(await words.Allowed(work, organisation));

    /// <summary>What can be chosen when support is written down.</summary>
    public async Task<SupportFields> Fields(UnitOfWork work, long organisation, SupportForm form, bool again) => new(
        form, [.. words.Languages.Select(name => new FieldItem(name, texts[name]))], [.. (await words.Districts(work)).Select(name => new FieldItem(name, name))],
        await Patterns(work, organisation), await Seal(work, organisation, again, new FamilyText("Words", form.Words)));
}
