using System.Globalization;
using GrantsPortal.Partnerships.Access;
using GrantsPortal.Partnerships.Partners;
using GrantsPortal.People.Erasure;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Checks;
using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Events;

namespace GrantsPortal.Partnerships.Agreements;

/// <summary>What was agreed with a partner, on its timeline.</summary>
public sealed class AgreementStory : IPartnerStory
{
    /// <inheritdoc/>
    public async Task<IReadOnlyList<StoryLine>> Of(UnitOfWork work, long organisation, DateTimeOffset? before, int take) =>
    [
        .. (await PartnerAgreementRepository.InForce(work, organisation, before, take)).Select(agreement => new StoryLine(
                agreement.InForceAt!.Value, "“{0}” was signed by all, until {1}", [agreement.Title, Instants.Day(agreement.EndsOn, CultureInfo.CurrentCulture)], AgreementRoutes.Show(agreement.Reference), PartnerField.Agreements))
            .Concat((await PartnerAgreementRepository.Ended(work, organisation, before, take)).Select(agreement => new StoryLine(
                agreement.EndedAt!.Value, "“{0}” was ended: {1}", [agreement.Title, agreement.EndReason ?? ""], AgreementRoutes.Show(agreement.Reference), PartnerField.Agreements)))
            .OrderByDescending(line => line.At)
            .Take(take),
    ];
}

/// <summary>
/// What agreements hold about somebody. Signatures under what came into force are kept: they are part of a document that binds others. Those that bind nobody go; words
/// on goals stay, and say that who wrote them was erased.
/// </summary>
public sealed class AgreementErasure : IPersonalRecords, ISubscriber<PersonErased>
{
    /// <inheritdoc/>
    public string Part => "partnershipAgreements";

    /// <inheritdoc/>
    public async Task<object?> Of(long person, UnitOfWork work)
    {
        var (signed, noted) = (await PartnerAgreementRepository.SignedBy(work, person), await PartnerAgreementRepository.NotedBy(work, person));
        return signed.Count + noted.Count > 0 ? new { signed, noted } : null;
    }

    /// <inheritdoc/>
    public Task On(PersonErased happened, UnitOfWork work) => PartnerAgreementRepository.ForgetUnbinding(work, happened.PersonId);
}

/// <summary>Agreements in force were signed as their parties' rules asked for.</summary>
public sealed class AgreementsAreSigned : IInvariant
{
    /// <inheritdoc/>
    public string Holds => "Every partnership agreement that came into force has its document, the city's signature, and of each partner as many as its rule asked for.";

    /// <inheritdoc/>
    public async Task<IReadOnlyList<string>> Check(UnitOfWork work) =>
        [.. (await PartnerAgreementRepository.BadlySigned(work)).Select(reference => $"The signatures or the document of agreement {reference} are not those it needs.")];
}
