using GrantsPortal.Awards.Offers;
using GrantsPortal.Organisations;
using GrantsPortal.People;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;

namespace GrantsPortal.Awards.Variations;

/// <summary>Who is written to about a variation.</summary>
internal static class VariationMail
{
    /// <summary>It was asked for: to whoever has to answer next, and to the officer in any case.</summary>
    public static async Task Asked(UnitOfWork work, Award award, Variation variation)
    {
        var message = new VariationAsked(award.Reference, award.OrganisationName, award.Title, variation.Number, variation.Side == VariationSide.City, variation.Reason, AwardRoutes.Variation(award.Reference, variation.Number));
        switch (variation.Turn)
        {
            case VariationTurn.Owner:
                await ToAgree(work, award, variation);
                break;
            case VariationTurn.Officer:
                await AwardMail.ToOfficer(work, award, message);
                break;
            default:
                await ToApprovers(work, award, message, variation.AskedBy ?? work.Actor.PersonId);
                break;
        }
    }

    /// <summary>The city asks: to every Owner and Editor.</summary>
    public static Task ToAgree(UnitOfWork work, Award award, Variation variation) =>
        AwardMail.ToMembers(work, award, new VariationToAgree(award.Reference, award.OrganisationName, award.Title, variation.Number, variation.Reason, AwardRoutes.MyVariation(award.Reference, variation.Number)));

    /// <summary>It was answered: to the organisation and the officer.</summary>
    public static async Task Decided(UnitOfWork work, Award award, Variation variation)
    {
        var message = new VariationDecided(
            award.Reference, award.OrganisationName, award.Title, variation.Number, variation.State == VariationState.Approved, variation.DecisionNote,
            AwardRoutes.MyVariation(award.Reference, variation.Number));

        // What an approver stops before the organisation was asked never reaches it.
        if (variation.Side == VariationSide.Grantee || variation.Turn == VariationTurn.Owner)
        {
            await AwardMail.ToMembers(work, award, message);
        }

        await AwardMail.ToOfficer(work, award, message with { Path = AwardRoutes.Variation(award.Reference, variation.Number) });
    }

    /// <summary>It was taken back: to the other side, where it knew of it.</summary>
    public static async Task Withdrawn(UnitOfWork work, Award award, Variation variation)
    {
        var message = new VariationWithdrawn(award.Reference, award.OrganisationName, award.Title, variation.Number, AwardRoutes.Variation(award.Reference, variation.Number));
        if (variation.Side == VariationSide.Grantee)
        {
            await AwardMail.ToOfficer(work, award, message);
        }
        else if (variation.Turn == VariationTurn.Owner)
        {
            await AwardMail.ToMembers(work, award, message with { Path = AwardRoutes.MyVariation(award.Reference, variation.Number) });
        }
    }

    /// <summary>To every approver but one.</summary>
    public static async Task ToApprovers(UnitOfWork work, Award award, Platform.Mail.Message message, long? but)
    {
        foreach (var approver in (await PersonRepository.WithRole(work, Roles.Approver)).Where(person => person.Id != but))
        {
            work.Mail(approver.AsRecipient(), message, "Award", award.Id);
        }
    }
}
