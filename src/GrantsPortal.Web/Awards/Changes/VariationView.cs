using System.Globalization;
using GrantsPortal.Awards;
using GrantsPortal.Awards.Variations;
using GrantsPortal.Platform;
using GrantsPortal.Web.People;
using GrantsPortal.Web.Shared.Languages;

namespace GrantsPortal.Web.Awards.Changes;

/// <summary>What somebody answers to a variation, or types to agree.</summary>
public sealed class VariationAnswer : AgainForm
{
    /// <summary>What is said with the answer.</summary>
    public string? Note { get; set; }

    /// <summary>Why more is bound than is free.</summary>
    public string? Overdraw { get; set; }

    /// <summary>Full name, typed.</summary>
    public string? Name { get; set; }

    /// <summary>Which version was shown.</summary>
    public int Version { get; set; }

    /// <summary>Budget years as typed; empty where they are not asked for.</summary>
    [Microsoft.AspNetCore.Mvc.ModelBinding.BindNever, Microsoft.AspNetCore.Mvc.ModelBinding.Validation.ValidateNever]
    public IReadOnlyList<TypedYear> Years { get; set; } = [];
}

/// <summary>The form for the terms of a variation.</summary>
/// <param name="Award">The award.</param>
/// <param name="Before">Its terms as they are.</param>
/// <param name="Form">What is typed.</param>
/// <param name="Number">The draft; null for a new one.</param>
/// <param name="ForCity">Whether an officer writes it.</param>
/// <param name="Against">Why the reader cannot; null when they can.</param>
public sealed record TermsView(Award Award, AwardTerms Before, TermsForm Form, int? Number, bool ForCity, string? Against);

/// <summary>Boxes for budget years.</summary>
/// <param name="Years">What is typed.</param>
/// <param name="Currency">ISO 4217 code.</param>
/// <param name="Hint">How to fill them in.</param>
public sealed record YearInputs(IReadOnlyList<TypedYear> Years, string Currency, string Hint);

/// <summary>One variation, before and after side by side.</summary>
/// <param name="Changes">The award and its changes.</param>
/// <param name="Variation">The variation.</param>
/// <param name="Rows">Before and after.</param>
/// <param name="Wrong">What still stands against asking for a draft.</param>
/// <param name="Form">What is answered.</param>
/// <param name="MayWrite">Whether the reader may edit, ask for or withdraw it.</param>
/// <param name="Against">Why the reader may not answer it now; null when they may.</param>
/// <param name="Needs">What it binds more, and what is free.</param>
public sealed record VariationView(
    ChangesView Changes, Variation Variation, IReadOnlyList<ComparedRow> Rows, IReadOnlyList<string> Wrong, VariationAnswer Form, bool MayWrite, string? Against, IReadOnlyList<YearNeed> Needs)
{
    /// <summary>The award.</summary>
    public Award Award => Changes.Award;

    /// <summary>Whether the reader may answer now.</summary>
    public bool MayAnswer => Against is null;

    /// <summary>Whether the reader may bind more than is free.</summary>
    public bool MayOverdraw { get; init; }

    /// <summary>The view for a side; a draft is compared with the award as it is now.</summary>
    internal static VariationView Of(ChangesView changes, Variation variation, VariationAnswer form, Actor actor, VariationSide side, PaidOut paid, IReadOnlyList<YearNeed> needs, Sentences sentences)
    {
        var draft = variation.State == VariationState.Draft;
        var before = draft ? AwardTerms.Of(changes.Whole) : variation.Before;
        var wanted = variation.Wanted;
        List<Refusal> wrong = draft ? [.. VariationRules.Check(before, wanted, paid, changes.Award.Currency)] : [];
        if (draft && VariationRules.CheckReason(variation.Reason) is { } unsaid)
        {
            wrong.Add(unsaid);
        }

        if (draft && before != variation.Before)
        {
            wrong.Add(new Refusal("variation.terms-changed"));
        }

        var open = variation.State is VariationState.Draft or VariationState.Asked;
        var mayWrite = open && variation.Side == side && VariationRules.MayAsk(changes.Award, side, actor, changes.Role) is null;
        var against = VariationRules.MayAnswer(variation, actor, changes.Role);
        return new VariationView(
            changes, variation, Comparison.Of(before, wanted, changes.Award.Currency, CultureInfo.CurrentCulture), [.. wrong.Select(sentences.Say)], form, mayWrite,
            against is null ? null : sentences.Say(against), needs);
    }
}
