using GrantsPortal.Applications.Drafting;
using GrantsPortal.Organisations;
using GrantsPortal.Platform;

namespace GrantsPortal.Applications.Consortia;

/// <summary>A partner to be named.</summary>
/// <param name="Name">Its name, or the official identifier of one that is registered here.</param>
/// <param name="Part">What it does in the project.</param>
/// <param name="ShareMinor">Its share of the amount asked for, in minor units of the call's currency.</param>
public sealed record PartnerPlan(string Name, string Part, long? ShareMinor);

/// <summary>What stands against naming partners, answering and leaving.</summary>
public static class ConsortiumRules
{
    /// <summary>The most partners of an application.</summary>
    public const int Most = 20;

    /// <summary>The longest name, in characters.</summary>
    public const int NameLength = 200;

    /// <summary>The longest description of a partner's part, in characters.</summary>
    public const int PartLength = 1000;

    /// <summary>What stands against naming a partner. <paramref name="found"/> are the registered organisations that what was typed means.</summary>
    public static IReadOnlyList<Refusal> Name(
        Application application, bool mayEdit, PartnerPlan plan, IReadOnlyList<ConsortiumPartner> there, IReadOnlyList<Organisation> found)
    {
        if (DraftRules.Change(application, mayEdit) is { } refusal)
        {
            return [refusal];
        }

        if (application.OrganisationId is not { } lead)
        {
            return [new Refusal("application.no-organisation")];
        }

        var against = new List<Refusal>();
        void Refuse(bool when, string code, string field, params object?[] args)
        {
            if (when)
            {
                against.Add(new Refusal(code, args).At(field));
            }
        }

        Refuse(plan.Name.Length == 0, "consortium.name-missing", nameof(plan.Name));
        Refuse(plan.Name.Length > NameLength, "consortium.name-long", nameof(plan.Name), NameLength);
        Refuse(found.Count > 1, "consortium.name-of-several", nameof(plan.Name), plan.Name);
        Refuse(found.Count == 1 && found[0].Id == lead, "consortium.own-organisation", nameof(plan.Name));
        Refuse(found.Count == 1 && there.Any(partner => partner.OrganisationId == found[0].Id), "consortium.named-already", nameof(plan.Name), plan.Name);
        Refuse(there.Count >= Most, "consortium.too-many", nameof(plan.Name), Most);
        Refuse(plan.Part.Length == 0, "consortium.part-missing", nameof(plan.Part));
        Refuse(plan.Part.Length > PartLength, "consortium.part-long", nameof(plan.Part), PartLength);
        Refuse(plan.ShareMinor <= 0, "consortium.share-nothing", "Share");
        if (plan.ShareMinor is > 0 && Shares(application, Sum(there) + plan.ShareMinor.Value) is { } above)
        {
            against.Add(above.At("Share"));
        }

        return against;
    }

    /// <summary>Why an application cannot be submitted with its partners' shares, or null: together they exceed what is asked for.</summary>
    public static Refusal? Submit(Application application, IReadOnlyList<ConsortiumPartner> partners) => Shares(application, Sum(partners));

    /// <summary>Why a partner cannot be taken out, or null. One that declined stays listed, so that it is not asked again and again.</summary>
    public static Refusal? TakeOut(Application application, bool mayEdit, ConsortiumPartner partner) =>
        DraftRules.Change(application, mayEdit) ?? (partner.Counts ? null : new Refusal("consortium.answered-no", partner.Name));

    /// <summary>Why another organisation cannot become the applicant, or null: partners agreed to apply with this one.</summary>
    public static Refusal? ChangeApplicant(Application application, long organisation, IReadOnlyList<ConsortiumPartner> partners) =>
        application.OrganisationId is { } now && now != organisation && partners.Any(partner => partner.OrganisationId is not null && partner.Counts)
            ? new Refusal("consortium.partners-first", application.OrganisationName)
            : null;

    /// <summary>Where a partner's answer leads. Joining ends when the application is sent; declining and leaving do not.</summary>
    public static Outcome<ConsortiumState> Answer(Application application, ConsortiumPartner partner, string act) =>
        act == ConsortiumStates.Join && application.State != ApplicationState.Draft
            ? new Refusal("consortium.sent-already")
            : ConsortiumStates.Table.Move(partner.State, act);

    private static long Sum(IEnumerable<ConsortiumPartner> partners) => partners.Where(partner => partner.Counts).Sum(partner => partner.ShareMinor ?? 0);

    private static Refusal? Shares(Application application, long sum) =>
        application.AskedMinor is { } asked && sum > asked
            ? new Refusal("consortium.shares-above-asked", Money.FromMinor(sum, application.Currency), Money.FromMinor(asked, application.Currency))
            : null;
}
