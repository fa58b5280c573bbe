using GrantsPortal.Applications;
using GrantsPortal.Awards;
using GrantsPortal.Awards.Agreements;
using GrantsPortal.Organisations;
using GrantsPortal.Organisations.Signing;
using GrantsPortal.Platform.Database;

namespace GrantsPortal.Web.Awards.Parts;

/// <summary>What is known of an award in a list of lines.</summary>
public sealed class FactsPart : IAwardPart
{
    /// <inheritdoc/>
    public int Order => 60;

    /// <inheritdoc/>
    public async Task<AwardPart?> ForMember(AwardSight sight, UnitOfWork work) =>
        new("facts", null, "/Awards/Parts/_MemberFacts.cshtml", new FactsView(sight, await Application(sight, work), await Signers(sight, work)));

    /// <inheritdoc/>
    public async Task<AwardPart?> ForStaff(AwardSight sight, UnitOfWork work) =>
        new("facts", null, "/Awards/Parts/_StaffFacts.cshtml", new FactsView(sight, await Application(sight, work), await Signers(sight, work)));

    private static async Task<Application?> Application(AwardSight sight, UnitOfWork work) =>
        sight.Award.ApplicationId is { } id ? await ApplicationRepository.Find(work, id) : null;

    /// <summary>Who accepted: everybody whose signature counted.</summary>
    private static async Task<string?> Signers(AwardSight sight, UnitOfWork work) => sight.Award switch
    {
        { AcceptedName: null } => null,
        { SigningRule: SigningRule.OneOwner } award => award.AcceptedName,
        var award => string.Join(", ", (await SignatureRepository.Of(work, award.Id)).Where(signature => signature is { Side: SignatureSide.Organisation, SetAsideAt: null }).Select(signature => signature.Name)),
    };
}

/// <summary>The facts of an award.</summary>
/// <param name="Sight">The award and who looks at it.</param>
/// <param name="Application">The application it answers.</param>
/// <param name="AcceptedBy">Who accepted; null until it is.</param>
public sealed record FactsView(AwardSight Sight, Application? Application, string? AcceptedBy)
{
    /// <summary>The award.</summary>
    public Award Award => Sight.Award;

    /// <summary>Whether the reader may ask for less to be published.</summary>
    public bool MayAsk => Sight.MayEdit && Award.InForce != Publication.Withheld;
}
