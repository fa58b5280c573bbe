using GrantsPortal.Awards;
using GrantsPortal.DueDiligence.Screening;
using GrantsPortal.Organisations;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using Microsoft.Extensions.Options;

namespace GrantsPortal.DueDiligence.Subsidies;

/// <summary>Keeps what subsidies an organisation got, and adds them up over the rolling period. It warns and refuses nothing.</summary>
public sealed class SubsidyDesk(PortalDatabase database, IOptions<DueDiligenceOptions> options, IOptions<PortalOptions> portal)
{
    /// <summary>Most there may be within the period.</summary>
    public Money Ceiling => new(options.Value.SubsidyCeiling, options.Value.SubsidyCurrency is { Length: 3 } own ? own : portal.Value.Currency);

    /// <summary>An organisation's total on a day.</summary>
    public async Task<SubsidyTotal> Total(UnitOfWork work, long organisation, DateOnly on) =>
        SubsidyRules.Total((await SubsidyRepository.Of(work, organisation)).Where(subsidy => subsidy.Currency == Ceiling.Currency), on, options.Value.SubsidyYears, Ceiling);

    /// <summary>
    /// Records what somebody else gave: by an officer, or by an Owner or Editor of the organisation. Refused as
    /// <see cref="SubsidyRules.Check"/> says or with <c>subsidy.not-yours</c>.
    /// </summary>
    public async Task<Outcome> Record(Actor actor, long organisation, SubsidyText text)
    {
        await using var work = await database.Write(actor);
        var membership = await OrganisationRepository.MembershipOf(work, organisation, actor.Person);
        if (ScreeningRules.MayScreen(actor) is not null && membership?.Role is not (MemberRole.Owner or MemberRole.Editor))
        {
            return new Refusal("subsidy.not-yours");
        }

        if (SubsidyRules.Check(text, Instants.DayOf(work.Now, portal.Value.Zone), Ceiling.Currency) is { Count: > 0 } wrong)
        {
            return Outcome.Refuse(wrong);
        }

        var subsidy = new Subsidy
        {
            Id = work.NewId(),
            OrganisationId = organisation,
            GrantedOn = text.GrantedOn!.Value,
            Giver = text.Giver!.Trim(),
            Measure = text.Measure!.Trim(),
            AmountMinor = new Money(text.Amount!.Value, Ceiling.Currency).Minor,
            Currency = Ceiling.Currency,
        };
        await SubsidyRepository.Insert(work, subsidy);
        work.Audit("subsidy.recorded", "Organisation", organisation, new { subsidy.Id, subsidy.GrantedOn, subsidy.AmountMinor, subsidy.Currency });
        await work.Commit();
        return Outcome.Ok;
    }

    /// <summary>
    /// Records that an award of the portal is a subsidy and counts. Refused with <c>screening.not-officer</c>, <c>award.unknown</c>,
    /// <c>subsidy.other-currency</c> (currency) or <c>subsidy.recorded-already</c>.
    /// </summary>
    public async Task<Outcome> Count(Actor actor, string reference)
    {
        if (ScreeningRules.MayScreen(actor) is { } refused)
        {
            return refused;
        }

        await using var work = await database.Write(actor);
        if (await AwardRepository.FindByReference(work, reference) is not { } award)
        {
            return new Refusal("award.unknown");
        }

        if (award.Currency != Ceiling.Currency)
        {
            return new Refusal("subsidy.other-currency", Ceiling.Currency);
        }

        var subsidy = new Subsidy
        {
            Id = work.NewId(),
            OrganisationId = award.OrganisationId,
            AwardId = award.Id,
            GrantedOn = award.AwardedOn,
            Giver = award.FunderName ?? portal.Value.City,
            Measure = award.Title.Length > 300 ? award.Title[..300] : award.Title,
            AmountMinor = award.AmountMinor,
            Currency = award.Currency,
        };
        if (!await SubsidyRepository.Insert(work, subsidy))
        {
            return new Refusal("subsidy.recorded-already");
        }

        work.Audit("subsidy.award-counted", "Award", award.Id, new { subsidy.AmountMinor, subsidy.Currency });
        await work.Commit();
        return Outcome.Ok;
    }

    /// <summary>Takes a subsidy out of the count, with a reason. Refused with <c>screening.not-officer</c>, <c>screening.reason-missing</c>, <c>subsidy.unknown</c> or <c>subsidy.changed-meanwhile</c>.</summary>
    public async Task<Outcome> Remove(Actor actor, long organisation, long id, int version, string? reason)
    {
        if (ScreeningRules.MayScreen(actor) is { } refused)
        {
            return refused;
        }

        if (string.IsNullOrWhiteSpace(reason))
        {
            return new Refusal("screening.reason-missing").At("Reason");
        }

        await using var work = await database.Write(actor);
        if (await SubsidyRepository.Find(work, id, organisation) is null)
        {
            return new Refusal("subsidy.unknown");
        }

        if (!await SubsidyRepository.Remove(work, id, version, reason.Trim()))
        {
            return new Refusal("subsidy.changed-meanwhile");
        }

        work.Audit("subsidy.removed", "Organisation", organisation, new { id });
        await work.Commit();
        return Outcome.Ok;
    }
}
