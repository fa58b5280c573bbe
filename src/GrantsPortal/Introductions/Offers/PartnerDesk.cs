using GrantsPortal.Organisations;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using Microsoft.Extensions.Options;

namespace GrantsPortal.Introductions.Offers;

/// <summary>Keeps what partners offer and seek, and how far they take part. Acts answer null when there is no such organisation for the actor.</summary>
public sealed class PartnerDesk(PortalDatabase database, IOptions<IntroductionOptions> options, IOptions<PortalOptions> portal)
{
    /// <summary>
    /// Writes what a member's organisation offers or seeks of a kind, instead of what there was; none of it takes all out.
    /// Refused like <see cref="OfferRules.Check"/>, or with <c>organisation.viewers-read</c>.
    /// </summary>
    public async Task<Outcome?> Write(Actor actor, string slug, EntrySide side, EntryKind kind, EntryText text)
    {
        await using var work = await database.Write(actor);
        if (await OrganisationRepository.FindFor(work, slug, actor.Person) is not { } organisation
            || await OrganisationRepository.MembershipOf(work, organisation.Id, actor.Person) is not { } me)
        {
            return null;
        }

        return me.MayEdit ? await Put(work, organisation, side, kind, text, officer: false) : new Refusal("organisation.viewers-read");
    }

    /// <summary>
    /// Writes them for a partner, as an officer; its Owners and Editors are told. Refused like <see cref="OfferRules.Check"/>,
    /// or with <c>introduction.officers-only</c>.
    /// </summary>
    public async Task<Outcome?> WriteFor(Actor actor, string slug, EntrySide side, EntryKind kind, EntryText text)
    {
        await using var work = await database.Write(actor);
        if (await OrganisationRepository.FindBySlug(work, slug) is not { } organisation)
        {
            return null;
        }

        return IntroductionRules.IsOfficer(actor) ? await Put(work, organisation, side, kind, text, officer: true) : new Refusal("introduction.officers-only");
    }

    /// <summary>
    /// Says whether an organisation may be proposed to others by name. An Owner says yes; an Owner or Editor takes it back,
    /// which holds at once. Refused with <c>introduction.owners-agree</c> or <c>organisation.viewers-read</c>.
    /// </summary>
    public async Task<Outcome?> SetVisible(Actor actor, string slug, bool visible)
    {
        await using var work = await database.Write(actor);
        if (await OrganisationRepository.FindFor(work, slug, actor.Person) is not { } organisation
            || await OrganisationRepository.MembershipOf(work, organisation.Id, actor.Person) is not { } me)
        {
            return null;
        }

        if (visible ? !me.IsOwner : !me.MayEdit)
        {
            return new Refusal(visible ? "introduction.owners-agree" : "organisation.viewers-read");
        }

        if ((await PartnerRepository.Lock(work, organisation.Id)).Visible != visible)
        {
            await PartnerRepository.SetVisible(work, organisation.Id, visible);
            work.Audit(visible ? "partner.shown" : "partner.hidden", "Organisation", organisation.Id);
            await LetInIfKnown(work, organisation.Id);
            await work.Commit();
        }

        return Outcome.Ok;
    }

    /// <summary>Lets a partner take part. Refused with <c>introduction.officers-only</c> or <c>introduction.in-already</c>.</summary>
    public async Task<Outcome?> LetIn(Actor actor, string slug)
    {
        await using var work = await database.Write(actor);
        if (await OrganisationRepository.FindBySlug(work, slug) is not { } organisation)
        {
            return null;
        }

        if (!IntroductionRules.IsOfficer(actor))
        {
            return new Refusal("introduction.officers-only");
        }

        await PartnerRepository.Lock(work, organisation.Id);
        if (!await PartnerRepository.LetIn(work, organisation.Id))
        {
            return new Refusal("introduction.in-already");
        }

        work.Audit("partner.let-in", "Organisation", organisation.Id);
        await work.Commit();
        return Outcome.Ok;
    }

    /// <summary>Lets every entry hold for the city's months from today. Refused with <c>organisation.viewers-read</c>.</summary>
    public async Task<Outcome?> StillTrue(Actor actor, string slug)
    {
        await using var work = await database.Write(actor);
        if (await OrganisationRepository.FindFor(work, slug, actor.Person) is not { } organisation
            || await OrganisationRepository.MembershipOf(work, organisation.Id, actor.Person) is not { } me)
        {
            return null;
        }

        if (!me.MayEdit)
        {
            return new Refusal("organisation.viewers-read");
        }

        var until = Today(work).AddMonths(options.Value.HoldMonths);
        var extended = await PartnerRepository.Extend(work, organisation.Id, until);
        work.Audit("partner.still-true", "Organisation", organisation.Id, new { entries = extended, until });
        await work.Commit();
        return Outcome.Ok;
    }

    private DateOnly Today(UnitOfWork work) => Instants.DayOf(work.Now, portal.Value.Zone);

    private async Task<Outcome> Put(UnitOfWork work, Organisation organisation, EntrySide side, EntryKind kind, EntryText text, bool officer)
    {
        var tidy = text with { Words = OfferRules.Tidied(text.Words), Note = text.Note.Trim().ReplaceLineEndings("\n") };
        if (OfferRules.Check(tidy, Today(work)) is { Count: > 0 } wrong)
        {
            return Outcome.Refuse(wrong);
        }

        await PartnerRepository.Lock(work, organisation.Id);
        var entries = tidy.Words.Select(words => new PartnerEntry
        {
            Id = work.NewId(),
            OrganisationId = organisation.Id,
            Side = side,
            Kind = kind,
            Term = OfferRules.Term(words),
            Words = words,
            Note = tidy.Note,
            Until = tidy.Until!.Value,
            ByOfficer = officer,
        }).ToList();
        await PartnerRepository.Put(work, organisation.Id, side, kind, entries);
        work.Audit(side == EntrySide.Offer ? "partner.offers-written" : "partner.wishes-written", "Organisation", organisation.Id, new { kind, entries = entries.Count, officer });
        await LetInIfKnown(work, organisation.Id);
        if (officer)
        {
            await PartnerMail.ToEditors(work, organisation, new OffersWritten(organisation.Name, IntroductionRoutes.Offers(organisation.Slug)));
        }

        await work.Commit();
        return Outcome.Ok;
    }

    /// <summary>Whom the city has granted money is known to it; others are let in by an officer.</summary>
    private static async Task LetInIfKnown(UnitOfWork work, long organisation)
    {
        if (!(await PartnerRepository.Profile(work, organisation)).IsIn && await PartnerRepository.HoldsAward(work, organisation))
        {
            await PartnerRepository.LetIn(work, organisation);
            work.Audit("partner.let-in", "Organisation", organisation, new { award = true });
        }
    }
}
