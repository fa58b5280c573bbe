using GrantsPortal.Introductions;
using GrantsPortal.Partnerships.Access;
using GrantsPortal.Platform.Database;
using GrantsPortal.Web.Partnerships;

namespace GrantsPortal.Web.Introductions;

/// <summary>Whom a partner was brought together with, and what came of it, on its page.</summary>
public sealed class IntroductionsPartnerPart : IPartnerPart
{
    /// <inheritdoc/>
    public PartnerField Field => PartnerField.Introductions;

    /// <inheritdoc/>
    public int Order => 50;

    /// <inheritdoc/>
    public async Task<PartnerPart?> For(PartnerSight sight, UnitOfWork work) =>
        await IntroductionRepository.Of(work, sight.Organisation.Id) is { Count: > 0 } introductions
            ? new PartnerPart("introductions", "Introductions", "/Introductions/_OfPartner.cshtml", new IntroductionsPartnerView(sight.Organisation.Id, introductions))
            : null;
}

/// <summary>A partner's introductions.</summary>
public sealed record IntroductionsPartnerView(long Organisation, IReadOnlyList<IntroductionRow> Introductions)
{
    /// <summary>Name of the other side.</summary>
    public string Other(IntroductionRow row) => row.LowId == Organisation ? row.HighName : row.LowName;

    /// <summary>What this partner said came of it.</summary>
    public IntroductionOutcome? Outcome(IntroductionRow row) => row.LowId == Organisation ? row.LowOutcome : row.HighOutcome;
}
